#!/usr/bin/env bash
# Builds quickly, and serves. On a new machine the site opens before what makes documents and pictures is built: they
# wait for it.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -e target/quick/preau-makers ]; then
  tools/quick.sh
else
  tools/quick.sh site
  echo 'What makes documents and pictures is being built meanwhile: some minutes more.'
  { nice tools/quick.sh makers && echo 'Documents and pictures can be made now.'; } &
fi
exec target/quick/preau serve
