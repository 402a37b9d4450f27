#!/usr/bin/env bash
# Runs the checks by other people's programs for CTest. Without their packages they are skipped
# (77) with the reason; ./dev test installs them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

skip() { echo "skipped: $*"; exit 77; }
command -v node >/dev/null || skip "no node"
[ -d node_modules ] || skip "tests/interop/node_modules is missing: npm ci"
exec node --test ./*.test.mjs
