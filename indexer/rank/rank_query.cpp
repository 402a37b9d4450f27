#include "indexer/rank/rank_query.hpp"

#include <cmath>

namespace tracuu::indexer {

double rarity(double having, double all) noexcept {
    return std::log(1.0 + (all - having + 0.5) / (having + 0.5)) + 1e-6;
}

RankQuery::RankQuery(const ParsedQuery& query,
                     const std::function<double(const std::string& term)>& rarity_of)
    : accented_(query.accented) {
    buckets_.fill(kNone);
    for (const auto& run : query.runs) {
        std::uint32_t before = kNone;
        for (const QueryWord& word : run) {
            std::uint32_t index = find(word.folded);
            if (index == kNone) index = add_word(word, rarity_of(word.folded));
            if (before != kNone && find_pair(before, index) == kNone) {
                const double weight = rarity_of(words_[before].form.folded + " " + word.folded);
                pairs_.push_back({before, index, weight});
                pair_total_ += weight;
            }
            before = index;
        }
    }
}

std::uint32_t RankQuery::add_word(const QueryWord& word, double weight) {
    const auto index = static_cast<std::uint32_t>(words_.size());
    words_.push_back({word, weight});
    total_ += weight;
    std::uint32_t& head = buckets_[bucket(word.folded)];
    next_in_bucket_.push_back(head);
    head = index;
    return index;
}

std::size_t RankQuery::bucket(std::string_view folded) noexcept {
    const auto first = static_cast<unsigned char>(folded.front());
    const auto last = static_cast<unsigned char>(folded.back());
    return (first * 31U + last * 7U + folded.size() * 59U) & 0xFFU;
}

std::uint32_t RankQuery::find(std::string_view folded) const noexcept {
    std::uint32_t index = buckets_[bucket(folded)];
    while (index != kNone && words_[index].form.folded != folded) index = next_in_bucket_[index];
    return index;
}

std::uint32_t RankQuery::find_pair(std::uint32_t first, std::uint32_t second) const noexcept {
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
        if (pairs_[i].first == first && pairs_[i].second == second) return i;
    }
    return kNone;
}

}  // namespace tracuu::indexer
