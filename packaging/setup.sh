#!/usr/bin/env bash
# Makes a bare Debian 12 machine ready: system libraries by apt, Python packages by the hash-locked list.
# Runs again only what is missing. Usage: packaging/setup.sh [system package …]
set -euo pipefail
cd "$(dirname "$0")/.."

# python3-venv: the environment · libegl1 … libglib2.0-0: what Qt's libraries name · libxkbcommon-x11-0 … libxcb-shape0: a
# window on an X display · dbus, gnome-keyring: a real keychain for the tour where no desktop runs
# poppler-utils: the tests open a printed FIR with a reader that is not ours
# chromium: the tests look at the page for State IT in it
# postgresql: a State's database; the tests start a cluster of their own and leave the machine's alone
# nginx-light, libnginx-mod-stream: the tests put the examples of packaging/nginx before a centre, in an nginx of their own
wanted=(python3-venv libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libgssapi-krb5-2
        libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 dbus gnome-keyring poppler-utils
        postgresql chromium nginx-light libnginx-mod-stream "$@")

say() { echo "setup: $*"; }

quietly() { # command …; shows its output only if it fails
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        say "failed: $*" >&2
        return 1
    fi
    rm -f "$log"
}

system_packages() {
    command -v dpkg-query >/dev/null || { say "not a Debian: these must be here: ${wanted[*]}"; return 0; }
    local missing=() package
    for package in "${wanted[@]}"; do
        [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)" = "install ok installed" ] || missing+=("$package")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    local root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { say "as root, first: apt-get install ${missing[*]}" >&2; return 1; }
        root=(sudo)
    fi
    say "installing ${missing[*]}"
    quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
        --no-install-recommends "${missing[@]}"
}

python_packages() {
    local python mark
    python=$(command -v python3.11 || command -v python3)
    "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { say "Python 3.11 is needed" >&2; return 1; }
    .venv/bin/python -c pass 2>/dev/null || quietly "$python" -m venv --clear .venv
    mark=$(cat packaging/locks/dev.txt pyproject.toml | sha256sum)
    [ "$(cat .venv/.ready 2>/dev/null)" != "$mark" ] || return 0
    say "installing the locked Python packages (about 230 MB, once)"
    quietly .venv/bin/pip install -q --disable-pip-version-check --require-hashes -r packaging/locks/dev.txt
    quietly .venv/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
    printf '%s' "$mark" > .venv/.ready
}

system_packages
python_packages
.venv/bin/python -m resources.build
