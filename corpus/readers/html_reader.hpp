#pragma once

#include "corpus/reader.hpp"

namespace tracuu::corpus {

/// HTML in UTF-8: the document is the text that a reader of the page sees; see html_text.hpp.
class HtmlReader final : public Reader {
  public:
    explicit HtmlReader(ReadLimits limits = {}) noexcept : limits_(limits) {}
    void read(const std::filesystem::path& file, const ReadSink& sink) const override;

  private:
    ReadLimits limits_;
};

}  // namespace tracuu::corpus
