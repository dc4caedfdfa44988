#!/usr/bin/env bash
# The quick build: target/quick/preau, and target/quick/preau-makers, which makes its documents and pictures.
#     tools/quick.sh          all of it
#     tools/quick.sh site     all but preau-makers
#     tools/quick.sh makers   the rest
# Two builds: crates that both have would otherwise be asked for what only one needs, and the site would wait for it.
set -euo pipefail
cd "$(dirname "$0")/.."

# Islands and server side by side, so that a core is never idle. The first to fail stops the other, and this script.
site() {
  cargo fetch --locked --quiet # once, or the two would wait for each other
  node tools/assets.mjs --quick &
  cargo build --locked --profile quick --bin preau --no-default-features &
  trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
  wait -n
  wait -n
}

makers() { cargo build --locked --profile quick --bin preau-makers --package makers "$@"; }

case ${1:-all} in
  site) site ;;
  makers) makers --quiet ;;
  *)
    site
    makers
    ;;
esac
