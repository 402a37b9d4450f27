#include "indexer/xapian/task_search.hpp"

#include <algorithm>
#include <map>

#include "analyzers/letter.hpp"
#include "indexer/query/parser.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/records/task_facets.hpp"
#include "indexer/tasks.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

Query any_of(const std::vector<Query>& parts) {
    return Query(Query::OP_OR, parts.begin(), parts.end());
}

std::string digits(const Date& date) {
    return std::to_string(date.number());
}

Query between(Slot slot, const std::string& first, const std::string& last) {
    return Query(Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(slot), first, last);
}

void add_people(const TaskFilter& filter, std::vector<Query>& parts) {
    if (filter.bodies.empty()) {
        if (filter.role) {
            parts.emplace_back(term(Field::task_role, std::string(1, role_letter(*filter.role))));
        }
        return;
    }
    std::vector<Query> any;
    for (const std::string& body : filter.bodies) {
        any.emplace_back(filter.role ? task_body_term(role_letter(*filter.role), body)
                                     : term(Field::body, body));
    }
    parts.push_back(any_of(any));
}

void add_dates(const TaskFilter& filter, std::vector<Query>& parts) {
    if (filter.due_from || filter.due_to) {
        parts.push_back(between(Slot::due, filter.due_from ? digits(*filter.due_from) : "1",
                                filter.due_to ? digits(*filter.due_to) : "9"));
    }
    if (filter.overdue_as_of) {
        const auto before = filter.overdue_as_of->plus_days(-1);
        parts.push_back(before ? between(Slot::due_end, "1", digits(*before))
                               : Query(Query::MatchNothing));
    }
}

void add_choice(std::vector<Query>& parts, Field field, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    std::vector<Query> any;
    for (const DocumentId& id : ids) any.emplace_back(term(field, id));
    parts.push_back(any_of(any));
}

Query task_query(const TaskFilter& filter) {
    std::vector<Query> parts{Query(kind_term(Kind::task))};
    for (const QueryWord& word : query_words(filter.query)) {
        parts.emplace_back(term(Field::task_word, word.folded));
    }
    add_people(filter, parts);
    add_dates(filter, parts);
    add_choice(parts, Field::owner, filter.documents);
    add_choice(parts, Field::implements, filter.implements);
    add_choice(parts, Field::task_kind, filter.kinds);
    std::vector<std::string> products;
    for (const std::string& product : filter.products) {
        products.push_back(analyzers::slug(product));
    }
    add_choice(parts, Field::task_product, products);
    if (!filter.jurisdiction.empty()) {
        parts.emplace_back(term(Field::jurisdiction, analyzers::slug(filter.jurisdiction)));
    }
    return Query(Query::OP_AND, parts.begin(), parts.end());
}

// Body records by id; those of several sources are one.
std::map<std::string, BodyRecord> read_bodies(const Reader& reader, const Query& condition) {
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Query(Query::OP_FILTER, Query(kind_term(Kind::body)), condition));
    std::map<std::string, BodyRecord> bodies;
    const Xapian::MSet found = enquire.get_mset(0, reader.database().get_doccount());
    for (auto at = found.begin(); at != found.end(); ++at) {
        BodyRecord body = decode_body(reader.data(*at));
        const auto [row, is_new] = bodies.emplace(body.id, body);
        if (!is_new) merge_body(row->second, body);
    }
    return bodies;
}

std::vector<BodyRecord> values(std::map<std::string, BodyRecord>&& bodies) {
    std::vector<BodyRecord> list;
    for (auto& [id, body] : bodies) list.push_back(std::move(body));
    return list;
}

std::vector<BodyRecord> bodies_of_reading(const Reader& reader, const BodyName& wanted) {
    std::vector<Query> any;
    for (const std::string& slug : wanted.slugs) any.emplace_back(term(Field::body_name, slug));
    if (!wanted.id.empty()) any.emplace_back(unique_term(Kind::body, wanted.id));
    auto bodies = values(read_bodies(reader, any_of(any)));
    if (!wanted.jurisdiction.empty()) {
        std::erase_if(bodies, [&](const BodyRecord& body) {
            return body.jurisdiction != wanted.jurisdiction;
        });
    }
    return bodies;
}

}  // namespace

TaskIndex::Page search_tasks(const Reader& reader, const TaskFilter& filter, std::uint32_t offset,
                             std::uint32_t limit) {
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(task_query(filter));
    enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::task_order), false);
    const Xapian::doccount all = reader.database().get_doccount();
    const Xapian::MSet found = enquire.get_mset(offset, std::min(limit, all), all);
    TaskIndex::Page page;
    page.total = found.get_matches_estimated();
    for (auto at = found.begin(); at != found.end(); ++at) {
        page.items.push_back(decode_task(reader.data(*at)).record);
    }
    return page;
}

TaskFacets count_tasks(const Reader& reader, const TaskFilter& filter) {
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(task_query(filter));
    Xapian::ValueCountMatchSpy spy(static_cast<Xapian::valueno>(Slot::task_facets));
    enquire.add_matchspy(&spy);
    static_cast<void>(enquire.get_mset(0, 0, reader.database().get_doccount()));
    TaskFacetCounter counter(filter);
    for (auto at = spy.values_begin(); at != spy.values_end(); ++at) {
        counter.add(*at, at.get_termfreq());
    }
    return counter.finish(reader.plain_names(), reader.body_names());
}

std::vector<BodyRecord> find_bodies_named(const Reader& reader, std::string_view name) {
    for (const BodyName& wanted : read_body_name(name)) {
        auto bodies = bodies_of_reading(reader, wanted);
        if (!bodies.empty()) return bodies;
    }
    return {};
}

std::vector<BodyRecord> search_bodies(const Reader& reader, std::string_view query) {
    std::vector<Query> parts{Query(kind_term(Kind::body))};
    for (const QueryWord& word : query_words(query)) {
        parts.emplace_back(term(Field::body_word, word.folded));
    }
    auto bodies = values(read_bodies(reader, Query(Query::OP_AND, parts.begin(), parts.end())));
    order_bodies(bodies);
    return bodies;
}

std::optional<BodyRecord> find_body_record(const Reader& reader, std::string_view id) {
    auto bodies = values(read_bodies(reader, Query(unique_term(Kind::body, id))));
    if (bodies.empty()) return std::nullopt;
    return std::move(bodies.front());
}

}  // namespace tracuu::indexer
