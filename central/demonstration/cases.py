"""A made-up case: what happened, where, when and to whom; its alert and its FIR tell the same story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from central.demonstration import words
from central.demonstration.offences import TOPICS, Topic
from central.demonstration.people import person
from central.demonstration.places import DISTRICT_NAMES_HI, OFFICE_NAMES_HI, VEHICLE_CODES, district_name
from central.demonstration.words import Pair
from station_client.clock import to_ist
from station_client.domain.alert import Category
from sync.protocol.records import OfficeRecord

ENGLISH, HINDI = 0, 1
HINDI_IN_A_HUNDRED = 55
_POOLS: dict[str, tuple[Pair, ...]] = {
    "place": words.VILLAGES,
    "spot": words.SPOTS,
    "car": words.CARS,
    "bike": words.MOTORCYCLES,
    "lorry": words.CARRIERS,
    "weapon": words.WEAPONS,
    "build": words.BUILDS,
    "face": words.FACES,
    "mark": words.MARKS,
    "clothes": words.CLOTHES,
    "tongue": words.TONGUES,
    "trade": words.TRADES,
    "alias": words.ALIASES,
}
_TOLD_BY_MEN = frozenset({"getaway", "robbery", "cutters"})  # Hindi verbs agree with who speaks
_MAN_SAYS: dict[str, Pair] = {
    "prarthi": ("", "प्रार्थी"),
    "child_of": ("son", "पुत्र"),
    "of": ("", "का"),
    "giving": ("", "दे रहा"),
}
_WOMAN_SAYS: dict[str, Pair] = {
    "prarthi": ("", "प्रार्थिनी"),
    "child_of": ("daughter", "पुत्री"),
    "of": ("", "की"),
    "giving": ("", "दे रही"),
}
_TRADE_OF: dict[str, dict[str, Pair]] = {
    "cutters": {"trade": ("bank manager", "बैंक प्रबंधक")},
    "ransom": {"trade": ("cloth merchant", "कपड़ा व्यापारी")},
}


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``slots`` fill the texts, as (English, Hindi) pairs; ``tongue`` is 0 for English, 1 for Hindi."""

    topic: Topic
    office: OfficeRecord
    station: OfficeRecord
    occurred_at: datetime
    informed_at: datetime
    tongue: int
    slots: dict[str, Pair]
    rupees: int

    def fill(self, text: str, tongue: int | None = None) -> str:
        """Put the case's particulars into a text, in the case's own tongue or another."""
        told = self.tongue if tongue is None else tongue
        return text.format_map({name: pair[told] for name, pair in self.slots.items()})

    def english(self, name: str) -> str:
        """Give one particular as the form's English half has it."""
        return self.slots[name][ENGLISH]

    def both(self, name: str) -> str:
        """Give one particular in English with the Hindi behind it, as forms are typed."""
        english, hindi = self.slots[name]
        return english if english == hindi else f"{english} ({hindi})"


