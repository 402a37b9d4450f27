#pragma once

#include <xapian.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/graph/graph_file.hpp"
#include "indexer/xapian/manifest.hpp"
#include "indexer/xapian/token_file.hpp"

namespace tracuu::indexer {

/// An `xapian-tcpsrv`.
struct RemoteAddress {
    std::string host;
    unsigned port = 0;
};

/// The address in `tcp://host:port`; nullopt for local directories. Errors: bad_request when it
/// starts like one and is none.
[[nodiscard]] std::optional<RemoteAddress> remote_address(const std::string& source);

/// The databases of one source, checked to be ours.
struct OpenSource {
    std::vector<Xapian::Database> databases;
    std::vector<TokenFile> tokens;           ///< of each database; none of remote ones
    std::vector<WordFile> words;             ///< the same
    std::shared_ptr<const GraphFile> graph;  ///< nullptr of remote ones
    Manifest manifest;
};

/// Errors: index_missing, index_incompatible, index_corrupt, unavailable (remote).
[[nodiscard]] OpenSource open_source(const std::string& source);

}  // namespace tracuu::indexer
