#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tracuu::corpus {

/// One line of a .jsonl: an object with `id`, `title`, `text` and further fields.
struct JsonRecord {
    std::string id;
    std::string title;
    std::string text;
    /// Other string and number fields of the object itself; numbers as they are written.
    std::map<std::string, std::string> fields;
};

/// Reads `line` into `record`. The result is empty, or says in English what is wrong: no JSON
/// object (with the byte), a field twice, `id` missing. Nested values are passed over. Linear,
/// and the depth of nesting costs one bit a level.
[[nodiscard]] std::string read_json_record(std::string_view line, JsonRecord& record);

}  // namespace tracuu::corpus
