#pragma once

#include "analyzers/citation/relation_state.hpp"

namespace tracuu::analyzers {

/// What happens when the walk reaches a cited document: the waiting cue is settled, the mention
/// gets its relation or the two documents an assertion.
class DocumentRules {
  public:
    explicit DocumentRules(RelationState& state) noexcept : state_(state) {}

    /// Takes the next mention, whose words are reached at token `at`; the token after it.
    std::size_t take_mention(std::size_t at);
    /// Takes the next named mention; the token after it.
    std::size_t take_named();

  private:
    void settle(const Mention& mention);
    void settle(std::size_t first, bool pinpoint);
    void drop_if_listed(std::size_t first);
    [[nodiscard]] bool follows_by(const Cue& cue) const;
    [[nodiscard]] bool changes_provision();
    [[nodiscard]] bool returns_to_head(const Mention& mention);
    [[nodiscard]] bool is_no_agent(const Mention& next) const;
    [[nodiscard]] bool ranks_with_subject(const Mention& mention);
    void leave_nest();
    void return_to_self();
    void set_relation(std::size_t index);
    void assert_nested(CitedDocument object, std::string_view type);
    [[nodiscard]] CitedDocument amended_by(std::string_view type);
    [[nodiscard]] const Mention& mention(std::int32_t index) const {
        return state_.mentions[static_cast<std::size_t>(index)];
    }

    RelationState& state_;
};

}  // namespace tracuu::analyzers
