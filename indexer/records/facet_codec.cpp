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

std::vector<FacetValue> sorted_facet(const FacetCounts& counts, const FacetLabel& label) {
    struct Row {
        FacetValue value;
        std::string key;
    };
    std::vector<Row> rows;
    for (const auto& [value, number] : counts) {
        std::string shown = label(value);
        std::string key = analyzers::sort_key(shown);
        rows.push_back({{value, std::move(shown), number}, std::move(key)});
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        if (a.value.count != b.value.count) return a.value.count > b.value.count;
        return a.key != b.key ? a.key < b.key : a.value.value < b.value.value;
    });
    std::vector<FacetValue> values;
    for (Row& row : rows) values.push_back(std::move(row.value));
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

std::string encode_facets(const StoredDocument& document) {
    const DocumentMeta& meta = document.record.meta;
    RecordWriter out;
    out.string(meta.type);
    out.string(meta.jurisdiction);
    out.string(meta.issuer);
    out.number(meta.date ? static_cast<std::uint64_t>(meta.date->year()) : 0);
    out.strings(bodies_of(document));
    return out.take();
}

std::vector<std::string> bodies_in(std::string_view bytes) {
    RecordReader in("facets", bytes);
    for (int names = 0; names < 3; ++names) static_cast<void>(in.view());
    static_cast<void>(in.number());
    return in.strings();
}

void FacetCounter::add(std::string_view bytes, std::uint32_t documents) {
    RecordReader in("facets", bytes);
    count(type_, in.view(), documents);
    count(jurisdiction_, in.view(), documents);
    count(issuer_, in.view(), documents);
    const std::uint64_t year = in.number();
    if (year != 0) count(year_, std::to_string(year), documents);
    for (std::uint32_t left = in.count(); left > 0; --left) count(body_, in.view(), documents);
}

Facets FacetCounter::finish(const FacetLabel& label) const {
    const auto same = [](const std::string& value) { return value; };
    Facets facets;
    facets.type = sorted_facet(type_, same);
    facets.jurisdiction = sorted_facet(jurisdiction_, same);
    facets.issuer = sorted_facet(issuer_, same);
    facets.year = sorted_facet(year_, same);
    facets.body = sorted_facet(body_, label);
    return facets;
}

}  // namespace tracuu::indexer
