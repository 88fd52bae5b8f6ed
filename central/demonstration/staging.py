"""Fill an empty centre with the demonstration, in the order in which it would have come in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec

from central import passwords
from central.blobs import BlobFolder
from central.demonstration import places
from central.demonstration.attachments import notice, sketch
from central.demonstration.cases import ENGLISH, HINDI, Case, CaseBook
from central.demonstration.forms import fir_record
from central.demonstration.offences import ALERTS, TOPICS, Topic
from central.demonstration.officers import OFFICERS
from central.demonstration.texts import read
from central.errors import SetupError
from central.house import House
from central.noted import note_account
from central.store.unit import Unit
from station_client.clock import to_ist
from station_client.domain.alert import Category, Life
from station_client.domain.attachment import Kind
from station_client.domain.fir_number import FirNumber
from station_client.domain.ids import OfficeCode, uuid7
from sync.protocol.records import AlertRecord, ChangeRecord, FileRecord, OfficeRecord

UNLINKED_FIRS = 24
KNOWN_SERIAL = 123
GD_REASONS_OF_ANY_LAW = 4  # the fifth names a section of the new law
FIRST_SERIAL = 201
FILE_EVERY = 40
EXPIRES_AFTER = timedelta(days=60)
CHANGED_AFTER = timedelta(hours=3)
WANTED = frozenset({Category.HIGH_ALERT, Category.HEINOUS_CRIME, Category.JAIL_BREAK, Category.INTERSTATE})
OLD_EVERY = 25
OLD_UNTIL = datetime(2024, 6, 20, tzinfo=UTC)  # before the new law came into force


@dataclass(frozen=True, slots=True)
class Staged:
    """What was put in, and each officer's new password by login."""

    offices: int
    alerts: int
    firs: int
    passwords: dict[str, str]


def stage(house: House, *, seed: int, hand_out: passwords.HandOut = dict) -> Staged:
    """Put the demonstration into a centre that has nothing yet; moments are told back from its clock.

    The passwords are handed out before anything is kept: all of it is there, or nothing.
    """
    handed = {one.login: passwords.new_password() for one in OFFICERS}
    kept = {login: house.accounts.hashed(password) for login, password in handed.items()}
    with house.store.write() as unit:
        if unit.records.head():
            raise SetupError("this centre is not empty; the demonstration wants one of its own")
        for rows in (places.states(), places.districts(), places.offices()):
            for place in rows:
                unit.records.put(place)
        author = _Author(unit, house.blobs, Random(seed), house.clock.now())  # noqa: S311 variety, not a secret
        author.write()
        for one in OFFICERS:
            house.accounts.put_in(unit, one, kept[one.login])
            note_account(unit, house.clock.now(), None, one, password=True)
        hand_out(handed)
    return Staged(len(places.offices()), author.alerts, author.firs, handed)


