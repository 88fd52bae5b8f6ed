#!/usr/bin/env bash
# Builds the station's program as one folder, the same bytes each time from the same commit.
#   packaging/package.sh            dist/station-client, and tries that it starts
#   packaging/package.sh --check    dist-check/station-client with the tour's hands, and takes it through the whole tour
set -euo pipefail
cd "$(dirname "$0")/.."

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 TZ=UTC LC_ALL=C.UTF-8
export QT_QPA_PLATFORM=offscreen

build() { # folder
    local begun=$SECONDS
    rm -rf "$1" "build/$1"
    .venv/bin/pyinstaller --log-level ERROR --noconfirm --distpath "$1" --workpath "build/$1" build.spec
    echo "package: $1/station-client, $(du -sm "$1/station-client" | cut -f1) MB in $((SECONDS - begun)) s"
}

carries_nothing_foreign() { # program
    local foreign
    foreign=$(.venv/bin/pyi-archive_viewer -r -b "$1" |
        grep -E "^ *'?(central|tests|litestar|uvicorn|psycopg|pytest|hypothesis|keyrings|benchmarks)(\.|'|$)" || true)
    if [ -n "$foreign" ]; then
        echo "package: $1 carries what it must not:" "$foreign" >&2
        return 1
    fi
}

starts() { # program
    local profile
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' RETURN
    "$1" --version
    "$1" configure --profile "$profile" --centre https://centre.invalid:8443 --password-only --json >/dev/null
    "$1" status --profile "$profile" --json
    local code=0
    timeout 5 "$1" run --profile "$profile" 2>/dev/null || code=$?
    [ "$code" = 124 ] || { echo "package: the window did not stay up, exit code $code" >&2; return 1; }
    echo "package: the window came up offscreen and stayed"
}

if [ "${1:-}" = --check ]; then
    STATION_WITH_HANDS=1 build dist-check
    .venv/bin/python -m benchmarks.tour --frozen dist-check/station-client \
        --work build/check-work --pictures build/check-output
else
    build dist
    carries_nothing_foreign dist/station-client/station-client
    starts dist/station-client/station-client
fi
