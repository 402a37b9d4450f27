#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tracuu::server {

/// 16 hexadecimal digits (FNV-1a) that name a state of something; protects nothing.
[[nodiscard]] std::string fingerprint(std::initializer_list<std::string_view> parts);

}  // namespace tracuu::server
