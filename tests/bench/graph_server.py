#!/usr/bin/env python3
"""graph_server.py TRACUU INDEX DOCUMENTS: memory of `tracuu serve` on the generated graph.

Asks every kind of question about citations, eight at a time, of the most cited documents and of
others, and reads 100 MB of the export. Prints one JSON line: `start_ms` until the first answer,
`memory_mb` afterwards, at most, and what of it is the mapped index, which the system may take back,
and the slowest answer of each kind. Ends with 1 when one fails.
"""
import json
import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

CLIENTS = 8
ROUNDS = 10  # of all questions, by each client
EXPORTED = 100_000_000  # bytes

QUESTIONS = {
    "cited_by": "/documents/{id}/cited-by",
    "cited_by_depth_3": "/documents/{id}/cited-by?depth=3",
    "cited_by_newest": "/documents/{id}/cited-by?sort=newest&depth=2",
    "cited_by_authority": "/documents/{id}/cited-by?sort=authority&depth=2&type=K%E1%BA%BF%20ho%E1%BA%A1ch",
    "cites_depth_10": "/documents/{id}/cites?depth=10&limit=200",
    "graph": "/documents/{id}/graph?depth=2&limit=500",
    "implementation": "/documents/{id}/implementation",
    "similar": "/documents/{id}/similar?by=coupling",
    "paths": "/paths?from={other}&to={id}",
    "document": "/documents/{id}",
    "feed": "/feeds/cited-by/{id}.atom",
    "documents": "/documents?limit=200&offset=1000",
    "documents_by_authority": "/documents?sort=authority",
    "wanted": "/wanted",
    "stats": "/stats",
}


def name_of(document):
    return f"{document}-kh-ubnd.kon-tum.2018-03-15"


def ask(port, target, most=None):
    """The status, and as many bytes of the answer as `most` allows."""
    with socket.create_connection(("127.0.0.1", port), timeout=120) as connection:
        connection.sendall(f"GET /api/v1{target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        head = connection.recv(65536)
        size = len(head)
        while most is None or size < most:
            piece = connection.recv(1 << 20)
            if not piece:
                break
            size += len(piece)
    return int(head.split()[1]), size


def memory_of(process):
    wanted = ("VmRSS", "VmHWM", "RssFile")
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    values = dict(line.split(":", 1) for line in lines)
    return {name: round(int(values[name].split()[0]) / 1024, 1) for name in wanted}


def client(port, documents, seed, slowest, failed):
    chosen = random.Random(seed)
    for turn in range(ROUNDS):
        # The most cited ones, whose answers are large, and any.
        document = chosen.randrange(10) if turn % 2 == 0 else chosen.randrange(documents)
        names = {"id": name_of(document), "other": name_of(documents - 1 - chosen.randrange(1000))}
        for kind in chosen.sample(sorted(QUESTIONS), len(QUESTIONS)):
            start = time.monotonic()
            status, _ = ask(port, QUESTIONS[kind].format(**names))
            slowest[kind] = max(slowest.get(kind, 0), round((time.monotonic() - start) * 1000, 1))
            if status != 200:
                failed.append((kind, document, status))


def main():
    tracuu, index, documents = sys.argv[1], sys.argv[2], int(sys.argv[3])
    start = time.monotonic()
    process = subprocess.Popen([tracuu, "serve", "--index", index, "--listen", "127.0.0.1:0", "--notice", "0"],
                               stdout=subprocess.PIPE, text=True)
    lines = iter(process.stdout.readline, "")
    address = next((line for line in lines if line.startswith("http")), None)
    if address is None:
        sys.exit("graph_server.py: the server did not start")
    port = int(address.rsplit(":", 1)[1])
    ask(port, "/stats")
    start_ms = round((time.monotonic() - start) * 1000, 1)
    slowest, failed = {}, []
    clients = [threading.Thread(target=client, args=(port, documents, seed, slowest, failed)) for seed in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    asked = memory_of(process)
    status, exported = ask(port, "/export/edges?format=graphml", EXPORTED)
    if status != 200:
        failed.append(("export", 0, status))
    memory = memory_of(process)
    process.terminate()
    process.wait(60)
    print(json.dumps({"bench": "graph_server", "documents": documents, "start_ms": start_ms,
                      "requests": CLIENTS * ROUNDS * len(QUESTIONS), "failed": len(failed),
                      "memory_mb": {"now": asked["VmRSS"], "most": memory["VmHWM"], "mapped": asked["RssFile"]},
                      "exported_mb": round(exported / 1e6, 1),
                      "after_export_mb": memory["VmRSS"], "slowest_ms": slowest}))
    if failed:
        sys.exit(f"graph_server.py: {len(failed)} answers failed, such as {failed[0]}")


main()
