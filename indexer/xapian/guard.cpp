#include "indexer/xapian/guard.hpp"

#include <array>
#include <cstring>

namespace tracuu::indexer {
namespace {

using support::ErrorCode;

struct Translation {
    const char* type;
    ErrorCode code;
};

// By Xapian's own name of the exception; what is not listed depends on the access.
constexpr std::array<Translation, 14> kTranslations{{
    {"DatabaseCorruptError", ErrorCode::index_corrupt},
    {"DocNotFoundError", ErrorCode::index_corrupt},
    {"RangeError", ErrorCode::index_corrupt},
    {"SerialisationError", ErrorCode::index_corrupt},
    {"DatabaseVersionError", ErrorCode::index_incompatible},
    {"FeatureUnavailableError", ErrorCode::index_incompatible},
    {"UnimplementedError", ErrorCode::index_incompatible},
    {"DatabaseNotFoundError", ErrorCode::index_missing},
    {"DatabaseOpeningError", ErrorCode::index_missing},
    {"DatabaseLockError", ErrorCode::index_locked},
    {"NetworkError", ErrorCode::unavailable},
    {"NetworkTimeoutError", ErrorCode::unavailable},
    {"DatabaseModifiedError", ErrorCode::unavailable},
    {"InvalidArgumentError", ErrorCode::internal},
}};

}  // namespace

void rethrow(const Xapian::Error& error, Access access, const std::string& context) {
    ErrorCode code = access == Access::read ? ErrorCode::index_corrupt : ErrorCode::cannot_write;
    for (const Translation& row : kTranslations) {
        if (std::strcmp(row.type, error.get_type()) == 0) code = row.code;
    }
    std::string message = error.get_msg();
    if (error.get_error_string() != nullptr) {
        message += std::string(": ") + error.get_error_string();
    }
    throw support::Error(code, message, context);
}

}  // namespace tracuu::indexer
