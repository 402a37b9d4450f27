#include "indexer/xapian/workers.hpp"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tracuu::indexer {

void run_workers(unsigned count, const std::function<void(unsigned)>& work,
                 const std::function<void()>& tick, const std::function<void()>& stop) {
    std::mutex mutex;
    std::condition_variable ended;
    unsigned running = count;
    std::exception_ptr failure;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            std::exception_ptr mine;
            try {
                work(i);
            } catch (const std::exception&) {
                mine = std::current_exception();
            }
            if (mine) stop();
            const std::lock_guard lock(mutex);
            if (mine && !failure) failure = mine;
            --running;
            ended.notify_one();
        });
    }
    for (;;) {
        std::unique_lock lock(mutex);
        if (ended.wait_for(lock, std::chrono::milliseconds(100), [&] { return running == 0; })) {
            break;
        }
        lock.unlock();
        tick();
    }
    threads.clear();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace tracuu::indexer
