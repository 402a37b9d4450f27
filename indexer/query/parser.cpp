#include "indexer/query/parser.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzers/document_number.hpp"
#include "indexer/query/lexer.hpp"
#include "indexer/query/words.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

std::optional<int> year_of(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    int year = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        year = year * 10 + (c - '0');
    }
    return year;
}

// `2017`, `2017-2019` or `2017..2019`.
std::optional<std::pair<int, int>> years_of(std::string_view text) {
    const auto first = year_of(text.substr(0, 4));
    if (!first) return std::nullopt;
    if (text.size() == 4) return std::pair{*first, *first};
    text.remove_prefix(4);
    const std::size_t separator = text.starts_with("..") ? 2 : text.starts_with("-") ? 1 : 0;
    const auto last = separator == 0 ? std::nullopt : year_of(text.substr(separator));
    return last ? std::optional(std::pair{*first, *last}) : std::nullopt;
}

// Some part of `value` could be one of a number: it holds digits or is a type code.
bool is_part_of_number(std::string_view value) {
    if (value.find_first_of("0123456789") != std::string_view::npos) return true;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find_first_of("-/ "), value.size());
        const std::string_view code = value.substr(0, end);
        for (const auto system : {analyzers::NumberSystem::state, analyzers::NumberSystem::party}) {
            if (!analyzers::type_of_code(code, system).empty()) return true;
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return false;
}

// A code stands for its type: loại:NQ.
std::vector<QueryWord> type_words(std::string_view value) {
    for (const auto system : {analyzers::NumberSystem::state, analyzers::NumberSystem::party}) {
        const std::string_view type = analyzers::type_of_code(value, system);
        if (!type.empty()) return query_words(type);
    }
    return query_words(value);
}

// nullopt when it is no value of that field.
std::optional<QueryNode> field_node(QueryField field, std::string_view value) {
    QueryNode node;
    node.kind = NodeKind::field;
    node.field = field;
    node.words = field == QueryField::type ? type_words(value) : query_words(value);
    if (node.words.empty()) return std::nullopt;
    if (field == QueryField::year) {
        const auto years = years_of(value);
        if (!years) return std::nullopt;
        std::tie(node.first_year, node.last_year) = std::minmax(years->first, years->second);
    } else if (field == QueryField::number) {
        if (const auto number = analyzers::parse_document_number(value)) {
            node.value = number->canonical();
        } else if (!is_part_of_number(value)) {
            return std::nullopt;
        }
    } else if (field == QueryField::body || field == QueryField::agency) {
        node.value = std::string(value);
    }
    return node;
}

bool is_number(const QueryNode& root) {
    return root.kind == NodeKind::number ||
           (root.kind == NodeKind::field && root.field == QueryField::number);
}

