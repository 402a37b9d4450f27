#include "analyzers/task/role_reader.hpp"

#include <algorithm>
#include <array>

#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/carry_out.hpp"
#include "analyzers/task/clause.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/subject.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kShortLead = 3;      // tokens of "chủ trì," before "phối hợp với"
constexpr std::uint32_t kFarthest = 80;      // tokens between a cue and what it governs
constexpr std::uint32_t kLongestList = 500;  // tokens of who carries out a document

struct Keys {
    std::uint64_t in_order = token_key("để");
    std::uint64_t assign = token_key("giao");
    std::uint64_t given = token_key("được");
    std::uint64_t done = token_key("đã");
    std::uint64_t to = token_key("cho");
    std::uint64_t with = token_key("với");
    std::uint64_t hand_over = token_key("chuyển");
    std::uint64_t submit = token_key("trình");
    std::uint64_t role = token_key("chủ");
    std::uint64_t related = token_key("quan");
    std::uint64_t send = token_key("gửi");
};

const Keys& keys() {
    static const Keys all;
    return all;
}

// "chương trình", "quá trình": "trình" after these is part of a noun.
bool is_noun_of_trinh(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 13> before{
        token_key("công"), token_key("chương"), token_key("quá"), token_key("lộ"),
        token_key("giáo"), token_key("quy"),    token_key("tờ"),  token_key("tiến"),
        token_key("hành"), token_key("lịch"),   token_key("chu"), token_key("tường"),
        token_key("lập")};
    if (!text.has_key(at, keys().submit) || at == text.first()) return false;
    return std::any_of(before.begin(), before.end(),
                       [&](std::uint64_t key) { return text.has_key(at - 1, key); });
}

// "xây dựng báo cáo trung tâm": a paper, unless a body written large follows.
bool is_made_report(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t report = token_key("báo");
    static const std::uint64_t make = token_key("dựng");
    return text.has_key(at, report) && at > text.first() && text.has_key(at - 1, make) &&
           !text.is_capital(at + 2);
}

// "Trường hợp đề nghị Sở ...", "Trường hợp tổ chức đề nghị Sở ...": nobody asks yet.
bool is_supposed(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t if_so = token_key("hợp");
    static const std::uint64_t ask = token_key("đề");
    if (at == text.first() || !text.has_key(at, ask)) return false;
    return text.has_key(at - 1, if_so) || text.has_key(text.first() + 1, if_so);
}

// A generic noun of the "cơ quan, đơn vị" group.
bool is_bare_noun(const TokenReader& text, std::uint32_t at) {
    const auto unit = body_unit(text, at);
    return unit && unit->group == BodyGroup::state;
}

class RoleReader {
  public:
    RoleReader(const Reading& reading, TokenRange range)
        : text_(reading, after_topic(reading, range)) {}

    RoleReading run() {
        bool first = true;
        for (const Clause& clause : split_clauses(text_)) {
            read_clause(clause, first);
            first = false;
        }
        sort_by_role(result_.bodies);
        return std::move(result_);
    }

  private:
    void read_clause(const Clause& clause, bool first) {
        if (clause.range.last <= read_until_) return;
        const TokenReader text(text_.reading(), clause.range);
        const TokenRange sentence{clause.range.first, clause.sentence_last};
        std::uint32_t at = std::max(read_until_, clause.range.first);
        if (at == clause.range.first) {
            Subject subject = read_subject(TokenReader(text_.reading(), sentence),
                                           clause.range.last, clause.opens_sentence);
            read_carry_out({at, clause.sentence_last}, subject);
            take_subject(subject, first);
            const bool acts = !subject.bodies.empty() && !subject.stance;
            if (!first && clause.opens_sentence && acts) result_.subject_later = true;
            if (!subject.bodies.empty()) at = read_until_ = subject.last;
        }
        received_ = false;
        purpose_ = false;
        while (at < clause.range.last) at = step(text, at);
    }

