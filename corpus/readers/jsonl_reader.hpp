#pragma once

#include "corpus/reader.hpp"

namespace tracuu::corpus {

/// JSON lines: one record a line; see json_record.hpp. A bad line is rejected as `path:line` and
/// the others go on. An `id` that stood before is rejected; so is one with control characters or
/// longer than 512 bytes. Memory: one record and the ids.
class JsonlReader final : public Reader {
  public:
    explicit JsonlReader(ReadLimits limits = {}) noexcept : limits_(limits) {}
    void read(const std::filesystem::path& file, const ReadSink& sink) const override;

  private:
    ReadLimits limits_;
};

}  // namespace tracuu::corpus
