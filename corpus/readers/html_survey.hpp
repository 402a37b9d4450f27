#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::corpus {

/// What kind of element a part of a page is.
enum class PartKind : std::uint8_t { other, box, table, list, main, article, header, aside, frame };

/// A part of a page (see HtmlWalk) and what it holds. Sizes are bytes without white space.
struct PagePart {
    std::uint32_t parent = 0;
    std::uint32_t text = 0;    ///< shown text, with that of the parts inside
    std::uint32_t linked = 0;  ///< of it, inside links
    std::uint32_t links = 0;
    std::uint32_t lists = 0;  ///< lists inside, counting itself
    PartKind kind = PartKind::other;
    bool furniture = false;   ///< its class, id or role says that it is not of the document
    bool heading = false;     ///< `h1`
    bool motto = false;       ///< holds a line of the national or the Party's motto
    bool marked = false;      ///< holds a line that only documents have
    bool properties = false;  ///< is a property table
};

/// The parts of a page by number, a parent before its children; the first is the page.
struct PageSurvey {
    std::vector<PagePart> parts;  ///< empty when the page has too many to be told apart
    /// What its property tables say: `number`, `type`, `issuer`, `date` (ISO), `signer`, `title`.
    std::map<std::string, std::string> properties;
};

/// Looks through `html` once; linear. `html` is valid UTF-8.
[[nodiscard]] PageSurvey survey_page(std::string_view html);

}  // namespace tracuu::corpus
