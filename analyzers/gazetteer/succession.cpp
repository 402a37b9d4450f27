// Which body goes on with the work of which other one.
#include <algorithm>
#include <string>

#include "analyzers/gazetteer.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::string_view kProvinceLevel = "province";

// The row of this very body: "Sở Tài chính", not one that has it as an alias of another level.
const KnownBody* row_of(const BodyIdentity& body) {
    const KnownBody* row = find_body(body.name);
    return row != nullptr && row->level == body.level ? row : nullptr;
}

void add(std::vector<BodyIdentity>& all, BodyIdentity one) {
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const BodyIdentity& other) { return other.id == one.id; });
    if (!known) all.push_back(std::move(one));
}

}  // namespace

std::vector<BodyIdentity> successors_of(const BodyIdentity& body) {
    std::vector<BodyIdentity> all;
    const KnownBody* row = row_of(body);
    if (row == nullptr) return all;
    for (const std::string_view name : row->successors) {
        add(all, identify_body(name, body.jurisdiction));
    }
    // A body that ended before its province goes on as its successor there.
    if (!all.empty() || row->level != kProvinceLevel) return all;
    const Province* province = find_province(body.jurisdiction);
    if (province == nullptr || province->successor.empty()) return all;
    add(all, identify_body(row->name, province->successor));
    return all;
}

std::vector<BodyIdentity> predecessors_of(const BodyIdentity& body) {
    std::vector<BodyIdentity> all;
    const KnownBody* row = row_of(body);
    if (row == nullptr) return all;
    for (const KnownBody& other : known_bodies()) {
        const auto& names = other.successors;
        if (other.level != row->level ||
            std::find(names.begin(), names.end(), row->name) == names.end()) {
            continue;
        }
        add(all, identify_body(other.name, body.jurisdiction));
    }
    if (row->level != kProvinceLevel) return all;
    for (const Province& province : provinces()) {
        if (province.successor != body.jurisdiction || province.name == body.jurisdiction) continue;
        BodyIdentity old = identify_body(row->name, province.name);
        const auto next = successors_of(old);
        const bool ours = std::any_of(next.begin(), next.end(),
                                      [&](const BodyIdentity& one) { return one.id == body.id; });
        if (ours) add(all, std::move(old));
    }
    return all;
}

}  // namespace tracuu::analyzers
