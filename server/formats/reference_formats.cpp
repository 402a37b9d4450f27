// BibTeX and RIS: what reference managers read.

#include <algorithm>

#include "server/formats.hpp"

namespace tracuu::server {
namespace {

using indexer::DocumentMeta;

/// Values in braces; the characters that TeX reads as commands are escaped.
void append_field(std::string& out, std::string_view field, std::string_view value) {
    if (value.empty()) return;
    out += ",\n  " + std::string(field) + " = {";
    for (const char byte : value) {
        if (std::string_view("#$%&_").find(byte) != std::string_view::npos) out += '\\';
        const bool plain =
            byte != '{' && byte != '}' && byte != '\\' && static_cast<unsigned char>(byte) >= 0x20;
        out += plain ? byte : ' ';
    }
    out += '}';
}

/// Keys hold letters, digits and a few marks only.
std::string citation_key(std::string_view id) {
    std::string key(id);
    for (char& byte : key) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
        if (!plain) byte = '_';
    }
    return key;
}

void append_tag(std::string& out, std::string_view tag, std::string value) {
    if (value.empty()) return;
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20; };
    std::replace_if(value.begin(), value.end(), is_control, ' ');
    out += std::string(tag) + "  - " + value + "\r\n";
}

/// RIS dates are written `2017/10/25`.
std::string ris_date(indexer::Date date) {
    std::string text = date.iso();
    std::replace(text.begin(), text.end(), '-', '/');
    return text;
}

}  // namespace

std::string bibtex(const std::vector<DocumentMeta>& documents) {
    std::string out;
    for (const DocumentMeta& meta : documents) {
        out += "@misc{" + citation_key(meta.id);
        append_field(out, "title", meta.title.empty() ? meta.number : meta.title);
        append_field(out, "organization", meta.issuer);
        append_field(out, "number", meta.number);
        append_field(out, "howpublished", meta.type);
        append_field(out, "date", meta.date ? meta.date->iso() : "");
        append_field(out, "year", meta.date ? std::to_string(meta.date->year()) : "");
        append_field(out, "language", "vietnamese");
        out += "\n}\n";
    }
    return out;
}

std::string ris(const std::vector<DocumentMeta>& documents) {
    std::string out;
    for (const DocumentMeta& meta : documents) {
        out += "TY  - GOVDOC\r\n";
        append_tag(out, "ID", meta.id);
        append_tag(out, "TI", meta.title.empty() ? meta.number : meta.title);
        append_tag(out, "AU", meta.issuer);
        append_tag(out, "M1", meta.number);
        append_tag(out, "M3", meta.type);
        append_tag(out, "DA", meta.date ? ris_date(*meta.date) : "");
        append_tag(out, "PY", meta.date ? std::to_string(meta.date->year()) : "");
        append_tag(out, "LA", "vi");
        out += "ER  - \r\n\r\n";
    }
    return out;
}

}  // namespace tracuu::server
