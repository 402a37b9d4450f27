#include "analyzers/task/subject.hpp"

#include <algorithm>
#include <array>

#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/body_place.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline_words.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestInsertion = 80;  // tokens
constexpr std::uint32_t kLongestAddress = 40;    // tokens
constexpr std::uint32_t kLongestTail = 3;        // words
constexpr std::uint32_t kLongestOwned = 12;      // words
constexpr std::size_t kMostPlaces = 8;           // that act together
constexpr BodyListOptions kLeads{false, true};

class SubjectReader {
  public:
    SubjectReader(const TokenReader& text, std::uint32_t last) : text_(text), clause_last_(last) {}

    Subject read(bool search) {
        const std::uint32_t at = skip_title(skip_signs(text_.first()));
        subject_.last = at;
        if (read_at(at)) return std::move(subject_);
        if (cues_.starts(Cue::stance, text_, at)) subject_.stance = true;
        const bool circumstance = cues_.starts(Cue::adverbial, text_, at);
        if (!circumstance || starts_action(at)) {
            subject_.verb_first =
                cues_.starts(Cue::verb, text_, at) || cues_.starts(Cue::report, text_, at);
        }
        if (search && circumstance) search_after(at);
        return std::move(subject_);
    }

  private:
    [[nodiscard]] std::uint32_t skip_signs(std::uint32_t at) const {
        while (at < text_.last() && text_.is_one_of(at, "*_-+\"'")) ++at;
        return at;
    }

    // "Trách nhiệm thực hiện | Sở Nội vụ, ...": a title run into the sentence.
    [[nodiscard]] std::uint32_t skip_title(std::uint32_t at) const {
        const std::uint32_t title = cues_.length(Cue::closing_heading, text_, at);
        if (title == 0 || !text_.is_capital(at + title)) return at;
        return read_body_list(text_, at + title, kLeads).empty() ? at : at + title;
    }

    // "Căn cứ" opens a circumstance; "Thực hiện", "Ưu tiên" may be the action itself.
    [[nodiscard]] bool starts_action(std::uint32_t at) const {
        static const std::uint64_t basis = token_key("căn");
        static const std::uint64_t yearly = token_key("hằng");
        static const std::uint64_t yearly2 = token_key("hàng");
        static const std::uint64_t regular = token_key("định");
        static const std::uint64_t in_order = token_key("để");
        const bool never = text_.has_key(at, basis) || text_.has_key(at, in_order);
        const bool time =
            text_.has_key(at, yearly) || text_.has_key(at, yearly2) || text_.has_key(at, regular);
        return !never && !time && cues_.starts(Cue::verb, text_, at);
    }

    // An order or a body with its predicate exactly at `at`.
    bool read_at(std::uint32_t at) {
        if (read_order(at) || read_addressee(at)) return true;
        BodyList list = read_place(at);
        if (list.empty()) list = read_body_list(text_, at, kLeads);
        if (list.empty() || (searching_ && is_vague(list.bodies.front()))) return false;
        const bool office = office_title(text_, at).has_value();
        const bool direct = is_predicate(list.last) && !cues_.starts(Cue::stance, text_, list.last);
        std::uint32_t next = direct ? list.last : skip_insertion(list.last);
        if (cues_.starts(Cue::stance, text_, next)) {
            subject_.stance = true;
            subject_.last = list.last;
            return false;
        }
        if (read_order(next)) return true;
        if (!is_predicate(next)) next = skip_tail(list.last);
        if (!is_predicate(next)) next = skip_owned(list);
        const bool new_name = next > list.last && text_.is_capital(next);  // ", Lưu trữ" is a name
        if (new_name || !is_predicate(next)) return false;
        subject_.bodies = std::move(list.bodies);
        subject_.last = list.last;
        subject_.bound = office || cues_.starts(Cue::modal, text_, next);
        return true;
    }

    // "Tỉnh rà soát ...", "thành phố Đà Nẵng cần ...", "Các tỉnh A, B khẩn trương ...": the places
    // stand for their governments.
    [[nodiscard]] BodyList read_place(std::uint32_t at) const {
        static const std::uint64_t both = token_key("và");
        BodyList list;
        list.last = at;
        bool named = true;
        for (std::uint32_t next = at; list.bodies.size() < kMostPlaces;) {
            const std::uint32_t end = place_end(next, named);
            if (end == next) break;
            BodyMention body;
            body.first = next;
            body.last = list.last = end;
            body.span = text_.bytes(next, end);
            body.name = std::string(text_.reading().flow.at(body.span));
            body.collective = is_all(text_, next);
            if (body.collective) body.name.replace(0, 4, "các");  // "Các" is as long
            list.bodies.push_back(std::move(body));
            if (!text_.has_key(end, both) && !text_.is_mark(end, ",")) break;
            next = end + 1;
        }
        const bool told = named ? cues_.starts(Cue::command, text_, list.last) ||
                                      (text_.is_capital(at) && is_predicate(list.last))
                                : text_.is_capital(at) && is_predicate(list.last);
        if (list.empty() || !told || list.last >= text_.last()) return {{}, at};
        return list;
    }

