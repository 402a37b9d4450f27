#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/words/word_table.hpp"

namespace tracuu::indexer {

/// A word as it was typed.
struct TypedWord {
    std::string text;  ///< in lower case, NFC
    std::string folded;
    [[nodiscard]] bool is_marked() const { return text != folded; }
};
/// The words of what was typed.
[[nodiscard]] std::vector<TypedWord> typed_words(std::string_view typed);

/// Tells from the words of a corpus what was meant, or is going to be meant, by what was typed:
/// the most likely words by their frequency after the word before. The tables must outlive it.
class WordModel {
  public:
    explicit WordModel(std::vector<const WordTable*> tables) : tables_(std::move(tables)) {}

    /// `typed` as the corpus would write it; empty when it knows nothing clearly better. Typed
    /// marks stay.
    [[nodiscard]] std::string restored(const std::vector<TypedWord>& typed) const;

    /// Likely completions, best first, at most `limit`: `words` are whole, `beginning` is of the
    /// next word and may be empty. A sure continuation is added word by word, as "tinh giản biên
    /// chế" after "tinh gi".
    [[nodiscard]] std::vector<std::string> completions(const std::vector<TypedWord>& words,
                                                       const TypedWord& beginning,
                                                       std::size_t limit) const;

    /// How often the corpus has the word with just these marks.
    [[nodiscard]] std::uint64_t count(const TypedWord& word) const;

  private:
    /// A word of the corpus.
    struct Form {
        std::string_view text;
        std::uint64_t count = 0;
        std::vector<std::uint32_t> numbers;  ///< in each table; kUnknown where it is not
    };
    /// The best way to read what was typed so far that ends with `form`.
    struct State {
        Form form;
        double score = 0;  ///< logarithm of its likelihood
        std::string text;
    };
    using States = std::vector<State>;
    class Collector;

    [[nodiscard]] std::vector<Form> spellings(const TypedWord& word) const;
    [[nodiscard]] std::vector<Form> beginning_with(const TypedWord& beginning) const;
    [[nodiscard]] std::vector<Form> followers(const Form& form, const TypedWord& beginning) const;
    [[nodiscard]] double step(const Form& before, const Form& next) const;
    [[nodiscard]] double alone(const Form& form) const;
    [[nodiscard]] States read(const std::vector<TypedWord>& words) const;
    [[nodiscard]] States next(const States& states, const std::vector<Form>& forms) const;
    [[nodiscard]] std::string continued(const State& state) const;
    static void order(States& states);
    [[nodiscard]] std::uint64_t total() const;

    std::vector<const WordTable*> tables_;
};

}  // namespace tracuu::indexer
