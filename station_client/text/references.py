"""What a text points at, however it is written: sections of law, phone numbers, vehicles.

Everything here is read from normalised text. What is found is given as tokens, words that no text has of its own:
the same section, phone or vehicle has the same token however it was spaced, dotted or abbreviated.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from station_client.domain import law
from station_client.domain.law import Section
from station_client.text.legal_words import (
    AFTER,
    AFTER_STARTS,
    BEFORE,
    BETWEEN,
    BLANKS,
    LAST_LETTERS,
    act_of,
    may_be_law,
    may_end_law,
)
from station_client.text.normalise import normalise

NO_ACT: Final = "x"
CONTEXT: Final = 32
LONGEST_NUMBER: Final = 3

_HINDI_LETTERS: Final = dict(zip("कखगघङ", "abcde", strict=True))
_LETTERED: Final = rf"(?:-?[a-z]{{1,2}}|[ ][a-z](?![.])|[ -]?[{''.join(_HINDI_LETTERS)}])(?!\w)"
_ITEM: Final = rf"[0-9]{{1,3}}(?![0-9])(?:{_LETTERED})?(?:\s?\([0-9a-z]{{1,4}}\))*(?!\w)"
_JOIN: Final = r"(?:\s?[,/&+;]\s?|\s(?:and|r/w|read with|or|एवं|और|व|तथा|सह)\s)"
_LISTED: Final = re.compile(rf"{_ITEM}(?:{_JOIN}{_ITEM})*")
_ONE: Final = re.compile(rf"([0-9]{{1,3}})({_LETTERED})?(?:\s?\(([0-9a-z]{{1,4}})\))?(?:\s?\([0-9a-z]{{1,4}}\))*")

_NUMBER: Final = re.compile("[0-9]+")
_NO_DIGIT: Final = re.compile("[^0-9]+")
_NO_LETTER: Final = re.compile("[^a-z]+")
_PHONE_STARTS: Final = frozenset("06789")
_PHONE: Final = re.compile(r"(?:91[ .-]?|0[ -]?)?([6-9](?:[ .-]?[0-9]){9})(?![0-9])")
_GAPS: Final = 3
_STATES: Final = frozenset(
    """
    an ap ar as bh br cg ch ct dd dl dn ga gj hp hr jh jk ka kl la ld mh ml mn mp mz nl od or pb py rj sk tg tn tr ts
    ua uk up ut wb
    """.split()  # noqa: SIM905 a list of these would be a page long
)
_SERIES: Final = r"(?:[a-z](?:[ .-]?[a-z]){0,2})"
_VEHICLE_DIGITS: Final = 2
_VEHICLE_GOES_ON: Final = frozenset("abcdefghijklmnopqrstuvwxyz ./-")
_VEHICLE: Final = re.compile(rf"([0-9]{{1,2}})[ ./-]{{0,3}}({_SERIES})[ ./-]{{0,3}}([0-9]{{1,4}})(?!\w)")
_BHARAT: Final = re.compile(r"([0-9]{2})[ -]?bh[ -]?([0-9]{4})[ -]?([a-z]{1,2})(?!\w)")


def _worth_reading() -> re.Pattern[str]:
    """Make the pattern of the numbers that may point at something at all: most of a text's do not.

    What is read with care for one is named here by what it cannot do without; the first digit is taken before the
    rest is looked at, so that the pattern is only tried where there is one. A group tells that nothing but what
    stands before the number speaks for it.
    """
    blank, last = (f"[{''.join(map(re.escape, chars))}]" for chars in (BLANKS, LAST_LETTERS))
    after_law = "|".join(f"(?<={last}{blank * gap}[0-9])" for gap in range(_GAPS)) + f"|(?<={blank * _GAPS}[0-9])"
    before_law = f"[{re.escape(BETWEEN)}]*(?:{'|'.join(map(re.escape, sorted(AFTER_STARTS)))})"
    goes_on = rf"-?[a-z]|[ ]?[a-z](?!\w)|[ -]?[{''.join(_HINDI_LETTERS)}]|\s?\(|{_JOIN}[0-9]"
    section = f"(?=[0-9]{{0,2}}(?![0-9]))(?:(?=[0-9]{{0,2}}(?:{before_law}|{goes_on}))|(?:{after_law})())"
    vehicle = "(?=[0-9]?[ ./-]{0,3}[a-z](?:[ .-]?[a-z]){0,2}[ ./-]{0,3}[0-9])"
    phone = f"(?<=[{''.join(sorted(_PHONE_STARTS))}])(?=(?:[ .-]?[0-9]){{9}})"
    return re.compile(f"[0-9](?<![0-9][0-9])(?:{vehicle}|{phone}|{section})[0-9]*")


_WORTH: Final = _worth_reading()


class Reference(NamedTuple):
    """One thing pointed at, where it stands.

    ``written`` are its tokens in the index; ``plain`` is its usual form in words, ``section`` its act, number and part.
    """

    start: int
    end: int
    written: tuple[str, ...]
    plain: str = ""
    section: tuple[str, str, str] | None = None

    @property
    def sought(self) -> tuple[str, ...]:
        """Give the tokens that meet it: a section's counterparts too. Only a search asks for them."""
        return self.written if self.section is None else _sought(*self.section)


