#include "server/http/raw_answer.hpp"

#include "server/http/default_headers.hpp"

namespace tracuu::server::http {

std::string raw_answer(const Reply& reply) {
    std::string out = "HTTP/1.1 " + std::to_string(reply.status) + " Refused\r\n";
    const auto add = [&](const std::string& name, const std::string& value) {
        out += name + ": " + value + "\r\n";
    };
    for (const auto& [name, value] : kDefaultHeaders) add(name, value);
    for (const auto& [name, value] : reply.headers) add(name, value);
    add("Content-Type", reply.content_type);
    add("Content-Length", std::to_string(reply.body.size()));
    add("Connection", "close");
    return out + "\r\n" + reply.body;
}

}  // namespace tracuu::server::http
