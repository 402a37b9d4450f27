#include "analyzers/task/product.hpp"

#include <algorithm>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline_words.hpp"
#include "analyzers/task/product_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestName = 60;  // tokens

// May stand between "ban hành" and what is made.
const PhraseTable& fillers() {
    static const PhraseTable table = PhraseTable::of(
        {"các", "một số", "những", "bộ", "đầy đủ", "kịp thời", "ngay", "mới", "cụ thể", "riêng",
         "bổ sung", "chi tiết", "nội dung", "xây dựng", "sớm", "gói", "việc"});
    return table;
}

// What follows a name in the same clause and is no part of it.
const PhraseTable& name_ends() {
    static const PhraseTable table = PhraseTable::of({"để",
                                                      "nhằm",
                                                      "theo đúng",
                                                      "theo quy định",
                                                      "theo chỉ đạo",
                                                      "theo yêu cầu",
                                                      "làm cơ sở",
                                                      "làm căn cứ",
                                                      "trên cơ sở",
                                                      "bảo đảm",
                                                      "đảm bảo",
                                                      "và tổ chức thực hiện",
                                                      "và tổ chức triển khai",
                                                      "và triển khai",
                                                      "và trình",
                                                      "và báo cáo",
                                                      "và gửi",
                                                      "và chỉ đạo",
                                                      "và hướng dẫn",
                                                      "và công bố",
                                                      "báo cáo",
                                                      "trình",
                                                      "gửi",
                                                      "hoàn thành",
                                                      "xong",
                                                      "ngay",
                                                      "theo thẩm quyền"});
    return table;
}

bool ends_name(const TokenReader& text, std::uint32_t at) {
    if (text.is_one_of(at, ",;.:(|") || name_ends().starts(text.tokens(), at)) return true;
    const auto time = time_phrase(text, at);
    if (!time) return false;
    // "trong năm 2026", "trước ngày ...", but not "thực hiện", "đến năm 2030" of the name.
    const bool opens = time->cue == TimeCue::before || time->cue == TimeCue::latest ||
                       time->cue == TimeCue::recurring;
    return opens || (time->cue == TimeCue::in && text.is_number(at + time->length + 1));
}

// A name in quotation marks right after the noun is whole, commas and all.
std::uint32_t quoted_end(const TokenReader& text, std::uint32_t at) {
    const bool opens = text.is_mark(at, "\"") || text.is_mark(at, "“");
    if (!opens) return at;
    const std::uint32_t limit = std::min(text.last(), at + kLongestName);
    for (std::uint32_t i = at + 1; i < limit; ++i) {
        if (text.is_mark(i, "\"") || text.is_mark(i, "”")) return i + 1;
    }
    return at;
}

Product product_at(const TokenReader& text, std::uint32_t at, const ProductNoun& noun) {
    std::uint32_t end = quoted_end(text, at + noun.length);
    if (end == at + noun.length) {
        const std::uint32_t limit = std::min(text.last(), at + kLongestName);
        while (end < limit && !ends_name(text, end)) ++end;
    }
    return {text.bytes(at, end), *noun.kind};
}

// The noun at `at`, if the words there are one: "báo cáo UBND tỉnh", "trình Chính phủ quyết định"
// are acts.
ProductNoun noun_at(const TokenReader& text, std::uint32_t at, bool after_body) {
    const ProductNoun noun = ProductTable::builtin().at(text, at);
    if (noun.length == 0 || !noun.also_verb || text.is_capital(at)) return noun;
    const bool acts = after_body || !read_body_list(text, at + noun.length).empty();
    return acts ? ProductNoun{} : noun;
}

}  // namespace

std::optional<Product> read_product(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    const CueTable& cues = CueTable::builtin();
    std::uint32_t at = range.first;
    while (at < text.last()) {
        const std::uint32_t making = cues.length(Cue::making, text, at);
        if (making == 0) {
            ++at;
            continue;
        }
        at += making;
        const BodyList receiver = read_body_list(text, at);
        std::uint32_t next = receiver.last;
        while (const auto filler = fillers().longest(text.tokens(), next)) next += filler->length;
        const ProductNoun noun = noun_at(text, next, !receiver.empty());
        if (noun.length > 0) return product_at(text, next, noun);
        at = std::max(at, receiver.last);
    }
    return std::nullopt;
}

std::optional<Product> product_of_cell(const Reading& reading, TokenRange cell) {
    const TokenReader text(reading, cell);
    while (cell.first < cell.last && text.is_one_of(cell.first, "*_-+")) ++cell.first;
    while (cell.first < cell.last && text.is_one_of(cell.last - 1, "*_.;")) --cell.last;
    if (cell.empty()) return std::nullopt;
    Product product{text.bytes(cell.first, cell.last), {}};
    for (std::uint32_t at = cell.first; at < cell.last; ++at) {
        const ProductNoun noun = ProductTable::builtin().at(text, at);
        if (noun.length == 0) continue;
        product.kind = *noun.kind;
        break;
    }
    return product;
}

}  // namespace tracuu::analyzers
