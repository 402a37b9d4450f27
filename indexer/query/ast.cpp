#include "indexer/query/ast.hpp"

#include <algorithm>
#include <utility>

namespace tracuu::indexer {
namespace {

constexpr const char* field_name(QueryField field) {
    switch (field) {
        case QueryField::number:
            return "number";
        case QueryField::type:
            return "type";
        case QueryField::place:
            return "place";
        case QueryField::issuer:
            return "issuer";
        case QueryField::year:
            return "year";
        case QueryField::body:
            return "body";
        case QueryField::agency:
            return "agency";
    }
    return "?";
}

std::string join(const std::vector<QueryWord>& words, char separator) {
    std::string text;
    for (const QueryWord& word : words) {
        if (!text.empty()) text += separator;
        text += word.folded;
    }
    return text;
}

std::string print_field(const QueryNode& node) {
    std::string text = field_name(node.field);
    text += ':';
    if (node.field == QueryField::year) {
        text += std::to_string(node.first_year);
        if (node.last_year != node.first_year) text += ".." + std::to_string(node.last_year);
        return text;
    }
    const bool exact = node.field == QueryField::number && !node.value.empty();
    return text + (exact ? node.value : "\"" + join(node.words, ' ') + "\"");
}

// What may be missing from a document when most words are enough.
bool is_soft(const QueryNode& node) {
    // A phrase that can be written in several ways is a phrase.
    if (node.kind == NodeKind::disjunction) {
        return node.children.front().kind != NodeKind::phrase;
    }
    return node.kind == NodeKind::word || node.kind == NodeKind::chain ||
           node.kind == NodeKind::number;
}

std::string print_children(const char* name, const QueryNode& node) {
    std::string text = std::string("(") + name;
    for (const QueryNode& child : node.children) text += " " + to_string(child);
    return text + ")";
}

}  // namespace

std::string to_string(const QueryNode& node) {
    switch (node.kind) {
        case NodeKind::all:
            return "*";
        case NodeKind::none:
            return "(none)";
        case NodeKind::word:
            return node.words.front().folded;
        case NodeKind::phrase:
            return "\"" + join(node.words, ' ') + "\"";
        case NodeKind::chain:
            return join(node.words, '_');
        case NodeKind::number:
            return "number=" + node.value;
        case NodeKind::field:
            return print_field(node);
        case NodeKind::conjunction:
            return print_children("and", node);
        case NodeKind::most:
            return print_children(("most " + std::to_string(node.needed)).c_str(), node);
        case NodeKind::disjunction:
            return print_children("or", node);
        case NodeKind::negation:
            return print_children("not", node);
    }
    return {};
}

QueryNode word_node(QueryWord word) {
    QueryNode node;
    node.kind = NodeKind::word;
    node.words.push_back(std::move(word));
    return node;
}

QueryNode sequence_node(NodeKind kind, std::vector<QueryWord> words) {
    QueryNode node;
    if (words.empty()) return node;
    node.kind = words.size() == 1 ? NodeKind::word : kind;
    node.words = std::move(words);
    return node;
}

QueryNode combine(NodeKind kind, std::vector<QueryNode> children) {
    if (children.empty()) return {};
    if (children.size() == 1 && kind != NodeKind::negation) return std::move(children.front());
    QueryNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

bool is_question(const QueryNode& root, bool asked) {
    std::size_t words = 0;
    for (const QueryNode& child : root.children) words += is_soft(child) ? child.weight : 0;
    return root.kind == NodeKind::conjunction && (asked ? words > 2 : words > kLongestConjunction);
}

std::optional<QueryNode> relaxed(const QueryNode& root) {
    if (root.kind != NodeKind::conjunction) return std::nullopt;
    QueryNode most;
    most.kind = NodeKind::most;
    std::vector<QueryNode> all;
    for (const QueryNode& child : root.children) {
        (is_soft(child) ? most.children : all).push_back(child);
    }
    std::size_t count = 0;
    for (const QueryNode& child : most.children) count += child.weight;
    if (most.children.size() < 2) return std::nullopt;
    most.needed = std::min(count - 1, count / 2 + 1);
    all.insert(all.begin(), std::move(most));
    return combine(NodeKind::conjunction, std::move(all));
}

QueryNode with_known_numbers(QueryNode root,
                             const std::function<bool(const std::string& number)>& known) {
    if (root.kind == NodeKind::number && !known(root.value)) {
        QueryNode chain = sequence_node(NodeKind::chain, std::move(root.words));
        chain.weight = root.weight;
        return chain;
    }
    for (QueryNode& child : root.children) child = with_known_numbers(std::move(child), known);
    return root;
}

QueryNode with_known_bodies(
    QueryNode root,
    const std::function<std::vector<std::string>(const std::string& name)>& bodies) {
    const bool named = root.kind == NodeKind::field &&
                       (root.field == QueryField::body || root.field == QueryField::agency);
    if (named) root.ids = bodies(root.value);
    for (QueryNode& child : root.children) child = with_known_bodies(std::move(child), bodies);
    return root;
}

}  // namespace tracuu::indexer
