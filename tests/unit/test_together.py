"""Alerts about one FIR, drawn together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.alert import Attention, Category, Life
from station_client.services.alerts import lines_of
from station_client.services.together import Bond, bond_of, drawn_together
from station_client.services.views import AlertLine
from station_client.store.replica.changes import StoredAlert
from tests.support.stored_alerts import NOW, alert

ENDED = (Life.LOCATED, Life.RECALLED, Life.EXPIRED)


def line(number: int, fir: str = "a/1/1", attention: Attention = Attention.NEW, life: Life = Life.ACTIVE) -> AlertLine:
    """Give a line; the higher the number, the newer."""
    stored = StoredAlert(number, alert(number, fir_key=fir, life=life))
    return lines_of((stored,), {stored.alert.uid: attention}, NOW)[0]


LINES = st.lists(
    st.builds(
        line,
        st.integers(0, 99),
        st.sampled_from(("", "a/1/1", "b/1/1")),
        st.sampled_from(Attention),
        st.sampled_from(Life),
    ),
    unique_by=lambda one: one.uid,
).map(lambda found: sorted(found, key=lambda one: -one.row))


@given(LINES)
def test_nothing_is_lost_and_nothing_new_looks_old(lines: list[AlertLine]) -> None:
    """Unfolded, each alert is there once with its own attention; folded, the counts add up and what is new shows."""
    bonds = {bond for one in lines if (bond := bond_of(one)) is not None}
    unfolded = drawn_together(lines, bonds)
    assert sorted(one.line.uid for one in unfolded) == sorted(one.uid for one in lines)
    assert all(one.attention is one.line.attention for one in unfolded)
    folded = drawn_together(lines)
    assert sum(1 + one.more for one in folded) == len(lines)
    assert [one.line.row for one in folded] == sorted((one.line.row for one in folded), reverse=True)
    new = {bond_of(one) for one in lines if one.attention is Attention.NEW}
    shown_new = {bond_of(one.line) for one in folded if one.attention is Attention.NEW}
    assert new == shown_new


def test_the_newest_stands_for_the_others() -> None:
    """It has the group's attention while folded, its own unfolded; the others follow it, newest first."""
    done, new, seen = Attention.ACKNOWLEDGED, Attention.NEW, Attention.SEEN
    lines = [line(9, attention=done), line(8, "b/1/1"), line(7, attention=seen), line(5, attention=new)]
    folded = drawn_together(lines)
    assert [(one.line.row, one.more, one.attention) for one in folded] == [(9, 2, new), (8, 0, new)]
    opened = drawn_together(lines, [Bond(Category.HIGH_ALERT, "a/1/1", stands=True)])
    assert [(one.line.row, one.under, one.attention) for one in opened] == [
        (9, False, done),
        (7, True, seen),
        (5, True, new),
        (8, False, new),
    ]


def test_what_stands_is_never_under_what_has_ended() -> None:
    """A recalled alert, though newer, hides none that stands; nor does another window's, nor one without a FIR."""
    for life in ENDED:
        assert len(drawn_together([line(9, life=life), line(8)])) == 2
    assert len(drawn_together([line(9), line(8, life=Life.CORRECTED)])) == 1
    other = replace(line(8), category=Category.SEIZURE)
    assert len(drawn_together([line(9), other])) == 2
    assert len(drawn_together([line(9, ""), line(8, "")])) == 2
