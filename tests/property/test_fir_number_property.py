"""Whatever is typed, the reading of FIR numbers ends, and what it prints it also reads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.fir_number import FirNumber, parse
from station_client.domain.ids import OfficeCode

ZEROS = [chr(code) for code in (0x30, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0x6F0)]
numbers = st.builds(
    FirNumber,
    year=st.integers(1970, 2069),
    serial=st.integers(1, 9_999_999),
    station=st.just(OfficeCode("")),
)


def in_script(text: str, zero: str) -> str:
    """Write ASCII digits in another script."""
    return "".join(chr(ord(zero) + int(char)) if char.isdigit() else char for char in text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reading fail."""
    number = parse(text)
    assert number is None or (number.serial > 0 and 1900 <= number.year < 2100)


@given(numbers, st.sampled_from(ZEROS), st.sampled_from(["{}", "FIR No. {}", " {} ", "एफआईआर {}"]))
def test_what_is_shown_is_read_again(number: FirNumber, zero: str, written: str) -> None:
    """The printed form means the same number in the digits of every script."""
    assert parse(written.format(in_script(number.shown, zero))) == number
    assert parse(written.format(in_script(f"{number.serial}/{number.year % 100:02d}", zero))) == number


@given(numbers, st.from_regex(r"[1-9][0-9]{6,7}", fullmatch=True))
def test_a_key_is_read_again(number: FirNumber, station: str) -> None:
    """The key and, for serials of four digits, the full registration number name the same FIR."""
    placed = number.at(OfficeCode(station))
    assert parse(placed.key) == placed
    if number.serial <= 9999:
        assert parse(f"{station}{number.year % 100:02d}{number.serial:04d}") == placed
