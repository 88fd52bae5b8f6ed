"""Why a field, a file or an item cannot stand: the reason and its remedy in one or two sentences."""

from __future__ import annotations

from typing import Final

from ui.phrases.mark import QT_TRANSLATE_NOOP

UNKNOWN_REASON: Final = QT_TRANSLATE_NOOP("phrases", "For a reason that this version does not know. Tell State IT.")

_TYPED: Final[dict[str, str]] = {
    "missing": QT_TRANSLATE_NOOP("phrases", "This is needed. Fill it in."),
    "too-short": QT_TRANSLATE_NOOP("phrases", "This is too short. Write a little more."),
    "too-long": QT_TRANSLATE_NOOP("phrases", "This is too long. Shorten it."),
    "fir-form": QT_TRANSLATE_NOOP("phrases", "This is not an FIR number. Write it like 0123/2026."),
    "fir-or-gd-needed": QT_TRANSLATE_NOOP("phrases", "Give the FIR number, or a GD number with the reason."),
    "moment-form": QT_TRANSLATE_NOOP("phrases", "A date cannot be read. Write it like 27/11/2026 or 27/11/2026 18:30."),
    "order": QT_TRANSLATE_NOOP("phrases", "The dates stand in an unusual order. Correct them, or say why it is so."),
    "not-entitled": QT_TRANSLATE_NOOP("phrases", "Your rights do not cover this. Ask your supervising officer."),
    "other-author": QT_TRANSLATE_NOOP("phrases", "Another officer wrote this. Only that officer may change it."),
    "not-here": QT_TRANSLATE_NOOP("phrases", "No other officer of this office signs in on this PC by that name."),
    "dates-turned": QT_TRANSLATE_NOOP("phrases", "The first date is after the last. Turn them round."),
    "several": QT_TRANSLATE_NOOP("phrases", "Several stations have an FIR with this number. Give the full number."),
    "mistyped": QT_TRANSLATE_NOOP("phrases", "The two are not the same. Type it twice alike."),
    "unknown-officer": QT_TRANSLATE_NOOP("phrases", "This officer has no place on this PC. Check the log-in name."),
    "already-there": QT_TRANSLATE_NOOP("phrases", "A file of this name is there already. Choose another name."),
    "not-a-key": QT_TRANSLATE_NOOP("phrases", "This is not a recovery key. Choose the private key's file."),
    "not-a-receipt": QT_TRANSLATE_NOOP("phrases", "These are not the lines of a receipt. Type or scan all of them."),
    "not-signed": QT_TRANSLATE_NOOP(
        "phrases", "The centre did not sign this. Look for a mistyped sign; otherwise do not rely on it."
    ),
    "key-unknown": QT_TRANSLATE_NOOP("phrases", "None of these keys is the one that the receipt names. Ask State IT."),
    "not-the-file": QT_TRANSLATE_NOOP("phrases", "This is not what the centre received with this receipt."),
    "address-form": QT_TRANSLATE_NOOP("phrases", "This is not an e-mail address. Write it like name@police.gov.in."),
    "mobile-form": QT_TRANSLATE_NOOP(
        "phrases", "This is not a mobile number. Write ten digits that begin with 6 to 9."
    ),
    "not-plain": QT_TRANSLATE_NOOP("phrases", "This has signs that cannot be sent. Type it again."),
    "victim-named": QT_TRANSLATE_NOOP(
        "phrases", "It names a victim whose identity the law protects. Take the name and the address out."
    ),
    "too-large-for-mail": QT_TRANSLATE_NOOP("phrases", "The files are too large for one e-mail. Remove one."),
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
    "scan-folder": QT_TRANSLATE_NOOP(
        "phrases",
        "The scan folder cannot be opened. Is the scanner's share on? Else choose the file yourself.",
    ),
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
    "fir-or-gd": QT_TRANSLATE_NOOP("phrases", "The centre wants an FIR number, or a GD number with the reason."),
    "category": QT_TRANSLATE_NOOP("phrases", "The centre does not take this category from your office."),
    "description": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the description: too short or too long."),
    "description-masked": QT_TRANSLATE_NOOP(
        "phrases",
        "The description: it is not clear which hidden name belongs at which •••. Leave each ••• beside the words"
        " it stood beside, or write it without •••.",
    ),
    "gd-reason-masked": QT_TRANSLATE_NOOP(
        "phrases",
        "The GD reason: it is not clear which hidden name belongs at which •••. Leave each ••• beside the words"
        " it stood beside, or write it without •••.",
    ),
    "files": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the attachments. Check them and send again."),
    "not-understood": QT_TRANSLATE_NOOP("phrases", "The centre could not read this alert. Tell State IT."),
    "id-reused": QT_TRANSLATE_NOOP("phrases", "The centre has another alert under this number. Tell State IT."),
    "conflict": QT_TRANSLATE_NOOP(
        "phrases", "Somebody changed this alert first. Read it as it stands now, then make your change again."
    ),
    "hash-mismatch": QT_TRANSLATE_NOOP("phrases", "A file reached the centre changed. It will be sent again."),
}

