#include "corpus/readers/jsonl_reader.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

#include "corpus/readers/json_record.hpp"
#include "corpus/readers/line_stream.hpp"
#include "corpus/readers/text_check.hpp"
#include "support/error.hpp"

namespace tracuu::corpus {
namespace {

constexpr std::size_t kIdLimit = 512;

using Rejecter = std::function<void(std::string)>;

bool has_control(std::string_view text) noexcept {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20U || byte == 0x7FU;
    });
}

// The records of one file, checked against each other.
class Records {
  public:
    Records(std::string file, const ReadSink& sink) : file_(std::move(file)), sink_(sink) {}

    void add(std::string_view line, std::uint64_t number) {
        JsonRecord record;
        std::string reason = read_json_record(line, record);
        // A heading whose text is all in its title, or that was repealed, is still found by it.
        if (is_blank(record.text)) record.text = record.title;
        if (reason.empty()) reason = problem(record);
        if (!reason.empty()) {
            reject(number, std::move(reason));
            return;
        }
        Document document;
        document.source = file_ + "#" + record.id;
        document.record_id = std::move(record.id);
        document.title = std::move(record.title);
        document.text = std::move(record.text);
        document.format = Format::jsonl;
        document.metadata = std::move(record.fields);
        sink_.document(std::move(document));
    }

    void reject(std::uint64_t number, std::string reason) const {
        sink_.rejection({file_ + ":" + std::to_string(number), std::move(reason)});
    }

  private:
    [[nodiscard]] std::string problem(const JsonRecord& record) {
        if (record.id.size() > kIdLimit) return "`id` is longer than 512 bytes";
        if (has_control(record.id)) return "`id` has control characters";
        if (auto text = text_problem(record.text)) return "`text`: " + *text;
        if (!ids_.insert(record.id).second) return "`id` " + record.id + " stood before";
        return {};
    }

    std::string file_;
    const ReadSink& sink_;
    std::unordered_set<std::string> ids_;
};

// The next line; a file that cannot be read further is rejected and ends. Only the stream is
// inside the `try`: what the sink throws is not ours.
LineStream::Next next_line(LineStream& lines, std::string& line, const Rejecter& reject) {
    try {
        return lines.next(line);
    } catch (const support::Error& error) {
        reject(error.message());
        return LineStream::Next::end;
    }
}

std::optional<LineStream> open(const std::filesystem::path& file, const ReadLimits& limits,
                               const Rejecter& reject) {
    try {
        return std::optional<LineStream>(std::in_place, file, limits.file_bytes,
                                         limits.document_bytes);
    } catch (const support::Error& error) {
        reject(error.message());
        return std::nullopt;
    }
}

}  // namespace

void JsonlReader::read(const std::filesystem::path& file, const ReadSink& sink) const {
    const auto reject = [&](std::string reason) {
        sink.rejection({file.string(), std::move(reason)});
    };
    auto lines = open(file, limits_, reject);
    if (!lines) return;
    Records records(file.string(), sink);
    std::string line;
    for (;;) {
        const LineStream::Next next = next_line(*lines, line, reject);
        if (next == LineStream::Next::end) return;
        if (next == LineStream::Next::too_long) {
            records.reject(lines->number(), "record beyond the size limit");
            continue;
        }
        const bool first = lines->number() == 1;
        if (const auto wide = first ? wide_encoding(line) : std::nullopt) {
            return reject(*wide + " text; convert it to UTF-8");
        }
        const std::string_view content = first ? without_mark(line) : line;
        if (content.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        records.add(content, lines->number());
    }
}

}  // namespace tracuu::corpus
