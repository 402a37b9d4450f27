#pragma once

#include <functional>

namespace tracuu::indexer {

/// Runs `work(0)` .. `work(count - 1)`, each on a thread of its own, and calls `tick` ten times a
/// second on the calling thread until all have ended. The first exception is thrown here, after
/// all threads have ended; `work` throws nothing but std::exception. `stop` is called when it
/// happens so that the others may end early.
void run_workers(unsigned count, const std::function<void(unsigned)>& work,
                 const std::function<void()>& tick, const std::function<void()>& stop);

}  // namespace tracuu::indexer
