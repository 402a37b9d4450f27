#include "indexer/model.hpp"

namespace tracuu::indexer {

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
