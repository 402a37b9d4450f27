#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/task/body_element.hpp"
#include "analyzers/task/body_words.hpp"

namespace tracuu::analyzers {

/// Reads one element of a list of bodies. An object reads one element only.
class ElementReader {
  public:
    ElementReader(const TokenReader& text, bool heading, int depth)
        : text_(text), heading_(heading), depth_(depth) {}

    /// See `read_body_element`, `read_further_name`.
    std::optional<BodyElement> read(std::uint32_t at);
    std::optional<BodyElement> read_further(std::uint32_t at, std::string_view head);

  private:
    // Titles, in body_element.cpp.
    std::uint32_t read_titles(std::uint32_t at);
    bool take_hidden(const Office& office, std::uint32_t next);
    [[nodiscard]] std::uint32_t next_title(std::uint32_t at) const;
    std::optional<BodyElement> read_hidden(std::uint32_t at);
    std::optional<BodyElement> hidden_name(std::uint32_t at, bool continues);

    // The head and what follows it, in element_name.cpp.
    bool read_head(std::uint32_t at);
    void open_list(std::uint32_t at, const BodyPhrase& phrase);
    [[nodiscard]] bool opens_sector_list(std::uint32_t at, BodyPhrase& phrase) const;
    [[nodiscard]] bool joins_committees(std::uint32_t at, const BodyPhrase& phrase) const;
    [[nodiscard]] bool lone_noun(std::uint32_t at) const;
    [[nodiscard]] bool takes_name(std::uint32_t at, const BodyPhrase& phrase) const;
    void continue_name(std::uint32_t at);
    std::uint32_t next_part(std::uint32_t at, std::uint32_t& small);
    std::uint32_t closed(std::uint32_t end);
    std::uint32_t inner_unit(std::uint32_t at);
    [[nodiscard]] std::uint32_t next_word(std::uint32_t at, std::uint32_t& small);
    [[nodiscard]] bool ends_list(std::uint32_t at) const;
    std::uint32_t inner_head(std::uint32_t at);
    [[nodiscard]] std::uint32_t read_qualifier(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t read_nested(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t relative(std::uint32_t at) const;

    // Collectives, in element_collective.cpp.
    void merge_units();
    bool merge_unit(std::uint32_t at, std::uint32_t next, std::uint32_t unit);
    [[nodiscard]] bool merges(BodyGroup next) const;
    void cut_title(std::uint32_t at, std::uint32_t title, std::uint32_t unit);

    [[nodiscard]] std::string slice(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::string slice_after(std::uint32_t at) const;
    void finish_name();

    const TokenReader& text_;
    bool heading_;
    int depth_;
    BodyElement element_;
    std::string_view hidden_;     // noun hidden in a title, or the head of a list
    std::string_view canonical_;  // what the table writes instead of the head
    std::string pieces_;          // of a collective, before a title left out
    std::uint32_t name_begin_ = 0;
    std::uint32_t head_end_ = 0;
    std::uint32_t plural_at_ = 0;
    bool titled_ = false;
    bool small_ = false;    // capitals of single bodies in a collective
    bool further_ = false;  // a further name of a list
    bool cut_ = false;      // a title inside was left out
    bool open_ = true;      // further nouns may join the collective
};

/// True when a longer body than the title of `length` tokens starts at `at`: "Trưởng Chính trị".
[[nodiscard]] bool hides_longer_body(const TokenReader& text, std::uint32_t at,
                                     std::uint32_t length);

/// True when one of the tokens [first, last) is written large.
[[nodiscard]] bool has_capital(const TokenReader& text, std::uint32_t first, std::uint32_t last);

}  // namespace tracuu::analyzers
