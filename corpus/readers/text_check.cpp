#include "corpus/readers/text_check.hpp"

#include <utility>

#include "support/error.hpp"
#include "support/file.hpp"
#include "support/utf8.hpp"

namespace tracuu::corpus {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kMark = "\xEF\xBB\xBF"sv;  // U+FEFF in UTF-8

bool is_white(char32_t c) noexcept {
    if (c == U' ' || (c >= U'\t' && c <= U'\r')) return true;
    if (c == 0x00A0 || c == 0x1680 || c == 0x202F || c == 0x205F || c == 0x3000) return true;
    if (c >= 0x2000 && c <= 0x200D) return true;  // spaces of all widths, zero-width ones
    return c == 0x2028 || c == 0x2029 || c == 0x2060 || c == 0xFEFF;
}

}  // namespace

std::optional<std::string> wide_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return "UTF-32";
    }
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
    return std::nullopt;
}

std::string_view without_mark(std::string_view text) noexcept {
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    return text;
}

bool is_blank(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const support::Decoded next = support::decode(text, at);
        if (!is_white(next.code_point)) return false;
        at += next.length;
    }
    return true;
}

std::optional<std::string> text_problem(std::string_view bytes) {
    if (const auto wide = wide_encoding(bytes)) {
        return *wide + " text; convert it to UTF-8";
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return "binary: NUL byte at offset " + std::to_string(nul);
    }
    if (const auto invalid = support::find_invalid_utf8(bytes)) {
        return "not UTF-8: invalid byte at offset " + std::to_string(*invalid);
    }
    if (is_blank(bytes)) return "empty";
    return std::nullopt;
}

std::optional<std::string> load(const std::filesystem::path& file, std::uint64_t limit,
                                const ReadSink& sink) {
    try {
        return support::read_file(file, limit);
    } catch (const support::Error& error) {
        sink.rejection({file.string(), error.message()});
        return std::nullopt;
    }
}

}  // namespace tracuu::corpus
