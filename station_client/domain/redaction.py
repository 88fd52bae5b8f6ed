"""What is not shown unless someone with the right asks for it: the victim, and numbers that name a person.

BNS s.72, POCSO s.23 and JJ Act s.74 protect the victim's identity; free text carries Aadhaar and
telephone numbers. Both are hidden on paper, in exports and in messages. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any, NewType

from station_client.domain.alert import Alert
from station_client.domain.fir import Complainant, Fir, FirForm, Row
from station_client.domain.pillars import PillarEvent

HIDDEN = "•••"

_AADHAAR = re.compile(r"(?<!\d)(\d{4})([\s-]?)(\d{4})\2(\d{4})(?!\d)")
_MOBILE = re.compile(r"(?<!\d)((?:\+?(?:91|९१)[\s-]?|0|०)?)([6-9६-९](?:[\s-]?\d){9})(?!\d)")
_NAME_PARTS = re.compile(r"[()/,;|@]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Joiners, marks of direction, and what keyboards and telephones leave between letters."""
WORDING_LEAST = 4
WHY_LEAST, WHY_LENGTH = 10, 500
"""How many signs a reason has, at both ends, for asking who a victim is or for marking a record sensitive."""


PaperFir = NewType("PaperFir", Fir)
"""A FIR as it may be printed; ``redacted`` alone gives one, and paper takes no other."""


class Withheld(StrEnum):
    """Why an alert's words stay off paper: the law protects a victim, or nobody here knows whether it does."""

    VICTIM = "victim"
    UNKNOWN = "unknown"


def mask_numbers(text: str) -> str:
    """Hide Aadhaar and mobile numbers in free text, all but the last four digits."""
    return _MOBILE.sub(_mask_mobile, _AADHAAR.sub(r"XXXX\2XXXX\2\4", text))


def redacted(fir: Fir) -> PaperFir:
    """Give the FIR as it may be printed by default: numbers masked, a protected victim's identity gone."""
    form = replace(fir.form, complainant=_masked(fir.form.complainant))
    if fir.victim_protected:
        form = without_victim(form)
    masked = replace(
        fir,
        form=_texts(form, mask_numbers),
        events=tuple(masked_event(one, victim_protected=fir.victim_protected) for one in fir.events),
    )
    return PaperFir(masked)


def without_victim(form: FirForm, former: Collection[str] = ()) -> FirForm:
    """Give a form on which nobody can tell who the victim is; doing so once more changes nothing.

    ``former`` are wordings of whoever stood there before.
    """
    person = form.complainant
    hide = partial(text_without, {*former, *wordings(person)})
    bare: FirForm = _texts(replace(form, complainant=Complainant(), contents=HIDDEN), hide)
    return replace(bare, complainant=Complainant(name=HIDDEN, nationality=person.nationality))


def text_without(known: Collection[str], text: str) -> str:
    """Hide in a text the wordings that would give a protected victim away, as far as the form tells them."""
    plain = _one_spelling(text)
    spans = _spans(known, plain)
    if not spans:
        return text
    ends = (0, *(end for _, end in spans))
    starts = (*(start for start, _ in spans), len(plain))
    return HIDDEN.join(plain[end:start] for end, start in zip(ends, starts, strict=True))


def hidden_in(known: Collection[str], text: str) -> tuple[str, ...]:
    """Give what ``text_without`` hides in a text, in order; a mark that the text has already hides itself."""
    plain = _one_spelling(text)
    return tuple(plain[start:end] for start, end in _spans({*known, HIDDEN}, plain))


def description_outside(alert: Alert, fir: Fir | None) -> str:
    """Give what may leave this PC of an alert's description, numbers masked.

    All of it is hidden where its FIR protects the victim, and where there is no FIR here: then nobody knows.
    """
    told = fir is not None and not fir.victim_protected
    return mask_numbers(alert.description) if told else HIDDEN


