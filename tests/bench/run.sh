#!/usr/bin/env bash
# run.sh BUILD [NAME...]: the benchmarks of the contract, one JSON line a result; all, or NAMEs.
# Where ../shared is at hand its texts are measured too. ./dev bench calls this.
set -euo pipefail
build=$1
shift
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(extraction index search suggest graph http)
shared=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)/shared
work=$build/bench
mkdir -p "$work"

articles() {  # the retrieval set, unpacked once
  local packed=$shared/bench/retrieval/corpus.jsonl.zst
  [ -f "$packed" ] || return 0
  [ -f "$work/articles.jsonl" ] || zstd -q -d "$packed" -o "$work/articles.jsonl"
  echo "$work/articles.jsonl"
}

bench_extraction() {
  local inputs=(generated)
  [ ! -d "$shared/policy/documents" ] || inputs+=("$shared/policy/documents")
  local file
  file=$(articles)
  [ -z "$file" ] || inputs+=("$file")
  "$build/tests/bench/bench_extraction" "${inputs[@]}" hostile
}

search_benches() {
  local known=()
  [ ! -d "$shared/bench" ] || known=(--shared "$shared")
  python3 tests/bench/search.py "$build/tracuu" "$work" "$1" "${known[@]}"
}
bench_index() { search_benches index; }
bench_search() { search_benches search; }
bench_suggest() { search_benches suggest; }

# A million documents and ten million edges, as an index that is made once (2 GB, some minutes).
# DOCUMENTS=100000 takes less.
bench_graph() {
  local documents=${DOCUMENTS:-1000000}
  local index=$work/graph-$documents
  # One that another version of the program has made is no longer read.
  "$build/tracuu" stats --index "$index" >/dev/null 2>&1 ||
    "$build/tests/bench/bench_graph" make "$documents" "$index"
  "$build/tests/bench/bench_graph" ask "$documents" "$index"
  python3 tests/bench/graph_server.py "$build/tracuu" "$index" "$documents"
}

http_benches() {  # [--soak SECONDS]
  command -v wrk >/dev/null || { echo "run.sh: wrk is not installed" >&2; exit 2; }
  local documents=corpus/sample/documents
  [ ! -d "$shared/policy/documents" ] || documents=$shared/policy/documents
  python3 tests/bench/http_load.py "$build/tracuu" "$build/tests/bench/bench_in_process" "$work" "$documents" "$@"
}
bench_http() { http_benches; }
# Not one of the benchmarks of every day: ./dev bench soak; SOAK_SECONDS=600 for a long one.
bench_soak() { http_benches --soak "${SOAK_SECONDS:-180}"; }

for name in "${names[@]}"; do
  declare -F "bench_$name" >/dev/null || { echo "run.sh: no benchmark '$name'" >&2; exit 2; }
  "bench_$name"
done
