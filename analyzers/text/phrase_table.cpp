#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

PhraseTable PhraseTable::of(std::initializer_list<std::string_view> phrases) {
    PhraseTable table;
    for (const std::string_view phrase : phrases) table.add(phrase, 1);
    return table;
}

std::uint64_t PhraseTable::key_of(std::uint32_t node, std::uint64_t token) noexcept {
    // Token keys are good hashes already: spread the node number over all bits and combine.
    return token ^ ((node + 1ULL) * 0x9E3779B97F4A7C15ULL);
}

std::size_t PhraseTable::first_word_bit(std::uint64_t token) noexcept {
    return (token ^ (token >> 31U)) % kFirstWords;
}

std::size_t PhraseTable::slot_of(std::uint64_t key) const noexcept {
    const std::size_t mask = steps_.size() - 1;
    std::size_t slot = (key ^ (key >> 32U)) & mask;
    while (steps_[slot].to != 0 && steps_[slot].key != key) slot = (slot + 1) & mask;
    return slot;
}

void PhraseTable::grow() {
    std::vector<Step> old(steps_.size() * 2);
    old.swap(steps_);
    for (const Step& step : old) {
        if (step.to != 0) steps_[slot_of(step.key)] = step;
    }
}

std::uint32_t PhraseTable::add_step(std::uint64_t key) {
    const std::size_t slot = slot_of(key);
    if (steps_[slot].to != 0) return steps_[slot].to;
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    steps_[slot] = {key, node};
    if (nodes_.size() * 2 > steps_.size()) grow();  // at most half full: short probes
    return node;
}

void PhraseTable::add(std::string_view phrase, std::int32_t value) {
    const std::vector<Token> tokens = tokenize(phrase);
    if (tokens.empty()) return;
    first_words_.set(first_word_bit(tokens.front().key));
    std::uint32_t node = 0;
    for (const Token& token : tokens) node = add_step(key_of(node, token.key));
    if (nodes_[node].terminal) return;
    nodes_[node] = {value, true};
}

std::optional<PhraseTable::Match> PhraseTable::longest(std::span<const Token> tokens,
                                                       std::size_t at) const {
    if (at >= tokens.size() || !first_words_.test(first_word_bit(tokens[at].key))) return {};
    std::optional<Match> best;
    std::uint32_t node = 0;
    for (std::uint32_t length = 1; at + length <= tokens.size(); ++length) {
        const Token& token = tokens[at + length - 1];
        if (token.kind == TokenKind::newline) break;
        node = steps_[slot_of(key_of(node, token.key))].to;
        if (node == 0) break;
        if (nodes_[node].terminal) best = Match{length, nodes_[node].value};
    }
    return best;
}

}  // namespace tracuu::analyzers
