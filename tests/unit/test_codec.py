"""Bytes from outside become a message or are refused by name; nothing in between."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.codes import RETRY_CODES, STATUS, Code
from sync.protocol.messages import ChangePage, Health, PushBatch, Refusal
from sync.protocol.packing import message_packed, message_unpacked

NOON = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)


@given(data=st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    """Whatever comes, reading ends in a message or in one named error."""
    with contextlib.suppress(NotUnderstoodError):
        assert isinstance(decode(data, Refusal), Refusal)


@given(code=st.text(max_size=40), detail=st.text(max_size=200), seconds=st.integers(0, 2**31 - 1))
def test_what_is_written_is_read(code: str, detail: str, seconds: int) -> None:
    """Any text survives the way there and back."""
    said = Refusal(code=code, detail=detail, retry_after=seconds)
    assert decode(encode(said), Refusal) == said


def test_a_mistyped_field_is_named() -> None:
    """The refusal says which field was wrong, for the log of State IT."""
    with pytest.raises(NotUnderstoodError, match=r"\$\.protocol"):
        decode(b'{"centre":"c","server_time":"2026-08-14T06:30:00Z","protocol":"1","oldest_protocol":1}', Health)


def test_a_very_deep_message_is_refused() -> None:
    """Brackets within brackets within brackets do not take the program down."""
    with pytest.raises(NotUnderstoodError):
        decode(b'{"items":' + b"[" * 100_000, PushBatch)


def test_a_record_of_an_unknown_kind_is_refused() -> None:
    """New kinds of record need a new protocol version; within one they are an error."""
    page = (
        b'{"since":0,"cursor":1,"head":1,"more":false,"server_time":"2026-08-14T06:30:00Z",'
        b'"records":[{"type":"hologram","sequence":1}]}'
    )
    with pytest.raises(NotUnderstoodError, match="hologram"):
        decode(page, ChangePage)


def test_writing_is_the_same_each_time() -> None:
    """The same message is the same bytes, so that hashes and golden files hold."""
    health = Health(centre="c", server_time=NOON, protocol=1, oldest_protocol=1)
    assert encode(health) == encode(msgspec.structs.replace(health)) == encode(decode(encode(health), Health))


def test_every_code_has_a_status_of_its_kind() -> None:
    """What may be tried again is a 5xx, what may not is a 4xx."""
    assert set(STATUS) == set(Code)
    assert {code for code, status in STATUS.items() if status >= 500} == RETRY_CODES


@given(plain=st.binary(max_size=3000))
def test_a_compressed_message_comes_out_as_it_went_in(plain: bytes) -> None:
    """Up to the very limit."""
    assert message_unpacked(message_packed(plain), len(plain)) == plain


@given(stored=st.binary(max_size=200))
def test_bytes_that_are_no_compressed_message_are_refused_or_short(stored: bytes) -> None:
    """Nothing but the named error, and never more than the limit."""
    with contextlib.suppress(NotUnderstoodError):
        assert len(message_unpacked(stored, 100)) <= 100


def test_a_bomb_is_given_up_at_the_limit() -> None:
    """What says little and means much is not unpacked to its end."""
    with pytest.raises(NotUnderstoodError, match="more than 1000 bytes"):
        message_unpacked(message_packed(bytes(50_000_000)), 1000)
