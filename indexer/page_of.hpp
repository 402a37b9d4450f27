#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tracuu::indexer {

/// One page of a sorted list whose items come in any order: holds at most twice as many as there
/// are up to the page's end, and takes linear time for any page.
template <typename Item>
class PageOf {
  public:
    PageOf(std::size_t offset, std::size_t limit) : offset_(offset), end_(offset + limit) {}

    void add(const Item& item) {
        // Nothing behind the last of a full page can come onto it.
        if (end_ == 0 || (is_cut_ && !(item < worst_))) return;
        items_.push_back(item);
        if (items_.size() >= 2 * std::max(end_, kFew)) cut();
    }

    /// The page, in order.
    [[nodiscard]] std::vector<Item> take() {
        if (items_.size() > end_) cut();
        const auto first =
            items_.begin() + static_cast<std::ptrdiff_t>(std::min(offset_, items_.size()));
        if (first != items_.end()) std::nth_element(items_.begin(), first, items_.end());
        items_.erase(items_.begin(), first);
        std::sort(items_.begin(), items_.end());
        return std::move(items_);
    }

  private:
    static constexpr std::size_t kFew = 512;  ///< so that short pages are not cut at every item

    void cut() {
        const auto last = items_.begin() + static_cast<std::ptrdiff_t>(end_ - 1);
        std::nth_element(items_.begin(), last, items_.end());
        worst_ = *last;
        is_cut_ = true;
        items_.resize(end_);
    }

    std::size_t offset_;
    std::size_t end_;  ///< of the page: items before it in the list, and its own
    std::vector<Item> items_;
    bool is_cut_ = false;
    Item worst_{};  ///< the last that may be on the page, once cut
};

}  // namespace tracuu::indexer
