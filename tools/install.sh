#!/usr/bin/env bash
# Installs what a command of the Makefile lacks, and nothing that is already there:
#     tools/install.sh rust nextest assets journeys chromium postgresql pycrdt wrk sqlite documents fuzzing audit
# Each name is a function below. Versions are pinned here or in a lock file.
set -euo pipefail
cd "$(dirname "$0")/.."

NEXTEST=0.9.143
AUDIT=0.22.2
DENY=0.20.2

say() { echo "install: $*" >&2; }
stop() { say "$*"; exit 1; }

# Debian packages, as root or through sudo.
debian() {
  local sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  say "Debian packages: $*"
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The toolchain of rust-toolchain.toml, with the standard library for browsers.
rust() {
  command -v rustup >/dev/null || stop "Rust is missing: install rustup first (https://rustup.rs)"
  command -v cc >/dev/null || debian gcc libc6-dev
  local target=wasm32-unknown-unknown
  rustup target list --installed 2>/dev/null | grep -qx "$target" || rustup target add "$target" ||
    stop "cannot add $target to the Rust toolchain: browsers need it. Try “rustup target add $target” once online"
}

# Runs the tests, each in its own process.
nextest() {
  command -v cargo-nextest >/dev/null || cargo install cargo-nextest --locked --version "$NEXTEST"
}

# What looks for inputs that bring the program down needs a compiler of its own.
fuzzing() {
  rustup toolchain list | grep -q '^nightly' || rustup toolchain install nightly --profile minimal
  command -v c++ >/dev/null || debian g++
}

# What compares the libraries with what is known against them.
audit() {
  command -v cargo-audit >/dev/null || cargo install cargo-audit --locked --version "$AUDIT"
  command -v cargo-deny >/dev/null || cargo install cargo-deny --locked --version "$DENY"
}

node_20() {
  command -v node >/dev/null || stop "Node.js is missing: install version 20 or later, with npm"
  local major
  major=$(node --print 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop "Node.js 20 or later is needed; this is $(node --version)"
}

# Node packages of a folder, when its lock file is newer than they are. No install script runs.
node_packages() {
  node_20
  local done=$1/node_modules/.package-lock.json
  [ -e "$done" ] && [ ! "$1/package-lock.json" -nt "$done" ] && return
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) && touch "$done"
}

assets() { node_packages .; }
journeys() { node_packages end2end; }

chromium() { type -P chromium >/dev/null || debian chromium fonts-liberation; }
postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || debian postgresql; }
# What reads documents: see tools/documents.sh.
documents() {
  local lacking=() folder=target/documents
  command -v qpdf >/dev/null || lacking+=(qpdf)
  command -v epubcheck >/dev/null || lacking+=(epubcheck)
  command -v pdftotext >/dev/null || lacking+=(poppler-utils)
  command -v java >/dev/null || lacking+=(default-jre-headless)
  python3 -c 'import venv, ensurepip' 2>/dev/null || lacking+=(python3-venv)
  [ ${#lacking[@]} = 0 ] || debian "${lacking[@]}"
  if [ ! -e "$folder/installed" ]; then
    node_20
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install --quiet pikepdf==10.17.0 python-docx==1.2.0 odfpy==1.4.1
    npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$folder" vnu-jar@26.9.27
    touch "$folder/installed"
  fi
}

# Another program's way of writing together: the journeys meet it in a room.
pycrdt() {
  local folder=target/pycrdt
  [ -e "$folder/installed" ] && return
  python3 -c 'import venv, ensurepip' 2>/dev/null || debian python3 python3-venv
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check pycrdt==0.14.13
  touch "$folder/installed"
}

# Not `command -v`: this very function would be found.
wrk() { type -P wrk >/dev/null || debian wrk; }
# What reads a database beside the program.
sqlite() { command -v sqlite3 >/dev/null || debian sqlite3; }

for what in "$@"; do
  case $what in
    rust | nextest | assets | journeys | chromium | postgresql | pycrdt | wrk | sqlite | documents | fuzzing | audit) "$what" ;;
    *) stop "nothing is called “$what”" ;;
  esac
done
