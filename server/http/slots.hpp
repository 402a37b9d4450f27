#pragma once

#include <atomic>
#include <memory>

namespace tracuu::server::http {

/// Bounds how many requests whose pace the client decides (bodies, streamed answers) hold a thread
/// at a time, so that slow clients leave threads to the others. Must outlive what it gives.
class Slots {
  public:
    explicit Slots(unsigned count) : free_(static_cast<int>(count)) {}

    /// A slot until the last copy is gone; null when none is free.
    [[nodiscard]] std::shared_ptr<void> enter() {
        if (free_.fetch_sub(1) > 0) {
            return {this, [](Slots* slots) { slots->free_.fetch_add(1); }};
        }
        free_.fetch_add(1);
        return nullptr;
    }

  private:
    std::atomic<int> free_;
};

}  // namespace tracuu::server::http
