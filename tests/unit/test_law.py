"""The law follows the day of the offence; old and new sections find one another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.law import ACTS, Section, counterparts, known, penal_code, procedure_code, section
from station_client.domain.sections import PAIRS


def far(act: str, text: str) -> set[str]:
    """Give the counterparts as they are written."""
    found = section(act, text)
    assert found is not None
    return {f"{one.act} {one.shown}" for one in counterparts(found)}


@pytest.mark.parametrize(
    ("day", "penal", "procedure"),
    [(date(2024, 6, 30), "IPC", "CrPC"), (date(2024, 7, 1), "BNS", "BNSS")],
)
def test_the_day_of_the_offence_decides(day: date, penal: str, procedure: str) -> None:
    """The new codes hold from 1 July 2024."""
    assert (penal_code(day), procedure_code(day)) == (penal, procedure)


@pytest.mark.parametrize(
    ("old", "new"),
    [("366A", "96"), ("366B", "141"), ("370", "143"), ("370A", "144"), ("372", "98"), ("373", "99")],
)
def test_sections_on_trafficking_are_paired(old: str, new: str) -> None:
    """Each pair is found from both ends, however it is spaced."""
    assert far("ipc", f" {old.lower()} ") == {f"BNS {new}"}
    assert far("BNS", new) == {f"IPC {old}"}


@pytest.mark.parametrize(
    ("act", "text", "others"),
    [
        ("IPC", "302", {"BNS 103(1)"}),
        ("BNS", "318(4)", {"IPC 420"}),
        ("BNS", "318", {"IPC 415", "IPC 417", "IPC 418", "IPC 420"}),
        ("IPC", "376", {"BNS 64", "BNS 65(1)"}),
        ("BNS", "64(1)", {"IPC 376(1)", "IPC 376(2)"}),
        ("CrPC", "154", {"BNSS 173"}),
        ("IEA", "65B", {"BSA 63"}),
        ("IPC", "498-a", {"BNS 85", "BNS 86"}),
    ],
)
def test_a_whole_section_stands_where_its_parts_do(act: str, text: str, others: set[str]) -> None:
    """A part of which the table does not speak stands where its whole does."""
    assert far(act, text) == others


def test_what_is_not_known_is_not_invented() -> None:
    """A section outside the table has no counterpart, another act is not read, nor is what is no section."""
    assert far("IPC", "999") == set()
    assert section("NDPS", "20") is None
    assert section("IPC", "murder") is None
    assert known("366A") == (Section("IPC", "366A"),)
    assert known("999Z") == ()


def test_every_pair_of_the_table_is_met_from_both_ends() -> None:
    """No row of the official table is lost in reading."""
    for (old_act, new_act), rows in PAIRS.items():
        for row in rows.split():
            written, others = row.split("=")
            for other in others.split(","):
                old, new = section(old_act, written), section(new_act, other)
                assert old is not None
                assert new is not None
                assert new in counterparts(old)
                assert old in counterparts(new)
                assert set(counterparts(old)) <= set(counterparts(old.whole))


@given(st.sampled_from(ACTS) | st.text(), st.text(st.sampled_from("0123456789abAB()- ")) | st.text())
def test_any_text_is_a_section_or_none(act: str, text: str) -> None:
    """Nothing that is typed makes an error."""
    found = section(act, text)
    assert found is None or (found.number and section(found.act, found.shown) == found)
