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
constexpr std::uint32_t kNear = 5;  // tokens
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

void StreamQuery::collect(std::span<const StreamToken> tokens, std::vector<Hit>& hits) const {
    hits.clear();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (first_[folded_bits(tokens[i]) & 0xFFFU] == 0) continue;
        const std::uint32_t word = find(tokens[i]);
        if (word != RankQuery::kNone) hits.push_back({i, word, grade(word, tokens[i])});
    }
}

// The pair that hits i and i + 1 form; kNone when they form none.
std::uint32_t StreamQuery::pair_at(std::span<const StreamToken> tokens,
                                   const std::vector<Hit>& hits, std::size_t i) const {
    if (i + 1 >= hits.size() || hits[i + 1].token != hits[i].token + 1) return RankQuery::kNone;
    if (breaks_before(tokens[hits[i + 1].token])) return RankQuery::kNone;
    return pair_of_[hits[i].word * forms_.size() + hits[i + 1].word];
}

// Best grade of each word and pair, added up by weight.
void StreamQuery::add_shares(std::span<const StreamToken> tokens, const std::vector<Hit>& hits,
                             double& words, double& pairs) const {
    std::vector<float> word(forms_.size(), 0);
    std::vector<float> pair(query_.pairs().size(), 0);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        word[hits[i].word] = std::max(word[hits[i].word], hits[i].grade);
        const std::uint32_t at = pair_at(tokens, hits, i);
        if (at != RankQuery::kNone) {
            pair[at] = std::max(pair[at], std::min(hits[i].grade, hits[i + 1].grade));
        }
    }
    for (std::size_t i = 0; i < word.size(); ++i) words += word[i] * weights_[i];
    for (std::size_t i = 0; i < pair.size(); ++i) pairs += pair[i] * query_.pairs()[i].weight;
    words /= total_;
    pairs /= total_;
}

// Weight of the distinct words and pairs in a window that slides over the hits.
class StreamQuery::Window {
  public:
    explicit Window(const StreamQuery& query)
        : query_(query), words_(query.forms_.size()), pairs_(query.query_.pairs().size()) {}

    void add_word(const Hit& hit) {
        sum_ += words_[hit.word].add(hit.grade) * query_.weights_[hit.word];
    }
    void remove_word(const Hit& hit) {
        sum_ -= words_[hit.word].remove(hit.grade) * query_.weights_[hit.word];
    }
    void add_pair(std::uint32_t pair, float grade) {
        if (pair == RankQuery::kNone) return;
        sum_ += pairs_[pair].add(grade) * query_.query_.pairs()[pair].weight;
    }
    void remove_pair(std::uint32_t pair, float grade) {
        if (pair == RankQuery::kNone) return;
        sum_ -= pairs_[pair].remove(grade) * query_.query_.pairs()[pair].weight;
    }
    [[nodiscard]] double sum() const noexcept { return sum_; }

  private:
    // Occurrences in the window: with the typed accents, and with others; what one more or less
    // changes. All others of one word or pair have about the same grade.
    struct Count {
        std::uint32_t exact = 0;
        std::uint32_t other = 0;
        float other_grade = 0;
        [[nodiscard]] float best() const noexcept {
            return exact > 0 ? 1 : other > 0 ? other_grade : 0;
        }
        float add(float grade) noexcept {
            const float before = best();
            if (grade < 1) other_grade = grade;
            ++(grade < 1 ? other : exact);
            return best() - before;
        }
        float remove(float grade) noexcept {
            const float before = best();
            --(grade < 1 ? other : exact);
            return before - best();
        }
    };
    const StreamQuery& query_;
    std::vector<Count> words_;
    std::vector<Count> pairs_;
    double sum_ = 0;
};

// Pairs of the query whose words stand near each other, the first before the second.
double StreamQuery::near_pairs(const std::vector<Hit>& hits) const {
    std::vector<float> found(query_.pairs().size(), 0);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && hits[i].token - hits[j].token <= kNear;) {
            const std::uint32_t pair = pair_of_[hits[j].word * forms_.size() + hits[i].word];
            if (pair == RankQuery::kNone) continue;
            found[pair] = std::max(found[pair], std::min(hits[i].grade, hits[j].grade));
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i) sum += found[i] * query_.pairs()[i].weight;
    return sum / total_;
}

double StreamQuery::best_window(const std::vector<Hit>& hits,
                                const std::vector<std::uint32_t>& pairs,
                                std::uint32_t width) const {
    Window window(*this);
    const auto grade_at = [&hits](std::size_t i) {
        return std::min(hits[i].grade, hits[i + 1].grade);
    };
    double best = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < hits.size(); ++last) {
        window.add_word(hits[last]);
        if (last > 0 && first < last) window.add_pair(pairs[last - 1], grade_at(last - 1));
        while (hits[last].token - hits[first].token >= width) {
            window.remove_word(hits[first]);
            window.remove_pair(pairs[first], grade_at(first));
            ++first;
        }
        best = std::max(best, window.sum());
    }
    return best / total_;
}

