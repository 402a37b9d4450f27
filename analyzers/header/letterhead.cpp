#include "analyzers/header/letterhead.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/citation/number_scan.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestSummary = 160;  // paragraphs
constexpr std::size_t kHeadLines = 12;        // lines from the motto to the type or the addressee
constexpr std::size_t kProse = 100;           // bytes; no line of a head is longer
constexpr std::size_t kIssuerLine = 300;      // bytes of the names of issuing bodies

class LetterheadFinder {
  public:
    explicit LetterheadFinder(const Reading& reading)
        : reading_(reading), blocks_(reading.structure.blocks()) {}

    std::size_t find() const {
        bool prose = false;
        for (std::size_t i = 0; i < std::min(blocks_.size(), kLongestSummary); ++i) {
            if (is_motto(i)) return prose && opens_document(i) ? first_line(i) : 0;
            // The text has a head of its own: a motto below it belongs to a form.
            if (is_type_line(i) || low(i).rfind("kính gửi", 0) == 0) return 0;
            prose = prose || (!blocks_[i].upper_case && blocks_[i].span.size() > kProse);
        }
        return 0;
    }

  private:
    [[nodiscard]] std::string low(std::size_t i) const {
        return lower(support::prefix(reading_.flow.at(blocks_[i].content), 60));
    }

    [[nodiscard]] bool is_motto(std::size_t i) const {
        if (!blocks_[i].upper_case) return false;
        const std::string text = fold(low(i));
        return text.rfind("cong hoa xa", 0) == 0 || text.rfind("dang cong san viet", 0) == 0;
    }

    [[nodiscard]] bool is_type_line(std::size_t i) const {
        const Block& block = blocks_[i];
        if (!block.upper_case || block.marker != Marker::none || block.ends_with_colon)
            return false;
        return !type_at({reading_.flow.text(), reading_.tokens}, block.first_token).name.empty();
    }

    // Number and kind, or number and addressee of a letter, follow the motto; a form in an annex
    // has a motto and no number.
    [[nodiscard]] bool opens_document(std::size_t motto) const {
        const TokenText source{reading_.flow.text(), reading_.tokens};
        bool number = false;
        for (std::size_t i = motto + 1; i < std::min(blocks_.size(), motto + kHeadLines); ++i) {
            if (is_type_line(i) || low(i).rfind("kính gửi", 0) == 0) return number;
            const bool labelled = fold(low(i)).rfind("so", 0) == 0;
            number = number ||
                     (labelled &&
                      !scan_numbers(source, blocks_[i].first_token, blocks_[i].last_token).empty());
        }
        return false;
    }

    // The lines of capitals and rules above the motto name who issued it.
    [[nodiscard]] std::size_t first_line(std::size_t motto) const {
        std::size_t first = motto;
        while (first > 0 && is_head_line(first - 1)) --first;
        return first;
    }

    [[nodiscard]] bool is_head_line(std::size_t i) const {
        const Block& block = blocks_[i];
        const bool rule =
            block.first_token == block.last_token ||
            reading_.flow.at(block.span).find_first_not_of("-_*=~. ") == std::string_view::npos;
        return rule || (block.upper_case && block.marker == Marker::none &&
                        block.span.size() < kIssuerLine);
    }

    const Reading& reading_;
    const std::vector<Block>& blocks_;
};

}  // namespace

std::size_t letterhead_start(const Reading& reading) {
    return LetterheadFinder(reading).find();
}

}  // namespace tracuu::analyzers
