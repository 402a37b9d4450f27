// Who a name of a body stands for.
#include <algorithm>
#include <string>

#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"

namespace tracuu::analyzers {
namespace {

// The name of the body that an office-holder stands for.
std::string without_office(const std::string& name) {
    const Reading reading(name);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const BodyList list = read_body_list(TokenReader(reading, all), 0, {true, true});
    const bool whole = list.bodies.size() == 1 && list.last == all.last;
    return whole ? list.bodies.front().name : name;
}

// What follows `start` is one more member of a list: "các tỉnh: Khánh Hòa, Gia Lai" is in no one
// province, and "các huyện, thành phố" in no one kind of place.
bool ends_list(std::string_view start) {
    return start.ends_with(',') || start.ends_with(':') || start.ends_with(" và") ||
           start.ends_with(" các");
}

// A name cut before the place at its end.
struct Placed {
    std::string name;
    const Province* province = nullptr;
};

constexpr std::size_t kLongestPlace = 5;  // words: "Thành phố Hồ Chí Minh"

// "Sở Nội vụ tỉnh Kon Tum", "Viettel Nghệ An": the longest province name at the end.
Placed split_place(const std::string& name) {
    std::size_t cut = name.size();
    Placed best{name, nullptr};
    for (std::size_t words = 0; words < kLongestPlace; ++words) {
        cut = name.rfind(' ', cut - 1);
        if (cut == std::string::npos || cut == 0) break;
        const std::string_view place = std::string_view(name).substr(cut + 1);
        if (place.empty() || fold(place.substr(0, 1)) == place.substr(0, 1)) {
            const std::string low = lower(place);
            const bool kind = low.substr(0, 6) == "tỉnh " || low.substr(0, 7) == "thành p";
            if (!kind) continue;  // places start with a capital, or with their kind
        }
        if (ends_list(std::string_view(name).substr(0, cut))) break;
        if (const Province* province = find_province(place)) {
            best = {name.substr(0, cut), province};
        }
    }
    return best;
}

// Without "tỉnh", "thành phố" left at the end of the name.
std::string without_kind(const std::string& name) {
    const std::string low = lower(name);
    for (const std::string_view kind : {" tỉnh", " thành phố"}) {
        if (!low.ends_with(kind) || low.size() != name.size()) continue;
        const std::string rest = name.substr(0, name.size() - kind.size());
        return ends_list(rest) ? name : rest;
    }
    return name;
}

// Every abbreviation that has one expansion written out.
std::string expanded(const std::string& name) {
    std::string out;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string_view word = std::string_view(name).substr(begin, end - begin);
        const auto expansions = expand_abbreviation(word);
        if (!out.empty()) out += ' ';
        out += expansions.empty() ? word : expansions.front();
        begin = end + 1;
    }
    return out;
}

const KnownBody* find_variant(const Placed& placed) {
    for (const std::string& name : {placed.name, expanded(placed.name)}) {
        if (const KnownBody* body = find_body(name)) return body;
        if (const KnownBody* body = find_body(without_kind(name))) return body;
        if (const KnownBody* body = find_body(without_kind(name) + " tỉnh")) return body;
    }
    return nullptr;
}

// "Ủy ban nhân dân tỉnh" is Ủy ban nhân dân thành phố in a city under the central government.
std::string displayed(std::string_view name, std::string_view jurisdiction) {
    const Province* province = find_province(jurisdiction);
    const bool city = province != nullptr && province->kind == "thành phố";
    if (!city || !name.ends_with(" tỉnh") || name.ends_with(" các tỉnh")) return std::string(name);
    return std::string(name.substr(0, name.size() - std::string_view("tỉnh").size())) + "thành phố";
}

constexpr std::string_view kCentral = "Trung ương";
constexpr std::string_view kCentralLevel = "central";

BodyIdentity local_identity(const Placed& placed, const KnownBody* known,
                            std::string_view jurisdiction) {
    std::string base = placed.name;
    if (known != nullptr) {
        base = known->name;
    } else if (find_body(placed.name) == nullptr) {
        base = without_kind(expanded(placed.name));
    }
    BodyIdentity identity;
    identity.jurisdiction = placed.province ? placed.province->name : jurisdiction;
    if (known != nullptr) identity.level = known->level;
    identity.name = displayed(base, identity.jurisdiction);
    identity.id = slug(base);
    const bool local = !identity.jurisdiction.empty() && identity.jurisdiction != kCentral;
    if (local && !identity.id.empty()) identity.id += '.' + slug(identity.jurisdiction);
    return identity;
}

}  // namespace

BodyIdentity identify_body(std::string_view name, std::string_view jurisdiction) {
    const std::string plain = without_office(normalize(name));
    const KnownBody* whole = find_body(plain);
    const bool central = whole != nullptr && whole->level == kCentralLevel;
    const Placed placed = central ? Placed{plain, nullptr} : split_place(plain);
    const KnownBody* known = central ? whole : find_variant(placed);
    if (known == nullptr || known->level != kCentralLevel) {
        return local_identity(placed, known, jurisdiction);
    }
    // "Viettel Nghệ An" is the branch there, not the central enterprise.
    if (placed.province != nullptr) return local_identity(placed, nullptr, jurisdiction);
    return {slug(known->name), std::string(known->name), std::string(kCentral),
            std::string(kCentralLevel)};
}

}  // namespace tracuu::analyzers
