// Atom feeds (RFC 4287): new documents first.

#include <algorithm>

#include "server/clock.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server::handlers {
namespace {

struct Entry {
    indexer::DocumentMeta meta;
    std::string summary;
    std::string updated = {};
};

std::string start_of(const indexer::Date& day) {
    return day.iso() + "T00:00:00+07:00";
}

/// When the index was made; where it does not tell, today.
std::string time_of(const indexer::Index& index) {
    const std::string built_at = index.stats().built_at;
    return built_at.empty() ? start_of(today_in_vietnam()) : built_at;
}

/// Atom demands a time: the day of issue. Of a document without one only the age of its file is
/// known, which stays when the corpus is indexed again; records have none.
std::string time_of(const indexer::Index& index, const indexer::DocumentMeta& meta) {
    if (meta.date) return start_of(*meta.date);
    const auto record = index.document(meta.id);
    const bool has_file = record && record->modified_ns > 0;
    return has_file ? utc_text(record->modified_ns) : time_of(index);
}

std::string headline(const indexer::DocumentMeta& meta) {
    if (meta.number.empty()) return meta.title.empty() ? meta.id : meta.title;
    return meta.title.empty() ? meta.number : meta.number + ": " + meta.title;
}

void append_entry(std::string& out, const Entry& entry, std::string_view origin) {
    const std::string address = std::string(origin) + "/van-ban/" + percent_encode(entry.meta.id);
    out += "<entry><id>" + xml_escape("urn:tracuu:" + percent_encode(entry.meta.id)) + "</id>";
    out += "<title>" + xml_escape(headline(entry.meta)) + "</title>";
    out += "<updated>" + entry.updated + "</updated>";
    out += "<link href=\"" + xml_escape(address) + "\"/>";
    const std::string& author = entry.meta.issuer;
    out += "<author><name>" + xml_escape(author.empty() ? "?" : author) + "</name></author>";
    out += "<summary>" + xml_escape(entry.summary) + "</summary></entry>\n";
}

struct Feed {
    std::string name;  ///< of its question, unique and lasting: `search:q=a`
    std::string title;
    std::string path;  ///< of the feed itself, encoded, without its parameters
    Page page;
    std::uint64_t total;  ///< entries on all pages
    std::vector<Entry> entries;
};

constexpr std::string_view kCursor[] = {"cursor"};
/// What does not make another feed.
constexpr std::string_view kPlace[] = {"cursor", "limit"};

/// The address of the feed with all parameters that were given, or of its page at `cursor`.
std::string address(const Call& call, const Feed& feed, const std::string& cursor) {
    std::string query = call.arguments.given_except(kCursor);
    if (!cursor.empty()) query += (query.empty() ? "cursor=" : "&cursor=") + cursor;
    return std::string(call.origin) + feed.path + (query.empty() ? "" : "?" + query);
}

std::string link(std::string_view rel, std::string_view type, const std::string& href) {
    return "<link rel=\"" + std::string(rel) + "\" type=\"" + std::string(type) + "\" href=\"" +
           xml_escape(href) + "\"/>\n";
}

/// The newest of `entries`; to the day, as some stand in UTC and some in the time of Việt Nam.
std::string newest_of(const indexer::Index& index, const std::vector<Entry>& entries) {
    std::string newest;
    for (const Entry& entry : entries) newest = std::max(newest, entry.updated);
    return newest.empty() ? time_of(index) : newest;
}

/// RFC 4287; `next` and `first` of RFC 5005 lead through its pages. The feed is as new as its
/// newest entry: an update of the index that brings nothing changes nothing for its readers.
Reply atom(const Call& call, Feed& feed) {
    for (Entry& entry : feed.entries) entry.updated = time_of(call.index(), entry.meta);
    const std::string updated = newest_of(call.index(), feed.entries);
    constexpr std::string_view kType = "application/atom+xml";
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n";
    out += "<id>" + xml_escape("urn:tracuu:" + feed.name) + "</id>";
    out += "<title>" + xml_escape(feed.title) + "</title><updated>" + updated + "</updated>\n";
    out += link("self", kType, address(call, feed, call.arguments.text("cursor")));
    out += link("first", kType, address(call, feed, {}));
    const std::string next = call.paging.next(feed.total, feed.page);
    if (!next.empty()) out += link("next", kType, address(call, feed, next));
    for (const Entry& entry : feed.entries) append_entry(out, entry, call.origin);
    return {200, "application/atom+xml; charset=utf-8", out + "</feed>\n"};
}

/// What the reader sees of the filters: their values.
std::string search_title(const Call& call) {
    std::string title = "Tra cứu: " + call.arguments.text("q");
    for (const auto* name :
         {"type", "jurisdiction", "issuer", "year", "cites", "implements", "body", "from", "to"}) {
        for (const std::string& value : call.arguments.texts(name)) title += " · " + value;
    }
    return title;
}

}  // namespace

Reply feed_cited_by(const Call& call) {
    const indexer::DocumentMeta start = the_document(call.index(), call.id);
    ReachQuestion question;
    question.order = ReachOrder::newest;
    auto list = reached(call.index(), {start.id}, question, page_of(call));
    const std::string encoded = percent_encode(start.id);
    Feed feed{"cited-by:" + encoded,
              "Văn bản viện dẫn " + (start.number.empty() ? start.id : start.number),
              "/api/v1/feeds/cited-by/" + encoded + ".atom",
              list.page,
              list.total,
              {}};
    for (indexer::Reached& item : list.items) {
        const auto& evidence = item.edge.evidence;
        feed.entries.push_back(
            {std::move(item.meta), evidence.empty() ? "" : evidence.front().quote});
    }
    return atom(call, feed);
}

Reply feed_search(const Call& call) {
    std::vector<Meaning> meaning;
    indexer::SearchRequest request;
    request.query = call.arguments.text("q");
    request.filter = filter_of(call, meaning);
    request.sort = indexer::SortOrder::date;
    const Page page = page_of(call);
    request.offset = page.offset;
    request.limit = page.limit;
    request.facets = false;
    const indexer::SearchResult result = call.index().search(request);
    Feed feed{"search:" + percent_encode(call.arguments.given_except(kPlace)),
              search_title(call),
              "/api/v1/feeds/search.atom",
              page,
              result.total,
              {}};
    for (const indexer::Hit& hit : result.hits)
        feed.entries.push_back({hit.meta, hit.snippet.text});
    return atom(call, feed);
}

}  // namespace tracuu::server::handlers
