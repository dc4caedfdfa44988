#!/usr/bin/env bash
# All the checks, in the order of the time they take; the first failure stops.
#     tools/test.sh                  everything
#     tools/test.sh format lints     only these: format licences lints tests postgres docs journeys hostile
# `make test` installs what it needs first.
set -euo pipefail
cd "$(dirname "$0")/.."

# One set of compiled crates for all the steps: the features cargo enables depend on the packages
# it is told about, so each step names the whole workspace. The exception is a build tool.
workspace=(--locked --workspace --exclude wasm-bindgen-tool)
browser=(--locked --package app --lib --no-default-features --features hydrate)
browser+=(--target wasm32-unknown-unknown --target-dir target/wasm --profile wasm-quick)

format() { cargo fmt --all --check; }

licences() { node tools/licences.mjs; }

lints() {
  cargo clippy "${workspace[@]}" --all-targets -- -D warnings
  cargo clippy "${browser[@]}" -- -D warnings
}

# On SQLite.
tests() { cargo nextest run "${workspace[@]}" --no-fail-fast; }

# The tests that touch a database, on PostgreSQL.
postgres() {
  tools/postgres.sh run cargo nextest run "${workspace[@]}" --no-fail-fast \
    --filterset 'package(backend) + package(server) + package(migrations)'
}

docs() { RUSTDOCFLAGS='-D warnings' cargo doc "${workspace[@]}" --no-deps; }

# What a browser does with the Markdown that people with bad intentions write.
hostile() { node end2end/hostile/hostile.mjs; }

# People's journeys, in a browser.
journeys() {
  node tools/assets.mjs --quick
  cargo build "${workspace[@]}" --bins --tests
  PREAU_BIN=target/debug/preau node --test --test-reporter=spec --test-concurrency=2 end2end/tests/*.spec.mjs
}

all=(format licences lints tests postgres docs journeys hostile)
[ $# -gt 0 ] || set -- "${all[@]}"
for step in "$@"; do
  declare -F "$step" >/dev/null || { echo "no step is called “$step”" >&2; exit 2; }
  printf '\n=== %s\n' "$step"
  SECONDS=0
  trap 'printf "=== %s failed after %s s\n" "$step" "$SECONDS" >&2' EXIT
  "$step"
  trap - EXIT
  printf '=== %s: %s s\n' "$step" "$SECONDS"
done
printf '\nAll is well.\n'
