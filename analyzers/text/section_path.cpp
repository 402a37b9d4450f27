#include "analyzers/text/section_path.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tracuu::analyzers {
namespace {

// "(1)" counts below "a)": it numbers the parts of a lettered or numbered paragraph.
int rank_of(const Block& block, std::string_view text) noexcept {
    const bool enclosed = block.marker == Marker::arabic && block.span.begin < text.size() &&
                          text[block.span.begin] == '(';
    return 2 * marker_rank(enclosed ? Marker::lower : block.marker) + (enclosed ? 1 : 0);
}

constexpr int kItemRank = 8;  // of the outermost items: 2 * marker_rank(Marker::arabic)

// The numbered parts that are open at one place of the text.
class OpenParts {
  public:
    explicit OpenParts(std::string_view text) : text_(text) {}

    void clear() { levels_.clear(); }

    // Opens a part and gives the part around it; -1 at the top.
    std::int32_t open(const Block& block, std::int32_t index) {
        const int rank = rank_of(block, text_);
        const std::string_view label = support::slice(text_, block.label);
        close_for(block, label, rank);
        const std::int32_t around = innermost();
        levels_.push_back({block.marker, rank, label, index});
        return around;
    }

    // "P), độ kiềm" is the end of a formula: a capital letter marks a part only in its order.
    [[nodiscard]] bool in_order(const Block& block) const {
        if (block.marker != Marker::upper) return true;
        const std::string_view label = support::slice(text_, block.label);
        if (label == "A" || label.size() != 1) return true;
        return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
            return level.kind == Marker::upper && level.label.size() == 1 &&
                   level.label[0] + 1 == label[0];
        });
    }

    // After the last item a closing paragraph belongs to the chapter, not to the item.
    void close_items() {
        while (!levels_.empty() && levels_.back().rank >= kItemRank) levels_.pop_back();
    }

    // "Trong quá trình thực hiện, nếu có vướng mắc ..." after the last letter of a part speaks of
    // the part; in an article, after what a number counted, of the article.
    void close_letters(const std::vector<Block>& blocks) {
        const auto is_letter = [](const Level& level) {
            return level.kind == Marker::lower || level.kind == Marker::roman_lower;
        };
        if (levels_.empty() || !is_letter(levels_.back())) return;
        while (!levels_.empty() && is_letter(levels_.back())) levels_.pop_back();
        if (levels_.size() < 2 || levels_.back().kind != Marker::arabic) return;
        const bool counts = blocks[static_cast<std::size_t>(levels_.back().block)].ends_with_colon;
        if (counts && levels_[levels_.size() - 2].kind == Marker::article) levels_.pop_back();
    }

    [[nodiscard]] std::int32_t innermost() const {
        return levels_.empty() ? -1 : levels_.back().block;
    }

  private:
    struct Level {
        Marker kind;
        int rank;
        std::string_view label;
        std::int32_t block;
    };

    void close_for(const Block& block, std::string_view label, int rank) {
        if (block.marker == Marker::dotted) {
            close_dotted(label);
            return;
        }
        // A sibling and everything of an inner rank.
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            if (levels_[i].rank < rank) continue;
            levels_.resize(i);
            return;
        }
    }

    // "1.2" stays inside "1" and inside "1" only.
    void close_dotted(std::string_view label) {
        while (!levels_.empty() && levels_.back().rank >= kItemRank) {
            const Level& last = levels_.back();
            const bool contains = label.size() > last.label.size() + 1 &&
                                  label.substr(0, last.label.size()) == last.label &&
                                  label[last.label.size()] == '.';
            if (contains && last.kind != Marker::lower) return;
            levels_.pop_back();
        }
    }

    std::string_view text_;
    std::vector<Level> levels_;
};

bool is_numbered(Marker marker) noexcept {
    return marker != Marker::none && marker != Marker::bullet;
}

// Words that speak of the whole document: what starts with them closes it.
bool speaks_of_whole(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kStarts{
        "Trên đây", "Trong quá trình", "Yêu cầu",   "Đề nghị",        "Nhận được",
        "Giao",     "Căn cứ",          "Quá trình", "Trong thời gian"};
    return std::any_of(kStarts.begin(), kStarts.end(), [text](std::string_view start) {
        return text.substr(0, start.size()) == start;
    });
}

