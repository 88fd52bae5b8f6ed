"""What is filled in beside an alert's text: read, put in order, and said in the text that goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from station_client.domain.alert import Category, headline
from station_client.domain.attachment import Limits
from station_client.domain.draft import DESCRIPTION_LENGTH, Draft
from station_client.domain.drafting import problems, to_item
from station_client.domain.ids import ItemId
from station_client.domain.moments import Moment, read_moment
from station_client.domain.order import Disorder, out_of_order
from station_client.domain.particular_words import LEADS, ORDER, WORDS
from station_client.domain.particulars import FIELDS, composed, other_code
from tests.unit.test_drafting import NOW, OFFICER, WHOLE, found

ARREST_FIRST = (("fir-at", "27/11/2026 10:00"), ("arrested-at", "26/11/2026"))


def with_told(draft: Draft, *told: tuple[str, str]) -> Draft:
    """Give the draft with these particulars."""
    return replace(draft, particulars=told)


READ = [
    ("27/11/2026", Moment(date(2026, 11, 27))),
    ("7-1-26 9:05", Moment(date(2026, 1, 7), time(9, 5))),
    ("27112026 1830 hrs", Moment(date(2026, 11, 27), time(18, 30))),
    ("२७/११/२०२६ १८:३० बजे", Moment(date(2026, 11, 27), time(18, 30))),
    ("31/02/2026", None),
    ("27/11/2026 25:00", None),
    ("yesterday", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "moment"), READ)
def test_a_moment_is_read_as_officers_type_it(text: str, moment: Moment | None) -> None:
    """With strokes, dashes or none, in any script's digits; what is no day is none."""
    assert read_moment(text) == moment


def test_a_day_without_a_time_is_before_no_moment_of_it() -> None:
    """An arrest and a FIR of the same day are in order until both times are known."""
    day, morning = Moment(date(2026, 11, 27)), Moment(date(2026, 11, 27), time(8))
    evening = replace(morning, at=time(20))
    assert out_of_order(None, None, morning, day) == ()
    assert out_of_order(None, None, evening, morning) == (Disorder.ARREST_BEFORE_FIR,)
    assert out_of_order(evening, None, morning, None) == (Disorder.FIR_BEFORE_OCCURRENCE,)
    assert out_of_order(None, evening, morning, None) == (Disorder.FIR_BEFORE_GD,)


def test_what_stands_the_wrong_way_round_asks_for_a_reason() -> None:
    """It is a warning: with the reason the alert goes, and the reason goes with it."""
    wrong = with_told(WHOLE, *ARREST_FIRST)
    assert found(wrong) == [("order-reason", "order")]
    told = with_told(WHOLE, *ARREST_FIRST, ("order-reason", "caught on the spot"))
    assert found(told) == []
    item = to_item(told, OFFICER, item_id=ItemId("i"), now=NOW, skew_seconds=0.0)
    assert item.description.splitlines()[-1] == "The arrest is before the FIR. Reason: caught on the spot"


def test_a_date_that_cannot_be_read_is_named() -> None:
    """Before it goes out as nonsense."""
    assert found(with_told(WHOLE, ("fir-at", "27.13.26"))) == [("particulars", "moment-form")]


def test_the_text_is_the_officers_own_words_and_then_what_was_filled_in() -> None:
    """The first sentence stays the headline; in either language."""
    told = (("seized", "गाँजा"), ("quantity", "112 किग्रा"), ("vehicle", "UP 32 AB 1234"), ("language", "hi"))
    assert composed(with_told(WHOLE, *told)) == (
        "A stolen lorry was seen.\n\nबरामद: गाँजा, 112 किग्रा\nवाहन: UP 32 AB 1234"
    )
    alone = with_told(replace(WHOLE, description=""), ("seized", "ganja"), ("quantity", "112 kg"))
    assert headline(composed(alone)) == "Seized or recovered: ganja, 112 kg"
    assert found(alone) == []


def test_what_another_category_asked_for_rests() -> None:
    """It is kept with the draft, but not sent."""
    other = replace(with_told(WHOLE, ("prisoner", "Ramesh")), category=Category.SEIZURE)
    assert composed(other) == "A stolen lorry was seen."
    assert not replace(other, description="", fir_text="", category=None).empty


def test_the_whole_text_counts() -> None:
    """The centre's bound is on what it gets."""
    long = replace(WHOLE, description="x" * (DESCRIPTION_LENGTH - 10))
    assert found(long) == []
    assert found(with_told(long, ("seized", "ganja, 112 kg"))) == [("description", "too-long")]


def test_the_date_of_occurrence_chooses_the_code() -> None:
    """IPC until 30 June 2024, BNS from the day after; sections of another Act are never read as the code's."""
    assert other_code("302, 34 IPC", "02/07/2024") == (("IPC 302", "BNS 103(1)"), ("IPC 34", "BNS 3(5)"))
    assert other_code("section 302 IPC", "02/07/2024") == (("IPC 302", "BNS 103(1)"),)
    assert other_code("IPC 302", "30/06/2024") == ()
    assert other_code("302 IPC, 25 Arms Act", "02/07/2024") == ()
    assert other_code("IPC 302, BNS 103", "02/07/2024") == ()


def test_what_is_sent_names_no_act_that_the_officer_did_not() -> None:
    """A bare ``8/20`` of a seizure of ganja is NDPS, not the penal code."""
    seized = with_told(WHOLE, ("sections", "8/20"), ("occurred", "27/11/2026"), ("language", "en"))
    assert "8/20" in composed(seized)
    assert "BNS" not in composed(seized)


def test_every_field_has_its_words_and_no_field_asks_who_the_victim_is() -> None:
    """BNS s.72, POCSO s.23 and JJ Act s.74 bind what a form may ask for."""
    asked = {key for fields in FIELDS.values() for key in fields}
    assert asked == set(WORDS)
    assert set(FIELDS) == set(LEADS) == set(Category)
    assert set(ORDER) == set(Disorder)
    for named in WORDS.values():
        assert named.label.en
        assert named.label.hi
        assert "victim" not in named.label.en.lower()
        assert "पीड़ित" not in named.label.hi


def test_a_field_that_is_too_long_is_named() -> None:
    """The command line and older drafts may hold what the field would not have taken."""
    long = with_told(WHOLE, ("seized", "x" * 301))
    assert [(one.field, one.reason) for one in problems(long, OFFICER.rights, Limits())] == [
        ("particulars", "too-long")
    ]
