#include "server/http/proxies.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;
using server::http::ProxyHeader;
using server::http::TrustedProxies;

// Whatever a header says of the client, what comes out is an address: it stands in the access log
// and is what rates are counted by.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view chain = tests::bytes_of(data, size);
    for (const ProxyHeader header : {ProxyHeader::x_forwarded_for, ProxyHeader::forwarded}) {
        const TrustedProxies proxies({"10.0.0.0/8", "fd00::/8"}, header);
        const std::string client = proxies.client("10.0.0.1", chain);
        const auto address = server::http::parse_address(client);
        tests::require(address.has_value(), "the client is an address");
        tests::require(server::http::address_text(*address) == client, "in its usual spelling");
        tests::require(proxies.client("192.0.2.1", chain) == "192.0.2.1", "not of another peer");
        static_cast<void>(proxies.is_https("10.0.0.1", chain, chain));
    }
    return 0;
}
