#include "indexer/records/facet_codec.hpp"

#include <algorithm>

#include "analyzers/letter.hpp"
#include "indexer/record.hpp"

namespace tracuu::indexer {
namespace {

void count(FacetCounts& counts, std::string_view value, std::uint32_t by) {
    if (!value.empty()) counts[std::string(value)] += by;
}

}  // namespace

const FacetNames::Name& FacetNames::of(const std::string& value) {
    const auto [at, is_new] = names_.try_emplace(value);
    if (is_new) {
        at->second.label = label_ ? label_(value) : value;
        at->second.key = analyzers::sort_key(at->second.label);
    }
    return at->second;
}

std::vector<FacetValue> sorted_facet(const FacetCounts& counts, FacetNames& names) {
    struct Row {
        const std::string* value;
        const FacetNames::Name* name;
        std::uint32_t count;
    };
    std::vector<Row> rows;
    for (const auto& [value, number] : counts) rows.push_back({&value, &names.of(value), number});
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        if (a.count != b.count) return a.count > b.count;
        return a.name->key != b.name->key ? a.name->key < b.name->key : *a.value < *b.value;
    });
    std::vector<FacetValue> values;
    for (const Row& row : rows) values.push_back({*row.value, row.name->label, row.count});
    return values;
}

std::vector<std::string> bodies_of(const StoredDocument& document) {
    std::vector<std::string> ids;
    for (const StoredTask& task : document.tasks) {
        for (const TaskBodyRecord& body : task.record.bodies) ids.push_back(body.id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::string encode_facets(const DocumentMeta& meta, const std::vector<std::string>& bodies) {
    RecordWriter out;
    out.string(meta.type);
    out.string(meta.jurisdiction);
    out.string(meta.issuer);
    out.number(meta.date ? static_cast<std::uint64_t>(meta.date->year()) : 0);
    out.strings(bodies);
    return out.take();
}

std::vector<std::string> bodies_in(std::string_view bytes) {
    RecordReader in("facets", bytes);
    for (int names = 0; names < 3; ++names) static_cast<void>(in.view());
    static_cast<void>(in.number());
    return in.strings();
}

void FacetCounter::add(std::string_view bytes, std::uint32_t documents) {
    whole_[std::string(bytes)] += documents;
}

void FacetCounter::add_all(std::string_view bytes, std::uint32_t documents) {
    RecordReader in("facets", bytes);
    count(type_, in.view(), documents);
    count(jurisdiction_, in.view(), documents);
    count(issuer_, in.view(), documents);
    const std::uint64_t year = in.number();
    if (year != 0) count(year_, std::to_string(year), documents);
    for (std::uint32_t left = in.count(); left > 0; --left) count(body_, in.view(), documents);
}

Facets FacetCounter::finish(FacetNames& plain, FacetNames& bodies) {
    for (const auto& [bytes, documents] : whole_) add_all(bytes, documents);
    Facets facets;
    facets.type = sorted_facet(type_, plain);
    facets.jurisdiction = sorted_facet(jurisdiction_, plain);
    facets.issuer = sorted_facet(issuer_, plain);
    facets.year = sorted_facet(year_, plain);
    facets.body = sorted_facet(body_, bodies);
    return facets;
}

}  // namespace tracuu::indexer
