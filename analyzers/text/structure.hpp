#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/flow_text.hpp"
#include "analyzers/text/marker.hpp"
#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// The part of an official document that a paragraph belongs to.
enum class Zone : std::uint8_t {
    head,      ///< issuing body, motto, number, place and date
    title,     ///< type line and trích yếu
    preamble,  ///< legal bases and the sentence(s) before the first numbered part
    body,
    recipients,  ///< "Nơi nhận" and its list
    signature,   ///< "TM. ...", office, name
    annex,       ///< "Phụ lục", attached lists and forms
    chrome       ///< lines of a portal around the document
};

/// One paragraph of the flow text.
struct Block {
    ByteRange span;     ///< flow text: the whole paragraph, without outer spaces
    ByteRange content;  ///< after marker, bullet and Markdown emphasis, to the last character
    Marker marker = Marker::none;
    Zone zone = Zone::body;
    bool heading : 1 = false;  ///< a title of what follows, not an item of its own
    bool ends_with_colon : 1 = false;
    bool upper_case : 1 = false;    ///< all letters are capitals
    bool quoted : 1 = false;        ///< inside a quotation of whole paragraphs
    bool section : 1 = false;       ///< opens a section of its own: part of the paths below it
    ByteRange label;                ///< of its marker, see MarkerMatch
    std::int32_t parent = -1;       ///< index of the block whose part this is; -1 at the top
    std::uint32_t first_token = 0;  ///< tokens of `content`: [first_token, last_token)
    std::uint32_t last_token = 0;
};
static_assert(sizeof(Block) == 40);  // a hostile text has a block every other byte

/// A text cut into paragraphs with their place in the numbering.
class Structure {
  public:
    /// `flow` must outlive the structure; `tokens` are those of `flow.text()`. Linear.
    Structure(const FlowText& flow, std::span<const Token> tokens);

    [[nodiscard]] const std::vector<Block>& blocks() const noexcept { return blocks_; }
    /// Index of the block that holds byte `at` of the flow text; the block before it otherwise.
    [[nodiscard]] std::size_t block_at(std::uint32_t at) const noexcept;
    /// The sections around and including a block: `II.1.1`, `Điều 3.2.a`; empty outside of any.
    [[nodiscard]] std::string path(std::size_t block) const;

  private:
    const FlowText& flow_;
    std::vector<Block> blocks_;
};

}  // namespace tracuu::analyzers
