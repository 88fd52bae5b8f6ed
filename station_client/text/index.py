"""What of an alert can be found: its text, its FIR's, names, numbers, and facets as words of their own.

Facets (category, district, office, month, life, the FIR's status) stand as tokens in ``tags``, the sounds of names
in ``sk``, and what is pointed at (sections of law, phones, vehicles) in ``ids``: a filter is then the meeting of two
lists instead of a join. Each such token begins with a sign that no text brings with it, so none is ever met by a word,
and no list need be asked from which column it comes. A token is letters and digits only; a code with anything else is
written in hexadecimal, so that no two codes meet.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from station_client.domain import fir_number
from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.domain.fir_number import FirNumber
from station_client.domain.ids import OfficeCode
from station_client.text import fir_words, references
from station_client.text.normalise import VERSION as SPELLING
from station_client.text.normalise import normalise
from station_client.text.pieces import Pieces

Entry = tuple[str, str, str, str, str, str]
"""The words of one alert: one text for each of ``COLUMNS``."""

COLUMNS: Final = ("body", "fir", "names", "ids", "tags", "sk")
VERSION: Final = f"{SPELLING}.4"
"""Changes with whatever changes ``entry``: the index is then filled anew."""

TAG: Final = "\ue000"
SOUND: Final = "\ue001"
REFERENCE: Final = "\ue002"
EVERY_ALERT: Final = TAG + "kalert"

_KEY: Final = re.compile(r"([0-9A-Za-z]+)/([0-9]{4})/([0-9]{4,7})")
_SIGNS: Final = dict.fromkeys(map(ord, (TAG, SOUND, REFERENCE)), " ")
_PLAIN_CODE: Final = re.compile(r"[0-9a-wyz][0-9a-z]*")


def category_tag(category: str) -> str:
    """Give the token of a category."""
    return f"{TAG}c{_code(category)}"


def district_tag(code: str) -> str:
    """Give the token of a district."""
    return f"{TAG}d{_code(code)}"


def office_tag(code: str) -> str:
    """Give the token of an office."""
    return f"{TAG}p{_code(code)}"


def life_tag(life: str) -> str:
    """Give the token of where an alert stands in its life."""
    return f"{TAG}l{_code(life)}"


def status_tag(status: str) -> str:
    """Give the token of a case's status."""
    return f"{TAG}s{_code(status)}"


def status_span() -> tuple[str, str]:
    """Give the first token that a case's status may have, and the first after all of them."""
    return f"{TAG}s", f"{TAG}t"


def month_tag(moment: datetime) -> str:
    """Give the token of a month (UTC)."""
    moment = moment.astimezone(UTC)
    return f"{TAG}m{moment.year:04d}{moment.month:02d}"


def sound(key: str) -> str:
    """Give the token of a name's key."""
    return SOUND + key


def reference(token: str) -> str:
    """Give the token of a section of law, a phone or a vehicle (``text.references``)."""
    return REFERENCE + token


def short_number(text: str) -> str:
    """Give the one short form by which FIR numbers are compared (``123/2026``); else the text, normalised."""
    number = fir_number.parse(text)
    return normalise(text.strip()) if number is None else f"{number.serial}/{number.year}"


def number_tags(number: FirNumber) -> tuple[str, ...]:
    """Give the tokens of a FIR's number: the short form's, and the full one's where the station is known."""
    short = f"f{number.year}n{number.serial}"
    return (short, f"{short}p{_code(number.station)}") if number.station else (short,)


def key_tag(fir_key: str) -> str:
    """Give the token by which the alerts of a FIR are found; empty where its key is none."""
    number = _of_key(fir_key)
    return number_tags(number)[-1] if number is not None else ""


def entry(alert: Alert, fir: Fir | None, pieces: Pieces) -> Entry:
    """Give the words of an alert, and of its FIR where it is known: one text for each of ``COLUMNS``."""
    body, keys = pieces.read(alert.description)
    named, named_keys = pieces.read_again(f"{alert.office_name} {alert.district_name}")
    told, told_keys = pieces.read(fir_words.told(fir)) if fir is not None else ("", ())
    sounds = {*keys, *named_keys, *told_keys}
    return (
        _bare(body),
        _bare(told),
        _bare(named),
        f"{_bare(_ids(alert))}{_references(body, told, fir)}",
        _tags(alert, fir),
        SOUND + f" {SOUND}".join(sorted(sounds)) if sounds else "",
    )


def _bare(text: str) -> str:
    """Take out of a text from outside what would make a word of it a facet."""
    return text.translate(_SIGNS) if TAG in text or SOUND in text or REFERENCE in text else text


def _references(body: str, told: str, fir: Fir | None) -> str:
    """Give what an alert and its FIR point at; a FIR's sections are those of its acts, its contents name vehicles."""
    found = list(references.find(body))
    if fir is not None:
        found += (one for act in fir.form.acts for one in references.of_act(act.act, act.section))
        found += (one for one in references.find(told) if one.plain)
    words = {reference(token) for one in found for token in one.written} | {one.plain for one in found if one.plain}
    return "".join(f" {word}" for word in sorted(words))


def _ids(alert: Alert) -> str:
    number = _of_key(alert.fir_key) or fir_number.parse(alert.fir_shown)
    own = normalise(f"{alert.record_number} {alert.gd_number} {alert.fir_shown}")
    if number is None:
        return own
    year = f"{number.year % 100:02d}"
    full = f" {number.station}{year}{number.serial:04d}".lower() if number.station else ""
    return f"{own} {number.serial} {number.year} {number.serial} {year} {' '.join(number_tags(number))}{full}"


def _of_key(fir_key: str) -> FirNumber | None:
    """Read a FIR's key; one in its usual form is read without the slower, forgiving way."""
    if match := _KEY.fullmatch(fir_key):
        return FirNumber(year=int(match[2]), serial=int(match[3]), station=OfficeCode(match[1]))
    return fir_number.parse(fir_key)


def _tags(alert: Alert, fir: Fir | None) -> str:
    status = f" {status_tag(fir.status)}" if fir is not None and fir.status else ""
    facets = _facets(alert.category, alert.district_code, alert.office_code, alert.life)
    return f"{facets} {month_tag(alert.received_at)}{status}"


@lru_cache(maxsize=20_000)
def _facets(category: str, district: str, office: str, life: str) -> str:
    return f"{EVERY_ALERT} {category_tag(category)} {district_tag(district)} {office_tag(office)} {life_tag(life)}"


@lru_cache(maxsize=20_000)
def _code(code: str) -> str:
    return code if _PLAIN_CODE.fullmatch(code) else "x" + code.encode("utf-8", "surrogatepass").hex()
