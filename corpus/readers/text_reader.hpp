#pragma once

#include "corpus/reader.hpp"

namespace tracuu::corpus {

/// Plain text: the document is the bytes of the file.
class TextReader final : public Reader {
  public:
    explicit TextReader(ReadLimits limits = {}) noexcept : limits_(limits) {}
    void read(const std::filesystem::path& file, const ReadSink& sink) const override;

  private:
    ReadLimits limits_;
};

}  // namespace tracuu::corpus
