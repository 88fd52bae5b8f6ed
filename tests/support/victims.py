"""A FIR whose victim the law protects, alerts that name it, and every byte that a centre tells of them."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import msgspec

from central.errors import Refused
from central.snapshots import pieces
from central.store.tallies import Scope
from station_client.domain.fir import ActSection, Complainant, Row
from station_client.domain.pillars import PillarEvent
from sync.protocol.codec import encode
from sync.protocol.enquiries import FirAsk, SearchAsk
from sync.protocol.frames import FrameParser, read_frames
from sync.protocol.records import AlertRecord, FirRecord, Record
from tests.support.centre import DSP, SI_A, SI_B, SmallCentre
from tests.support.records import a_fir, an_alert

NAME, ADDRESS, NAME_HI = "Kamla Vati", "House 14, Mohalla Shivpuri", "कमला वती"
SECRETS = (NAME, NAME.upper(), ADDRESS, NAME_HI, "Vati")
VICTIM = Complainant(name=f"{NAME} ({NAME_HI})", nationality="INDIA", addresses=(Row(("1", "Present", ADDRESS)),))


def the_fir(*, protected: bool = True, version: int = 1) -> FirRecord:
    """Give a FIR under BNS 64 whose informant is the victim."""
    form = replace(
        a_fir().form,
        acts=(ActSection("Bharatiya Nyaya Sanhita, 2023", "64(1)"),),
        complainant=VICTIM,
        contents=f"{NAME} of {ADDRESS} states that she was followed home.",
        delay_reason=f"{NAME} was afraid",
    )
    event = PillarEvent("court", "2026-08-03", f"Statement of {NAME} recorded")
    return a_fir(victim_protected=protected, form=form, events=(event,), version=version)


def the_alert(number: int = 1, **changed: object) -> AlertRecord:
    """Give an alert that names the FIR, and the victim with it."""
    said = f"Accused who attacked {NAME.upper()} near the canal is at large."
    return an_alert(number, description=said, fir_key=the_fir().key, fir_shown=the_fir().shown, **changed)


OFFICES = ((SI_A, "machine-a"), (DSP, "machine-d"), (SI_B, "machine-b"))


def told(small: SmallCentre, login: str, machine: str) -> tuple[list[Record], bytes]:
    """Give the records of an office's feed, and every byte, unpacked, that the centre tells it by any way there is."""
    access = small.sign_in(login, machine_id=machine).access_token
    stream = read_frames(small.centre.gazette.feed(access, since=0, dictionary=""), FrameParser())
    records = [one for frame in stream if frame.cursor for one in frame.records]
    parts: list[msgspec.Struct] = [*records, small.centre.changes(access, since=0, rows=500)]
    parts += [small.centre.enquiries.search(access, SearchAsk(words=words)) for words in ("", "canal", NAME)]
    with contextlib.suppress(Refused):
        parts.append(small.centre.enquiries.fir(access, FirAsk(key=the_fir().key)))
    state = "05" if login == SI_B else "09"
    made = small.house.snapshots.make(Scope(alerts=True, firs_of_state=state))
    assert made is not None
    size, path = small.centre.gazette.snapshot_file(access, sha256=made.sha256)
    parts += [one for frame in read_frames(pieces(path, 0, size), FrameParser()) for one in frame.records]
    return records, b"\n".join(map(encode, parts))


def everywhere(small: SmallCentre) -> bytes:
    """Give every byte that the centre tells any office."""
    return b"".join(told(small, login, machine)[1] for login, machine in OFFICES)
