#include "analyzers/task/body_grammar.hpp"

#include "analyzers/task/body_element.hpp"
#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestParenthesis = 80;  // tokens
constexpr std::uint32_t kLongestRest = 16;         // tokens

class ListReader {
  public:
    ListReader(const TokenReader& text, BodyListOptions options) : text_(text), options_(options) {}

    BodyList read(std::uint32_t at) {
        list_.last = at;
        while (read_one(at)) {
            at = next_start(list_.last);
            if (at == list_.last && !lacks_comma(at)) break;
        }
        return std::move(list_);
    }

  private:
    bool read_one(std::uint32_t at) {
        const auto element = read_body_element(text_, at, options_.heading);
        if (!element) return false;
        add(*element);
        list_.last = element->last;
        if (!element->head.empty()) {
            read_further_names(element->head, text_.is_mark(element->name_begin - 1, ":"));
        } else {
            read_colon_list(*element);
        }
        take_filler();
        read_parenthesis();
        return true;
    }

    void add(const BodyElement& element) {
        BodyMention body;
        body.name = element.name;
        body.first = element.first;
        body.last = element.last;
        body.span = text_.bytes(element.first, element.last);
        body.collective = element.plural || element.kind == BodyWord::unit;
        body.enterprise = element.group == BodyGroup::enterprise;
        if (!element.head.empty()) split_name(element, body);
        list_.bodies.push_back(std::move(body));
    }

    // "các Bộ: Nội vụ, Tài chính": the first is Bộ Nội vụ.
    static void split_name(const BodyElement& element, BodyMention& body) {
        const std::size_t head = body.name.find(element.head);
        if (head == std::string::npos) return;
        std::string rest = body.name.substr(head + element.head.size());
        const std::size_t begin = rest.find_first_not_of(": ");
        if (begin == std::string::npos) return;
        body.name = official(element.head) + ' ' + rest.substr(begin);
        body.collective = false;
    }

    static std::string official(const std::string& head) {
        return head == "sở" ? "Sở" : head == "bộ" ? "Bộ" : head;
    }

    void read_further_names(const std::string& head, bool after_colon) {
        for (;;) {
            const std::uint32_t at = after_separator(list_.last);
            if (at == list_.last) return;
            if (!after_colon && body_part(BodyWord::sector, text_, at) == 0) return;
            if (!add_further(at, head)) return;
        }
    }

    bool add_further(std::uint32_t at, const std::string& head) {
        const auto element = read_further_name(text_, at, official(head));
        if (!element) return false;
        add(*element);
        list_.last = element->last;
        return true;
    }

    // "các Bộ, cơ quan: Tài chính, Xây dựng": the names of ministries replace the collective.
    void read_colon_list(const BodyElement& element) {
        const std::uint32_t colon = list_.last;
        if (!element.plural || !text_.is_mark(colon, ":")) return;
        if (body_part(BodyWord::sector, text_, colon + 1) == 0) {
            replace_collective(colon + 1);
            return;
        }
        const std::size_t ministry = element.name.find("Bộ");
        const bool departments = element.name.find("ở,") != std::string::npos;
        if (ministry == std::string::npos && !departments) return;
        const std::string head = ministry != std::string::npos ? "Bộ" : "Sở";
        list_.bodies.pop_back();
        if (add_further(colon + 1, head)) read_further_names(head, false);
    }

    // "các đơn vị: Sở Tài chính, Sở Nội vụ": the named ones stand for the collective.
    void replace_collective(std::uint32_t at) {
        const auto first = read_body_element(text_, at, options_.heading);
        const bool generic = list_.bodies.back().collective;
        if (!generic || !first || first->plural || first->kind == BodyWord::unit) return;
        list_.bodies.pop_back();
        read_one(at);
    }

    void take_filler() {
        const std::uint32_t at = list_.last;
        const std::uint32_t n = body_part(BodyWord::filler, text_, at);
        if (n == 0) return;
        const std::uint32_t next = after_separator(at + n);
        const bool more = next > at + n && read_body_element(text_, next, options_.heading);
        if (more) list_.last = at + n;
    }

    // "các nhà mạng (Viettel Nghệ An, VNPT Nghệ An)": the named ones stand for the collective.
    void read_parenthesis() {
        const std::uint32_t open = list_.last;
        if (!text_.is_mark(open, "(")) return;
        std::uint32_t close = open + 1;
        while (close < text_.last() && close - open < kLongestParenthesis &&
               !text_.is_mark(close, ")"))
            ++close;
        if (!text_.is_mark(close, ")")) return;
        const TokenReader inside(text_.reading(), {open + 1, close});
        BodyList named = read_body_list(inside, open + 1, options_);
        if (named.last == close && named.bodies.size() > 1 && list_.bodies.back().collective &&
            !named.bodies.front().collective) {
            list_.bodies.pop_back();
            for (BodyMention& body : named.bodies) list_.bodies.push_back(std::move(body));
            list_.last = close + 1;
            return;
        }
        const std::uint32_t next = after_separator(close + 1);
        const bool more = next > close + 1 && read_body_element(text_, next, options_.heading);
        if (more) list_.last = close + 1;
    }

