#pragma once

// Private to server/: the only header that names nlohmann/json.

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::server {

/// Members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// The value, or null when it is empty.
[[nodiscard]] Json text_or_null(std::string_view text);
[[nodiscard]] Json date_or_null(const std::optional<indexer::Date>& date);
/// Rounded to four digits.
[[nodiscard]] Json authority_or_null(const std::optional<float>& authority);
/// Compact JSON; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string dump(const Json& json);
/// Adds `start` and `end`.
void put_range(Json& json, indexer::CodePointRange range);

[[nodiscard]] Json to_json(const indexer::DocumentMeta& meta);
[[nodiscard]] Json to_json(const indexer::Mention& mention);
[[nodiscard]] Json to_json(const indexer::Evidence& evidence);
[[nodiscard]] Json to_json(const indexer::GraphEdge& edge);
[[nodiscard]] Json to_json(const indexer::Reached& reached);
[[nodiscard]] Json to_json(const indexer::TaskRecord& task,
                           const std::optional<indexer::Date>& today);
[[nodiscard]] Json to_json(const indexer::BodyRecord& body);
[[nodiscard]] Json to_json(const WantedDocument& wanted);
[[nodiscard]] Json to_json(const SimilarDocument& similar);

/// `[{value, label, count}]`.
[[nodiscard]] Json facet_json(const std::vector<indexer::FacetValue>& values);
/// `{name: count}`.
[[nodiscard]] Json to_json(const FacetTotals& totals);

/// `[{parameter, value, documents[] or bodies[]}]`.
[[nodiscard]] Json to_json(const std::vector<Meaning>& meaning);

/// `{total, offset, limit, next, items[]}`, and `meaning` when numbers were given.
template <class Item, class Convert>
[[nodiscard]] Json list_json(const List<Item>& list, Convert convert) {
    Json items = Json::array();
    for (const Item& item : list.items) items.push_back(convert(item));
    Json json{{"total", list.total}, {"offset", list.page.offset}, {"limit", list.page.limit}};
    json["next"] = text_or_null(list.next);
    json["items"] = std::move(items);
    if (list.truncated) json["truncated"] = true;
    if (!list.meaning.empty()) json["meaning"] = to_json(list.meaning);
    return json;
}

template <class Item>
[[nodiscard]] Json list_json(const List<Item>& list) {
    return list_json(list, [](const Item& item) { return to_json(item); });
}

}  // namespace tracuu::server
