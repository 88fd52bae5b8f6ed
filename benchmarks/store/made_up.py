"""Made-up alerts and FIRs of any number in little memory: the same seed gives the same ones.

Skewed as life is: few names, places, words and districts are very common, most are rare (Zipf). English, Hindi
and mixed texts of about 670 bytes, evenly over six years, oldest first, as the centre's feed brings them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Final, TypeVar

from benchmarks.store import vocabulary as v
from station_client.domain.alert import Alert, Category, Life
from station_client.domain.fir import Accused, ActSection, Complainant, Fir, FirForm
from station_client.domain.ids import AlertUid, OfficeCode, uuid7
from station_client.store.replica.changes import Changes

PAGE: Final = 1000  # as the centre frames a long stream (docs/wire.md)
ALERTS_PER_FIR: Final = 20
FIRST_DAY: Final = datetime(2020, 11, 1, tzinfo=UTC)
DAYS: Final = 6 * 365
PLACES, WORDS, GIVEN, FAMILY = 12_000, 40_000, 2_500, 1_500
LATER_SERIALS: Final = 5000  # of alerts on top of others: no FIR of theirs is another alert's already
DISTRICTS: Final = 780
STATIONS: Final = 22  # of each district
POOL: Final = 1 << 16
TEXT_BYTES: Final = 560

_CATEGORIES: Final = tuple(Category)
_CATEGORY_SHARES: Final = tuple(accumulate((6, 30, 8, 2, 14, 25, 15)))
_ENGLISH, _HINDI = 0.5, 0.88  # up to here English, up to here Hindi, the rest mixed

Pair = tuple[str, str]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Stock:
    """What the gaps are filled from: each list in order of how common its members are, Latin and Devanagari."""

    names: tuple[Pair, ...]
    families: tuple[Pair, ...]
    places: tuple[Pair, ...]
    words: tuple[Pair, ...]


def stock(seed: int) -> Stock:
    """Make the lists of one seed."""
    dice = random.Random(f"stock {seed}")  # noqa: S311 repeatable is what it must be
    return Stock(
        (*v.NAMES, *_coined(dice, GIVEN, 2, 3)),
        (*v.FAMILIES, *_coined(dice, FAMILY, 2, 3)),
        tuple(_coined(dice, PLACES, 1, 3, v.ENDINGS)),
        tuple(_coined(dice, WORDS, 3, 4)),
    )


class MadeUp:
    """The alerts of one seed, page by page."""

    def __init__(self, *, seed: int, rows: int, first_day: datetime = FIRST_DAY, days: float = DAYS) -> None:
        """Prepare ``rows`` alerts, evenly over ``days`` from ``first_day`` on."""
        self.seed = seed
        self.rows = rows
        self._first_day, self._days = first_day, days
        self._first_serial = 1 if first_day == FIRST_DAY else LATER_SERIALS
        self.stock = stock(seed)
        self._dice = random.Random(seed)  # noqa: S311 repeatable is what it must be
        self._names = self._pool(self.stock.names, 0.7)
        self._families = self._pool(self.stock.families, 0.9)
        self._places = self._pool(self.stock.places, 0.7)
        self._words = self._pool(self.stock.words, 1.0)
        self._districts = self._pool(tuple(range(DISTRICTS)), 0.5)
        self._serials: dict[tuple[str, int], int] = {}

    @property
    def count(self) -> int:
        """Give how many pages there are."""
        return -(-self.rows // PAGE)

    def pages(self) -> Iterator[Changes]:
        """Give the feed's pages: so many alerts each (``PAGE``), and the FIRs of some of them."""
        for start in range(0, self.rows, PAGE):
            alerts = tuple(self._alert(number) for number in range(start, min(start + PAGE, self.rows)))
            firs = tuple(self._fir(alert) for alert in alerts[::ALERTS_PER_FIR])
            yield Changes(cursor=alerts[-1].sequence + 1, alerts=alerts, firs=firs)

    def _alert(self, number: int) -> Alert:
        dice = self._dice
        moment = self._first_day + timedelta(minutes=(number + dice.random()) * self._days * 24 * 60 / self.rows)
        district = 100 + self._pick(self._districts)
        code = f"{district}{1 + int(dice.random() ** 1.5 * STATIONS):03d}"
        serial = self._serials.get((code, moment.year), self._first_serial)
        self._serials[code, moment.year] = serial + 1
        category = dice.choices(_CATEGORIES, cum_weights=_CATEGORY_SHARES)[0]
        return Alert(
            uid=AlertUid(uuid7(moment, dice.randbytes(10))),
            record_number=f"CM-{moment.year}-{number:07d}",
            category=category,
            life=Life.ACTIVE if dice.random() < 0.8 else Life.LOCATED,
            description=self._text(moment),
            fir_key=f"{code}/{moment.year}/{serial:04d}",
            fir_shown=f"{serial:04d}/{moment.year}",
            gd_number="",
            gd_reason="",
            office_code=OfficeCode(code),
            office_name=f"THANA {self.stock.places[int(code) % PLACES][0].upper()}",
            district_code=str(district),
            district_name=self.stock.places[district][0],
            state_code=str(district % 36),
            author="Sub-Inspector",
            issued_at=moment,
            received_at=moment,
            expires_at=None,
            version=1,
            sequence=2 * number + 1,
        )

    def _text(self, moment: datetime) -> str:
        dice = self._dice
        language = dice.random()
        body: Sequence[str] = v.ENGLISH if language < _ENGLISH else v.HINDI
        if language >= _HINDI:
            body = v.ENGLISH + v.HINDI
        ends = v.ENGLISH_ENDS if language < _ENGLISH or (language >= _HINDI and dice.random() < 0.5) else v.HINDI_ENDS
        chosen: list[str] = []
        size = 0
        while size < TEXT_BYTES:
            sentence = self._pick(body).format_map(self._gaps(moment))
            chosen.append(sentence)
            size += len(sentence.encode())
        return " ".join((*chosen, self._pick(ends)))

    def _gaps(self, moment: datetime) -> dict[str, object]:
        dice, pick = self._dice, self._pick
        given, family, other, kin = pick(self._names), pick(self._families), pick(self._names), pick(self._families)
        place, word, thing = pick(self._places), pick(self._words), pick(v.THINGS)
        number = dice.getrandbits(30)
        letters = chr(65 + number % 26) + chr(65 + number % 25)
        return {
            "name": f"{given[0]} {family[0]}",
            "hname": f"{given[1]} {family[1]}",
            "other": f"{other[0]} {kin[0]}",
            "hother": f"{other[1]} {kin[1]}",
            "place": place[0],
            "hplace": place[1],
            "word": word[0].lower(),
            "hword": word[1],
            "thing": thing[0],
            "hthing": thing[1],
            "colour": pick(v.COLOURS),
            "vehicle": pick(v.VEHICLES),
            "mark": pick(v.MARKS),
            "section": pick(v.SECTIONS),
            "plate": f"{pick(v.STATES)}{number % 70:02d}{letters}{number % 9973:04d}",
            "phone": 6_000_000_000 + number * 3,
            "amount": number % 900 * 100 + 500,
            "age": 16 + number % 60,
            "time": f"{number % 24:02d}:{number % 60:02d}",
            "date": f"{moment:%d.%m.%Y}",
        }

    def _fir(self, alert: Alert) -> Fir:
        station, year, serial = alert.fir_key.split("/")
        form = FirForm(
            district=alert.district_name,
            station=alert.office_name,
            year=year,
            number=serial,
            fir_at=f"{alert.received_at:%d/%m/%Y %H:%M}",
            acts=(ActSection("Bharatiya Nyaya Sanhita, 2023", self._pick(v.SECTIONS)),),
            complainant=Complainant(name=" ".join(self._pick(self._names)[:1])),
            accused=(Accused(name=self._pick(self._names)[0]),),
            contents=alert.description,
        )
        return Fir(
            key=alert.fir_key,
            shown=alert.fir_shown,
            station_code=station,
            station_name=alert.office_name,
            district_code=alert.district_code,
            district_name=alert.district_name,
            state_code=alert.state_code,
            registered_at=alert.received_at,
            status="under-investigation",
            language="hi",
            victim_protected=False,
            version=1,
            sequence=alert.sequence + 1,
            form=form,
        )

    def _pool(self, things: Sequence[Thing], skew: float) -> tuple[Thing, ...]:
        """Draw a long list once, in which the n-th of the things stands 1/n^skew as often as the first."""
        shares = tuple(accumulate((place + 1) ** -skew for place in range(len(things))))
        return tuple(self._dice.choices(things, cum_weights=shares, k=POOL))

    def _pick(self, things: Sequence[Thing]) -> Thing:
        return things[int(self._dice.random() * len(things))]


def _coined(
    dice: random.Random, count: int, least: int, most: int, endings: Sequence[Pair] = (("", ""),)
) -> list[Pair]:
    """Coin names of syllables, each in both scripts."""
    made: dict[str, Pair] = {}
    while len(made) < count:
        parts = [*dice.choices(v.SYLLABLES, k=dice.randint(least, most)), dice.choice(endings)]
        latin = "".join(part[0] for part in parts).capitalize()
        made[latin] = (latin, "".join(part[1] for part in parts))
    return list(made.values())