def find(text: str, *, typed: bool = False) -> tuple[Reference, ...]:
    """Give everything that a normalised text points at, in its order.

    ``typed``: the text is a search line, where ``366A`` is a section though nothing beside it says so.
    """
    found: list[Reference] = []
    reached = 0
    for match in (_NUMBER if typed else _WORTH).finditer(text):
        at, end = match.span()
        if at < reached or (match.lastindex and not _follows_law(text, at)):
            continue
        short = end - at <= LONGEST_NUMBER
        here = _vehicle(text, at, end) if short else ()
        if not here and text[at] in _PHONE_STARTS:
            here = _phone(text, at)
        if not here and short:
            here = _sections(text, at, typed=typed)
        if here:
            if here[0].start < reached:  # the words before it are another's
                here = tuple(one._replace(start=max(one.start, reached)) for one in here)
            found += here
            reached = here[-1].end
    return tuple(found)


def _follows_law(text: str, at: int) -> bool:
    """Tell whether words of law may stand before a number, by the last piece before it."""
    return may_end_law(text[max(0, at - CONTEXT) : at].rstrip(BETWEEN).rpartition(" ")[2])


@lru_cache(maxsize=4_096)
def of_act(act: str, sections: str) -> tuple[Reference, ...]:
    """Give what a row of a FIR's acts and sections points at; an act that is not known here points at nothing."""
    return find(normalise(f"{sections} {act}"))


def is_token(term: str) -> bool:
    """Tell whether a term is a token and no word."""
    return term.startswith(("zs", "zp", "zv")) and any(char.isdigit() for char in term)


def _phone(text: str, at: int) -> tuple[Reference, ...]:
    match = _PHONE.match(text, at)
    if match is None or text[at - 1 : at].isalpha():
        return ()
    number = match[1] if match[1].isdecimal() else _NO_DIGIT.sub("", match[1])
    start = at - 1 if text[at - 1 : at] == "+" else at
    return (Reference(start, match.end(), (f"zp{number}",), number),)


