#include "analyzers/section_list.hpp"

#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

bool starts_section(const Block& block) {
    if (block.zone == Zone::annex && block.upper_case) return true;
    if (block.zone != Zone::body && block.zone != Zone::annex) return false;
    return block.marker == Marker::article || (block.heading && block.marker != Marker::bullet);
}

constexpr std::size_t kLongestHeading = 200;  // bytes shown in outlines

std::string heading_of(const Reading& reading, const Block& block) {
    return std::string(support::prefix(reading.flow.at(block.content), kLongestHeading));
}

}  // namespace

std::vector<Section> list_sections(const Reading& reading) {
    std::vector<Section> sections;
    sections.push_back({});
    const std::vector<Block>& blocks = reading.structure.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (!starts_section(block)) continue;
        sections.back().span.end = block.span.begin;
        sections.push_back(
            {reading.structure.path(i), heading_of(reading, block), {block.span.begin, 0}});
    }
    sections.back().span.end = support::offset(reading.flow.text().size());
    if (sections.size() > 1 && sections.front().span.empty()) sections.erase(sections.begin());
    return sections;
}

}  // namespace tracuu::analyzers
