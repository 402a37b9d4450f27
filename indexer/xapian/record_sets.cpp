#include "indexer/xapian/record_sets.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "indexer/rank/stream_phrase.hpp"
#include "indexer/xapian/pair_lists.hpp"
#include "indexer/xapian/query_builder.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

constexpr std::size_t kLooked = 32;          // records passed in the time of looking one up
constexpr std::uint64_t kWhole = 1'000'000;  // postings of a conjunction that are read as a whole

// Adds the terms of a conjunction of terms; false for any other query.
bool add_terms(const Query& query, std::vector<std::string>& terms) {
    if (query.get_type() == Query::LEAF_TERM) {
        terms.push_back(*query.get_terms_begin());
        return true;
    }
    if (query.get_type() != Query::OP_AND) return false;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (!add_terms(query.get_subquery(i), terms)) return false;
    }
    return !terms.empty();
}

Records both(const Records& a, const Records& b) {
    if (a.size() > b.size()) return both(b, a);
    Records made;
    if (a.size() * kLooked < b.size()) {
        auto at = b.begin();
        for (const Xapian::docid record : a) {
            at = std::lower_bound(at, b.end(), record);
            if (at == b.end()) break;
            if (*at == record) made.push_back(record);
        }
        return made;
    }
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

bool is_run(const QueryNode& node) {
    return node.kind == NodeKind::phrase || node.kind == NodeKind::chain;
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
    // what lists of pairs tell, then other sets, then the phrases of what is left.
    Records all(const std::vector<QueryNode>& parts, const Query& filter) {
        std::vector<Query> told{filter};
        std::vector<const QueryNode*> sets;
        std::vector<const QueryNode*> runs;
        for (const QueryNode& part : parts) {
            const BooleanQuery query = boolean_query(part);
            if (query.exact) told.push_back(query.query);
            if (!query.exact) (is_run(part) ? runs : sets).push_back(&part);
        }
        Records records =
            all_matching(reader_.postings(), Query(Query::OP_AND, told.begin(), told.end()));
        for (const QueryNode* const run : runs) keep_pairs(run->words, records);
        for (const QueryNode* const part : sets) {
            records = part->kind == NodeKind::negation
                          ? without(records, of(part->children.front()))
                          : both(records, of(*part));
        }
        for (const QueryNode* const run : runs) {
            if (run->kind == NodeKind::phrase && run->words.size() > 2) {
                keep_phrase(run->words, records);
            }
        }
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

    void keep_pairs(const std::vector<QueryWord>& words, Records& records) {
        std::vector<std::string> keys;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            keys.push_back(pair_key(words[i].folded + " " + words[i + 1].folded));
        }
        if (!keys.empty()) records = both(records, having_all(reader_.postings(), keys));
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

// Lists that many questions share are at hand; a match of Xapian's costs more than they do.
std::optional<Records> quickly_matching(Postings& postings, const Query& query) {
    std::vector<std::string> terms;
    if (!add_terms(query, terms)) return std::nullopt;
    std::uint64_t length = 0;
    for (const std::string& term : terms) length += postings.frequency(term);
    if (terms.size() > 1 && length > kWhole) return std::nullopt;
    return having_all(postings, std::move(terms));
}

Records all_matching(Postings& postings, const Query& query) {
    if (auto records = quickly_matching(postings, query)) return std::move(*records);
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
