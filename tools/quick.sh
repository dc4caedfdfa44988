#!/usr/bin/env bash
# The quick build: islands and server side by side, so that a core is never idle.
# The first to fail stops the other, and this script.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo fetch --locked --quiet # once, or the two would wait for each other

node tools/assets.mjs --quick &
cargo build --locked --profile quick --bin preau &
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
wait -n
wait -n
