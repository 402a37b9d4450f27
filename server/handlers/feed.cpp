// Atom feeds (RFC 4287): new documents first.

#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server::handlers {
namespace {

constexpr std::uint32_t kEntries = 50;
constexpr std::string_view kUndated = "1970-01-01T00:00:00Z";

struct Entry {
    indexer::DocumentMeta meta;
    std::string summary;
};

std::string time_of(const indexer::DocumentMeta& meta) {
    return meta.date ? meta.date->iso() + "T00:00:00+07:00" : std::string(kUndated);
}

std::string headline(const indexer::DocumentMeta& meta) {
    if (meta.number.empty()) return meta.title.empty() ? meta.id : meta.title;
    return meta.title.empty() ? meta.number : meta.number + ": " + meta.title;
}

void append_entry(std::string& out, const Entry& entry, std::string_view origin) {
    const std::string address = std::string(origin) + "/van-ban/" + percent_encode(entry.meta.id);
    out += "<entry><id>" + xml_escape("urn:tracuu:" + percent_encode(entry.meta.id)) + "</id>";
    out += "<title>" + xml_escape(headline(entry.meta)) + "</title>";
    out += "<updated>" + time_of(entry.meta) + "</updated>";
    out += "<link href=\"" + xml_escape(address) + "\"/>";
    const std::string& author = entry.meta.issuer;
    out += "<author><name>" + xml_escape(author.empty() ? "?" : author) + "</name></author>";
    out += "<summary>" + xml_escape(entry.summary) + "</summary></entry>\n";
}

struct Feed {
    std::string id;
    std::string title;
    std::string path;  ///< of the feed itself, encoded
    std::vector<Entry> entries;
};

Reply atom(const Call& call, const Feed& feed) {
    std::string updated = call.index().stats().built_at;
    if (updated.empty()) updated = kUndated;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n";
    out += "<id>" + xml_escape(feed.id) + "</id><title>" + xml_escape(feed.title) + "</title>";
    out += "<updated>" + xml_escape(updated) + "</updated>";
    out +=
        "<link rel=\"self\" href=\"" + xml_escape(std::string(call.origin) + feed.path) + "\"/>\n";
    for (const Entry& entry : feed.entries) append_entry(out, entry, call.origin);
    return {200, "application/atom+xml; charset=utf-8", out + "</feed>\n"};
}

}  // namespace

Reply feed_cited_by(const Call& call) {
    const indexer::DocumentMeta start = the_document(call.index(), call.id);
    const std::string encoded = percent_encode(start.id);
    Feed feed{"urn:tracuu:cited-by:" + encoded,
              "Văn bản viện dẫn " + (start.number.empty() ? start.id : start.number),
              "/api/v1/feeds/cited-by/" + encoded + ".atom",
              {}};
    ReachQuestion question;
    question.order = ReachOrder::newest;
    auto list = reached(call.index(), {start.id}, question, {0, kEntries});
    for (indexer::Reached& item : list.items) {
        const auto& evidence = item.edge.evidence;
        feed.entries.push_back(
            {std::move(item.meta), evidence.empty() ? "" : evidence.front().quote});
    }
    return atom(call, feed);
}

Reply feed_search(const Call& call) {
    indexer::SearchRequest request;
    request.query = call.arguments.text("q");
    request.sort = indexer::SortOrder::date;
    request.limit = kEntries;
    request.facets = false;
    const std::string encoded = percent_encode(request.query);
    Feed feed{"urn:tracuu:search:" + encoded,
              "Tra cứu: " + request.query,
              "/api/v1/feeds/search.atom?q=" + encoded,
              {}};
    for (const indexer::Hit& hit : call.index().search(request).hits) {
        feed.entries.push_back({hit.meta, hit.snippet.text});
    }
    return atom(call, feed);
}

}  // namespace tracuu::server::handlers
