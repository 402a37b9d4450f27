#include "indexer/xapian/record_sets.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "indexer/rank/stream_phrase.hpp"
#include "indexer/xapian/query_builder.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

constexpr std::uint64_t kWhole = 1'000'000;  // postings of a conjunction that are read as a whole

// The terms of a conjunction of terms; of any other query none.
std::vector<std::string> terms_of(const Query& query) {
    if (query.get_type() == Query::LEAF_TERM) return {*query.get_terms_begin()};
    if (query.get_type() != Query::OP_AND) return {};
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const Query part = query.get_subquery(i);
        if (part.get_type() != Query::LEAF_TERM) return {};
        terms.push_back(*part.get_terms_begin());
    }
    return terms;
}

Records both(const Records& a, const Records& b) {
    Records made;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(made));
    return made;
}

Records either(const Records& a, const Records& b) {
    Records made;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(made));
    return made;
}

Records without(const Records& a, const Records& b) {
    Records made;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(made));
    return made;
}

// The records that have all of `terms`, the rarest first.
Records having_all(Postings& postings, std::vector<std::string> terms) {
    std::sort(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
        return postings.frequency(a) < postings.frequency(b);
    });
    Records records = postings.records(terms.front());
    for (std::size_t i = 1; i < terms.size() && !records.empty(); ++i) {
        records = both(records, postings.records(terms[i]));
    }
    return records;
}

bool is_phrase(const QueryNode& node) {
    return node.kind == NodeKind::phrase;
}

// Evaluates a tree from its leaves up, as sets of records.
class Sets {
  public:
    explicit Sets(const Reader& reader) : reader_(reader) {}

    Records of(const QueryNode& node) {
        const BooleanQuery query = boolean_query(node);
        if (query.exact) return all_matching(reader_.postings(), query.query);
        switch (node.kind) {
            case NodeKind::most:
                return most(node);
            case NodeKind::disjunction:
                return any(node);
            case NodeKind::conjunction:
                return all(node.children, boolean_query({}).query);
            default:
                return all({node}, boolean_query({}).query);
        }
    }

    // What all `parts` and the filter allow: first what Xapian can tell of them together, then
    // the sets that it cannot, then the phrases of what is left.
    Records all(const std::vector<QueryNode>& parts, const Query& filter) {
        std::vector<Query> told{filter};
        std::vector<const QueryNode*> sets;
        std::vector<const QueryNode*> phrases;
        for (const QueryNode& part : parts) {
            const BooleanQuery query = boolean_query(part);
            if (query.exact || is_phrase(part)) told.push_back(query.query);
            if (!query.exact) (is_phrase(part) ? phrases : sets).push_back(&part);
        }
        Records records =
            all_matching(reader_.postings(), Query(Query::OP_AND, told.begin(), told.end()));
        for (const QueryNode* const part : sets) {
            records = part->kind == NodeKind::negation
                          ? without(records, of(part->children.front()))
                          : both(records, of(*part));
        }
        for (const QueryNode* const phrase : phrases) keep_phrase(phrase->words, records);
        return records;
    }

  private:
    Records any(const QueryNode& node) {
        Records records;
        for (const QueryNode& child : node.children) records = either(records, of(child));
        return records;
    }

    Records most(const QueryNode& node) {
        std::vector<std::uint16_t> counts(std::size_t{reader_.database().get_lastdocid()} + 1, 0);
        for (const QueryNode& child : node.children) {
            const auto weight = static_cast<std::uint16_t>(child.weight);
            for (const Xapian::docid record : of(child)) {
                counts[record] = static_cast<std::uint16_t>(counts[record] + weight);
            }
        }
        Records records;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] >= node.needed) records.push_back(static_cast<Xapian::docid>(i));
        }
        return records;
    }

    void keep_phrase(const std::vector<QueryWord>& words, Records& records) {
        const StreamPhrase phrase(words);
        const auto misses = [&](Xapian::docid record) {
            return !phrase.stands_in(reader_.stream(record, maker_));
        };
        records.erase(std::remove_if(records.begin(), records.end(), misses), records.end());
    }

    const Reader& reader_;
    StreamMaker maker_;
};

}  // namespace

Records all_matching(Postings& postings, const Query& query) {
    // Lists that many questions share are at hand; a match of Xapian's costs more than they do.
    const std::vector<std::string> terms = terms_of(query);
    std::uint64_t length = 0;
    for (const std::string& term : terms) length += postings.frequency(term);
    if (terms.size() == 1 || (!terms.empty() && length <= kWhole)) {
        return having_all(postings, terms);
    }
    Xapian::Enquire enquire(postings.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, postings.database().get_doccount());
    Records records;
    records.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at) records.push_back(*at);
    return records;
}

Records matching(const Reader& reader, const QueryNode& root, const Query& filter) {
    Sets sets(reader);
    if (root.kind == NodeKind::conjunction) return sets.all(root.children, filter);
    return sets.all({root}, filter);
}

}  // namespace tracuu::indexer
