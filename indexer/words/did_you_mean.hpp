#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/words/word_model.hpp"

namespace tracuu::indexer {

/// What a query was meant to be: with the diacritics that the corpus has, or what its keys make
/// when Telex or VNI was off (`tinh giarn`). Empty when nothing is clearly better, and for queries
/// with operators, phrases, fields or numbers in them.
[[nodiscard]] std::string did_you_mean(const WordModel& words, std::string_view query);

/// `typed` as Telex or VNI would have made it where the corpus knows what comes out, and hardly
/// what was typed; empty when that is nowhere.
[[nodiscard]] std::string from_keystrokes(const WordModel& words, std::string_view typed);

/// Likely completions of what is being typed, as WordModel::completions; a word is open until a
/// space follows it.
[[nodiscard]] std::vector<std::string> complete_words(const WordModel& words,
                                                      std::string_view typed, std::size_t limit);

}  // namespace tracuu::indexer
