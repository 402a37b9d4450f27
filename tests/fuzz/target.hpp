#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "support/utf8.hpp"

/// What libFuzzer and replay_main.cpp call for every input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tracuu::tests {

/// The bytes of an input as text, whatever they are.
[[nodiscard]] inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The input as valid UTF-8: every byte that is not becomes `?`.
[[nodiscard]] inline std::string valid_text(const std::uint8_t* data, std::size_t size) {
    std::string text;
    std::string_view rest = bytes_of(data, size);
    for (auto at = support::find_invalid_utf8(rest); at; at = support::find_invalid_utf8(rest)) {
        text += rest.substr(0, *at);
        text += '?';
        rest.remove_prefix(*at + 1);
    }
    text += rest;
    return text;
}

/// Ends the process when `holds` is not true, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

}  // namespace tracuu::tests
