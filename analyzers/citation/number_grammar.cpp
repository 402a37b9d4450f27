#include "analyzers/citation/number_grammar.hpp"

#include <algorithm>
#include <utility>

#include "analyzers/citation/number_parts.hpp"
#include "analyzers/gazetteer/codes.hpp"

namespace tracuu::analyzers {
namespace {

std::string_view first_unit(std::string_view code) {
    return code.substr(0, code.find('.'));
}

const IssuerCode* issuer_row(std::string_view code) {
    if (const IssuerCode* row = find_issuer_code(code)) return row;
    const std::string_view unit = first_unit(code);
    return unit.size() == code.size() ? nullptr : find_issuer_code(unit);
}

std::string spelled_issuer(const std::string& code) {
    const IssuerCode* row = find_issuer_code(code);
    if (row == nullptr) return code;
    const std::size_t letters = code.find_last_not_of("0123456789") + 1;
    const bool term = row->code.find_first_of("0123456789") == std::string_view::npos;
    return std::string(row->code) + (term ? code.substr(letters) : std::string());
}

// Codes of the Party's bodies end like this even when the gazetteer does not hold them.
bool ends_like_party(std::string_view code) {
    const std::string key = code_key(code);
    const auto ends = [&key](std::string_view tail) {
        return key.size() > tail.size() &&
               key.compare(key.size() - tail.size(), tail.size(), tail) == 0;
    };
    return ends("TW") || ends("TU") || ends("HU") || ends("ĐU");
}

bool is_party(std::string_view code) {
    const IssuerCode* row = issuer_row(code);
    return row != nullptr ? row->party && !row->state : ends_like_party(code);
}

bool is_state(std::string_view code) {
    const IssuerCode* row = issuer_row(code);
    return row != nullptr && row->state && !row->party;
}

// Understands the parts of one number.
class Interpreter {
  public:
    Interpreter(NumberParts parts, bool letter) : parts_(std::move(parts)), letter_(letter) {}

    std::optional<NumberMatch> read() {
        if (parts_.codes.empty()) return std::nullopt;
        split_dotted_code();
        split_glued_codes();
        cut_footnote();
        if (!understand()) return std::nullopt;
        match_.number.ordinal = parts_.ordinal;
        match_.number.year = parts_.year;
        match_.span = {parts_.begin, parts_.end};
        match_.last = parts_.last;
        return std::move(match_);
    }

  private:
    [[nodiscard]] std::string_view code(std::size_t i) const { return parts_.codes[i].text; }
    [[nodiscard]] char separator(std::size_t i) const { return parts_.codes[i].separator; }

    // "QĐ.UBND", "TTr.UBND-NC": a dot stands for the hyphen between type and issuer.
    void split_dotted_code() {
        const std::string whole = parts_.codes[0].text;
        const std::size_t dot = whole.find('.');
        if (dot == whole.npos || find_issuer_code(whole) != nullptr) return;
        if (find_type_code(whole.substr(0, dot)) == nullptr) return;
        if (issuer_row(whole.substr(dot + 1)) == nullptr) return;
        parts_.codes[0].text.resize(dot);
        parts_.codes.insert(parts_.codes.begin() + 1, {whole.substr(dot + 1), '-'});
    }

    // "NĐCP", "TTBTC": the hyphen is missing between type and issuer.
    void split_glued_codes() {
        if (parts_.codes.size() != 1 || issuer_row(code(0)) != nullptr ||
            find_type_code(code(0)) != nullptr) {
            return;
        }
        const std::string whole = parts_.codes[0].text;
        for (std::size_t at = 1; at < whole.size(); ++at) {
            const std::string_view head = std::string_view(whole).substr(0, at);
            const std::string_view tail = std::string_view(whole).substr(at);
            if (find_type_code(head) == nullptr || issuer_row(tail) == nullptr) continue;
            const bool usual = tail == "UBND" || tail == "TTg" || tail == "CP" || tail == "HĐND";
            if (parts_.year.empty() && !usual) continue;
            parts_.codes[0].text = std::string(head);
            parts_.codes.push_back({std::string(tail), '-'});
            return;
        }
    }

    // "NĐ-CP1": the mark of a footnote ran into the issuer.
    void cut_footnote() {
        if (parts_.codes.size() != 2) return;
        std::string& last = parts_.codes.back().text;
        const std::size_t letters = last.find_last_not_of("0123456789") + 1;
        if (letters == last.size() || letters == 0) return;
        if (issuer_row(last) != nullptr || find_type_code(code(0)) == nullptr) return;
        if (find_issuer_code(std::string_view(last).substr(0, letters)) == nullptr) return;
        parts_.end -= static_cast<std::uint32_t>(last.size() - letters);
        last.resize(letters);
    }

