#include "indexer/records/task_facets.hpp"

#include <algorithm>
#include <set>

#include "indexer/record.hpp"
#include "indexer/tasks.hpp"

namespace tracuu::indexer {
namespace {

constexpr Role kRoles[] = {Role::lead, Role::support, Role::reports_to};

std::vector<FacetValue> in_order(const std::map<std::string, std::uint32_t>& counts) {
    std::vector<FacetValue> values;
    for (const auto& [value, count] : counts) values.push_back({value, value, count});
    return values;
}

}  // namespace

std::string encode_task_facets(const TaskRecord& task) {
    std::set<std::string> bodies;  // role letter and id: a body may have two roles
    for (const TaskBodyRecord& body : task.bodies) bodies.insert(role_letter(body.role) + body.id);
    RecordWriter out;
    out.strings({bodies.begin(), bodies.end()});
    out.list(kinds_of(task), [&](std::string_view kind) { out.string(kind); });
    out.string(task.product ? task.product->kind : std::string());
    out.date(due_date(task));
    return out.take();
}

void TaskFacetCounter::add(std::string_view bytes, std::uint32_t tasks) {
    RecordReader in("task facets", bytes);
    add_bodies(in.strings(), tasks);
    for (const std::string& kind : in.strings()) kind_[kind] += tasks;
    const std::string product = in.string();
    if (!product.empty()) product_[product] += tasks;
    if (const auto day = in.date()) add_day(*day, tasks);
    in.expect_end();
}

void TaskFacetCounter::add_bodies(const std::vector<std::string>& bodies, std::uint32_t tasks) {
    std::set<std::string_view> counted;
    std::set<Role> roles;
    const auto& wanted = filter_.bodies;
    for (const std::string& entry : bodies) {
        const std::string_view id =
            std::string_view(entry).substr(std::min<std::size_t>(1, entry.size()));
        const auto role = std::find_if(std::begin(kRoles), std::end(kRoles), [&](Role one) {
            return entry.starts_with(role_letter(one));
        });
        if (role == std::end(kRoles)) continue;
        const bool of_wanted =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end();
        if (of_wanted) roles.insert(*role);
        if (!filter_.role || *role == *filter_.role) counted.insert(id);
    }
    for (const std::string_view id : counted) body_[std::string(id)] += tasks;
    for (const Role role : roles) role_[std::string(analyzers::name(role))] += tasks;
}

void TaskFacetCounter::add_day(Date day, std::uint32_t tasks) {
    const std::string iso = day.iso();
    const std::string year = iso.substr(0, 4);
    year_[year] += tasks;
    quarter_[year + "-Q" + std::to_string((day.month() + 2) / 3)] += tasks;
    month_[iso.substr(0, 7)] += tasks;
}

TaskFacets TaskFacetCounter::finish(FacetNames& plain, FacetNames& bodies) const {
    TaskFacets facets;
    facets.body = sorted_facet(body_, bodies);
    facets.role = sorted_facet(role_, plain);
    facets.kind = sorted_facet(kind_, plain);
    facets.product = sorted_facet(product_, plain);
    facets.year = in_order(year_);
    facets.quarter = in_order(quarter_);
    facets.month = in_order(month_);
    return facets;
}

}  // namespace tracuu::indexer
