#include "server/index_pool.hpp"

#include "server/service.hpp"

namespace tracuu::server {

IndexSource published_source(indexer::Sources sources) {
    return {[sources] { return indexer::open_index(sources); },
            [sources] { return indexer::published_snapshot(sources); }};
}

IndexPool::IndexPool(IndexSource source, std::chrono::milliseconds interval)
    : source_(std::move(source)),
      interval_(interval),
      watcher_([this](const std::stop_token& stop) { watch(stop); }) {}

void IndexPool::watch(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    for (;;) {
        ending_.wait_for(lock, stop, interval_, [] { return false; });
        if (stop.stop_requested()) return;
        if (snapshot_.empty()) continue;
        const std::string current = snapshot_;
        const std::size_t count = idle_.size() + lent_;
        lock.unlock();
        try {
            refresh(current, count);
        } catch (const std::exception&) {
            // The directory is being replaced or damaged: what is open still answers, and the
            // next look tries again.
        }
        lock.lock();
    }
}

void IndexPool::refresh(const std::string& current, std::size_t count) {
    std::string published = source_.snapshot();
    if (published == current) return;
    Opened fresh = open_all(published, count);
    if (!fresh.empty()) prepare_wanted(*fresh.front()->index);
    // The old ones are closed after the lock is gone.
    const std::lock_guard lock(mutex_);
    snapshot_ = std::move(published);
    idle_.swap(fresh);
}

IndexPool::Opened IndexPool::open_all(const std::string& snapshot, std::size_t count) const {
    Opened opened;
    while (opened.size() < count) {
        opened.push_back(std::make_unique<OpenIndex>(OpenIndex{source_.open(), snapshot}));
    }
    return opened;
}

/// The list of a new state is ready before that state is lent, when anybody asked for the old one.
void IndexPool::prepare_wanted(const indexer::Index& index) {
    {
        const std::lock_guard lock(wanted_mutex_);
        if (!wanted_) return;
    }
    auto computed = std::make_shared<const std::vector<WantedDocument>>(server::wanted(index));
    const std::lock_guard lock(wanted_mutex_);
    wanted_ = std::move(computed);
    wanted_snapshot_ = index.snapshot();
}

LentIndex IndexPool::lend() {
    std::unique_ptr<OpenIndex> open;
    std::string snapshot;
    {
        const std::lock_guard lock(mutex_);
        if (snapshot_.empty()) snapshot_ = source_.snapshot();
        if (!idle_.empty()) {
            open = std::move(idle_.back());
            idle_.pop_back();
        }
        snapshot = snapshot_;
    }
    if (!open) open = std::make_unique<OpenIndex>(OpenIndex{source_.open(), std::move(snapshot)});
    {
        const std::lock_guard lock(mutex_);
        ++lent_;
    }
    return {open.release(), [this](OpenIndex* back) { take_back(back); }};
}

void IndexPool::take_back(OpenIndex* open) {
    std::unique_ptr<OpenIndex> owned(open);
    const std::lock_guard lock(mutex_);
    --lent_;
    if (owned->snapshot == snapshot_) idle_.push_back(std::move(owned));
}

std::shared_ptr<const std::vector<WantedDocument>> IndexPool::wanted(const LentIndex& lent) {
    const std::lock_guard lock(wanted_mutex_);
    if (!wanted_ || wanted_snapshot_ != lent->index->snapshot()) {
        wanted_ = std::make_shared<const std::vector<WantedDocument>>(server::wanted(*lent->index));
        wanted_snapshot_ = lent->index->snapshot();
    }
    return wanted_;
}

}  // namespace tracuu::server
