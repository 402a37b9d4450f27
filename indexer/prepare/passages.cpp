#include "indexer/prepare/passages.hpp"

#include <algorithm>

#include "support/utf8.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kLongest = 4000;
constexpr std::size_t kShortest = 1500;  // smaller neighbours are put together
constexpr std::size_t kBlock = 32768;

using support::ByteRange;
using support::offset;

// Where to cut text[begin, end), which is too long: after a paragraph, a line or a word.
std::size_t cut_point(std::string_view text, std::size_t begin) {
    const std::string_view window = text.substr(begin, kLongest);
    for (const std::string_view mark : {"\n\n", "\n", " "}) {
        const std::size_t found = window.rfind(mark);
        if (found != std::string_view::npos && found + mark.size() > kShortest) {
            return begin + found + mark.size();
        }
    }
    return begin + support::prefix(text.substr(begin), kLongest).size();
}

void add(std::vector<Passage>& passages, std::size_t begin, std::size_t end) {
    passages.push_back({{offset(begin), offset(end)}, 0});
}

// Starts of sections that divide the text; strictly ascending, the first is 0.
std::vector<std::size_t> section_starts(std::string_view text,
                                        std::span<const analyzers::Section> sections) {
    std::vector<std::size_t> starts{0};
    for (const analyzers::Section& section : sections) {
        const std::size_t begin = section.span.begin;
        if (begin > starts.back() && begin < text.size()) starts.push_back(begin);
    }
    return starts;
}

}  // namespace

std::vector<Passage> cut_passages(std::string_view text,
                                  std::span<const analyzers::Section> sections) {
    std::vector<Passage> passages;
    if (text.empty()) return passages;
    if (text.size() <= kLongest) {
        add(passages, 0, text.size());
        return passages;
    }
    std::vector<std::size_t> starts = section_starts(text, sections);
    starts.push_back(text.size());
    std::size_t begin = 0;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        while (starts[i] - begin > kLongest) {
            const std::size_t cut = cut_point(text, begin);
            add(passages, begin, cut);
            begin = cut;
        }
        if (starts[i] - begin >= kShortest || i + 1 == starts.size()) {
            if (starts[i] > begin) add(passages, begin, starts[i]);
            begin = starts[i];
        }
    }
    return passages;
}

std::vector<std::uint32_t> block_ends(std::span<const Passage> passages) {
    std::vector<std::uint32_t> ends;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const bool last = i + 1 == passages.size();
        if (last || passages[i + 1].bytes.end - begin > kBlock) {
            ends.push_back(passages[i].bytes.end);
            begin = passages[i].bytes.end;
        }
    }
    return ends;
}

}  // namespace tracuu::indexer
