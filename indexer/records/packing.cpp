#include "indexer/records/packing.hpp"

#include <zdict.h>
#include <zstd.h>

#include <new>
#include <vector>

#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kDictionaryBytes = std::size_t{64} << 10U;
constexpr int kLevel = 3;

template <typename T>
T* made(T* object) {
    if (object == nullptr) throw std::bad_alloc();
    return object;
}

[[noreturn]] void fail(const char* what) {
    throw support::Error(support::ErrorCode::index_corrupt, what, "record");
}

}  // namespace

std::string packing_dictionary(std::span<const std::string> samples) {
    std::string bytes;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : samples) {
        bytes += sample;
        sizes.push_back(sample.size());
    }
    std::string dictionary(kDictionaryBytes, '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), bytes.data(), sizes.data(),
                              static_cast<unsigned>(sizes.size()));
    dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
    return dictionary;
}

void Packer::Delete::operator()(ZSTD_CCtx_s* context) const noexcept {
    ZSTD_freeCCtx(context);
}
void Packer::Delete::operator()(ZSTD_CDict_s* dictionary) const noexcept {
    ZSTD_freeCDict(dictionary);
}

Packer::Packer(std::string_view dictionary)
    : context_(made(ZSTD_createCCtx())),
      dictionary_(made(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel))) {
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);  // four bytes of each record
    ZSTD_CCtx_refCDict(context_.get(), dictionary_.get());
}

std::string_view Packer::pack(std::string_view bytes) {
    packed_.resize(ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress2(context_.get(), packed_.data(), packed_.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the only reason with this much room
    return std::string_view(packed_).substr(0, size);
}

void Unpacker::Delete::operator()(ZSTD_DCtx_s* context) const noexcept {
    ZSTD_freeDCtx(context);
}
void Unpacker::Delete::operator()(ZSTD_DDict_s* dictionary) const noexcept {
    ZSTD_freeDDict(dictionary);
}

Unpacker::Unpacker(std::string_view dictionary)
    : context_(made(ZSTD_createDCtx())),
      dictionary_(made(ZSTD_createDDict(dictionary.data(), dictionary.size()))) {}

std::string Unpacker::unpack(std::string_view& packed) const {
    const std::string_view first = packed;
    skip(packed);
    const unsigned long long size = ZSTD_getFrameContentSize(first.data(), first.size());
    if (size > kMostBytes) fail("its data are damaged");  // both codes of errors are large, too
    std::string bytes(size, '\0');
    const std::size_t got = ZSTD_decompress_usingDDict(
        context_.get(), bytes.data(), bytes.size(), first.data(), first.size() - packed.size(),
        dictionary_.get());
    if (got != size) fail("its data are damaged");
    return bytes;
}

void Unpacker::skip(std::string_view& packed) {
    const std::size_t size = ZSTD_findFrameCompressedSize(packed.data(), packed.size());
    if (ZSTD_isError(size) != 0) fail("its data are damaged");
    packed.remove_prefix(size);
}

}  // namespace tracuu::indexer
