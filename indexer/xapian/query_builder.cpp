#include "indexer/xapian/query_builder.hpp"

#include <algorithm>
#include <string>

#include "analyzers/letter.hpp"
#include "indexer/schema.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

Query all_of(const std::vector<Query>& parts) {
    return Query(Query::OP_AND, parts.begin(), parts.end());
}

Query any_of(const std::vector<Query>& parts) {
    return Query(Query::OP_OR, parts.begin(), parts.end());
}

Query documents() {
    return Query(kind_term(Kind::document));
}

Query words_in(Field field, const std::vector<QueryWord>& words) {
    std::vector<Query> parts;
    for (const QueryWord& word : words) parts.emplace_back(term(field, word.folded));
    return all_of(parts);
}

Query years(int first, int last) {
    std::vector<Query> parts;
    for (int year = std::max(first, 1900); year <= std::min(last, 2200); ++year) {
        parts.emplace_back(term(Field::year, std::to_string(year)));
    }
    return any_of(parts);
}

Query bodies(const std::vector<std::string>& ids) {
    std::vector<Query> parts;
    for (const std::string& id : ids) {
        parts.emplace_back(Query::OP_FILTER, Query(term(Field::body, id)), documents());
    }
    return any_of(parts);
}

Query field_query(const QueryNode& node) {
    switch (node.field) {
        case QueryField::number:
            return node.value.empty() ? words_in(Field::number_word, node.words)
                                      : Query(term(Field::own_number, node.value));
        case QueryField::type:
            return words_in(Field::type_word, node.words);
        case QueryField::place:
            return words_in(Field::place_word, node.words);
        case QueryField::issuer:
            return words_in(Field::issuer_word, node.words);
        case QueryField::year:
            return years(node.first_year, node.last_year);
        case QueryField::body:
            return bodies(node.ids);
        case QueryField::agency:
            return any_of({words_in(Field::issuer_word, node.words), bodies(node.ids)});
    }
    return {};
}

BooleanQuery conjunction(const std::vector<QueryNode>& children) {
    BooleanQuery made;
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    for (const QueryNode& child : children) {
        if (child.kind == NodeKind::negation) {
            const BooleanQuery inner = boolean_query(child.children.front());
            made.exact = made.exact && inner.exact;
            if (inner.exact) unwanted.push_back(inner.query);
            continue;
        }
        const BooleanQuery inner = boolean_query(child);
        made.exact = made.exact && inner.exact;
        wanted.push_back(inner.query);
    }
    if (wanted.empty()) wanted.push_back(documents());
    made.query = all_of(wanted);
    if (!unwanted.empty()) made.query = Query(Query::OP_AND_NOT, made.query, any_of(unwanted));
    return made;
}

BooleanQuery disjunction(const std::vector<QueryNode>& children) {
    BooleanQuery made;
    std::vector<Query> parts;
    for (const QueryNode& child : children) {
        const BooleanQuery inner = boolean_query(child);
        made.exact = made.exact && inner.exact;
        parts.push_back(inner.query);
    }
    made.query = any_of(parts);
    return made;
}

template <typename Values, typename ToTerm>
void add_choice(std::vector<Query>& parts, const Values& values, ToTerm&& to_term) {
    if (values.empty()) return;
    std::vector<Query> choice;
    for (const auto& value : values) choice.emplace_back(to_term(value));
    parts.push_back(any_of(choice));
}

std::string digits(const Date& date) {
    return std::to_string(date.number());
}

}  // namespace

BooleanQuery boolean_query(const QueryNode& node) {
    switch (node.kind) {
        case NodeKind::all:
            return {documents(), true};
        case NodeKind::none:
            return {Query::MatchNothing, true};
        case NodeKind::word:
            return {Query(term(Field::word, node.words.front().folded)), true};
        case NodeKind::phrase:
        case NodeKind::chain:
            return {documents(), false};
        case NodeKind::number:
            return {Query(term(Field::number, node.value)), true};
        case NodeKind::field:
            return {field_query(node), true};
        case NodeKind::conjunction:
            return conjunction(node.children);
        case NodeKind::most: {
            BooleanQuery any = disjunction(node.children);
            any.exact = false;
            return any;
        }
        case NodeKind::disjunction:
            return disjunction(node.children);
        case NodeKind::negation:
            return conjunction({node});
    }
    return {};
}

Query filter_query(const DocumentFilter& filter) {
    std::vector<Query> parts;
    const auto slugs = [](Field field) {
        return [field](const std::string& value) { return term(field, analyzers::slug(value)); };
    };
    const auto plain = [](Field field) {
        return [field](const std::string& value) { return term(field, value); };
    };
    add_choice(parts, filter.types, slugs(Field::type));
    add_choice(parts, filter.jurisdictions, slugs(Field::jurisdiction));
    add_choice(parts, filter.issuers, slugs(Field::issuer));
    add_choice(parts, filter.years,
               [](int year) { return term(Field::year, std::to_string(year)); });
    add_choice(parts, filter.cites, plain(Field::cites));
    add_choice(parts, filter.implements, plain(Field::implements));
    add_choice(parts, filter.bodies, plain(Field::body));
    if (filter.from || filter.to) {
        const auto slot = static_cast<Xapian::valueno>(Slot::date);
        parts.emplace_back(Query::OP_VALUE_RANGE, slot, filter.from ? digits(*filter.from) : "1",
                           filter.to ? digits(*filter.to) : "9");
    }
    parts.push_back(documents());
    return all_of(parts);
}

}  // namespace tracuu::indexer
