#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::server {

/// How an index is opened; the two functions may be called from several threads.
struct IndexSource {
    std::function<std::unique_ptr<indexer::Index>()> open;
    /// Identity of what `open` would open now.
    std::function<std::string()> snapshot;
};

/// The source over `sources` (directories, `tcp://host:port`).
[[nodiscard]] IndexSource published_source(indexer::Sources sources);

/// An index lent to one thread; it goes back to the pool when the last copy is gone.
struct OpenIndex {
    std::unique_ptr<indexer::Index> index;
    std::string snapshot;
};
using LentIndex = std::shared_ptr<const OpenIndex>;

/// Lends open indexes, one to a thread at a time. Once a second it looks whether a new state was
/// published; then indexes of the old one are closed as they come back. Thread-safe; must
/// outlive what it lends.
class IndexPool {
  public:
    explicit IndexPool(IndexSource source);

    /// Errors: those of opening. A state that cannot be read does not replace one that could.
    [[nodiscard]] LentIndex lend();

    /// The absent documents of the state that `lent` shows, computed once for each state.
    [[nodiscard]] std::shared_ptr<const std::vector<WantedDocument>> wanted(const LentIndex& lent);

  private:
    using Clock = std::chrono::steady_clock;
    void look_for_update();
    void take_back(OpenIndex* open);

    IndexSource source_;
    std::mutex mutex_;
    std::string snapshot_;
    Clock::time_point next_look_{};
    std::vector<std::unique_ptr<OpenIndex>> idle_;
    std::mutex wanted_mutex_;
    std::string wanted_snapshot_;
    std::shared_ptr<const std::vector<WantedDocument>> wanted_;
};

}  // namespace tracuu::server
