#include "server/http/access_log.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace tracuu::server::http {
namespace {

/// `text` between quotes; nothing in it can end the quotes or the line.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += byte;
        } else if (value < 0x20 || value == 0x7F) {
            std::array<char, 5> escape{};
            std::snprintf(escape.data(), escape.size(), "\\x%02X", value);
            out += escape.data();
        } else {
            out += byte;
        }
    }
    return out + "\"";
}

std::string or_dash(std::string_view text) {
    return text.empty() ? "-" : std::string(text);
}

std::string time_text(std::chrono::system_clock::time_point now) {
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 64> text{};
    // The names of months are English whatever the locale is.
    std::snprintf(text.data(), text.size(), "[%02d/%s/%d:%02d:%02d:%02d +0000]", utc.tm_mday,
                  kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    return text.data();
}

}  // namespace

std::string access_line(const AccessEntry& entry, bool with_queries,
                        std::chrono::system_clock::time_point now) {
    const auto shown = [&](std::string_view address) {
        return with_queries ? address : address.substr(0, address.find_first_of("?#"));
    };
    std::string request = "-";
    if (!entry.method.empty()) {
        request = std::string(entry.method) + " " + std::string(shown(entry.target)) + " " +
                  std::string(entry.version);
    }
    return or_dash(entry.address) + " - - " + time_text(now) + " " + in_quotes(request) + " " +
           std::to_string(entry.status) + " " +
           (entry.bytes > 0 ? std::to_string(entry.bytes) : "-") + " " +
           in_quotes(or_dash(shown(entry.referer))) + " " + in_quotes(or_dash(entry.agent));
}

}  // namespace tracuu::server::http
