#!/usr/bin/env python3
"""How fast texts are indexed and searched, beside SQLite FTS5 and, where it is at hand, Lucene 8.

Usage: search.py TRACUU WORK index|search|suggest... [--shared DIR]

Prints one JSON line for each measurement; `ratio` is our time over the peer's in the same run. The texts are the law
articles of DIR/bench, else generated ones (the same in every run). Indexes and databases stay in WORK.
"""
import itertools
import json
import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request

SEED = 20180315
GENERATED = 20_000  # documents
JARS = [f"/usr/share/java/lucene-{part}-8.7.0.jar"
        for part in ("core", "analyzers-common", "queryparser", "queries", "sandbox")]


def say(bench, **figures):
    print(json.dumps({"bench": bench, **figures}, ensure_ascii=False), flush=True)


def words_of(text):
    return re.findall(r"\w+", text)


def percentiles(times):
    times = sorted(times)
    return {"p50_ms": round(times[len(times) // 2], 3), "p99_ms": round(times[int(len(times) * 0.99)], 3)}


def generated_records(count):
    """Records of words as frequent as those of a language: the n-th word stands 1/n as often as the first."""
    dice = random.Random(SEED)
    syllables = [onset + rime for onset, rime in itertools.product(
        "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(),
        "a an ang ạch ào ất ê iên iệt ình o ông ơi ợp u ước uy ủy y ế ội ữ ải âm ên".split())]
    dice.shuffle(syllables)
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(syllables))))
    for number in range(count):
        size = dice.randint(60, 600)
        text = dice.choices(syllables, cum_weights=weights, k=size)
        for end in range(20, size, 20):
            text[end] += "."
        title = ("Nghị định", "Thông tư", "Quyết định")[number % 3] + f" {number}/2020 " + " ".join(text[:8])
        yield {"id": f"g{number}", "title": title, "text": " ".join(text)}


class Corpus:
    def __init__(self, work, shared):
        packed = shared / "bench/retrieval/corpus.jsonl.zst" if shared else None
        self.name = "articles" if packed and packed.is_file() else "generated"
        self.path = work / f"{self.name}.jsonl"
        if not self.path.is_file():
            if self.name == "articles":
                subprocess.run(["zstd", "-q", "-d", packed, "-o", self.path], check=True)
            else:
                self.path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n"
                                             for record in generated_records(GENERATED)), encoding="utf-8")
        self.mega_bytes = self.path.stat().st_size / 1e6

    def records(self):
        with self.path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def queries_of(corpus, shared):
    """The judged questions, phrases of the texts, and words with a filter on the type: lists of (qid, text)."""
    dice = random.Random(SEED)
    records = list(itertools.islice(corpus.records(), 0, None, 50))
    def piece(least, most):
        while True:
            sentence = words_of(dice.choice(re.split(r"[.;:,\n]", dice.choice(records)["text"])))
            size = dice.randint(least, most)
            if len(sentence) >= size:
                begin = dice.randint(0, len(sentence) - size)
                return " ".join(sentence[begin:begin + size])
    if corpus.name == "articles":
        lines = (shared / "bench/retrieval/queries.jsonl").read_text(encoding="utf-8").splitlines()
        questions = [(row["qid"], row["text"]) for row in map(json.loads, lines)]
    else:
        questions = [(str(number), piece(9, 14) + "?") for number in range(500)]
    phrases = [(str(number), piece(2, 4)) for number in range(300)]
    filtered = [(str(number), piece(2, 3)) for number in range(300)]
    return questions, phrases, filtered


def index_ours(tracuu, corpus, work):
    target = work / f"{corpus.name}.index"
    shutil.rmtree(target, ignore_errors=True)
    before = time.perf_counter()
    subprocess.run([tracuu, "index", "--quiet", "--jobs", "2", "--index", target, corpus.path], check=True,
                   stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - before
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file()) / 1e6
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    return target, seconds, size, memory


