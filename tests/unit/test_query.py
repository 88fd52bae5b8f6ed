"""The search line: words, phrases and -not; everything else is text."""

from __future__ import annotations

import pytest

from station_client.text.query import MOST_PARTS, Part, parse


def wanted(line: str) -> list[tuple[str, ...]]:
    """Give the words of each wanted part."""
    return [part.words for part in parse(line).wanted]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", []),
        ("   ", []),
        ("stolen Motorcycle", [("stolen",), ("motorcycle",)]),
        ('"black motorcycle" river', [("black", "motorcycle"), ("river",)]),
        ("“black motorcycle”", [("black", "motorcycle")]),
        ('"black motor', [("black", "motor")]),
        ("UP-78", [("up", "78")]),
        ("०१२३/२०२६", [("0123", "2026")]),
        ("चोरी", [("चोरी",)]),
        ('""', []),
        ("- -- *", []),
        ("AND OR NOT NEAR(a b)", [("and",), ("or",), ("not",), ("near", "a"), ("b",)]),
        ("body:gold", [("body", "gold")]),
        ("gold gold", [("gold",)]),
    ],
)
def test_what_must_be_there(line: str, parts: list[tuple[str, ...]]) -> None:
    """The index's own words of command are words like others."""
    assert wanted(line) == parts


def test_what_must_not_be_there() -> None:
    """A dash before a word or phrase takes it out; a dash inside a word does not."""
    query = parse('gold -"country made" -pistol re-arrested –fake')
    assert [part.words for part in query.wanted] == [("gold",), ("re", "arrested")]
    assert [part.words for part in query.unwanted] == [("country", "made"), ("pistol",), ("fake",)]


def test_a_star_finds_beginnings() -> None:
    """Only at the end of one word."""
    assert parse("moto*").wanted == (Part(("moto",), begins=True),)
    assert not parse("UP-7*").wanted[0].begins


def test_an_english_noun_is_found_in_both_numbers() -> None:
    """A word that is no such noun keeps to itself."""
    assert parse("vehicles").wanted[0].variants == ("vehicle",)
    assert parse("vehicle").wanted[0].variants == ("vehicles",)
    assert parse("less").wanted[0].variants == ()
    assert parse("चोरी").wanted[0].variants == ()
    assert parse('"vehicles"').wanted[0].variants == ()


def test_a_word_is_also_a_name() -> None:
    """A number is not."""
    assert parse("Mohd").wanted[0].keys == ("mhmd", "zmkmt")  # the second meets Tamil
    assert parse("4512").wanted[0].keys == ()


def test_the_terms_are_for_highlighting() -> None:
    """What must not be there is not highlighted."""
    assert parse("vehicles -gold").terms == ("vehicles", "vehicle")


def test_a_flood_of_words_is_cut() -> None:
    """A whole page pasted into the line is still a search."""
    assert len(parse(" ".join(f"w{number}" for number in range(500))).wanted) == MOST_PARTS


def test_the_last_word_may_be_half_typed() -> None:
    """While one types it is a beginning too; not after a blank, nor where it points at something."""
    assert [part.begins for part in parse("stolen moto", typing=True).wanted] == [False, True]
    assert parse("stolen moto", typing=True).wanted[1].keys
    for line in ("moto ", "u/s 302", '"moto"', "m", "moto -car", ""):
        assert not any(part.begins for part in parse(line, typing=True).wanted), line
    assert parse("moto", typing=True).terms[0] == "moto*"
