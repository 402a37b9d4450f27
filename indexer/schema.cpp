#include "indexer/schema.hpp"

#include <algorithm>
#include <cstdio>

#include "indexer/record.hpp"
#include "support/utf8.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kLongestTerm = 240;  // Xapian: 245 bytes, each NUL counted twice
constexpr std::size_t kKeptBytes = 160;    // of a value that is too long

static_assert([] {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
    }
    return true;
}());

std::string shortened(std::string_view value) {
    char digits[40];
    const std::uint64_t first = fingerprint(value);
    const std::uint64_t second = fingerprint(value, 0x9E3779B97F4A7C15U);
    std::snprintf(digits, sizeof digits, "#%016llx%016llx", static_cast<unsigned long long>(first),
                  static_cast<unsigned long long>(second));
    std::string kept(support::prefix(value, kKeptBytes));
    kept.erase(std::remove(kept.begin(), kept.end(), '\0'), kept.end());
    return kept + digits;
}

bool needs_colon(char first) noexcept {
    return (first >= 'A' && first <= 'Z') || first == ':';
}

std::string make_term(std::string_view prefix, std::string_view value) {
    const auto zeros = static_cast<std::size_t>(std::count(value.begin(), value.end(), '\0'));
    std::string made(prefix);
    const std::string short_value =
        zeros > 0 || prefix.size() + value.size() + 1 > kLongestTerm ? shortened(value) : "";
    const std::string_view used = short_value.empty() ? value : std::string_view(short_value);
    if (prefix.size() > 1 && !used.empty() && needs_colon(used.front())) made.push_back(':');
    made.append(used);
    return made;
}

}  // namespace

std::string_view prefix(Field field) noexcept {
    return kFields[static_cast<std::size_t>(field)].prefix;
}

std::string term(Field field, std::string_view value) {
    return make_term(prefix(field), value);
}

std::string unique_term(Kind kind, std::string_view id) {
    return make_term(std::string("Q") + static_cast<char>(kind), id);
}

std::string kind_term(Kind kind) {
    return std::string(prefix(Field::kind)) + ":" + static_cast<char>(kind);
}

std::string task_body_term(char role, std::string_view body_id) {
    return make_term(std::string(prefix(Field::task_body)) + ":" + role, body_id);
}

}  // namespace tracuu::indexer
