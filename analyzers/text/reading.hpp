#pragma once

#include <vector>

#include "analyzers/text/flow_text.hpp"
#include "analyzers/text/structure.hpp"
#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// A text made ready for all analysers: normalised, tokenised and structured, once.
struct Reading {
    explicit Reading(std::string_view source)
        : flow(source), tokens(tokenize(flow.text())), structure(flow, tokens) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    FlowText flow;
    std::vector<Token> tokens;
    Structure structure;

    /// Text of one token.
    [[nodiscard]] std::string_view word(std::size_t token) const noexcept {
        return flow.at(tokens[token].range());
    }
};

}  // namespace tracuu::analyzers
