#include "support/utf8.hpp"

namespace tracuu::support {
namespace {

constexpr bool is_continuation(unsigned char byte) noexcept {
    return (byte & 0xC0U) == 0x80U;
}

unsigned char byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

// Length announced by a lead byte; 0 when it cannot lead.
std::size_t sequence_length(unsigned char lead) noexcept {
    if (lead < 0x80U) return 1;
    if (lead >= 0xC2U && lead <= 0xDFU) return 2;
    if (lead >= 0xE0U && lead <= 0xEFU) return 3;
    if (lead >= 0xF0U && lead <= 0xF4U) return 4;
    return 0;
}

bool second_byte_fits(unsigned char lead, unsigned char second) noexcept {
    switch (lead) {
        case 0xE0:
            return second >= 0xA0U;  // no overlong forms
        case 0xED:
            return second <= 0x9FU;  // no surrogates
        case 0xF0:
            return second >= 0x90U;  // no overlong forms
        case 0xF4:
            return second <= 0x8FU;  // not above U+10FFFF
        default:
            return true;
    }
}

}  // namespace

void append(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const unsigned char lead = byte_at(text, at);
        const std::size_t length = sequence_length(lead);
        if (length == 0 || at + length > text.size()) return at;
        for (std::size_t i = 1; i < length; ++i) {
            if (!is_continuation(byte_at(text, at + i))) return at;
        }
        if (length > 2 && !second_byte_fits(lead, byte_at(text, at + 1))) return at;
        at += length;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
    return count;
}

std::string_view prefix(std::string_view text, std::size_t bytes) noexcept {
    if (bytes >= text.size()) return text;
    while (bytes > 0 && is_continuation(byte_at(text, bytes))) --bytes;
    return text.substr(0, bytes);
}

}  // namespace tracuu::support
