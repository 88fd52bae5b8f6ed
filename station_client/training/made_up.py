"""A made-up station with its alerts and FIRs: the same in each training, dated to end now. Pure."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from typing import Final

from station_client.clock import to_ist
from station_client.domain.alert import Alert, Category, Change, Life
from station_client.domain.fir import Accused, ActSection, Complainant, Fir, FirForm, Occurrence, Place, Signatory
from station_client.domain.ids import AlertUid, Login, OfficeCode, uuid7
from station_client.domain.office import Act, District, Office, OfficeKind, Officer, Rights, State
from station_client.domain.sms import Template
from station_client.store.replica.changes import Changes
from station_client.store.stores import LAST_SYNC
from station_client.training.stock import DISTRICTS, PEOPLE, PLACES, REGISTERED, STATE, STATIONS, TEXTS, VEHICLES

ALERTS: Final = 84
CHANGED: Final = frozenset({Life.CORRECTED, Life.LOCATED})
CHANGED_AFTER: Final = timedelta(minutes=40)
PROTECTED: Final = frozenset({Category.TRAFFICKING})
_SEED: Final = 7


def officer() -> Officer:
    """Give the one officer of the station, who may do everything that can be trained."""
    return Officer(
        login=Login("training"),
        name="Training Officer · प्रशिक्षण अधिकारी",
        rank="Sub-Inspector",
        office=_offices()[0],
        rights=Rights(frozenset(Act) - {Act.ADMINISTER}, frozenset(Category)),
        district_name=DISTRICTS["991"],
        state_name=STATE[1],
    )


def changes(now: datetime) -> Changes:
    """Give what the copy of that station holds at ``now``."""
    told = tuple(_alerts(now))
    return Changes(
        cursor=2 * ALERTS + 100,
        alerts=told,
        firs=tuple(_fir(one, at) for at, one in enumerate(told) if one.fir_key),
        states=(State(STATE[0], STATE[1]),),
        districts=tuple(District(code, STATE[0], name) for code, name in DISTRICTS.items()),
        offices=_offices(),
        notes={LAST_SYNC: now.isoformat()},
    )


def templates() -> tuple[Template, ...]:
    """Give the registered texts of short messages."""
    return tuple(Template(f"99{at}", *one) for at, one in enumerate(REGISTERED))


def _offices() -> tuple[Office, ...]:
    """Give the stations, which are reached at addresses and numbers of nobody; nothing leaves a training."""
    return tuple(
        Office(
            OfficeCode(code),
            OfficeKind.POLICE_STATION,
            name,
            district,
            STATE[0],
            email=f"sho.{code}@training.gov.in",
            mobile=f"90{code}",
        )
        for code, name, district in STATIONS
    )


def _alerts(now: datetime) -> Iterator[Alert]:
    dice = random.Random(_SEED)  # noqa: S311 the same station each time, nothing to guard
    settled = (Life.ACTIVE, Life.CORRECTED, Life.ACTIVE, Life.LOCATED, Life.ACTIVE, Life.ACTIVE, Life.EXPIRED)
    lives = cycle((*settled, Life.ACTIVE))  # eight of them: each of the seven categories meets every one
    for number, life in zip(range(ALERTS), lives, strict=False):
        category = tuple(Category)[number % len(Category)]
        code, station, district = STATIONS[dice.randrange(len(STATIONS))]
        hindi = number % 3 == 0
        moment = now - timedelta(hours=5 * (ALERTS - number) + dice.randrange(4), minutes=dice.randrange(60))
        has_fir = number % 6 != 5  # noqa: PLR2004 some alerts come before their FIR
        year = to_ist(moment).year
        yield Alert(
            uid=AlertUid(uuid7(moment, number.to_bytes(10, "big"))),
            record_number=f"TRAINING-{number + 1:06d}",
            category=category,
            life=life,
            description=TEXTS[category][hindi].format(
                place=dice.choice(PLACES)[hindi],
                person=dice.choice(PEOPLE)[hindi],
                vehicle=dice.choice(VEHICLES),
            ),
            fir_key=f"{code}/{year}/{number + 1:04d}" if has_fir else "",
            fir_shown=f"{number + 1:04d}/{year}" if has_fir else "",
            gd_number="" if has_fir else str(number),
            gd_reason="" if has_fir else "The FIR is being written.",
            office_code=OfficeCode(code),
            office_name=station,
            district_code=district,
            district_name=DISTRICTS[district],
            state_code=STATE[0],
            author="Sub-Inspector",
            issued_at=moment,
            received_at=moment,
            expires_at=None,
            version=1,
            sequence=2 * number + 101,
            changes=(Change(life, moment + CHANGED_AFTER, "Sub-Inspector"),) if life in CHANGED else (),
        )


def _fir(alert: Alert, number: int) -> Fir:
    """Write the FIR of an alert; that of a protected victim shows how it is hidden."""
    at = to_ist(alert.received_at)
    person = PEOPLE[number % len(PEOPLE)]
    form = FirForm(
        district=alert.district_name,
        station=alert.office_name,
        year=str(at.year),
        number=f"{number + 1:04d}",
        fir_at=f"{at:%d/%m/%Y %H:%M}",
        acts=(ActSection("Bharatiya Nyaya Sanhita (BNS), 2023", ("303(2)", "309(4)", "137(2)")[number % 3]),),
        occurrences=(Occurrence("", f"{at:%d/%m/%Y}", f"{at:%d/%m/%Y}", "", "20:00", "20:30"),),
        information_at=f"{at:%d/%m/%Y %H:%M}",
        gd_number=str(number),
        gd_at=f"{at:%d/%m/%Y %H:%M}",
        information_kind="Written (लिखित)",
        places=(Place("North", "2", "4", PLACES[number % len(PLACES)][0]),),
        complainant=Complainant(name="Kalpanika Devi (काल्पनिका देवी)", nationality="India", phone="9000000000"),
        accused=(Accused(name=f"{person[0]} ({person[1]})"),),
        contents=f"{alert.description}\nThis FIR is made up for training. यह प्राथमिकी प्रशिक्षण के लिए बनाई गई है।",
        signatory=Signatory("Training Officer", "Sub-Inspector", "0001"),
    )
    plain = Fir(
        key=alert.fir_key,
        shown=alert.fir_shown,
        station_code=alert.office_code,
        station_name=alert.office_name,
        district_code=alert.district_code,
        district_name=alert.district_name,
        state_code=alert.state_code,
        registered_at=alert.received_at,
        status=("under-investigation", "chargesheeted")[number % 2],
        language="hi",
        victim_protected=False,
        version=1,
        sequence=alert.sequence - 1,
        form=form,
    )
    return replace(plain, victim_protected=alert.category in PROTECTED)
