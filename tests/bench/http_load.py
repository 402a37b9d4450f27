#!/usr/bin/env python3
"""http.py TRACUU IN_PROCESS WORK DOCUMENTS [--soak SECONDS]: the benchmarks of the HTTP server.

Prints one JSON line each: requests per second of searches through HTTP against the same ones in
process and against a handler that does nothing, all in this run; start-up time and memory. With
--soak: mixed load at saturation while the index is replaced every 20 seconds.
"""
import argparse
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
WORDS = """nghị quyết kế hoạch triển khai tổ chức bộ máy tinh gọn biên chế cải cách hành chính chuyển đổi số
giáo dục y tế nông thôn mới giảm nghèo bảo hiểm xã hội đầu tư công đất đai môi trường khoa học công nghệ
doanh nghiệp nhà nước công chức viên chức sở nội vụ ủy ban nhân dân tỉnh""".split()
SECONDS = 5


def search_targets(count=100):
    chosen = random.Random(7)
    queries = [" ".join(chosen.sample(WORDS, chosen.randint(1, 4))) for _ in range(count)]
    return ["/api/v1/search?q=" + quote(query) for query in queries]


def mixed_targets():
    targets = search_targets(200)
    for word in WORDS[:20]:
        targets += ["/api/v1/suggest?q=" + quote(word), "/api/v1/tasks?limit=5&q=" + quote(word)]
    targets += ["/api/v1/documents?limit=50", "/api/v1/stats", "/api/v1/wanted", "/readyz"] * 4
    targets += ["/api/v1/bodies", "/metrics"]
    targets += ["POST Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017"] * 10
    targets += ["/api/v1/export/edges", "/api/v1/export/tasks?format=csv"]
    random.Random(7).shuffle(targets)
    return targets


class Server:
    """`tracuu serve` on a free port."""

    def __init__(self, tracuu, index):
        start = time.monotonic()
        self.process = subprocess.Popen([tracuu, "serve", "--index", index, "--listen", "127.0.0.1:0", "--notice", "0"],
                                        stdout=subprocess.PIPE, text=True)
        self.url = ""
        while not self.url.startswith("http"):
            line = self.process.stdout.readline()
            if not line:
                sys.exit("http.py: the server did not start")
            self.url = line.strip()
        self.start_ms = (time.monotonic() - start) * 1000

    def memory_mb(self, kind="VmRSS"):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(kind + ":"):
                return round(int(line.split()[1]) / 1024, 1)
        return 0

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(60) != 0:
            sys.exit("http.py: the server did not end well")


def load(server, targets, work, threads, connections, seconds):
    file = work / "targets.txt"
    file.write_text("\n".join(targets) + "\n", encoding="utf-8")
    out = subprocess.run(["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s",
                          HERE / "http.lua", server.url], env={**os.environ, "TARGETS": str(file)},
                         stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(out.splitlines()[-1])


def rate(result):
    return round(result["requests"] / result["seconds"], 1)


def alone(program, index, targets, work, threads):
    file = work / "targets.txt"
    file.write_text("\n".join(targets) + "\n", encoding="utf-8")
    out = subprocess.run([program, index, file, str(threads), str(SECONDS)], stdout=subprocess.PIPE, text=True,
                         check=True).stdout
    return json.loads(out)


def bench(options, index):
    targets = search_targets()
    server = Server(options.tracuu, index)
    idle = server.memory_mb()
    load(server, targets, options.work, 2, 4, 1)  # warms up
    # In turns, so that whatever else the machine does meets both; of several rounds the middle one.
    rounds = [(load(server, targets, options.work, 2, 4, SECONDS), alone(options.in_process, index, targets, options.work, 2))
              for _ in range(3)]
    http, process = sorted(rounds, key=lambda pair: rate(pair[0]) / rate(pair[1]))[1]
    empty = load(server, ["/healthz"], options.work, 2, 4, SECONDS)
    empty_one = load(server, ["/healthz"], options.work, 1, 1, 2)
    singles = [(load(server, targets, options.work, 1, 1, SECONDS), alone(options.in_process, index, targets, options.work, 1))
               for _ in range(5)]
    one, process_one = sorted(singles, key=lambda pair: pair[0]["p50_ms"] - pair[1]["p50_ms"])[2]
    peak = server.memory_mb("VmHWM")
    server.stop()
    print(json.dumps({"benchmark": "http_search", "threads": 2, "requests_per_s": rate(http),
                      "in_process_per_s": rate(process), "ratio": round(rate(http) / rate(process), 3),
                      "empty_handler_per_s": rate(empty), "empty_handler_p50_ms": empty_one["p50_ms"], "p50_ms": one["p50_ms"],
                      "in_process_p50_ms": process_one["p50_ms"],
                      "p50_overhead_ms": round(one["p50_ms"] - process_one["p50_ms"], 3),
                      "p99_ms": http["p99_ms"], "failed": http["status_errors"] + http["socket_errors"]}))
    print(json.dumps({"benchmark": "http_serve", "start_ms": round(server.start_ms, 1), "memory_idle_mb": idle,
                      "memory_peak_mb": peak}))


def replace_index(options, index, end, done):
    """Every 20 seconds another state: all documents, or all but the first."""
    files = sorted(path for path in options.documents.rglob("*") if path.is_file())
    due = time.monotonic() + 20
    while max(due, time.monotonic()) < end:
        time.sleep(max(0, due - time.monotonic()))
        due += 20
        chosen = files[1:] if len(done) % 2 == 0 else files
        subprocess.run([options.tracuu, "index", "--quiet", "--rebuild", "--index", index, *chosen], check=True,
                       stdout=subprocess.DEVNULL)
        done.append(time.monotonic())


def soak(options, index):
    server = Server(options.tracuu, index)
    end = time.monotonic() + options.soak
    replaced, memory = [], []

    def watch():
        while time.monotonic() < end:
            memory.append(server.memory_mb())
            time.sleep(10)

    helpers = [threading.Thread(target=replace_index, args=(options, index, end, replaced)),
               threading.Thread(target=watch)]
    for helper in helpers:
        helper.start()
    result = load(server, mixed_targets(), options.work, 2, 16, options.soak)
    for helper in helpers:
        helper.join()
    server.stop()
    print(json.dumps({"benchmark": "http_soak", "seconds": options.soak, "replaced": len(replaced),
                      "requests_per_s": rate(result), "requests": result["requests"],
                      "failed": result["status_errors"] + result["socket_errors"], "p50_ms": result["p50_ms"],
                      "p99_ms": result["p99_ms"], "max_ms": result["max_ms"], "memory_mb": memory}))
    return result["status_errors"] + result["socket_errors"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tracuu")
    parser.add_argument("in_process")
    parser.add_argument("work", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--soak", type=int, metavar="SECONDS")
    options = parser.parse_args()
    index = options.work / "http_index"
    subprocess.run([options.tracuu, "index", "--quiet", "--rebuild", "--index", index, options.documents], check=True,
                   stdout=subprocess.DEVNULL)
    if options.soak:
        sys.exit(1 if soak(options, index) else 0)
    bench(options, index)


if __name__ == "__main__":
    main()
