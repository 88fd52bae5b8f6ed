"""The joists under the roof: every service joined with what it stands on, into the bundle that a face is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from station_client.clock import Clock
from station_client.config import Settings
from station_client.domain.attachment import Limits
from station_client.events import Bus
from station_client.inspection.sandbox import Inspect
from station_client.services.addresses import Addresses
from station_client.services.alerts import Alerts
from station_client.services.amending import Amending
from station_client.services.audit import Audit
from station_client.services.begun_messages import BegunMessages
from station_client.services.diagnosis import Diagnosing
from station_client.services.disclosure import Disclosure
from station_client.services.drafts import Drafts
from station_client.services.files import Files
from station_client.services.firs import Firs
from station_client.services.hashing import Hashing
from station_client.services.kept_drafts import WritingDoors
from station_client.services.lending import Lending
from station_client.services.messages import Messages
from station_client.services.officers import Officers
from station_client.services.outbox import Outbox
from station_client.services.proving import Proving
from station_client.services.recovery import Recovery
from station_client.services.rehearsing import Rehearsing
from station_client.services.removals import Removals
from station_client.services.repairs import Repairs
from station_client.services.reports import Reports
from station_client.services.saved_searches import SavedSearches
from station_client.services.search import Search
from station_client.services.search_export import SearchExport
from station_client.services.session import Session, SessionDoors
from station_client.services.verbs import Verbs
from station_client.services.withdrawal import Withdrawal
from sync.doctor import Doctor
from sync.engine import Engine
from sync.enquirer import Enquirer
from sync.scheduler import Scheduler
from sync.transport import Transport

Rehearse = Callable[[Session, Clock, Bus], Rehearsing]
Wire = tuple[Engine, Transport]


def joined(  # noqa: PLR0913, PLR0917 what the verbs stand on
    session: Session, sync: Scheduler, wire: Wire, settings: Settings, doors: SessionDoors, inspect: Inspect
) -> Verbs:
    """Join the services that a face is given: over a session, the sync, the wire to the centre and the PC's doors."""
    clock, bus, limits = doors.clock, doors.bus, Limits(settings.files_per_alert, settings.bytes_per_file)
    audit, asking = Audit(session, sync, clock), Enquirer(wire[0])
    bus.listen(Withdrawal(session, doors.vault, doors.keychain, audit, bus).heard)
    writing = WritingDoors(session, sync, audit, clock, bus, limits, inspect, settings.scan_folder)
    drafts, messages, search = Drafts(writing), Messages(writing), Search(session, asking, clock)
    files, outbox = Files(session, sync, audit, inspect=inspect), Outbox(session, sync, audit, bus)
    return Verbs(
        session=session,
        proving=Proving(doors.centre),
        alerts=Alerts(session, sync, audit, clock, bus),
        amending=Amending(writing, drafts),
        drafts=drafts,
        outbox=outbox,
        hashing=Hashing(session, outbox, audit, clock),
        firs=Firs(session, audit, sync),
        disclosure=Disclosure(session, asking, audit),
        search=search,
        saved_searches=SavedSearches(session),
        search_export=SearchExport(session, search, audit),
        reports=Reports(session, asking, sync, audit, clock),
        files=files,
        lending=Lending(session, audit, bus, doors.profile.lent, files.judge),
        audit=audit,
        officers=Officers(session, doors.vault, doors.keychain, audit),
        recovery=Recovery(doors.profile, doors.vault, doors.lockout, doors.keychain, clock),
        repairs=Repairs(session),
        messages=messages,
        begun_messages=BegunMessages(writing.presence, messages),
        addresses=Addresses(session),
        removals=Removals(sync, audit),
        diagnosis=Diagnosing(Doctor(wire[1], clock), session, sync, clock, folder=settings.profile),
        sync=sync,
        settings=settings,
        clock=clock,
        bus=bus,
    )


def rehearsed(verbs: Verbs, rehearse: Rehearse | None) -> Verbs:
    """Give the verbs with those of training, where it is one."""
    return verbs if rehearse is None else replace(verbs, rehearsing=rehearse(verbs.session, verbs.clock, verbs.bus))
