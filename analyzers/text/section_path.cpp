#include "analyzers/text/section_path.hpp"

#include <string>

namespace tracuu::analyzers {
namespace {

struct Level {
    Marker kind;
    std::string label;
    std::int32_t block;
};

// The numbered parts that are open at one place of the text.
class OpenParts {
  public:
    void clear() { levels_.clear(); }

    void open(const Block& block, std::int32_t index) {
        close_for(block);
        levels_.push_back({block.marker, block.label, index});
    }

    // After the last item a closing paragraph belongs to the chapter, not to the item.
    void close_items() {
        while (!levels_.empty() &&
               marker_rank(levels_.back().kind) >= marker_rank(Marker::arabic)) {
            levels_.pop_back();
        }
    }

    [[nodiscard]] std::int32_t innermost() const {
        return levels_.empty() ? -1 : levels_.back().block;
    }

    // Labels joined with dots: "II.2.a"; 1.1 stands for 1 and 1.1; articles forget their chapter.
    [[nodiscard]] std::string path() const {
        std::string path;
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            const Level& level = levels_[i];
            if (level.kind == Marker::article) path.clear();
            if (level.kind == Marker::part && !path.empty()) path.clear();
            const bool absorbed = level.kind == Marker::arabic && i + 1 < levels_.size() &&
                                  levels_[i + 1].kind == Marker::dotted;
            if (absorbed || dotted_parent(i)) continue;
            if (!path.empty()) path += '.';
            path += level.label;
        }
        return path;
    }

  private:
    // 1.1 before 1.1.1: the longer label says it all.
    [[nodiscard]] bool dotted_parent(std::size_t i) const {
        return levels_[i].kind == Marker::dotted && i + 1 < levels_.size() &&
               levels_[i + 1].kind == Marker::dotted;
    }

    void close_for(const Block& block) {
        if (block.marker == Marker::dotted) {
            close_dotted(block.label);
            return;
        }
        // The same kind of mark again: a sibling. Otherwise everything of the same or inner rank.
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            const bool sibling = levels_[i].kind == block.marker;
            const bool inner = marker_rank(levels_[i].kind) > marker_rank(block.marker);
            if (!sibling && !inner) continue;
            levels_.resize(i);
            return;
        }
    }

    // "1.2" stays inside "1" and inside "1" only.
    void close_dotted(const std::string& label) {
        while (!levels_.empty() &&
               marker_rank(levels_.back().kind) >= marker_rank(Marker::arabic)) {
            const Level& last = levels_.back();
            const bool contains = label.size() > last.label.size() + 1 &&
                                  label.compare(0, last.label.size(), last.label) == 0 &&
                                  label[last.label.size()] == '.';
            if (contains && last.kind != Marker::lower) return;
            levels_.pop_back();
        }
    }

    std::vector<Level> levels_;
};

bool is_numbered(Marker marker) noexcept {
    return marker != Marker::none && marker != Marker::bullet;
}

// The last plain paragraph of the body, when it follows finished items and not a heading.
bool closes_document(const std::vector<Block>& blocks, std::size_t i) {
    if (blocks[i].marker != Marker::none || i == 0) return false;
    const Block& before = blocks[i - 1];
    if (before.heading || before.ends_with_colon) return false;
    for (std::size_t next = i + 1; next < blocks.size(); ++next) {
        if (blocks[next].zone != blocks[i].zone) return true;
        return false;
    }
    return true;
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

void set_paths(std::vector<Block>& blocks) {
    OpenParts open;
    Zone zone = Zone::head;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (block.zone != zone) open.clear();
        zone = block.zone;
        if (zone != Zone::body && zone != Zone::annex) continue;
        const auto index = static_cast<std::int32_t>(i);
        if (is_numbered(block.marker)) {
            open.open(block, index);
        } else if (closes_document(blocks, i)) {
            open.close_items();
        }
        block.path = open.path();
        block.parent = open.innermost() == index ? -1 : open.innermost();
    }
}

}  // namespace tracuu::analyzers
