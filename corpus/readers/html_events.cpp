#include "corpus/readers/html_events.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <memory>

#include "support/error.hpp"

namespace tracuu::corpus {
namespace {

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// What the callbacks of one parse share.
struct Parse {
    HtmlEvents& events;
    htmlParserCtxtPtr context;
    std::size_t depth = 0;
    bool too_deep = false;

    void stop_unless_wanted() const {
        if (too_deep || !events.wants_more()) xmlStopParser(context);
    }
};

Parse& parse_of(void* user) noexcept {
    return *static_cast<Parse*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    Parse& parse = parse_of(user);
    parse.too_deep = ++parse.depth > kDeepestHtml;
    parse.events.start(view(name), HtmlAttributes(attributes));
    parse.stop_unless_wanted();
}

void on_end(void* user, const xmlChar* name) {
    Parse& parse = parse_of(user);
    if (parse.depth > 0) --parse.depth;
    parse.events.end(view(name));
    parse.stop_unless_wanted();
}

void on_text(void* user, const xmlChar* text, int length) {
    parse_of(user).events.text(view(text).substr(0, static_cast<std::size_t>(length)));
}

htmlSAXHandler make_handler() noexcept {
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    return handler;  // no cdataBlock: scripts and styles are not text
}

struct FreeContext {
    void operator()(htmlParserCtxtPtr context) const noexcept { htmlFreeParserCtxt(context); }
};

constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                         HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC;

}  // namespace

bool HtmlAttributes::has(std::string_view name) const noexcept {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view(*pair) == name) return true;
    }
    return false;
}

std::string_view HtmlAttributes::value(std::string_view name) const noexcept {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view(*pair) == name) return view(pair[1]);
    }
    return {};
}

bool parse_html(std::string_view html, HtmlEvents& events) {
    if (html.empty()) return true;
    // Once, before two threads can do it at the same time.
    static const bool initialised = (xmlInitParser(), true);
    static_cast<void>(initialised);
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
    if (context == nullptr) {
        throw support::Error(support::ErrorCode::internal, "no HTML parser");
    }
    Parse parse{events, context.get()};
    *context->sax = make_handler();
    context->userData = &parse;
    htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                       kOptions);
    return !parse.too_deep;
}

}  // namespace tracuu::corpus
