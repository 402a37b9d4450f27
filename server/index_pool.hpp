#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
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

/// Lends open indexes, one to a thread at a time. A thread of its own looks whether a new state was
/// published, opens as many indexes of it as are in use, and only then lends those: no request
/// waits for it. Indexes of the old state are closed as they come back. Thread-safe; must outlive
/// what it lends.
class IndexPool {
  public:
    /// `interval`: time between two looks.
    explicit IndexPool(IndexSource source,
                       std::chrono::milliseconds interval = std::chrono::seconds{1});

    /// Errors: those of opening. A state that cannot be read does not replace one that could.
    [[nodiscard]] LentIndex lend();

    /// The absent documents of the state that `lent` shows, computed once for each state.
    [[nodiscard]] std::shared_ptr<const std::vector<WantedDocument>> wanted(const LentIndex& lent);

  private:
    using Opened = std::vector<std::unique_ptr<OpenIndex>>;

    void watch(const std::stop_token& stop);
    void refresh(const std::string& current, std::size_t count);
    [[nodiscard]] Opened open_all(const std::string& snapshot, std::size_t count) const;
    void prepare_wanted(const indexer::Index& index);
    void take_back(OpenIndex* open);

    IndexSource source_;
    std::chrono::milliseconds interval_;
    std::mutex mutex_;
    std::string snapshot_;  ///< of `idle_`; empty until the first index is lent
    Opened idle_;
    std::size_t lent_ = 0;
    std::mutex wanted_mutex_;
    std::string wanted_snapshot_;
    std::shared_ptr<const std::vector<WantedDocument>> wanted_;
    std::condition_variable_any ending_;
    std::jthread watcher_;  // last: it uses the others
};

}  // namespace tracuu::server
