#include "indexer/xapian/record_data.hpp"

#include <zdict.h>
#include <zstd.h>
#include <new>

#include "support/error.hpp"
#include "support/range.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr int kLevel = 3;                                    // of compression
constexpr std::size_t kDictionary = std::size_t{64} << 10U;  // bytes

void add_big_endian(std::string& key, std::uint32_t number) {
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        key.push_back(static_cast<char>((number >> (shift - 8)) & 0xFFU));
    }
}

[[noreturn]] void damaged() {
    throw Error(ErrorCode::index_corrupt, "the data of a record are damaged", "record");
}

}  // namespace

std::string data_key(Xapian::docid record, std::size_t block) {
    std::string key = "data:";
    add_big_endian(key, record);
    if (block > 0) add_big_endian(key, support::offset(block));
    return key;
}

std::string learn_dictionary(const std::vector<std::string>& samples) {
    std::string all;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : samples) {
        all += sample;
        sizes.push_back(sample.size());
    }
    std::string dictionary(kDictionary, '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(), sizes.data(),
                              static_cast<unsigned>(sizes.size()));
    dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
    return dictionary;
}

// The identity of the dictionary, four bytes in every frame, says nothing here.
DataPacker::DataPacker(const std::string& dictionary) : context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    const auto set = [&](ZSTD_cParameter parameter, int value) {
        return ZSTD_isError(ZSTD_CCtx_setParameter(context_.get(), parameter, value)) == 0;
    };
    if (!context_ || !set(ZSTD_c_compressionLevel, kLevel) || !set(ZSTD_c_dictIDFlag, 0) ||
        ZSTD_isError(
            ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size())) != 0) {
        throw std::bad_alloc();  // nothing else can fail
    }
}

const std::string& DataPacker::pack(std::string_view data) {
    if (data.size() > kMostData) throw Error(ErrorCode::cannot_write, "too much data", "record");
    packed_.resize(ZSTD_compressBound(data.size()));
    const std::size_t size =
        ZSTD_compress2(context_.get(), packed_.data(), packed_.size(), data.data(), data.size());
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the same
    packed_.resize(size);
    return packed_;
}

DataUnpacker::DataUnpacker(const std::string& dictionary)
    : context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (!context_) throw std::bad_alloc();
    const std::size_t loaded =
        ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
    if (ZSTD_isError(loaded) != 0) damaged();
}

std::string DataUnpacker::unpack(std::string_view packed) {
    // What stands for an error or for no size is larger than any size.
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > kMostData) damaged();
    std::string data(static_cast<std::size_t>(size), '\0');
    const std::size_t got =
        ZSTD_decompressDCtx(context_.get(), data.data(), data.size(), packed.data(), packed.size());
    if (got != data.size()) damaged();
    return data;
}

}  // namespace tracuu::indexer
