#include <algorithm>

#include "analyzers/letter.hpp"
#include "indexer/memory/memory_index.hpp"
#include "indexer/query/parser.hpp"
#include "indexer/records/task_facets.hpp"
#include "indexer/tasks.hpp"

namespace tracuu::indexer {
namespace {

bool holds_words(std::string_view text, std::string_view query) {
    const auto words = query_words(text);
    const auto wanted = query_words(query);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QueryWord& one) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QueryWord& word) { return word.folded == one.folded; });
    });
}

bool has_body(const TaskRecord& task, const TaskFilter& filter) {
    if (filter.bodies.empty() && !filter.role) return true;
    return std::any_of(task.bodies.begin(), task.bodies.end(), [&](const TaskBodyRecord& body) {
        const bool named =
            filter.bodies.empty() ||
            std::find(filter.bodies.begin(), filter.bodies.end(), body.id) != filter.bodies.end();
        return named && (!filter.role || body.role == *filter.role);
    });
}

bool is_due(const TaskRecord& task, const TaskFilter& filter) {
    const auto due = due_date(task);
    if ((filter.due_from || filter.due_to) && !due) return false;
    if (filter.due_from && *due < *filter.due_from) return false;
    if (filter.due_to && *due > *filter.due_to) return false;
    if (!filter.overdue_as_of) return true;
    return task.deadline && task.deadline->to && *task.deadline->to < *filter.overdue_as_of;
}

bool has_kind(const TaskRecord& task, const TaskFilter& filter) {
    const auto kinds = kinds_of(task);
    return filter.kinds.empty() ||
           std::any_of(filter.kinds.begin(), filter.kinds.end(), [&](const std::string& kind) {
               return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
           });
}

bool makes_product(const TaskRecord& task, const TaskFilter& filter) {
    return filter.products.empty() ||
           std::any_of(filter.products.begin(), filter.products.end(), [&](const auto& product) {
               return task.product &&
                      analyzers::slug(product) == analyzers::slug(task.product->kind);
           });
}

bool is_named(const BodyRecord& body, const BodyName& wanted) {
    const auto slugs = slugs_of(body);
    const bool named = std::any_of(slugs.begin(), slugs.end(), [&](const std::string& one) {
        return std::find(wanted.slugs.begin(), wanted.slugs.end(), one) != wanted.slugs.end();
    });
    const bool placed = wanted.jurisdiction.empty() || body.jurisdiction == wanted.jurisdiction;
    return placed && (named || (!wanted.id.empty() && body.id == wanted.id));
}

}  // namespace

bool MemoryIndex::task_passes(const TaskRecord& task, const TaskFilter& filter) {
    if (!has_body(task, filter) || !is_due(task, filter)) return false;
    if (!has_kind(task, filter) || !makes_product(task, filter)) return false;
    const auto is_wanted = [](const std::vector<DocumentId>& wanted, const DocumentId& id) {
        return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    };
    if (!filter.documents.empty() && !is_wanted(filter.documents, task.document.id)) return false;
    if (!filter.implements.empty() &&
        std::none_of(task.mandates.begin(), task.mandates.end(),
                     [&](const Mandate& one) { return is_wanted(filter.implements, one.id); })) {
        return false;
    }
    if (!filter.jurisdiction.empty() &&
        analyzers::slug(task.document.jurisdiction) != analyzers::slug(filter.jurisdiction)) {
        return false;
    }
    return holds_words(task.text, filter.query);
}

TaskIndex::Page MemoryIndex::tasks(const TaskFilter& filter, std::uint32_t offset,
                                   std::uint32_t limit) const {
    std::vector<std::pair<std::string, const TaskRecord*>> found;
    for (const Entry& one : entries_) {
        for (std::size_t i = 0; i < one.document.tasks.size(); ++i) {
            const TaskRecord& task = one.document.tasks[i].record;
            if (task_passes(task, filter)) found.emplace_back(task_order(task, i + 1), &task);
        }
    }
    std::sort(found.begin(), found.end());
    Page page;
    page.total = found.size();
    for (std::size_t i = offset; i < found.size() && page.items.size() < limit; ++i) {
        page.items.push_back(*found[i].second);
    }
    return page;
}

TaskFacets MemoryIndex::task_facets(const TaskFilter& filter) const {
    TaskFacetCounter counter(filter);
    for (const Entry& one : entries_) {
        for (const StoredTask& task : one.document.tasks) {
            if (task_passes(task.record, filter)) counter.add(encode_task_facets(task.record), 1);
        }
    }
    FacetNames plain;
    FacetNames bodies = body_names();
    return counter.finish(plain, bodies);
}

FacetNames MemoryIndex::body_names() const {
    return FacetNames([this](const std::string& id) {
        const auto found = body(id);
        return found ? label_of(*found) : id;
    });
}

std::vector<BodyRecord> MemoryIndex::find_bodies(std::string_view name) const {
    for (const BodyName& wanted : read_body_name(name)) {
        std::vector<BodyRecord> found;
        for (const BodyRecord& body : bodies_) {
            if (is_named(body, wanted)) found.push_back(body);
        }
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<BodyRecord> MemoryIndex::bodies(std::string_view query) const {
    std::vector<BodyRecord> found;
    for (const BodyRecord& body : bodies_) {
        std::string all;
        for (const std::string& name : names_of(body)) all += name + " ";
        if (holds_words(all, query)) found.push_back(body);
    }
    order_bodies(found);
    return found;
}

std::optional<BodyRecord> MemoryIndex::body(std::string_view id) const {
    const auto found = std::find_if(bodies_.begin(), bodies_.end(),
                                    [&](const BodyRecord& body) { return body.id == id; });
    return found == bodies_.end() ? std::nullopt : std::optional(*found);
}

}  // namespace tracuu::indexer
