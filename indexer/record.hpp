#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/date.hpp"
#include "support/range.hpp"

namespace tracuu::indexer {

/// Writes the fields of one stored record, in order: numbers as base-128 varints, strings with
/// their length before them.
class RecordWriter {
  public:
    void number(std::uint64_t value);
    void signed_number(std::int64_t value);
    void flag(bool value) { number(value ? 1 : 0); }
    void string(std::string_view value);
    void date(const std::optional<support::Date>& value);
    void range(support::CodePointRange value);
    void range(support::ByteRange value);
    /// The number of elements of `list`, then `put_one` for each.
    template <typename List, typename Put>
    void list(const List& list, Put&& put_one) {
        number(list.size());
        for (const auto& one : list) put_one(one);
    }
    void strings(const std::vector<std::string>& list);
    void numbers(const std::vector<std::uint32_t>& list);

    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::string take() noexcept { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what a RecordWriter wrote. Every read is bounded by the record; damaged data is
/// Error index_corrupt naming the kind of record, never undefined behaviour.
class RecordReader {
  public:
    /// `kind` is for messages. Both views must outlive the reader.
    RecordReader(std::string_view kind, std::string_view bytes) : kind_(kind), rest_(bytes) {}

    [[nodiscard]] std::uint64_t number();
    /// A number that fits 32 bits.
    [[nodiscard]] std::uint32_t number32();
    [[nodiscard]] std::int64_t signed_number();
    [[nodiscard]] bool flag() { return number() != 0; }
    /// A view into the record.
    [[nodiscard]] std::string_view view();
    [[nodiscard]] std::string string() { return std::string(view()); }
    [[nodiscard]] std::optional<support::Date> date();
    [[nodiscard]] support::CodePointRange code_points();
    [[nodiscard]] support::ByteRange byte_range();
    /// The number of elements of a list: never more than the bytes left.
    [[nodiscard]] std::uint32_t count();
    /// The elements of a list, each from `get_one()`.
    template <typename Get>
    [[nodiscard]] auto list(Get&& get_one) {
        std::vector<decltype(get_one())> made;
        // Grows as elements are really there: a damaged count reserves no memory.
        for (std::uint32_t left = count(); left > 0; --left) made.push_back(get_one());
        return made;
    }
    [[nodiscard]] std::vector<std::string> strings();
    [[nodiscard]] std::vector<std::uint32_t> numbers();
    /// A stored enumerator, at most `last`.
    template <typename Enum>
    [[nodiscard]] Enum enumerator(Enum last) {
        const std::uint64_t value = number();
        if (value > static_cast<std::uint64_t>(last)) fail("an unknown enumerator");
        return static_cast<Enum>(value);
    }
    [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }
    /// Errors: index_corrupt when bytes are left.
    void expect_end() const;

  private:
    [[noreturn]] void fail(std::string_view what) const;
    std::string_view kind_;
    std::string_view rest_;
};

/// 64-bit FNV-1a of `bytes`: for fingerprints and for shortening long terms, not for security.
[[nodiscard]] std::uint64_t fingerprint(std::string_view bytes,
                                        std::uint64_t seed = 0xCBF29CE484222325U) noexcept;

}  // namespace tracuu::indexer
