#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/answers.hpp"
#include "server/parameter.hpp"

namespace tracuu::server {

/// Which page of a list a request wants, and the cursor of the next one. A cursor is opaque text
/// that goes on with the same question in the same state of the index, so that no item is missed
/// or comes twice. It carries a place in the list; its checksum is against mistakes, it gives no
/// rights.
class Paging {
  public:
    /// `question`: what the list is about apart from its parameters, as the path with its id.
    /// `arguments` must outlive it.
    Paging(const Arguments& arguments, std::string_view question, std::string_view snapshot);

    /// What `limit` and `offset` or `cursor` ask for.
    /// Errors: bad_request for a cursor that is damaged or of another question, or given with an
    /// offset; stale_cursor after the index changed.
    [[nodiscard]] Page page() const;
    /// Remembers and returns the cursor behind `page`; empty when `total` items are at an end.
    std::string next(std::uint64_t total, const Page& page);
    [[nodiscard]] const std::string& cursor() const { return next_; }
    /// What `next` was told; nullopt before: the answer is no list.
    [[nodiscard]] std::optional<std::uint64_t> total() const { return total_; }
    /// Remembers that something other than the page cut the list.
    void set_truncated(bool truncated) { truncated_ = truncated; }
    [[nodiscard]] bool truncated() const { return truncated_; }

  private:
    [[nodiscard]] std::uint32_t offset_of(const std::string& cursor) const;

    const Arguments& arguments_;
    std::string question_;  ///< fingerprint
    std::string snapshot_;  ///< fingerprint
    std::string next_;
    std::optional<std::uint64_t> total_;
    bool truncated_ = false;
};

}  // namespace tracuu::server
