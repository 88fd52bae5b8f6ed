"""Columns hold any records exactly, and whatever else is in them is refused without growing."""

from __future__ import annotations

import contextlib
import json
import tracemalloc
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_client.domain.fir import FirForm
from sync.protocol import records
from sync.protocol.codec import NotUnderstoodError, decode
from sync.protocol.columns import from_columns, to_columns
from sync.protocol.records import AlertRecord, ChangeRecord, FileRecord, FirRecord, GoneRecord, OfficeRecord, Record
from sync.protocol.shapes import Column, Hashes, Moments, Numbered, Objects, Picks, Same, Steps, Uuids
from sync.protocol.spreading import Allowance, spread
from tests.support.streams import some_records

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
SIGNS = st.characters(codec="utf-8")
WORD = st.text(SIGNS, max_size=12) | st.sampled_from(["", "31682034", "2026-000417", "2026-000418", "007"])
HASH = st.binary(min_size=32, max_size=32).map(bytes.hex) | WORD
NUMBER = st.integers(0, 2**63 - 1) | st.integers(0, 5)
FIRST = datetime(2000, 1, 1, tzinfo=UTC)
MOMENT = st.integers(0, 200 * 365 * 24 * 3600 * 10**6).map(
    lambda parts: FIRST + timedelta(microseconds=parts)
) | st.just(datetime(2026, 8, 1, tzinfo=UTC))
ALERT = st.builds(
    AlertRecord,
    sequence=st.just(0),
    uid=st.uuids(version=4).map(str) | WORD,
    record_number=WORD,
    category=WORD,
    life=st.sampled_from(["active", "of a later version"]),
    description=st.text(SIGNS),
    office_code=WORD,
    office_name=WORD,
    district_code=WORD,
    district_name=WORD,
    state_code=WORD,
    author=WORD,
    issued_at=MOMENT,
    received_at=MOMENT,
    version=NUMBER,
    expires_at=st.none() | MOMENT,
    files=st.lists(st.builds(FileRecord, sha256=HASH, size=NUMBER, name=WORD, kind=WORD), max_size=2).map(tuple),
    changes=st.lists(st.builds(ChangeRecord, life=WORD, at=MOMENT, author=WORD), max_size=2).map(tuple),
)
FIR = st.builds(
    FirRecord,
    sequence=st.just(0),
    key=WORD,
    shown=WORD,
    station_code=WORD,
    station_name=WORD,
    district_code=WORD,
    district_name=WORD,
    state_code=WORD,
    registered_at=MOMENT,
    status=WORD,
    language=WORD,
    victim_protected=st.booleans(),
    version=NUMBER,
    form=st.from_type(FirForm),
)
OTHER = st.builds(GoneRecord, sequence=st.just(0), kind=WORD, key=WORD) | st.builds(
    OfficeRecord, sequence=st.just(0), code=WORD, kind=WORD, name=WORD, district_code=WORD, state_code=WORD
)


def ordered(found: list[Record], steps: list[int]) -> list[Record]:
    """Give records ascending sequences."""
    sequence = 0
    made: list[Record] = []
    for one, step in zip(found, steps, strict=False):
        sequence += step
        made.append(msgspec.structs.replace(one, sequence=sequence))
    return made


@settings(max_examples=80, deadline=None)
@given(found=st.lists(ALERT | OTHER | FIR, max_size=12), steps=st.lists(st.integers(1, 1000), min_size=12, max_size=12))
def test_any_records_come_back_as_they_were(found: list[Record], steps: list[int]) -> None:
    """Of any kinds, in any mixture; the same records give the same bytes."""
    told = ordered(found, steps)
    payload = to_columns(told)
    assert from_columns(payload, len(told)) == tuple(told)
    assert to_columns(told) == payload


@settings(max_examples=40, deadline=None)
@given(first=ALERT, count=st.integers(2, 30))
def test_what_repeats_is_said_once(first: AlertRecord, count: int) -> None:
    """Thirty like alerts take little more than one, but for sizes and moments: those are told as differences."""
    told = ordered([first] * count, [1] * count)
    payload = to_columns(told)
    assert from_columns(payload, count) == tuple(told)
    a_difference = len("-9223372036854775807,")
    each = 60 + a_difference * (len(first.files) + len(first.changes))
    assert len(payload) < 2 * len(msgspec.json.encode(first)) + 600 + each * count


EXAMPLE = (GOLDEN / "columns" / "frame.json").read_bytes()
EXAMPLE_ROWS = 6


def test_the_example_is_read_and_written_the_same() -> None:
    """The specification's example is what both ends do."""
    kinds = {name: kind for name, kind in vars(records).items() if (GOLDEN / f"{name}.json").is_file()}
    told = [
        msgspec.structs.replace(decode((GOLDEN / f"{name}.json").read_bytes(), kinds[name]), sequence=place)
        for place, name in enumerate(
            ("AlertRecord", "FirRecord", "StateRecord", "DistrictRecord", "OfficeRecord", "GoneRecord"), start=1
        )
    ]
    assert from_columns(EXAMPLE, EXAMPLE_ROWS) == tuple(told)
    assert json.loads(to_columns(told)) == json.loads(EXAMPLE)


