#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace tracuu::indexer {

/// A dictionary for strings like `samples` (Zstandard's, at most 64 KiB): what they share needs no
/// place in each. Empty when they are too few to learn from.
[[nodiscard]] std::string packing_dictionary(std::span<const std::string> samples);

/// Packs strings, each on its own. Serves one thread; its memory is used again.
class Packer {
  public:
    explicit Packer(std::string_view dictionary);
    /// Valid until the next call.
    [[nodiscard]] std::string_view pack(std::string_view bytes);

  private:
    struct Delete {
        void operator()(ZSTD_CCtx_s* context) const noexcept;
        void operator()(ZSTD_CDict_s* dictionary) const noexcept;
    };
    std::unique_ptr<ZSTD_CCtx_s, Delete> context_;
    std::unique_ptr<ZSTD_CDict_s, Delete> dictionary_;
    std::string packed_;
};

/// Gives back what was packed with the same dictionary. Serves one thread.
class Unpacker {
  public:
    explicit Unpacker(std::string_view dictionary);
    /// What stands first in `packed`, which then begins behind it: packed strings may follow each
    /// other. Errors: index_corrupt when it is damaged or claims more than kMostBytes.
    [[nodiscard]] std::string unpack(std::string_view& packed) const;
    /// Goes on behind what stands first in `packed`. Errors: index_corrupt.
    static void skip(std::string_view& packed);

    static constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

  private:
    struct Delete {
        void operator()(ZSTD_DCtx_s* context) const noexcept;
        void operator()(ZSTD_DDict_s* dictionary) const noexcept;
    };
    std::unique_ptr<ZSTD_DCtx_s, Delete> context_;
    std::unique_ptr<ZSTD_DDict_s, Delete> dictionary_;
};

}  // namespace tracuu::indexer
