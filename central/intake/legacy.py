"""What a row of a legacy table means: an alert or a FIR as the wire has it, or why it is neither. Pure.

Ids come from what the row says, so that the same row gets the same id on every PC and in every year of the import.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

from central.intake.headings import plain
from central.judging import is_moment
from station_client.clock import to_ist
from station_client.domain.alert import Category, Life
from station_client.domain.draft import DESCRIPTION_LEAST, DESCRIPTION_LENGTH
from station_client.domain.drafting import GD_LENGTH, GD_REASON_LENGTH
from station_client.domain.fir import Accused, ActSection, Complainant, FirForm, Place
from station_client.domain.fir_number import FirNumber, parse
from station_client.domain.ids import OfficeCode, uuid7
from sync.protocol.records import AlertRecord, FirRecord, OfficeRecord

IST = timezone(timedelta(hours=5, minutes=30))
NAME_LENGTH = 200
CONTENTS_LENGTH = 100_000
SECTIONS_MOST = 50
NO_GD_REASON = "imported from an older register"

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    Category.HIGH_ALERT: ("high alert", "high alerts", "hue cry", "hue and cry", "हाई अलर्ट", "उच्च सतर्कता"),
    Category.HEINOUS_CRIME: ("major heinous crime", "heinous crime", "heinous", "जघन्य अपराध", "गंभीर अपराध"),
    Category.TRAFFICKING: ("major human trafficking", "human trafficking", "trafficking", "मानव तस्करी"),
    Category.JAIL_BREAK: ("jail breaks", "jail break", "jailbreak", "prison break", "जेल से फरार", "जेल ब्रेक"),
    Category.JAIL_RELEASE: ("jail releases", "jail release", "prison release", "जेल से रिहाई", "जेल से रिहा"),
    Category.SEIZURE: (
        *("important seizures recoveries", "important seizures and recoveries", "seizures and recoveries"),
        *("seizure", "recovery", "seizures", "recoveries", "seizure recovery", "बरामदगी", "जब्ती एवं बरामदगी", "जब्ती"),
    ),
    Category.INTERSTATE: (
        *("interstate criminals arrested wanted", "interstate criminals", "interstate criminal"),
        *("inter state criminals", "inter state criminal", "अंतरराज्यीय अपराधी", "अंतर्राज्यीय अपराधी"),
    ),
}
LIVES: Mapping[str, tuple[str, ...]] = {
    Life.ACTIVE: ("active", "open", "live", "सक्रिय"),
    Life.LOCATED: ("located", "recovered", "traced", "found", "मिल गया", "बरामद"),
    Life.RECALLED: ("recalled", "cancelled", "canceled", "withdrawn", "निरस्त", "रद्द"),
    Life.EXPIRED: ("expired", "closed", "समाप्त", "बंद"),
}
_CATEGORY = {plain(name): one for one, names in CATEGORIES.items() for name in (str(one), *names)}
_LIFE = {plain(name): one for one, names in LIVES.items() for name in (str(one), *names)}
_YES = frozenset({"yes", "y", "true", "1", "हाँ", "हां", "हा"})
_NO = frozenset({"", "no", "n", "false", "0", "नहीं"})
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_HOUR = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(?:hrs|hours|बजे)?\.?", re.IGNORECASE)
_ACT = re.compile(r"([^\W\d][^\d,;]*?)\s*[-:]?\s+(?=\d)")
_PROTECTED = re.compile(
    r"\bpocso\b|पॉक्सो|पोक्सो|\bj\.?j\.?\s*act|juvenile|किशोर न्याय|\b(?:bns|ipc)\b[^;]*?\b(?:6[4-9]|7[01]|376\w*)\b",
    re.IGNORECASE,
)


class RowError(Exception):
    """Why a row cannot come in: the column and the reason, never what the cell said."""

    def __init__(self, field: str, reason: str) -> None:
        """Name the column and the reason."""
        super().__init__(reason)
        self.field, self.reason = field, reason


Row = Mapping[str, str]


def alert_of(row: Row, office: OfficeRecord, district: str) -> AlertRecord:
    """Read a row as an alert of an office. Raises ``RowError``."""
    issued = moment(row)
    category = _CATEGORY.get(plain(row.get("category", "")))
    if category is None:
        raise RowError("category", "none of the seven categories")
    text = row.get("description", "")
    if not DESCRIPTION_LEAST <= len(text) <= DESCRIPTION_LENGTH:
        raise RowError("description", f"{DESCRIPTION_LEAST} to {DESCRIPTION_LENGTH} signs are needed")
    life = _LIFE.get(plain(row.get("status", ""))) if row.get("status") else Life.EXPIRED
    if life is None:
        raise RowError("status", "none of: active, located, recalled, expired")
    number = _number(row, office.code) if row.get("fir_number") else None
    gd = _gd(row, needed=number is None)
    given = row.get("record_number", "")
    said = given or "|".join((number.key if number else gd, category, text))
    digest = hashlib.sha256(f"legacy-alert|{office.code}|{issued.isoformat()}|{said}".encode()).digest()
    return AlertRecord(
        sequence=0,
        uid=uuid7(issued, digest[:10]),
        record_number=_short("record_number", given) or f"L{to_ist(issued):%Y}-{digest[10:14].hex()}",
        category=category,
        life=life,
        description=text,
        office_code=office.code,
        office_name=office.name,
        district_code=office.district_code,
        district_name=district,
        state_code=office.state_code,
        author=_short("author", row.get("author", "")),
        issued_at=issued,
        received_at=issued,
        version=1,
        fir_key=number.key if number else "",
        fir_shown=number.shown if number else "",
        gd_number=gd,
        gd_reason=row.get("gd_reason", "") or ("" if number else NO_GD_REASON),
    )


def fir_of(row: Row, office: OfficeRecord, district: str) -> FirRecord:
    """Read a row as a FIR of a station. Raises ``RowError``."""
    registered, number = moment(row), _number(row, office.code)
    if number.station != office.code:
        raise RowError("fir_number", "the number is another station's")
    contents = row.get("contents", "")
    if len(contents) > CONTENTS_LENGTH:
        raise RowError("contents", f"at most {CONTENTS_LENGTH} signs")
    shown_at = f"{to_ist(registered):%d/%m/%Y %H:%M}"
    accused = _short("accused", row.get("accused", ""))
    place = _short("place", row.get("place", ""))
    form = FirForm(
        district=district,
        station=office.name,
        year=str(number.year),
        number=f"{number.serial:04d}",
        fir_at=shown_at,
        acts=sections(row.get("sections", "")),
        places=(Place(address=place),) if place else (),
        complainant=Complainant(name=_short("complainant", row.get("complainant", ""))),
        accused=(Accused(name=accused),) if accused else (),
        contents=contents,
    )
    return FirRecord(
        sequence=0,
        key=number.key,
        shown=number.shown,
        station_code=office.code,
        station_name=office.name,
        district_code=office.district_code,
        district_name=district,
        state_code=office.state_code,
        registered_at=registered,
        status=_short("status", row.get("status", "")) or "imported",
        language=_short("language", row.get("language", "")) or "hi",
        victim_protected=_protected(row),
        version=1,
        form=form,
    )


def station_code(row: Row) -> str:
    """Give the code of a row's office: its own column, or the full FIR number's beginning. Raises ``RowError``."""
    given = row.get("station_code", "").upper()
    if given:
        return given
    number = parse(row.get("fir_number", ""))
    if number is None or not number.station:
        raise RowError("station_code", "a station's code, or a full FIR number, is needed")
    return number.station


def moment(row: Row) -> datetime:
    """Read a row's date (dd/mm/yyyy, Indian time) and, where it has one, its time. Raises ``RowError``."""
    day, _, rest = row.get("date", "").partition(" ")
    found = _DAY.fullmatch(_digits(day))
    if found is None:
        raise RowError("date", "a date is written dd/mm/yyyy")
    date, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    hour = _HOUR.fullmatch(_digits(row.get("time", "") or rest or "00:00").strip())
    if hour is None:
        raise RowError("time", "a time is written hh:mm")
    try:
        at = datetime(int(year), int(month), int(date), int(hour[1]), int(hour[2]), tzinfo=IST)
    except ValueError:
        raise RowError("date", "there is no such day or hour") from None
    if not is_moment(at):
        raise RowError("date", "the year cannot be")
    return at.astimezone(UTC)


