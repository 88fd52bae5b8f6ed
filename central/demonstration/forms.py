"""The whole I.I.F.-I of a made-up case, every item filled as a station would fill it."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from central.demonstration import words
from central.demonstration.cases import HINDI, Case, rupees_shown
from central.demonstration.places import district_name
from central.demonstration.texts import read
from station_client.clock import to_ist
from station_client.domain.fir import (
    Accused,
    ActionTaken,
    ActSection,
    Complainant,
    FirForm,
    Occurrence,
    Place,
    Row,
    Signatory,
)
from station_client.domain.fir_number import FirNumber
from station_client.domain.law import NEW_LAW_FROM
from sync.protocol.records import FirRecord

PAHAR_HOURS = 3
LATE = timedelta(hours=10)
_TOLD_BY = {"walls": "jailer", "custody": "report", "body": "report", "labour": "report"}
STATUSES = ("under-investigation", "under-investigation", "under-investigation", "chargesheeted", "pending-approval")


def fir_record(case: Case, number: FirNumber, registered_at: datetime, rng: Random) -> FirRecord:
    """Write the FIR of a case under its number."""
    station = case.station
    return FirRecord(
        sequence=0,
        key=number.key,
        shown=number.shown,
        station_code=station.code,
        station_name=station.name,
        district_code=station.district_code,
        district_name=district_name(station.district_code),
        state_code=station.state_code,
        registered_at=registered_at,
        status=rng.choice(STATUSES),
        language="hi",
        victim_protected=case.topic.protected,
        version=1,
        form=_form(case, number, registered_at, rng),
    )


def _form(case: Case, number: FirNumber, registered_at: datetime, rng: Random) -> FirForm:
    new_law = to_ist(case.occurred_at).date() >= NEW_LAW_FROM
    late = registered_at - case.occurred_at > LATE
    texts = read("firs_hi" if case.tongue == HINDI else "firs_en")
    goods = case.topic.goods
    officer, rank = case.both("officer"), case.english("rank")
    return FirForm(
        district=case.both("district"),
        station=case.both("station"),
        year=str(number.year),
        number=f"{number.serial:04d}",
        fir_at=_moment(registered_at),
        acts=tuple(ActSection(act, section) for act, section in case.topic.sections(new_law=new_law)),
        occurrences=(_occurrence(case),),
        information_at=_moment(case.informed_at),
        gd_number=case.english("gd"),
        gd_at=_moment(registered_at - timedelta(minutes=4)),
        information_kind="Oral (मौखिक)" if case.topic.police else "Written (लिखित)",
        places=(_place(case, rng),),
        complainant=_officer(case) if case.topic.police else _citizen(case, rng),
        accused=_accused(case, rng),
        accused_more_than=case.english("count") if case.topic.key in {"dacoity", "robbery", "attempt", "gang"} else "",
        delay_reason=rng.choice(texts["delay"]) if late and not case.topic.police else "",
        property=_goods(case) if goods else (),
        property_total=rupees_shown(case.rupees) if goods else "",
        uidb=(Row((f"{rng.randrange(3, 60):02d}/{number.year}",)),) if case.topic.key in {"murder", "body"} else (),
        contents=_contents(case, rng),
        action=ActionTaken(registered=texts["action"][0], directed=f"{officer}, {rank}"),
        signatory=Signatory(case.both("officer"), "Inspector", str(rng.randrange(1, 9999)).zfill(4)),
        court_dispatch_at=_moment(registered_at + timedelta(hours=rng.randrange(3, 20))),
    )


def _contents(case: Case, rng: Random) -> str:
    texts = read("firs_hi" if case.tongue == HINDI else "firs_en")
    who = _TOLD_BY.get(case.topic.key, "officer" if case.topic.police else "citizen")
    close = "close-report" if case.topic.key in _TOLD_BY else f"close-{who}"
    parts = (rng.choice(texts[who]), rng.choice(texts[case.topic.key]), rng.choice(texts[close]))
    return "\n\n".join(case.fill(part) for part in parts)


def _occurrence(case: Case) -> Occurrence:
    local = to_ist(case.occurred_at)
    until = to_ist(case.occurred_at + timedelta(minutes=20))
    return Occurrence(
        day=words.WEEKDAYS[local.weekday()][0],
        date_from=f"{local:%d/%m/%Y}",
        date_to=f"{until:%d/%m/%Y}",
        time_period=f"Pahar {local.hour // PAHAR_HOURS + 1}",
        time_from=f"{local:%H:%M}",
        time_to=f"{until:%H:%M}",
    )


def _place(case: Case, rng: Random) -> Place:
    return Place(
        direction=rng.choice(words.DIRECTIONS)[0],
        distance_km=str(rng.randrange(1, 24)),
        beat=str(rng.randrange(1, 28)),
        address=f"{case.both('place')}, near {case.both('spot')}",
    )


def _citizen(case: Case, rng: Random) -> Complainant:
    """Write the informant: identity numbers have forms that are never given out."""
    born = to_ist(case.informed_at).year - int(case.english("age_c"))
    return Complainant(
        name=case.both("complainant"),
        relative=case.both("relative"),
        birth=str(born),
        nationality="India",
        uid=f"0{rng.randrange(10**10, 10**11)}",
        occupation=case.both("trade"),
        phone=f"91-60000{rng.randrange(10**5):05d}",
        ids=(Row(("Ration Card", f"0000{rng.randrange(10**8):08d}")),),
        addresses=(Row(("Present", case.both("place"))), Row(("Permanent", case.both("place")))),
    )


def _officer(case: Case) -> Complainant:
    return Complainant(
        name=case.both("officer"),
        nationality="India",
        occupation=f"{case.english('rank')}, P.S. {case.english('station')}",
        addresses=(Row(("Present", f"P.S. {case.both('station')}")),),
    )


def _accused(case: Case, rng: Random) -> tuple[Accused, ...]:
    features = ("Male", case.english("age"), case.english("build"), case.english("tall"), case.english("face"))
    unknown = Accused(name="Unknown (अज्ञात)", features=features)
    if case.topic.key in {"missing", "body", "getaway", "dacoity", "robbery", "cutters"}:
        return (unknown,)
    named = Accused(
        name=case.both("accused"),
        alias=case.both("alias") if rng.randrange(2) else "",
        relative=case.both("father"),
        address=case.both("place"),
        features=(*features, case.english("mark")),
    )
    return (named, unknown) if rng.randrange(2) else (named,)


def _goods(case: Case) -> tuple[Row, ...]:
    goods = case.topic.goods
    if goods is None:
        return ()
    return (Row((goods.category, goods.kind, f"{goods.english} ({goods.hindi})", rupees_shown(case.rupees))),)


def _moment(moment: datetime) -> str:
    return f"{to_ist(moment):%d/%m/%Y %H:%M}"
