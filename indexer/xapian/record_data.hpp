#pragma once

#include <xapian.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace tracuu::indexer {

/// The data of a record stand packed in the metadata of its database: what is set as data of a
/// Xapian document is deflated, which for short texts takes longer than all else about them.
///
/// The key of the data of record `record`, which counts within the database, or, from 1, of a block
/// of its text. Keys sort as the records do.
[[nodiscard]] std::string data_key(Xapian::docid record, std::size_t block = 0);

/// What such data have in common, learnt from `samples` of them: the dictionary of a database, to
/// stand under kDictionaryKey. Empty when there are too few to learn from.
[[nodiscard]] std::string learn_dictionary(const std::vector<std::string>& samples);
inline constexpr const char* kDictionaryKey = "dictionary";

/// Packs data with Zstandard (RFC 8878), one frame each. For one thread.
class DataPacker {
  public:
    explicit DataPacker(const std::string& dictionary);
    /// Valid until the next call. Errors: cannot_write when `data` has more than kMostData bytes.
    [[nodiscard]] const std::string& pack(std::string_view data);

  private:
    std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> context_;
    std::string packed_;
};

/// The reverse. For one thread.
class DataUnpacker {
  public:
    /// Errors: index_corrupt.
    explicit DataUnpacker(const std::string& dictionary);
    /// Errors: index_corrupt, also when there is nothing to unpack.
    [[nodiscard]] std::string unpack(std::string_view packed);

  private:
    std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> context_;
};

inline constexpr std::size_t kMostData = std::size_t{1} << 30U;  ///< bytes of one record

}  // namespace tracuu::indexer