class _Author:
    """Writes alerts and FIRs into one transaction."""

    def __init__(self, unit: Unit, blobs: BlobFolder, rng: Random, now: datetime) -> None:
        self._unit, self._blobs, self._rng, self._now = unit, blobs, rng, now
        self._told: set[str] = set()
        self._book = CaseBook(rng, places.offices(), places.BUSY)
        self._serials: dict[tuple[str, int], int] = {}
        self.alerts = self.firs = 0

    def write(self) -> None:
        """Write the FIRs that no alert names yet, then every alert with its FIR, the oldest first."""
        self._known_fir()
        rampur = _office(places.RAMPUR)
        for _ in range(UNLINKED_FIRS):
            topic = self._rng.choice([one for one in TOPICS if one.registered and not one.protected])
            at = self._now - timedelta(days=self._rng.randrange(2, 60))
            self._fir(self._book.case(topic, at, rampur if self._rng.randrange(2) else None))
        for number, (at, category) in enumerate(zip(sorted(self._moments()), _in_turn(), strict=True)):
            self._alert(number, at, category)

    def _known_fir(self) -> None:
        """Write one FIR under a number that tours and trainers can rely on: 0123 of this year at Rampur."""
        topic = next(one for one in TOPICS if one.key == "dacoity")
        case = self._book.case(topic, self._now - timedelta(hours=30), _office(places.RAMPUR))
        year = to_ist(self._now).year
        number = FirNumber(year=year, serial=KNOWN_SERIAL, station=OfficeCode(places.RAMPUR))
        self._unit.records.put(fir_record(case, number, case.informed_at + timedelta(minutes=25), self._rng))
        self.firs += 1

    def _moments(self) -> list[datetime]:
        """Spread the alerts: some in the last hours, most in thirty days, a few long ago."""
        found = []
        for number in range(sum(ALERTS.values())):
            if number % OLD_EVERY == 0:
                back = self._now - OLD_UNTIL + timedelta(minutes=self._rng.randrange(150 * 1440))
            elif number % 12 == 1:
                back = timedelta(minutes=self._rng.randrange(9, 420))
            elif number % 10 == 2:  # noqa: PLR2004 one in ten
                back = timedelta(minutes=self._rng.randrange(30 * 1440, 240 * 1440))
            else:
                back = timedelta(minutes=self._rng.randrange(420, 30 * 1440))
            found.append(self._now - back)
        return found

    def _alert(self, number: int, at: datetime, category: Category) -> None:
        topic = self._book.topic(category)
        case, text = self._new_story(topic, at)
        fir = self._number(case) if self._rng.randrange(100) < topic.registered else None
        alert = self._record(case, at, fir, text)
        wanted_now = category == Category.HIGH_ALERT and number >= sum(ALERTS.values()) - FILE_EVERY
        if wanted_now or number % FILE_EVERY == FILE_EVERY - 1:
            alert = msgspec.structs.replace(alert, files=(self._file(case, alert),))
        self._unit.records.put(alert)
        self.alerts += 1
        if fir is not None:
            self._put_fir(case, fir)

    def _new_story(self, topic: Topic, at: datetime) -> tuple[Case, str]:
        """Draw a case whose text was not told yet."""
        while True:
            case = self._book.case(topic, at - timedelta(minutes=self._rng.randrange(40, 240)))
            texts = read("alerts_hi" if case.tongue == HINDI else "alerts_en")
            text = case.fill(self._rng.choice(texts[topic.key]))
            if text not in self._told:
                self._told.add(text)
                return case, text

    def _file(self, case: Case, alert: AlertRecord) -> FileRecord:
        """Attach what such an alert would have: a picture of whoever is wanted, a page of whatever was done."""
        if case.topic.category in WANTED:
            data, name, kind = sketch(self._rng), f"sketch-{alert.record_number}.png", Kind.PNG
        else:
            text = case.fill(read("alerts_en")[case.topic.key][0], ENGLISH)
            data = notice(f"Memo to alert {alert.record_number}", text)
            name, kind = f"memo-{alert.record_number}.pdf", Kind.PDF
        sha256 = hashlib.sha256(data).hexdigest()
        self._unit.stock.add(self._blobs.put(sha256, len(data), [data]), self._now)
        return FileRecord(sha256=sha256, size=len(data), name=name, kind=kind)

    def _fir(self, case: Case) -> None:
        self._put_fir(case, self._number(case))

    def _put_fir(self, case: Case, number: FirNumber) -> None:
        registered_at = min(case.informed_at + timedelta(minutes=self._rng.randrange(10, 35)), self._now)
        self._unit.records.put(fir_record(case, number, registered_at, self._rng))
        self.firs += 1

    def _number(self, case: Case) -> FirNumber:
        """Give the station's next number of the year."""
        year = to_ist(case.informed_at).year
        station = case.station.code
        serial = self._serials.get((station, year), FIRST_SERIAL + self._rng.randrange(90)) + self._rng.randrange(1, 4)
        self._serials[station, year] = serial
        return FirNumber(year=year, serial=serial, station=OfficeCode(station))

    def _record(self, case: Case, at: datetime, fir: FirNumber | None, text: str) -> AlertRecord:
        texts = read("alerts_hi" if case.tongue == HINDI else "alerts_en")
        year, office = to_ist(at).year, case.office
        released = case.topic.category == Category.JAIL_RELEASE
        prison = "release-reason" if released else "jail-reason"
        reasons = texts[prison if office.kind == "prison" else "gd-reason"]
        old = self._now - at > timedelta(days=120)
        life = self._life(case.topic, old=old)
        told = AlertRecord(
            sequence=0,
            uid=uuid7(at, self._rng.randbytes(10)),
            record_number=f"{year}-{self._unit.counters.next(f'record-{year}'):06d}",
            category=case.topic.category,
            life=life,
            description=text,
            office_code=office.code,
            office_name=office.name,
            district_code=office.district_code,
            district_name=places.district_name(office.district_code),
            state_code=office.state_code,
            author=f"{'Jailer' if office.kind == 'prison' else case.english('rank')} {case.english('officer')}",
            issued_at=at - timedelta(minutes=self._rng.randrange(2, 30)),
            received_at=at,
            version=1 if life == Life.ACTIVE else 2,
            fir_key=fir.key if fir else "",
            fir_shown=fir.shown if fir else "",
            gd_number="" if fir else case.english("gd"),
            gd_reason="" if fir else self._rng.choice(reasons[:GD_REASONS_OF_ANY_LAW] if old else reasons),
            expires_at=at + EXPIRES_AFTER if life == Life.EXPIRED else None,
        )
        if life in {Life.ACTIVE, Life.EXPIRED}:
            return told
        changed = ChangeRecord(life=life, at=min(at + CHANGED_AFTER, self._now), author=told.author)
        return msgspec.structs.replace(told, changes=(changed,))

    def _life(self, topic: Topic, *, old: bool) -> Life:
        """Let most old alerts have run out, and here and there a newer one be corrected, recalled or solved."""
        solved = Life.LOCATED if topic.category in WANTED else Life.CORRECTED
        drawn = self._rng.randrange(20)
        if old:
            return solved if drawn < 5 else Life.RECALLED if drawn < 8 else Life.EXPIRED  # noqa: PLR2004 of twenty
        return (solved, Life.CORRECTED, Life.RECALLED)[drawn] if drawn < 3 else Life.ACTIVE  # noqa: PLR2004 of twenty


def _in_turn() -> list[Category]:
    """Spread each window's alerts evenly over all of them, so that none is full of old ones only."""
    places_of = ((place + 0.5) / count for count in ALERTS.values() for place in range(count))
    names = (category for category, count in ALERTS.items() for _ in range(count))
    return [category for _, category in sorted(zip(places_of, names, strict=True))]


def _office(code: str) -> OfficeRecord:
    return next(one for one in places.offices() if one.code == code)
