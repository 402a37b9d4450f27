#include "server/index_pool.hpp"

#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

constexpr std::chrono::seconds kLookInterval{1};

}  // namespace

IndexSource published_source(indexer::Sources sources) {
    return {[sources] { return indexer::open_index(sources); },
            [sources] { return indexer::published_snapshot(sources); }};
}

IndexPool::IndexPool(IndexSource source) : source_(std::move(source)) {}

void IndexPool::look_for_update() {
    const Clock::time_point now = Clock::now();
    if (now < next_look_) return;
    next_look_ = now + kLookInterval;
    try {
        std::string published = source_.snapshot();
        if (published == snapshot_) return;
        snapshot_ = std::move(published);
        idle_.clear();
    } catch (const support::Error&) {
        // The directory is being replaced or damaged: what is open still answers.
        if (snapshot_.empty()) throw;
    }
}

LentIndex IndexPool::lend() {
    std::unique_ptr<OpenIndex> open;
    std::string snapshot;
    {
        const std::lock_guard lock(mutex_);
        look_for_update();
        if (!idle_.empty()) {
            open = std::move(idle_.back());
            idle_.pop_back();
        }
        snapshot = snapshot_;
    }
    if (!open) open.reset(new OpenIndex{source_.open(), std::move(snapshot)});
    return {open.release(), [this](OpenIndex* back) { take_back(back); }};
}

void IndexPool::take_back(OpenIndex* open) {
    std::unique_ptr<OpenIndex> owned(open);
    const std::lock_guard lock(mutex_);
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
