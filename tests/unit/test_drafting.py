"""What keeps an alert from being sent is named, all of it at once; what goes out is bound to its author."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from station_client.domain.alert import Category
from station_client.domain.attachment import Attachment, Kind, Limits, Verdict
from station_client.domain.draft import DESCRIPTION_LENGTH, Draft
from station_client.domain.drafting import problems, to_item
from station_client.domain.ids import DraftId, ItemId, Login, OfficeCode, Sha256
from station_client.domain.office import Act, Office, OfficeKind, Officer, Rights
from station_client.domain.outbox import ItemState
from station_client.errors import DraftIncompleteError

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
RIGHTS = Rights(frozenset({Act.UPLOAD}), frozenset({Category.SEIZURE}))
OFFICER = Officer(
    Login("asharma"),
    "Anil Sharma",
    "Sub-Inspector",
    Office(OfficeCode("31682034"), OfficeKind.POLICE_STATION, "RAMPUR", "150", "09"),
    RIGHTS,
)
WHOLE = Draft(
    DraftId("d"),
    Login("asharma"),
    NOW,
    NOW,
    fir_text="१२/२६",
    category=Category.SEIZURE,
    description="  A stolen lorry was seen.  ",
)


def attached(number: int, size: int = 10) -> Attachment:
    """Give one attachment."""
    return Attachment(Sha256(f"{number:064x}"), size, f"{number}.pdf", Kind.PDF, Verdict.ACCEPT)


def found(draft: Draft, limits: Limits | None = None) -> list[tuple[str, str]]:
    """List the problems as pairs."""
    return [(one.field, one.reason) for one in problems(draft, RIGHTS, limits or Limits())]


def test_a_whole_draft_has_no_problem() -> None:
    """FIR number, category, description: that is all it needs."""
    assert found(WHOLE) == []


def test_an_empty_draft_has_all_its_problems_at_once() -> None:
    """An officer is told everything that is missing, in the order of the form."""
    empty = Draft(DraftId("d"), Login("asharma"), NOW, NOW)
    assert found(empty) == [("fir", "fir-or-gd-needed"), ("category", "missing"), ("description", "missing")]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"fir_text": "no number"}, ("fir", "fir-form")),
        ({"fir_text": "", "gd_number": "12"}, ("gd-reason", "missing")),
        ({"fir_text": "", "gd_number": "12", "gd_reason": "why"}, ("gd-reason", "too-short")),
        ({"fir_text": "", "gd_number": "12", "gd_reason": "w" * 501}, ("gd-reason", "too-long")),
        ({"fir_text": "", "gd_number": "1" * 41, "gd_reason": "FIR under way"}, ("gd-number", "too-long")),
        ({"category": Category.JAIL_BREAK}, ("category", "not-entitled")),
        ({"description": "short"}, ("description", "too-short")),
        ({"description": "x" * (DESCRIPTION_LENGTH + 1)}, ("description", "too-long")),
        ({"files": tuple(attached(number) for number in range(6))}, ("files", "too-many")),
        ({"files": (attached(1, 26 * 1024 * 1024),)}, ("files", "too-large")),
    ],
)
def test_each_problem_is_named(changes: dict[str, object], problem: tuple[str, str]) -> None:
    """One wrong thing is one problem, with its field and its reason."""
    assert found(replace(WHOLE, **changes)) == [problem]  # type: ignore[arg-type] # each value fits its field


def test_a_gd_entry_with_its_reason_stands_for_a_fir() -> None:
    """A Hue & Cry may come before its FIR."""
    draft = replace(WHOLE, fir_text="", gd_number="GD 12", gd_reason="FIR is being registered")
    assert found(draft) == []
    item = to_item(draft, OFFICER, item_id=ItemId("i"), now=NOW, skew_seconds=0)
    assert (item.fir_key, item.fir_shown, item.gd_number) == ("", "", "GD 12")


def test_a_short_number_belongs_to_the_officers_own_station() -> None:
    """The key is completed by the office that sends; text is trimmed; the author is the officer."""
    item = to_item(replace(WHOLE, files=(attached(1),)), OFFICER, item_id=ItemId("i"), now=NOW, skew_seconds=-2.5)
    assert (item.fir_key, item.fir_shown) == ("31682034/2026/0012", "0012/2026")
    assert (item.author, item.author_shown) == ("asharma", "Sub-Inspector Anil Sharma")
    assert (item.description, item.state, item.skew_seconds) == ("A stolen lorry was seen.", ItemState.QUEUED, -2.5)
    assert [(one.name, one.kind, one.size) for one in item.files] == [("1.pdf", "pdf", 10)]


def test_a_full_number_keeps_its_own_station() -> None:
    """An alert about another station's FIR links to that FIR."""
    item = to_item(replace(WHOLE, fir_text="35055012260007"), OFFICER, item_id=ItemId("i"), now=NOW, skew_seconds=0)
    assert item.fir_key == "35055012/2026/0007"


@pytest.mark.parametrize("changes", [{"category": None}, {"fir_text": "none"}])
def test_an_incomplete_draft_becomes_no_item(changes: dict[str, object]) -> None:
    """Whoever forgets to ask for the problems is stopped here."""
    with pytest.raises(DraftIncompleteError):
        to_item(replace(WHOLE, **changes), OFFICER, item_id=ItemId("i"), now=NOW, skew_seconds=0)  # type: ignore[arg-type] # as above
