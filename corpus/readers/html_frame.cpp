#include "corpus/readers/html_frame.hpp"

#include <algorithm>
#include <cstddef>

namespace tracuu::corpus {
namespace {

constexpr std::uint32_t kMostBeside = 120;  // bytes: "Thuộc tính văn bản", "In trang", "Chia sẻ"

// `part` is at least `tenths` tenths of `whole`.
bool is_share(std::uint64_t part, std::uint64_t whole, std::uint64_t tenths) noexcept {
    return part * 10 >= whole * tenths;
}

class FrameFinder {
  public:
    explicit FrameFinder(const std::vector<PagePart>& parts)
        : parts_(parts),
          fates_(parts.size(), PartFate::shown),
          gone_(parts.size(), false),
          in_document_(parts.size(), false),
          plain_(parts.size(), 0) {}

    std::vector<PartFate> find() {
        if (parts_.empty()) return {};
        leave_out_property_tables();
        if (has_frame()) {
            leave_out_furniture();
            measure();
            isolate(find_document());
        }
        return std::move(fates_);
    }

  private:
    using Index = std::uint32_t;

    // The table, and a box that holds little but it: a heading, some buttons.
    void leave_out_property_tables() {
        for (Index i = 1; i < parts_.size(); ++i) {
            if (!parts_[i].properties) continue;
            Index out = i;
            for (Index box = parts_[i].parent; box != 0; box = parts_[box].parent) {
                const PagePart& around = parts_[box];
                const bool holds_it = around.kind == PartKind::box || around.furniture;
                const bool only_it = around.text <= parts_[i].text + kMostBeside && !around.marked;
                if (!holds_it || !only_it) break;
                out = box;
            }
            fates_[out] = PartFate::left_out;
            has_properties_ = true;
        }
    }

    [[nodiscard]] bool has_frame() const noexcept {
        return has_properties_ ||
               std::any_of(parts_.begin(), parts_.end(), [](const PagePart& part) {
                   return part.furniture || (part.kind >= PartKind::main);
               });
    }

    void leave_out_furniture() {
        for (Index i = 1; i < parts_.size(); ++i) {
            const Index parent = parts_[i].parent;
            in_document_[i] = in_document_[parent] || parts_[i].kind == PartKind::main ||
                              parts_[i].kind == PartKind::article;
            gone_[i] = gone_[parent] || fates_[i] == PartFate::left_out;
            if (gone_[i]) continue;
            if (!is_furniture(i) && !is_link_box(parts_[i])) continue;
            fates_[i] = PartFate::left_out;
            gone_[i] = true;
        }
    }

    [[nodiscard]] bool is_furniture(Index i) const noexcept {
        const PagePart& part = parts_[i];
        if (part.marked) return false;
        if (part.kind == PartKind::aside) return true;
        if (part.kind == PartKind::header) return !in_document_[i];
        return part.furniture && !is_share(part.text, parts_[0].text, 3);
    }

    // Most of the words of a list of links lead elsewhere. Not so in a paragraph that cites, and
    // a page that is mostly links has them as its text.
    [[nodiscard]] bool is_link_box(const PagePart& part) const noexcept {
        if (part.marked || part.links < 2 || part.lists == 0) return false;
        if (is_share(part.text, parts_[0].text, 5)) return false;
        if (part.kind == PartKind::list) return is_share(part.linked, part.text, 8);
        const bool box = part.kind == PartKind::box || part.kind == PartKind::table;
        return box && is_share(part.linked, part.text, 6);
    }

    // Text outside of links, without what is left out.
    void measure() {
        for (Index i = 0; i < parts_.size(); ++i) plain_[i] = parts_[i].text - parts_[i].linked;
        // Totals hold those of the parts inside: take away what went, once, from all around it.
        std::vector<std::uint64_t> lost(parts_.size(), 0);
        for (Index i = static_cast<Index>(parts_.size()) - 1; i > 0; --i) {
            const bool first_gone = gone_[i] && !gone_[parts_[i].parent];
            lost[parts_[i].parent] += first_gone ? plain_[i] : lost[i];
            plain_[i] = gone_[i] ? 0 : plain_[i] - lost[i];
        }
        plain_[0] -= lost[0];
    }

    [[nodiscard]] Index find_document() const {
        Index document = within(0, PartKind::main, 5);
        document = within(document, PartKind::article, 8);
        // Nothing of a document stands before its motto; what is short stands after it no more.
        for (Index i = document + 1; i < parts_.size(); ++i) {
            const bool step = parts_[i].parent == document && parts_[i].motto && !gone_[i] &&
                              is_share(plain_[i], plain_[document], 9);
            if (step) document = i;
        }
        return document;
    }

    // The first part of `kind` in `around` that has this share of its text, else `around`.
    [[nodiscard]] Index within(Index around, PartKind kind, std::uint64_t tenths) const {
        std::vector<bool> inside(parts_.size(), false);
        inside[around] = true;
        for (Index i = around + 1; i < parts_.size(); ++i) {
            inside[i] = inside[parts_[i].parent];
            const bool fits = inside[i] && !gone_[i] && parts_[i].kind == kind &&
                              is_share(plain_[i], plain_[around], tenths);
            if (fits) return i;
        }
        return around;
    }

    // Leaves out everything beside the way to `document`, but no part that only documents have,
    // and not the title above a document that has no head of its own.
    void isolate(Index document) {
        std::vector<bool> on_way(parts_.size(), false);
        for (Index i = document; i != 0; i = parts_[i].parent) on_way[i] = true;
        for (Index i = 1; i < parts_.size(); ++i) {
            const Index parent = parts_[i].parent;
            const bool beside =
                !on_way[i] && parent != document && (parent == 0 ? document != 0 : on_way[parent]);
            if (!beside || parts_[i].marked || parts_[i].text == 0) continue;
            if (parts_[i].heading && !parts_[document].motto) continue;
            fates_[i] = PartFate::left_out;
        }
        if (document == 0) return;
        for (Index i = parts_[document].parent;; i = parts_[i].parent) {
            fates_[i] = PartFate::shell;
            if (i == 0) return;
        }
    }

    const std::vector<PagePart>& parts_;
    std::vector<PartFate> fates_;
    std::vector<bool> gone_;         // left out itself or with a part around it
    std::vector<bool> in_document_;  // is or stands in `main` or `article`
    std::vector<std::uint64_t> plain_;
    bool has_properties_ = false;
};

}  // namespace

std::vector<PartFate> part_fates(const std::vector<PagePart>& parts) {
    return FrameFinder(parts).find();
}

}  // namespace tracuu::corpus
