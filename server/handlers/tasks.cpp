#include "server/clock.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"

namespace tracuu::server::handlers {

indexer::TaskFilter task_filter_of(const Call& call, std::vector<Meaning>& meaning) {
    const Arguments& arguments = call.arguments;
    TaskQuestion question;
    question.query = arguments.text("q");
    question.bodies = arguments.texts("body");
    question.role = arguments.text("role");
    question.kinds = arguments.texts("kind");
    question.products = arguments.texts("product");
    question.due_from = arguments.date("due_from");
    question.due_to = arguments.date("due_to");
    question.as_of = arguments.date("as_of");
    question.document = arguments.text("document");
    question.implements = arguments.text("implements");
    question.jurisdiction = arguments.text("jurisdiction");
    return task_filter(call.index(), question, meaning);
}

Reply tasks(const Call& call) {
    std::vector<Meaning> meaning;
    const auto filter = task_filter_of(call, meaning);
    std::optional<std::uint32_t> facet_limit;
    if (call.arguments.text("facets") == "true") {
        facet_limit = call.arguments.integer("facet_limit");
    }
    TasksAnswer answer = server::tasks(call.index(), filter, page_of(call), facet_limit);
    answer.list.meaning = std::move(meaning);
    set_next(call, answer.list);
    const std::string format = call.format();
    if (format == "csv" || format == "excel") {
        return file(format, "tasks", csv(answer.list.items));
    }
    if (format == "ics") {
        return file(format, "tasks", ics(answer.list.items, call.index().stats().built_at));
    }
    const auto day = call.arguments.date("as_of").value_or(today_in_vietnam());
    return {200, "application/json", json_text(answer, day)};
}

Reply bodies(const Call& call) {
    const auto all = call.index().bodies(call.arguments.text("q"));
    const auto list = slice_list(call, all);
    const std::string format = call.format();
    if (format != "json") return file(format, "bodies", csv(list.items));
    return {200, "application/json", json_text(list)};
}

Reply body(const Call& call) {
    return {200, "application/json", json_text(server::body(call.index(), call.id))};
}

Reply wanted(const Call& call) {
    const auto list = slice_list(call, *call.pool.wanted(call.lent));
    if (call.format() == "csv") return file("csv", "wanted", csv(list.items));
    return {200, "application/json", json_text(list)};
}

Reply stats(const Call& call) {
    return {200, "application/json", json_text(call.index().stats())};
}

}  // namespace tracuu::server::handlers
