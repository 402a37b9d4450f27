#pragma once

#include <map>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace tracuu::corpus {

/// Markdown: the text as stored; `key: value` lines between `---` at the very top (front matter)
/// become metadata, `title` the title.
class MarkdownReader final : public Reader {
  public:
    explicit MarkdownReader(ReadLimits limits = {}) noexcept : limits_(limits) {}
    void read(const std::filesystem::path& file, const ReadSink& sink) const override;

  private:
    ReadLimits limits_;
};

/// The fields of the front matter of `text`, keys in lower case, quotes around a value dropped.
/// Empty when there is none, when it is not closed, or when it is longer than 64 KiB. Lists and
/// nested values of YAML are passed over.
[[nodiscard]] std::map<std::string, std::string> front_matter(std::string_view text);

}  // namespace tracuu::corpus