    // "A; B và tổ chức có liên quan chịu trách nhiệm thi hành Quyết định này".
    void read_carry_out(TokenRange sentence, Subject& subject) {
        if (!carry_out_ || *carry_out_ < sentence.first)
            carry_out_ = find_carry_out(text_, sentence.first);
        if (*carry_out_ >= sentence.last || *carry_out_ > sentence.first + kLongestList) return;
        if (!subject.bodies.empty() && subject.last >= *carry_out_) result_.carries_out = true;
        sentence.first += cues_.length(Cue::order, text_, sentence.first);
        std::vector<BodyMention> bodies =
            read_closed_list(TokenReader(text_.reading(), {sentence.first, *carry_out_}));
        if (bodies.empty()) return;
        result_.carries_out = true;
        if (bodies.size() < subject.bodies.size()) return;
        subject.bodies = std::move(bodies);
        subject.last = *carry_out_;
        subject.bound = true;
    }

    void take_subject(const Subject& subject, bool first) {
        if (first) {
            result_.ordered = subject.ordered;
            result_.subject = !subject.bodies.empty();
            result_.bound = subject.bound;
            result_.subject_last = subject.last;
            result_.verb_first = subject.verb_first;
            result_.stance = subject.stance;
        }
        if (!first && subject.ordered) result_.ordered_later = true;
        for (const BodyMention& body : subject.bodies) {
            // Beside who leads, "các cơ quan phối hợp" help, whatever their verb.
            const bool helps = leads_beside(body) && body.collective &&
                               body.name.find(" phối hợp") != std::string::npos;
            add(body, helps ? Role::support : Role::lead);
        }
    }

    [[nodiscard]] bool leads_beside(const BodyMention& body) const {
        const std::string name = lower(body.name);
        return std::any_of(result_.bodies.begin(), result_.bodies.end(), [&](const TaskBody& one) {
            return one.role == Role::lead && lower(one.name) != name;
        });
    }

    void add(const BodyMention& body, Role role) {
        add_body(result_.bodies, {body.name, role, body.span});
    }

    // Reads what starts at `at` and gives the token after it.
    std::uint32_t step(const TokenReader& text, std::uint32_t at) {
        if (!text.is_word(at)) return at + 1;
        if (text.has_key(at, keys().in_order)) {
            purpose_ = received_;
            return at + 1;
        }
        if (const std::uint32_t n = cues_.length(Cue::not_report, text, at)) return at + n;
        for (const auto reader :
             {&RoleReader::read_support, &RoleReader::read_report, &RoleReader::read_via,
              &RoleReader::read_assignment, &RoleReader::read_chair, &RoleReader::read_allotment,
              &RoleReader::read_late_subject, &RoleReader::read_label}) {
            const std::uint32_t next = (this->*reader)(text, at);
            if (next > at) return next;
        }
        return at + 1;
    }

    // A bare noun ("đơn vị", "cơ quan") names nobody who helps or receives.
    std::uint32_t take(const BodyList& list, Role role) {
        for (const BodyMention& body : list.bodies) {
            const bool bare = body.collective && body.last - body.first <= 2 &&
                              std::count(body.name.begin(), body.name.end(), ' ') <= 1 &&
                              is_bare_noun(text_, body.first);
            if (!bare || role == Role::lead) add(body, role);
        }
        return list.last;
    }

    // "phối hợp với X", "phối hợp, hỗ trợ X".
    std::uint32_t read_support(const TokenReader& text, std::uint32_t at) {
        std::uint32_t n = cues_.length(Cue::support, text, at);
        if (n == 0) return at;
        if (text.is_mark(at + n, ":")) ++n;
        BodyList list = read_body_list(text, at + n);
        if (list.empty()) return at;
        if (text.last() == list.last) list = over_semicolons(list, at);
        BodyList named = list;
        std::erase_if(named.bodies, [](const BodyMention& body) {
            return body.name.find("chủ trì") != std::string::npos;
        });
        return take(named, Role::support);
    }

    // "phối hợp với A; B; C rà soát". Where the clause says nothing but "phối hợp với A", or B
    // stands alone between two semicolons, what follows is no new subject.
    BodyList over_semicolons(const BodyList& list, std::uint32_t cue) {
        if (!text_.is_mark(list.last, ";")) return list;
        const BodyList second = read_body_list(text_, list.last + 1);
        if (second.empty()) return list;
        std::uint32_t begin = cue;
        while (begin > text_.first() && begin > read_until_ && !text_.is_mark(begin - 1, ";"))
            --begin;
        const bool only = cue - begin <= kShortLead;
        if (!only && !text_.is_mark(second.last, ";")) return list;
        BodyList all = read_body_list(text_, list.bodies.front().first, {false, true});
        if (all.last < second.last) return list;
        read_until_ = std::max(read_until_, all.last);
        return all;
    }

