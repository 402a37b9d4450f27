#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/url.hpp"
#include "support/date.hpp"

namespace tracuu::server {

enum class ParameterKind {
    text,      ///< any text
    texts,     ///< may be given several times: alternatives
    integer,   ///< within minimum..maximum
    integers,  ///< may be given several times
    date,      ///< YYYY-MM-DD
    choice,    ///< one of `choices`
    choices    ///< several of `choices`: repeated or separated by commas
};

/// One parameter of a route: validates requests and documents itself in the OpenAPI document.
struct Parameter {
    std::string_view name;
    ParameterKind kind = ParameterKind::text;
    std::string_view doc;            ///< one English sentence
    std::string_view choices = {};   ///< `json|csv`
    std::string_view fallback = {};  ///< what it is when it is not given; empty: absent
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    bool required = false;
    std::string_view example = {};
};

/// The parts of `choices`.
[[nodiscard]] std::vector<std::string_view> split_choices(std::string_view choices);

/// The validated parameters of one request. An empty value counts as not given.
class Arguments {
  public:
    /// Errors: bad_request naming the parameter that is unknown, missing, malformed or given
    /// twice. `declared` must outlive the arguments.
    Arguments(std::span<const Parameter> declared, const QueryPairs& query);

    [[nodiscard]] bool has(std::string_view name) const;
    /// The value or the fallback of a text or choice; empty when there is neither.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
    /// The value or the fallback of an integer; 0 when there is neither.
    [[nodiscard]] std::uint32_t integer(std::string_view name) const;
    [[nodiscard]] std::vector<int> integers(std::string_view name) const;
    [[nodiscard]] std::optional<support::Date> date(std::string_view name) const;
    /// All values that were given, by name, without those of `names`: two requests with the same
    /// text ask the same.
    [[nodiscard]] std::string given_except(std::span<const std::string_view> names) const;

  private:
    [[nodiscard]] const Parameter& declared(std::string_view name) const;
    std::span<const Parameter> declared_;
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace tracuu::server
