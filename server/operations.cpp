#include "server/operations.hpp"

#include <algorithm>

#include "server/formats.hpp"
#include "server/openapi.hpp"

namespace tracuu::server {
namespace {

std::string healthz(const OperationCall&) {
    return "ok\n";
}

std::string readyz(const OperationCall& call) {
    call.pool.lend()->index->check();
    return "ready\n";
}

std::string metrics(const OperationCall& call) {
    return call.metrics.text(call.pool.lend()->index->snapshot());
}

std::string open_search(const OperationCall& call) {
    const std::string address = xml_escape(call.origin);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
           "<ShortName>tracuu</ShortName>\n"
           "<Description>Tra cứu văn bản chính sách</Description>\n"
           "<InputEncoding>UTF-8</InputEncoding>\n"
           "<Url type=\"text/html\" template=\"" +
           address +
           "/?q={searchTerms}\"/>\n"
           "<Url type=\"application/atom+xml\" template=\"" +
           address +
           "/api/v1/feeds/search.atom?q={searchTerms}\"/>\n"
           "</OpenSearchDescription>\n";
}

std::string openapi(const OperationCall&) {
    static const std::string kDocument = openapi_json();
    return kDocument;
}

constexpr std::string_view kText = "text/plain; charset=utf-8";

constexpr Operation kOperations[] = {
    {"/healthz", "Whether the process answers.", "operation", kText, true, healthz},
    {"/readyz", "Whether the index can be read.", "operation", kText, true, readyz},
    {"/metrics", "Counters for Prometheus.", "operation",
     "text/plain; version=0.0.4; charset=utf-8", false, metrics},
    {"/opensearch.xml", "Description of the search for browsers.", "discovery",
     "application/opensearchdescription+xml; charset=utf-8", false, open_search},
    {"/api/v1/openapi.json", "This document.", "discovery", "application/json", false, openapi},
};

}  // namespace

std::span<const Operation> operations() {
    return kOperations;
}

const Operation* find_operation(std::string_view path) {
    const auto* const found =
        std::find_if(std::begin(kOperations), std::end(kOperations),
                     [&](const Operation& operation) { return operation.path == path; });
    return found == std::end(kOperations) ? nullptr : found;
}

}  // namespace tracuu::server