def for_paper(alert: Alert, fir: Fir | None) -> tuple[Alert, Withheld | None]:
    """Give an alert as it may stand on paper, and why its words are left out, if they are. ``fir`` is its own, if here.

    Numbers are masked. Where its FIR protects the victim, or the centre took something out of it, its words and its
    files' names are hidden whole: a street or a school tells as much as a name. So they are where its FIR is not here.
    """
    texts = (alert.description, alert.gd_reason, *(one.name for one in alert.files))
    withheld = None
    if (fir is not None and fir.victim_protected) or any(HIDDEN in one for one in texts):
        withheld = Withheld.VICTIM
    elif alert.fir_key and fir is None:
        withheld = Withheld.UNKNOWN

    def told(text: str) -> str:
        return mask_numbers(text) if withheld is None or not text else HIDDEN

    files = tuple(replace(one, name=told(one.name)) for one in alert.files)
    shown = replace(alert, description=told(alert.description), gd_reason=told(alert.gd_reason), files=files)
    return shown, withheld


def masked_event(one: PillarEvent, *, victim_protected: bool) -> PillarEvent:
    """Mask what another pillar wrote; its words may name a protected victim, its reference is no person's number."""
    event = HIDDEN if victim_protected else mask_numbers(one.event)
    return replace(one, event=event, place=mask_numbers(one.place))


def wording_hidden(text: str, known: Collection[str]) -> bool:
    """Tell whether a text says a name or an address that would give a protected victim away."""
    return bool(_spans(known, _one_spelling(text)))


def wordings(person: Complainant) -> frozenset[str]:
    """List the wordings that would give the person away elsewhere on the form."""
    names = (part.strip() for text in (person.name, person.relative) for part in _NAME_PARTS.split(text))
    addresses = (row.cells[-1].strip() for row in person.addresses if row.cells)
    return frozenset(one for one in (*names, *addresses) if len(folded_wording(one)) >= WORDING_LEAST)


def folded_wording(text: str) -> str:
    """Bring a wording to the form in which two of them are compared."""
    return " ".join(UNSEEN.sub("", _one_spelling(text)).split()).casefold()


def _one_spelling(text: str) -> str:
    """Bring letters that keyboards write in one sign or in two (``ड़``, ``é``) to one spelling."""
    return unicodedata.normalize("NFC", text)


def _spans(known: Collection[str], plain: str) -> list[tuple[int, int]]:
    """Give where wordings stand in a text of one spelling, whatever unseen joiners stand in them."""
    bare = {one for one in (UNSEEN.sub("", _one_spelling(one)).strip() for one in known) if one}
    if not bare:
        return []
    if UNSEEN.search(plain) is None:
        return [found.span() for found in _pattern(bare).finditer(plain)]
    places = [place for place, sign in enumerate(plain) if not UNSEEN.match(sign)]
    seen = "".join(plain[place] for place in places)
    return [(places[found.start()], places[found.end() - 1] + 1) for found in _pattern(bare).finditer(seen)]


def _pattern(known: Collection[str]) -> re.Pattern[str]:
    """Match any of some wordings, the longest first, whatever stands for the blanks in them."""
    ordered = sorted(known, key=lambda one: (-len(one), one))
    return re.compile("|".join(r"\s*".join(map(re.escape, one.split())) for one in ordered), flags=re.IGNORECASE)


def _texts(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 walks a record of any shape
    """Apply ``change`` to every text inside a frozen record."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_texts(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _texts(getattr(value, one.name), change) for one in fields(value)})
    return value


def _masked(one: Complainant) -> Complainant:
    return replace(
        one,
        uid=_tail(one.uid),
        passport=_tail(one.passport),
        phone=mask_numbers(one.phone),
        ids=tuple(Row((*row.cells[:1], *(_tail(cell) for cell in row.cells[1:]))) for row in one.ids),
    )


def _tail(number: str) -> str:
    """Keep the last four signs of a number that names a person."""
    kept = number.strip()
    return "X" * max(len(kept) - 4, 0) + kept[-4:] if kept else ""


def _mask_mobile(match: re.Match[str]) -> str:
    return f"{match[1]}XXXXXX{re.sub(r'[^0-9०-९]', '', match[2])[-4:]}"
