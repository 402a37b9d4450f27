#include "corpus/readers/json_record.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace tracuu::corpus {
namespace {

using nlohmann::json;

// Events of the JSON reader; only fields of the outermost object are kept.
class RecordHandler final : public nlohmann::json_sax<json> {
  public:
    explicit RecordHandler(JsonRecord& record) : record_(record) {}

    bool null() override { return object_only(); }
    bool boolean(bool) override { return object_only(); }
    bool number_integer(std::int64_t value) override { return keep(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return keep(std::to_string(value)); }
    bool number_float(double, const std::string& as_written) override { return keep(as_written); }
    bool string(std::string& value) override { return keep(std::move(value)); }
    bool binary(json::binary_t&) override { return object_only(); }
    bool start_object(std::size_t) override {
        ++depth_;
        return true;
    }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        if (depth_ == 0) return object_only();
        ++depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool key(std::string& name) override {
        if (depth_ == 1) key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        reason_ = "not valid JSON at byte " + std::to_string(position);
        return false;
    }

    [[nodiscard]] const std::string& reason() const noexcept { return reason_; }
    [[nodiscard]] bool has_id() const noexcept { return has_id_; }

  private:
    bool object_only() {
        if (depth_ == 0) reason_ = "not a JSON object";
        return depth_ > 0;
    }
    bool keep(std::string value);
    bool keep_once(std::string& field, bool& seen, std::string&& value);

    JsonRecord& record_;
    std::string key_;
    std::string reason_;
    std::size_t depth_ = 0;
    bool has_id_ = false;
    bool has_title_ = false;
    bool has_text_ = false;
};

bool RecordHandler::keep_once(std::string& field, bool& seen, std::string&& value) {
    if (seen) reason_ = "field `" + key_ + "` stands twice";
    field = std::move(value);
    return !std::exchange(seen, true);
}

bool RecordHandler::keep(std::string value) {
    if (depth_ == 0) return object_only();
    if (depth_ > 1) return true;
    if (key_ == "id") return keep_once(record_.id, has_id_, std::move(value));
    if (key_ == "title") return keep_once(record_.title, has_title_, std::move(value));
    if (key_ == "text") return keep_once(record_.text, has_text_, std::move(value));
    record_.fields.insert_or_assign(key_, std::move(value));
    return true;
}

}  // namespace

std::string read_json_record(std::string_view line, JsonRecord& record) {
    RecordHandler handler(record);
    if (!json::sax_parse(line.begin(), line.end(), &handler)) return handler.reason();
    if (!handler.has_id() || record.id.empty()) return "no `id`";
    return {};
}

}  // namespace tracuu::corpus
