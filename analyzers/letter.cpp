#include "analyzers/letter.hpp"

#include <unicode/coll.h>
#include <unicode/uchar.h>

#include <memory>

#include "analyzers/text/letter_table.hpp"
#include "analyzers/text/normalizer.hpp"
#include "support/error.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

char32_t lower_of(const LetterTable& table, char32_t c) noexcept {
    if (c < kLetterTableSize) return table[c].lower;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t fold_of(const LetterTable& table, char32_t c) noexcept {
    if (c >= kLetterTableSize) return lower_of(table, c);
    const LetterInfo& info = table[c];
    if (info.folded == 0) return info.lower;
    return static_cast<char32_t>(info.folded);
}

template <typename Map>
std::string map_code_points(std::string_view text, Map map) {
    const LetterTable& table = letter_table();
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const support::Decoded c = support::decode(text, at);
        const char32_t mapped = map(table, c.code_point);
        if (mapped < 0x80) {
            out.push_back(static_cast<char>(mapped));
        } else {
            support::append(out, mapped);
        }
        at += c.length;
    }
    return out;
}

std::unique_ptr<icu::Collator> make_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance("vi", status));
    if (U_FAILURE(status) != 0) {
        throw support::Error(support::ErrorCode::internal, "ICU has no Vietnamese collation");
    }
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    return collator;
}

}  // namespace

std::string fold(std::string_view text) {
    return map_code_points(normalize_with_map(text).text, fold_of);
}

std::string lower(std::string_view text) {
    return map_code_points(normalize_with_map(text).text, lower_of);
}

std::string normalize(std::string_view text) {
    return normalize_with_map(text).text;
}

std::string slug(std::string_view text) {
    std::string out;
    for (const char c : fold(text)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != '-') {
            out.push_back('-');
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

std::string sort_key(std::string_view text) {
    thread_local const std::unique_ptr<icu::Collator> collator = make_collator();
    const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string key(static_cast<std::size_t>(collator->getSortKey(unicode, nullptr, 0)), '\0');
    if (key.empty()) return key;
    collator->getSortKey(unicode, reinterpret_cast<uint8_t*>(key.data()),
                         static_cast<int32_t>(key.size()));
    key.pop_back();  // ICU ends the key with a zero byte
    return key;
}

}  // namespace tracuu::analyzers
