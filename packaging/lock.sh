#!/usr/bin/env bash
# Writes the locked lists from pyproject.toml, for Linux and Windows at once: names, versions, markers and hashes, no addresses.
# What is locked stays at its version, unless it is asked for:
#   packaging/lock.sh                             only what pyproject.toml newly wants or no longer wants
#   packaging/lock.sh --upgrade-package NAME      and this one as new as it may be
#   packaging/lock.sh --upgrade                   and everything
set -euo pipefail
cd "$(dirname "$0")/.."
locks=packaging/locks
lock() { # list [argument …]
    local list=$locks/$1.txt; shift
    .venv/bin/uv pip compile -q --no-config --universal --python-version 3.11 --generate-hashes --strip-extras --no-emit-index-url \
        --no-emit-find-links --no-header --no-annotate "$@" -o "$list" pyproject.toml
}
lock dev --extra central --extra dev "$@"
# The smaller two take their versions from it: what is tested is what is shipped
lock central --extra central --constraint $locks/dev.txt "$@"
lock client --constraint $locks/dev.txt "$@"
