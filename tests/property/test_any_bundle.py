"""A batch in columns is the batch that was written, and whatever else comes in its place is refused."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.push import content_hash
from sync.protocol.bundle import bundled, unbundled
from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.codes import BATCH_BYTES, BATCH_ITEMS
from sync.protocol.dictionary import dictionary, newest
from sync.protocol.messages import PushBatch, PushItem
from sync.protocol.packing import message_packed, message_unpacked
from sync.protocol.rows import MOST_CELLS
from tests.property.test_any_columns import MOMENT, NUMBER, SIGNS, WORD
from tests.property.test_any_sheet import FILES, ODD
from tests.support.anywhere import put_anywhere

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
EXAMPLE = json.loads((GOLDEN / "columns" / "items.json").read_bytes())
BATCH = decode(json.dumps(EXAMPLE["batch"]).encode(), PushBatch)
MANY = st.lists(
    st.builds(
        PushItem,
        item_id=st.uuids(version=4).map(str) | WORD,
        author=WORD,
        category=WORD,
        description=st.text(SIGNS),
        written_at=MOMENT,
        skew_seconds=st.floats(-1e10, 1e10),
        fir_key=WORD,
        gd_reason=st.text(SIGNS, max_size=20),
        files=FILES,
        edits=WORD,
        base_version=NUMBER,
        life=WORD,
    ),
    max_size=12,
)


def packed(table: object) -> bytes:
    """Compress a bundle, whatever it says."""
    return message_packed(json.dumps(table).encode(), dictionary(newest()))


@settings(deadline=None)
@given(MANY)
def test_any_batch_comes_back_as_it_was(items: list[PushItem]) -> None:
    """Word for word, so that an item has one hash at the centre however it came: a repeat is known."""
    batch = PushBatch(items=tuple(items))
    read = unbundled(bundled(batch, newest()), newest())
    assert read == batch
    plain = decode(encode(batch), PushBatch)
    assert list(map(content_hash, read.items)) == list(map(content_hash, plain.items))


def test_the_example_is_read_and_written_the_same() -> None:
    """Another program can be held against it."""
    written = message_unpacked(bundled(BATCH, newest()), BATCH_BYTES, dictionary(newest()))
    assert json.loads(written) == EXAMPLE["bundle"]
    assert unbundled(packed(EXAMPLE["bundle"]), newest()) == BATCH


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_change_to_a_bundle_is_read_soundly_or_refused(data: st.DataObject) -> None:
    """One thing anywhere becomes something else."""
    table = json.loads(json.dumps(EXAMPLE["bundle"]))
    put_anywhere(data, table, data.draw(ODD))
    with contextlib.suppress(NotUnderstoodError):
        read = unbundled(packed(table), newest())
        assert decode(encode(read), PushBatch) == read


def _says(text: str, rows: int) -> object:
    """Give a bundle whose items all say one text: few bytes that stand for many."""
    fields = EXAMPLE["bundle"]["items"][1]
    one = {name: ["=", "x"] for name in fields} | {"description": ["=", text], "files": ["[", ["=", 0], ["=", None]]}
    numbers = {
        "skew_seconds": ["=", 0.0],
        "base_version": ["=", 0],
        "written_at": ["@", 1, [1786689667] + [0] * (rows - 1)],
    }
    return {"rows": rows, "items": ["{", one | numbers]}


def test_little_that_claims_to_be_much_is_refused() -> None:
    """More items than a batch has, more text than one says, more bytes than it has; within bounds it is read."""
    assert len(unbundled(packed(_says("x" * 1000, BATCH_ITEMS)), newest()).items) == BATCH_ITEMS
    for table in (_says("x", MOST_CELLS // 10), _says("x" * 90_000, BATCH_ITEMS), _says("x" * BATCH_BYTES, 1)):
        with pytest.raises(NotUnderstoodError):
            unbundled(packed(table), newest())


def test_columns_in_columns_without_end_are_refused() -> None:
    """However deep, and whoever gives up first: who decodes them, or who spreads them."""
    for levels in range(25, 1000, 25):
        inner = '["{",{"a":' * levels + '["=",1]' + "}]" * levels
        with pytest.raises(NotUnderstoodError):
            unbundled(message_packed(f'{{"rows":1,"items":{inner}}}'.encode(), dictionary(newest())), newest())


@pytest.mark.parametrize("name", ["", "0" * 16, "../95d27770f3b57ceb", newest().upper()])
def test_a_dictionary_that_is_not_here_is_named_by_nobody(name: str) -> None:
    """Neither written by nor read by."""
    with pytest.raises(NotUnderstoodError, match="dictionary"):
        bundled(BATCH, name)
    with pytest.raises(NotUnderstoodError, match="dictionary"):
        unbundled(bundled(BATCH, newest()), name)


@given(st.binary(max_size=200))
def test_noise_is_refused(noise: bytes) -> None:
    """Whatever comes instead of a frame of zstd."""
    with pytest.raises(NotUnderstoodError):
        unbundled(noise, newest())


@pytest.mark.parametrize(
    ("column", "why"),
    [(["@", 1, [253402300799, 0, 0, 0]], "a moment outside"), (["=", "2026-08-14T06:41:07Z"], "written_at")],
    ids=["outside our years", "a text"],
)
def test_a_moment_that_no_clock_means_is_refused(column: object, why: str) -> None:
    """And a text tells none, be it sound: nothing gets past the bounds of a column of moments."""
    table = json.loads(json.dumps(EXAMPLE["bundle"]))
    table["items"][1]["written_at"] = column
    with pytest.raises(NotUnderstoodError, match=why):
        unbundled(packed(table), newest())
