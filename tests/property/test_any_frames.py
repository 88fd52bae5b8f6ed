"""Whatever happens to a stream of frames on its way: what is given out is what was written, or it is refused."""

from __future__ import annotations

import contextlib
import random
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import frames
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.columns import to_columns
from sync.protocol.frames import (
    HEADER,
    CutShortError,
    Encoding,
    Frame,
    FrameParser,
    Kind,
    Stored,
    read_frames,
    write_frame,
)
from sync.protocol.packing import Packer, Window, packed
from tests.support.streams import LEVEL, end_frame, leaning, records_frame, some_records

PAGES = [some_records(1, 40), some_records(41, 90), some_records(91, 140)]
ALONE = [records_frame(page, page[-1].sequence) for page in PAGES]
LEANING = leaning(PAGES)
STREAM = b"".join([*ALONE, end_frame(140, 150)])
WINDOWED = b"".join([*LEANING, end_frame(140, 150)])
ALL = [record for page in PAGES for record in page]


def read(pieces: list[bytes], parser: FrameParser | None = None) -> list[Frame]:
    """Read a stream to its end."""
    return list(read_frames(pieces, parser or FrameParser()))


def records(found: list[Frame]) -> list[object]:
    """Give everything that frames hold."""
    return [record for frame in found for record in frame.records]


@pytest.mark.parametrize("stream", [STREAM, WINDOWED])
@given(cuts=st.lists(st.integers(0, 6000), max_size=12))
@settings(max_examples=30, deadline=None)
def test_pieces_of_any_size_give_the_same_frames(stream: bytes, cuts: list[int]) -> None:
    """A line cuts a stream where it likes."""
    at = [0, *sorted(cuts), len(stream)]
    found = read([stream[one:after] for one, after in pairwise(at)])
    assert records(found) == ALL
    assert [frame.cursor for frame in found] == [40, 90, 140, 140]
    assert found[-1].end is not None
    assert found[-1].after == len(stream)


@pytest.mark.parametrize("stream", [STREAM, WINDOWED])
@given(length=st.integers(0, 6000))
@settings(max_examples=30, deadline=None)
def test_a_cut_stream_gives_whole_frames_and_goes_on_where_it_stopped(stream: bytes, length: int) -> None:
    """Nothing of a half frame is given out; the same parser takes the rest from its offset."""
    parser = FrameParser()
    first = list(parser.take(stream[:length]))
    if not parser.ended:
        with pytest.raises(CutShortError):
            read([], parser)
    assert parser.offset == min(length, len(stream))
    assert records(first + read([stream[parser.offset :]], parser)) == ALL


