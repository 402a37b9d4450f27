#include "analyzers/recurrence.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "analyzers/letter.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {
namespace {

constexpr int kLeapYear = 2024;
constexpr int kPlainYear = 2023;
constexpr int kInEveryMonth = 28;

// Folded words and numbers, `15/12` as three of them.
std::vector<std::string> words_of(std::string_view surface) {
    std::vector<std::string> words(1);
    for (const char c : fold(surface)) {
        const bool digit = c >= '0' && c <= '9';
        const bool part = digit || (c >= 'a' && c <= 'z');
        const bool turns = !words.back().empty() &&
                           digit != (words.back().back() >= '0' && words.back().back() <= '9');
        if ((!part || turns) && !words.back().empty()) words.emplace_back();
        if (part) words.back() += c;
        if (c == '/') words.insert(words.end() - 1, "/");
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

int number(const std::string& word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() ? value : 0;
}

bool exists_every_year(int month, int day) {
    return support::Date::of(kPlainYear, month, day).has_value();
}

std::optional<Recurrence> day_before(const Recurrence& day) {
    if (day.day > 1) return Recurrence{day.month, day.day - 1};
    if (day.month == 0) return Recurrence{0, -1};
    const auto first = support::Date::of(kLeapYear, day.month, 1);
    const auto last = first ? first->plus_days(-1) : std::nullopt;
    if (!last || !exists_every_year(last->month(), last->day())) return std::nullopt;
    return Recurrence{last->month(), last->day()};
}

}  // namespace

std::optional<Recurrence> read_recurrence(std::string_view surface) {
    const std::vector<std::string> words = words_of(surface);
    const auto at = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != "ngay" || number(at(i + 1)) == 0) continue;
        Recurrence found{0, number(at(i + 1))};
        std::size_t next = i + 2;
        if (at(next) == "/" || at(next) == "thang") {
            found.month = number(at(next + 1));
            next += 2;
        }
        const bool yearly = found.month > 0;
        if (at(next) != "hang" || at(next + 1) != (yearly ? "nam" : "thang")) return std::nullopt;
        const bool fits = yearly ? found.month <= 12 && exists_every_year(found.month, found.day)
                                 : found.day <= kInEveryMonth;
        if (!fits) return std::nullopt;
        return i > 0 && words[i - 1] == "truoc" ? day_before(found) : found;
    }
    return std::nullopt;
}

}  // namespace tracuu::analyzers
