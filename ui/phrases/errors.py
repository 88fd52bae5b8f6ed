"""The words for each error's code and each of the centre's refusals."""

from __future__ import annotations

from typing import Final

from ui.phrases.line import LINE
from ui.phrases.mark import QT_TRANSLATE_NOOP, Phrase

_NOTHING_LOST: Final = QT_TRANSLATE_NOOP("phrases", "Nothing is lost.")
_WAITS_HERE: Final = QT_TRANSLATE_NOOP("phrases", "Nothing is lost: everything waits on this PC.")
_UNTOUCHED: Final = QT_TRANSLATE_NOOP("phrases", "Nothing was changed.")
_DRAFT_KEPT: Final = QT_TRANSLATE_NOOP("phrases", "The draft is saved on this PC.")
_TELL_IT: Final = QT_TRANSLATE_NOOP("phrases", "Tell State IT.")
_BY_ITSELF: Final = QT_TRANSLATE_NOOP("phrases", "The program tries again by itself.")
_AGAIN: Final = QT_TRANSLATE_NOOP("phrases", "Try again.")
_CORRECT: Final = QT_TRANSLATE_NOOP("phrases", "Correct it and try again.")
_SIGN_IN: Final = QT_TRANSLATE_NOOP("phrases", "Sign in.")

_INPUT: Final[dict[str, Phrase]] = {
    "unexpected": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The program met something it did not expect."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Try again; if it happens again, tell State IT."),
    ),
    "input": Phrase(QT_TRANSLATE_NOOP("phrases", "{reason}"), _NOTHING_LOST, _CORRECT),
    "draft-incomplete": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The alert is not complete yet."),
        _DRAFT_KEPT,
        QT_TRANSLATE_NOOP("phrases", "Fill in what is marked, then submit."),
    ),
    "attachment-refused": Phrase(
        QT_TRANSLATE_NOOP("phrases", "{name} was not attached. {reason}"),
        _DRAFT_KEPT,
        QT_TRANSLATE_NOOP("phrases", "Choose another file."),
    ),
    "not-lent": Phrase(
        QT_TRANSLATE_NOOP("phrases", "{name} is not opened in another program. {reason}"),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Ask the office that sent it for a sound one; you can still save a copy."),
    ),
}

_SIGN: Final[dict[str, Phrase]] = {
    "sign-in": Phrase(QT_TRANSLATE_NOOP("phrases", "You could not be signed in."), _NOTHING_LOST, _AGAIN),
    "wrong-password": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Name and password do not belong together."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Type the password again; look at Caps Lock and the keyboard's language."),
    ),
    "locked-out": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Too many wrong passwords: wait {seconds} s."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Wait, then type the password again."),
    ),
    "challenge": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Passwords were wrong before, so the centre asks for one thing more."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Type what the picture shows, or answer the question, then sign in."),
    ),
    "picture-wrong": Phrase(
        QT_TRANSLATE_NOOP("phrases", "That was not right, so here is another one."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Type what it asks for; a question in words may be easier."),
    ),
    "one-time-code": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The password is right; your one-time code is missing."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Type the code that your telephone shows now."),
    ),
    "code-wrong": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The one-time code does not count."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Wait for the next code and type that one; if it goes on, tell State IT."),
    ),
    "first-sign-in-needs-line": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The first sign-in on this PC needs the line, and there is none now."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Try when the line is back. After that you can sign in without it."),
    ),
    "vouch-needed": Phrase(
        QT_TRANSLATE_NOOP("phrases", "You have not signed in on this PC before."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Ask an officer who uses this PC to sign in and add you."),
    ),
    "not-signed-in": Phrase(QT_TRANSLATE_NOOP("phrases", "The program is locked."), _NOTHING_LOST, _SIGN_IN),
}

