#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tracuu::support {

/// Takes `count` values of T from the front of `rest`; none, and `rest` stays, when it is shorter.
/// The front must be aligned for T.
template <typename T>
[[nodiscard]] std::span<const T> take_values(std::span<const std::byte>& rest,
                                             std::uint64_t count) {
    if (count > rest.size() / sizeof(T)) return {};
    const std::span<const T> part(reinterpret_cast<const T*>(rest.data()), count);
    rest = rest.subspan(part.size_bytes());
    return part;
}

}  // namespace tracuu::support
