"""What is written into the audit trail: one word for each deed."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """A deed that leaves a trace; its subject is an id or a key, never a text of a case."""

    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    WRONG_PASSWORD = "wrong-password"  # noqa: S105 a deed's name, no secret
    WRONG_PASSPHRASE = "wrong-recovery-passphrase"  # noqa: S105 a deed's name, no secret
    VOUCHED = "vouched"
    REMOVED = "officer-removed"
    WITHDRAWN = "officer-withdrawn"
    PC_WITHDRAWN = "pc-withdrawn"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 a deed's name, no secret
    RECOVERED = "recovered"
    RECOVERY_SEALED = "recovery-sealed"
    RECOVERY_RENEWED = "recovery-renewed"
    TRAIL_SENT_ANEW = "trail-sent-anew"
    SUBMITTED = "submitted"
    CORRECTING = "correcting"
    TAKEN_BACK = "taken-back"
    RETRIED = "retried"
    HANDED_OVER = "draft-handed-over"
    DISCARDED = "draft-discarded"
    ACKNOWLEDGED = "acknowledged"
    FIR_OPENED = "fir-opened"
    FIR_WANTED = "fir-wanted"
    VICTIM_ASKED = "victim-asked"
    MARKED_SENSITIVE = "marked-sensitive"
    UNMARKED_SENSITIVE = "unmarked-sensitive"
    FIR_EXPORTED = "fir-exported"
    ALERT_EXPORTED = "alert-exported"
    REPORT_EXPORTED = "report-exported"
    SEARCH_EXPORTED = "search-exported"
    RECEIPT_PRINTED = "receipt-printed"
    HASHES_PRINTED = "hashes-printed"
    FILE_OPENED = "file-opened"
    FILE_SAVED = "file-saved"
    FILE_LENT = "file-lent"
    MESSAGE_QUEUED = "message-queued"
    MESSAGE_REMOVED = "message-removed"
    DESK_RESTORED = "desk-restored"
    VAULT_RESTORED = "vault-restored"
    COPY_BEGUN_ANEW = "copy-begun-anew"
    REMOVALS_AGREED = "removals-agreed"
