"""What an alert of each category mostly says, field by field, and the text that is made of it. Pure.

None of it must be filled in, and the officer's own text stays beside it. No field asks for a victim's name, address or
relatives (BNS s.72, POCSO s.23, JJ Act s.74): of those rescued, how many and how old is enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.law import counterparts, penal_code, section
from station_client.domain.moments import read_moment
from station_client.domain.order import Disorder, out_of_order
from station_client.domain.particular_words import LEADS, ORDER, REASON, STOP, WORDS, Spoken

PARTICULAR_LENGTH: Final = 300
LANGUAGE: Final = "language"
ORDER_REASON: Final = "order-reason"
SECTIONS: Final = "sections"
OCCURRED: Final = "occurred"
MOMENTS: Final = (OCCURRED, "gd-at", "fir-at", "arrested-at")

_CASE: Final = (SECTIONS, OCCURRED, "gd-at", "fir-at")
_ARREST: Final = (*_CASE, "arrested-at")
FIELDS: Final[Mapping[Category, tuple[str, ...]]] = {
    Category.HIGH_ALERT: ("person", "age-sex", "looks", "clothes", "last-seen", "seen-at", "vehicle", "asked", *_CASE),
    Category.HEINOUS_CRIME: ("crime", "place", "accused", "weapon", "vehicle", "fled", *_ARREST),
    Category.TRAFFICKING: ("rescued", "from", "to", "accused", "vehicle", *_ARREST),
    Category.JAIL_BREAK: ("prisoner", "prison", "escaped-at", "case", "looks", "reward", *_CASE),
    Category.JAIL_RELEASE: ("prisoner", "prison", "released-at", "case", "lives", "known-for"),
    Category.SEIZURE: ("seized", "quantity", "place", "vehicle", "accused", *_ARREST),
    Category.INTERSTATE: ("criminal", "aliases", "standing", "case", "looks", "works-in", "reward", *_ARREST),
}
_HEADLINE: Final[Mapping[Category, tuple[str, ...]]] = {
    Category.HIGH_ALERT: ("person", "age-sex", "last-seen"),
    Category.HEINOUS_CRIME: ("crime", "place"),
    Category.TRAFFICKING: ("rescued",),
    Category.JAIL_BREAK: ("prisoner", "prison"),
    Category.JAIL_RELEASE: ("prisoner", "prison"),
    Category.SEIZURE: ("seized", "quantity"),
    Category.INTERSTATE: ("criminal",),
}

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_BESIDE_A_CODE: Final = frozenset({"sec", "section", "sections", "read", "with", "and"})
_CODE: Final = re.compile(r"\b(?:IPC|BNS)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,3}[A-Z]{0,2}(?:\([0-9a-z]+\))?")


def told(draft: Draft) -> dict[str, str]:
    """Give what was filled in and belongs to the draft's category; what another category asked for rests."""
    wanted = FIELDS[draft.category] if draft.category else ()
    filled = {key: " ".join(text.split()) for key, text in draft.particulars}
    return {key: filled[key] for key in wanted if filled.get(key)}


def disorders(draft: Draft) -> tuple[Disorder, ...]:
    """Say in what the dates that were filled in stand against the order of the law."""
    filled = told(draft)
    moments = {key: read_moment(filled.get(key, "")) for key in MOMENTS}
    return out_of_order(moments["occurred"], moments["gd-at"], moments["fir-at"], moments["arrested-at"])


def order_reason(draft: Draft) -> str:
    """Give why the events stand in another order, as the officer wrote it."""
    return " ".join(dict(draft.particulars).get(ORDER_REASON, "").split())


def composed(draft: Draft) -> str:
    """Give the whole text that goes out: the officer's own words, then a line for each thing that was filled in.

    The first line is the headline that other stations read.
    """
    own = draft.description.strip()
    said = _lines(draft)
    return "\n\n".join(part for part in (own, "\n".join(said)) if part)


def other_code(sections: str, occurred: str) -> tuple[tuple[str, str], ...]:
    """Pair each section of the code that was not in force on that day with where it stands in the one that was.

    Nothing where another Act is named too (``302 IPC, 25 Arms Act``): its sections are not the code's.
    """
    moment, named = read_moment(occurred), {one.upper() for one in _CODE.findall(sections)}
    if moment is None or len(named) != 1 or penal_code(moment.day) in named:
        return ()
    words = {one.lower() for one in _WORD.findall(_NUMBER.sub(" ", _CODE.sub(" ", sections)))}
    if words - _BESIDE_A_CODE:
        return ()
    (act,) = named
    found = (section(act, number) for number in _NUMBER.findall(sections))
    return tuple(
        (f"{one.act} {one.shown}", f"{far[0].act} {', '.join(other.shown for other in far)}")
        for one in found
        if one is not None and (far := counterparts(one))
    )


def _lines(draft: Draft) -> list[str]:
    filled, category = told(draft), draft.category
    if not filled or category is None:
        return []
    language = dict(draft.particulars).get(LANGUAGE, "en")
    first = [filled.pop(key) for key in _HEADLINE[category] if key in filled]
    lines = [f"{_in(LEADS[category], language)}: {', '.join(first)}"] if first else []
    lines += [f"{_in(WORDS[key].label, language)}: {text}" for key, text in filled.items()]
    found, why = disorders(draft), order_reason(draft)
    if found and why:
        order = "; ".join(_in(ORDER[one], language) for one in found)
        lines.append(f"{order}{_in(STOP, language)} {_in(REASON, language)}: {why}")
    return lines


def _in(spoken: Spoken, language: str) -> str:
    return spoken.hi if language == "hi" else spoken.en
