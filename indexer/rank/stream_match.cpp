#include "indexer/rank/stream_match.hpp"

#include <algorithm>
#include <cmath>

namespace tracuu::indexer {
namespace {

// What a word with other accents than those typed counts for; one typed without any may be meant
// with some.
constexpr float kOtherAccents = 0.1F;
// Of a written text about a quarter of the syllables have no marks. Where more of a query have
// none, marks were left out: such words may be meant with any.
constexpr double kUsuallyUnmarked = 0.3;
constexpr double kHalfAccented = 0.5;
constexpr double kK1 = 0.6;
constexpr double kB = 0.9;
constexpr std::uint32_t kNear = 5;   // tokens
constexpr double kRare = 0.25;       // of the rarest word's weight: what a first look sees
constexpr double kTitleShare = 0.5;  // of the title at first look
constexpr double kTitleB = 0.5;
constexpr double kAverageTitle = 15;
constexpr double kLongestLog = 12;  // natural logarithm of about 160,000 tokens

// BM25's measure of length, for `saturated`.
double norm(double length, double b, double average) noexcept {
    return kK1 * (1 - b + b * length / average);
}

double weight_of(double weight) noexcept {
    return weight;
}
double weight_of(const RankQuery::Pair& pair) noexcept {
    return pair.weight;
}

double saturated(double count, double norm) noexcept {
    return count * (kK1 + 1) / (count + norm);
}

}  // namespace

StreamQuery::StreamQuery(const RankQuery& query, double average, const FormWeight& weight)
    : query_(query), average_(std::max(average, 1.0)) {
    const auto& words = query.words();
    const std::size_t count = std::min<std::size_t>(words.size(), 255);
    const auto is_unmarked = [](const RankQuery::Word& word) {
        return word.form.folded == word.form.accented;
    };
    const auto unmarked =
        static_cast<double>(std::count_if(words.begin(), words.end(), is_unmarked));
    const double share = unmarked / static_cast<double>(std::max<std::size_t>(count, 1));
    const auto left_out = static_cast<float>(
        std::clamp((share - kUsuallyUnmarked) / (kHalfAccented - kUsuallyUnmarked), 0.0, 1.0));
    next_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const QueryWord& form = words[i].form;
        forms_.push_back(stream_token(form.folded, form.accented, false));
        const float open = is_unmarked(words[i]) ? left_out : 0;
        other_grade_.push_back(query.accented() ? std::max(kOtherAccents, open) : 1);
        const double known = query.accented() && open == 0 ? weight(form_bits(forms_.back())) : 0;
        weights_.push_back(known > 0 ? known : words[i].weight);
        total_ += weights_.back();
        std::uint8_t& first = first_[folded_bits(forms_.back()) & 0xFFFU];
        next_[i] = first;
        first = static_cast<std::uint8_t>(i + 1);
    }
    const double highest =
        weights_.empty() ? 0 : *std::max_element(weights_.begin(), weights_.end());
    const auto see = [this](std::size_t word) { rare_[folded_bits(forms_[word]) & 0xFFFU] = 1; };
    for (std::size_t i = 0; i < count; ++i) {
        if (weights_[i] >= kRare * highest) see(i);
    }
    for (const RankQuery::Pair& pair : query.pairs()) {
        if (pair.first >= count || pair.second >= count || pair.weight < kRare * highest) continue;
        see(pair.first);
        see(pair.second);
    }
    total_ = std::max(total_ + query.pair_weight(), 1e-9);
    pair_of_.assign(count * count, RankQuery::kNone);
    for (std::uint32_t i = 0; i < query.pairs().size(); ++i) {
        const RankQuery::Pair& pair = query.pairs()[i];
        if (pair.first < count && pair.second < count) {
            pair_of_[pair.first * count + pair.second] = i;
        }
    }
}

std::uint32_t StreamQuery::find(StreamToken token) const noexcept {
    std::uint8_t word = first_[folded_bits(token) & 0xFFFU];
    while (word != 0 && folded_bits(forms_[word - 1U]) != folded_bits(token)) {
        word = next_[word - 1U];
    }
    return word == 0 ? RankQuery::kNone : word - 1U;
}

float StreamQuery::grade(std::uint32_t word, StreamToken token) const noexcept {
    return accent_bits(forms_[word]) == accent_bits(token) ? 1 : other_grade_[word];
}

// Two passes: which token is a word of the query cannot be foreseen, so the first one, over all
// tokens, has no branch.
void StreamQuery::collect(const Filter& filter) {
    if (places_.size() < tokens_.size()) places_.resize(tokens_.size());
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
        places_[count] = i;
        count += static_cast<std::size_t>(filter[folded_bits(tokens_[i]) & 0xFFFU] != 0);
    }
    hits_.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const StreamToken token = tokens_[places_[i]];
        const std::uint32_t word = find(token);
        if (word != RankQuery::kNone) hits_.push_back({places_[i], word, grade(word, token)});
    }
}