def index_sqlite(corpus, work):
    path = work / f"{corpus.name}.db"
    path.unlink(missing_ok=True)
    before = time.perf_counter()
    database = sqlite3.connect(path)
    database.execute("pragma journal_mode=off")
    database.execute("pragma synchronous=off")
    database.execute("create virtual table d using fts5(id unindexed, type, title, text, "
                     "tokenize='unicode61 remove_diacritics 2')")
    database.executemany("insert into d values (?, ?, ?, ?)",
                         ((one["id"], " ".join(one["title"].split()[:2]), one["title"], one["text"])
                          for one in corpus.records()))
    database.execute("insert into d(d) values ('optimize')")
    database.commit()
    return database, time.perf_counter() - before


class Lucene:
    """The peers of DIR/bench/peers; None where they or Java are not at hand."""
    @staticmethod
    def find(work, shared):
        peers = shared / "bench/peers" if shared else None
        ready = peers and peers.is_dir() and shutil.which("javac") and all(map(os.path.isfile, JARS))
        return Lucene(work, peers) if ready else None

    def __init__(self, work, peers):
        self.work = work / "lucene"
        self.work.mkdir(exist_ok=True)
        for source in peers.glob("*.java"):
            shutil.copy(source, self.work)
        subprocess.run(["javac", "-cp", ":".join(JARS), "LucenePeer.java", "LuceneShingle.java"], cwd=self.work,
                       check=True)

    def run(self, peer, *arguments):
        done = subprocess.run(["java", "-Xmx6g", "-cp", ":".join(JARS + ["."]), peer, *map(str, arguments)],
                              cwd=self.work, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return json.loads(done.stdout)

    def index(self, peer, corpus):
        shutil.rmtree(self.work / peer, ignore_errors=True)
        return self.run(peer, "index", corpus.path.resolve(), peer, 2)["index_s"]


def bench_index(tracuu, corpus, work, shared):
    _, seconds, size, memory = index_ours(tracuu, corpus, work)
    database, sqlite_seconds = index_sqlite(corpus, work)
    database.close()
    figures = {"corpus": corpus.name, "mb": round(corpus.mega_bytes), "seconds": round(seconds, 1),
               "mb_per_s": round(corpus.mega_bytes / seconds, 2), "memory_gb": round(memory, 2),
               "index_times_text": round(size / corpus.mega_bytes, 2)}
    say("index", **figures, peer="sqlite-fts5", peer_seconds=round(sqlite_seconds, 1),
        ratio=round(seconds / sqlite_seconds, 2))
    lucene = Lucene.find(work, shared)
    for peer in ("LuceneShingle", "LucenePeer") if lucene else ():
        peer_seconds = lucene.index(peer, corpus)
        say("index", **figures, peer=peer, peer_seconds=peer_seconds, ratio=round(seconds / peer_seconds, 2))


def ask_ours(tracuu, index, queries, work):
    path = work / "asked.jsonl"
    path.write_text("".join(json.dumps({"qid": qid, "text": text}, ensure_ascii=False) + "\n"
                            for qid, text in queries), encoding="utf-8")
    done = subprocess.run([tracuu, "search", "--index", index, "--queries", path, "--limit", "100", "--format", "trec"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stderr.splitlines()[-1]), done.stdout


def ask_sqlite(database, expressions, condition=""):
    times = []
    for expression in expressions:
        before = time.perf_counter()
        database.execute(f"select id from d where d match ? {condition} order by rank limit 100",
                         (expression,)).fetchall()
        times.append((time.perf_counter() - before) * 1000)
    return percentiles(times)


def compare(name, ours, peer, theirs, **more):
    say(name, **more, p50_ms=ours["p50_ms"], p99_ms=ours["p99_ms"], peer=peer, peer_p50_ms=theirs["p50_ms"],
        peer_p99_ms=theirs["p99_ms"], ratio=round(ours["p50_ms"] / theirs["p50_ms"], 3),
        ratio_p99=round(ours["p99_ms"] / theirs["p99_ms"], 3))


def quality(shared, run, work):
    path = work / "asked.trec"
    path.write_text(run, encoding="utf-8")
    done = subprocess.run([sys.executable, shared / "eval/retrieval.py", shared / "bench/retrieval/qrels.tsv", path],
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def bench_search(tracuu, corpus, work, shared):
    index = work / f"{corpus.name}.index"
    if not index.is_dir():
        index_ours(tracuu, corpus, work)
    questions, phrases, filtered = queries_of(corpus, shared)
    database, _ = index_sqlite(corpus, work)
    asked, run = ask_ours(tracuu, index, questions, work)
    few = questions[:200]  # SQLite takes half a second for each
    compare("search_questions", asked, "sqlite-fts5",
            ask_sqlite(database, [" OR ".join(f'"{word}"' for word in words_of(text)) for _, text in few]),
            corpus=corpus.name, queries=len(questions))
    lucene = Lucene.find(work, shared)
    if lucene and corpus.name == "articles":
        if not (lucene.work / "LucenePeer").is_dir():
            lucene.index("LucenePeer", corpus)
        retrieval = shared / "bench/retrieval"
        theirs = lucene.run("LucenePeer", "query", "LucenePeer", retrieval / "queries.jsonl", retrieval / "qrels.tsv",
                            "or")
        asked, run = ask_ours(tracuu, index, questions, work)
        compare("search_questions", asked, "lucene8", theirs, corpus=corpus.name, queries=len(questions))
        say("search_quality", corpus=corpus.name, **quality(shared, run, work), peer="lucene8",
            peer_ndcg10=theirs["ndcg10"])
    asked, _ = ask_ours(tracuu, index, [(qid, f'"{text}"') for qid, text in phrases], work)
    compare("search_phrases", asked, "sqlite-fts5", ask_sqlite(database, [f'"{text}"' for _, text in phrases]),
            corpus=corpus.name, queries=len(phrases))
    asked, _ = ask_ours(tracuu, index, [(qid, f'loại:"thông tư" {text}') for qid, text in filtered], work)
    every = [" ".join(f'"{word}"' for word in words_of(text)) + ' type:"thông tư"' for _, text in filtered]
    compare("search_filtered", asked, "sqlite-fts5", ask_sqlite(database, every), corpus=corpus.name,
            queries=len(filtered))


def bench_suggest(tracuu, corpus, work, shared):
    """Completions through HTTP, a request for every key that is pressed; the floor is a request that does nothing."""
    index = work / f"{corpus.name}.index"
    if not index.is_dir():
        index_ours(tracuu, corpus, work)
    _, phrases, _ = queries_of(corpus, shared)
    server = subprocess.Popen([tracuu, "serve", "--index", index, "--listen", "127.0.0.1:8797"],
                              stdout=subprocess.DEVNULL)
    try:
        def ask(path):
            before = time.perf_counter()
            with urllib.request.urlopen("http://127.0.0.1:8797" + path) as answer:
                answer.read()
            return (time.perf_counter() - before) * 1000
        for attempt in range(100):
            try:
                ask("/healthz")
                break
            except OSError:
                time.sleep(0.1)
        typed = [text[:end] for _, text in phrases[:60] for end in range(1, len(text) + 1)]
        times = [ask("/api/v1/suggest?q=" + urllib.parse.quote(text)) for text in typed]
        floor = percentiles([ask("/healthz") for _ in typed])
        compare("suggest", percentiles(times), "healthz", floor, corpus=corpus.name, queries=len(typed))
    finally:
        server.terminate()
        server.wait()


def main():
    arguments = sys.argv[1:]
    shared = None
    if "--shared" in arguments:
        at = arguments.index("--shared")
        shared = pathlib.Path(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) < 3:
        sys.exit(__doc__)
    tracuu, work = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1])
    work.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(work, shared)
    benches = {"index": bench_index, "search": bench_search, "suggest": bench_suggest}
    for name in arguments[2:]:
        benches[name](tracuu, corpus, work, shared)


if __name__ == "__main__":
    main()
