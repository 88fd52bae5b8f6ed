#!/usr/bin/env bash
# Writes the locked lists anew from pyproject.toml: names, versions and hashes, no addresses.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    local name=$1; shift
    .venv/bin/pip-compile -q --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --no-header --no-annotate "$@" -o "packaging/locks/$name.txt" pyproject.toml
}
lock client
lock central --extra central
lock dev --extra central --extra dev