// Words of the query that stand in the stream next to each other as in the query.
void StreamQuery::add_runs(std::span<const StreamToken> tokens, const std::vector<Hit>& hits,
                           const std::vector<std::uint32_t>& pairs, Features& features) const {
    static const StreamToken is = stream_token("la", "la`", false);
    const auto& weights = query_.pairs();
    std::vector<bool> triple(weights.size(), false);  // by its first pair
    double triples = 0;
    double run_weight = 0;
    double definition = 0;
    std::uint32_t longest = hits.empty() ? 0 : 1;
    std::uint32_t run = 1;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const std::uint32_t next = hits[i].token + 1;
        const bool defined = next < tokens.size() && (tokens[next] & ~1U) == (is & ~1U);
        if (defined && run > 1) definition = std::max(definition, run_weight);
        if (pairs[i] == RankQuery::kNone) {
            run = 1;
            run_weight = 0;
            continue;
        }
        run_weight += weights[pairs[i]].weight;
        longest = std::max(longest, ++run);
        const bool goes_on = i + 1 < hits.size() && pairs[i + 1] != RankQuery::kNone;
        if (goes_on && !triple[pairs[i]]) {
            triple[pairs[i]] = true;
            triples += weights[pairs[i]].weight + weights[pairs[i + 1]].weight;
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

StreamQuery::Bm25 StreamQuery::bm25(const std::vector<Hit>& hits,
                                    const std::vector<std::uint32_t>& pairs, double norm) const {
    Bm25 found;
    struct Count {
        float any = 0;
        float graded = 0;
    };
    std::vector<Count> word(forms_.size());
    std::vector<Count> pair(query_.pairs().size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
        word[hits[i].word].any += 1;
        word[hits[i].word].graded += hits[i].grade;
        if (pairs[i] == RankQuery::kNone) continue;
        pair[pairs[i]].any += 1;
        pair[pairs[i]].graded += std::min(hits[i].grade, hits[i + 1].grade);
    }
    const auto sum = [norm, this](const std::vector<Count>& counts, const auto& weights,
                                  double& any, double& graded) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            any += weight_of(weights[i]) * saturated(counts[i].any, norm);
            graded += weight_of(weights[i]) * saturated(counts[i].graded, norm);
        }
        any /= total_ * (kK1 + 1);
        graded /= total_ * (kK1 + 1);
    };
    sum(word, weights_, found.words, found.graded);
    sum(pair, query_.pairs(), found.pairs, found.pairs_graded);
    return found;
}

Features StreamQuery::match(const TokenStream& stream) const {
    Features features{};
    if (query_.empty()) return features;
    const auto at = [&features](Feature feature) -> double& {
        return features[static_cast<std::size_t>(feature)];
    };
    const auto tokens = stream.tokens.first(std::min(stream.tokens.size(), kMostTokens));
    static thread_local std::vector<Hit> hits;
    static thread_local std::vector<std::uint32_t> pairs;
    const auto find_pairs_in = [&](std::span<const StreamToken> in) {
        pairs.resize(hits.size());
        for (std::size_t i = 0; i < hits.size(); ++i) pairs[i] = pair_at(in, hits, i);
    };
    const auto find_pairs = [&] { find_pairs_in(tokens); };
    collect(stream.title(), hits);
    find_pairs();
    const Bm25 title = bm25(hits, pairs, norm(stream.title_end, kTitleB, kAverageTitle));
    const auto cover = [](std::size_t size) {
        double sum = 0;
        for (const Hit& hit : hits) sum += hit.grade;
        return size == 0 ? 0 : sum / static_cast<double>(size);
    };
    at(Feature::title_cover) = cover(stream.title_end);
    at(Feature::title_words) = title.graded;
    at(Feature::title_pairs) = title.pairs_graded;
    std::size_t heading = stream.title_end;
    while (heading > 0 && !breaks_before(stream.tokens[heading - 1])) --heading;
    if (heading > 0) --heading;
    collect(stream.title().subspan(heading), hits);
    find_pairs_in(stream.title().subspan(heading));
    const Bm25 last = bm25(
        hits, pairs, norm(static_cast<double>(stream.title_end - heading), kTitleB, kAverageTitle));
    at(Feature::heading_cover) = cover(stream.title_end - heading);
    at(Feature::heading_words) = last.graded;
    at(Feature::heading_pairs) = last.pairs_graded;
    collect(tokens, hits);
    find_pairs();
    const Bm25 text = bm25(hits, pairs, norm(static_cast<double>(tokens.size()), kB, average_));
    at(Feature::bm25_words) = text.words;
    at(Feature::bm25_graded) = text.graded;
    at(Feature::bm25_pairs) = text.pairs;
    at(Feature::bm25_pairs_graded) = text.pairs_graded;
    add_shares(tokens, hits, at(Feature::words), at(Feature::pairs));
    at(Feature::near_pairs) = near_pairs(hits);
    at(Feature::window_20) = best_window(hits, pairs, 20);
    at(Feature::window_40) = best_window(hits, pairs, 40);
    at(Feature::window_120) = best_window(hits, pairs, 120);
    add_runs(tokens, hits, pairs, features);
    const double length = std::log(1.0 + static_cast<double>(stream.text().size()));
    at(Feature::shortness) = 1 - std::min(1.0, length / kLongestLog);
    return features;
}

}  // namespace tracuu::indexer
