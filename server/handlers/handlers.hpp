#pragma once

// Private to server/: the functions that the route table names, one for each route.

#include "server/routes.hpp"

namespace tracuu::server::handlers {

[[nodiscard]] Reply search(const Call& call);
[[nodiscard]] Reply suggest(const Call& call);
[[nodiscard]] Reply documents(const Call& call);
[[nodiscard]] Reply document(const Call& call);
[[nodiscard]] Reply text(const Call& call);
[[nodiscard]] Reply cites(const Call& call);
[[nodiscard]] Reply cited_by(const Call& call);
[[nodiscard]] Reply graph(const Call& call);
[[nodiscard]] Reply implementation(const Call& call);
[[nodiscard]] Reply similar(const Call& call);
[[nodiscard]] Reply paths(const Call& call);
[[nodiscard]] Reply resolve(const Call& call);
[[nodiscard]] Reply citations(const Call& call);
[[nodiscard]] Reply tasks(const Call& call);
[[nodiscard]] Reply bodies(const Call& call);
[[nodiscard]] Reply body(const Call& call);
[[nodiscard]] Reply wanted(const Call& call);
[[nodiscard]] Reply stats(const Call& call);
[[nodiscard]] Reply export_documents(const Call& call);
[[nodiscard]] Reply export_edges(const Call& call);
[[nodiscard]] Reply export_tasks(const Call& call);
[[nodiscard]] Reply feed_cited_by(const Call& call);
[[nodiscard]] Reply feed_search(const Call& call);

/// The page that `limit` and `offset` or `cursor` ask for.
[[nodiscard]] Page page_of(const Call& call);
/// The restrictions on documents that the parameters ask for, and how numbers in them were read.
[[nodiscard]] indexer::DocumentFilter filter_of(const Call& call, std::vector<Meaning>& meaning);
/// The restrictions on tasks that the parameters ask for, and how names in them were read.
[[nodiscard]] indexer::TaskFilter task_filter_of(const Call& call, std::vector<Meaning>& meaning);
/// Says in `list` where the next page begins, and in the headers how long it is.
template <class List>
void set_next(const Call& call, List& list) {
    list.next = call.paging.next(list.total, list.page);
    call.paging.set_truncated(list.truncated);
}
/// The media type of a form of an answer; empty when it has none.
[[nodiscard]] std::string_view content_type_of(std::string_view format);
/// Says in a header where the Atom feed of what `reply` lists is (RFC 8288); `path` is encoded.
void name_feed(Reply& reply, std::string_view path);
/// A file to save: CSV, ICS and the like.
[[nodiscard]] Reply file(std::string_view format, std::string_view name, std::string body);
/// The page that is asked for of a list that is whole in memory.
template <class Item>
[[nodiscard]] List<Item> slice_list(const Call& call, const std::vector<Item>& all) {
    const Page page = page_of(call);
    List<Item> list{all.size(), page, {}};
    set_next(call, list);
    for (std::size_t i = page.offset; i < all.size() && list.items.size() < page.limit; ++i) {
        list.items.push_back(all[i]);
    }
    return list;
}

}  // namespace tracuu::server::handlers
