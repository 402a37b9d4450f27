#include "server/http/proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "support/error.hpp"

namespace tracuu::server::http {
namespace {

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned kAllBits = 128;

bool is_mapped(const Address& address) {
    return std::equal(kMapped.begin(), kMapped.end(), address.begin());
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t");
    return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Address> parse_bare(std::string_view text) {
    if (text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string copy(text);
    Address address{};
    if (inet_pton(AF_INET6, copy.c_str(), address.data()) == 1) return address;
    std::copy(kMapped.begin(), kMapped.end(), address.begin());
    if (inet_pton(AF_INET, copy.c_str(), address.data() + kMapped.size()) == 1) return address;
    return std::nullopt;
}

/// The pieces of a header between commas, trimmed.
std::vector<std::string> comma_separated(std::string_view value) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = value.find(',');
        parts.emplace_back(trimmed(value.substr(0, comma)));
        if (comma == std::string_view::npos) return parts;
        value.remove_prefix(comma + 1);
    }
}

/// One `name=value` of Forwarded; `value` without its quotes.
struct Pair {
    std::string name;  ///< lower case
    std::string value;
};

/// Reads up to the `;` or `,` that ends the pair, which stays in `rest`.
Pair take_pair(std::string_view& rest) {
    Pair pair;
    std::string* part = &pair.name;
    bool quoted = false;
    while (!rest.empty()) {
        const char byte = rest.front();
        if (!quoted && (byte == ';' || byte == ',')) break;
        rest.remove_prefix(1);
        if (byte == '"') {
            quoted = !quoted;
        } else if (quoted && byte == '\\' && !rest.empty()) {
            *part += rest.front();
            rest.remove_prefix(1);
        } else if (!quoted && byte == '=' && part == &pair.name) {
            part = &pair.value;
        } else if (quoted || (byte != ' ' && byte != '\t')) {
            *part += byte;
        }
    }
    std::transform(pair.name.begin(), pair.name.end(), pair.name.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    });
    return pair;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view port = text.substr(end + 1);
        if (!port.empty() && !(port.front() == ':' && is_port(port.substr(1)))) return std::nullopt;
        const std::string_view inside = text.substr(1, end - 1);
        return inside.find(':') == std::string_view::npos ? std::nullopt : parse_bare(inside);
    }
    const std::size_t colon = text.find(':');
    const bool has_port = colon != std::string_view::npos && colon == text.rfind(':');
    if (!has_port) return parse_bare(text);
    return is_port(text.substr(colon + 1)) ? parse_bare(text.substr(0, colon)) : std::nullopt;
}

std::string address_text(const Address& address) {
    char text[INET6_ADDRSTRLEN];
    const bool mapped = is_mapped(address);
    const auto* const bytes = address.data() + (mapped ? kMapped.size() : 0);
    return inet_ntop(mapped ? AF_INET : AF_INET6, bytes, text, sizeof text);
}

std::vector<std::string> forwarded(std::string_view value, std::string_view name) {
    std::vector<std::string> hops(1);
    while (!value.empty()) {
        Pair pair = take_pair(value);
        if (pair.name == name) hops.back() = std::move(pair.value);
        if (value.empty()) break;
        if (value.front() == ',') hops.emplace_back();
        value.remove_prefix(1);
    }
    return hops;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks, ProxyHeader header)
    : header_(header) {
    for (const std::string& text : networks) {
        const auto network = parse_network(text);
        if (!network) {
            throw support::Error(support::ErrorCode::bad_request,
                                 "neither an address nor a network such as 10.0.0.0/8: " + text,
                                 "--trusted-proxy");
        }
        networks_.push_back(*network);
    }
}

std::optional<TrustedProxies::Network> TrustedProxies::parse_network(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto address = parse_bare(text.substr(0, slash));
    if (!address) return std::nullopt;
    if (slash == std::string_view::npos) return Network{*address, kAllBits};
    const std::string_view digits = text.substr(slash + 1);
    unsigned bits = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    // The prefix of an IPv4 network counts from where IPv6 maps it.
    const bool is_ipv4 = text.substr(0, slash).find(':') == std::string_view::npos;
    const unsigned skipped = is_ipv4 ? 8 * static_cast<unsigned>(kMapped.size()) : 0;
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    if (bits > kAllBits - skipped) return std::nullopt;
    return Network{*address, bits + skipped};
}

bool TrustedProxies::trusts(const Address& address) const {
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        const unsigned whole = network.bits / 8;
        const unsigned rest = network.bits % 8;
        if (std::memcmp(network.address.data(), address.data(), whole) != 0) return false;
        if (rest == 0) return true;
        const auto difference =
            static_cast<unsigned>(network.address.at(whole) ^ address.at(whole));
        return difference >> (8 - rest) == 0;
    });
}

const char* TrustedProxies::header() const noexcept {
    return header_ == ProxyHeader::forwarded ? "Forwarded" : "X-Forwarded-For";
}

std::string TrustedProxies::client(const std::string& peer, std::string_view chain) const {
    auto last = parse_address(peer);
    if (!last || !trusts(*last)) return peer;
    const auto hops =
        header_ == ProxyHeader::forwarded ? forwarded(chain, "for") : comma_separated(chain);
    // Every hop was written by the one behind it, so they are read from the end.
    for (auto hop = hops.rbegin(); hop != hops.rend() && trusts(*last); ++hop) {
        const auto address = parse_address(*hop);
        if (!address) break;
        last = address;
    }
    return address_text(*last);
}

bool TrustedProxies::is_https(const std::string& peer, std::string_view chain,
                              std::string_view scheme) const {
    const auto address = parse_address(peer);
    if (!address || !trusts(*address)) return false;
    const bool reads_chain = header_ == ProxyHeader::forwarded;
    return (reads_chain ? forwarded(chain, "proto") : comma_separated(scheme)).back() == "https";
}

}  // namespace tracuu::server::http
