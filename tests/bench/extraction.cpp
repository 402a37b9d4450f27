// bench_extraction generated | hostile | TEXT FOLDER | ARTICLES.jsonl ...: how fast one core
// reads what texts say.
//
// Prints one JSON line for each set of texts: MB/s of the whole extraction, and as floor, in the
// same run, MB/s of bringing the same bytes to NFC with ICU, which any program that compares
// Vietnamese words has to do. `ratio` is extraction time over floor time. `generated` is an
// ordinary plan, `hostile` 50 MB each of what a bad file may hold.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "tests/bench/generated_text.hpp"

namespace fs = std::filesystem;
using namespace tracuu;

namespace {

constexpr std::size_t kMega = 1000000;
constexpr int kRounds = 5;

using Texts = std::vector<std::string>;

std::size_t bytes_of(const Texts& texts) {
    std::size_t sum = 0;
    for (const std::string& text : texts) sum += text.size();
    return sum;
}

template <typename Work>
double seconds(const Texts& texts, Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& text : texts) work(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::size_t kept = 0;  // keeps results alive in the eyes of the optimiser

void extract(const std::string& text) {
    kept += analyzers::extract(text).citations.size();
}

void normalize(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    kept += out.size();
}

// The median of a few rounds, extraction and floor in turn, so that both meet the same machine.
void measure(const std::string& name, const Texts& texts, int rounds) {
    std::vector<double> ours, floor;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(seconds(texts, extract));
        floor.push_back(seconds(texts, normalize));
    }
    std::nth_element(ours.begin(), ours.begin() + rounds / 2, ours.end());
    std::nth_element(floor.begin(), floor.begin() + rounds / 2, floor.end());
    const double took = ours[static_cast<std::size_t>(rounds / 2)];
    const double least = floor[static_cast<std::size_t>(rounds / 2)];
    const double megabytes = static_cast<double>(bytes_of(texts)) / kMega;
    std::printf(
        "{\"bench\":\"extraction\",\"texts\":\"%s\",\"documents\":%zu,\"mb\":%.1f,"
        "\"mb_per_s\":%.1f,\"floor_nfc_mb_per_s\":%.1f,\"ratio\":%.1f}\n",
        name.c_str(), texts.size(), megabytes, megabytes / took, megabytes / least, took / least);
    std::fflush(stdout);
}

std::string read_whole(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Texts folder_of_texts(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    Texts texts;
    for (const fs::path& file : files) texts.push_back(read_whole(file));
    return texts;
}

// Enough of a large file: the records of its first 20 MB.
Texts lines_of(const fs::path& file) {
    Texts texts;
    std::ifstream in(file);
    std::size_t bytes = 0;
    for (std::string line; bytes < 20 * kMega && std::getline(in, line); bytes += line.size()) {
        texts.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
    }
    return texts;
}

void measure_hostile() {
    const std::pair<const char*, const char*> pieces[] = {
        {"hostile: one paragraph of numbers", "số 18, 19, "},
        {"hostile: open brackets", "((((\u201c\u201c[[["},
        {"hostile: cues without end", "thực hiện theo quy định tại điểm a khoản 1 Điều "},
        {"hostile: bodies without end", "Sở Nội vụ, Ủy ban nhân dân các "},
        {"hostile: markers", "1.1.1.1.1. a) "},
        {"hostile: dates", "từ ngày 01/01/2018 đến "},
        {"hostile: empty lines", "\n\n \n"},
        {"hostile: short lines", "a) x\n"},
    };
    for (const auto& [name, piece] : pieces) {
        measure(name, {bench::repeated(piece, 50 * kMega)}, 1);
    }
}

}  // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const fs::path path = argv[i];
        if (path == "generated") {
            measure(path, Texts(100, bench::generated_plan(100000, 1)), kRounds);
        } else if (path == "hostile") {
            measure_hostile();
        } else {
            measure(path.filename(),
                    fs::is_directory(path) ? folder_of_texts(path) : lines_of(path), kRounds);
        }
    }
    return kept == 0 ? 1 : 0;
}
