"""A search in the index's own language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from station_client.domain.alert import Category
from station_client.store.replica.match import Facets, wanted
from station_client.text import index
from station_client.text.pieces import Pieces
from station_client.text.query import Query, parse
from tests.support.casework import NOON, alert


def nothing_likely(_beginning: str) -> Sequence[str]:
    """Know no words."""
    return ()


def of(line: str = "", *, numbers: Sequence[str] = (), facets: Facets | None = None) -> str:
    """Give the expression of a line."""
    return wanted(parse(line), numbers, facets or Facets(), nothing_likely).expression


def test_nothing_narrows_nothing() -> None:
    """An empty search is no expression at all, also with dates alone."""
    assert of() == ""
    assert of(facets=Facets(since=NOON, until=NOON + timedelta(days=1))) == ""


def test_every_word_is_quoted() -> None:
    """None of what was typed is an order."""
    assert of('"gold ring"') == '("gold ring")'
    assert "NEAR(" not in of("NEAR(a b)")


def test_only_what_must_not_be_there() -> None:
    """A search of -words alone is taken out of every alert."""
    assert of('-"gold"') == '("\ue000kalert") NOT (("gold"))'


def test_a_short_span_names_its_months() -> None:
    """Beside words; a long one is left to the row ids."""
    year_end = NOON.replace(month=12)
    short = of("gold", facets=Facets(since=year_end, until=year_end + timedelta(days=40)))
    assert '"\ue000m202612" OR "\ue000m202701"' in short
    assert "m20" not in of("gold", facets=Facets(since=NOON, until=NOON + timedelta(days=900)))
    assert "m20" not in of("gold", facets=Facets(since=NOON, until=NOON - timedelta(days=1)))


def test_a_beginning_of_few_letters_is_its_likely_words() -> None:
    """The index itself is only asked from four letters on."""
    query: Query = parse("mo*")
    found = wanted(query, (), Facets(), lambda beginning: [beginning + "tor", beginning + "bile"]).expression
    assert '"motor"' in found
    assert '" *' not in found
    assert of("moto*").endswith('"moto" *)')


def test_no_two_codes_share_a_token() -> None:
    """Codes with other signs than letters and digits are written out, and cannot meet a plain one."""
    codes = ["45", "4-5", "x342d35", "UP", "up", "क", "", "45 6"]
    assert len({index.district_tag(code) for code in codes}) == len(codes)
    assert all(index.office_tag(code)[1:].isalnum() for code in codes)


def test_a_number_is_looked_for_by_its_station_where_it_names_one() -> None:
    """The short form finds every station's, the full form its own."""
    assert of(numbers=["०१२३/२०२६"]) == '("f2026n123")'
    assert of(numbers=["4512007/2026/0123"]) == '("f2026n123p4512007")'
    assert of(numbers=["what is this"]) == '(ids : "what is this")'


def test_an_alerts_words_hold_its_numbers_in_every_form() -> None:
    """Short, unpadded, with two digits of the year, and the full registration number."""
    ids = index.entry(alert(122), None, Pieces())[index.COLUMNS.index("ids")]
    for form in ("0123/2026", "123 2026", "123 26", "f2026n123 f2026n123p4512007", "4512007260123"):
        assert form in ids
    tags = index.entry(alert(122, category=Category.SEIZURE), None, Pieces())[index.COLUMNS.index("tags")]
    assert tags.split()[0] == index.EVERY_ALERT
    assert index.category_tag(Category.SEIZURE) in tags.split()