class CaseBook:
    """Draws cases: the same seed and moment, the same cases."""

    def __init__(self, rng: Random, offices: tuple[OfficeRecord, ...], busy: tuple[str, ...]) -> None:
        """Draw from ``offices``; the ``busy`` ones come up more often."""
        self._rng = rng
        self._stations = tuple(one for one in offices if one.kind == "police-station")
        self._busy = tuple(one for one in self._stations if one.code in busy)
        self._prisons = tuple(one for one in offices if one.kind == "prison")

    def topic(self, category: Category) -> Topic:
        """Draw what an alert of this window is about."""
        fitting = [one for one in TOPICS if one.category == category]
        return self._rng.choices(fitting, [one.weight for one in fitting])[0]

    def case(self, topic: Topic, informed_at: datetime, office: OfficeRecord | None = None) -> Case:
        """Draw a case of a topic that a station heard of at ``informed_at``."""
        rng = self._rng
        sends = office or self._office(topic)
        near = [one for one in self._stations if one.district_code == sends.district_code]
        station = sends if sends.kind == "police-station" else rng.choice(near)
        occurred = informed_at - timedelta(minutes=rng.choice((35, 50, 90, 140, 300, 700, 1500)))
        goods = topic.goods
        rupees = rng.randrange(goods.least, goods.most, 500) if goods else rng.randrange(20_000, 800_000, 5_000)
        slots = self._slots(topic, sends=sends, station=station, occurred=occurred, rupees=rupees)
        tongue = HINDI if rng.randrange(100) < HINDI_IN_A_HUNDRED else ENGLISH
        return Case(topic, sends, station, occurred, informed_at, tongue, slots, rupees)

    def _office(self, topic: Topic) -> OfficeRecord:
        if topic.category in {Category.JAIL_RELEASE, Category.JAIL_BREAK} and topic.key != "custody":
            return self._rng.choice(self._prisons)
        return self._rng.choice(self._busy if self._rng.randrange(100) < 40 else self._stations)  # noqa: PLR2004 percent

    def _slots(
        self, topic: Topic, *, sends: OfficeRecord, station: OfficeRecord, occurred: datetime, rupees: int
    ) -> dict[str, Pair]:
        rng = self._rng
        woman = rng.randrange(3) == 0 and topic.key not in _TOLD_BY_MEN
        teller, accused = person(rng, woman=woman), person(rng)
        jail = sends if sends.kind == "prison" else rng.choice(self._prisons)
        other = rng.choice([one for one in self._stations if one.district_code != station.district_code])
        drawn: dict[str, Pair] = {name: rng.choice(pool) for name, pool in _POOLS.items()}
        drawn |= {name: (value, value) for name, value in self._figures(station, occurred, rupees).items()}
        drawn |= {"accused": accused.name, "father": accused.father, "officer": person(rng).name}
        drawn |= (_WOMAN_SAYS if woman else _MAN_SAYS) | _TRADE_OF.get(topic.key, {})
        return drawn | {
            "complainant": teller.name,
            "relative": teller.father,
            "given": teller.kin,
            "station": (station.name.title(), OFFICE_NAMES_HI[station.code]),
            "district": _district(station),
            "other": _district(other),
            "jail": (jail.name.title(), OFFICE_NAMES_HI[jail.code]),
        }

    def _figures(self, station: OfficeRecord, occurred: datetime, rupees: int) -> dict[str, str]:
        rng, local = self._rng, to_ist(occurred)
        return {
            "day": f"{local:%d/%m/%Y}",
            "time": f"{local:%H:%M}",
            "age": str(rng.randrange(19, 55)),
            "age_c": str(rng.randrange(24, 68)),
            "child": str(rng.randrange(6, 14)),
            "short": str(rng.randrange(105, 145)),
            "tall": str(rng.randrange(158, 184)),
            "count": str(rng.randrange(3, 8)),
            "plate": f"{VEHICLE_CODES[station.state_code]} ZZ {rng.randrange(1, 9999):04d}",
            "amount": rupees_shown(rupees),
            "reward": rupees_shown(rng.choice((5_000, 10_000, 15_000, 25_000, 50_000))),
            "kilos": str(rng.randrange(4, 180)),
            "grams": str(rng.randrange(12, 320)),
            "boxes": str(rng.randrange(40, 620)),
            "gd": f"{rng.randrange(5, 78):03d}",
            "rank": rng.choice(words.RANKS),
        }


def _district(office: OfficeRecord) -> Pair:
    return district_name(office.district_code).title(), DISTRICT_NAMES_HI[office.district_code]


def rupees_shown(amount: int) -> str:
    """Write an amount with the country's own grouping: 12,34,500."""
    text = str(amount)
    head, tail = text[:-3], text[-3:]
    while len(head) > 2:  # noqa: PLR2004 lakhs and crores go by two digits
        head, tail = head[:-2], f"{head[-2:]},{tail}"
    return f"{head},{tail}" if head else tail
