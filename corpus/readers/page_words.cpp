#include "corpus/readers/page_words.hpp"

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/readers/data_file.hpp"
#include "support/data_table.hpp"

namespace tracuu::corpus {
namespace {

// A capital of the Vietnamese alphabet in UTF-8 is two bytes (Latin-1 and Latin Extended-A, -B) or
// three (Latin Extended Additional); small letters stand 32 or 1 code points after them.
char32_t lower_letter(char32_t c) noexcept {
    if (c >= 0xC0 && c <= 0xDD && c != 0xD7) return c + 32;
    constexpr std::array<char32_t, 6> kPaired{0x102, 0x110, 0x128, 0x168, 0x1A0, 0x1AF};
    for (const char32_t capital : kPaired) {
        if (c == capital) return c + 1;
    }
    if (c >= 0x1EA0 && c <= 0x1EF8 && c % 2 == 0) return c + 1;
    return c;
}

void put_two(std::string& out, char32_t c) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
}

void put_three(std::string& out, char32_t c) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
}

// Lower case of Vietnamese in NFC; other letters stay. `text` is valid UTF-8.
std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto low_bits = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) & 0x3FU : 0U;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead >= 'A' && lead <= 'Z') {
            out += static_cast<char>(lead + ('a' - 'A'));
        } else if (lead >= 0xC0 && lead < 0xE0) {
            put_two(out, lower_letter(((lead & 0x1FU) << 6U) | low_bits(at + 1)));
            ++at;
        } else if (lead == 0xE1 && at + 2 < text.size()) {
            put_three(out, lower_letter(0x1000U | (low_bits(at + 1) << 6U) | low_bits(at + 2)));
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto from = text.find_first_not_of(" \t\r\n:");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n:") + 1 - from);
}

struct Mark {
    std::string phrase;
    PageMark kind;
};

const std::vector<Mark>& marks() {
    static const std::vector<Mark> table = [] {
        std::vector<Mark> out;
        const support::DataTable rows("page_marks.tsv", tracuu_corpus::file("page_marks.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool motto = rows.cell(row, "kind") == "motto";
            out.push_back(
                {lower(rows.cell(row, "phrase")), motto ? PageMark::motto : PageMark::begin});
        }
        return out;
    }();
    return table;
}

struct Word {
    std::string word;  // "-word-"
    PartWord kind;
};

const std::vector<Word>& part_words() {
    static const std::vector<Word> table = [] {
        std::vector<Word> out;
        const support::DataTable rows("page_parts.tsv", tracuu_corpus::file("page_parts.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool main = rows.cell(row, "kind") == "main";
            out.push_back({'-' + std::string(rows.cell(row, "word")) + '-',
                           main ? PartWord::main : PartWord::furniture});
        }
        return out;
    }();
    return table;
}

using Fields = std::unordered_map<std::string, std::string_view>;

const Fields& fields() {
    static const Fields table = [] {
        Fields out;
        const support::DataTable rows("page_properties.tsv",
                                      tracuu_corpus::file("page_properties.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (const std::string_view label : rows.list(row, "labels")) {
                out.emplace(lower(label), rows.cell(row, "field"));
            }
        }
        return out;
    }();
    return table;
}

}  // namespace

PageMark page_mark(std::string_view line) {
    if (line.size() > kLongestPageWord) return PageMark::none;
    const std::string low = lower(line);
    for (const Mark& mark : marks()) {
        if (!low.starts_with(mark.phrase)) continue;
        if (mark.kind == PageMark::begin) return mark.kind;
        const std::string_view rest = trimmed(std::string_view(low).substr(mark.phrase.size()));
        if (rest.empty() || rest.starts_with("độc lập")) return mark.kind;
    }
    return PageMark::none;
}

PartWord part_word(std::string_view attribute) {
    if (attribute.empty() || attribute.size() > 4 * kLongestPageWord) return PartWord::none;
    std::string words = "-";
    for (const char c : attribute) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool kept = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) words += capital ? static_cast<char>(c - 'A' + 'a') : c;
        if (!kept && words.back() != '-') words += '-';
    }
    words += '-';
    for (const Word& word : part_words()) {
        if (words.find(word.word) != std::string::npos) return word.kind;
    }
    return PartWord::none;
}

std::optional<std::string_view> property_field(std::string_view label) {
    const std::string_view bare = trimmed(label);
    if (bare.empty() || bare.size() > kLongestPageWord) return std::nullopt;
    const auto found = fields().find(lower(bare));
    if (found == fields().end()) return std::nullopt;
    return found->second;
}

}  // namespace tracuu::corpus
