#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace tracuu::server {

/// A file of the web application.
struct StaticFile {
    std::string content;
    std::string content_type;
    std::string etag;
};

/// The files below one folder, and `index.html` for addresses of the application's own pages.
/// Never leaves the folder: neither by `..` nor by links.
class StaticFiles {
  public:
    /// An empty `folder` serves nothing. Errors: unreadable_input when it has no `index.html`.
    explicit StaticFiles(const std::filesystem::path& folder);

    /// The answer for decoded path segments; nullopt when there is none.
    [[nodiscard]] std::optional<StaticFile> find(std::span<const std::string> segments) const;
    [[nodiscard]] bool empty() const noexcept { return root_.empty(); }

  private:
    [[nodiscard]] std::optional<StaticFile> read(const std::filesystem::path& path) const;
    std::filesystem::path root_;  ///< canonical
};

}  // namespace tracuu::server
