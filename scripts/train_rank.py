#!/usr/bin/env python3
"""Trains the second stage of the search: writes indexer/data/rank_trees.tsv.

Usage: scripts/train_rank.py QRELS FEATURES...

QRELS: lines "query<TAB>document[<TAB>...]" of what answers a query. FEATURES: what
`bench_rank_features INDEX QUERIES 160` prints; one file for each way of typing the same queries (as typed, half
and without accents), so that the weights hold for all of them.

Boosted trees, small on purpose: they may ask for a feature of a document and for its distance from the best
document of the same query. First every half of the queries is scored by a model of the other half (the honest
figure), then the model of all queries is written. The same input gives the same file.
Needs python3-numpy and python3-sklearn of Debian.
"""
import hashlib
import math
import pathlib
import sys

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

DEPTH = 50  # best documents of a query that are learnt from
OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "indexer" / "data" / "rank_trees.tsv"
HEAD = """\
# Boosted trees of the second stage of the search: regression trees whose leaves add up to the score.
# Columns: tree, node (0 is the root), feature (indexer/rank/stream_match.hpp; "-name" is its distance from the best
# document of the query; empty for a leaf), threshold (at most this goes left), left, right, value (of a leaf).
# Source: scripts/train_rank.py on the judged questions of a public retrieval set; see docs/evaluation.md.
"""
NAMES = ("bm25_words bm25_graded bm25_pairs bm25_pairs_graded words pairs title_words title_pairs window_40 window_120 "
         "run shortness heading_words heading_pairs triples definition title_cover heading_cover near_pairs "
         "window_20").split()


def read_judgements(path):
    answers = {}
    for line in open(path, encoding="utf-8"):
        query, document = line.rstrip("\n").split("\t")[:2]
        answers.setdefault(query, set()).add(document)
    return answers


def read_features(path, answers):
    rows = {}
    for line in open(path, encoding="utf-8"):
        query, document, features = line.rstrip("\n").split("\t")
        rows.setdefault(query, []).append((document in answers.get(query, ()), features.split()))
    return {query: (with_distance(numpy.array([f for _, f in found], dtype=float)),
                    numpy.array([hit for hit, _ in found], dtype=float)) for query, found in rows.items()}


def with_distance(features):
    return numpy.hstack([features, features - features.max(0)])


def half_of(query):
    return int(hashlib.sha1(query.encode()).hexdigest(), 16) % 2


def train(runs, wanted):
    chosen = [(x[:DEPTH], y[:DEPTH]) for run in runs for query, (x, y) in sorted(run.items())
              if wanted(query) and y.any()]
    model = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.05, max_leaf_nodes=6, min_samples_leaf=200, l2_regularization=5.0,
        early_stopping=False, random_state=1)
    return model.fit(numpy.vstack([x for x, _ in chosen]), numpy.concatenate([y for _, y in chosen]))


def ndcg(run, answers, model, wanted):
    total, queries = 0.0, 0
    for query, right in answers.items():
        if not wanted(query):
            continue
        queries += 1
        if query not in run:
            continue
        x, y = run[query]
        order = numpy.argsort(-model.decision_function(x), kind="stable")[:10]
        ideal = sum(1 / math.log2(i + 2) for i in range(min(10, len(right))))
        total += sum(y[at] / math.log2(i + 2) for i, at in enumerate(order)) / ideal
    return total / max(queries, 1)


def feature_name(index):
    return NAMES[index] if index < len(NAMES) else "-" + NAMES[index - len(NAMES)]


def write(model, path):
    lines = [HEAD + "tree\tnode\tfeature\tthreshold\tleft\tright\tvalue\n"]
    for number, (tree,) in enumerate(model._predictors):
        for index, node in enumerate(tree.nodes):
            if node["is_leaf"]:
                lines.append(f"{number}\t{index}\t\t\t\t\t{node['value']:.5g}\n")
            else:
                lines.append(f"{number}\t{index}\t{feature_name(node['feature_idx'])}\t{node['num_threshold']:.5g}\t"
                             f"{node['left']}\t{node['right']}\t\n")
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    answers = read_judgements(sys.argv[1])
    runs = [read_features(path, answers) for path in sys.argv[2:]]
    models = [train(runs, lambda query, part=part: half_of(query) == part) for part in (0, 1)]
    for path, run in zip(sys.argv[2:], runs):
        halves = [ndcg(run, answers, models[1 - part], lambda query, part=part: half_of(query) == part)
                  for part in (0, 1)]
        print(f"{path}: nDCG@10 of the half not learnt from {halves[0]:.4f} and {halves[1]:.4f}, "
              f"mean {sum(halves) / 2:.4f}")
    write(train(runs, lambda query: True), OUTPUT)
    print(f"written: {OUTPUT.name}")


if __name__ == "__main__":
    main()
