#include "analyzers/task/carry_out.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestType = 6;  // tokens of "Nghị quyết liên tịch này"
constexpr std::uint32_t kLongestCut = 4;   // tokens of ", chữa bệnh"

// "Quyết định này" at `at`.
bool names_this(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t this_one = token_key("này");
    for (std::uint32_t end = at; end < at + kLongestType; ++end) {
        if (!text.is_word(end)) return false;
        if (text.has_key(end, this_one)) return end > at;
    }
    return false;
}

// Reads a list whose end is known: the end of the range.
class ClosedListReader {
  public:
    explicit ClosedListReader(const TokenReader& text) : text_(text) {}

    std::vector<BodyMention> read() {
        std::uint32_t at = text_.first();
        if (!starts_body(at)) return {};
        while (at < text_.last() && !failed_) at = skip_separator(read_some(at));
        return failed_ ? std::vector<BodyMention>() : std::move(bodies_);
    }

  private:
    // One list of the ordinary grammar, or one element that it cannot read.
    std::uint32_t read_some(std::uint32_t at) {
        BodyList list = read_body_list(text_, at, {false, true});
        if (list.empty()) return read_foreign(at);
        if (noun_) {  // "tổ chức |, cá nhân có liên quan"
            BodyMention& body = list.bodies.front();
            body.first = *noun_;
            body.span = text_.bytes(body.first, body.last);
            body.name = std::string(text_.reading().flow.at(body.span));
            noun_.reset();
        }
        for (BodyMention& body : list.bodies) bodies_.push_back(std::move(body));
        const std::uint32_t end = next_separator(list.last);
        if (end > list.last) take_tail(list.last, end);
        return end;
    }

    // "tổ chức, cá nhân có liên quan", "các đối tượng được hỗ trợ".
    std::uint32_t read_foreign(std::uint32_t at) {
        const std::uint32_t end = next_separator(at + 1);
        const auto unit = body_unit(text_, at);
        if (unit && at + unit->length == end && end < text_.last()) {
            noun_ = at;
            return end;
        }
        check(at, end);
        const bool office = office_title(text_, is_plural(text_, at) ? at + 1 : at).has_value();
        if (office || !is_collective(at)) return end;
        BodyMention body;
        body.first = at;
        body.last = end;
        body.span = text_.bytes(at, end);
        body.name = std::string(text_.reading().flow.at(body.span));
        body.collective = true;
        bodies_.push_back(std::move(body));
        return end;
    }

    // "... về y tế thuộc ...", "... ký giao dịch bảo đảm" belong to the name before them;
    // "... nêu tại Điều 1", "... theo thẩm quyền" and a bracket do not.
    void take_tail(std::uint32_t at, std::uint32_t end) {
        check(at, end);
        for (std::uint32_t open = at + 1; open < end; ++open) {
            if (text_.is_mark(open, "(")) end = open;
        }
        BodyMention& body = bodies_.back();
        const bool comma = text_.is_mark(at, ",");
        const bool cut_name =
            !body.collective && (end - at <= kLongestCut || text_.is_capital(at + 1));
        const bool place = body_part(BodyWord::place, text_, at + 1) > 0;
        if (comma && !cut_name && !place) return;
        if (is_addition(at) || (!body.collective && body_part(BodyWord::stop, text_, at) > 0)) {
            if (!is_and(text_, at)) return;
        }
        body.name += comma ? "" : " ";
        body.name += text_.reading().flow.at(text_.bytes(at, end));
        body.last = end;
        body.span = text_.bytes(body.first, end);
    }

    [[nodiscard]] bool is_addition(std::uint32_t at) const {
        static const std::array<std::uint64_t, 6> openers{token_key("nêu"),   token_key("theo"),
                                                          token_key("trong"), token_key("tại"),
                                                          token_key("có"),    token_key("trên")};
        return text_.is_mark(at, "(") || body_part(BodyWord::filler, text_, at) > 0 ||
               std::any_of(openers.begin(), openers.end(),
                           [&](std::uint64_t key) { return text_.has_key(at, key); });
    }

    // The list is none when somebody is told something inside it.
    void check(std::uint32_t at, std::uint32_t end) {
        const CueTable& cues = CueTable::builtin();
        for (; at < end; ++at) {
            failed_ = failed_ || cues.starts(Cue::modal, text_, at) ||
                      cues.starts(Cue::support, text_, at) || text_.is_mark(at, ":") ||
                      text_.is_mark(at, "…");
        }
    }

    [[nodiscard]] bool is_collective(std::uint32_t at) const {
        if (is_plural(text_, at)) return true;
        return body_unit(text_, at) && body_part(BodyWord::place, text_, at) == 0;
    }
    [[nodiscard]] bool starts_body(std::uint32_t at) const {
        return is_collective(at) || !read_body_list(text_, at).empty();
    }

    // The next sign that another element follows; the end of the range otherwise.
    [[nodiscard]] std::uint32_t next_separator(std::uint32_t at) const {
        int depth = 0;
        for (; at < text_.last(); ++at) {
            if (text_.is_mark(at, "(")) ++depth;
            if (text_.is_mark(at, ")")) --depth;
            const std::uint32_t next = skip_separator(at);
            if (depth != 0 || next == at) continue;
            if (text_.is_mark(at, ";") || next >= text_.last()) return at;
            const bool place = body_part(BodyWord::place, text_, next) > 0;
            if (!place && starts_body(next)) return at;
        }
        return at;
    }

    [[nodiscard]] std::uint32_t skip_separator(std::uint32_t at) const {
        static const std::uint64_t together = token_key("cùng");
        if (text_.is_one_of(at, ",;")) ++at;
        if (is_and(text_, at)) return at + 1;
        return text_.has_key(at, together) ? at + 1 : at;
    }

    const TokenReader& text_;
    std::vector<BodyMention> bodies_;
    std::optional<std::uint32_t> noun_;  // "tổ chức" before ", cá nhân"
    bool failed_ = false;
};

}  // namespace

std::uint32_t find_carry_out(const TokenReader& text, std::uint32_t at) {
    const CueTable& cues = CueTable::builtin();
    for (; at < text.last(); ++at) {
        const std::uint32_t length = cues.length(Cue::carry_out, text, at);
        if (length > 0 && names_this(text, at + length)) return at;
    }
    return at;
}

std::vector<BodyMention> read_closed_list(const TokenReader& list) {
    return ClosedListReader(list).read();
}

}  // namespace tracuu::analyzers
