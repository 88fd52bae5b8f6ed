"""A receipt as the centre signs it: lines that a person can read, type from paper, or scan, and check without a line.

The very text is what is signed, so nothing has to be put together again by guessing. Pure; both ends use it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from station_client.domain.outbox import Receipt
from station_client.domain.receipt_tree import is_signature, what_was_signed

FORM = "station-receipt"
VERSION = "1"
NONE = "-"
LONGEST_PROOF = 8 * 1024
KEY_ID_LENGTH = 16

_HASH = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"[0-9a-f]{16}")
_SINGLE = ("key", "centre", "number", "item", "office", "officer", "text", "received", "complete")


class ProofError(ValueError):
    """What was typed or scanned is no receipt; the text names the line."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the centre vouches for.

    ``text_sha256`` is of the words as they were sent (``text_hash``), empty for what was received before the centre
    signed; ``files`` are hash and size of each file that it has verified, in their order. Moments are UTC.
    """

    key_id: str
    centre: str
    number: str
    item_id: str
    office_code: str
    officer: str
    text_sha256: str
    files: tuple[tuple[str, int], ...]
    received_at: datetime
    complete_at: datetime | None

    def text(self) -> str:
        """Give the lines that are signed, as UTF-8 without an end of the last line."""
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """Give the lines in their one order."""
        yield f"{FORM} {VERSION}"
        yield f"key {self.key_id}"
        yield f"centre {_plain(self.centre)}"
        yield f"number {_plain(self.number)}"
        yield f"item {_plain(self.item_id)}"
        yield f"office {_plain(self.office_code)}"
        yield f"officer {_plain(self.officer)}"
        yield f"text {self.text_sha256 or NONE}"
        for sha256, size in self.files:
            yield f"file {sha256} {size}"
        yield f"received {_moment(self.received_at)}"
        yield f"complete {_moment(self.complete_at) if self.complete_at else NONE}"


@dataclass(frozen=True, slots=True)
class Proof:
    """A statement with its signature: all that a check needs beside the centre's public key.

    The signature is of the statement alone (64 bytes), or of several receipts together (``receipt_tree``).
    """

    statement: Statement
    signature: bytes

    def text(self) -> str:
        """Give what is printed and scanned."""
        return f"{self.statement.text()}\nsignature {signature_text(self.signature)}"

    def signed_text(self) -> str:
        """Give the text that the signature's first 64 bytes are of."""
        return what_was_signed(self.statement.text(), self.statement.key_id, self.signature)


def proof_of(receipt: Receipt) -> Proof | None:
    """Give the signed lines of a receipt that is kept; None where the centre did not sign it. Raises ``ProofError``."""
    if not receipt.signature:
        return None
    said = Statement(
        key_id=receipt.key_id,
        centre=receipt.centre,
        number=receipt.record_number,
        item_id=receipt.item_id,
        office_code=receipt.office_code,
        officer=receipt.author,
        text_sha256=receipt.text_sha256,
        files=tuple((one.sha256, one.size) for one in receipt.files),
        received_at=receipt.received_at,
        complete_at=receipt.complete_at,
    )
    return Proof(said, read_signature(receipt.signature))


def text_hash(description: str) -> str:
    """Give the SHA-256 of an alert's words as they are kept."""
    return hashlib.sha256(description.strip().encode("utf-8", "surrogatepass")).hexdigest()


def key_id(public: bytes) -> str:
    """Name a public key (its 32 bytes) by what it is: no two keys have one name."""
    return hashlib.sha256(public).hexdigest()[:KEY_ID_LENGTH]


def signature_text(signature: bytes) -> str:
    """Write a signature in groups of four signs that are not mistaken for one another (A to Z, 2 to 7)."""
    signs = base64.b32encode(signature).decode("ascii").rstrip("=")
    return " ".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def read_signature(text: str) -> bytes:
    """Read a signature, however its groups are spaced. Raises ``ProofError``."""
    signs = "".join(text.split()).upper()
    try:
        found = base64.b32decode(signs + "=" * (-len(signs) % 8))
    except (binascii.Error, ValueError) as wrong:
        raise ProofError("signature") from wrong
    if not is_signature(found):
        raise ProofError("signature")
    return found


def read_proof(text: str) -> Proof:
    """Read what was scanned or typed; blanks and empty lines do not matter. Raises ``ProofError``."""
    if len(text) > LONGEST_PROOF:
        raise ProofError("it is too long")
    folded = unicodedata.normalize("NFKC", text)  # a line copied from a PDF has ligatures in it
    rows = [(one[0].lower(), " ".join(one[1:])) for line in folded.splitlines() if (one := line.split())]
    if not rows or rows[0] != (FORM, VERSION):
        raise ProofError(f"it does not begin with '{FORM} {VERSION}'")
    said: dict[str, str] = {}
    files: list[tuple[str, int]] = []
    signature = ""
    for word, rest in rows[1:]:
        if word == "file":
            files.append(_file(rest))
        elif word == "signature":
            signature += rest
        elif word in _SINGLE and word not in said:
            said[word] = rest
        else:
            raise ProofError(word)
    missing = [one for one in _SINGLE if one not in said]
    if missing:
        raise ProofError(missing[0])
    return Proof(_statement(said, tuple(files)), read_signature(signature))


def _statement(said: dict[str, str], files: tuple[tuple[str, int], ...]) -> Statement:
    received = _read_moment("received", said["received"])
    if received is None:
        raise ProofError("received")
    return Statement(
        key_id=_matching(_KEY, "key", said["key"]),
        centre=said["centre"],
        number=said["number"],
        item_id=said["item"],
        office_code=said["office"],
        officer=said["officer"],
        text_sha256="" if said["text"] == NONE else _matching(_HASH, "text", said["text"]),
        files=files,
        received_at=received,
        complete_at=_read_moment("complete", said["complete"]),
    )


def _file(rest: str) -> tuple[str, int]:
    *parts, size = rest.split() or [""]
    if not (size.isascii() and size.isdigit() and len(size) <= 15):  # noqa: PLR2004 far beyond any file
        raise ProofError("file")
    return _matching(_HASH, "file", "".join(parts)), int(size)


def _matching(form: re.Pattern[str], name: str, text: str) -> str:
    found = "".join(text.split()).lower()
    if form.fullmatch(found) is None:
        raise ProofError(name)
    return found


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _read_moment(name: str, text: str) -> datetime | None:
    if text == NONE:
        return None
    try:
        return datetime.strptime(text.upper(), "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    except ValueError as wrong:
        raise ProofError(name) from wrong


def _plain(text: str) -> str:
    """Bring what a centre is called, and every word, onto one line with single blanks and without ligatures."""
    return " ".join(unicodedata.normalize("NFKC", text).split()) or NONE