// Recursive descent over the lexemes; gives up (nullopt) at the first piece that fits no rule.
class Parser {
  public:
    explicit Parser(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

    std::optional<QueryNode> run() {
        auto node = alternatives();
        if (!node || at_ != lexemes_.size()) return std::nullopt;
        return node;
    }

  private:
    std::optional<QueryNode> alternatives() {
        std::vector<QueryNode> children;
        for (;;) {
            auto child = all_of();
            if (!child) return std::nullopt;
            children.push_back(std::move(*child));
            if (!take(LexemeKind::either)) break;
        }
        return combine(NodeKind::disjunction, std::move(children));
    }

    // At least one condition; AND between them may be written.
    std::optional<QueryNode> all_of() {
        std::vector<QueryNode> children;
        bool wanted = true;  // a condition must follow
        while (!at_end() && !is(LexemeKind::close) && !is(LexemeKind::either)) {
            if (is(LexemeKind::both)) {
                if (wanted) return std::nullopt;
                ++at_;
                wanted = true;
                continue;
            }
            if (!conditions(children)) return std::nullopt;
            wanted = false;
        }
        if (wanted) return std::nullopt;
        std::erase_if(children, [](const QueryNode& node) { return node.kind == NodeKind::all; });
        return combine(NodeKind::conjunction, std::move(children));
    }

    // One condition, or a row of plain words, which are read together.
    bool conditions(std::vector<QueryNode>& children) {
        std::vector<std::string_view> row;
        while (is(LexemeKind::word)) row.push_back(lexemes_[at_++].text);
        if (!row.empty()) {
            for (QueryNode& node : read_words(row)) children.push_back(std::move(node));
            return true;
        }
        auto node = negatable();
        if (!node) return false;
        children.push_back(std::move(*node));
        return true;
    }

    std::optional<QueryNode> negatable() {
        if (!take(LexemeKind::negate)) return primary();
        if (is(LexemeKind::negate)) return std::nullopt;
        auto node = primary();
        if (!node) return std::nullopt;
        if (node->kind == NodeKind::all) return node;
        std::vector<QueryNode> only;
        only.push_back(std::move(*node));
        return combine(NodeKind::negation, std::move(only));
    }

    std::optional<QueryNode> primary() {
        if (at_end()) return std::nullopt;
        const Lexeme& lexeme = lexemes_[at_];
        switch (lexeme.kind) {
            case LexemeKind::word: {
                ++at_;
                const std::string_view word = lexeme.text;
                return combine(NodeKind::conjunction, read_words({&word, 1}));
            }
            case LexemeKind::phrase:
                ++at_;
                return read_phrase(lexeme.text);
            case LexemeKind::field:
                return field();
            case LexemeKind::open:
                return group();
            default:
                return std::nullopt;
        }
    }

    std::optional<QueryNode> field() {
        const QueryField field = lexemes_[at_++].field;
        if (!is(LexemeKind::word) && !is(LexemeKind::phrase)) return std::nullopt;
        return field_node(field, lexemes_[at_++].text);
    }

    std::optional<QueryNode> group() {
        if (++depth_ > kDeepestQuery) return std::nullopt;
        ++at_;
        auto node = alternatives();
        --depth_;
        if (!node || !take(LexemeKind::close)) return std::nullopt;
        return node;
    }

    [[nodiscard]] bool at_end() const noexcept { return at_ >= lexemes_.size(); }
    [[nodiscard]] bool is(LexemeKind kind) const noexcept {
        return !at_end() && lexemes_[at_].kind == kind;
    }
    bool take(LexemeKind kind) noexcept {
        if (!is(kind)) return false;
        ++at_;
        return true;
    }

    const std::vector<Lexeme>& lexemes_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

// Everything that is no operator, as words.
QueryNode as_words(const std::vector<Lexeme>& lexemes) {
    std::vector<std::string_view> row;
    std::vector<QueryNode> children;
    const auto flush = [&] {
        for (QueryNode& node : read_words(row)) children.push_back(std::move(node));
        row.clear();
    };
    for (const Lexeme& lexeme : lexemes) {
        if (lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::field) {
            row.push_back(lexeme.text);
        } else if (lexeme.kind == LexemeKind::phrase) {
            flush();
            for (const QueryWord& word : query_words(lexeme.text)) {
                children.push_back(word_node(word));
            }
        }
    }
    flush();
    return combine(NodeKind::conjunction, std::move(children));
}

using Runs = std::vector<std::vector<QueryWord>>;

// Collects the words to rank by. Words of one conjunction stand in one run; alternatives and
// groups stand apart.
void collect_runs(const QueryNode& node, Runs& runs) {
    const auto append = [&](const std::vector<QueryWord>& words) {
        runs.back().insert(runs.back().end(), words.begin(), words.end());
    };
    switch (node.kind) {
        case NodeKind::word:
        case NodeKind::phrase:
        case NodeKind::chain:
        case NodeKind::number:
            append(node.words);
            return;
        case NodeKind::conjunction:
        case NodeKind::most:
            for (const QueryNode& child : node.children) collect_runs(child, runs);
            return;
        case NodeKind::disjunction:
            // The first alternative is what was typed and continues the run.
            for (std::size_t i = 0; i < node.children.size(); ++i) {
                if (i == 0) {
                    collect_runs(node.children[i], runs);
                    continue;
                }
                Runs other(1);
                collect_runs(node.children[i], other);
                runs.insert(runs.begin(), other.begin(), other.end());
            }
            return;
        case NodeKind::all:
        case NodeKind::none:
        case NodeKind::field:
        case NodeKind::negation:
            return;
    }
}

// Marks of abbreviations that we added say nothing about how the reader types.
bool has_typed_accents(const Runs& runs, std::string_view query) {
    const std::vector<QueryWord> typed = query_words(query);
    for (const auto& run : runs) {
        for (const QueryWord& word : run) {
            if (word.accented == word.folded) continue;
            if (std::find(typed.begin(), typed.end(), word) != typed.end()) return true;
        }
    }
    return false;
}

void check_limits(std::string_view query) {
    if (query.size() > kLongestQuery) {
        throw support::Error(support::ErrorCode::bad_request,
                             "bytes beyond the limit of " + std::to_string(kLongestQuery) + ": " +
                                 std::to_string(query.size()),
                             "q");
    }
    const std::size_t words = query_words(query).size();
    if (words > kMostQueryWords) {
        throw support::Error(support::ErrorCode::bad_request,
                             "words beyond the limit of " + std::to_string(kMostQueryWords) + ": " +
                                 std::to_string(words),
                             "q");
    }
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
    check_limits(query);
    ParsedQuery parsed;
    if (is_blank(query)) return parsed;
    parsed.asked = query.substr(0, query.find_last_not_of(" \t\r\n") + 1).ends_with('?');
    const Lexemes lexemes = lex(query);
    auto root = lexemes.broken ? std::nullopt : Parser(lexemes.list).run();
    if (!root || lexemes.loose) parsed.notes.emplace_back("read_as_words");
    parsed.root = root ? std::move(*root) : as_words(lexemes.list);
    if (parsed.root.kind == NodeKind::all) {
        parsed.root.kind = NodeKind::none;
        parsed.notes.emplace_back("no_words");
    }
    if (is_number(parsed.root)) parsed.number = parsed.root.value;
    parsed.runs.emplace_back();
    collect_runs(parsed.root, parsed.runs);
    std::erase_if(parsed.runs, [](const auto& run) { return run.empty(); });
    parsed.accented = has_typed_accents(parsed.runs, query);
    return parsed;
}

}  // namespace tracuu::indexer
