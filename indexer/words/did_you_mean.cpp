#include "indexer/words/did_you_mean.hpp"

#include "analyzers/keystrokes.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kLongestQuery = 300;   // bytes
constexpr std::uint64_t kMoreFrequent = 20;  // times, than what was typed

std::uint64_t count(const WordModel& words, std::string_view word) {
    const std::vector<TypedWord> typed = typed_words(word);
    return typed.size() == 1 ? words.count(typed.front()) : 0;
}

// The word that the keys make; empty when the corpus does not know it.
std::string decoded(const WordModel& words, std::string_view keys) {
    const std::uint64_t as_typed = count(words, keys);
    for (const auto decode : {analyzers::from_telex, analyzers::from_vni}) {
        std::string word = decode(keys);
        if (!word.empty() && count(words, word) > kMoreFrequent * as_typed) return word;
    }
    return {};
}

}  // namespace

std::string from_keystrokes(const WordModel& words, std::string_view typed) {
    std::string text;
    bool changed = false;
    for (std::size_t begin = 0; begin < typed.size();) {
        const std::size_t end = std::min(typed.find(' ', begin), typed.size());
        const std::string_view keys = typed.substr(begin, end - begin);
        const std::string word = decoded(words, keys);
        changed = changed || !word.empty();
        text += word.empty() ? std::string(keys) : word;
        if (end < typed.size()) text += ' ';
        begin = end + 1;
    }
    return changed ? text : std::string();
}

std::string did_you_mean(const WordModel& words, std::string_view query) {
    const bool plain = query.size() <= kLongestQuery &&
                       query.find_first_of("\"():-/|*") == std::string_view::npos &&
                       query.find(" OR ") == std::string_view::npos;
    if (!plain) return {};
    const std::string meant = analyzers::lower(from_keystrokes(words, query));
    const std::string restored = words.restored(typed_words(meant.empty() ? query : meant));
    return restored.empty() ? meant : restored;
}

std::vector<std::string> complete_words(const WordModel& words, std::string_view typed,
                                        std::size_t limit) {
    std::vector<TypedWord> whole = typed_words(typed);
    TypedWord beginning;
    if (!whole.empty() && !typed.ends_with(' ')) {
        beginning = std::move(whole.back());
        whole.pop_back();
    }
    if (whole.empty() && beginning.text.empty()) return {};
    return words.completions(whole, beginning, limit);
}

}  // namespace tracuu::indexer