    [[nodiscard]] std::uint32_t after_separator(std::uint32_t at) const {
        static const std::uint64_t and_key = token_key("và");
        static const std::uint64_t or_key = token_key("hoặc");
        static const std::uint64_t with_key = token_key("cùng");
        static const std::uint64_t with2_key = token_key("với");
        const bool sign = text_.is_mark(at, ",") || (options_.semicolons && text_.is_mark(at, ";"));
        if (sign) ++at;
        if (text_.has_key(at, and_key) || text_.has_key(at, or_key)) return at + 1;
        if (text_.has_key(at, with_key)) return text_.has_key(at + 1, with2_key) ? at + 2 : at + 1;
        return at;
    }

    // "Sở Nội vụ các cơ quan, đơn vị liên quan": no department has "các cơ quan" in its name.
    [[nodiscard]] bool lacks_comma(std::uint32_t at) const {
        const std::string_view name = list_.bodies.back().name;
        const bool department = name.starts_with("Sở ") || name.starts_with("Bộ ");
        const auto unit = body_unit(text_, at + 1);
        return department && is_all(text_, at) && unit && unit->group == BodyGroup::state &&
               body_part(BodyWord::place, text_, at + 1) == 0;
    }

    // Where the next body of the list starts; `at` when the list ends there.
    [[nodiscard]] std::uint32_t next_start(std::uint32_t at) const {
        const std::uint32_t next = after_separator(at);
        if (next == at) return at;
        return next;
    }

    const TokenReader& text_;
    BodyListOptions options_;
    BodyList list_;
};

// "Các chủ đầu tư xây dựng | và kinh doanh hạ tầng Khu công nghiệp": what no body starts after
// "và" still belongs to the collective.
void take_rest(const TokenReader& text, BodyList& list) {
    static const std::uint64_t and_key = token_key("và");
    BodyMention& body = list.bodies.back();
    const bool joined = text.has_key(list.last, and_key) || text.is_mark(list.last, ",");
    if (!joined || !body.collective || text.last() - list.last > kLongestRest) return;
    std::uint32_t end = list.last;
    while (end < text.last() && !text.is_one_of(end, ".;:(") &&
           !CueTable::builtin().starts(Cue::modal, text, end))
        ++end;
    body.name += text.is_mark(list.last, ",") ? "" : " ";
    body.name += text.reading().flow.at(text.bytes(list.last, end));
    body.last = list.last = end;
    body.span = text.bytes(body.first, end);
}

// "Cục Xuất bản | , In và Phát hành": capitals after a comma or "và" that open no body of their
// own end the name of the last one.
void take_name_rest(const TokenReader& text, BodyList& list) {
    BodyMention& body = list.bodies.back();
    const bool joined = is_and(text, list.last) || text.is_mark(list.last, ",");
    if (!joined || body.collective || !text.is_capital(list.last + 1)) return;
    std::uint32_t end = list.last + 1;
    while (end < text.last() && end - list.last < kLongestRest) {
        const bool inner = is_and(text, end) || text.is_mark(end, ",") || text.is_dash(end);
        if (!text.is_word(end) && !inner) break;
        if ((is_and(text, end) || text.is_mark(end, ",")) && !text.is_capital(end + 1)) return;
        ++end;
    }
    const CueTable& cues = CueTable::builtin();
    if (cues.starts(Cue::verb, text, list.last + 1) && !is_and(text, list.last)) {
        // "Sở Nội vụ, Tham mưu ...": an order, unless another part of the name follows.
        bool more = false;
        for (std::uint32_t at = list.last + 2; at < end; ++at) more = more || is_and(text, at);
        if (!more) return;
    }
    body.name += text.is_mark(list.last, ",") ? "" : " ";
    body.name += text.reading().flow.at(text.bytes(list.last, end));
    body.last = list.last = end;
    body.span = text.bytes(body.first, end);
}

}  // namespace

BodyList read_body_list(const TokenReader& text, std::uint32_t at, BodyListOptions options) {
    return ListReader(text, options).read(at);
}

std::vector<BodyMention> bodies_of_heading(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    std::uint32_t at = range.first;
    while (text.is_one_of(at, "*_")) ++at;
    const CueTable& cues = CueTable::builtin();
    const std::uint32_t order = cues.length(Cue::order, text, at);
    at += order > 0 ? order : cues.length(Cue::duty_of, text, at);
    if (text.is_mark(at, ":")) ++at;
    BodyList list = read_body_list(text, at, {true, true});
    if (!list.empty()) take_rest(text, list);
    if (!list.empty()) take_name_rest(text, list);
    std::uint32_t end = list.last;
    if (text.is_mark(end, "(")) {
        while (end < text.last() && !text.is_mark(end, ")")) ++end;
        ++end;
    }
    end += cues.length(Cue::modal, text, end);
    while (end < text.last() && text.is_one_of(end, ":.;*_")) ++end;
    if (list.empty() || end < text.last()) return {};
    return std::move(list.bodies);
}

}  // namespace tracuu::analyzers
