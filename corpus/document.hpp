#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace tracuu::corpus {

/// How the bytes of a source were read.
enum class Format { text, markdown, html, jsonl };

/// Stable lower-case name of `format`: `text`, `markdown`, `html`, `jsonl`.
[[nodiscard]] const char* name(Format format) noexcept;

/// One document as a reader gives it: text plus what its container says of it.
struct Document {
    std::string source;     ///< path as given; records of a .jsonl: `path#id`
    std::string record_id;  ///< `id` of a record; empty for files
    std::string title;      ///< title of the container (record field, HTML title); may be empty
    std::string text;       ///< valid UTF-8 exactly as stored; offsets everywhere point into it
    Format format = Format::text;
    /// Further string fields of a record (`number`, `date`, `issuer`, ...), as given.
    std::map<std::string, std::string> metadata;
};

/// A file or record that could not be read, and why (one line, English).
struct Rejection {
    std::string source;
    std::string reason;
};

/// What identifies the stored state of a file: when it is equal, the file is not read again.
struct Fingerprint {
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;
    friend bool operator==(const Fingerprint&, const Fingerprint&) noexcept = default;
};

}  // namespace tracuu::corpus