// The pair that hits i and i + 1 form; kNone when they form none.
std::uint32_t StreamQuery::pair_at(std::size_t i) const {
    if (i + 1 >= hits_.size() || hits_[i + 1].token != hits_[i].token + 1) return RankQuery::kNone;
    if (breaks_before(tokens_[hits_[i + 1].token])) return RankQuery::kNone;
    return pair_of_[hits_[i].word * forms_.size() + hits_[i + 1].word];
}

// Best grade of each word and pair, added up by weight.
void StreamQuery::add_shares(double& words, double& pairs) const {
    std::vector<float> word(forms_.size(), 0);
    std::vector<float> pair(query_.pairs().size(), 0);
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        word[hits_[i].word] = std::max(word[hits_[i].word], hits_[i].grade);
        const std::uint32_t at = pairs_[i];
        if (at != RankQuery::kNone) {
            pair[at] = std::max(pair[at], std::min(hits_[i].grade, hits_[i + 1].grade));
        }
    }
    for (std::size_t i = 0; i < word.size(); ++i) words += word[i] * weights_[i];
    for (std::size_t i = 0; i < pair.size(); ++i) pairs += pair[i] * query_.pairs()[i].weight;
    words /= total_;
    pairs /= total_;
}

// Pairs of the query whose words stand near each other, the first before the second.
double StreamQuery::near_pairs() const {
    std::vector<float> found(query_.pairs().size(), 0);
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && hits_[i].token - hits_[j].token <= kNear;) {
            const std::uint32_t pair = pair_of_[hits_[j].word * forms_.size() + hits_[i].word];
            if (pair == RankQuery::kNone) continue;
            found[pair] = std::max(found[pair], std::min(hits_[i].grade, hits_[j].grade));
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i) sum += found[i] * query_.pairs()[i].weight;
    return sum / total_;
}

// Weight of the distinct words and pairs in the best window of `width` tokens.
double StreamQuery::best_window(std::uint32_t width) {
    const std::size_t words = forms_.size();
    counts_.assign(words + query_.pairs().size(), Count{});
    double sum = 0;
    double best = 0;
    // What one occurrence more or less of a word or pair changes.
    const auto enter = [](Count& count, float grade, double weight) {
        if (grade >= 1) return count.exact++ == 0 ? weight * (1 - count.best_other()) : 0.0;
        count.grade = grade;
        return count.other++ == 0 && count.exact == 0 ? weight * grade : 0.0;
    };
    const auto leave = [](Count& count, float grade, double weight) {
        if (grade >= 1) return --count.exact == 0 ? weight * (1 - count.best_other()) : 0.0;
        return --count.other == 0 && count.exact == 0 ? weight * count.grade : 0.0;
    };
    std::size_t first = 0;
    for (std::size_t last = 0; last < hits_.size(); ++last) {
        const Hit& hit = hits_[last];
        sum += enter(counts_[hit.word], hit.grade, weights_[hit.word]);
        if (last > first && pairs_[last - 1] != RankQuery::kNone) {
            const std::uint32_t pair = pairs_[last - 1];
            sum += enter(counts_[words + pair], pair_grade(last - 1), query_.pairs()[pair].weight);
        }
        while (hit.token - hits_[first].token >= width) {
            sum -=
                leave(counts_[hits_[first].word], hits_[first].grade, weights_[hits_[first].word]);
            if (const std::uint32_t pair = pairs_[first]; pair != RankQuery::kNone) {
                sum -= leave(counts_[words + pair], pair_grade(first), query_.pairs()[pair].weight);
            }
            ++first;
        }
        best = std::max(best, sum);
    }
    return best / total_;
}

// Words of the query that stand in the stream next to each other as in the query.
void StreamQuery::add_runs(Features& features) const {
    static const StreamToken is = stream_token("la", "la`", false);
    const auto& weights = query_.pairs();
    std::vector<bool> triple(weights.size(), false);  // by its first pair
    double triples = 0;
    double run_weight = 0;
    double definition = 0;
    std::uint32_t longest = hits_.empty() ? 0 : 1;
    std::uint32_t run = 1;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        const std::uint32_t next = hits_[i].token + 1;
        const bool defined = next < tokens_.size() && (tokens_[next] & ~1U) == (is & ~1U);
        if (defined && run > 1) definition = std::max(definition, run_weight);
        if (pairs_[i] == RankQuery::kNone) {
            run = 1;
            run_weight = 0;
            continue;
        }
        run_weight += weights[pairs_[i]].weight;
        longest = std::max(longest, ++run);
        const bool goes_on = i + 1 < hits_.size() && pairs_[i + 1] != RankQuery::kNone;
        if (goes_on && !triple[pairs_[i]]) {
            triple[pairs_[i]] = true;
            triples += weights[pairs_[i]].weight + weights[pairs_[i + 1]].weight;
        }
    }
    const auto at = [&features](Feature feature) -> double& {
        return features[static_cast<std::size_t>(feature)];
    };
    at(Feature::run) =
        static_cast<double>(longest) / static_cast<double>(std::max<std::size_t>(forms_.size(), 1));
    at(Feature::triples) = triples / (2 * total_);
    at(Feature::definition) = definition / total_;
}