    // The token after the place at `at`, `at` when none is there. `named`: more than its noun.
    [[nodiscard]] std::uint32_t place_end(std::uint32_t at, bool& named) const {
        static const std::uint64_t province = token_key("tỉnh");
        static const std::uint64_t city = token_key("thành");
        const std::uint32_t noun = is_all(text_, at) ? at + 1 : at;
        const bool is_city =
            text_.has_key(noun, city) && body_part(BodyWord::place, text_, noun) == 2;
        if (!is_city && !text_.has_key(noun, province)) return at;
        const std::uint32_t bare = is_city ? noun + 2 : noun + 1;
        std::uint32_t end = read_places(text_, at, false);
        if (end < bare) return at;
        // "Các tỉnh Nghệ An, Quảng Ngãi, Cao Bằng": further names without a noun.
        const std::uint32_t limit = at + kLongestAddress;
        while (noun > at && end < limit && text_.is_mark(end, ",") && text_.is_capital(end + 1) &&
               read_body_list(text_, end + 1).empty()) {
            ++end;
            while (text_.is_capital(end)) ++end;
        }
        named = end > bare && text_.is_capital(bare);
        if (end > bare && !named) return at;  // "các tỉnh, thành phố trực thuộc trung ương"
        return named || noun == at ? end : at;
    }

    // "Các cơ sở nuôi trồng thủy sản: Theo dõi ...": all before the colon is the name.
    bool read_addressee(std::uint32_t at) {
        std::uint32_t colon = at;
        const std::uint32_t limit = std::min(clause_last_, at + kLongestAddress);
        while (colon < limit && !text_.is_one_of(colon, ":;.")) ++colon;
        if (!text_.is_mark(colon, ":") || !cues_.starts(Cue::verb, text_, colon + 1)) return false;
        if (body_part(BodyWord::sector, text_, colon + 1) > 0) return false;  // "Các Bộ: Y tế, ..."
        std::vector<BodyMention> bodies = bodies_of_heading(text_.reading(), {at, colon});
        if (bodies.empty()) return false;
        subject_.bodies = std::move(bodies);
        subject_.last = colon + 1;
        subject_.bound = true;
        return true;
    }

    // "Giao Sở Nội vụ", "Yêu cầu: Giám đốc các sở".
    bool read_order(std::uint32_t at) {
        const std::uint32_t order = cues_.length(Cue::order, text_, at);
        if (order == 0) return false;
        std::uint32_t next = at + order;
        if (text_.is_mark(next, ":")) ++next;
        BodyList list = read_body_list(text_, next, kLeads);
        if (list.empty()) return false;
        subject_.bodies = std::move(list.bodies);
        subject_.last = list.last;
        subject_.ordered = subject_.bound = true;
        return true;
    }

    // "(nếu có)", ", căn cứ ...": what may stand between the body and its verb.
    [[nodiscard]] std::uint32_t skip_insertion(std::uint32_t at) const {
        if (text_.is_mark(at, "(")) {
            std::uint32_t end = at;
            const std::uint32_t limit = std::min(text_.last(), at + kLongestInsertion);
            while (end < limit && !text_.is_mark(end, ")")) ++end;
            if (text_.is_mark(end, ")")) at = end + 1;
        }
        if (const std::uint32_t n = body_part(BodyWord::filler, text_, at)) at += n;
        if (!text_.is_mark(at, ",")) return at;
        return cues_.starts(Cue::apposition, text_, at + 1) ? skip_apposition(at + 1) : at + 1;
    }

    // "các huyện, thành phố ven biển tổ chức ...": a few words may stand before the verb.
    [[nodiscard]] std::uint32_t skip_tail(std::uint32_t at) const {
        for (std::uint32_t end = at; end <= at + kLongestTail; ++end) {
            if (end > at && is_predicate(end)) return end;
            const bool word = text_.is_word(end) && !text_.is_capital(end) &&
                              body_part(BodyWord::stop, text_, end) == 0;
            if (!word) break;
        }
        return at;
    }

    // "cơ quan chủ quản | các dự án đang thi công tiếp tục ...": what a generic noun owns, up to
    // what is commanded.
    [[nodiscard]] std::uint32_t skip_owned(const BodyList& list) const {
        const std::uint32_t at = list.last;
        if (!list.bodies.back().collective || !is_all(text_, at)) return at;
        for (std::uint32_t end = at + 2; end <= at + kLongestOwned; ++end) {
            if (!text_.is_word(end) || text_.is_capital(end)) break;
            if (cues_.starts(Cue::command, text_, end)) return end;
        }
        return at;
    }

    // ", nhất là thành phố Hà Nội và các đô thị lớn phải ...": up to what is commanded.
    [[nodiscard]] std::uint32_t skip_apposition(std::uint32_t at) const {
        const std::uint32_t limit = std::min(clause_last_, at + kLongestInsertion);
        for (std::uint32_t i = at; i < limit; ++i) {
            if (cues_.starts(Cue::command, text_, i)) return i;
        }
        return at;
    }