def _vehicle(text: str, at: int, end: int) -> tuple[Reference, ...]:
    """Read a vehicle's number from its first digits on: the State's letters stand before them."""
    if end - at > _VEHICLE_DIGITS or (text[end : end + 1] not in _VEHICLE_GOES_ON):
        return ()
    before = text[max(0, at - 6) : at].rstrip(" ./-")
    state = before[-2:]
    if state in _STATES and not before[-3:-2].isalnum():
        match = _VEHICLE.match(text, at)
        if match is None:
            return ()
        start = text.rindex(state, 0, at)
        series = match[2] if match[2].isalpha() else _NO_LETTER.sub("", match[2])
        parts = (state, match[1].zfill(2), series, match[3].zfill(4))
    else:
        match = _BHARAT.match(text, at) if "bh" in text[at + 2 : at + 5] else None
        if match is None:
            return ()
        start = at
        parts = (match[1], "bh", match[2], match[3])
    whole = "".join(parts)
    return (Reference(start, match.end(), (f"zv{whole}",), f"{whole} {' '.join(parts)}"),)


def _sections(text: str, at: int, *, typed: bool) -> tuple[Reference, ...]:
    if text[at - 1 : at].isalnum():
        return ()
    listed = _LISTED.match(text, at)
    if listed is None:
        return ()
    act, from_, to = _context(text, *listed.span())
    bare = not act and from_ == listed.start()
    if bare and not typed:
        return ()
    found: list[Reference] = []
    for one in _ONE.finditer(text, *listed.span()):
        length, name, part = _item(one)
        if not name or (bare and not _speaks_for_itself(name, part)):
            continue
        end = one.start() + length
        found.append(
            Reference(
                one.start() if found else from_,
                max(end, to) if one.end() == listed.end() else end,
                _written(act or NO_ACT, name, part),
                section=(act or NO_ACT, name, part),
            )
        )
    return tuple(found)


def _context(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Say which act stands beside the numbers, and from where to where words of law and numbers reach."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    act, from_, to = "", start, end
    if may_be_law(before) and (match := BEFORE.search(before)):
        from_ = start - len(before) + match.start()
        act = act_of(match["act"]) if match["act"] else ""
    name = after.lstrip(BETWEEN)
    if name.startswith(AFTER_STARTS) and (match := AFTER.match(name)):
        to = end + len(after) - len(name) + match.end()
        act = act_of(match["act"]) or act
    return act, from_, to


def _item(one: re.Match[str]) -> tuple[int, str, str]:
    """Give one item's length, number and part; a letter apart counts only where such a section is known."""
    letters = re.sub(r"[\s-]", "", one[2] or "")
    letters = _HINDI_LETTERS.get(letters, letters).upper()
    if (one[2] or "").startswith(" ") and not law.known(one[1].lstrip("0") + letters):
        return len(one[1]), one[1].lstrip("0"), ""
    return len(one[0]), one[1].lstrip("0") + letters, one[3] or ""


def _speaks_for_itself(number: str, part: str) -> bool:
    return bool((part or not number.isdecimal()) and law.known(number))


@lru_cache(maxsize=4_096)
def _written(act: str, number: str, part: str) -> tuple[str, ...]:
    whole = _token(act, number)
    return (whole, f"{whole}s{part}")


@lru_cache(maxsize=4_096)
def _sought(act: str, number: str, part: str) -> tuple[str, ...]:
    """Give the tokens of a section and of its counterparts, with their act and with none beside them."""
    if act == NO_ACT:
        acts = law.known(number)
        penal = [one for one in acts if one.act in law.ACTS[:2]]
        meant = [Section(one.act, number, part) for one in penal or acts]
    else:
        meant = [Section(act, number, part)]
    found = dict.fromkeys(_meeting(NO_ACT, number, part))
    for one in meant:
        for far in (one, *law.counterparts(one)):
            found |= dict.fromkeys(_meeting(far.act, far.number, far.part))
            found |= dict.fromkeys(_meeting(NO_ACT, far.number, far.part))
    return tuple(found)


def _meeting(act: str, number: str, part: str) -> tuple[str, ...]:
    """Give what meets a section: the whole meets each of its parts, a part itself and the whole written alone."""
    whole = _token(act, number)
    return (f"{whole}s{part}", f"{whole}s") if part else (whole,)


def _token(act: str, number: str) -> str:
    return f"zs{act}{number}".lower()
