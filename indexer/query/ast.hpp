#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tracuu::indexer {

/// One word of a query in both forms of analyzers/search_terms.hpp.
struct QueryWord {
    std::string folded;
    std::string accented;
    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// A field of `field:value`. An agency is the issuer or a body with a task.
enum class QueryField : std::uint8_t { number, type, place, issuer, year, body, agency };

/// What a node of a query tree demands of a document. "The texts" of a document are its text,
/// title, number, issuer and type; comparison is on folded forms.
enum class NodeKind : std::uint8_t {
    all,          ///< nothing: every document
    none,         ///< the impossible
    word,         ///< words[0] in one of the texts
    phrase,       ///< all words next to each other in one of the texts
    chain,        ///< every two neighbouring words next to each other somewhere
    number,       ///< `value` is its own number or one that it cites
    field,        ///< `field` holds the words; number: `value` is its own; year: first..last;
                  ///< body: a task of one of `ids`; agency: that, or the issuer holds the words
    conjunction,  ///< all children
    most,         ///< children of at least `needed` words together
    disjunction,  ///< one child
    negation      ///< not the only child
};

/// A query tree. Conjunctions and disjunctions have at least two children.
struct QueryNode {
    NodeKind kind = NodeKind::all;
    std::vector<QueryWord> words;
    std::string value;             ///< a number; of body and agency fields the name
    std::vector<std::string> ids;  ///< of body and agency fields: see with_known_bodies
    QueryField field = QueryField::number;
    std::size_t weight = 1;  ///< in words: what it counts for in `most`
    std::size_t needed = 0;  ///< of `most`: words
    int first_year = 0;
    int last_year = 0;
    std::vector<QueryNode> children;
};

/// The tree as text, for tests and for people: `(and nghi quyet (not tw) "tinh gian")`.
[[nodiscard]] std::string to_string(const QueryNode& node);

/// One word, phrase or chain for one, several or no words.
[[nodiscard]] QueryNode word_node(QueryWord word);
[[nodiscard]] QueryNode sequence_node(NodeKind kind, std::vector<QueryWord> words);
/// The only child itself when there is one; `all` when there is none.
[[nodiscard]] QueryNode combine(NodeKind kind, std::vector<QueryNode> children);

/// A conjunction of more words than this is a question: most of its words are enough at once.
/// Every long document holds all of so many words somewhere.
inline constexpr std::size_t kLongestConjunction = 8;
/// So is a conjunction that ends in a question mark (`asked`): "là gì" need not be in the answer.
[[nodiscard]] bool is_question(const QueryNode& root, bool asked);

/// What is tried when nothing matches a conjunction: more than half of its words must match, the
/// phrases, fields and exclusions in it still all must. nullopt when there is nothing to relax.
[[nodiscard]] std::optional<QueryNode> relaxed(const QueryNode& root);

/// `root` with every number that no document has (`known` says no) read as its words in a row.
[[nodiscard]] QueryNode with_known_numbers(
    QueryNode root, const std::function<bool(const std::string& number)>& known);

/// `root` with the bodies that the names in it mean.
[[nodiscard]] QueryNode with_known_bodies(
    QueryNode root, const std::function<std::vector<std::string>(const std::string& name)>& bodies);

}  // namespace tracuu::indexer
