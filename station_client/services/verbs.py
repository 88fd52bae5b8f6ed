"""All verbs in one bundle: what a face is given, and all that it is given."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.clock import Clock
from station_client.config import Settings
from station_client.events import Bus
from station_client.ports import SyncControl
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
from station_client.services.session import Session


@dataclass(frozen=True, slots=True)
class Verbs:
    """The services of one open house."""

    session: Session
    proving: Proving
    alerts: Alerts
    amending: Amending
    drafts: Drafts
    outbox: Outbox
    hashing: Hashing
    firs: Firs
    disclosure: Disclosure
    search: Search
    saved_searches: SavedSearches
    search_export: SearchExport
    reports: Reports
    files: Files
    lending: Lending
    audit: Audit
    officers: Officers
    recovery: Recovery
    repairs: Repairs
    messages: Messages
    begun_messages: BegunMessages
    addresses: Addresses
    removals: Removals
    diagnosis: Diagnosing
    sync: SyncControl
    settings: Settings
    clock: Clock
    bus: Bus
    rehearsing: Rehearsing | None = None
