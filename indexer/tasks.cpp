#include "indexer/tasks.hpp"

#include <algorithm>
#include <cstdio>

#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint32_t kUndated = 99999999;  // after every date
constexpr std::string_view kNoDeadline = "none";
constexpr std::string_view kConditional = "conditional";

std::uint32_t& count_of(BodyRecord& body, Role role) {
    switch (role) {
        case Role::lead:
            return body.lead;
        case Role::support:
            return body.support;
        case Role::reports_to:
            break;
    }
    return body.reports_to;
}

std::uint32_t tasks_of(const BodyRecord& body) {
    return body.lead + body.support + body.reports_to;
}

constexpr std::size_t kLongestPlace = 5;  // words: "thành phố Hồ Chí Minh"

// `place`: the province that is read apart from the name; empty when none is.
BodyName reading_of(std::string_view name, std::string_view place) {
    BodyName read;
    const auto identity = analyzers::identify_body(name, place);
    read.slugs.push_back(analyzers::slug(name));
    read.slugs.push_back(analyzers::slug(identity.name));
    const auto rows = analyzers::find_bodies(name);
    for (const analyzers::KnownBody* row : rows) read.slugs.push_back(analyzers::slug(row->name));
    // "btctu" is a body of the Party's centre and one of every province: it names no place.
    read.jurisdiction = place.empty() && rows.size() < 2 ? identity.jurisdiction : place;
    if (!read.jurisdiction.empty() && read.jurisdiction == identity.jurisdiction) {
        read.id = identity.id;
    }
    read.identity = identity;
    return read;
}

}  // namespace

std::vector<std::string_view> kinds_of(const TaskRecord& task) {
    std::vector<std::string_view> kinds;
    kinds.push_back(task.deadline ? analyzers::name(task.deadline->kind) : kNoDeadline);
    if (!task.condition.empty()) kinds.push_back(kConditional);
    return kinds;
}

std::vector<DocumentId> implemented_by(const TaskRecord& task) {
    std::vector<DocumentId> ids;
    for (const Mandate& one : task.mandates) {
        if (std::find(ids.begin(), ids.end(), one.id) == ids.end()) ids.push_back(one.id);
    }
    return ids;
}

char role_letter(Role role) noexcept {
    switch (role) {
        case Role::lead:
            return 'L';
        case Role::support:
            return 'S';
        case Role::reports_to:
            break;
    }
    return 'R';
}

std::optional<Date> due_date(const TaskRecord& task) {
    if (!task.deadline) return std::nullopt;
    return task.deadline->to ? task.deadline->to : task.deadline->from;
}

std::string task_order(const TaskRecord& task, std::size_t ordinal) {
    const auto due = due_date(task);
    char position[16];
    std::snprintf(position, sizeof position, "%08zu", ordinal);
    return std::to_string(due ? due->number() : kUndated) + task.document.id + "\x01" + position;
}

void BodyTable::add(const TaskRecord& task) {
    for (const TaskBodyRecord& body : task.bodies) {
        Entry& entry = rows_[body.id];
        if (entry.record.id.empty()) {
            const auto identity = analyzers::identify_body(body.name, task.document.jurisdiction);
            entry.record.id = body.id;
            entry.record.name = identity.name;
            entry.record.jurisdiction = identity.jurisdiction;
            entry.record.level = identity.level;
        }
        ++count_of(entry.record, body.role);
        if (entry.last_document != task.document.id) {  // tasks come document by document
            entry.last_document = task.document.id;
            ++entry.record.documents;
        }
        const auto known = std::find_if(entry.names.begin(), entry.names.end(),
                                        [&](const auto& row) { return row.first == body.name; });
        if (known == entry.names.end()) {
            entry.names.emplace_back(body.name, 1);
        } else {
            ++known->second;
        }
    }
}

std::vector<BodyRecord> BodyTable::finish() && {
    std::vector<BodyRecord> bodies;
    for (auto& [id, entry] : rows_) {
        auto& names = entry.names;
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        for (const auto& [name, times] : names) {
            if (name != entry.record.name) entry.record.aliases.push_back(name);
        }
        bodies.push_back(std::move(entry.record));
    }
    return bodies;
}

void merge_body(BodyRecord& body, const BodyRecord& other) {
    body.lead += other.lead;
    body.support += other.support;
    body.reports_to += other.reports_to;
    body.documents += other.documents;
    for (const std::string& alias : names_of(other)) {
        const auto names = names_of(body);
        if (std::find(names.begin(), names.end(), alias) == names.end()) {
            body.aliases.push_back(alias);
        }
    }
}

void order_bodies(std::vector<BodyRecord>& bodies) {
    struct Row {
        std::string key;
        BodyRecord body;
    };
    std::vector<Row> rows;
    for (BodyRecord& body : bodies) {
        std::string key = analyzers::sort_key(body.name);
        rows.push_back({std::move(key), std::move(body)});
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        if (tasks_of(a.body) != tasks_of(b.body)) return tasks_of(a.body) > tasks_of(b.body);
        return a.key != b.key ? a.key < b.key : a.body.id < b.body.id;
    });
    bodies.clear();
    for (Row& row : rows) bodies.push_back(std::move(row.body));
}

std::vector<BodyName> read_body_name(std::string_view name) {
    const std::string plain = analyzers::normalize(name);
    std::vector<BodyName> readings{reading_of(plain, {})};
    std::size_t cut = plain.size();
    std::vector<BodyName> placed;
    for (std::size_t words = 0; words < kLongestPlace; ++words) {
        cut = plain.rfind(' ', cut - 1);
        if (cut == std::string::npos || cut == 0) break;
        const auto* province = analyzers::find_province(std::string_view(plain).substr(cut + 1));
        if (province == nullptr) continue;
        placed.push_back(reading_of(plain.substr(0, cut), province->name));
    }
    readings.insert(readings.end(), placed.begin(), placed.end());
    return readings;
}

std::vector<std::string> slugs_of(const BodyRecord& body) {
    std::vector<std::string> slugs;
    for (const std::string& name : names_of(body)) slugs.push_back(analyzers::slug(name));
    slugs.push_back(body.id.substr(0, body.id.find('.')));
    return slugs;
}

std::string label_of(const BodyRecord& body) {
    const bool named = body.jurisdiction.empty() || body.jurisdiction == "Trung ương";
    return named ? body.name : body.name + " (" + body.jurisdiction + ")";
}

std::vector<std::string> ids_of(const std::vector<BodyRecord>& bodies) {
    std::vector<std::string> ids;
    for (const BodyRecord& body : bodies) ids.push_back(body.id);
    return ids;
}

std::vector<std::string> names_of(const BodyRecord& body) {
    std::vector<std::string> names{body.name};
    names.insert(names.end(), body.aliases.begin(), body.aliases.end());
    return names;
}

}  // namespace tracuu::indexer