def sections(text: str) -> tuple[ActSection, ...]:
    """Read sections of law as registers have them: ``IPC 379, 411; Arms Act 25`` is three rows."""
    rows: list[ActSection] = []
    for part in text.replace("\n", ";").split(";"):
        found = _ACT.match(part.strip())
        act = found[1].strip(" ,-:") if found else ""
        numbers = part.strip()[found.end() :] if found else part
        rows += [ActSection(act, one.strip()) for one in re.split(r"[,/]", numbers) if one.strip()]
    return tuple(rows[:SECTIONS_MOST])


def _number(row: Row, station: str) -> FirNumber:
    number = parse(row.get("fir_number", ""))
    if number is None:
        raise RowError("fir_number", "not a FIR number")
    return number.at(OfficeCode(station))


def _protected(row: Row) -> bool:
    """Tell whether a victim is protected: by the register's own word, or by the sections of law."""
    said = plain(row.get("victim_protected", ""))
    if said not in _YES | _NO:
        raise RowError("victim_protected", "yes or no")
    return said in _YES or _PROTECTED.search(row.get("sections", "")) is not None


def _gd(row: Row, *, needed: bool) -> str:
    gd = row.get("gd_number", "")
    if len(gd) > GD_LENGTH or len(row.get("gd_reason", "")) > GD_REASON_LENGTH:
        raise RowError("gd_number", "too long")
    if needed and not gd:
        raise RowError("fir_number", "a FIR number or a GD number is needed")
    return gd


def _short(field: str, text: str) -> str:
    if len(text) > NAME_LENGTH:
        raise RowError(field, f"at most {NAME_LENGTH} signs")
    return " ".join(text.split())


def _digits(text: str) -> str:
    """Bring the digits of every script to ASCII."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)
