#pragma once

// Private to server/: the shapes of JSON answers for the OpenAPI document.

#include <span>
#include <string_view>

namespace tracuu::server {

/// One member of a schema. `?` after `field`: may be missing. `type`: `string`, `integer`,
/// `number`, `boolean`, `date`, `any`, words with `|` between them, or the name of another
/// schema; `?` after it: may be null; `[]` after it: a list.
struct SchemaField {
    std::string_view schema;
    std::string_view field;
    std::string_view type;
    std::string_view doc = {};
};

/// All members of all schemas; those of one schema stand together.
[[nodiscard]] std::span<const SchemaField> schema_fields();

}  // namespace tracuu::server
