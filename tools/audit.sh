#!/usr/bin/env bash
# Compares the libraries with what is known against them (RustSec), then with deny.toml: licences, what is banned, where
# they come from.
#     tools/audit.sh
# The advisory database is fetched, unless a copy of it is given by PREAU_ADVISORY_DB or is in ../shared/advisory-db.
set -euo pipefail
cd "$(dirname "$0")/.."

database=${PREAU_ADVISORY_DB:-}
[ -n "$database" ] || { [ -d ../shared/advisory-db ] && database=../shared/advisory-db; }
# What is argued in docs/SECURITY.md, “Libraries”: the list is that of deny.toml, one advisory a line.
ignored=()
while read -r advisory; do ignored+=(--ignore "$advisory"); done < <(grep -o 'RUSTSEC-[0-9-]*[0-9]' deny.toml || true)

how=()
if [ -n "$database" ]; then
  [ -d "$database/crates" ] || { echo "audit: $database is no advisory database: it has no folder “crates”" >&2; exit 2; }
  echo "audit: with the copy in $database" >&2
  how=(--no-fetch --stale --db "$database")
fi
cargo audit "${how[@]}" "${ignored[@]}"
# Advisories are looked at above: cargo-deny takes a database from its own store only.
cargo deny --locked --workspace check bans licenses sources
