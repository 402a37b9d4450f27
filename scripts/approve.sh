#!/usr/bin/env bash
# Accepts the present output of the golden tests; read `git diff tests/golden` before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
TRACUU_APPROVE=1 ctest --test-dir "${1:-build/release}" -L golden --output-on-failure
git --no-pager diff --stat tests/golden
