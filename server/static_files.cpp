#include "server/static_files.hpp"

#include <algorithm>
#include <string_view>

#include "support/error.hpp"
#include "support/file.hpp"

namespace tracuu::server {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{32} << 20U;

struct ContentType {
    std::string_view extension;
    std::string_view type;
};
constexpr ContentType kContentTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view content_type(const fs::path& path) {
    const std::string extension = path.extension().string();
    for (const ContentType& row : kContentTypes) {
        if (row.extension == extension) return row.type;
    }
    return {};
}

/// Names that a file of the application cannot have.
bool is_unsafe(const std::string& segment) {
    return segment.empty() || segment.front() == '.' ||
           segment.find_first_of("/\\") != std::string::npos ||
           std::any_of(segment.begin(), segment.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x20; });
}

bool is_inside(const fs::path& root, const fs::path& path) {
    const auto [end, unused] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    static_cast<void>(unused);
    return end == root.end();
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
    if (folder.empty()) return;
    std::error_code error;
    root_ = fs::canonical(folder, error);
    if (!error && fs::is_regular_file(root_ / "index.html", error)) return;
    throw Error(ErrorCode::unreadable_input, "no index.html of the web application",
                folder.string());
}

std::optional<StaticFile> StaticFiles::read(const fs::path& path) const {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error || !is_inside(root_, real) || !fs::is_regular_file(real, error)) return std::nullopt;
    const auto modified = fs::last_write_time(real, error).time_since_epoch().count();
    StaticFile file{support::read_file(real, kMaxFileBytes), std::string(content_type(real)), {}};
    if (file.content_type.empty()) file.content_type = "application/octet-stream";
    file.etag =
        "W/\"" + std::to_string(file.content.size()) + "-" + std::to_string(modified) + "\"";
    return file;
}

std::optional<StaticFile> StaticFiles::find(std::span<const std::string> segments) const {
    if (root_.empty()) return std::nullopt;
    const bool unsafe = std::any_of(segments.begin(), segments.end(), is_unsafe);
    if (!unsafe && !segments.empty()) {
        fs::path path = root_;
        for (const std::string& segment : segments) path /= segment;
        if (auto file = read(path)) return file;
        // A file that is missing must not become a page; a document id may look like a file,
        // but stands below the name of a page.
        std::error_code error;
        const bool in_folder = segments.size() == 1 || fs::is_directory(root_ / segments[0], error);
        if (in_folder && !content_type(path).empty()) return std::nullopt;
    }
    if (std::find(segments.begin(), segments.end(), "..") != segments.end()) return std::nullopt;
    return read(root_ / "index.html");
}

}  // namespace tracuu::server
