#include "indexer/xapian/query_builder.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "analyzers/letter.hpp"
#include "indexer/schema.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

constexpr RankWeights kWeights{};

Query all_of(const std::vector<Query>& parts) {
    return Query(Query::OP_AND, parts.begin(), parts.end());
}

Query any_of(const std::vector<Query>& parts) {
    return Query(Query::OP_OR, parts.begin(), parts.end());
}

Query documents() {
    return Query(kind_term(Kind::document));
}

Query bigrams(const std::vector<QueryWord>& words) {
    std::vector<Query> parts;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        parts.emplace_back(term(Field::bigram, words[i].folded + " " + words[i + 1].folded));
    }
    return all_of(parts);
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

// What Xapian's BM25 gives a term that `having` of `all` records have.
double xapian_rarity(double having, double all) {
    double ratio = (all - having + 0.5) / (having + 0.5);
    if (ratio < 2) ratio = ratio * 0.5 + 1;
    return std::log(ratio);
}

class Scorer {
  public:
    explicit Scorer(const Xapian::Database& database)
        : database_(database),
          all_(database.get_doccount()),
          common_(kWeights.common * database.get_termfreq(kind_term(Kind::document))) {}

    void add(const std::string& term, double weight) {
        const double having = database_.get_termfreq(term);
        if (having == 0 || weight <= 0) return;
        const double factor = weight / std::max(xapian_rarity(having, all_), 1e-3);
        const Query part(Query::OP_SCALE_WEIGHT, Query(term), factor);
        (having > common_ ? common_parts_ : rare_parts_).push_back(part);
    }
    [[nodiscard]] Query query(bool with_common) const {
        std::vector<Query> parts = rare_parts_;
        if (with_common || parts.empty()) {
            parts.insert(parts.end(), common_parts_.begin(), common_parts_.end());
        }
        return any_of(parts);
    }

  private:
    const Xapian::Database& database_;
    double all_;
    double common_;
    std::vector<Query> rare_parts_;
    std::vector<Query> common_parts_;
};

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
            return {bigrams(node.words), node.words.size() <= 2};
        case NodeKind::chain:
            return {bigrams(node.words), true};
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

Query scoring_query(const RankQuery& query, const Xapian::Database& database) {
    Scorer scorer(database);
    for (const RankQuery::Word& word : query.words()) {
        scorer.add(term(Field::word, word.form.folded), word.weight);
        scorer.add(term(Field::title, word.form.folded), word.weight * kWeights.title);
    }
    for (const RankQuery::Pair& pair : query.pairs()) {
        const std::string& first = query.words()[pair.first].form.folded;
        const std::string& second = query.words()[pair.second].form.folded;
        scorer.add(term(Field::bigram, first + " " + second), pair.weight * kWeights.pair);
    }
    return scorer.query(query.words().size() <= kWeights.question);
}

Xapian::BM25Weight scoring_scheme(const Xapian::Database& database) {
    // Only documents have length; the average that Xapian knows is over all records. These
    // parameters give the same score as k1 and b with the average length of documents.
    const double records = database.get_doccount();
    const double documents =
        std::max(1.0, double{1} * database.get_termfreq(kind_term(Kind::document)));
    const double ratio = std::max(1.0, records / documents);
    const double scaled = kWeights.b / ratio + 1 - kWeights.b;
    return Xapian::BM25Weight(kWeights.k1 * scaled, 0, 1, kWeights.b / ratio / scaled, 0);
}

}  // namespace tracuu::indexer
