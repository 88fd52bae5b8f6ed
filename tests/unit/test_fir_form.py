"""The form as items: what stands where, before it is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.fir import Accused
from tests.support.printed_firs import protected_fir
from ui.printing import form_labels as label
from ui.printing.fir_html import Ink, fir_html
from ui.printing.form_items import Grid, items, law_of, shown_moment
from ui.printing.form_rows import form_rows
from ui.printing.scripts import LATIN, stretches

INK = Ink("#000000", "#555555", "#cccccc", "#eeeeee")


def test_all_fifteen_items_stand_in_their_order() -> None:
    """Nobody looks for an item in vain, even where it is empty."""
    assert [one.number for one in items(protected_fir())] == [str(number) for number in range(1, 16)]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2026-11-21T20:11:00+05:30", "21/11/2026 20:11 hrs"),
        ("2026-11-21T14:41:00+00:00", "21/11/2026 20:11 hrs"),
        ("2026-11-21", "21/11/2026"),
        ("21/11/2026 20:11", "21/11/2026 20:11 hrs"),
        ("20:11", "20:11 hrs"),
        ("21/11/2026", "21/11/2026"),
        ("20:11 hrs", "20:11 hrs"),
        ("", ""),
        ("about noon", "about noon"),
    ],
)
def test_moments_are_written_as_the_form_writes_them(written: str, printed: str) -> None:
    """Day first, 24 hours with 'hrs'; what is not a moment stays as it came."""
    assert shown_moment(written) == printed


def test_the_law_follows_the_date() -> None:
    """Before 1-7-2024 a report is under CrPC 154, from that day (in IST) under BNSS 173."""
    fir = protected_fir()
    assert law_of(replace(fir, registered_at=datetime(2024, 6, 30, 18, 29, tzinfo=UTC))) is label.UNDER_CRPC
    assert law_of(replace(fir, registered_at=datetime(2024, 6, 30, 18, 31, tzinfo=UTC))) is label.UNDER_BNSS


def test_the_twenty_columns_become_three_tables() -> None:
    """The physical features of item 7 fit the page, and repeat the accused's serial number."""
    fir = protected_fir()
    every = tuple(f"feature {number}" for number in range(19))
    accused = (Accused("A"), Accused("B", features=("2", *every)))
    seventh = items(replace(fir, form=replace(fir.form, accused=accused)))[6]
    grids = [piece for piece in seventh.pieces if isinstance(piece, Grid)][1:]
    assert [len(grid.columns) for grid in grids] == [7, 7, 8]
    assert [cell for grid in grids for cell in grid.rows[0][1:]] == list(every)
    assert {grid.rows[0][0] for grid in grids} == {"2"}


def test_number_and_diary_entry_are_padded() -> None:
    """FIR numbers have four digits, diary entries three."""
    words = " ".join(cell.text for row in form_rows(protected_fir()) for cell in row.cells)
    assert "0123" in words
    assert "048" in words


def test_html_escapes_what_people_wrote() -> None:
    """No text of a case can become markup."""
    fir = protected_fir()
    html = fir_html(replace(fir, form=replace(fir.form, contents="<img src='x'> & more")), INK)
    assert "<img" not in html
    assert "&lt;img" in html


@given(st.text(alphabet="aZ0 9.()/-कखाि०१।বশதநગપ\u200d", max_size=60))
def test_stretches_cover_a_text_exactly(text: str) -> None:
    """Each character belongs to one stretch of one font family, with no gap."""
    found = list(stretches(text))
    assert sum(length for _, length, _ in found) == len(text)
    assert [start for start, _, _ in found] == [sum(length for _, length, _ in found[:at]) for at in range(len(found))]


def test_hindi_is_set_in_its_own_family() -> None:
    """Devanagari never falls to a family that cannot shape it; digits stay with the script before."""
    assert [family for _, _, family in stretches("FIR एफ.आई.आर. 12")] == [LATIN, "Noto Sans Devanagari"]
