#include "indexer/xapian/nodes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/node_order.hpp"

namespace tracuu::indexer {
namespace {

// Calls `visit` with the unique term of every record of that kind, once for all sources.
template <typename Visit>
void each_identity(const Xapian::Database& database, Kind kind, Visit&& visit) {
    const std::string prefix = unique_term(kind, {});
    for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
        visit(*at);
    }
}

}  // namespace

IndexStats joined_stats(const Reader& reader) {
    const Xapian::Database& database = reader.database();
    IndexStats stats = reader.stats();
    stats.documents = stats.bodies = stats.absent = 0;
    each_identity(database, Kind::document, [&](const std::string&) { ++stats.documents; });
    each_identity(database, Kind::body, [&](const std::string&) { ++stats.bodies; });
    const std::string present = unique_term(Kind::document, {});
    const std::string absent = unique_term(Kind::absent, {});
    each_identity(database, Kind::absent, [&](const std::string& term) {
        if (!database.term_exists(present + term.substr(absent.size()))) ++stats.absent;
    });
    each_identity(database, Kind::edges, [&](const std::string& term) {
        if (database.get_termfreq(term) < 2) return;
        std::vector<GraphEdge> edges;
        for (const Xapian::docid record : reader.with_term(term)) {
            for (GraphEdge& edge : decode_edges(reader.data(record))) {
                edges.push_back(std::move(edge));
            }
        }
        const std::size_t all = edges.size();
        merge_edges(edges);
        stats.edges -= all - edges.size();
    });
    return stats;
}

std::optional<DocumentMeta> find_node(const Reader& reader, std::string_view id) {
    for (const Kind kind : {Kind::document, Kind::absent}) {
        if (const auto data = reader.data_of(kind, id)) return decode_meta(*data);
    }
    return std::nullopt;
}

std::vector<DocumentMeta> nodes_with_number(const Reader& reader, std::string_view number) {
    std::vector<DocumentMeta> nodes;
    for (const Xapian::docid record : reader.with_term(term(Field::own_number, number))) {
        DocumentMeta meta = decode_meta(reader.data(record));
        // Articles of a law are found by its number but are not it.
        if (meta.number == number) nodes.push_back(std::move(meta));
    }
    order_nodes(nodes);
    return nodes;
}

void visit_nodes(const Reader& reader, const std::function<bool(const DocumentMeta&)>& visit) {
    const Xapian::Database& database = reader.database();
    const std::string present = unique_term(Kind::document, {});
    const std::string absent = unique_term(Kind::absent, {});
    auto document = database.allterms_begin(present);
    auto missing = database.allterms_begin(absent);
    const auto last_document = database.allterms_end(present);
    const auto last_missing = database.allterms_end(absent);
    while (document != last_document || missing != last_missing) {
        const std::string id = document == last_document ? "" : (*document).substr(present.size());
        const std::string other = missing == last_missing ? "" : (*missing).substr(absent.size());
        // Of an id that one source holds and another one lacks, the held document counts.
        const bool held = missing == last_missing || (document != last_document && id <= other);
        const std::string term = held ? *document : *missing;
        if (held && missing != last_missing && id == other) ++missing;
        ++(held ? document : missing);
        if (!visit(decode_meta(reader.data(*database.postlist_begin(term))))) return;
    }
}

std::vector<GraphEdge> edges_from(const Reader& reader, std::string_view id) {
    std::vector<GraphEdge> edges;
    const auto records = reader.find(Kind::edges, id);
    for (const Xapian::docid record : records) {
        for (GraphEdge& edge : decode_edges(reader.data(record))) edges.push_back(std::move(edge));
    }
    if (records.size() > 1) merge_edges(edges);
    return edges;
}

std::vector<GraphEdge> edges_to(const Reader& reader, std::string_view id) {
    std::vector<GraphEdge> edges;
    for (const Xapian::docid record : reader.with_term(term(Field::cited, id))) {
        for (GraphEdge& edge : decode_edges(reader.data(record))) {
            if (edge.to == id) edges.push_back(std::move(edge));
        }
    }
    merge_edges(edges);
    return edges;
}

std::optional<GraphEdge> edge_between(const Reader& reader, std::string_view from,
                                      std::string_view to) {
    std::vector<GraphEdge> found;
    for (const Xapian::docid record : reader.find(Kind::edges, from)) {
        if (auto edge = decode_edge(reader.data(record), to)) found.push_back(std::move(*edge));
    }
    merge_edges(found);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace tracuu::indexer
