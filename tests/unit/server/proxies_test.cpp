#include "server/http/proxies.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu::server::http;

namespace {

std::string spelled(std::string_view text) {
    const auto address = parse_address(text);
    return address ? address_text(*address) : "";
}

}  // namespace

TEST_CASE("addresses are read with and without a port, and nothing else is") {
    struct Row {
        const char* text;
        const char* address;  ///< empty: none
    };
    for (const Row& row : std::vector<Row>{{"192.0.2.1", "192.0.2.1"},
                                           {"192.0.2.1:80", "192.0.2.1"},
                                           {"2001:DB8::1", "2001:db8::1"},
                                           {"[2001:db8::1]", "2001:db8::1"},
                                           {"[2001:db8::1]:65535", "2001:db8::1"},
                                           {"::ffff:192.0.2.1", "192.0.2.1"},
                                           {"", ""},
                                           {"unknown", ""},
                                           {"_hidden", ""},
                                           {"192.0.2", ""},
                                           {"192.0.2.1:", ""},
                                           {"192.0.2.1:x", ""},
                                           {"192.0.2.1:123456", ""},
                                           {"192.0.2.1 ", ""},
                                           {"0x7f.0.0.1", ""},
                                           {"[192.0.2.1]", ""},
                                           {"[2001:db8::1", ""},
                                           {"[2001:db8::1]80", ""},
                                           {"fe80::1%eth0", ""},
                                           {"1\"\r\nX: y", ""}}) {
        INFO(row.text);
        CHECK(spelled(row.text) == row.address);
    }
    CHECK_FALSE(parse_address(std::string("192.0.2.1\0", 10)));
    CHECK_FALSE(parse_address(std::string(8192, '1')));
}

TEST_CASE("a network holds the addresses with its prefix") {
    const TrustedProxies proxies({"10.0.0.0/8", "192.0.2.128/25", "::1", "2001:db8::/33"},
                                 ProxyHeader::x_forwarded_for);
    const auto trusts = [&](std::string_view text) {
        return proxies.trusts(parse_address(text).value());
    };
    for (const char* in :
         {"10.255.0.1", "::ffff:10.1.1.1", "192.0.2.128", "::1", "2001:db8:7fff::1"}) {
        INFO(in);
        CHECK(trusts(in));
    }
    for (const char* out : {"11.0.0.1", "192.0.2.127", "::2", "2001:db8:8000::1", "a00::1"}) {
        INFO(out);
        CHECK_FALSE(trusts(out));
    }
    CHECK(TrustedProxies({"0.0.0.0/0"}, ProxyHeader::forwarded).trusts(*parse_address("8.8.8.8")));
    for (const char* bad : {"", "proxy", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/8x",
                            "10.0.0.0/-1", "10.0.0.1:80", "[::1]"}) {
        INFO(bad);
        CHECK_THROWS_AS(TrustedProxies({bad}, ProxyHeader::forwarded), tracuu::support::Error);
    }
}

TEST_CASE("only what trusted proxies say of the client is believed") {
    const TrustedProxies proxies({"10.0.0.0/8", "::1"}, ProxyHeader::x_forwarded_for);
    struct Row {
        const char* peer;
        const char* chain;
        const char* client;
    };
    for (const Row& row : std::vector<Row>{
             {"198.51.100.7", "192.0.2.1", "198.51.100.7"},  // no proxy of ours: a forged header
             {"10.0.0.1", "", "10.0.0.1"},
             {"10.0.0.1", "192.0.2.1", "192.0.2.1"},
             {"::1", " 2001:db8::5 ", "2001:db8::5"},
             {"10.0.0.1", "8.8.8.8, 192.0.2.1", "192.0.2.1"},  // what the client itself sent
             {"10.0.0.1", "192.0.2.1, 10.0.0.2,10.0.0.3", "192.0.2.1"},
             {"10.0.0.1", "10.0.0.9, 10.0.0.2", "10.0.0.9"},
             {"10.0.0.1", "192.0.2.1, unknown", "10.0.0.1"},
             {"10.0.0.1", "192.0.2.1, unknown, 10.0.0.2", "10.0.0.2"},
             {"10.0.0.1", "192.0.2.1,", "10.0.0.1"},
             {"10.0.0.1", "\"><script>", "10.0.0.1"},
             {"not an address", "192.0.2.1", "not an address"}}) {
        INFO(row.peer << " | " << row.chain);
        CHECK(proxies.client(row.peer, row.chain) == row.client);
    }
    const TrustedProxies nobody({}, ProxyHeader::x_forwarded_for);
    CHECK(nobody.client("10.0.0.1", "192.0.2.1") == "10.0.0.1");
}

TEST_CASE("Forwarded is read with quotes, ports and several elements") {
    const TrustedProxies proxies({"10.0.0.0/8"}, ProxyHeader::forwarded);
    const auto client = [&](std::string_view chain) { return proxies.client("10.0.0.1", chain); };
    CHECK(client("for=192.0.2.1") == "192.0.2.1");
    CHECK(client("proto=https;For=\"[2001:db8::1]:4711\";by=10.0.0.1") == "2001:db8::1");
    CHECK(client("for=8.8.8.8, for=192.0.2.1;proto=http , for=10.0.0.2") == "192.0.2.1");
    CHECK(client("for=\"8.8.8.8,for=9.9.9.9\"") == "10.0.0.1");  // a comma within quotes
    CHECK(client("for=192.0.2.1, proto=https") == "10.0.0.1");
    CHECK(client("for=\"192.0.2.1") == "192.0.2.1");
    CHECK(client("for=_secret") == "10.0.0.1");
    CHECK(client(";;,,==\"\\") == "10.0.0.1");
    CHECK(forwarded("for=a;for=\"b\\\"c\", by=x", "for") == std::vector<std::string>{"b\"c", ""});
}

TEST_CASE("that the client asked over TLS is believed of trusted proxies only") {
    const TrustedProxies plain({"10.0.0.0/8"}, ProxyHeader::x_forwarded_for);
    CHECK(plain.is_https("10.0.0.1", "", "https"));
    CHECK_FALSE(plain.is_https("192.0.2.1", "", "https"));
    CHECK_FALSE(plain.is_https("10.0.0.1", "for=192.0.2.1;proto=https", ""));
    CHECK_FALSE(plain.is_https("10.0.0.1", "", "https, http"));
    const TrustedProxies standard({"10.0.0.0/8"}, ProxyHeader::forwarded);
    CHECK(standard.is_https("10.0.0.1", "for=192.0.2.1;proto=https", ""));
    CHECK_FALSE(standard.is_https("10.0.0.1", "for=192.0.2.1", "https"));
}
