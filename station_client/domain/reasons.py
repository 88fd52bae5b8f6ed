"""Why something cannot stand as it is: the codes that ``ui/phrases.py`` words for people."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """The fields of an alert that a reason may point at."""

    FIR = "fir"
    GD_NUMBER = "gd-number"
    GD_REASON = "gd-reason"
    CATEGORY = "category"
    PARTICULARS = "particulars"
    ORDER_REASON = "order-reason"
    DESCRIPTION = "description"
    FILES = "files"
    ATTACHMENT = "attachment"
    DATES = "dates"
    DRAFT = "draft"
    LOGIN = "login"
    PASSWORD = "password"  # noqa: S105 a field's name, no secret
    KEY_FILE = "key-file"
    WHY = "why"
    RECIPIENTS = "recipients"
    SUBJECT = "subject"
    CONTENT = "content"
    TEMPLATE = "template"
    VARIABLES = "variables"
    RECEIPT = "receipt"


class Reason(StrEnum):
    """Every reason there is, in the order in which an officer may meet them."""

    # what was typed
    MISSING = "missing"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    FIR_FORM = "fir-form"
    FIR_OR_GD_NEEDED = "fir-or-gd-needed"
    MOMENT_FORM = "moment-form"
    ORDER = "order"
    NOT_ENTITLED = "not-entitled"
    OTHER_AUTHOR = "other-author"
    NOT_HERE = "not-here"
    DATES_TURNED = "dates-turned"
    SEVERAL = "several"
    MISTYPED = "mistyped"
    UNKNOWN_OFFICER = "unknown-officer"
    ALREADY_THERE = "already-there"
    NOT_A_KEY = "not-a-key"
    # a receipt that is checked
    NOT_A_RECEIPT = "not-a-receipt"
    NOT_SIGNED = "not-signed"
    KEY_UNKNOWN = "key-unknown"
    NOT_THE_FILE = "not-the-file"
    # a message that was typed
    ADDRESS_FORM = "address-form"
    MOBILE_FORM = "mobile-form"
    NOT_PLAIN = "not-plain"
    VICTIM_NAMED = "victim-named"
    TOO_LARGE_FOR_MAIL = "too-large-for-mail"
    # a message that the centre refused
    NO_CARRIER = "no-carrier"
    RECIPIENTS_REFUSED = "recipients"
    SUBJECT_REFUSED = "subject"
    HOURLY_LIMIT = "hourly-limit"
    CONTENT_REFUSED = "content"
    TEMPLATE_REFUSED = "template"
    # a file that cannot be attached
    TOO_MANY = "too-many"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    KIND = "kind"
    MISMATCH = "mismatch"
    CORRUPT = "corrupt"
    TOO_MUCH_INSIDE = "too-much-inside"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    SCAN_FOLDER = "scan-folder"
    # a file that is attached with a warning
    MACRO = "macro"
    ENCRYPTED = "encrypted"
    EMBEDDED = "embedded"
    ACTIVE = "active"
    LINKED = "linked"
    REPAIRED = "repaired"
    BAD_METADATA = "bad-metadata"
    LOCATION = "location"
    # an item that the centre refused
    UNKNOWN_AUTHOR = "unknown-author"
    FIR_NUMBER = "fir-number"
    FIR_OR_GD = "fir-or-gd"
    CATEGORY_REFUSED = "category"
    DESCRIPTION_REFUSED = "description"
    DESCRIPTION_MASKED = "description-masked"
    GD_REASON_MASKED = "gd-reason-masked"
    FILES_REFUSED = "files"
    ID_REUSED = "id-reused"
    CONFLICT = "conflict"
    # an item whose place in the outbox does not allow it
    ALREADY_SENT = "already-sent"
