#include "indexer/xapian/suggester.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "analyzers/letter.hpp"
#include "indexer/completion.hpp"
#include "indexer/rank/stream_phrase.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/tasks.hpp"
#include "indexer/words/did_you_mean.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

constexpr std::uint32_t kMostTerms = 40;     // numbers looked at
constexpr std::uint32_t kWildcard = 50;      // most frequent words that a beginning stands for
constexpr std::uint32_t kMostTitles = 1000;  // whose words are compared
constexpr std::uint32_t kMostRead = 40;      // records read of each kind
constexpr std::uint32_t kMostBodies = 100;
constexpr std::size_t kLongName = 80;  // bytes; whole clauses are no names that anybody looks for

// What may be offered, and how well it fits.
struct Offer {
    Completion completion;
    std::uint64_t weight = 0;
};

class Completer {
  public:
    Completer(const Reader& reader, std::string_view typed, std::uint32_t limit)
        : reader_(reader), words_(reader.words()), text_(typed), limit_(limit) {
        if (text_.size() <= kLongestTyped) {
            std::string meant = from_keystrokes(words_, text_);
            if (!meant.empty()) text_ = std::move(meant);
        }
        typed_ = read_typed(text_);
        start_ = analyzers::slug(text_);
    }

    Completions run() {
        if (typed_.squeezed.empty() || limit_ == 0) return {};
        // Every kind keeps a part of the list; what one leaves free is the next one's.
        const std::uint32_t part = std::max(1U, limit_ / 3);
        add(numbers(), std::max(1U, limit_ / 2));
        if (!has_digits()) add_words(part);
        add(bodies(), part);
        add(titles(), limit_);
        return {std::move(list_), truncated_};
    }

  private:
    [[nodiscard]] const Xapian::Database& database() const { return reader_.database(); }
    [[nodiscard]] bool has_digits() const {
        return typed_.squeezed.find_first_of("0123456789") != std::string::npos;
    }

    void add_words(std::size_t count) {
        auto found = complete_words(words_, text_, count + 1);  // one more: are there more?
        const std::size_t taken =
            std::min({found.size(), count, std::size_t{limit_} - list_.size()});
        truncated_ = truncated_ || taken < found.size();
        for (std::size_t i = 0; i < taken; ++i) {
            list_.push_back({"word", std::move(found[i]), {}});
        }
    }

    // The weightiest `count` of `offers`, as far as there is room.
    void add(std::vector<Offer> offers, std::size_t count) {
        std::stable_sort(offers.begin(), offers.end(),
                         [](const Offer& a, const Offer& b) { return a.weight > b.weight; });
        for (Offer& offer : offers) {
            const bool known = std::any_of(list_.begin(), list_.end(), [&](const Completion& one) {
                return one.kind == offer.completion.kind && one.text == offer.completion.text;
            });
            if (known || offer.completion.text.empty()) continue;
            if (count == 0 || list_.size() >= limit_) {
                truncated_ = true;
                return;
            }
            list_.push_back(std::move(offer.completion));
            --count;
        }
    }

    // "18nq" begins 18-NQ/TW. After "18" come the numbers of which 18 is the whole number, then
    // 180 and others; among them those that more documents have or cite.
    [[nodiscard]] std::vector<Offer> numbers() {
        if (!has_digits()) return {};
        const std::string start = term(Field::number_prefix, typed_.squeezed);
        std::vector<Offer> offers;
        std::uint32_t looked_at = 0;
        for (const char* const from : {"a", ""}) {
            auto at = database().allterms_begin(start);
            at.skip_to(start + from);
            for (; at != database().allterms_end(start) && looked_at < kMostTerms; ++at) {
                ++looked_at;
                const auto first = database().postlist_begin(*at);
                const DocumentMeta meta = decode_meta(reader_.data(*first));
                const std::uint64_t cited =
                    database().get_termfreq(term(Field::number, meta.number));
                offers.push_back(
                    {{"number", meta.number, meta.id}, (*from == 'a' ? 1U << 30U : 0U) + cited});
            }
        }
        truncated_ = truncated_ || looked_at == kMostTerms;
        return offers;
    }

    // All whole words and a word that begins with the last, in one field.
    [[nodiscard]] Xapian::MSet find(Field field, Kind kind, std::uint32_t count) const {
        std::vector<Query> parts{Query(kind_term(kind))};
        for (const QueryWord& word : typed_.words) parts.emplace_back(term(field, word.folded));
        if (!typed_.last.empty()) {
            parts.emplace_back(Query::OP_WILDCARD, term(field, typed_.last), kWildcard,
                               Query::WILDCARD_LIMIT_MOST_FREQUENT);
        }
        Xapian::Enquire enquire(database());
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(Query(Query::OP_AND, parts.begin(), parts.end()));
        return enquire.get_mset(0, count);
    }

    // 2: `name` begins with what was typed; 1: has it in a row; 0: has its words.
    [[nodiscard]] std::uint64_t fit(std::string_view name) const {
        const std::string slug = "-" + analyzers::slug(name);
        const std::size_t at = slug.find("-" + start_);
        return at == std::string::npos ? 0 : at == 0 ? 2 : 1;
    }

    // Titles that have the whole words in a row are read first.
    [[nodiscard]] std::vector<Offer> titles() {
        if (typed_.words.empty() && typed_.last.size() < 2) return {};
        std::vector<Xapian::docid> in_row;
        std::vector<Xapian::docid> others;
        const Xapian::MSet found = find(Field::title, Kind::document, kMostTitles);
        for (auto at = found.begin(); at != found.end(); ++at) {
            const auto stream = reader_.stored_stream(*at);
            const bool row = !typed_.words.empty() && stream &&
                             StreamPhrase(typed_.words).stands_in({stream->title(), 0, 0});
            (row ? in_row : others).push_back(*at);
        }
        in_row.insert(in_row.end(), others.begin(), others.end());
        truncated_ = truncated_ || in_row.size() > kMostRead;
        if (in_row.size() > kMostRead) in_row.resize(kMostRead);
        std::vector<Offer> offers;
        for (const Xapian::docid record : in_row) {
            const DocumentMeta meta = decode_meta(reader_.data(record));
            offers.push_back({{"title", meta.title, meta.id}, fit(meta.title)});
        }
        return offers;
    }

    // Short names with many tasks.
    [[nodiscard]] std::vector<Offer> bodies() {
        std::vector<Offer> offers;
        const Xapian::MSet found = find(Field::body_word, Kind::body, kMostBodies);
        truncated_ = truncated_ || found.size() == kMostBodies;
        for (auto at = found.begin(); at != found.end(); ++at) {
            const BodyRecord body = decode_body(reader_.data(*at));
            const std::uint64_t tasks = body.lead + body.support + body.reports_to;
            const std::uint64_t is_short = body.name.size() <= kLongName ? 1 : 0;
            offers.push_back({{"body", label_of(body), body.id},
                              ((fit(body.name) << 1U | is_short) << 32U) + tasks});
        }
        return offers;
    }

    const Reader& reader_;
    WordModel words_;
    std::string text_;
    std::uint32_t limit_;
    Typed typed_;
    std::string start_;  ///< slug of what was typed
    std::vector<Completion> list_;
    bool truncated_ = false;
};

}  // namespace

Completions complete(const Reader& reader, std::string_view typed, std::uint32_t limit) {
    return Completer(reader, typed, limit).run();
}

}  // namespace tracuu::indexer
