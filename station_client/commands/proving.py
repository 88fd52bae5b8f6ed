"""``receipt …``: the centre's signature on a receipt, shown, and checked with or without a data folder or a line."""

from __future__ import annotations

import hashlib
from pathlib import Path

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.domain.ids import ItemId
from station_client.domain.reasons import Field, Reason
from station_client.domain.receipt_proof import LONGEST_PROOF, Proof, ProofError, proof_of, read_proof, text_hash
from station_client.errors import InputError
from station_client.security.receipt_keys import read_keys, signed
from station_client.services.desk_notes import receipt_keys

LARGEST_FILE = 64 * 1024
PIECE = 1024 * 1024


def show(call: Call) -> Answer:
    """Show the signed lines of a receipt, as they are printed."""
    with signed_in(call) as verbs:
        proof = proof_of(verbs.outbox.receipt(ItemId(call.given.item)))
    if proof is None:
        raise InputError(Field.RECEIPT, Reason.NOT_SIGNED)
    return Answer({"proof": proof.text()}, tuple(proof.text().splitlines()))


def hashes(call: Call) -> Answer:
    """Give the hash report of an item's files, each read again; it leaves a trace, as on paper."""
    with signed_in(call) as verbs:
        report = verbs.hashing.for_paper(ItemId(call.given.item))
    lines = [f"PC {report.machine_id}, read again {moment(report.read_at)}, every hash as at attaching"]
    for one in report.files:
        attached = moment(one.attached_at) if one.attached_at else "at a moment that was not kept"
        lines += [f"{one.name}  {one.size:,} bytes  attached {attached}"]
        lines += [f"  SHA-256 {one.sha256}", f"  SHA-1   {one.sha1}", f"  MD5     {one.md5}"]
    return Answer({"report": report}, tuple(lines) if report.files else ("no files attached",))


def verify(call: Call) -> Answer:
    """Check a receipt that was printed, scanned or typed, by a file of keys or by those that this PC learned.

    Raises ``InputError``: ``not-a-receipt``, ``key-unknown``, ``not-signed`` (other lines than the centre signed),
    ``not-the-file``.
    """
    given = call.given
    try:
        proof = read_proof(_typed(call))
    except ProofError as wrong:
        raise InputError(Field.RECEIPT, Reason.NOT_A_RECEIPT, str(wrong)) from wrong
    keys = _keys(call)
    if proof.statement.key_id not in keys:
        raise InputError(Field.KEY_FILE, Reason.KEY_UNKNOWN, proof.statement.key_id)
    if not signed(proof, keys):
        raise InputError(Field.RECEIPT, Reason.NOT_SIGNED)
    files = tuple(_belongs(proof, path) for path in given.file)
    if given.text is not None:
        _says(proof, given.text)
    said = proof.statement
    table = {"signed": True, "statement": said, "files": files}
    lines = (f"signed by {said.centre}, key {said.key_id}", *tuple(said.lines())[3:], *(f"is {one}" for one in files))
    return Answer(table, lines)


def _typed(call: Call) -> str:
    given = call.given
    if given.proof is None:
        return call.doors.source.read(LONGEST_PROOF + 1)
    return _read(given.proof, Field.RECEIPT, Reason.NOT_A_RECEIPT).decode("utf-8", "replace")


def _keys(call: Call) -> dict[str, bytes]:
    if call.given.keys is None:
        with signed_in(call) as verbs:
            return receipt_keys(verbs.session.stores().desk.settings)
    try:
        return read_keys(_read(call.given.keys, Field.KEY_FILE, Reason.UNREADABLE))
    except ValueError as wrong:
        raise InputError(Field.KEY_FILE, Reason.UNREADABLE) from wrong


def _read(path: Path, field: Field, reason: Reason) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(LARGEST_FILE)
    except OSError as wrong:
        raise InputError(field, reason) from wrong


def _belongs(proof: Proof, path: Path) -> str:
    """Hold a file against the hashes that were signed."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as opened:
            while piece := opened.read(PIECE):
                digest.update(piece)
                size += len(piece)
    except OSError as wrong:
        raise InputError(Field.FILES, Reason.UNREADABLE) from wrong
    if (digest.hexdigest(), size) not in proof.statement.files:
        raise InputError(Field.FILES, Reason.NOT_THE_FILE, path.name)
    return path.name


def _says(proof: Proof, path: Path) -> None:
    """Hold the words of an alert against the hash that was signed."""
    try:
        words = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(Field.DESCRIPTION, Reason.UNREADABLE) from wrong
    if text_hash(words) != proof.statement.text_sha256:
        raise InputError(Field.DESCRIPTION, Reason.NOT_THE_FILE, path.name)
