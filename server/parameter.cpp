#include "server/parameter.hpp"

#include <algorithm>
#include <charconv>

#include "support/error.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;

/// Values of one repeated parameter: enough for every facet value that people select.
constexpr std::size_t kMaxValues = 100;

[[noreturn]] void fail(std::string message, const Parameter& parameter) {
    throw Error(ErrorCode::bad_request, std::move(message), std::string(parameter.name));
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void check_integer(const Parameter& parameter, std::string_view value) {
    const auto number = parse_integer(value);
    if (number && *number >= parameter.minimum && *number <= parameter.maximum) return;
    fail("not a whole number from " + std::to_string(parameter.minimum) + " to " +
             std::to_string(parameter.maximum),
         parameter);
}

void check_choice(const Parameter& parameter, std::string_view value) {
    const auto choices = split_choices(parameter.choices);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    fail("not one of " + std::string(parameter.choices), parameter);
}

void check(const Parameter& parameter, const std::string& value) {
    switch (parameter.kind) {
        case ParameterKind::text:
        case ParameterKind::texts:
            return;
        case ParameterKind::integer:
        case ParameterKind::integers:
            return check_integer(parameter, value);
        case ParameterKind::choice:
        case ParameterKind::choices:
            return check_choice(parameter, value);
        case ParameterKind::date:
            if (!support::Date::parse_iso(value)) fail("not a date YYYY-MM-DD", parameter);
    }
}

bool repeats(const Parameter& parameter) {
    return parameter.kind == ParameterKind::texts || parameter.kind == ParameterKind::integers ||
           parameter.kind == ParameterKind::choices;
}

std::vector<std::string> parts(const Parameter& parameter, const std::string& value) {
    if (parameter.kind != ParameterKind::choices) return {value};
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t comma = std::min(value.find(',', at), value.size());
        out.push_back(value.substr(at, comma - at));
        at = comma + 1;
    }
    return out;
}

}  // namespace

std::vector<std::string_view> split_choices(std::string_view choices) {
    std::vector<std::string_view> out;
    while (!choices.empty()) {
        const std::size_t bar = std::min(choices.find('|'), choices.size());
        out.push_back(choices.substr(0, bar));
        choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    return out;
}

Arguments::Arguments(std::span<const Parameter> declared, const QueryPairs& query)
    : declared_(declared) {
    for (const auto& [name, value] : query) {
        const auto known = std::find_if(declared.begin(), declared.end(),
                                        [&](const Parameter& item) { return item.name == name; });
        if (known == declared.end()) {
            throw Error(ErrorCode::bad_request, "unknown parameter", name);
        }
        if (value.empty()) continue;
        auto& values = values_[name];
        if (!values.empty() && !repeats(*known)) fail("given more than once", *known);
        for (std::string& part : parts(*known, value)) {
            check(*known, part);
            values.push_back(std::move(part));
        }
        if (values.size() > kMaxValues) fail("given too often", *known);
    }
    for (const Parameter& parameter : declared) {
        if (parameter.required && !has(parameter.name)) fail("missing parameter", parameter);
    }
}

bool Arguments::has(std::string_view name) const {
    return values_.find(name) != values_.end();
}

const Parameter& Arguments::declared(std::string_view name) const {
    const auto found = std::find_if(declared_.begin(), declared_.end(),
                                    [&](const Parameter& item) { return item.name == name; });
    if (found == declared_.end()) {
        throw Error(ErrorCode::internal, "a handler reads a parameter that its route lacks",
                    std::string(name));
    }
    return *found;
}

std::string Arguments::text(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string(declared(name).fallback) : found->second.front();
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
    const auto found = values_.find(name);
    if (found != values_.end()) return found->second;
    static_cast<void>(declared(name));
    return {};
}

std::uint32_t Arguments::integer(std::string_view name) const {
    return static_cast<std::uint32_t>(parse_integer(text(name)).value_or(0));
}

std::vector<int> Arguments::integers(std::string_view name) const {
    std::vector<int> out;
    for (const std::string& value : texts(name)) {
        out.push_back(static_cast<int>(parse_integer(value).value_or(0)));
    }
    return out;
}

std::optional<support::Date> Arguments::date(std::string_view name) const {
    return support::Date::parse_iso(text(name));
}

std::string Arguments::given_except(std::span<const std::string_view> names) const {
    std::string out;
    for (const auto& [name, values] : values_) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        for (const std::string& value : values) {
            out += (out.empty() ? "" : "&") + name + "=" + percent_encode(value);
        }
    }
    return out;
}

}  // namespace tracuu::server