_MESSAGE: Final[dict[str, str]] = {
    "no-carrier": QT_TRANSLATE_NOOP("phrases", "The centre has no way out for such messages yet. Tell State IT."),
    "recipients": QT_TRANSLATE_NOOP("phrases", "The centre does not accept an address or a number. Check them."),
    "hourly-limit": QT_TRANSLATE_NOOP(
        "phrases",
        "You or your office wrote to as many recipients as the centre takes in an hour. Try again in an hour; for more,"
        " ask State IT.",
    ),
    "subject": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the subject. Shorten it to one line."),
    "content": QT_TRANSLATE_NOOP("phrases", "The centre does not accept the content: empty or too long."),
    "template": QT_TRANSLATE_NOOP("phrases", "The text is not a registered template as it stands. Choose it again."),
    "address-refused": QT_TRANSLATE_NOOP("phrases", "There is no such address or number."),
    "content-refused": QT_TRANSLATE_NOOP("phrases", "The network did not accept the text."),
    "not-reached": QT_TRANSLATE_NOOP("phrases", "The network could not be reached; it is tried again."),
    "carrier-busy": QT_TRANSLATE_NOOP("phrases", "The network is busy; it is tried again."),
    "not-let-in": QT_TRANSLATE_NOOP("phrases", "The network does not let the centre in; State IT mends it."),
    "tried-too-long": QT_TRANSLATE_NOOP("phrases", "It was tried for a day without success."),
    "no-answer": QT_TRANSLATE_NOOP("phrases", "The network did not answer: it may have gone out. Ask the recipient."),
    "broken-off": QT_TRANSLATE_NOOP("phrases", "The centre was interrupted: it may have gone out. Ask the recipient."),
    "not-delivered": QT_TRANSLATE_NOOP("phrases", "The network could not deliver it."),
    "file-lost": QT_TRANSLATE_NOOP("phrases", "An attachment is not at the centre any more. Send it again."),
    "withheld": QT_TRANSLATE_NOOP(
        "phrases",
        "It was not sent: what it speaks of was marked sensitive meanwhile, or names a protected victim. Write it anew"
        " without that.",
    ),
    "no-longer-entitled": QT_TRANSLATE_NOOP(
        "phrases", "It was not sent: its author may not send messages any more. An officer who may can write it anew."
    ),
}

RECEIVED: Final[dict[str, str]] = {
    "empty": QT_TRANSLATE_NOOP("phrases", "The file is empty."),
    "kind": QT_TRANSLATE_NOOP("phrases", "Its name has an ending that no attachment may have."),
    "mismatch": QT_TRANSLATE_NOOP("phrases", "What is inside is not what the name's ending says."),
    "corrupt": QT_TRANSLATE_NOOP("phrases", "The file is damaged."),
    "too-large": QT_TRANSLATE_NOOP("phrases", "The file is larger than an attachment may be."),
    "too-much-inside": QT_TRANSLATE_NOOP(
        "phrases", "It unpacks to far more than its size, or takes too long to check."
    ),
    "unreadable": QT_TRANSLATE_NOOP("phrases", "This PC could not check it just now. Open the alert again."),
    "encrypted": QT_TRANSLATE_NOOP(
        "phrases", "What is inside could not be checked. Ask the office that sent it for the password."
    ),
    "linked": QT_TRANSLATE_NOOP("phrases", "The file points to data outside itself. Let no program fetch it."),
}
"""What is said otherwise of a file that another station sent: its reader cannot mend it."""

REASONS: Final[dict[str, str]] = _TYPED | _FILE | _CENTRE | _MESSAGE
