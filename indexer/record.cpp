#include "indexer/record.hpp"

#include "support/error.hpp"

namespace tracuu::indexer {

void RecordWriter::number(std::uint64_t value) {
    while (value >= 0x80U) {
        bytes_.push_back(static_cast<char>(value | 0x80U));
        value >>= 7U;
    }
    bytes_.push_back(static_cast<char>(value));
}

void RecordWriter::signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));  // zigzag
}

void RecordWriter::string(std::string_view value) {
    number(value.size());
    bytes_.append(value);
}

void RecordWriter::date(const std::optional<support::Date>& value) {
    number(value ? value->number() : 0);
}

void RecordWriter::range(support::CodePointRange value) {
    number(value.begin);
    number(value.end >= value.begin ? value.end - value.begin : 0);
}

void RecordWriter::range(support::ByteRange value) {
    range(support::CodePointRange{value.begin, value.end});
}

void RecordWriter::strings(const std::vector<std::string>& values) {
    list(values, [this](const std::string& one) { string(one); });
}

void RecordWriter::numbers(const std::vector<std::uint32_t>& values) {
    list(values, [this](std::uint32_t one) { number(one); });
}

std::uint64_t RecordReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (rest_.empty()) fail("its end is missing");
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        if (shift == 63 && byte > 1) fail("a number is too large");
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U) return value;
    }
    fail("a number is too long");
}

std::uint32_t RecordReader::number32() {
    const std::uint64_t value = number();
    if (value > 0xFFFFFFFFU) fail("a number is too large");
    return static_cast<std::uint32_t>(value);
}

std::int64_t RecordReader::signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1U));
}

std::string_view RecordReader::view() {
    const std::uint64_t size = number();
    if (size > rest_.size()) fail("a string is longer than the record");
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
}

std::optional<support::Date> RecordReader::date() {
    const std::uint32_t value = number32();
    if (value == 0) return std::nullopt;
    const auto date =
        support::Date::of(static_cast<int>(value / 10000U), static_cast<int>(value / 100U % 100U),
                          static_cast<int>(value % 100U));
    if (!date) fail("a date does not exist");
    return date;
}

support::CodePointRange RecordReader::code_points() {
    const std::uint32_t begin = number32();
    const std::uint32_t size = number32();
    if (size > 0xFFFFFFFFU - begin) fail("a range is too long");
    return {begin, begin + size};
}

support::ByteRange RecordReader::byte_range() {
    const support::CodePointRange range = code_points();
    return {range.begin, range.end};
}

std::uint32_t RecordReader::count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) fail("a list is longer than the record");
    return static_cast<std::uint32_t>(value);
}

std::vector<std::string> RecordReader::strings() {
    return list([this] { return string(); });
}

std::vector<std::uint32_t> RecordReader::numbers() {
    return list([this] { return number32(); });
}

void RecordReader::expect_end() const {
    if (!rest_.empty()) fail("bytes are left over");
}

void RecordReader::fail(std::string_view what) const {
    throw support::Error(support::ErrorCode::index_corrupt,
                         "a stored record is damaged: " + std::string(what), std::string(kind_));
}

std::uint64_t fingerprint(std::string_view bytes, std::uint64_t seed) noexcept {
    std::uint64_t hash = seed;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001B3U;
    }
    return hash;
}

}  // namespace tracuu::indexer
