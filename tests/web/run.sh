#!/usr/bin/env bash
# Runs the browser tests for CTest. Without what they need they are skipped (77) with the reason;
# ./dev test installs it all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../web"

skip() { echo "skipped: $*"; exit 77; }
command -v node >/dev/null || skip "no node"
[ -d node_modules ] || skip "web/node_modules is missing: npm ci"
[ -f dist/index.html ] || skip "web/dist is missing: npm run build"
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "no browser; set CHROMIUM"
exec node test.mjs
