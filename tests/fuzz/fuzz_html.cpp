#include "corpus/readers/html_text.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// Any bytes may be asked for their charset; valid UTF-8 gives valid UTF-8.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(corpus::declared_charset(tests::bytes_of(data, size)));
    const std::string html = tests::valid_text(data, size);
    const corpus::HtmlPage page = corpus::read_html(html);
    tests::require(!support::find_invalid_utf8(page.text), "the text is UTF-8");
    tests::require(!support::find_invalid_utf8(page.title), "the title is UTF-8");
    // No reference is shorter than what it stands for, and cells gain at most " | ".
    tests::require(page.text.size() <= 4 * html.size() + 4, "the text does not explode");
    return 0;
}