    // "trình X", "báo cáo kết quả ... về X". After "gửi A để" a named X receives it in the end, and
    // so does who follows at once ("trình A để báo cáo cấp có thẩm quyền"); a generic one among
    // other purposes ("để chỉ đạo hoặc báo cáo cấp có thẩm quyền") says nothing.
    std::uint32_t read_report(const TokenReader& text, std::uint32_t at) {
        const std::uint32_t n = cues_.length(Cue::report, text, at);
        if (n == 0 || is_supposed(text, at) || is_noun_of_trinh(text, at) ||
            is_made_report(text, at))
            return at;
        BodyList list = read_body_list(text, at + n);
        if (list.empty()) {  // "báo cáo kịp thời UBND tỉnh"
            const std::uint32_t how = cues_.length(Cue::manner, text, at + n);
            if (how > 0) list = read_body_list(text, at + n + how);
        }
        static const std::uint64_t help = token_key("giúp");
        const bool helped = n == 1 && text.has_key(at, help) && !list.empty() &&
                            list.bodies.front().collective;  // "giúp doanh nghiệp"
        if (list.empty() || helped) return purpose_ ? at + n : read_recipient(text, at + n);
        const bool sole = text.has_key(at - 1, keys().in_order);
        if (purpose_ && !sole && list.bodies.front().collective) return at + n;
        received_ = true;
        return take(list, Role::reports_to);
    }

    // The receiver named after the matter: "báo cáo kết quả thực hiện về Sở Nội vụ".
    std::uint32_t read_recipient(const TokenReader& text, std::uint32_t at) {
        const std::uint32_t limit = std::min(text.last(), at + kFarthest);
        for (std::uint32_t i = at; i < limit; ++i) {
            if (text.has_key(i, keys().in_order) || text.is_one_of(i, ";")) return at;
            if (i > at && text.has_key(i - 1, keys().related)) continue;  // "liên quan | đến ngành"
            if (cues_.starts(Cue::support, text, i)) return at;
            const std::uint32_t n = cues_.length(Cue::recipient, text, i);
            if (n == 0) continue;
            const BodyList list = read_body_list(text, i + n);
            if (list.empty()) continue;
            // "hỗ trợ cho các tỉnh", "hợp nhất ... với cơ quan chuyên môn" are no reports.
            const bool sent = text.has_key(at - 1, keys().send);  // "gửi ... cho các cơ quan"
            const bool weak = (text.has_key(i, keys().to) && !sent) || text.has_key(i, keys().with);
            if (weak && list.bodies.front().collective) continue;
            received_ = true;
            take(list, Role::reports_to);
            return at;
        }
        return at;
    }

    // "(qua Sở Nội vụ)", "thông qua Sở Nội vụ" after a report.
    std::uint32_t read_via(const TokenReader& text, std::uint32_t at) {
        const std::uint32_t n = cues_.length(Cue::via, text, at);
        if (n == 0) return at;
        const bool bracket = at > text.first() && text.is_one_of(at - 1, "(*");
        if (!bracket && !received_) return at;
        const BodyList list = read_body_list(text, at + n);
        return list.empty() ? at : take(list, Role::reports_to);
    }

    // "đối với cấp huyện giao X thực hiện", "chuyển giao ... cho X thực hiện", "chuyển giao cho X".
    std::uint32_t read_assignment(const TokenReader& text, std::uint32_t at) {
        if (!text.has_key(at, keys().assign) || at == text.first()) return at;
        const bool passive =
            text.has_key(at - 1, keys().given) || text.has_key(at - 1, keys().done);
        if (passive || text.is_capital(at)) return at;
        std::uint32_t next = at + std::max<std::uint32_t>(cues_.length(Cue::order, text, at), 1);
        const bool handed = text.has_key(at - 1, keys().hand_over);
        const bool to_whom = handed && text.has_key(at + 1, keys().to);  // needs no verb
        if (handed && !to_whom) {
            const std::uint32_t limit = std::min(text.last(), at + kFarthest);
            while (next < limit && !text.has_key(next, keys().to)) ++next;
            ++next;
        }
        const BodyList list = read_body_list(text, next);
        if (list.empty()) return at;
        const bool named = to_whom && !list.bodies.front().collective;
        return named || acts(text, list.last) ? take(list, Role::lead) : at;
    }