// "Trong quá trình thực hiện, nếu ..." in the middle of a document.
bool looks_back(std::string_view text) {
    constexpr std::string_view kStart = "rong quá trình ";
    return text.size() > kStart.size() && text.substr(1, kStart.size()) == kStart;
}

// First block of the run of plain paragraphs that ends the zone in which `last` is the last
// block, when the run closes the document: it follows finished items. After a heading or an
// announcement only a last paragraph that speaks of the whole does.
std::size_t closing_run(const std::vector<Block>& blocks, std::size_t last, std::string_view text) {
    std::size_t first = last + 1;
    while (first > 0 && blocks[first - 1].marker == Marker::none &&
           blocks[first - 1].zone == blocks[last].zone && !blocks[first - 1].heading)
        --first;
    if (first > last || first == 0 || blocks[first - 1].zone != blocks[last].zone) return last + 1;
    const Block& before = blocks[first - 1];
    if (!before.heading && !before.ends_with_colon) return first;
    const bool whole = last > first && speaks_of_whole(support::slice(text, blocks[last].content));
    return whole ? last : last + 1;
}

// Marks the blocks of every closing run.
std::vector<bool> find_closings(const std::vector<Block>& blocks, std::string_view text) {
    std::vector<bool> closing(blocks.size(), false);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool last = i + 1 == blocks.size() || blocks[i + 1].zone != blocks[i].zone;
        if (!last || blocks[i].zone != Zone::body) continue;
        for (std::size_t j = closing_run(blocks, i, text); j <= i; ++j) closing[j] = true;
    }
    return closing;
}

}  // namespace

int marker_rank(Marker marker) noexcept {
    switch (marker) {
        case Marker::part:
            return 0;
        case Marker::upper:
            return 1;
        case Marker::roman:
            return 2;
        case Marker::article:
            return 3;
        case Marker::arabic:
            return 4;
        case Marker::dotted:
            return 5;
        case Marker::lower:
            return 6;
        case Marker::roman_lower:
            return 7;
        case Marker::bullet:
            return 8;
        case Marker::none:
            return 9;
    }
    return 9;
}

void set_parents(std::vector<Block>& blocks, std::string_view text) {
    const std::vector<bool> closing = find_closings(blocks, text);
    OpenParts open(text);
    Zone zone = Zone::head;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (block.zone != zone) open.clear();
        zone = block.zone;
        if (zone != Zone::body && zone != Zone::annex) continue;
        if (closing[i]) open.close_items();
        if (block.marker == Marker::none && looks_back(support::slice(text, block.content))) {
            open.close_letters(blocks);
        }
        block.section = is_numbered(block.marker) && !block.quoted && open.in_order(block);
        block.parent =
            block.section ? open.open(block, static_cast<std::int32_t>(i)) : open.innermost();
    }
}

std::string section_path(const std::vector<Block>& blocks, std::size_t block,
                         std::string_view text) {
    std::vector<const Block*> levels;  // innermost first
    if (blocks[block].section) levels.push_back(&blocks[block]);
    for (std::int32_t at = blocks[block].parent; at >= 0;) {
        levels.push_back(&blocks[static_cast<std::size_t>(at)]);
        at = levels.back()->parent;
    }
    std::string path;
    for (std::size_t i = levels.size(); i-- > 0;) {
        const Marker kind = levels[i]->marker;
        if (kind == Marker::article || kind == Marker::part) path.clear();
        // 1 before 1.1, 1.1 before 1.1.1: the longer label says it all.
        const bool absorbed = (kind == Marker::arabic || kind == Marker::dotted) && i > 0 &&
                              levels[i - 1]->marker == Marker::dotted;
        if (absorbed) continue;
        if (!path.empty()) path += '.';
        path += marker_label(kind, support::slice(text, levels[i]->label));
    }
    return path;
}

}  // namespace tracuu::analyzers
