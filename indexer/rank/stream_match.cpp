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
constexpr double kSampled = 16;         // average documents: how much of a text a first look reads
constexpr double kLeastSampled = 4096;  // tokens: not less
constexpr double kLongestLog = 12;      // natural logarithm of about 160,000 tokens

// BM25's measure of length, for `saturated`.
double norm(double length, double b, double average) noexcept {
    return kK1 * (1 - b + b * length / average);
}

double saturated(double count, double norm) noexcept {
    return count * (kK1 + 1) / (count + norm);
}

}  // namespace

StreamQuery::StreamQuery(const RankQuery& query, double average, const FormWeight& weight)
    : query_(query), average_(std::max(average, 1.0)) {
    add_words(weight);
    add_pairs();
    see_rare();
    total_ = std::max(total_ + query.pair_weight(), 1e-9);
    windows_ = BestWindow(window_words(), window_pairs());
}

void StreamQuery::add_words(const FormWeight& weight) {
    const auto& words = query_.words();
    const std::size_t count = std::min<std::size_t>(words.size(), 255);
    const auto is_unmarked = [](const RankQuery::Word& word) {
        return word.form.folded == word.form.accented;
    };
    const auto unmarked =
        static_cast<double>(std::count_if(words.begin(), words.end(), is_unmarked));
    const double share = unmarked / static_cast<double>(std::max<std::size_t>(count, 1));
    const auto left_out = static_cast<float>(
        std::clamp((share - kUsuallyUnmarked) / (kHalfAccented - kUsuallyUnmarked), 0.0, 1.0));
    for (std::size_t i = 0; i < count; ++i) {
        const QueryWord& form = words[i].form;
        const StreamToken token = stream_token(form.folded, form.accented, false);
        const float open = is_unmarked(words[i]) ? left_out : 0;
        const double known = query_.accented() && open == 0 ? weight(form_bits(token)) : 0;
        weights_.push_back(known > 0 ? known : words[i].weight);
        total_ += weights_.back();
        every_.add(token);
        std::uint8_t& first = first_[folded_bits(token) & 0xFFFU];
        forms_.push_back({token, query_.accented() ? std::max(kOtherAccents, open) : 1, first});
        first = static_cast<std::uint8_t>(i + 1);
    }
}

void StreamQuery::add_pairs() {
    const std::size_t words = forms_.size();
    for (const RankQuery::Pair& pair : query_.pairs()) pair_weights_.push_back(pair.weight);
    pair_of_.assign(words * words, no_pair());
    for (std::uint32_t i = 0; i < no_pair(); ++i) {
        const RankQuery::Pair& pair = query_.pairs()[i];
        if (pair.first < words && pair.second < words) {
            pair_of_[pair.first * words + pair.second] = i;
        }
    }
}

void StreamQuery::see_rare() {
    const double highest =
        weights_.empty() ? 0 : *std::max_element(weights_.begin(), weights_.end());
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        if (weights_[i] >= kRare * highest) rare_.add(forms_[i].token);
    }
    for (const RankQuery::Pair& pair : query_.pairs()) {
        if (pair.first >= forms_.size() || pair.second >= forms_.size()) continue;
        if (pair.weight < kRare * highest) continue;
        rare_.add(forms_[pair.first].token);
        rare_.add(forms_[pair.second].token);
    }
}

std::vector<WindowWeight> StreamQuery::window_words() const {
    std::vector<WindowWeight> made;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        made.push_back({weights_[i] / total_, {forms_[i].other_grade, 1}});
    }
    return made;
}

std::vector<WindowWeight> StreamQuery::window_pairs() const {
    std::vector<WindowWeight> made;
    for (const RankQuery::Pair& pair : query_.pairs()) {
        made.push_back({pair.weight / total_});
        if (pair.first >= forms_.size() || pair.second >= forms_.size()) continue;
        const auto [low, high] =
            std::minmax(forms_[pair.first].other_grade, forms_[pair.second].other_grade);
        made.back().grades = {low, high};
    }
    return made;
}

void StreamQuery::read(const TokenStream& stream, const TokenFilter& filter, std::size_t most) {
    tokens_ = stream.tokens.first(std::min(stream.tokens.size(), most));
    const std::size_t places = filter.find(tokens_, places_);
    hits_.resize(places);
    std::size_t count = 0;
    for (std::size_t i = 0; i < places; ++i) {
        const StreamToken token = tokens_[places_[i]];
        const std::uint32_t word = find(token);
        if (word == RankQuery::kNone) continue;
        const Form& form = forms_[word];
        const bool exact = accent_bits(form.token) == accent_bits(token);
        hits_[count++] = {places_[i], word, exact ? 1 : form.other_grade};
    }
    hits_.resize(count);
    join_pairs();
}

std::uint32_t StreamQuery::find(StreamToken token) const noexcept {
    std::uint8_t word = first_[folded_bits(token) & 0xFFFU];
    while (word != 0 && folded_bits(forms_[word - 1U].token) != folded_bits(token)) {
        word = forms_[word - 1U].next;
    }
    return word == 0 ? RankQuery::kNone : word - 1U;
}

void StreamQuery::join_pairs() {
    const std::uint32_t none = no_pair();
    const std::size_t words = forms_.size();
    pairs_.resize(hits_.size());
    for (std::size_t i = 0; i + 1 < hits_.size(); ++i) {
        const StreamHit& a = hits_[i];
        const StreamHit& b = hits_[i + 1];
        // No short cut: whether the words stand together cannot be foreseen.
        const bool apart = (b.token != a.token + 1) | breaks_before(tokens_[b.token]);
        const std::uint32_t pair = pair_of_[a.word * words + b.word];
        pairs_[i] = {apart ? none : pair, std::min(a.grade, b.grade)};
    }
    if (!hits_.empty()) pairs_.back() = {none, 0};
}

