#include "analyzers/header/jurisdiction.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/codes.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/places.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::string_view kCentral = "Trung ương";
constexpr std::size_t kLongestName = 6;   // words of a province's name
constexpr std::size_t kSearched = 20000;  // tokens that are searched for the province

// Words after which the name of a province stands.
bool announces_province(std::uint64_t key) {
    static const std::array<std::uint64_t, 5> keys{
        token_key("tỉnh"), token_key("phố"), token_key("ủy"), token_key("đoàn"), token_key("tp")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const Province* province_at(std::string_view text, std::span<const Token> tokens, std::size_t at) {
    for (std::size_t length = std::min(kLongestName, tokens.size() - at); length > 0; --length) {
        const Token& last = tokens[at + length - 1];
        if (last.kind != TokenKind::word || last.letter_case == LetterCase::lower) continue;
        const std::string_view name = support::slice(text, {tokens[at].begin, last.end});
        if (name.size() > 40) continue;
        if (const Province* province = find_province(name)) return province;
    }
    return nullptr;
}

bool announces_district(std::uint64_t key) {
    static const std::array<std::uint64_t, 3> keys{token_key("huyện"), token_key("quận"),
                                                   token_key("xã")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const Province* district_at(std::string_view text, std::span<const Token> tokens, std::size_t at) {
    for (std::size_t length = std::min<std::size_t>(3, tokens.size() - at); length > 0; --length) {
        const Token& last = tokens[at + length - 1];
        if (last.kind != TokenKind::word || last.letter_case == LetterCase::lower) continue;
        const std::string_view name = support::slice(text, {tokens[at].begin, last.end});
        if (name.size() > 40) continue;
        if (const Province* province = province_of_district(name)) return province;
    }
    return nullptr;
}

// Counts names after the words that announce them; the first of the most frequent wins.
template <typename Announces, typename Find>
const Province* most_named(const Reading& reading, Announces announces, Find find) {
    std::unordered_map<const Province*, std::size_t> counts;
    const Province* best = nullptr;
    const std::size_t end = std::min(reading.tokens.size(), kSearched);
    for (std::size_t at = 1; at < end; ++at) {
        const Token& token = reading.tokens[at];
        if (token.kind != TokenKind::word || token.letter_case == LetterCase::lower) continue;
        if (!announces(reading.tokens[at - 1].key)) continue;
        const Province* province = find(reading.flow.text(), reading.tokens, at);
        if (province == nullptr) continue;
        const std::size_t count = ++counts[province];
        if (best == nullptr || count > counts[best]) best = province;
    }
    return best;
}

// The province that the text names most often after "tỉnh", "thành phố", "Tỉnh ủy"; else that of
// the district that it names most often.
std::string named_in_text(const Reading& reading) {
    const Province* best = most_named(reading, announces_province, province_at);
    if (best == nullptr) best = most_named(reading, announces_district, district_at);
    return best == nullptr ? std::string() : std::string(best->name);
}

// The level of the known body that `name` begins with, after an office ("Chủ tịch Ủy ban nhân
// dân tỉnh"); empty when none is known.
std::string_view level_of(std::string_view name) {
    const std::vector<Token> tokens = tokenize(name);
    for (std::size_t at = 0; at < tokens.size();) {
        if (const auto body = body_names().phrases.longest(tokens, at)) {
            return body_names().levels[static_cast<std::size_t>(body->value)];
        }
        const auto title = office_titles().longest(tokens, at);
        if (!title) return {};
        at += title->length;
    }
    return {};
}

bool is_central_name(std::string_view issuer) {
    const std::string folded = fold(issuer);
    const bool said = folded.find("trung uong") != std::string::npos ||
                      folded.find("cua chinh phu") != std::string::npos;
    // A ministry or department of the centre that the table does not hold.
    return said || level_of(issuer) == "central" || folded.compare(0, 3, "bo ") == 0 ||
           folded.compare(0, 4, "cuc ") == 0;
}

}  // namespace

std::string province_in(std::string_view text) {
    const std::vector<Token> tokens = tokenize(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool capital =
            tokens[at].kind == TokenKind::word && tokens[at].letter_case != LetterCase::lower;
        if (!capital) continue;
        if (const Province* province = province_at(text, tokens, at))
            return std::string(province->name);
    }
    return {};
}

bool is_local_body(std::string_view name) {
    const std::string_view level = level_of(name);
    return level == "province" || level == "district" || level == "commune" || level == "any";
}

bool is_provincial_body(std::string_view name) {
    const std::string folded = fold(name);
    for (const std::string_view lower_level :
         {"huyen", "quan ", "thi xa", " xa", "phuong", "dac khu"}) {
        if (folded.find(lower_level) != std::string::npos) return false;
    }
    return is_local_body(name);
}

std::string find_jurisdiction(const Reading& reading, const JurisdictionFacts& facts) {
    if (std::string named = province_in(facts.issuer); !named.empty()) return named;
    const IssuerCode* code = nullptr;
    if (facts.number != nullptr) {
        const std::string& issuer = facts.number->issuer;
        code = find_issuer_code(issuer.substr(0, issuer.find_first_of("-.")));
    }
    const bool central_code = code != nullptr && code->central && !code->local;
    const bool local =
        is_local_body(facts.issuer) || (code != nullptr && code->local && !code->central);
    if (!local && (central_code || is_central_name(facts.issuer))) return std::string(kCentral);
    if (!local && facts.issuer.empty() && code == nullptr) return {};
    if (!facts.place.empty()) {
        if (const Province* province = province_of_place(facts.place, facts.date)) {
            return std::string(province->name);
        }
    }
    return local ? named_in_text(reading) : std::string();
}

}  // namespace tracuu::analyzers
