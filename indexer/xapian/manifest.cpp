#include "indexer/xapian/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "analyzers/extraction.hpp"
#include "indexer/schema.hpp"
#include "support/error.hpp"
#include "support/file.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::string_view kFirstLine = "tracuu index\n";
constexpr std::uint64_t kLargestManifest = 65536;

// The counts of IndexStats with their keys.
struct Count {
    const char* key;
    std::uint64_t IndexStats::*value;
};
constexpr Count kCounts[] = {
    {"documents", &IndexStats::documents},  {"absent", &IndexStats::absent},
    {"passages", &IndexStats::passages},    {"tasks", &IndexStats::tasks},
    {"bodies", &IndexStats::bodies},        {"edges", &IndexStats::edges},
    {"text_bytes", &IndexStats::text_bytes}};

std::map<std::string, std::string, std::less<>> read_lines(std::string_view text) {
    std::map<std::string, std::string, std::less<>> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t space = line.find(' ');
        if (space != std::string_view::npos) {
            lines.emplace(line.substr(0, space), line.substr(space + 1));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

template <typename Number>
bool read_number(std::string_view text, Number& value) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

}  // namespace

std::string to_text(const Manifest& manifest) {
    std::string text(kFirstLine);
    const auto line = [&text](std::string_view key, std::string_view value) {
        text.append(key).append(" ").append(value).append("\n");
    };
    line("format", std::to_string(manifest.format));
    std::string features;
    for (const std::string& feature : manifest.features) features += feature + " ";
    line("features", features);
    line("analyzer", manifest.analyzer);
    line("generation", std::to_string(manifest.generation));
    line("shards", std::to_string(manifest.shards));
    line("snapshot", manifest.stats.snapshot);
    line("built_at", manifest.stats.built_at);
    for (const Count& count : kCounts) line(count.key, std::to_string(manifest.stats.*count.value));
    return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    if (!text.starts_with(kFirstLine)) return std::nullopt;
    const auto lines = read_lines(text);
    const auto value = [&](std::string_view key) -> std::string_view {
        const auto found = lines.find(key);
        return found == lines.end() ? std::string_view() : std::string_view(found->second);
    };
    Manifest manifest;
    if (!read_number(value("format"), manifest.format) ||
        !read_number(value("generation"), manifest.generation) ||
        !read_number(value("shards"), manifest.shards) || manifest.shards == 0) {
        return std::nullopt;
    }
    manifest.features = split(value("features"));
    manifest.analyzer = value("analyzer");
    manifest.stats.snapshot = value("snapshot");
    manifest.stats.built_at = value("built_at");
    manifest.stats.analyzer = manifest.analyzer;
    for (const Count& count : kCounts) {
        if (!read_number(value(count.key), manifest.stats.*count.value)) return std::nullopt;
    }
    return manifest;
}

void check_compatible(const Manifest& manifest, const std::string& where) {
    const auto refuse = [&](const std::string& what) {
        throw Error(ErrorCode::index_incompatible, what, where);
    };
    if (manifest.format != kFormatVersion) {
        refuse("the index has format " + std::to_string(manifest.format) + ", this program reads " +
               std::to_string(kFormatVersion));
    }
    for (const std::string& feature : manifest.features) {
        if (std::find(kFeatures.begin(), kFeatures.end(), feature) == kFeatures.end()) {
            refuse("the index has the unknown feature " + feature);
        }
    }
    if (manifest.analyzer != analyzers::analyzer_version()) {
        refuse("the index was made by analyser " + manifest.analyzer + ", this program has " +
               std::string(analyzers::analyzer_version()));
    }
}

Manifest read_manifest(const std::filesystem::path& directory) {
    const std::filesystem::path file = directory / kCurrentFile;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        throw Error(ErrorCode::index_missing, "there is no index", directory.string());
    }
    const auto manifest = parse_manifest(support::read_file(file, kLargestManifest));
    if (!manifest) throw Error(ErrorCode::index_corrupt, "the file is damaged", file.string());
    return *manifest;
}

std::filesystem::path generation_path(const std::filesystem::path& directory,
                                      std::uint64_t generation) {
    return directory / ("gen-" + std::to_string(generation));
}

std::filesystem::path shard_path(const std::filesystem::path& generation, std::uint32_t shard) {
    return generation / ("shard-" + std::to_string(shard));
}

}  // namespace tracuu::indexer
