#!/usr/bin/env bash
# Fuzzes every target of a TRACUU_FUZZ build for some seconds: run.sh <build folder> <seconds>.
# New inputs go to <build folder>/fuzz-corpus; a crash is kept there and ends the run with 1.
set -euo pipefail
build=$(realpath "$1")
seconds=$2
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")

for source in "$here"/fuzz_*.cpp; do
  target=$(basename "$source" .cpp)
  found=$build/fuzz-corpus/${target#fuzz_}
  mkdir -p "$found"
  printf '== %s, %s seconds\n' "$target" "$seconds"
  program=$(find "$build" -name "$target" -type f -perm -u+x | head -n 1)
  dictionary=()
  [ ! -f "$here/$target.dict" ] || dictionary=("-dict=$here/$target.dict")
  "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$found/crash-" "${dictionary[@]}" "$found" "$here/corpus/${target#fuzz_}" \
    2>&1 | grep -E 'ERROR|SUMMARY|does not hold|stat::number_of_executed|Test unit written' || true
  if compgen -G "$found/crash-*" >/dev/null; then
    echo "$target: see $found"
    exit 1
  fi
done
