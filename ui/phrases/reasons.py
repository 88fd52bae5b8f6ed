"""Why a field, a file or an item cannot stand: the reason and its remedy in one or two sentences."""

from __future__ import annotations

from typing import Final

from ui.phrases.mark import QT_TRANSLATE_NOOP

UNKNOWN_REASON: Final = QT_TRANSLATE_NOOP("phrases", "For a reason that this version does not know. Tell State IT.")

_TYPED: Final[dict[str, str]] = {
    "missing": QT_TRANSLATE_NOOP("phrases", "This is needed. Fill it in."),
    "too-short": QT_TRANSLATE_NOOP("phrases", "This is too short. Write a little more."),
    "too-long": QT_TRANSLATE_NOOP("phrases", "This is too long. Shorten it."),
    "fir-form": QT_TRANSLATE_NOOP("phrases", "This is not a FIR number. Write it like 0123/2026."),
    "fir-or-gd-needed": QT_TRANSLATE_NOOP("phrases", "Give the FIR number, or a GD number with the reason."),
    "not-entitled": QT_TRANSLATE_NOOP("phrases", "Your rights do not cover this. Ask your supervising officer."),
    "other-author": QT_TRANSLATE_NOOP("phrases", "Another officer wrote this. Only that officer may change it."),
    "not-here": QT_TRANSLATE_NOOP("phrases", "No other officer of this office signs in on this PC by that name."),
    "dates-turned": QT_TRANSLATE_NOOP("phrases", "The first date is after the last. Turn them round."),
    "several": QT_TRANSLATE_NOOP("phrases", "Several stations have a FIR with this number. Give the full number."),
    "mistyped": QT_TRANSLATE_NOOP("phrases", "The two are not the same. Type it twice alike."),
    "unknown-officer": QT_TRANSLATE_NOOP("phrases", "This officer has no place on this PC. Check the log-in name."),
    "already-there": QT_TRANSLATE_NOOP("phrases", "A file of this name is there already. Choose another name."),
    "not-a-key": QT_TRANSLATE_NOOP("phrases", "This is not a recovery key. Choose the private key's file."),
    "already-sent": QT_TRANSLATE_NOOP("phrases", "It has already gone to the centre and cannot be taken back."),
}

_FILE: Final[dict[str, str]] = {
    "too-many": QT_TRANSLATE_NOOP("phrases", "Five files are the most. Remove one first."),
    "too-large": QT_TRANSLATE_NOOP("phrases", "The file is too large. Scan it again with less detail, or split it."),
    "empty": QT_TRANSLATE_NOOP("phrases", "The file is empty. Save or scan it again."),
    "duplicate": QT_TRANSLATE_NOOP("phrases", "This file is attached already."),
    "kind": QT_TRANSLATE_NOOP("phrases", "The centre takes JPG, PNG, TIFF, PDF, DOC, DOCX, XLS and XLSX only."),
    "mismatch": QT_TRANSLATE_NOOP(
        "phrases", "The name's ending does not fit what is inside. Save it again in its own program."
    ),
    "corrupt": QT_TRANSLATE_NOOP("phrases", "The file is damaged. Get a good copy or scan it again."),
    "macro": QT_TRANSLATE_NOOP("phrases", "The file carries macros (small programs). Do not let them run."),
    "too-much-inside": QT_TRANSLATE_NOOP("phrases", "The file unpacks to far more than its size. Save it as PDF."),
    "not-a-file": QT_TRANSLATE_NOOP("phrases", "This is not a file. Choose a file."),
    "unreadable": QT_TRANSLATE_NOOP("phrases", "The file could not be read. Copy it to this PC and try again."),
    "changed": QT_TRANSLATE_NOOP("phrases", "The file changed while it was read. Close it elsewhere and try again."),
    "encrypted": QT_TRANSLATE_NOOP("phrases", "The file has a password: others can open it only if they know it."),
    "embedded": QT_TRANSLATE_NOOP("phrases", "The file has other files inside."),
    "active": QT_TRANSLATE_NOOP("phrases", "The file has active content (scripts or forms)."),
    "linked": QT_TRANSLATE_NOOP("phrases", "The file points to data outside itself that others will not see."),
    "repaired": QT_TRANSLATE_NOOP("phrases", "The file has small faults but can be read."),
    "bad-metadata": QT_TRANSLATE_NOOP(
        "phrases", "The file's description of itself is faulty; its content can be read."
    ),
    "location": QT_TRANSLATE_NOOP("phrases", "The picture tells where it was taken."),
}

_CENTRE: Final[dict[str, str]] = {
    "unknown-author": QT_TRANSLATE_NOOP("phrases", "The centre does not know the officer who wrote it."),
    "fir-number": QT_TRANSLATE_NOOP("phrases", "The centre does not accept this FIR number. Check it and send again."),
    "fir-or-gd": QT_TRANSLATE_NOOP("phrases", "The centre wants a FIR number, or a GD number with the reason."),
    "category": QT_TRANSLATE_NOOP("phrases", "The centre does not take this category from your office."),
    "description": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the description: too short or too long."),
    "files": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the attachments. Check them and send again."),
    "not-understood": QT_TRANSLATE_NOOP("phrases", "The centre could not read this alert. Tell State IT."),
    "id-reused": QT_TRANSLATE_NOOP("phrases", "The centre has another alert under this number. Tell State IT."),
    "conflict": QT_TRANSLATE_NOOP(
        "phrases", "Somebody changed this alert first. Read it as it stands now, then make your change again."
    ),
    "hash-mismatch": QT_TRANSLATE_NOOP("phrases", "A file reached the centre changed. It will be sent again."),
}

REASONS: Final[dict[str, str]] = _TYPED | _FILE | _CENTRE
