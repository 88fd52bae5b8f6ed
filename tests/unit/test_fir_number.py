"""A FIR number is understood in every form that officers write it in."""

from __future__ import annotations

import pytest

from station_client.domain.fir_number import FirNumber, named_in, parse
from station_client.domain.ids import OfficeCode


@pytest.mark.parametrize(
    "text",
    [
        "123/2024",
        "0123/2024",
        " 0123 / 2024 ",
        "123/24",
        "FIR No. 0123 of 2024",
        "FIR 123/2024",
        "F.I.R. No. 123-2024",
        "fir no 123/24.",
        "Crime No. 123/2024",
        "१२३/२०२४",
        "एफ.आई.आर. सं. १२३/२०२४",
        "मु.अ.सं. 0123/2024",
        "১২৩/২০২৪",
        "௧௨௩/௨௦௨௪",
        "123\uff0f2024",
        "123–2024",
    ],
)
def test_short_forms(text: str) -> None:
    """Labels, digits of any script, short years and leading zeros all mean the same number."""
    assert parse(text) == FirNumber(year=2024, serial=123)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("31682034190619", "31682034/2019/0619"),
        ("3168203190619", "3168203/2019/0619"),
        ("३१६८२०३४१९०६१९", "31682034/2019/0619"),
        ("3168 2034 19 0619", "31682034/2019/0619"),
        ("31682034/2019/0619", "31682034/2019/0619"),
        ("31682034/2019/619", "31682034/2019/0619"),
    ],
)
def test_full_registration_numbers(text: str, key: str) -> None:
    """The full number is read from the right: serial, year, and the rest is the station."""
    number = parse(text)
    assert number is not None
    assert (number.key, number.shown) == (key, "0619/2019")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "/",
        "FIR",
        "FIR No.",
        "0/2024",
        "0000/24",
        "12345678/2024",
        "123/124",
        "123/1800",
        "123",
        "2024",
        "123/2024/",
        "abc/2024",
        "316820341906190",
        "316820341906",
        "GD 12/2024",
        "123/2024 and 124/2024",
        "9" * 5000,
    ],
)
def test_what_is_no_number(text: str) -> None:
    """What is not a FIR number is not made into one."""
    assert parse(text) is None


@pytest.mark.parametrize(("text", "year"), [("1/00", 2000), ("1/69", 2069), ("1/70", 1970), ("1/98", 1998)])
def test_short_years_turn_at_seventy(text: str, year: int) -> None:
    """The first computerised FIRs are of the 1970s."""
    number = parse(text)
    assert number is not None
    assert number.year == year


def test_the_short_form_has_no_identity_without_its_station() -> None:
    """Two stations have the same short number; only with the station is there a key."""
    number = FirNumber(year=2026, serial=7)
    assert number.key == ""
    assert number.at(OfficeCode("31682034")).key == "31682034/2026/0007"


def test_a_number_that_names_its_station_keeps_it() -> None:
    """A full number typed at another station stays the other station's."""
    number = FirNumber(year=2026, serial=7, station=OfficeCode("35055012"))
    assert number.at(OfficeCode("31682034")) == number


def test_serials_of_up_to_seven_digits() -> None:
    """Some registers count to millions; four digits are the least, not the most."""
    number = parse("1234567/2024")
    assert number is not None
    assert number.shown == "1234567/2024"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a/b " * 300 + "FIR 0619/2026, and/or.", "31682034/2026/0619"),
        ("see 35055012/2026/0004 for the rest", "35055012/2026/0004"),
        ("मु.अ.सं. १२३/२०२४ में वांछित", "31682034/2024/0123"),
        ("FIR No. 12 of 2024; F.I.R. 0007 / 2025", "31682034/2024/0012"),
        ("FIR No. 12 of 2024; F.I.R. 0007 / 2025", "31682034/2025/0007"),
        ("Crime No. 45-2026.", "31682034/2026/0045"),
        ("registration 31682034260619", "31682034/2026/0619"),
        ("१२३ का २०२४", "31682034/2024/0123"),
        ("FIR NO. 0123 OF 2024", "31682034/2024/0123"),
        ("FIR 123–2024", "31682034/2024/0123"),
        ("FIR 123\u22152024, 7\\2024", "31682034/2024/0007"),
        ("FIR  123  /  2024", "31682034/2024/0123"),
        ("FIR 01\u200b23/\u2060\n2024", "31682034/2024/0123"),
        ("FIR0123/2024", "31682034/2024/0123"),
        ("FIR/123/24 and FIR/2019/2024/PS", "31682034/2024/2019"),
        ("एफआईआर१२३/२०२४के तहत", "31682034/2024/0123"),
        ("FIR No. 123 Dt. 12.05.2024 u/s 376", "31682034/2024/0123"),
        ("_123/2024_ on 12/05/2024", "31682034/2024/0123"),
        ("registration 3168 2034 24 0123", "31682034/2024/0123"),
        ("DL-01 / 2024 / 123", "DL-01/2024/0123"),
    ],
)
def test_firs_are_found_in_a_text(text: str, key: str) -> None:
    """In each of its forms; the short one is of the office that writes."""
    assert key in named_in(text, OfficeCode("31682034"))


@pytest.mark.parametrize(
    "text",
    [
        "on 12/11/2026 at 10-12",
        "age 25-30, open 24/7",
        "call 011-2345678",
        "a/b or and/or",
        "12-11-2026",
        "12 / 11 / 2026",
    ],
)
def test_what_no_fir_is_names_none(text: str) -> None:
    """Dates, ranges and telephones."""
    assert named_in(text, OfficeCode("31682034")) == frozenset()


def test_a_short_form_without_an_office_names_nothing() -> None:
    """An empty key would be noted as one that every alert without an office names."""
    assert named_in("FIR 12/2024", OfficeCode("")) == frozenset()
