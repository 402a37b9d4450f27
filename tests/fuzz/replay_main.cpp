// Runs a fuzz target over committed inputs and seeded mutations of them, with any compiler:
// fuzz_<name> FOLDER [MUTATIONS]. TRACUU_SEED chooses other mutations; the seed is printed. An
// input that ends the process is kept as `crash-input` in the working folder.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/target.hpp"

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t bound) {
    return bound == 0 ? 0 : random() % bound;
}

// One change of one kind: a bit, a byte, a piece taken out, doubled, or cut off.
void mutate(std::string& input, Random& random) {
    const std::size_t at = below(random, input.size());
    const std::size_t length = below(random, std::min<std::size_t>(input.size() - at, 64)) + 1;
    switch (below(random, 6)) {
        case 0:
            if (!input.empty()) input[at] = static_cast<char>(input[at] ^ (1 << below(random, 8)));
            break;
        case 1:
            input.insert(at, 1, static_cast<char>(below(random, 256)));
            break;
        case 2:
            input.erase(at, length);
            break;
        case 3:
            input.insert(at, input.substr(at, length));
            break;
        case 4:
            input.resize(at);
            break;
        default:
            input.insert(at, 1, "\n/-.()\"'&<>#;:0 "[below(random, 16)]);
            break;
    }
}

const std::vector<std::uint8_t>* running = nullptr;

extern "C" void keep_input(int signal) {
    const int file = ::open("crash-input", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0 && running != nullptr) {
        static_cast<void>(!::write(file, running->data(), running->size()));
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const std::string& input) {
    // A copy of exact size: a sanitizer sees every read behind the end.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    running = &bytes;
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    running = nullptr;
}

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const char* seed_text = std::getenv("TRACUU_SEED");
    const std::uint64_t seed = seed_text != nullptr ? std::strtoull(seed_text, nullptr, 10) : 1;
    const int mutations = argc > 2 ? std::atoi(argv[2]) : 0;
    std::signal(SIGABRT, keep_input);
    Random random(seed);
    run("");
    const auto files = files_of(argv[1]);
    for (const fs::path& file : files) {
        const std::string input = read(file);
        std::printf("%s\n", file.filename().c_str());  // the last line names a crash
        std::fflush(stdout);
        run(input);
        for (int i = 0; i < mutations; ++i) {
            std::string changed = input;
            for (std::size_t steps = below(random, 4) + 1; steps > 0; --steps) {
                mutate(changed, random);
            }
            run(changed);
        }
    }
    std::printf("%zu inputs, %d mutations each, seed %llu\n", files.size(), mutations,
                static_cast<unsigned long long>(seed));
    return files.empty() ? 1 : 0;
}
