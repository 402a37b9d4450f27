#include "server/url.hpp"

#include <algorithm>

#include "support/error.hpp"
#include "support/utf8.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool is_unreserved(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

std::string decoded_or_throw(std::string_view text, bool form, const std::string& part) {
    auto decoded = percent_decode(text, form);
    if (!decoded) throw Error(ErrorCode::bad_request, "malformed percent-encoding", part);
    return std::move(*decoded);
}

/// Calls `visit` for every piece between separators; none for empty text.
template <class Visit>
void split(std::string_view text, char separator, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool form) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += form && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (text.size() - i < 3) return std::nullopt;
        const int high = hex_value(text[i + 1]);
        const int low = hex_value(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (out.find('\0') != std::string::npos || support::find_invalid_utf8(out)) return std::nullopt;
    return out;
}

std::string percent_encode(std::string_view text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char byte : text) {
        if (is_unreserved(byte)) {
            out += byte;
            continue;
        }
        const auto value = static_cast<unsigned char>(byte);
        out += '%';
        out += kDigits[value >> 4U];
        out += kDigits[value & 15U];
    }
    return out;
}

Target parse_target(std::string_view target) {
    target = target.substr(0, target.find('#'));
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, mark);
    Target parsed;
    if (path.empty() || path.front() != '/') {
        throw Error(ErrorCode::bad_request, "the path does not begin with /", "path");
    }
    split(path.substr(1), '/', [&](std::string_view segment) {
        parsed.segments.push_back(decoded_or_throw(segment, false, "path"));
    });
    if (path.size() > 1 && path.back() == '/') parsed.segments.emplace_back();
    if (mark == target.size()) return parsed;
    split(target.substr(mark + 1), '&', [&](std::string_view pair) {
        if (pair.empty()) return;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
        std::string name = decoded_or_throw(pair.substr(0, equals), true, "query");
        std::string decoded = decoded_or_throw(value, true, name.empty() ? "query" : name);
        parsed.query.emplace_back(std::move(name), std::move(decoded));
    });
    return parsed;
}

}  // namespace tracuu::server
