#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"

namespace tracuu::server::handlers {
namespace {

struct FileKind {
    std::string_view format;
    std::string_view content_type;
    std::string_view extension;  ///< of a file to save; empty: shown
};

constexpr FileKind kFileKinds[] = {
    {"json", "application/json", {}},
    {"text", "text/plain; charset=utf-8", {}},
    {"atom", "application/atom+xml; charset=utf-8", {}},
    {"csv", "text/csv; charset=utf-8", "csv"},
    {"excel", "text/csv; charset=utf-8", "csv"},
    {"jsonl", "application/x-ndjson", "jsonl"},
    {"jsonld", "application/ld+json", "jsonld"},
    {"graphml", "application/graphml+xml", "graphml"},
    {"dot", "text/vnd.graphviz; charset=utf-8", "dot"},
    {"ics", "text/calendar; charset=utf-8", "ics"},
    {"bibtex", "application/x-bibtex; charset=utf-8", "bib"},
    {"ris", "application/x-research-info-systems; charset=utf-8", "ris"},
};

}  // namespace

Page page_of(const Call& call) {
    return call.paging.page();
}

indexer::DocumentFilter filter_of(const Call& call, std::vector<Meaning>& meaning) {
    const Arguments& arguments = call.arguments;
    indexer::DocumentFilter filter;
    for (const auto& type : arguments.texts("type")) filter.types.push_back(type_meant(type));
    for (const auto& place : arguments.texts("jurisdiction")) {
        filter.jurisdictions.push_back(jurisdiction_meant(place));
    }
    filter.issuers = arguments.texts("issuer");
    filter.years = arguments.integers("year");
    filter.from = arguments.date("from");
    filter.to = arguments.date("to");
    add_meant(call.index(), "cites", arguments.texts("cites"), filter.cites, meaning);
    add_meant(call.index(), "implements", arguments.texts("implements"), filter.implements,
              meaning);
    add_bodies_meant(call.index(), arguments.texts("body"), filter.bodies, meaning);
    return filter;
}

std::string_view content_type_of(std::string_view format) {
    for (const FileKind& kind : kFileKinds) {
        if (kind.format == format) return kind.content_type;
    }
    return {};
}

void name_feed(Reply& reply, std::string_view path) {
    reply.headers.emplace_back(
        "Link", "<" + std::string(path) + ">; rel=\"alternate\"; type=\"application/atom+xml\"");
}

Reply file(std::string_view format, std::string_view name, std::string body) {
    if (format == "excel" && !body.empty()) body = spreadsheet(body);
    Reply reply{200, "text/plain; charset=utf-8", std::move(body)};
    for (const FileKind& kind : kFileKinds) {
        if (kind.format != format) continue;
        reply.content_type = kind.content_type;
        if (kind.extension.empty()) continue;
        reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"" +
                                                              std::string(name) + "." +
                                                              std::string(kind.extension) + "\"");
    }
    return reply;
}

}  // namespace tracuu::server::handlers
