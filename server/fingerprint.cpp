#include "server/fingerprint.hpp"

#include <cstdint>

namespace tracuu::server {

std::string fingerprint(std::initializer_list<std::string_view> parts) {
    std::uint64_t hash = 14695981039346656037U;
    for (const std::string_view part : parts) {
        for (const char byte : part) {
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
        }
        hash = (hash ^ 0xFFU) * 1099511628211U;
    }
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[(hash >> shift) & 15U];
    return out;
}

}  // namespace tracuu::server