    [[nodiscard]] bool is_predicate(std::uint32_t at) const {
        if (at >= text_.last()) return text_.is_mark(at - 1, ":");
        return text_.is_mark(at, ":") || cues_.starts(Cue::verb, text_, at) ||
               cues_.starts(Cue::adverb, text_, at) || cues_.starts(Cue::modal, text_, at) ||
               cues_.starts(Cue::support, text_, at) || cues_.starts(Cue::report, text_, at);
    }

    // After "Căn cứ ..., " or "Định kỳ 6 tháng (...) ": the first body with a predicate that
    // follows a comma or bracket. Bodies inside the circumstance are stepped over.
    void search_after(std::uint32_t at) {
        bool boundary = false;
        std::uint32_t list_end = 0;  // token after the body read last
        searching_ = true;
        while (at < clause_last_) {
            static const std::uint64_t then = token_key("thì");
            if (text_.is_one_of(at, ",)*_:") || text_.has_key(at, then)) {
                boundary = true;
                ++at;
                continue;
            }
            if (const auto time = time_phrase(text_, at); time && time->cue == TimeCue::recurring) {
                at += time->length;
                boundary = true;
                continue;
            }
            if (boundary && (read_at(at) || subject_.stance)) return;
            // "Trường hợp tổ chức đề nghị Sở Nội vụ ...": somebody else asks.
            if (!boundary && at != list_end && is_request(at)) {
                if (read_order(at)) return;
            }
            if (boundary && !subject_.verb_first) {
                subject_.stance = subject_.stance || cues_.starts(Cue::stance, text_, at);
                subject_.verb_first = cues_.starts(Cue::verb, text_, at);
            }
            BodyList list = read_body_list(text_, at);
            if (!is_led(list) && take_last(list)) return;
            boundary = false;
            at = list_end = list.empty() ? at + 1 : list.last;
            if (list.empty()) list_end = 0;
        }
    }

    // "Căn cứ ..., chỉ đạo các trường, các trung tâm lồng ghép ...": they are led, whatever they
    // do.
    [[nodiscard]] bool is_led(const BodyList& list) const {
        static const std::array<std::uint64_t, 3> leads{token_key("đạo"), token_key("dẫn"),
                                                        token_key("đốc")};
        if (list.empty() || !subject_.verb_first) return false;
        const std::uint32_t before = list.bodies.front().first - 1;
        return std::any_of(leads.begin(), leads.end(),
                           [&](std::uint64_t key) { return text_.has_key(before, key); });
    }

    // "cá nhân", "cơ sở giáo dục" inside a sentence need not be who acts.
    [[nodiscard]] bool is_vague(const BodyMention& body) const {
        if (!body.collective || body.name.substr(0, 4) == "các") return false;
        const auto unit = body_unit(text_, body.first);
        return unit && unit->group == BodyGroup::state;
    }

    // "nếu có vướng mắc đề nghị các sở ...", not "theo đề nghị của", "được yêu cầu".
    [[nodiscard]] bool is_request(std::uint32_t at) const {
        static const std::array<std::uint64_t, 10> nouns{
            token_key("của"), token_key("theo"),  token_key("được"),  token_key("có"),
            token_key("các"), token_key("những"), token_key("không"), token_key("chưa"),
            token_key("hợp"),  // "trường hợp đề nghị"
            token_key("phải")};
        static const std::uint64_t ask = token_key("đề");
        static const std::uint64_t demand = token_key("yêu");
        if (!text_.has_key(at, ask) && !text_.has_key(at, demand)) return false;
        return std::none_of(nouns.begin(), nouns.end(),
                            [&](std::uint64_t key) { return text_.has_key(at - 1, key); });
    }

    // "Trên cơ sở đề nghị của các Bộ, cơ quan liên quan, Bộ Tài chính khẩn trương ...": the body
    // after the last comma acts, the others belong to the circumstance.
    bool take_last(BodyList& list) {
        if (list.bodies.size() < 2 || !text_.is_mark(list.bodies.back().first - 1, ","))
            return false;
        if (!is_predicate(list.last) || list.last >= text_.last()) return false;
        if (is_vague(list.bodies.back())) return false;
        if (read_order(list.last)) return true;  // "..., Thủ tướng Chính phủ yêu cầu X"
        subject_.bound = office_title(text_, list.bodies.back().first).has_value() ||
                         cues_.starts(Cue::modal, text_, list.last);
        subject_.bodies = {std::move(list.bodies.back())};
        subject_.last = list.last;
        return true;
    }

    const TokenReader& text_;
    std::uint32_t clause_last_;
    const CueTable& cues_ = CueTable::builtin();
    Subject subject_;
    bool searching_ = false;  // behind the circumstances
};

}  // namespace

Subject read_subject(const TokenReader& sentence, std::uint32_t clause_last, bool search) {
    return SubjectReader(sentence, clause_last).read(search);
}

}  // namespace tracuu::analyzers
