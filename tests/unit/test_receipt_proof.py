"""The lines of a signed receipt: read as they were written however they are typed, and false in any other word."""

from __future__ import annotations

import base64
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from central.commands.run import main
from central.errors import SetupError
from central.receipt_keys import PRIVATE_FILE, ReceiptKeys, open_to_others
from station_client.domain.receipt_proof import (
    Proof,
    ProofError,
    Statement,
    key_id,
    proof_of,
    read_proof,
    read_signature,
    signature_text,
    text_hash,
)
from station_client.security.receipt_keys import named, read_keys, signed
from sync.mapping.items import receipt_of
from sync.protocol.codec import decode
from sync.protocol.enquiries import KeyList
from sync.protocol.messages import ReceiptRecord

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = PRIVATE.public_key().public_bytes_raw()
KEYS = {key_id(PUBLIC): PUBLIC}
MOMENT = datetime(2026, 8, 14, 6, 41, 7, 250000, tzinfo=UTC)
SAID = Statement(
    key_id=key_id(PUBLIC),
    centre="Cri-MAC  केंद्र",
    number="2026-000417",
    item_id="0198a7c4-5e1b-7c3d-9f20-6b7a8c9d0e1f",
    office_code="31682034",
    officer="asharma",
    text_sha256=text_hash("Four kilograms of opium."),
    files=(("3b" * 32, 184320), ("9f" * 32, 52811)),
    received_at=MOMENT,
    complete_at=None,
)


def proof(said: Statement = SAID) -> Proof:
    """Sign a statement as the centre does."""
    return Proof(said, PRIVATE.sign(said.text().encode()))


def test_what_is_printed_is_what_was_signed() -> None:
    """Read back from its lines, the signature holds."""
    assert signed(read_proof(proof().text()), KEYS)
    assert signed(read_proof(proof(replace(SAID, files=(), text_sha256="", complete_at=MOMENT)).text()), KEYS)


def test_the_example_of_the_wire_is_signed_by_the_example_of_a_key() -> None:
    """Another program can be held against the two golden files."""
    record = decode((GOLDEN / "ReceiptRecord.json").read_bytes(), ReceiptRecord)
    keys = named(map(base64.b64decode, decode((GOLDEN / "KeyList.json").read_bytes(), KeyList).keys))
    example = proof_of(receipt_of(record))
    assert example is not None
    assert signed(example, keys)


def test_typing_it_is_forgiven_blanks_and_cases() -> None:
    """Groups may be spaced otherwise, lines may be empty, hashes may be broken and in capitals."""
    lines = []
    for line in proof().text().splitlines():
        word, rest = line.split(" ", 1)
        if word in {"file", "text"}:
            rest = rest[:20].upper() + " " + rest[20:]
        if word == "signature":
            rest = rest.lower().replace(" ", "")
            lines += [f"signature {rest[:50]}"]
            rest = rest[50:]
        lines += [f"  {word.upper()}   {rest} ", ""]
    assert signed(read_proof("\r\n".join(lines)), KEYS)


def test_no_sign_of_it_can_be_changed() -> None:
    """Each line with one digit or letter more is another statement, or none."""
    whole = proof().text().splitlines()
    for at, line in enumerate(whole):
        told = [*whole[:at], line[:-1] + ("1" if line[-1] != "1" else "2"), *whole[at + 1 :]]
        try:
            assert not signed(read_proof("\n".join(told)), KEYS), line
        except ProofError:
            continue


def test_files_are_in_their_order_and_none_is_left_out() -> None:
    """A signature covers which files there were."""
    turned = replace(SAID, files=SAID.files[::-1])
    fewer = replace(SAID, files=SAID.files[:1])
    assert not any(signed(Proof(one, proof().signature), KEYS) for one in (turned, fewer))


def test_another_key_under_the_same_name_is_none() -> None:
    """A name is the key's own hash, so a list cannot slip another one in."""
    other = Ed25519PrivateKey.generate()
    forged = Proof(SAID, other.sign(SAID.text().encode()))
    assert not signed(forged, {SAID.key_id: other.public_key().public_bytes_raw()})
    assert not signed(proof(), {})


@pytest.mark.parametrize("line", ["", "station-receipt 2", "hello", "x" * 9000, "station-receipt 1\nsurprise 1"])
def test_what_is_no_receipt_is_refused(line: str) -> None:
    """By name, and nothing else happens."""
    with pytest.raises(ProofError):
        read_proof(line)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing that is typed or scanned is a crash."""
    for one in (text, "station-receipt 1\n" + text, proof().text().replace("asharma", text)):
        try:
            read_proof(one)
        except ProofError:
            continue


@given(st.binary(min_size=64, max_size=64))
def test_any_signature_is_written_and_read(signature: bytes) -> None:
    """In groups of four."""
    assert read_signature(signature_text(signature)) == signature


@pytest.mark.parametrize(
    ("mode", "system", "others"),
    [(0o600, "posix", False), (0o640, "posix", True), (0o604, "posix", True), (0o666, "nt", False)],
)
def test_a_mode_is_judged_where_it_says_something(mode: int, system: str, others: bool) -> None:  # noqa: FBT001
    """Windows gives every file that may be written 0666: a centre there would never read its own keys."""
    assert open_to_others(stat.S_IFREG | mode, system) is others


def test_the_centres_key_is_its_owners_alone(tmp_path: Path) -> None:
    """0600; one that others can read is not used; a second `make` changes nothing."""
    keys = ReceiptKeys(tmp_path / "keys")
    assert keys.signer() is None
    name = keys.make()
    assert stat.S_IMODE((tmp_path / "keys" / PRIVATE_FILE).stat().st_mode) == 0o600
    with pytest.raises(SetupError, match="rotate"):
        keys.make()
    made = keys.signer()
    assert made is not None
    assert made.key_id == name
    os.chmod(tmp_path / "keys" / PRIVATE_FILE, 0o640)  # noqa: PTH101 as a careless copy would
    with pytest.raises(SetupError, match="chmod 600"):
        keys.signer()


def test_an_old_receipt_is_checked_after_the_key_was_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every public half stays; `keys show` gives what `read_keys` reads, and never the private one."""
    folder = tmp_path / "centre"
    assert main(["init", "--folder", str(folder)]) == 0
    first = ReceiptKeys(folder / "keys").signer()
    assert first is not None
    old = Proof(replace(SAID, key_id=first.key_id), first.sign(replace(SAID, key_id=first.key_id).text()))
    assert main(["keys", "rotate", "--folder", str(folder)]) == 0
    capsys.readouterr()
    assert main(["keys", "show", "--folder", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "PRIVATE" not in shown
    known = read_keys(shown.encode())
    assert len(known) == 2
    assert signed(old, known)
    second = ReceiptKeys(folder / "keys").signer()
    assert second is not None
    assert shown.startswith(f"# signs now: {second.key_id}")
    assert second.key_id != first.key_id


@pytest.mark.parametrize("pem", [b"", b"-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----\n"])
def test_a_file_of_no_keys_is_refused(pem: bytes) -> None:
    """By a ``ValueError``, whatever is in it."""
    with pytest.raises(ValueError, match=r".+"):
        read_keys(pem)
