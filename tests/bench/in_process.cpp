// in_process INDEX TARGETS THREADS SECONDS: asks the addresses of a file of the API without HTTP,
// and prints one JSON object: what the server could reach if HTTP cost nothing.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "server/api.hpp"

using namespace tracuu;
using Clock = std::chrono::steady_clock;

namespace {

std::vector<std::string> read_lines(const char* path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The times of one thread, in milliseconds.
std::vector<double> ask(server::Api& api, const std::vector<std::string>& targets, std::size_t at,
                        Clock::time_point end) {
    std::vector<double> times;
    for (Clock::time_point start = Clock::now(); start < end; ++at) {
        server::ApiRequest request;
        request.target = targets[at % targets.size()];
        request.host = "127.0.0.1";
        if (api.handle(request).reply.status != 200) std::abort();
        const Clock::time_point now = Clock::now();
        times.push_back(std::chrono::duration<double, std::milli>(now - start).count());
        start = now;
    }
    return times;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) return 2;
    const auto targets = read_lines(arguments[2]);
    const auto threads = std::strtoul(arguments[3], nullptr, 10);
    const std::chrono::duration<double> seconds{std::atof(arguments[4])};
    server::IndexPool pool(server::published_source({arguments[1]}));
    server::Metrics metrics;
    server::Api api(pool, metrics, server::StaticFiles({}));
    const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(seconds);
    std::vector<std::vector<double>> times(threads);
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < threads; ++i) {
            workers.emplace_back([&, i] { times[i] = ask(api, targets, i * 7919, end); });
        }
    }
    std::vector<double> all;
    for (const auto& part : times) all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end());
    std::printf("{\"requests\": %zu, \"seconds\": %.3f, \"p50_ms\": %.3f, \"p99_ms\": %.3f}\n",
                all.size(), seconds.count(), all[all.size() / 2], all[all.size() * 99 / 100]);
    return 0;
}
