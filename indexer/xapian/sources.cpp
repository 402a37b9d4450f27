#include "indexer/xapian/sources.hpp"

#include <charconv>

#include "indexer/xapian/generation.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/record_data.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::string_view kScheme = "tcp://";
constexpr unsigned kTimeoutMs = 10000;

Manifest manifest_in(const Xapian::Database& database, const std::string& where) {
    const std::string text = database.get_metadata(kManifestKey);
    if (text.empty()) {
        throw Error(ErrorCode::index_incompatible, "a Xapian database of another program", where);
    }
    const auto manifest = parse_manifest(text);
    if (!manifest) throw Error(ErrorCode::index_corrupt, "its metadata are damaged", where);
    check_compatible(*manifest, where);
    return *manifest;
}

// Metadata come from the first of the databases that a server serves, so a server of several
// shards would lack the data of all others; then the number of its last record is none of the
// first shard's.
void check_served_alone(const Xapian::Database& database, const std::string& source) {
    const Xapian::docid last = database.get_lastdocid();
    if (last > 0 && database.get_metadata(data_key(last)).empty()) {
        throw Error(ErrorCode::index_incompatible,
                    "it serves several shards as one; serve each alone (" + shard_stub(0) +
                        ", ... in the directory of the index)",
                    source);
    }
}

OpenSource open_remote(const RemoteAddress& address, const std::string& source) {
    return guarded(Access::read, source, [&] {
        OpenSource open;
        open.databases.push_back(
            Xapian::Remote::open(address.host, address.port, kTimeoutMs, kTimeoutMs));
        open.manifest = manifest_in(open.databases.front(), source);
        if (open.manifest.shards > 1) check_served_alone(open.databases.front(), source);
        return open;
    });
}

OpenSource open_generation(const std::filesystem::path& directory, const Manifest& manifest) {
    const auto generation = generation_path(directory, manifest.generation);
    return guarded(Access::read, directory.string(), [&] {
        OpenSource open;
        open.manifest = manifest;
        for (std::uint32_t shard = 0; shard < manifest.shards; ++shard) {
            const auto path = shard_path(generation, shard);
            try {
                open.databases.emplace_back(path.string());
            } catch (const Xapian::DatabaseOpeningError& error) {
                // CURRENT names it, so it ought to be there.
                throw Error(ErrorCode::index_corrupt, error.get_msg(), path.string());
            }
            const Manifest own = manifest_in(open.databases.back(), path.string());
            if (own.stats.snapshot != manifest.stats.snapshot) {
                throw Error(ErrorCode::index_corrupt, "the shard is of another generation",
                            path.string());
            }
            open.tokens.emplace_back(token_path(generation, shard));
            open.words.emplace_back(word_path(token_path(generation, shard)));
        }
        open.graph = GraphFile::open(graph_path(generation), manifest.stats.snapshot);
        return open;
    });
}

OpenSource open_local(const std::filesystem::path& directory) {
    constexpr int kAttempts = 3;
    for (int attempt = 1;; ++attempt) {
        const Manifest manifest = read_manifest(directory);
        check_compatible(manifest, directory.string());
        try {
            return open_generation(directory, manifest);
        } catch (const Error&) {
            // A new generation may have been published and the old one removed in between.
            const bool moved = read_manifest(directory).generation != manifest.generation;
            if (attempt == kAttempts || !moved) throw;
        }
    }
}

}  // namespace

std::optional<RemoteAddress> remote_address(const std::string& source) {
    if (!source.starts_with(kScheme)) return std::nullopt;
    const std::string_view rest = std::string_view(source).substr(kScheme.size());
    const std::size_t colon = rest.rfind(':');
    RemoteAddress address;
    if (colon != std::string_view::npos && colon > 0) {
        address.host = rest.substr(0, colon);
        const std::string_view port = rest.substr(colon + 1);
        const auto result = std::from_chars(port.data(), port.data() + port.size(), address.port);
        if (result.ec == std::errc() && result.ptr == port.data() + port.size() &&
            address.port > 0 && address.port < 65536) {
            return address;
        }
    }
    throw Error(ErrorCode::bad_request, "not an address of the form tcp://host:port", source);
}

OpenSource open_source(const std::string& source) {
    if (const auto address = remote_address(source)) return open_remote(*address, source);
    return open_local(source);
}

}  // namespace tracuu::indexer
