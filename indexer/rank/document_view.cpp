#include "indexer/rank/document_view.hpp"

#include <algorithm>
#include <utility>

#include "indexer/query/parser.hpp"

namespace tracuu::indexer {
namespace {

using analyzers::SearchTokens;

bool starts_at(const SearchTokens& text, std::size_t at, const std::vector<QueryWord>& words,
               std::size_t first, std::size_t count) {
    if (at + count > text.tokens.size()) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const analyzers::SearchToken& token = text.tokens[at + i];
        if (i > 0 && token.breaks) return false;
        if (text.folded(token) != words[first + i].folded) return false;
    }
    return true;
}

bool holds_words(std::string_view value, const std::vector<QueryWord>& wanted) {
    const std::vector<QueryWord> words = query_words(value);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QueryWord& one) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QueryWord& word) { return word.folded == one.folded; });
    });
}

void sort_unique(std::vector<std::string>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::vector<std::string> header_texts(const DocumentMeta& meta) {
    return {meta.title, meta.number, meta.issuer, meta.type};
}

std::vector<std::string> own_numbers(const StoredDocument& document) {
    std::vector<std::string> numbers = document.numbers;
    if (!document.record.meta.number.empty()) numbers.push_back(document.record.meta.number);
    sort_unique(numbers);
    return numbers;
}

std::vector<std::string> searchable_numbers(const StoredDocument& document) {
    std::vector<std::string> numbers = own_numbers(document);
    for (const Mention& mention : document.record.mentions) {
        if (!mention.number.empty()) numbers.push_back(mention.number);
    }
    sort_unique(numbers);
    return numbers;
}

DocumentView::DocumentView(const StoredDocument& document, std::string_view text,
                           std::vector<std::string> bodies)
    : document_(document), numbers_(searchable_numbers(document)), bodies_(std::move(bodies)) {
    texts_.emplace_back();
    analyzers::search_tokens(text, texts_.back());
    for (const std::string& field : header_texts(document.record.meta)) {
        texts_.emplace_back();
        analyzers::search_tokens(field, texts_.back());
    }
}

bool DocumentView::matches(const QueryNode& node) const {
    const auto child_matches = [this](const QueryNode& child) { return matches(child); };
    const auto& children = node.children;
    switch (node.kind) {
        case NodeKind::all:
            return true;
        case NodeKind::none:
            return false;
        case NodeKind::word:
        case NodeKind::phrase:
            return has_sequence(node.words, 0, node.words.size());
        case NodeKind::chain:
            return has_chain(node.words);
        case NodeKind::number:
            return std::binary_search(numbers_.begin(), numbers_.end(), node.value);
        case NodeKind::field:
            return field_matches(node);
        case NodeKind::conjunction:
            return std::all_of(children.begin(), children.end(), child_matches);
        case NodeKind::most: {
            std::size_t found = 0;
            for (const QueryNode& child : children) found += matches(child) ? child.weight : 0;
            return found >= node.needed;
        }
        case NodeKind::disjunction:
            return std::any_of(children.begin(), children.end(), child_matches);
        case NodeKind::negation:
            return !matches(children.front());
    }
    return false;
}

bool DocumentView::has_sequence(const std::vector<QueryWord>& words, std::size_t first,
                                std::size_t count) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const SearchTokens& text) {
        for (std::size_t at = 0; at < text.tokens.size(); ++at) {
            if (starts_at(text, at, words, first, count)) return true;
        }
        return false;
    });
}

bool DocumentView::has_chain(const std::vector<QueryWord>& words) const {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!has_sequence(words, i, 2)) return false;
    }
    return true;
}

bool DocumentView::field_matches(const QueryNode& node) const {
    const DocumentMeta& meta = document_.record.meta;
    switch (node.field) {
        case QueryField::number: {
            const auto own = own_numbers(document_);
            if (!node.value.empty())
                return std::find(own.begin(), own.end(), node.value) != own.end();
            std::string all;
            for (const std::string& number : own) all += number + ' ';
            return holds_words(all, node.words);
        }
        case QueryField::type:
            return holds_words(meta.type, node.words);
        case QueryField::place:
            return holds_words(meta.jurisdiction, node.words);
        case QueryField::issuer:
            return holds_words(meta.issuer, node.words);
        case QueryField::year:
            return meta.date && meta.date->year() >= node.first_year &&
                   meta.date->year() <= node.last_year;
        case QueryField::body:
            return has_task_of(node.ids);
        case QueryField::agency:
            return holds_words(meta.issuer, node.words) || has_task_of(node.ids);
    }
    return false;
}

bool DocumentView::has_task_of(const std::vector<std::string>& bodies) const {
    return std::any_of(bodies.begin(), bodies.end(), [&](const std::string& id) {
        return std::binary_search(bodies_.begin(), bodies_.end(), id);
    });
}

}  // namespace tracuu::indexer