_REFUSED: Final[dict[str, Phrase]] = {
    "clock-wrong": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC's clock is wrong by {minutes} min."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Set the date and time of this PC, then try again."),
    ),
    "refused": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre did not take it."), _NOTHING_LOST, _TELL_IT),
    "session-expired": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre asks for your password again."),
        QT_TRANSLATE_NOOP("phrases", "Work on this PC goes on."),
        QT_TRANSLATE_NOOP("phrases", "Sign out and sign in again with the line."),
    ),
    "not-entitled": Phrase(
        QT_TRANSLATE_NOOP("phrases", "Your rights at the centre do not cover this."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Ask your supervising officer."),
    ),
    "machine-revoked": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre has withdrawn this PC."),
        QT_TRANSLATE_NOOP("phrases", "What was written here is kept on this PC."),
        _TELL_IT,
    ),
    "officer-revoked": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre has withdrawn your access on this PC."),
        QT_TRANSLATE_NOOP("phrases", "What was written here is kept on this PC."),
        QT_TRANSLATE_NOOP("phrases", "Ask your supervising officer; your unsent work can be handed over."),
    ),
    "trail-differs": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The audit trail of this PC is not the one that the centre has."),
        _NOTHING_LOST,
        _TELL_IT,
    ),
    "machine-certificate": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre does not know this PC's own certificate."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Sign in again with the line; if it goes on, tell State IT."),
    ),
    "update-needed": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This version of the program is too old for the centre."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "Ask State IT for the new version."),
    ),
    "wrong-answer": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's answer cannot be right, so nothing of it was kept."),
        _WAITS_HERE,
        QT_TRANSLATE_NOOP("phrases", "The program tries again by itself; if it goes on, tell State IT."),
    ),
    "centre-restored": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre's records are older than this PC's copy."),
        QT_TRANSLATE_NOOP("phrases", "What was written here is kept on this PC."),
        _TELL_IT,
    ),
    "too-many-gone": Phrase(
        QT_TRANSLATE_NOOP(
            "phrases", "The centre withdraws a large part of this PC's copy at once; it is all still here."
        ),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP(
            "phrases",
            "Ask State IT whether this is right, and only then agree: in the window, or by the "
            "command 'sync --accept-removals'.",
        ),
    ),
    "copy-differs": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC's copy was read anew and still differs from the centre's records."),
        _NOTHING_LOST,
        _TELL_IT,
    ),
    "wrong-receipt": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A receipt came that does not fit what was sent, so it was not kept."),
        QT_TRANSLATE_NOOP("phrases", "What was written here is kept on this PC."),
        _TELL_IT,
    ),
    "wrong-signature": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A receipt came without the centre's own signature, so it was not kept."),
        QT_TRANSLATE_NOOP(
            "phrases", "What was written here is kept on this PC and goes on waiting for a good receipt."
        ),
        _TELL_IT,
    ),
    "wrong-bytes": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The bytes that came are not the file that was asked for, so they were not kept."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Try again; if it happens again, tell State IT."),
    ),
    "not-understood": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre did not understand this PC."), _WAITS_HERE, _TELL_IT
    ),
    "too-large": Phrase(QT_TRANSLATE_NOOP("phrases", "It is larger than the centre takes."), _NOTHING_LOST, _TELL_IT),
    "not-found": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre does not have it."), _NOTHING_LOST, _TELL_IT),
    "no-such-range": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The centre does not have that part of the file."), _NOTHING_LOST, _BY_ITSELF
    ),
    "cursor-too-old": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC's copy is too old to be brought up to date, so it is being made anew."),
        _WAITS_HERE,
        _BY_ITSELF,
    ),
    "hash-mismatch": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A file reached the centre changed, so the centre did not keep it."),
        QT_TRANSLATE_NOOP("phrases", "The original is kept on this PC."),
        _BY_ITSELF,
    ),
    "busy": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre is busy."), _WAITS_HERE, _BY_ITSELF),
    "full": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre has no room now."), _WAITS_HERE, _BY_ITSELF),
    "fault": Phrase(QT_TRANSLATE_NOOP("phrases", "The centre failed."), _WAITS_HERE, _BY_ITSELF),
}

_STORE: Final[dict[str, Phrase]] = {
    "store": Phrase(QT_TRANSLATE_NOOP("phrases", "The data on this PC could not be used."), _UNTOUCHED, _TELL_IT),
    "disk-full": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC's disk is full."),
        QT_TRANSLATE_NOOP("phrases", "What was saved before is safe; the last change was not saved."),
        QT_TRANSLATE_NOOP("phrases", "Make room on the disk, then try again."),
    ),
    "store-damaged": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A file of the program's data is damaged."),
        QT_TRANSLATE_NOOP("phrases", "What the centre has received is safe there."),
        QT_TRANSLATE_NOOP("phrases", "Do not delete anything; tell State IT."),
    ),
    "trail-broken": Phrase(
        QT_TRANSLATE_NOOP(
            "phrases", "The audit trail of this PC was changed: entry {number} is not as it was written."
        ),
        QT_TRANSLATE_NOOP("phrases", "What the centre has received is safe there."),
        QT_TRANSLATE_NOOP("phrases", "Do not delete anything; tell your supervising officer and State IT."),
    ),
    "second-copy": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The second copy of drafts and outbox could not be made."),
        QT_TRANSLATE_NOOP("phrases", "What was written is safe on this PC; only the copy is old."),
        QT_TRANSLATE_NOOP("phrases", "Make room on the disk; if this stays, tell State IT."),
    ),
    "second-place": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The further place for the second copy cannot be written."),
        QT_TRANSLATE_NOOP("phrases", "What was written is safe on this PC, and so is its second copy there."),
        QT_TRANSLATE_NOOP("phrases", "Look whether its disk is connected and has room; if this stays, tell State IT."),
    ),
    "files-set-aside": Phrase(
        QT_TRANSLATE_NOOP(
            "phrases", "Works, but a file of this PC was damaged or missing; its second copy or the centre replaced it."
        ),
        QT_TRANSLATE_NOOP("phrases", "What was damaged is kept beside it."),
        QT_TRANSLATE_NOOP("phrases", "Tell State IT: the disk may be failing, or somebody took the file away."),
    ),
    "newer-data": Phrase(
        QT_TRANSLATE_NOOP("phrases", "A newer version of the program wrote the data on this PC."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Start the newer version, or ask State IT for it."),
    ),
    "profile-in-use": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The program is already running on this PC."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "Use the window that is open, or close it first."),
    ),
    "profile-unwritable": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The program may not write to its data folder."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Tell State IT: the data folder is not writable."),
    ),
    "not-in-copy": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC does not have it yet."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("phrases", "It comes with a sync when there is a line."),
    ),
    "keychain": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC's keychain did not answer."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Sign out of the PC and in again, then start the program."),
    ),
    "keychain-missing": Phrase(
        QT_TRANSLATE_NOOP("phrases", "This PC has no keychain to guard the data."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Ask State IT to set one up, or to allow the password alone."),
    ),
    "machine-secret-missing": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The data is here, but this PC's key for it is gone from the keychain."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Do not delete anything; State IT can open it with the State's recovery key."),
    ),
    "recovery-slot-missing": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The data on this PC was not sealed to this recovery key."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Use the recovery key that the settings named when an officer last signed in."),
    ),
    "settings": Phrase(
        QT_TRANSLATE_NOOP("phrases", "The settings file cannot be used: {setting} ({why})."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("phrases", "Ask State IT to correct the settings file."),
    ),
}

PHRASES: Final[dict[str, Phrase]] = _INPUT | _SIGN | LINE | _REFUSED | _STORE