def test_a_column_of_a_later_version_is_passed_over() -> None:
    """A newer centre may add fields."""
    tables = json.loads(EXAMPLE)
    tables[0][2]["of_a_later_version"] = ["=", "new"]
    assert from_columns(json.dumps(tables).encode(), EXAMPLE_ROWS) == from_columns(EXAMPLE, EXAMPLE_ROWS)


ODD: st.SearchStrategy[object] = st.sampled_from(
    [
        None,
        True,
        -1,
        2**63,
        2**70,
        10**300,
        1.5,
        "",
        "x" * 500,
        [],
        {},
        ["=", 1],
        ["+", [2**62] * 9],
        ["*", ["a"], [0, 1]],
    ]
) | st.sampled_from(
    [["@", 7, [1]], ["@", 1, [2**60]], ["u", [-1], "AAAA"], ["x", 0, ""], ["x", 2, "AAA="], ["#", "a", 99, [1]], ["["]]
)


def places(table: object) -> list[tuple[object, ...]]:
    """Give the way to everything inside an example."""
    inner = table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    return [way for key, value in inner for way in [(key,), *((key, *deeper) for deeper in places(value))]]


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_any_change_to_columns_is_read_soundly_or_refused(data: st.DataObject) -> None:
    """One thing anywhere becomes something else; reading ends in one of two ways."""
    table = json.loads(EXAMPLE)
    *way, last = data.draw(st.sampled_from(places(table)))
    inner = table
    for key in way:
        inner = inner[key]
    inner[last] = data.draw(ODD)
    with contextlib.suppress(NotUnderstoodError):
        for record in from_columns(json.dumps(table).encode(), EXAMPLE_ROWS):
            assert 0 <= record.sequence < 2**63


@settings(max_examples=100, deadline=None)
@given(noise=st.binary(max_size=60) | st.text(max_size=30).map(str.encode), rows=st.integers(0, 3))
def test_noise_is_refused(noise: bytes, rows: int) -> None:
    """Bytes that are no columns at all."""
    with contextlib.suppress(NotUnderstoodError):
        assert from_columns(noise, rows) == ()


def deep(levels: int) -> str:
    """Write lists in lists."""
    return '["[",["=",1],' * levels + '["=",1]' + "]" * levels


@pytest.mark.parametrize(
    "column",
    [
        '["[",["=",1000000000],["=","x"]]',
        '["[",["=",9000000],["=","x"]]',
        '["[",["=",1000],["[",["=",1000],["=",1]]]',
        '["{",{}]',
        deep(200),
        deep(100_000),
        '["#","' + "x" * 1000 + '",3,[1]]',
    ],
)
def test_little_that_claims_to_be_much_is_refused(column: str) -> None:
    """Counts are held against what a frame may have before anything is made of them."""
    payload = f'[["gone",1,{{"sequence":["=",1],"kind":["=","a"],"key":{column}}}]]'.encode()
    with pytest.raises(NotUnderstoodError):
        from_columns(payload, 1)


LISTED = 100_000


@pytest.mark.parametrize(
    "column",
    [
        Moments(1, (0,) * LISTED),
        Steps((0,) * LISTED),
        Numbered("x", 1, (0,) * LISTED),
        Picks(("x",), (0,) * LISTED),
        Uuids((0,) * LISTED, b64encode(bytes(10 * LISTED)).decode()),
        Hashes(1, b64encode(bytes(LISTED)).decode()),
        Uuids((0,), b64encode(bytes(10 * LISTED)).decode()),
    ],
    ids=lambda column: type(column).__name__,
)
def test_what_is_listed_is_counted_before_it_is_made(column: Column) -> None:
    """A few hundred compressed bytes list millions; they cost whoever reads them no more than their reading."""
    tracemalloc.start()
    try:
        with pytest.raises(NotUnderstoodError, match="1 rows"):
            spread(column, 1, Allowance(LISTED))
        assert tracemalloc.get_traced_memory()[1] < 30 * LISTED
    finally:
        tracemalloc.stop()


def test_fields_without_rows_are_counted_too() -> None:
    """A column costs its reading, also where it has no value."""
    column = Objects({str(at): Same(None) for at in range(9)})
    assert spread(column, 0, Allowance(10)) == []
    with pytest.raises(NotUnderstoodError, match="more values"):
        spread(column, 0, Allowance(9))


def test_records_out_of_order_are_not_written() -> None:
    """The writer keeps the rule that the reader holds it to."""
    one, two = some_records(1, 2)
    for wrong in ([two, one], [one, one]):
        with pytest.raises(ValueError, match="ascending"):
            to_columns(wrong)


def test_rows_are_as_many_as_were_announced() -> None:
    """Neither more nor fewer, and none twice."""
    payload = to_columns(some_records(1, 6))
    for rows in (5, 7, 0):
        with pytest.raises(NotUnderstoodError, match="rows"):
            from_columns(payload, rows)
    twice = b'[["gone",2,{"sequence":["=",4],"kind":["=","a"],"key":["v",["b","c"]]}]]'
    with pytest.raises(NotUnderstoodError, match="twice"):
        from_columns(twice, 2)
