#pragma once

#include "analyzers/citation/relation_state.hpp"

namespace tracuu::analyzers {

/// What a cue changes: which relation waits for the next document, and between which two.
class CueRules {
  public:
    explicit CueRules(RelationState& state) noexcept : state_(state) {}

    void take(const Cue& cue);

  private:
    [[nodiscard]] bool yields(const Cue& cue);
    void start_aside();
    void take_active(Cue cue);
    void take_weak(const Cue& cue);
    void take_insert(const Cue& cue);
    void resume();
    void take_passive(const Cue& cue);
    void take_after(const Cue& cue);
    [[nodiscard]] bool is_parallel(const Cue& cue) const;
    [[nodiscard]] bool looks_back(const Cue& cue) const;
    [[nodiscard]] bool speaks_of_another(const Cue& cue) const;
    [[nodiscard]] bool in_passive();
    [[nodiscard]] bool keeps_pending(const Cue& cue);
    [[nodiscard]] bool announces_list(const Cue& cue) const;
    [[nodiscard]] bool describes_other(const Cue& cue) const;

    RelationState& state_;
    std::size_t after_ = 0;  // mentions before it were looked at by `take_after`
};

}  // namespace tracuu::analyzers
