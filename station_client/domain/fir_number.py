"""A FIR number in every form that officers write, and the one form in which it is kept.

Written: ``123/2024``, ``0123/2024``, ``FIR No. 0123 of 2024``, ``123/24``, the full registration number of
CCTNS (station code + two digits of the year + four of the serial, 13 or 14 digits, read from the
right), and the key itself; with the digits of any script. Kept: ``station/year/serial``, for the
short form is not unique without its station. The district is never read out of the station's code.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from station_client.domain.ids import OfficeCode
from station_client.domain.redaction import UNSEEN

SERIAL_DIGITS = 4
NO_STATION = OfficeCode("")
LONGEST = 80
CENTURY_TURN = 70  # the first computerised FIRs are of the 1970s: 70 to 99 are years of the last century

_LABEL = re.compile(
    r"^(?:(?:f\.?\s?i\.?\s?r|crime|cr|case|c|number|num|nos?|"
    r"एफ\.?\s?आई\.?\s?आर|प्र\.?\s?सू\.?\s?रि|प्राथमिकी|अपराध|मु\.?\s?अ|क्रमांक|संख्या|सं|नंबर|नं)"
    r"[\s.:#\-]+)+",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(\d{1,7})\s*(?:/|-|\bof\b|\bdt\b|\bdated\b|का|वर्ष)\s*(\d{4}|\d{2})", re.IGNORECASE)
_FULL = re.compile(r"(\d{7,8})(\d{2})(\d{4})")
_KEY = re.compile(r"([0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)\s*/\s*(\d{4})\s*/\s*(\d{1,7})")
_YEARS = range(1900, 2100)
_KEY_IN_TEXT = re.compile(  # each begins with a sign, and looks behind it then: so the search leaps to the next one
    r"([0-9A-Za-z](?<![0-9A-Za-z-].)[0-9A-Za-z]{0,19}(?:-[0-9A-Za-z]{1,20}){0,3})"
    r" ?/ ?([0-9]{4}) ?/ ?([0-9]{1,7})(?![0-9])"
)
_FULL_IN_TEXT = re.compile(r"[0-9](?<![0-9].)(?<![0-9] .)(?: ?[0-9]){12,13}(?! ?[0-9])")
_SHORT_IN_TEXT = re.compile(
    r"([0-9](?<![0-9].)[0-9]{0,6}) ?"
    r"(?:(?:/|-|of|dt|dated|दिनांक|का|वर्ष)[ .:]{0,2}([0-9]{4})|/ ?([0-9]{2})(?!/))(?![0-9])",
    re.IGNORECASE,
)
_DATE = re.compile(r"[0-9](?<![0-9].)[0-9]? ?([./-]) ?[0-9]{1,2} ?\1 ?([0-9]{4}|[0-9]{2})(?![0-9])")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


@dataclass(frozen=True, slots=True)
class FirNumber:
    """A FIR's number; ``station`` is empty where only the short form was given."""

    year: int
    serial: int
    station: OfficeCode = NO_STATION

    @property
    def shown(self) -> str:
        """Give the short form as it is printed: four digits at least, a slash, the whole year."""
        return f"{self.serial:0{SERIAL_DIGITS}d}/{self.year}"

    @property
    def key(self) -> str:
        """Give the identity ``station/year/serial``; empty while the station is not known."""
        return f"{self.station}/{self.year}/{self.serial:0{SERIAL_DIGITS}d}" if self.station else ""

    def at(self, station: OfficeCode) -> FirNumber:
        """Give the same number with ``station``, unless it names its own."""
        return self if self.station else replace(self, station=station)


def parse(text: str) -> FirNumber | None:
    """Read a FIR number in any of its forms; None where the text is not one."""
    if len(text) > LONGEST:
        return None
    plain = _LABEL.sub("", _plain(text), count=1)
    if match := _KEY.fullmatch(plain):
        return _number(match[2], match[3], OfficeCode(match[1]))
    if match := _FULL.fullmatch(plain.replace(" ", "")):
        return _number(match[2], match[3], OfficeCode(match[1]))
    if match := _SHORT.fullmatch(plain):
        return _number(match[2], match[1], NO_STATION)
    return None


def named_in(text: str, office: OfficeCode) -> frozenset[str]:
    """Give the keys of the FIRs that a text names; one in short form belongs to the office that writes.

    However many numbers stand in it, with whatever before and behind them. Of a whole date only the year counts
    (``619 dt. 12.05.2026``). What else looks like a number and is none (sections) does no harm.
    """
    said = _plain(UNSEEN.sub("", text))
    found = {(year, serial, station) for station, year, serial in _KEY_IN_TEXT.findall(said)}
    fulls = (_FULL.fullmatch(digits.replace(" ", "")) for digits in _FULL_IN_TEXT.findall(said))
    found |= {(full[2], full[3], full[1]) for full in fulls if full}
    shorts = _SHORT_IN_TEXT.findall(_DATE.sub(r"\2", said))
    found |= {(year or short, serial, office) for serial, year, short in shorts}
    numbers = (_number(year, serial, OfficeCode(station)) for year, serial, station in found if station)
    return frozenset(number.key for number in numbers if number)


def _plain(text: str) -> str:
    """Bring digits of every script to ASCII and all slashes, dashes and blanks to one each."""
    digits = unicodedata.normalize("NFKC", text)
    if not digits.isascii():
        digits = _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), digits)
    digits = re.sub("[\u2044\u2215\uff0f\\\\]", "/", digits)
    digits = re.sub("[\u2010-\u2015\u2212]", "-", digits)
    return re.sub(r"\s+", " ", digits).strip(" .,;:")


def _number(year: str, serial: str, station: OfficeCode) -> FirNumber | None:
    whole = int(year)
    if len(year) <= 2:  # noqa: PLR2004 a year's two digits
        whole += 1900 if whole >= CENTURY_TURN else 2000
    if whole not in _YEARS or int(serial) == 0:
        return None
    return FirNumber(year=whole, serial=int(serial), station=station)
