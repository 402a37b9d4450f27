#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::corpus {

/// What a page says: its title and its words as plain text (see html_flow.hpp).
struct HtmlPage {
    std::string title;  ///< content of `<title>`, one line; may be empty
    std::string text;   ///< empty when the page shows nothing
    /// What its property tables say; see PageSurvey.
    std::map<std::string, std::string> properties;
    bool complete = true;  ///< false: elements nest too deep (kDeepestHtml), the rest is not read
};

/// Reads `html` (valid UTF-8). Scripts, styles, navigation, footers, forms' controls and hidden
/// elements are left out, and so is the portal around the document (html_frame.hpp). Linear for
/// every input.
[[nodiscard]] HtmlPage read_html(std::string_view html);

/// The encoding that the head of the page declares, lower case (`utf-8`, `windows-1258`);
/// nullopt when it declares none.
[[nodiscard]] std::optional<std::string> declared_charset(std::string_view html);

}  // namespace tracuu::corpus
