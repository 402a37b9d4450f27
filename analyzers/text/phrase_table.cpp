#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

std::uint64_t PhraseTable::step(std::uint32_t node, std::uint64_t key) noexcept {
    // Token keys are good hashes already: spread the node number over all bits and combine.
    return key ^ ((node + 1ULL) * 0x9E3779B97F4A7C15ULL);
}

void PhraseTable::add(std::string_view phrase, std::int32_t value) {
    const std::vector<Token> tokens = tokenize(phrase);
    if (tokens.empty()) return;
    std::uint32_t node = 0;
    for (const Token& token : tokens) {
        const auto [entry, added] =
            next_.try_emplace(step(node, token.key), static_cast<std::uint32_t>(nodes_.size()));
        if (added) nodes_.emplace_back();
        node = entry->second;
    }
    if (nodes_[node].terminal) return;
    nodes_[node] = {value, true};
}

std::optional<PhraseTable::Match> PhraseTable::longest(std::span<const Token> tokens,
                                                       std::size_t at) const {
    std::optional<Match> best;
    std::uint32_t node = 0;
    for (std::uint32_t length = 1; at + length <= tokens.size(); ++length) {
        const Token& token = tokens[at + length - 1];
        if (token.kind == TokenKind::newline) break;
        const auto found = next_.find(step(node, token.key));
        if (found == next_.end()) break;
        node = found->second;
        if (nodes_[node].terminal) best = Match{length, nodes_[node].value};
    }
    return best;
}

}  // namespace tracuu::analyzers