@given(lengths=st.lists(st.integers(1, 400_000), min_size=2, max_size=5), seed=st.integers(0, 9))
@settings(max_examples=15, deadline=None)
def test_a_payload_of_any_length_comes_out_whole(lengths: list[int], seed: int) -> None:
    """Compressed blocks do not end where payloads do: what is left of one block must not wait for the next payload."""
    dice = random.Random(seed)
    words = [dice.randbytes(5).hex().encode() for _ in range(900)]
    packer, window = Packer(LEVEL), Window()
    for length in lengths:
        plain = b" ".join(dice.choices(words, k=length // 11 + 1))
        assert window.read(packer.add(plain), len(plain)) == plain


def test_a_reader_without_its_state_goes_on_from_the_run() -> None:
    """After a power cut the frames are read again from where the run began; those that are stored are passed over."""
    begun = b"".join([ALONE[0], *leaning([PAGES[1], PAGES[2]]), end_frame(140, 150)])
    frame = list(FrameParser().take(begun))[1]
    assert (frame.cursor, frame.run) == (90, len(ALONE[0]))
    again = read([begun[frame.run :]], FrameParser(offset=frame.run))
    assert [one.cursor for one in again] == [90, 140, 140]
    assert again[-1].after == len(begun)


@pytest.mark.parametrize("stream", [STREAM, WINDOWED])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_changed_bit_is_noticed(stream: bytes, data: st.DataObject) -> None:
    """One bit, anywhere: the frames before it are given out, and nothing that differs."""
    at, bit = data.draw(st.integers(0, len(stream) - 1)), data.draw(st.integers(0, 7))
    broken = bytearray(stream)
    broken[at] ^= 1 << bit
    got: list[object] = []
    with pytest.raises(NotUnderstoodError):
        got.extend(given_out(bytes(broken)))
    assert got == ALL[: len(got)]


def given_out(stream: bytes) -> Iterator[object]:
    """Give the records of a stream as they are given out."""
    for frame in read_frames([stream], FrameParser()):
        yield from frame.records


HEADS = st.builds(
    HEADER.pack,
    st.integers(0, 255) | st.sampled_from([1, 2, 3]),
    st.integers(0, 255) | st.sampled_from([0, 1, 2, 3, 4]),
    st.integers(0, 2**64 - 1) | st.integers(0, 500),
    st.integers(0, 2**32 - 1) | st.integers(0, 60),
    st.integers(0, 2**32 - 1) | st.integers(0, 100),
    st.integers(0, 2**32 - 1) | st.integers(0, 100),
    st.integers(0, 2**32 - 1),
)


@given(head=HEADS, body=st.binary(max_size=120))
@settings(max_examples=300, deadline=None)
def test_headers_that_lie_are_refused(head: bytes, body: bytes) -> None:
    """Even with the right checksum: lengths, rows and kinds are held against what a frame may have."""
    checked = head[: HEADER.size - 4]
    stored = int.from_bytes(checked[14:18], "big")
    checksum = zlib.crc32(body[:stored], zlib.crc32(checked)).to_bytes(4, "big")
    with contextlib.suppress(NotUnderstoodError):
        for frame in read_frames([checked + checksum + body], FrameParser()):
            assert frame.cursor < 2**63


@pytest.mark.parametrize("claimed", [10, 8 * 1024 * 1024])
@pytest.mark.parametrize("encoding", [Encoding.ZSTD, Encoding.WINDOW])
def test_a_bomb_does_not_go_off(claimed: int, encoding: Encoding) -> None:
    """A payload that unpacks to more than its header says stops there; so does one that gives less."""
    bomb = b" " * (64 * 1024 * 1024)
    data = packed(bomb, LEVEL) if encoding is Encoding.ZSTD else Packer(LEVEL).add(bomb)
    frame = write_frame(Kind.RECORDS, 10, 1, Stored(encoding, data, claimed))
    with pytest.raises(NotUnderstoodError, match="longer"):
        read([frame])
    short = write_frame(Kind.RECORDS, 10, 1, Stored(Encoding.ZSTD, packed(b"[]", LEVEL), claimed))
    with pytest.raises(NotUnderstoodError, match="shorter"):
        read([short])


def test_what_leans_on_nothing_is_refused() -> None:
    """A carried frame needs its window, and a frame with a dictionary needs one that was named."""
    with pytest.raises(NotUnderstoodError, match="leans"):
        read([LEANING[1]])
    plain = to_columns(PAGES[0])
    with_dictionary = write_frame(Kind.RECORDS, 40, 40, Stored(Encoding.DICTIONARY, packed(plain, LEVEL), len(plain)))
    with pytest.raises(NotUnderstoodError, match="dictionary"):
        read([with_dictionary])


EXPRESS = records_frame(PAGES[1][:5], 0, kind=Kind.EXPRESS)


@pytest.mark.parametrize(
    ("stream", "since", "said"),
    [
        ([ALONE[1], ALONE[0]], 0, "cursor 40 after 90"),
        ([ALONE[0], ALONE[0]], 0, "cursor 40 after 40"),
        ([ALONE[0]], 20, "outside"),
        ([records_frame(PAGES[0], 30)], 0, "outside"),
        ([ALONE[0], EXPRESS], 0, "express"),
        ([EXPRESS, EXPRESS], 0, "express"),
        ([records_frame(PAGES[0][:5], 0, kind=Kind.EXPRESS)], 20, "outside"),
        ([ALONE[0], end_frame(40, 40), ALONE[1]], 0, "behind the last"),
        ([ALONE[0], end_frame(90, 90)], 0, "the end says"),
        ([ALONE[0], end_frame(40, 39)], 0, "head 39"),
        ([ALONE[1], end_frame(90, 30)], 40, "head 30"),
    ],
)
def test_frames_out_of_order_are_refused(stream: list[bytes], since: int, said: str) -> None:
    """What breaks the rule of the cursor is not given out."""
    with pytest.raises(NotUnderstoodError, match=said):
        read(stream, FrameParser(since=since))


def test_a_restored_centre_says_so_in_the_end() -> None:
    """Its head lies below the cursor that it was asked with, and it sends no records."""
    (frame,) = read([end_frame(140, 12)], FrameParser(since=140))
    assert frame.end is not None
    assert frame.end.head == 12


def test_an_express_frame_moves_no_cursor() -> None:
    """It comes first, and the frames behind it bring its records once more."""
    found = read([EXPRESS, *ALONE, end_frame(140, 140)])
    assert [frame.kind for frame in found] == [Kind.EXPRESS, Kind.RECORDS, Kind.RECORDS, Kind.RECORDS, Kind.END]
    assert found[0].cursor == 0


def test_a_frame_that_no_end_could_read_is_not_written() -> None:
    """The writer keeps the limits that the reader holds it to."""
    with pytest.raises(ValueError, match="larger"):
        write_frame(Kind.RECORDS, 1, frames.FRAME_ROWS + 1, Stored(Encoding.PLAIN, b"", 0))
