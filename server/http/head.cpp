#include "server/http/head.hpp"

#include <algorithm>

namespace tracuu::server::http {
namespace {

char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

std::size_t find_word(std::string_view head, std::string_view word) {
    const auto found = std::search(head.begin(), head.end(), word.begin(), word.end(),
                                   [](char left, char right) { return lower(left) == right; });
    return found == head.end() ? std::string_view::npos
                               : static_cast<std::size_t>(found - head.begin());
}

}  // namespace

std::size_t end_of_head(std::string_view bytes) {
    // As httplib reads it: an empty line with CR LF behind a line that ends in any way.
    const std::size_t end = bytes.find("\n\r\n");
    return end == std::string_view::npos ? end : end + 3;
}

bool contains_word(std::string_view head, std::string_view word) {
    return find_word(head, word) != std::string_view::npos;
}

std::string_view header_value(std::string_view head, std::string_view name) {
    while (true) {
        const std::size_t line = head.find('\n');
        if (line == std::string_view::npos) return {};
        head.remove_prefix(line + 1);
        if (find_word(head.substr(0, name.size()), name) != 0 || head.size() <= name.size() ||
            head[name.size()] != ':') {
            continue;
        }
        std::string_view value = head.substr(name.size() + 1);
        value = value.substr(0, value.find_first_of("\r\n"));
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        return value;
    }
}

}  // namespace tracuu::server::http
