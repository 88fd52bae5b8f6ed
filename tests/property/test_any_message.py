"""Whatever stands in a message, it is read into something that can be reckoned with, or refused by name."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import feed, messages, outgoing, records, trail
from sync.protocol.codec import NotUnderstoodError, decode
from tests.support.anywhere import put_anywhere

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
EXAMPLES = {path.stem: path.read_text("utf-8") for path in GOLDEN.glob("*.json")}
KINDS: dict[str, type[msgspec.Struct]] = {
    name: kind
    for module in (feed, messages, outgoing, records, trail)
    for name, kind in vars(module).items()
    if name in EXAMPLES
}
ODD: st.SearchStrategy[object] = st.sampled_from(
    [
        "2026-08-14T06:30:00",  # no zone
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "1999-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "2026-08-14T06:30:00+99:99",
        "2026-02-30T06:30:00Z",
        2**63 - 1,
        2**63,
        2**64,
        10**400,
        -1,
        -(2**63),
        1e300,
        1e10,
        "x" * 200_000,
        [{}] * 600,
        None,
        True,
        {},
        [],
        "",
    ]
)
RAW = st.sampled_from(["1e999", "-1e999", "1" + "0" * 5000, '"\\ud800"', "NaN", "Infinity", "1.5", "-0", '"\\u0000"'])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
PLACE = "a place that no example has"


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_any_change_to_a_message_is_read_soundly_or_refused(data: st.DataObject) -> None:
    """One thing anywhere in a good message becomes something else; reading ends in one of two ways."""
    name = data.draw(st.sampled_from(sorted(KINDS)))
    table = json.loads(EXAMPLES[name])
    raw = data.draw(st.none() | RAW)
    put_anywhere(data, table, data.draw(ODD | JSON) if raw is None else PLACE)
    written = json.dumps(table) if raw is None else json.dumps(table).replace(f'"{PLACE}"', raw)
    with contextlib.suppress(NotUnderstoodError):
        sound(decode(written.encode("utf-8", "surrogatepass"), KINDS[name]))


def sound(thing: object) -> None:
    """Reckon with everything in a message as the program would."""
    if isinstance(thing, datetime):
        assert abs(thing - datetime.now(UTC)) < timedelta(days=366 * 200)
        thing.astimezone(UTC)
    elif isinstance(thing, bool):
        return
    elif isinstance(thing, int):
        assert 0 <= thing < 2**63
    elif isinstance(thing, float):
        timedelta(seconds=thing)
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            sound(getattr(thing, name))
    elif isinstance(thing, tuple):
        for one in thing:
            sound(one)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("Health", "server_time", "2026-08-14T06:30:00"),
        ("Health", "server_time", "1999-12-31T23:59:59Z"),
        ("ReceiptRecord", "complete_at", "2201-01-01T00:00:00Z"),
        ("ChangePage", "head", 2**63),
        ("ChangePage", "cursor", -1),
        ("Grant", "access_seconds", 10**18),
        ("Refusal", "retry_after", -1),
        ("PushItem", "skew_seconds", 1e11),
        ("PushItem", "description", "x" * 200_000),
        ("AlertRecord", "office_name", "x" * 1001),
        ("FileClaim", "size", -1),
    ],
)
def test_what_no_end_can_mean_is_refused_by_its_name(name: str, field: str, value: object) -> None:
    """The log of State IT says which field it was."""
    table = json.loads(EXAMPLES[name]) | {field: value}
    with pytest.raises(NotUnderstoodError, match=rf"\$\.{field}"):
        decode(json.dumps(table).encode(), KINDS[name])


def test_a_wild_moment_inside_a_record_is_found() -> None:
    """Not only at the top: the page's third record is named."""
    table = json.loads(EXAMPLES["ChangePage"])
    table["records"][1]["issued_at"] = "0001-01-01T00:00:00Z"
    with pytest.raises(NotUnderstoodError, match=r"\$\.records\[1\]\.issued_at"):
        decode(json.dumps(table).encode(), messages.ChangePage)
