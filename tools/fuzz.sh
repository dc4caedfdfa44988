#!/usr/bin/env bash
# Looks for inputs that bring the program down; see fuzz/README.md.
#     tools/fuzz.sh [TARGET|all] [SECONDS]    runs it, ten minutes if nothing is said; stops at the first crash
#     tools/fuzz.sh build [TARGET|all]        only builds it
#     tools/fuzz.sh keep [TARGET|all]         keeps the smallest set of inputs that goes where all of them go
# What is found is in target/fuzz/found, what was tried in target/fuzz/tried.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"

targets=(markdown query readers live import multipart)
host=x86_64-unknown-linux-gnu
[ "$(uname -m)" = aarch64 ] && host=aarch64-unknown-linux-gnu
# Bytes of an input, at most: longer ones are slow, and find nothing that shorter ones do not.
declare -A longest=([markdown]=2000 [query]=600 [readers]=6000 [live]=3000 [import]=3000 [multipart]=3000)
where=../target/fuzz
# An input that was kept and is larger than this is not worth its place in the repository.
kept_bytes=8192

build() {
  # What cargo-fuzz gives rustc, but for the sanitizer of addresses: none of our code is unsafe, and without it all is
  # twice as fast. The last flag is the one of .cargo/config.toml.
  local flags='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4'
  flags+=' -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table'
  flags+=' -Cllvm-args=-sanitizer-coverage-trace-compares --cfg erase_components'
  local bins=() features=()
  for target in "$@"; do
    bins+=(--bin "$target")
    case $target in live | import | multipart) features=(--features site) ;; esac
  done
  # With a --target, what runs while building has none of these flags.
  RUSTFLAGS=$flags cargo +nightly build --locked --target "$host" --target-dir "$where" \
    ${JOBS:+-j "$JOBS"} "${features[@]}" "${bins[@]}"
}

program() { echo "$where/$host/debug/$1"; }

run() {
  local target=$1 seconds=$2
  mkdir -p "$where/tried/$target" "$where/found/$target"
  local dictionary=() words=dictionaries/$target.dict
  [ -e "$words" ] && dictionary=("-dict=$words")
  printf '\n=== %s, %s s\n' "$target" "$seconds"
  "$(program "$target")" -max_total_time="$seconds" -max_len="${longest[$target]}" -timeout=20 -rss_limit_mb=3000 \
    -print_final_stats=1 -reload=0 -artifact_prefix="$where/found/$target/" "${dictionary[@]}" \
    "$where/tried/$target" "corpus/$target" 2>&1 | grep -v 'NEW  \|REDUCE\|pulse' || {
    echo "=== $target: something was found, in target/fuzz/found/$target" >&2
    return 1
  }
}

keep() {
  local target=$1 all=$where/kept/$1
  rm -rf "$all"
  mkdir -p "$all"
  "$(program "$target")" -merge=1 -max_len="${longest[$target]}" -timeout=20 -rss_limit_mb=3000 \
    "$all" "corpus/$target" "$where/tried/$target"
  find "$all" -type f -size "-${kept_bytes}c" -exec cp -n {} "corpus/$target/" \;
  du -sh "corpus/$target"
}

known() {
  case " ${targets[*]} all " in *" $1 "*) ;; *) echo "no target is called “$1”: ${targets[*]}" >&2; exit 2 ;; esac
  if [ "$1" = all ]; then echo "${targets[@]}"; else echo "$1"; fi
}

case ${1:-all} in
  build | keep) act=$1; shift ;;
  *) act=run ;;
esac
names=$(known "${1:-all}")
read -ra names <<<"$names"
build "${names[@]}"
for target in "${names[@]}"; do
  case $act in
    run) run "$target" "${2:-600}" ;;
    keep) keep "$target" ;;
  esac
done
