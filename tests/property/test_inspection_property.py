"""Any bytes under any name get a verdict: no file makes the look fail."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_client.domain.attachment import Limits, Verdict
from station_client.domain.reasons import Reason
from station_client.inspection.examine import examine
from tests.support.sample_files import SHEET_MAIN, excel97, office, pdf, picture, sheet_record, word97

SAMPLES = {
    "a.jpg": picture("JPEG"),
    "a.png": picture("PNG"),
    "a.tif": picture("TIFF"),
    "a.pdf": pdf(),
    "a.docx": office(),
    "a.xlsx": office(SHEET_MAIN),
    "a.doc": word97(),
    "a.xls": excel97(sheet_record(0)),
}
MAGICS = [
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"II*\0",
    b"MM\0*",
    b"II+\0",
    b"%PDF-",
    b"PK\x03\x04",
    SAMPLES["a.doc"][:8],
]
reasons = {str(one) for one in Reason}


@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from(MAGICS), st.binary(max_size=600))
def test_garbage_behind_any_magic_is_judged(name: str, magic: bytes, rest: bytes) -> None:
    """A right beginning and garbage after it end in a verdict with reasons that have words."""
    found = examine(name, magic + rest, Limits())
    assert found.verdict in Verdict
    assert set(found.reasons) <= reasons


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(st.tuples(st.integers(0, 1 << 16), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6))
def test_damaged_files_are_judged(name: str, edits: list[tuple[int, bytes]]) -> None:
    """A sound file with bytes changed anywhere is accepted, warned of or refused, but never fails."""
    data = bytearray(SAMPLES[name])
    for at, new in edits:
        place = at % len(data)
        data[place : place + len(new)] = new
    found = examine(name, bytes(data), Limits())
    assert (found.verdict is Verdict.REJECT) == (found.kind is None)
    assert set(found.reasons) <= reasons
