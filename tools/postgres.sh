#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL, whose address is in PREAU_TEST_DATABASE_URL:
#     tools/postgres.sh run COMMAND…
# The server is ours alone: own folder, free port of the loopback, gone with the command. It may
# forget everything at a crash, which makes tests several times quicker.
set -euo pipefail

[ "${1:-}" = run ] && [ $# -ge 2 ] || { echo "usage: tools/postgres.sh run COMMAND…" >&2; exit 2; }
shift

programs=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
[ -n "$programs" ] || { echo "PostgreSQL is missing: run tools/install.sh postgresql" >&2; exit 1; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/preau-postgres.XXXXXX")
data=$folder/data
port=$(node --eval 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')

# PostgreSQL refuses to be root.
as=()
if [ "$(id -u)" = 0 ]; then
  as=(runuser -u postgres --)
  chown postgres "$folder"
fi

stop() {
  if [ -e "$data/postmaster.pid" ]; then
    local pid
    pid=$(head -1 "$data/postmaster.pid")
    kill -INT "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  fi
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$folder" # a place that the user postgres may read
"${as[@]}" "$programs/initdb" --pgdata "$data" --username preau --auth trust --encoding UTF8 \
  --locale C.UTF-8 --no-sync >"$folder/initdb.log"
"${as[@]}" "$programs/pg_ctl" start --pgdata "$data" --log "$data/server.log" --silent --wait --options \
  "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=200 \
   -c fsync=off -c synchronous_commit=off -c full_page_writes=off" || { cat "$data/server.log" >&2; exit 1; }
"$programs/createdb" --host 127.0.0.1 --port "$port" --username preau preau
cd "$OLDPWD"

PREAU_TEST_DATABASE_URL=postgres://preau@127.0.0.1:$port/preau "$@"