// Best grade of each word and pair, added up by weight.
void StreamQuery::add_shares(double& words, double& pairs) {
    clear_grades();
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        float& word = word_grades_[hits_[i].word];
        word = std::max(word, hits_[i].grade);
        float& pair = pair_grades_[pairs_[i].pair];
        pair = std::max(pair, pairs_[i].grade);
    }
    for (std::size_t i = 0; i < weights_.size(); ++i) words += word_grades_[i] * weights_[i];
    for (std::size_t i = 0; i < no_pair(); ++i) pairs += pair_grades_[i] * pair_weights_[i];
    words /= total_;
    pairs /= total_;
}

// Pairs of the query whose words stand near each other, the first before the second.
double StreamQuery::near_pairs() {
    clear_grades();
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && hits_[i].token - hits_[j].token <= kNear;) {
            float& found = pair_grades_[pair_of_[hits_[j].word * forms_.size() + hits_[i].word]];
            found = std::max(found, std::min(hits_[i].grade, hits_[j].grade));
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < no_pair(); ++i) sum += pair_grades_[i] * pair_weights_[i];
    return sum / total_;
}

void StreamQuery::clear_grades() {
    word_grades_.assign(weights_.size(), 0);
    pair_grades_.assign(pair_weights_.size() + 1, 0);
}

// Words of the query that stand in the stream next to each other as in the query.
void StreamQuery::add_runs(Features& features) const {
    static const StreamToken is = stream_token("la", "la`", false);
    const std::vector<double>& weights = pair_weights_;
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
        if (pairs_[i].pair == no_pair()) {
            run = 1;
            run_weight = 0;
            continue;
        }
        run_weight += weights[pairs_[i].pair];
        longest = std::max(longest, ++run);
        const bool goes_on = i + 1 < hits_.size() && pairs_[i + 1].pair != no_pair();
        if (goes_on && !triple[pairs_[i].pair]) {
            triple[pairs_[i].pair] = true;
            triples += weights[pairs_[i].pair] + weights[pairs_[i + 1].pair];
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
    pair_sums_.assign(pair_weights_.size() + 1, Sum{});
    for (std::size_t i = first; i < last; ++i) {
        word_sums_[hits_[i].word].add(hits_[i].grade);
        pair_sums_[pairs_[i].pair].add(pairs_[i].grade);
    }
    const auto sum = [norm, this](const std::vector<Sum>& sums, const std::vector<double>& weights,
                                  double& any, double& graded) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (sums[i].any == 0) continue;
            any += weights[i] * saturated(sums[i].any, norm);
            graded += weights[i] * saturated(sums[i].graded, norm);
        }
        any /= total_ * (kK1 + 1);
        graded /= total_ * (kK1 + 1);
    };
    Field found;
    sum(word_sums_, weights_, found.words, found.graded);
    sum(pair_sums_, pair_weights_, found.pairs, found.pairs_graded);
    return found;
}

// The title is read first, and a phrase ends with it, so its hits and pairs come first too.
StreamQuery::Field StreamQuery::field(std::uint32_t begin, std::uint32_t end, double b,
                                      double average) {
    const auto at = [this](std::uint32_t token) {
        return static_cast<std::size_t>(
            std::lower_bound(hits_.begin(), hits_.end(), token,
                             [](const StreamHit& hit, std::uint32_t t) { return hit.token < t; }) -
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

double StreamQuery::graded_score(double norm) const noexcept {
    double sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        sum += weights_[i] * saturated(word_grades_[i], norm);
    }
    for (std::size_t i = 0; i < pair_weights_.size(); ++i) {
        sum += pair_weights_[i] * saturated(pair_grades_[i], norm);
    }
    return sum / (total_ * (kK1 + 1));
}

// The title comes first, so what is added up by its end is what stands in it. What is read of a
// long text stands for the rest.
double StreamQuery::first_look(const TokenStream& stream) {
    if (query_.empty()) return 0;
    const std::size_t size = std::min(stream.tokens.size(), kMostTokens);
    const auto sampled = static_cast<std::size_t>(std::max(kLeastSampled, kSampled * average_));
    read(stream, rare_, std::min(size, sampled));
    clear_grades();
    std::size_t i = 0;
    const auto add_until = [&](std::size_t end, float times) {
        for (; i < hits_.size() && hits_[i].token < end; ++i) {
            word_grades_[hits_[i].word] += hits_[i].grade * times;
            pair_grades_[pairs_[i].pair] += pairs_[i].grade * times;
        }
    };
    add_until(stream.title_end, 1);
    const double title = graded_score(norm(stream.title_end, kTitleB, kAverageTitle));
    add_until(tokens_.size(),
              size > sampled ? static_cast<float>(size) / static_cast<float>(sampled) : 1);
    return graded_score(norm(static_cast<double>(size), kB, average_)) + kTitleShare * title;
}

Features StreamQuery::match(const TokenStream& stream) {
    Features features{};
    if (query_.empty()) return features;
    const auto at = [&features](Feature feature) -> double& {
        return features[static_cast<std::size_t>(feature)];
    };
    read(stream, every_, kMostTokens);
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
    const BestWindow::Best best = windows_.find(hits_, pairs_);
    at(Feature::window_20) = best[0];
    at(Feature::window_40) = best[1];
    at(Feature::window_120) = best[2];
    add_runs(features);
    const double length = std::log(1.0 + static_cast<double>(stream.text().size()));
    at(Feature::shortness) = 1 - std::min(1.0, length / kLongestLog);
    return features;
}

}  // namespace tracuu::indexer
