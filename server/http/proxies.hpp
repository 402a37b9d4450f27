#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::server::http {

/// An IPv6 address, or an IPv4 one as IPv6 maps it.
using Address = std::array<std::uint8_t, 16>;

/// `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]`, the first and the last with `:port` too; nullopt
/// for anything else.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
/// The usual spelling.
[[nodiscard]] std::string address_text(const Address& address);

/// The header in which proxies say whom they speak for. Only one is believed: a proxy that writes
/// one of them passes the other on as the client sent it.
enum class ProxyHeader { x_forwarded_for, forwarded };

/// Proxies whose word about the client counts. Thread-safe.
class TrustedProxies {
  public:
    /// `networks`: addresses and networks, `127.0.0.1` or `10.0.0.0/8`. Errors: bad_request for
    /// one that is neither.
    TrustedProxies(const std::vector<std::string>& networks, ProxyHeader header);

    [[nodiscard]] bool empty() const noexcept { return networks_.empty(); }
    /// The header that is believed.
    [[nodiscard]] const char* header() const noexcept;
    /// Who asks, when the connection is from `peer` and `chain` is the header (its values joined
    /// by commas): `peer` itself unless it is trusted, else the last hop of the chain that is not
    /// trusted. Behind a hop that is no address nothing is believed.
    [[nodiscard]] std::string client(const std::string& peer, std::string_view chain) const;
    /// True when a trusted `peer` says that it was asked over TLS: in `chain` where that is
    /// Forwarded, else in `scheme`, the header X-Forwarded-Proto.
    [[nodiscard]] bool is_https(const std::string& peer, std::string_view chain,
                                std::string_view scheme) const;
    [[nodiscard]] bool trusts(const Address& address) const;

  private:
    struct Network {
        Address address;
        unsigned bits;  ///< that count, of 128
    };
    static std::optional<Network> parse_network(std::string_view text);

    std::vector<Network> networks_;
    ProxyHeader header_;
};

/// What each element of a header Forwarded (RFC 7239) says of `name` (`for`, `proto`), without
/// quotes; empty where it says nothing.
[[nodiscard]] std::vector<std::string> forwarded(std::string_view value, std::string_view name);

}  // namespace tracuu::server::http
