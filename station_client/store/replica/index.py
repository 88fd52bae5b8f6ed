"""What of an alert can be found: its text, names, numbers, and facets as words of their own.

Facets (category, district, office, month) stand as tokens in ``tags``: a filter is then the meeting of two
lists instead of a join. A token is letters and digits only; a code with anything else is written in
hexadecimal, so that no two codes meet.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from station_client.domain import fir_number
from station_client.domain.alert import Alert, headline
from station_client.domain.fir_number import FirNumber
from station_client.domain.ids import OfficeCode
from station_client.text import names
from station_client.text.normalise import normalise

COLUMNS: Final = ("title", "body", "names", "ids", "tags", "sk")
EVERY_ALERT: Final = "kalert"

_KEY: Final = re.compile(r"([0-9A-Za-z]+)/([0-9]{4})/([0-9]{4,7})")
_PLAIN_CODE: Final = re.compile(r"[0-9a-wyz][0-9a-z]*")


def category_tag(category: str) -> str:
    """Give the token of a category."""
    return "c" + _code(category)


def district_tag(code: str) -> str:
    """Give the token of a district."""
    return "d" + _code(code)


def office_tag(code: str) -> str:
    """Give the token of an office."""
    return "p" + _code(code)


def month_tag(moment: datetime) -> str:
    """Give the token of a month (UTC)."""
    moment = moment.astimezone(UTC)
    return f"m{moment.year:04d}{moment.month:02d}"


def short_number(text: str) -> str:
    """Give the one short form by which FIR numbers are compared (``123/2026``); else the text, normalised."""
    number = fir_number.parse(text)
    return normalise(text.strip()) if number is None else f"{number.serial}/{number.year}"


def number_tags(number: FirNumber) -> tuple[str, ...]:
    """Give the tokens of a FIR's number: the short form's, and the full one's where the station is known."""
    short = f"f{number.year}n{number.serial}"
    return (short, f"{short}p{_code(number.station)}") if number.station else (short,)


def entry(alert: Alert) -> tuple[str, str, str, str, str, str]:
    """Give an alert's words, one text for each of ``COLUMNS``."""
    named = f"{alert.office_name} {alert.district_name}"
    return (
        normalise(headline(alert.description)),
        normalise(alert.description),
        normalise(named),
        _ids(alert),
        _tags(alert),
        " ".join(sorted(names.keys(alert.description) | names.keys(named))),
    )


def _ids(alert: Alert) -> str:
    number = _number(alert)
    tokens = [normalise(f"{alert.record_number} {alert.gd_number} {alert.fir_shown}")]
    if number is not None:
        tokens += [f"{number.serial} {number.year}", f"{number.serial} {number.year % 100:02d}", *number_tags(number)]
        if number.station:
            tokens.append(f"{number.station}{number.year % 100:02d}{number.serial:04d}".lower())
    return " ".join(tokens)


def _number(alert: Alert) -> FirNumber | None:
    """Read the alert's FIR number; a key in its usual form is read without the slower, forgiving way."""
    if match := _KEY.fullmatch(alert.fir_key):
        return FirNumber(year=int(match[2]), serial=int(match[3]), station=OfficeCode(match[1]))
    return fir_number.parse(alert.fir_key) or fir_number.parse(alert.fir_shown)


def _tags(alert: Alert) -> str:
    return " ".join(
        (
            EVERY_ALERT,
            category_tag(alert.category),
            district_tag(alert.district_code),
            office_tag(alert.office_code),
            month_tag(alert.received_at),
        )
    )


@lru_cache(maxsize=20_000)
def _code(code: str) -> str:
    return code if _PLAIN_CODE.fullmatch(code) else "x" + code.encode("utf-8", "surrogatepass").hex()