    bool understand() {
        const TypeCode* type = find_type_code(code(0));
        if (parts_.codes.size() > 1 && parts_.codes[1].separator == '-' && separator(0) != '/') {
            type = compound_type(type);
        }
        if (type != nullptr && separator(0) == '/' && is_letter_code()) type = nullptr;
        if (type == nullptr) return without_type();
        return with_type(*type);
    }

    // "12-TB-KL/TU": a type of two codes in a Party number.
    const TypeCode* compound_type(const TypeCode* single) {
        const std::string joined = parts_.codes[0].text + "-" + parts_.codes[1].text;
        const TypeCode* both = find_type_code(joined);
        const bool slash_after = parts_.codes.size() > 2 && parts_.codes[2].separator == '/';
        if (both == nullptr || !slash_after) return single;
        parts_.codes[0].text = joined;
        parts_.codes.erase(parts_.codes.begin() + 1);
        return both;
    }

    // "5348/CT-CS" is a letter of Cục Thuế, "05/CT-TTg" a directive: CS is no issuer, TTg is.
    [[nodiscard]] bool is_letter_code() const {
        if (issuer_row(code(0)) == nullptr) return false;
        if (parts_.codes.size() == 1 || !parts_.year.empty()) return false;
        return letter_ || issuer_row(code(1)) == nullptr;
    }

    void set_issuer(std::size_t first) {
        std::string& out = match_.number.issuer;
        for (std::size_t i = first; i < parts_.codes.size(); ++i) {
            if (!out.empty()) out += '-';
            out += spelled_issuer(parts_.codes[i].text);
        }
    }

    bool with_type(const TypeCode& type) {
        match_.number.type = type.code;
        set_issuer(1);
        const bool issued = parts_.codes.size() > 1;
        const bool known = issued && (issuer_row(code(1)) != nullptr || ends_like_party(code(1)));
        match_.number.system = system_of(issued);
        if (separator(0) == ' ' && !(known && separator(1) == '/')) return false;
        if (separator(0) == '-' && !issued) return false;
        const bool long_issuer = issued && code(1).size() >= 2;
        const bool year = issued && is_year(code(1));
        match_.strong =
            known || (long_issuer && !year && (!parts_.year.empty() || separator(0) == '/'));
        match_.plausible = issued || separator(0) == '/';
        return true;
    }

    // The order of separators tells the systems apart; a body of the other system tells that
    // they were swapped ("19/NQ-TW", "995-KH/UBND").
    [[nodiscard]] NumberSystem system_of(bool issued) const {
        if (!parts_.year.empty() || !issued) return NumberSystem::state;
        if (is_party(code(1))) return NumberSystem::party;
        if (is_state(code(1))) return NumberSystem::state;
        return separator(0) == '/' ? NumberSystem::state : NumberSystem::party;
    }

    // A letter (`1054/UBND-NCPC`), an act of the National Assembly (`56/2017/QH14`), or a type
    // that no table holds.
    bool without_type() {
        const IssuerCode* issuer = issuer_row(code(0));
        const bool dated = !parts_.year.empty();
        if (separator(0) != '/') return unknown_party_type();
        if (issuer == nullptr && dated && parts_.codes.size() > 1) {
            match_.number.type = code_key(code(0));
            set_issuer(1);
        } else {
            set_issuer(0);
        }
        const bool term =
            issuer != nullptr && code(0).find_last_of("0123456789") == code(0).size() - 1;
        match_.strong = issuer != nullptr && (parts_.codes.size() > 1 || (dated && term));
        match_.plausible = issuer != nullptr || parts_.codes.size() > 1 || dated;
        return true;
    }

    bool unknown_party_type() {
        if (parts_.codes.size() < 2 || separator(1) != '/' || !is_party(code(1))) return false;
        match_.number.system = NumberSystem::party;
        match_.number.type = std::string(code(0));
        set_issuer(1);
        match_.plausible = true;
        return true;
    }

    NumberParts parts_;
    bool letter_;
    NumberMatch match_;
};

}  // namespace

std::optional<NumberMatch> match_number(const TokenText& source, std::size_t at, bool letter) {
    auto match = Interpreter(cut_number(source, at), letter).read();
    if (match) match->first = support::offset(at);
    return match;
}

}  // namespace tracuu::analyzers
