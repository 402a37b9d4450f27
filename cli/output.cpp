#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "support/utf8.hpp"

namespace tracuu::cli {
namespace {

/// Control characters would break the promise of one line.
std::string one_line(std::string_view text) {
    std::string line(text);
    const auto is_control = [](char byte) {
        return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
    };
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    return line;
}

void pad(std::string& out, std::size_t have, std::size_t want) {
    if (have < want) out.append(want - have, ' ');
}

}  // namespace

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
    throw support::Error(support::ErrorCode::cannot_write, "cannot write", "standard output");
}

void flush() {
    if (std::fflush(stdout) == 0) return;
    throw support::Error(support::ErrorCode::cannot_write, "cannot write", "standard output");
}

void report(const support::Error& error) {
    complain(std::string(error.what()) + ". " + std::string(support::info(error.code()).remedy));
}

void complain(std::string_view line) {
    const std::string text = "tracuu: " + one_line(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string shorten(std::string_view text, std::size_t width) {
    const std::string line = one_line(text);
    if (support::count_code_points(line) <= width) return line;
    std::size_t at = 0;
    for (std::size_t count = 0; count + 1 < width; ++count) at += support::decode(line, at).length;
    return line.substr(0, at) + "…";
}

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], support::count_code_points(row[i]));
        }
    }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += row[i];
            if (i + 1 == row.size()) break;
            pad(out, support::count_code_points(row[i]), widths[i] + 2);
        }
        out += '\n';
    }
    return out;
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, '.');
    }
    return digits;
}

std::string decimal(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    std::string out(text.data());
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string readable_bytes(std::uint64_t bytes) {
    static constexpr std::array<const char*, 4> kUnits{"kB", "MB", "GB", "TB"};
    if (bytes < 1000) return std::to_string(bytes) + " B";
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    for (; value >= 1000 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
    return decimal(value, 1) + " " + kUnits[unit];
}

}  // namespace tracuu::cli
