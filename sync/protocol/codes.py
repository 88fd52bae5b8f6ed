"""The wire's own words: versions, limits, paths, headers and refusal codes."""

from __future__ import annotations

from enum import StrEnum

PROTOCOL = 2
OLDEST_PROTOCOL = 1

MEDIA_TYPE = "application/json"
FEED_MEDIA_TYPE = "application/vnd.station-feed"
ITEMS_MEDIA_TYPE = "application/vnd.station-items"
SHEET_MEDIA_TYPE = "application/vnd.station-answers"
BLOB_MEDIA_TYPE = "application/octet-stream"
REQUEST_ID_HEADER = "X-Request-Id"
PROTOCOL_HEADER = "X-Station-Protocol"
SNAPSHOT_HEADER = "X-Snapshot-Card"
MESSAGE_ENCODING = "zstd"
WORTH_PACKING = 1024
"""A message of fewer bytes is not compressed."""

PATH_HEALTH = "/v1/health"
PATH_SIGN_IN = "/v1/sign-in"
PATH_REFRESH = "/v1/refresh"
PATH_CHANGES = "/v1/changes"
PATH_PUSH = "/v1/outbox"
PATH_BLOBS = "/v1/blobs"
PATH_MACHINE = "/v1/machine-certificate"
PATH_TRAIL = "/v1/trail"
PATH_REPORTS = "/v1/reports"
PATH_FIRS = "/v1/firs"
PATH_SEARCH = "/v1/search"
PATH_RECEIPT_KEYS = "/v1/receipt-keys"
PATH_WHOLE = "/v1/whole"
PATH_SENSITIVE = "/v1/sensitive"
PATH_FEED = "/v2/feed"
PATH_NEWS = "/v2/news"
PATH_SNAPSHOT = "/v2/snapshot"
PATH_SNAPSHOTS = "/v2/snapshots"
PATH_SUMMARY = "/v2/summary"
PATH_HAVE = "/v2/have"
PATH_SLICES = "/v2/blobs"

PAGE_ROWS = 500
FIRST_PAGE_ROWS = 100
PAGE_BYTES = 8 * 1024 * 1024
BATCH_ITEMS = 200
BATCH_BYTES = 4 * 1024 * 1024
TRAIL_ENTRIES = 500
FOUND_ROWS = 100
REPORT_ROWS = 25_000
MOST_ALIKE = 20
BLOB_BYTES = 25 * 1024 * 1024
NEWS_SECONDS = 240
"""How long a question for news is parked at the most."""
CALM_SECONDS = 2
"""For so long after a question that takes frames only a High Alert answers it."""
NEWS_BYTES = 64 * 1024
"""So much of the feed goes over the control connection; what follows comes over the one for bulk."""
CARRIED_BYTES = 16 * 1024
"""So much may come with the news itself; what is more is asked for."""
SLICE_BYTES = 1024 * 1024
HAVE_FILES = 100
CLOCK_TOLERANCE_SECONDS = 300


class Code(StrEnum):
    """Why the centre refuses a request."""

    NOT_UNDERSTOOD = "not-understood"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 a refusal's name, no secret
    LOCKED_OUT = "locked-out"
    CHALLENGE = "challenge"
    ONE_TIME_CODE = "one-time-code"
    SESSION_EXPIRED = "session-expired"
    NOT_ENTITLED = "not-entitled"
    MACHINE_REVOKED = "machine-revoked"
    MACHINE_CERTIFICATE = "machine-certificate"
    OFFICER_REVOKED = "officer-revoked"
    TRAIL_DIFFERS = "trail-differs"
    UPDATE_NEEDED = "update-needed"
    TOO_LARGE = "too-large"
    NOT_FOUND = "not-found"
    CURSOR_TOO_OLD = "cursor-too-old"
    NO_SUCH_RANGE = "no-such-range"
    HASH_MISMATCH = "hash-mismatch"
    BUSY = "busy"
    FULL = "full"
    FAULT = "fault"


RETRY_CODES = frozenset({Code.BUSY, Code.FULL, Code.FAULT})

STATUS: dict[Code, int] = {
    Code.NOT_UNDERSTOOD: 400,
    Code.WRONG_PASSWORD: 401,
    Code.CHALLENGE: 401,
    Code.ONE_TIME_CODE: 401,
    Code.SESSION_EXPIRED: 401,
    Code.NOT_ENTITLED: 403,
    Code.MACHINE_REVOKED: 403,
    Code.MACHINE_CERTIFICATE: 403,
    Code.OFFICER_REVOKED: 403,
    Code.NOT_FOUND: 404,
    Code.TRAIL_DIFFERS: 409,
    Code.CURSOR_TOO_OLD: 410,
    Code.TOO_LARGE: 413,
    Code.NO_SUCH_RANGE: 416,
    Code.HASH_MISMATCH: 422,
    Code.UPDATE_NEEDED: 426,
    Code.LOCKED_OUT: 429,
    Code.FAULT: 500,
    Code.BUSY: 503,
    Code.FULL: 507,
}
"""The HTTP status that goes with each code; a client decides by the code, never by the status alone."""


class Outcome(StrEnum):
    """What became of one pushed item."""

    RECEIVED = "received"
    REFUSED = "refused"


class ItemReason(StrEnum):
    """Why the centre refuses one item; the rest of the batch is not touched by it."""

    NOT_ENTITLED = "not-entitled"
    UNKNOWN_AUTHOR = "unknown-author"
    FIR_NUMBER = "fir-number"
    FIR_OR_GD = "fir-or-gd"
    CATEGORY = "category"
    DESCRIPTION = "description"
    DESCRIPTION_MASKED = "description-masked"
    GD_REASON_MASKED = "gd-reason-masked"
    FILES = "files"
    ID_REUSED = "id-reused"
    CONFLICT = "conflict"
    NOT_UNDERSTOOD = "not-understood"


class Alikeness(StrEnum):
    """Why an alert may be of the same event as another."""

    SAME_FIR = "same-fir"
    SAME_WORDS = "same-words"