    [[nodiscard]] bool acts(const TokenReader& text, std::uint32_t at) const {
        if (text.is_mark(at, "(")) {
            const std::uint32_t limit = std::min(text.last(), at + kFarthest);
            while (at < limit && !text.is_mark(at, ")")) ++at;
            ++at;
        }
        return cues_.starts(Cue::verb, text, at) || cues_.starts(Cue::adverb, text, at);
    }

    // "do Sở Nội vụ chủ trì", "trực tiếp là Ban Thường vụ Tỉnh ủy".
    std::uint32_t read_chair(const TokenReader& text, std::uint32_t at) {
        const std::uint32_t n = cues_.length(Cue::order_lead, text, at);
        if (n == 0) return at;
        const BodyList list = read_body_list(text, at + n);
        if (list.empty()) return at;
        const bool chairs =
            text.has_key(list.last, keys().role) || cues_.starts(Cue::modal, text, list.last);
        static const std::uint64_t matter = token_key("việc");  // "Việc ... do X tiến hành"
        const bool passive = text_.has_key(text_.first(), matter) &&
                             (acts(text, list.last) || cues_.starts(Cue::support, text, list.last));
        if (passive) result_.subject = true;
        return n > 1 || chairs || passive ? take(list, Role::lead) : at;
    }

    // ", các cơ quan phối hợp có trách nhiệm ...": a further subject inside a sentence.
    std::uint32_t read_late_subject(const TokenReader& text, std::uint32_t at) {
        if (at == text.first() || !text.is_mark(at - 1, ",")) return at;
        const BodyList list = read_body_list(text, at);
        if (list.empty()) return at;
        const BodyMention& body = list.bodies.front();
        if (body.collective && body.name.substr(0, 4) != "các") return list.last;
        static const std::uint64_t duty = token_key("trách");
        if (!text.has_key(list.last + 1, duty)) return list.last;
        Subject subject;
        subject.bodies = list.bodies;
        take_subject(subject, false);
        return list.last;
    }

    // "(Trong đó: VNPT: 25 trạm, Viettel: 33 trạm)": shares of named enterprises.
    std::uint32_t read_allotment(const TokenReader& text, std::uint32_t at) {
        if (at == text.first() || !text.is_one_of(at - 1, ":,(;")) return at;
        const BodyList list = read_body_list(text, at);
        const bool one = list.bodies.size() == 1 && list.bodies.front().enterprise;
        if (!one || !text.is_mark(list.last, ":") || !text.is_number(list.last + 1)) return at;
        return take(list, Role::lead);
    }

    // "Cơ quan chủ trì: Sở Y tế" inside a paragraph.
    std::uint32_t read_label(const TokenReader& text, std::uint32_t at) {
        for (const auto& [cue, role] : {std::pair{Cue::lead_label, Role::lead},
                                        std::pair{Cue::support_label, Role::support}}) {
            const std::uint32_t n = cues_.length(cue, text, at);
            if (n == 0 || !text.is_mark(at + n, ":")) continue;
            const BodyList list = read_body_list(text, at + n + 1);
            if (!list.empty()) return take(list, role);
        }
        return at;
    }

    TokenReader text_;
    const CueTable& cues_ = CueTable::builtin();
    RoleReading result_;
    std::optional<std::uint32_t>
        carry_out_;                 // token of the next "chịu trách nhiệm thi hành ... này"
    std::uint32_t read_until_ = 0;  // token after a subject that spans clauses
    bool received_ = false;         // a receiver stands in this clause
    bool purpose_ = false;          // "để" after it: what follows is the receiver's work
};

}  // namespace

RoleReading read_roles(const Reading& reading, TokenRange range) {
    return RoleReader(reading, range).run();
}

void add_body(std::vector<TaskBody>& bodies, TaskBody body) {
    const std::string name = lower(body.name);
    const bool known = std::any_of(bodies.begin(), bodies.end(), [&](const TaskBody& other) {
        return other.role == body.role && lower(other.name) == name;
    });
    if (!known) bodies.push_back(std::move(body));
}

void sort_by_role(std::vector<TaskBody>& bodies) {
    std::stable_sort(bodies.begin(), bodies.end(),
                     [](const TaskBody& a, const TaskBody& b) { return a.role < b.role; });
}

}  // namespace tracuu::analyzers
