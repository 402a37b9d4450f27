#include "server/codec/json.hpp"

#include <cmath>

namespace tracuu::server {

namespace {

Json named_bodies(const std::vector<indexer::BodyRecord>& bodies) {
    Json json = Json::array();
    for (const indexer::BodyRecord& body : bodies) {
        Json item{{"id", body.id}, {"name", body.name}};
        item["jurisdiction"] = text_or_null(body.jurisdiction);
        json.push_back(std::move(item));
    }
    return json;
}

}  // namespace

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(std::string(text));
}

Json date_or_null(const std::optional<indexer::Date>& date) {
    return date ? Json(date->iso()) : Json(nullptr);
}

Json authority_or_null(const std::optional<float>& authority) {
    return authority ? Json(std::round(static_cast<double>(*authority) * 1e4) / 1e4) : Json();
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json to_json(const std::vector<Meaning>& meaning) {
    Json json = Json::array();
    for (const Meaning& one : meaning) {
        Json item{{"parameter", one.parameter}, {"value", one.value}};
        if (one.bodies) {
            item["bodies"] = named_bodies(*one.bodies);
            if (!one.related.empty()) item["related"] = named_bodies(one.related);
        } else {
            item["documents"] = one.documents;
        }
        json.push_back(std::move(item));
    }
    return json;
}

Json to_json(const FacetTotals& totals) {
    Json json = Json::object();
    for (const auto& [name, count] : totals) json[std::string(name)] = count;
    return json;
}

Json facet_json(const std::vector<indexer::FacetValue>& values) {
    Json json = Json::array();
    for (const auto& value : values) {
        json.push_back({{"value", value.value}, {"label", value.label}, {"count", value.count}});
    }
    return json;
}

void put_range(Json& json, indexer::CodePointRange range) {
    json["start"] = range.begin;
    json["end"] = range.end;
}

}  // namespace tracuu::server
