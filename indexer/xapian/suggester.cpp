#include "indexer/xapian/suggester.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/completion.hpp"
#include "indexer/records/task_codec.hpp"

namespace tracuu::indexer {
namespace {

using Xapian::Query;

constexpr std::uint32_t kMostTerms = 5000;  // looked at for one completion
constexpr std::uint32_t kWildcard = 50;     // most frequent words that a beginning stands for
constexpr std::size_t kSpellingBytes = 65536;

class Completer {
  public:
    Completer(const Reader& reader, std::string_view typed, std::uint32_t limit)
        : reader_(reader), typed_(read_typed(typed)), limit_(limit) {}

    std::vector<Completion> run() {
        if (typed_.squeezed.empty() || limit_ == 0) return {};
        numbers();
        // Every kind keeps a part of the list.
        const std::uint32_t part = std::max(1U, limit_ / 3);
        titles(part);
        bodies(part);
        words();
        if (list_.size() > limit_) list_.resize(limit_);
        return std::move(list_);
    }

  private:
    [[nodiscard]] const Xapian::Database& database() const { return reader_.database(); }

    void add(std::string kind, std::string text, std::string id) {
        const bool known = std::any_of(list_.begin(), list_.end(), [&](const Completion& one) {
            return one.kind == kind && one.text == text && one.id == id;
        });
        if (!known && !text.empty()) {
            list_.push_back({std::move(kind), std::move(text), std::move(id)});
        }
    }

    // "18nq" begins 18-NQ/TW.
    void numbers() {
        if (typed_.squeezed.find_first_of("0123456789") == std::string::npos) return;
        const std::string start = term(Field::number_prefix, typed_.squeezed);
        std::uint32_t looked_at = 0;
        for (auto at = database().allterms_begin(start);
             at != database().allterms_end(start) && looked_at < kMostTerms; ++at, ++looked_at) {
            for (const Xapian::docid record : reader_.with_term(*at)) {
                const DocumentMeta meta = decode_meta(reader_.data(record));
                add("number", meta.number, meta.id);
                if (list_.size() >= std::max(1U, limit_ / 2)) return;
            }
        }
    }

    // All whole words and a word that begins with the last, in one field.
    [[nodiscard]] Query condition(Field field, Kind kind) const {
        std::vector<Query> parts{Query(kind_term(kind))};
        for (const QueryWord& word : typed_.words) parts.emplace_back(term(field, word.folded));
        if (!typed_.last.empty()) {
            parts.emplace_back(Query::OP_WILDCARD, term(field, typed_.last), kWildcard,
                               Query::WILDCARD_LIMIT_MOST_FREQUENT);
        }
        return Query(Query::OP_AND, parts.begin(), parts.end());
    }

    [[nodiscard]] Xapian::MSet find(Field field, Kind kind, std::uint32_t count) const {
        Xapian::Enquire enquire(database());
        enquire.set_query(condition(field, kind));
        if (kind == Kind::document) {
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::newest), false);
        }
        return enquire.get_mset(0, count);
    }

    void titles(std::uint32_t count) {
        if (typed_.words.empty() && typed_.last.size() < 2) return;
        const Xapian::MSet found = find(Field::title, Kind::document, count);
        for (auto at = found.begin(); at != found.end(); ++at) {
            const DocumentMeta meta = decode_meta(reader_.data(*at));
            add("title", meta.title, meta.id);
        }
    }

    void bodies(std::uint32_t count) {
        const Xapian::MSet found = find(Field::body_word, Kind::body, count);
        for (auto at = found.begin(); at != found.end(); ++at) {
            const BodyRecord body = decode_body(reader_.data(*at));
            const bool place = !body.jurisdiction.empty() && body.jurisdiction != "Trung ương";
            add("body", place ? body.name + " (" + body.jurisdiction + ")" : body.name, body.id);
        }
    }

    // The last word, with the word before it when there is one, as the corpus writes it.
    void words() {
        // A number is completed as a number.
        if (typed_.last.empty() || typed_.last.find_first_of("0123456789") != std::string::npos) {
            return;
        }
        const bool pair = !typed_.words.empty();
        const std::string start =
            pair ? term(Field::bigram, typed_.words.back().folded + " " + typed_.last)
                 : term(Field::word, typed_.last);
        std::vector<std::pair<Xapian::doccount, std::string>> terms;
        std::uint32_t looked_at = 0;
        for (auto at = database().allterms_begin(start);
             at != database().allterms_end(start) && looked_at < kMostTerms; ++at, ++looked_at) {
            terms.emplace_back(at.get_termfreq(), *at);
        }
        std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        for (const auto& [frequency, found] : terms) {
            if (list_.size() >= limit_) return;
            add("word", spelled(found, pair), {});
        }
    }

    // How a term is written where it is found first.
    [[nodiscard]] std::string spelled(const std::string& found, bool pair) const {
        const std::string folded = pair ? found.substr(prefix(Field::bigram).size()) : found;
        const auto first = database().postlist_begin(found);
        if (first == database().postlist_end(found)) return {};
        const DocumentOutline outline = decode_outline(reader_.data(*first));
        const std::string text =
            outline.meta.title + "\n\n" + reader_.text(*first, outline, kSpellingBytes);
        const std::string form = spelling_in(text, folded);
        return form.empty() || !pair ? form : spelled_before(text) + form;
    }

    // The words before the pair, written as `text` does where it has them.
    [[nodiscard]] std::string spelled_before(std::string_view text) const {
        std::string before;
        for (std::size_t i = 0; i + 1 < typed_.words.size(); ++i) {
            const std::string& word = typed_.words[i].folded;
            const std::string both = spelling_in(text, word + " " + typed_.words[i + 1].folded);
            before += (both.empty() ? word : both.substr(0, both.find(' '))) + " ";
        }
        return before;
    }

    const Reader& reader_;
    Typed typed_;
    std::uint32_t limit_;
    std::vector<Completion> list_;
};

}  // namespace

std::vector<Completion> complete(const Reader& reader, std::string_view typed,
                                 std::uint32_t limit) {
    return Completer(reader, typed, limit).run();
}

}  // namespace tracuu::indexer
