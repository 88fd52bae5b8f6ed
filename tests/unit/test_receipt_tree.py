"""Receipts that share a signature: each holds by itself, and none holds for anything that was not signed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.receipt_proof import Proof, ProofError, key_id, read_proof, read_signature
from station_client.domain.receipt_proof import signature_text as written
from station_client.domain.receipt_tree import ALONE, TOGETHER, carried, groups, is_signature, to_sign
from station_client.security.receipt_keys import signed
from tests.unit.test_receipt_proof import KEYS, PRIVATE, SAID


def signed_together(many: int) -> list[Proof]:
    """Sign so many statements at once, as the centre does."""
    said = [replace(SAID, number=f"2026-{at:06d}") for at in range(many)]
    texts = [one.text() for one in said]
    signature = PRIVATE.sign(to_sign(SAID.key_id, texts).encode())
    return [Proof(*pair) for pair in zip(said, carried(signature, texts), strict=True)]


@pytest.mark.parametrize("many", range(1, 18))
def test_each_is_checked_without_the_others(many: int) -> None:
    """From its printed lines and the public key alone, however many signed with it."""
    for one in signed_together(many):
        assert signed(read_proof(one.text()), KEYS)


def test_one_alone_is_signed_as_ever() -> None:
    """The signature is of its very lines, so that whoever knows no tree can check it."""
    (one,) = signed_together(1)
    assert len(one.signature) == ALONE
    PRIVATE.public_key().verify(one.signature, one.statement.text().encode())


def test_the_rule_is_the_one_that_is_written_down() -> None:
    """As ``docs/wire.md`` has it, reckoned by hand: leaves with a zero before them, knots with a one."""
    first, second, third = signed_together(3)
    leaves = [hashlib.sha256(b"\0" + one.statement.text().encode()).digest() for one in (first, second, third)]
    low = hashlib.sha256(b"\1" + leaves[0] + leaves[1]).digest()
    root = hashlib.sha256(b"\1" + low + leaves[2]).hexdigest()
    PRIVATE.public_key().verify(first.signature[:ALONE], f"station-receipts 1\nkey {SAID.key_id}\nroot {root}".encode())
    assert first.signature[ALONE:] == b"\0" + leaves[1] + leaves[2]
    assert second.signature[ALONE:] == b"\1" + leaves[0] + leaves[2]
    assert third.signature[ALONE:] == b"\1" + low


def test_a_place_in_the_tree_is_nobody_elses() -> None:
    """Another's way to the root, a way with a byte changed, turned or cut short: none of them holds."""
    proofs = signed_together(TOGETHER)
    one, other = proofs[2], proofs[5]
    assert not signed(Proof(one.statement, other.signature), KEYS)
    assert not signed(Proof(replace(one.statement, number="2026-999999"), one.signature), KEYS)
    for at in range(ALONE, len(one.signature)):
        bent = bytearray(one.signature)
        bent[at] ^= 1
        assert not signed(Proof(one.statement, bytes(bent)), KEYS), at
    assert not signed(Proof(one.statement, one.signature[:-32]), KEYS)
    assert not signed(Proof(one.statement, one.signature[:ALONE]), KEYS)
    assert not signed(Proof(one.statement, one.signature + b"\0"), KEYS)


def test_what_the_root_is_of_is_no_receipt() -> None:
    """The text that is signed for several cannot be passed off as the lines of one, nor a knot as a leaf."""
    proofs = signed_together(2)
    texts = [one.statement.text() for one in proofs]
    with pytest.raises(ProofError):
        read_proof(f"{to_sign(SAID.key_id, texts)}\nsignature {written(proofs[0].signature[:ALONE])}")


def test_the_same_signature_by_another_key_is_none() -> None:
    """What was found to hold for one key is not believed of another."""
    (first, _) = signed_together(2)
    assert signed(first, KEYS)
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    elsewhere = replace(first, statement=replace(first.statement, key_id=key_id(other)))
    assert not signed(elsewhere, {key_id(other): other})


@given(st.binary(max_size=400))
def test_any_bytes_are_a_signature_or_refused(found: bytes) -> None:
    """By their length and by steps that are not there; what is one is read from paper as it was written."""
    if is_signature(found):
        assert read_signature(written(found)) == found
        assert not signed(Proof(SAID, found), KEYS)
    else:
        with pytest.raises(ProofError):
            read_signature(written(found))


@given(st.integers(0, 500))
def test_groups_hold_each_receipt_once(many: int) -> None:
    """In their order, none larger than it may be."""
    split = list(groups(many))
    assert [at for group in split for at in group] == list(range(many))
    assert all(1 <= len(group) <= TOGETHER for group in split)
