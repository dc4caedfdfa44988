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
browser=(--locked --package islands --target wasm32-unknown-unknown --target-dir target/wasm --profile wasm-quick)

format() { cargo fmt --all --check; }

licences() { node tools/licences.mjs; }

lints() {
  cargo clippy "${workspace[@]}" --all-targets -- -D warnings
  cargo clippy "${browser[@]}" -- -D warnings
  # As the quick build has the server.
  cargo clippy "${workspace[@]}" --no-default-features -- -D warnings
  # The lock file of what looks for crashes follows ours.
  cargo update --locked --quiet --workspace --manifest-path fuzz/Cargo.toml
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
  export PREAU_BIN=target/debug/preau
  local failed=target/journeys-failed
  node --test --test-concurrency=2 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./end2end/failed-files.mjs --test-reporter-destination=$failed end2end/tests/*.spec.mjs && return
  # A browser on a machine that is busy elsewhere can miss its moment: a few files get a second try, alone, and that is
  # told. What is wrong fails again.
  local again
  mapfile -t again <$failed
  [ ${#again[@]} -ge 1 ] && [ ${#again[@]} -le 3 ] || return 1
  printf '\n=== journeys, a second time: %s\n' "${again[*]##*/}"
  node --test --test-concurrency=1 --test-reporter=spec "${again[@]}" || return 1
  printf '=== journeys that passed the second time only: %s\n' "${again[*]##*/}"
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
