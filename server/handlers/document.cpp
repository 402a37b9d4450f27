#include "server/clock.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"

namespace tracuu::server::handlers {
namespace {

std::vector<indexer::Relation> relations_of(const Call& call) {
    std::vector<indexer::Relation> relations;
    for (const std::string& name : call.arguments.texts("relation")) {
        if (const auto relation = analyzers::relation_of(name)) relations.push_back(*relation);
    }
    return relations;
}

ReachFilter reach_filter_of(const Call& call) {
    ReachFilter filter;
    for (const auto& type : call.arguments.texts("type")) filter.types.push_back(type_meant(type));
    for (const auto& place : call.arguments.texts("jurisdiction")) {
        filter.jurisdictions.push_back(jurisdiction_meant(place));
    }
    filter.from = call.arguments.date("from");
    filter.to = call.arguments.date("to");
    return filter;
}

std::vector<indexer::DocumentMeta> metas_of(const List<indexer::Reached>& list) {
    std::vector<indexer::DocumentMeta> metas;
    for (const indexer::Reached& item : list.items) metas.push_back(item.meta);
    return metas;
}

ReachOrder order_of(std::string_view name) {
    if (name == "newest") return ReachOrder::newest;
    return name == "authority" ? ReachOrder::authority : ReachOrder::depth;
}

Reply graph_file(const std::string& format, std::string_view name, const GraphAnswer& answer) {
    if (format == "jsonld") return file(format, name, jsonld(answer));
    return file(format, name, format == "dot" ? dot(answer) : graphml(answer));
}

Reply reach(const Call& call, indexer::Direction direction, std::string_view name) {
    std::vector<Meaning> meaning;
    const auto starts = starts_meant(call.index(), call.id, meaning);
    const ReachQuestion question{direction, call.arguments.integer("depth"), relations_of(call),
                                 reach_filter_of(call), order_of(call.arguments.text("sort"))};
    auto list = reached(call.index(), starts, question, page_of(call));
    list.meaning = std::move(meaning);
    set_next(call, list);
    const std::string format = call.format();
    if (format == "csv") return file(format, name, csv(list.items));
    if (format == "bibtex") return file(format, name, bibtex(metas_of(list)));
    if (format == "ris") return file(format, name, ris(metas_of(list)));
    if (format == "json") return {200, "application/json", json_text(list)};
    return graph_file(format, name, as_graph(call.index(), starts, list));
}

/// The only document that the path means.
indexer::DocumentId id_of(const Call& call) {
    return the_document(call.index(), call.id).id;
}

GraphDirection direction_of(std::string_view name) {
    if (name == "in") return GraphDirection::in;
    return name == "out" ? GraphDirection::out : GraphDirection::both;
}

Similarity similarity_of(std::string_view name) {
    if (name == "coupling") return Similarity::coupling;
    if (name == "cocitation") return Similarity::cocitation;
    return name == "text" ? Similarity::text : Similarity::all;
}

}  // namespace

Reply document(const Call& call) {
    const DocumentAnswer answer = server::document(call.index(), id_of(call));
    const std::string format = call.format();
    if (format == "bibtex") return file(format, "document", bibtex({answer.meta}));
    if (format == "ris") return file(format, "document", ris({answer.meta}));
    if (format == "jsonld") {
        const auto edges = call.index().cites(answer.meta.id);
        return file(format, "document", jsonld({answer.meta.id, {answer.meta}, edges, false}));
    }
    return {200, "application/json", json_text(answer, today_in_vietnam())};
}

Reply text(const Call& call) {
    const TextAnswer answer = document_text(call.index(), id_of(call));
    if (call.format() == "text") return {200, "text/plain; charset=utf-8", answer.text};
    return {200, "application/json", json_text(answer)};
}

Reply cites(const Call& call) {
    return reach(call, indexer::Direction::cites, "cites");
}

Reply cited_by(const Call& call) {
    Reply reply = reach(call, indexer::Direction::cited_by, "cited-by");
    name_feed(reply, "/api/v1/feeds/cited-by/" + percent_encode(call.id) + ".atom");
    return reply;
}

Reply graph(const Call& call) {
    const GraphAnswer answer =
        server::graph(call.index(), {id_of(call), call.arguments.integer("depth"),
                                     direction_of(call.arguments.text("direction")),
                                     call.arguments.integer("limit")});
    const std::string format = call.format();
    if (format == "json") return {200, "application/json", json_text(answer)};
    return graph_file(format, "graph", answer);
}

Reply implementation(const Call& call) {
    const std::string place = call.arguments.text("jurisdiction");
    const std::string jurisdiction = place.empty() ? place : jurisdiction_meant(place);
    return {200, "application/json",
            json_text(server::implementation(call.index(), id_of(call), jurisdiction,
                                             today_in_vietnam()))};
}

Reply similar(const Call& call) {
    auto list = server::similar(call.index(), id_of(call), similarity_of(call.arguments.text("by")),
                                page_of(call));
    set_next(call, list);
    if (call.format() == "csv") return file("csv", "similar", csv(list.items));
    return {200, "application/json", json_text(list)};
}

Reply paths(const Call& call) {
    const auto from = the_document(call.index(), call.arguments.text("from"), "from");
    const auto to = the_document(call.index(), call.arguments.text("to"), "to");
    const PathsAnswer answer =
        server::paths(call.index(), from.id, to.id, call.arguments.integer("max_depth"));
    const std::string format = call.format();
    if (format == "json") return {200, "application/json", json_text(answer)};
    return graph_file(format, "paths", as_graph(answer));
}

}  // namespace tracuu::server::handlers
