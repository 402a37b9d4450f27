#include "indexer/model.hpp"

namespace tracuu::indexer {

std::string_view name(MandateOrigin origin) noexcept {
    switch (origin) {
        case MandateOrigin::task:
            return "task";
        case MandateOrigin::heading:
            return "heading";
        case MandateOrigin::document:
            break;
    }
    return "document";
}

std::string_view name(ResolutionStatus status) noexcept {
    switch (status) {
        case ResolutionStatus::resolved:
            return "resolved";
        case ResolutionStatus::absent:
            return "absent";
        case ResolutionStatus::ambiguous:
            return "ambiguous";
        case ResolutionStatus::conflict:
            return "conflict";
    }
    return "absent";
}

}  // namespace tracuu::indexer
