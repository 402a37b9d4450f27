#include "server/clock.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server::handlers {
namespace {

indexer::TaskFilter task_filter_of(const Call& call, std::vector<Meaning>& meaning) {
    const Arguments& arguments = call.arguments;
    indexer::TaskFilter filter;
    filter.query = arguments.text("q");
    for (const std::string& value : arguments.texts("body")) {
        for (std::string& id : bodies_meant(call.index(), value))
            filter.bodies.push_back(std::move(id));
    }
    if (arguments.has("role")) filter.role = analyzers::role_of(arguments.text("role"));
    if (arguments.has("kind")) filter.kind = analyzers::deadline_kind_of(arguments.text("kind"));
    filter.due_from = arguments.date("due_from");
    filter.due_to = arguments.date("due_to");
    filter.overdue_as_of = arguments.date("as_of");
    add_meant(call.index(), "document", arguments.texts("document"), filter.documents, meaning);
    add_meant(call.index(), "implements", arguments.texts("implements"), filter.implements,
              meaning);
    if (arguments.has("jurisdiction")) {
        filter.jurisdiction = jurisdiction_meant(arguments.text("jurisdiction"));
    }
    return filter;
}

}  // namespace

Reply tasks(const Call& call) {
    const Page page = page_of(call);
    std::vector<Meaning> meaning;
    const indexer::TaskFilter filter = task_filter_of(call, meaning);
    auto found = call.index().tasks(filter, page.offset, page.limit);
    const List<indexer::TaskRecord> list{found.total, page, std::move(found.items), false,
                                         std::move(meaning)};
    const std::string format = call.format();
    if (format == "csv") return file(format, "tasks", csv(list.items));
    if (format == "ics") {
        return file(format, "tasks", ics(list.items, call.index().stats().built_at));
    }
    const auto day = call.arguments.date("as_of").value_or(today_in_vietnam());
    return {200, "application/json", json_text(list, day)};
}

Reply bodies(const Call& call) {
    const auto all = call.index().bodies(call.arguments.text("q"));
    const auto list = slice_list(all, page_of(call));
    if (call.format() == "csv") return file("csv", "bodies", csv(list.items));
    return {200, "application/json", json_text(list)};
}

Reply body(const Call& call) {
    const auto found = call.index().body(call.id);
    if (!found) {
        throw support::Error(support::ErrorCode::not_found, "no such body", call.id);
    }
    return {200, "application/json", json_text(*found)};
}

Reply wanted(const Call& call) {
    const auto list = slice_list(*call.pool.wanted(call.lent), page_of(call));
    if (call.format() == "csv") return file("csv", "wanted", csv(list.items));
    return {200, "application/json", json_text(list)};
}

Reply stats(const Call& call) {
    return {200, "application/json", json_text(call.index().stats())};
}

}  // namespace tracuu::server::handlers
