#include "analyzers/text/structure.hpp"

#include <algorithm>
#include <array>

#include "analyzers/text/quotation.hpp"
#include "analyzers/text/section_path.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "analyzers/text/zone.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

bool is_space(char c) noexcept {
    return c == ' ';
}

ByteRange trim(std::string_view text, ByteRange range) {
    while (!range.empty() && is_space(text[range.begin])) ++range.begin;
    while (!range.empty() && is_space(text[range.end - 1])) --range.end;
    return range;
}

bool is_rule(std::string_view line) noexcept {
    return line.find_first_not_of("-_*=~. ") == std::string_view::npos;
}

// All letters of the first kilobyte are capitals, and there are at least two.
bool is_upper_case(std::string_view text) {
    std::size_t upper = 0;
    const std::string_view head = support::prefix(text, 1024);
    for (std::size_t at = 0; at < head.size();) {
        const support::Decoded c = support::decode(head, at);
        if (const auto letter = decompose(c.code_point)) {
            if (!letter->upper) return false;
            ++upper;
        }
        at += c.length;
    }
    return upper > 1;
}

// "II - NỘI DUNG**1. Nhiệm vụ chung**": a word processor glued two headings; the second begins at
// the emphasis. Returns its offset in `line`, npos when there is none.
std::size_t glued_heading(std::string_view line) {
    const MarkerMatch first = read_marker(line);
    if (first.kind == Marker::none || first.kind == Marker::bullet) return line.npos;
    const std::size_t at = line.find("**", std::max<std::size_t>(first.length, 1));
    if (at == line.npos || at + 2 >= line.size()) return line.npos;
    const Marker kind = read_marker(line.substr(at)).kind;
    const bool numbered = kind == Marker::arabic || kind == Marker::dotted || kind == Marker::roman;
    return numbered ? at : line.npos;
}

std::uint32_t without_emphasis(std::string_view text, ByteRange range) {
    std::uint32_t end = range.end;
    while (end > range.begin &&
           (text[end - 1] == '*' || text[end - 1] == '_' || text[end - 1] == ' ')) {
        --end;
    }
    return end;
}

Block make_block(std::string_view text, ByteRange span) {
    Block block;
    block.span = span;
    const MarkerMatch marker = read_marker(support::slice(text, span));
    block.marker = marker.kind;
    block.label = {span.begin + marker.label.begin, span.begin + marker.label.end};
    block.content = {span.begin + marker.length, span.end};
    if (marker.kind == Marker::none) {
        const std::string_view line = support::slice(text, span);
        block.content.begin +=
            support::offset(std::min(line.find_first_not_of("#*_> "), line.size()));
    }
    const std::uint32_t bare = without_emphasis(text, block.content);
    // Emphasis that opens inside ("(*thực hiện*)") is closed inside: only an unpaired end is cut.
    const std::string_view inside = support::slice(text, {block.content.begin, bare});
    if (inside.find_first_of("*_") == inside.npos) block.content.end = bare;
    block.ends_with_colon = bare > block.content.begin && text[bare - 1] == ':';
    block.upper_case = is_upper_case(support::slice(text, block.content));
    return block;
}

void add_line(std::vector<Block>& blocks, std::string_view text, ByteRange line) {
    line = trim(text, line);
    const std::string_view words = support::slice(text, line);
    if (words.empty() || is_rule(words)) return;
    const std::size_t glued = glued_heading(words);
    if (glued == words.npos) {
        blocks.push_back(make_block(text, line));
        return;
    }
    const std::uint32_t cut = line.begin + support::offset(glued);
    blocks.push_back(make_block(text, trim(text, {line.begin, cut})));
    blocks.push_back(make_block(text, trim(text, {cut, line.end})));
}

std::vector<Block> split_blocks(std::string_view text) {
    std::vector<Block> blocks;
    blocks.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        add_line(blocks, text, {support::offset(begin), support::offset(end)});
        begin = end + 1;
    }
    return blocks;
}

void set_tokens(std::vector<Block>& blocks, std::span<const Token> tokens) {
    std::uint32_t token = 0;
    for (Block& block : blocks) {
        while (token < tokens.size() && tokens[token].begin < block.content.begin) ++token;
        block.first_token = token;
        while (token < tokens.size() && tokens[token].begin < block.content.end) ++token;
        block.last_token = token;
        while (block.last_token > block.first_token &&
               tokens[block.last_token - 1].kind == TokenKind::newline) {
            --block.last_token;
        }
    }
}

bool is_numbered(Marker marker) noexcept {
    return marker != Marker::none && marker != Marker::bullet;
}

constexpr std::uint32_t kLongestHeading = 400;  // bytes

bool ends_sentence(std::string_view content) noexcept {
    return !content.empty() &&
           std::string_view(".;!?…/").find(content.back()) != std::string_view::npos;
}

// A numbered paragraph that names what follows: in capitals, or followed by its own parts, or
// short and unfinished with text, bullets or parts after it.
bool is_heading(const Block& block, const Block* next, std::string_view content) {
    if (!is_numbered(block.marker)) return block.upper_case && content.size() <= kLongestHeading;
    if (block.upper_case || block.marker == Marker::part) return true;
    if (next == nullptr) return false;
    if (next->zone != block.zone) return false;
    const int rank = marker_rank(block.marker);
    const int next_rank = marker_rank(next->marker);
    const bool has_parts = is_numbered(next->marker) && next_rank > rank;
    if (has_parts) return true;
    const bool text_follows = next->marker == Marker::none || next->marker == Marker::bullet;
    if (!text_follows || content.size() > kLongestHeading) return false;
    return !ends_sentence(content) || block.ends_with_colon;
}

void set_headings(std::vector<Block>& blocks, std::string_view text) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (block.zone != Zone::body && block.zone != Zone::annex) continue;
        const Block* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
        block.heading = is_heading(block, next, support::slice(text, block.content));
    }
}

}  // namespace

Structure::Structure(const FlowText& flow, std::span<const Token> tokens)
    : flow_(flow), blocks_(split_blocks(flow.text())) {
    set_tokens(blocks_, tokens);
    mark_quotations(blocks_, flow.text());
    set_zones(blocks_, flow.text());
    set_headings(blocks_, flow.text());
    set_parents(blocks_, flow.text());
}

std::size_t Structure::block_at(std::uint32_t at) const noexcept {
    const auto after = std::upper_bound(
        blocks_.begin(), blocks_.end(), at,
        [](std::uint32_t value, const Block& block) { return value < block.span.begin; });
    return after == blocks_.begin() ? 0 : static_cast<std::size_t>(after - blocks_.begin() - 1);
}

std::string Structure::path(std::size_t block) const {
    return section_path(blocks_, block, flow_.text());
}

}  // namespace tracuu::analyzers
