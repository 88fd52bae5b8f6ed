#!/usr/bin/env bash
# Gives the centre a PostgreSQL on this machine: a cluster of its own beside whatever runs here (Debian's package), a role and
# a database, reached over the socket by the system's user alone; prints the setting. A second time it starts what is there.
# Usage: packaging/postgres.sh [user the centre runs as; the one who asks where none is named]
set -euo pipefail

owner=${1:-${SUDO_USER:-$(id -un)}} cluster=centre sockets=/var/run/postgresql

as() { # user command …
    local who=$1
    shift
    cd / # which everybody may read
    if [ "$(id -un)" = "$who" ]; then "$@"; elif [ "$(id -u)" = 0 ]; then runuser -u "$who" -- "$@"; else sudo -u "$who" "$@"; fi
}

ask() { as postgres psql -qAtX -v ON_ERROR_STOP=1 -h "$sockets" -p "$port" -v owner="$owner" -d postgres; }

id "$owner" >/dev/null || { echo "postgres: this machine has no user $owner" >&2; exit 1; }
command -v pg_createcluster >/dev/null || { echo "postgres: packaging/setup.sh installs it, on a Debian" >&2; exit 1; }

found() { pg_lsclusters -h | awk -v name="$cluster" '$2 == name { print $1, $3, $4; exit }'; }

[ -n "$(found)" ] || as root pg_createcluster "$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -n | tail -1)" \
    "$cluster" --locale C.UTF-8 --encoding UTF8 >/dev/null
read -r version port state <<<"$(found)"
[ "$state" = online ] || as root pg_ctlcluster "$version" "$cluster" start

ask >/dev/null <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'owner') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \gexec
SELECT format('CREATE DATABASE centre OWNER %I', :'owner') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'centre') \gexec
SQL
whose=$(as "$owner" psql -qAtX -h "$sockets" -p "$port" -d centre -c \
    'SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()')
[ "$whose" = "$owner" ] || { echo "postgres: the database centre is $whose's, not $owner's" >&2; exit 1; }

echo "# PostgreSQL $version runs; for centre.toml:"
echo "database_url = \"postgresql+psycopg:///centre?host=$sockets&port=$port\""
