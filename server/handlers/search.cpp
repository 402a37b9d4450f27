#include <algorithm>

#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server::handlers {
namespace {

std::vector<indexer::DocumentMeta> metas_of(const SearchAnswer& answer) {
    std::vector<indexer::DocumentMeta> metas;
    for (const indexer::Hit& hit : answer.result.hits) metas.push_back(hit.meta);
    return metas;
}

/// Facets that were not asked for by name are emptied.
void keep_facets(SearchAnswer& answer, const std::vector<std::string>& names) {
    const auto keep = [&](std::string_view name, std::vector<indexer::FacetValue>& values) {
        if (std::find(names.begin(), names.end(), name) != names.end()) return;
        values.clear();
        answer.facet_totals.erase(name);
    };
    indexer::Facets& facets = answer.result.facets;
    keep("type", facets.type);
    keep("jurisdiction", facets.jurisdiction);
    keep("issuer", facets.issuer);
    keep("year", facets.year);
    keep("body", facets.body);
}

bool is_switch(const std::vector<std::string>& facets, std::string_view on, std::string_view off) {
    return facets.size() == 1 && (facets.front() == on || facets.front() == off);
}

}  // namespace

Reply search(const Call& call) {
    const auto facets = call.arguments.texts("facets");
    indexer::SearchRequest request;
    request.query = call.arguments.text("q");
    std::vector<Meaning> meaning;
    request.filter = filter_of(call, meaning);
    if (call.arguments.text("sort") == "date") request.sort = indexer::SortOrder::date;
    const Page page = page_of(call);
    request.offset = page.offset;
    request.limit = page.limit;
    request.explain = call.arguments.text("explain") == "true";
    request.facets = call.format() == "json" && !is_switch(facets, "false", "0");
    SearchAnswer answer = server::search(call.index(), request);
    answer.meaning = std::move(meaning);
    answer.next = call.paging.next(answer.result.total, answer.page);
    if (request.facets) {
        answer.facet_totals =
            limit_facets(answer.result.facets, call.arguments.integer("facet_limit"));
    }
    if (!facets.empty() && !is_switch(facets, "true", "1")) keep_facets(answer, facets);
    const std::string format = call.format();
    if (format == "csv") return file(format, "search", csv(answer));
    if (format == "bibtex") return file(format, "search", bibtex(metas_of(answer)));
    if (format == "ris") return file(format, "search", ris(metas_of(answer)));
    return {200, "application/json", json_text(answer)};
}

Reply suggest(const Call& call) {
    const std::string typed = call.arguments.text("q");
    indexer::Completions completions;
    if (!typed.empty()) completions = call.index().suggest(typed, call.arguments.integer("limit"));
    return {200, "application/json", json_text(completions)};
}

Reply documents(const Call& call) {
    std::vector<Meaning> meaning;
    const indexer::DocumentFilter filter = filter_of(call, meaning);
    const auto order = call.arguments.text("sort") == "authority"
                           ? indexer::DocumentOrder::authority
                           : indexer::DocumentOrder::newest;
    auto list = server::documents(call.index(), filter, order, page_of(call));
    list.meaning = std::move(meaning);
    set_next(call, list);
    const std::string format = call.format();
    if (format == "csv") return file(format, "documents", csv(list.items));
    if (format == "bibtex") return file(format, "documents", bibtex(list.items));
    if (format == "ris") return file(format, "documents", ris(list.items));
    return {200, "application/json", json_text(list)};
}

}  // namespace tracuu::server::handlers
