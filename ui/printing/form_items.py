"""An FIR as the fifteen items of its form: what stands where, before anybody decides how it looks.

The window and the paper are both drawn from this, so they can never say different things. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from station_client.clock import IST, to_ist
from station_client.domain.fir import Accused, ActionTaken, Fir, FirForm, Row
from station_client.domain.pillars import Pillar
from ui.printing import form_labels as label
from ui.printing.form_labels import Label

BNSS_FROM = date(2024, 7, 1)
SERIAL_DIGITS = 4
ENTRY_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values, side by side where there is room."""

    pairs: tuple[tuple[Label, str], ...]
    letter: str = ""
    caption: Label | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; ``shares`` are the columns' parts of the width."""

    columns: tuple[Label, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    letter: str = ""
    caption: Label | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that may run over pages, in the language it was written in."""

    text: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The two places to sign, with who the officer is."""

    officer: tuple[tuple[Label, str], ...]


Piece = Fields | Grid | Prose | Signatures


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item of the form; ``label`` is None where its fields carry their own labels."""

    number: str
    label: Label | None
    pieces: tuple[Piece, ...]


def shown_moment(text: str) -> str:
    """Write a moment as the form does: ``21/11/2026 20:11 hrs``; what is not understood stays as it came."""
    cleaned = text.strip()
    try:
        moment = datetime.fromisoformat(cleaned)
    except ValueError:
        return f"{cleaned} hrs" if re.search(r"(?:^|\s)\d{1,2}:\d{2}$", cleaned) else cleaned
    if moment.tzinfo is not None:
        moment = moment.astimezone(IST)
    return f"{moment:%d/%m/%Y %H:%M} hrs" if len(cleaned) > len("2026-11-21") else f"{moment:%d/%m/%Y}"


def law_of(fir: Fir) -> Label:
    """Say under which section the report was registered: BNSS from 1-7-2024, CrPC before."""
    return label.UNDER_BNSS if to_ist(fir.registered_at).date() >= BNSS_FROM else label.UNDER_CRPC


def items(fir: Fir) -> tuple[Item, ...]:
    """Give the form's items 1 to 15 in their order. Mask the FIR first (``domain.redaction``)."""
    form = fir.form
    return (
        Item("1", None, (Fields(_heading(form)),)),
        Item(
            "2", None, (_numbered((label.ACT, label.SECTION), ((one.act, one.section) for one in form.acts), (5, 3)),)
        ),
        Item("3", label.OCCURRENCE, _when(form)),
        Item("4", None, (Fields(((label.INFORMATION, form.information_kind),)),)),
        Item("5", label.PLACE, _where(form)),
        Item("6", label.COMPLAINANT, _who(form)),
        Item("7", label.ACCUSED, _accused(form)),
        Item("8", label.DELAY, (Prose(form.delay_reason),)),
        Item("9", label.PROPERTY, (_property(form.property),)),
        Item("10", None, (Fields(((label.PROPERTY_TOTAL, form.property_total),)),)),
        Item("11", label.INQUEST, (_numbered((label.INQUEST_NUMBER,), (row.cells for row in form.uidb), (8,)),)),
        Item("12", label.CONTENTS, (Prose(form.contents),)),
        Item("13", label.ACTION, _action(form.action)),
        Item("14", None, (Signatures(_signatory(form)),)),
        Item("15", None, (Fields(((label.DISPATCH, shown_moment(form.court_dispatch_at)),)),)),
        *_pillars(fir),
    )


def _pillars(fir: Fir) -> tuple[Item, ...]:
    """Below the form: what the other pillars did; a State that does not tell of one is not one with nothing to tell."""
    if fir.integrated is None and not fir.events:
        return ()
    rows: list[tuple[str, ...]] = []
    for pillar in Pillar:
        told = [one for one in fir.events if one.pillar == pillar]
        name = label.PILLARS[pillar].both
        rows += ((name, shown_moment(one.day), one.event, one.reference, one.place) for one in told)
        if not told:
            silent = fir.integrated is None or pillar not in fir.integrated
            rows.append((name, "", (label.NOT_INTEGRATED if silent else label.NO_EVENTS).both, "", ""))
    known = set(Pillar)
    rows += (
        (one.pillar, shown_moment(one.day), one.event, one.reference, one.place)
        for one in fir.events
        if one.pillar not in known
    )
    columns = (label.PILLAR, label.EVENT_DAY, label.EVENT, label.REFERENCE, label.EVENT_PLACE)
    return (Item("ICJS", label.OTHER_PILLARS, (Grid(columns, tuple(rows), (3, 2, 5, 4, 3)),)),)


def _heading(form: FirForm) -> tuple[tuple[Label, str], ...]:
    """Item 1: where, which year, which number, when."""
    return (
        (label.DISTRICT, form.district),
        (label.STATION, form.station),
        (label.YEAR, form.year),
        (label.NUMBER, form.number.zfill(SERIAL_DIGITS) if form.number else ""),
        (label.FIR_AT, shown_moment(form.fir_at)),
    )


def _when(form: FirForm) -> tuple[Piece, ...]:
    """Item 3: when it happened, when it was told, and the diary entry."""
    happened = tuple(
        Fields(
            (
                (label.DAY, one.day),
                (label.DATE_FROM, shown_moment(one.date_from)),
                (label.DATE_TO, shown_moment(one.date_to)),
                (label.TIME_PERIOD, one.time_period),
                (label.TIME_FROM, shown_moment(one.time_from)),
                (label.TIME_TO, shown_moment(one.time_to)),
            ),
            letter="(a)" if not index else "",
        )
        for index, one in enumerate(form.occurrences)
    )
    entry = form.gd_number.zfill(ENTRY_DIGITS) if form.gd_number.isdigit() else form.gd_number
    return (
        *happened,
        Fields(((label.DATE_TIME, shown_moment(form.information_at)),), letter="(b)", caption=label.RECEIVED),
        Fields(
            ((label.ENTRY, entry), (label.DATE_TIME, shown_moment(form.gd_at))),
            letter="(c)",
            caption=label.DIARY,
        ),
    )


def _where(form: FirForm) -> tuple[Piece, ...]:
    """Item 5: each place of occurrence, with the other station's name for a zero FIR."""
    pieces: list[Piece] = []
    for place in form.places:
        far = f"{place.distance_km} km" if place.distance_km else ""
        distance = ", ".join(part for part in (place.direction, far) if part)
        pieces += [
            Fields(((label.DIRECTION, distance), (label.BEAT, place.beat)), letter="(a)"),
            Fields(((label.ADDRESS, place.address),), letter="(b)"),
            Fields(
                (
                    (label.OUTSIDE_STATION, place.outside_station),
                    (label.OUTSIDE_DISTRICT, place.outside_district),
                ),
                letter="(c)",
                caption=label.OUTSIDE,
            ),
        ]
    return tuple(pieces)


def _who(form: FirForm) -> tuple[Piece, ...]:
    """Item 6: the complainant or informant."""
    person = form.complainant
    return (
        Fields(((label.NAME, person.name),), letter="(a)"),
        Fields(((label.RELATIVE, person.relative),), letter="(b)"),
        Fields(((label.BIRTH, shown_moment(person.birth) if "-" in person.birth else person.birth),), letter="(c)"),
        Fields(((label.NATIONALITY, person.nationality),), letter="(d)"),
        Fields(((label.UID, person.uid),), letter="(e)"),
        Fields(((label.PASSPORT, person.passport),), letter="(f)"),
        _numbered(
            (label.ID_TYPE, label.ID_NUMBER), (row.cells for row in person.ids), (3, 5), letter="(g)", caption=label.IDS
        ),
        Fields(((label.OCCUPATION, person.occupation),), letter="(h)"),
        _numbered(
            (label.ADDRESS_TYPE, label.ADDRESS),
            (row.cells for row in person.addresses),
            (2, 6),
            letter="(i)",
            caption=label.ADDRESSES,
        ),
        Fields(((label.PHONE, person.phone),), letter="(j)"),
    )


def _accused(form: FirForm) -> tuple[Piece, ...]:
    """Item 7 with its attachment: the twenty columns, cut into three tables that fit the page."""
    people = _numbered(
        (label.NAME, label.ALIAS, label.RELATIVE_NAME, label.PRESENT_ADDRESS),
        ((one.name, one.alias, one.relative, one.address) for one in form.accused),
        (3, 2, 3, 4),
    )
    pieces: list[Piece] = [Fields(((label.MORE_THAN, form.accused_more_than),)), people]
    described = [(str(index), _features(one)) for index, one in enumerate(form.accused, 1) if any(one.features)]
    for first, last in ((0, 6), (6, 12), (12, 19)) if described else ():
        columns = label.FEATURE_COLUMNS[first:last]
        rows = tuple((serial, *cells[first:last]) for serial, cells in described)
        caption = label.FEATURES if first == 0 else None
        pieces.append(Grid((label.SERIAL, *columns), rows, (2, *(3 for _ in columns)), caption=caption))
    return tuple(pieces)


def _features(one: Accused) -> tuple[str, ...]:
    """Give the nineteen particulars after the serial number, which some records repeat in front."""
    wanted = len(label.FEATURE_COLUMNS)
    cells = one.features[1:] if len(one.features) > wanted else one.features
    return (*cells, *("" for _ in range(wanted - len(cells))))


def _property(rows: tuple[Row, ...]) -> Grid:
    """Item 9: what was lost or matters."""
    columns = (label.PROPERTY_CATEGORY, label.PROPERTY_TYPE, label.DESCRIPTION, label.VALUE)
    return _numbered(columns, (row.cells for row in rows), (3, 3, 4, 2))


def _action(action: ActionTaken) -> tuple[Piece, ...]:
    """Item 13: the four ways a report is dealt with; one is filled."""
    return (
        Fields(((label.REGISTERED, action.registered),), letter="(1)"),
        Fields(((label.DIRECTED, action.directed),), letter="(2)"),
        Fields(((label.REFUSED, action.refused),), letter="(3)"),
        Fields(((label.TRANSFERRED, action.transferred),), letter="(4)"),
        Fields(((label.READ_OVER, ""),)),
    )


def _signatory(form: FirForm) -> tuple[tuple[Label, str], ...]:
    """Item 14: who signed for the station."""
    signed = form.signatory
    return ((label.NAME, signed.name), (label.RANK, signed.rank), (label.OFFICER_NUMBER, signed.number))


def _numbered(
    columns: tuple[Label, ...],
    rows: Iterable[tuple[str, ...]],
    shares: tuple[int, ...],
    *,
    letter: str = "",
    caption: Label | None = None,
) -> Grid:
    """Make a table whose first column counts its rows; short rows are filled with nothing."""
    counted = tuple(
        (str(index), *row[: len(columns)], *("" for _ in range(len(columns) - len(row))))
        for index, row in enumerate(rows, 1)
    )
    return Grid((label.SERIAL, *columns), counted, (1, *shares), letter=letter, caption=caption)
