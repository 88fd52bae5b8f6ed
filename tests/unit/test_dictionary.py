"""The trained dictionary: what it is called is what it is, and it is worth its place."""

from __future__ import annotations

from sync.protocol import packing
from sync.protocol.columns import to_columns
from sync.protocol.dictionary import dictionary, installed, name_of, newest
from sync.protocol.packing import message_packed, message_unpacked, packed, unpacked
from tests.support.records import an_alert


def test_each_is_what_its_name_says() -> None:
    """A station and a centre that use one name use the same bytes."""
    assert newest() in installed()
    assert all(name_of(data) == name for name, data in installed().items())


def test_one_that_is_not_here_is_none() -> None:
    """The empty name is no dictionary either."""
    assert dictionary("0123456789abcdef") is None
    assert dictionary("") is None


def test_a_single_alert_becomes_small() -> None:
    """What is new every few minutes costs a fraction of itself."""
    plain = to_columns([an_alert(1)])
    small = packed(plain, 19, dictionary(newest()))
    assert unpacked(small, len(plain), dictionary(newest())) == plain
    assert len(small) < 170 < len(packed(plain, 19))


def test_a_dictionary_is_digested_once_for_a_level() -> None:
    """To digest it costs many times what a frame of few records does; the bytes are the same."""
    plain, trained = to_columns([an_alert(1)]), dictionary(newest())
    first, before = packed(plain, 19, trained), packing._digested.cache_info()
    assert packed(plain, 19, trained) == first
    after = packing._digested.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1)


def test_a_message_is_written_with_the_dictionary_digested_once() -> None:
    """An alert that waits for its first byte does not wait for that."""
    plain, trained = to_columns([an_alert(1)]), dictionary(newest())
    small, before = message_packed(plain, trained), packing._digested.cache_info()
    assert message_packed(plain, trained) == small
    assert message_unpacked(small, len(plain), trained) == plain
    assert packing._digested.cache_info().hits == before.hits + 1
