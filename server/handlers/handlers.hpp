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

/// The page that `limit` and `offset` ask for.
[[nodiscard]] Page page_of(const Call& call);
/// The restrictions on documents that the parameters ask for, and how numbers in them were read.
[[nodiscard]] indexer::DocumentFilter filter_of(const Call& call, std::vector<Meaning>& meaning);
/// The restrictions on tasks that the parameters ask for, and how names in them were read.
[[nodiscard]] indexer::TaskFilter task_filter_of(const Call& call, std::vector<Meaning>& meaning);
/// A file to save: CSV, ICS and the like.
[[nodiscard]] Reply file(std::string_view format, std::string_view name, std::string body);
/// One page of a list that is whole in memory.
template <class Item>
[[nodiscard]] List<Item> slice_list(const std::vector<Item>& all, Page page) {
    List<Item> list{all.size(), page, {}, false};
    for (std::size_t i = page.offset; i < all.size() && list.items.size() < page.limit; ++i) {
        list.items.push_back(all[i]);
    }
    return list;
}

}  // namespace tracuu::server::handlers