StreamQuery::Field StreamQuery::bm25(std::size_t first, std::size_t last, double norm) {
    word_sums_.assign(forms_.size(), Sum{});
    pair_sums_.assign(query_.pairs().size(), Sum{});
    for (std::size_t i = first; i < last; ++i) {
        word_sums_[hits_[i].word].add(hits_[i].grade);
        if (pairs_[i] != RankQuery::kNone) pair_sums_[pairs_[i]].add(pair_grade(i));
    }
    const auto sum = [norm, this](const std::vector<Sum>& sums, const auto& weights, double& any,
                                  double& graded) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            if (sums[i].any == 0) continue;
            any += weight_of(weights[i]) * saturated(sums[i].any, norm);
            graded += weight_of(weights[i]) * saturated(sums[i].graded, norm);
        }
        any /= total_ * (kK1 + 1);
        graded /= total_ * (kK1 + 1);
    };
    Field found;
    sum(word_sums_, weights_, found.words, found.graded);
    sum(pair_sums_, query_.pairs(), found.pairs, found.pairs_graded);
    return found;
}

void StreamQuery::read(const TokenStream& stream, const Filter& filter) {
    tokens_ = stream.tokens.first(std::min(stream.tokens.size(), kMostTokens));
    collect(filter);
    pairs_.resize(hits_.size());
    for (std::size_t i = 0; i < hits_.size(); ++i) pairs_[i] = pair_at(i);
}

// The title is read first, and a phrase ends with it, so its hits and pairs come first too.
StreamQuery::Field StreamQuery::field(std::uint32_t begin, std::uint32_t end, double b,
                                      double average) {
    const auto at = [this](std::uint32_t token) {
        return static_cast<std::size_t>(
            std::lower_bound(hits_.begin(), hits_.end(), token,
                             [](const Hit& hit, std::uint32_t t) { return hit.token < t; }) -
            hits_.begin());
    };
    const std::size_t first = at(begin);
    const std::size_t last = at(end);
    const double length = end > begin ? end - begin : 0;
    Field found = bm25(first, last, norm(length, b, average));
    for (std::size_t i = first; i < last; ++i) found.cover += hits_[i].grade;
    found.cover /= std::max(length, 1.0);
    return found;
}

// The last part of the title: "Luật Đất đai - Điều 3. Giải thích từ ngữ".
std::uint32_t StreamQuery::heading_begin(const TokenStream& stream) noexcept {
    std::uint32_t begin = stream.title_end;
    while (begin > 0 && !breaks_before(stream.tokens[begin - 1])) --begin;
    return begin > 0 ? begin - 1 : 0;
}

double StreamQuery::first_look(const TokenStream& stream) {
    if (query_.empty()) return 0;
    read(stream, rare_);
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    const Field title = field(0, stream.title_end, kTitleB, kAverageTitle);
    const Field all = field(0, size, kB, average_);
    return all.graded + all.pairs_graded + kTitleShare * (title.graded + title.pairs_graded);
}

Features StreamQuery::match(const TokenStream& stream) {
    Features features{};
    if (query_.empty()) return features;
    const auto at = [&features](Feature feature) -> double& {
        return features[static_cast<std::size_t>(feature)];
    };
    read(stream, first_);
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    const Field title = field(0, stream.title_end, kTitleB, kAverageTitle);
    at(Feature::title_words) = title.graded;
    at(Feature::title_pairs) = title.pairs_graded;
    at(Feature::title_cover) = title.cover;
    const Field heading = field(heading_begin(stream), stream.title_end, kTitleB, kAverageTitle);
    at(Feature::heading_words) = heading.graded;
    at(Feature::heading_pairs) = heading.pairs_graded;
    at(Feature::heading_cover) = heading.cover;
    const Field all = field(0, size, kB, average_);
    at(Feature::bm25_words) = all.words;
    at(Feature::bm25_graded) = all.graded;
    at(Feature::bm25_pairs) = all.pairs;
    at(Feature::bm25_pairs_graded) = all.pairs_graded;
    add_shares(at(Feature::words), at(Feature::pairs));
    at(Feature::near_pairs) = near_pairs();
    at(Feature::window_20) = best_window(20);
    at(Feature::window_40) = best_window(40);
    at(Feature::window_120) = best_window(120);
    add_runs(features);
    const double length = std::log(1.0 + static_cast<double>(stream.text().size()));
    at(Feature::shortness) = 1 - std::min(1.0, length / kLongestLog);
    return features;
}

}  // namespace tracuu::indexer
