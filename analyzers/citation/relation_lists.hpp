#pragma once

#include <optional>

#include "analyzers/citation/relation_state.hpp"

namespace tracuu::analyzers {

/// The cue of an introduction ("Bãi bỏ các Quyết định sau:"), which holds for the items of its
/// list.
class ListCue {
  public:
    explicit ListCue(const RelationState& state) noexcept : state_(state) {}

    /// The cue for the block that begins, if it is an item of an introduced list.
    [[nodiscard]] std::optional<Cue> carried();
    /// Remembers the cue of the block that ends, if it introduces a list of documents.
    void keep();

  private:
    [[nodiscard]] bool heads_list(const Cue& cue) const;

    const RelationState& state_;
    std::optional<Cue> cue_;
    bool colon_ = false;       // the introduction ends in one
    std::size_t intro_ = 0;    // block of the introduction
    std::size_t checked_ = 0;  // blocks up to it are items
};

}  // namespace tracuu::analyzers
