#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace tracuu::indexer {

/// What was being done when Xapian failed.
enum class Access { read, write };

/// Throws the Error that stands for a Xapian exception on `context` (a directory or address).
[[noreturn]] void rethrow(const Xapian::Error& error, Access access, const std::string& context);

/// Runs `action`; no Xapian exception leaves it.
template <typename Action>
auto guarded(Access access, const std::string& context, Action&& action) {
    try {
        return action();
    } catch (const Xapian::Error& error) {
        rethrow(error, access, context);
    }
}

}  // namespace tracuu::indexer
