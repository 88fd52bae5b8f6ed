"""Services for the window's tests: the real API over frozen snapshots in memory, no disk and no line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.ids import Login, OfficeCode, Sha256
from station_client.domain.office import Act, Office, OfficeKind, Officer, Rights
from station_client.errors import LockedOutError, SecondCopyError, StationError, WrongPasswordError
from station_client.events import Bus, SessionChanged, SyncMoved
from station_client.ports import NO_PROOF, Line, Proof, SyncStatus
from station_client.services.repairs import Mended
from station_client.services.verbs import Verbs
from station_client.services.views import KnownOfficer, OfficerHere, SignedIn, TrailPage
from tests.support.held_firs import FakeDisclosure
from tests.support.reported import FakeReports
from tests.support.said_to_the_centre import FakeAmending, FakeProving
from tests.support.stored_alerts import NOW, FakeAlerts, FakeFiles, alert

__all__ = ["NOW", "OFFICER", "PASSWORD", "Face", "FakeAlerts", "FakeFiles", "StillClock", "alert"]

PASSWORD = "correct horse battery"
OFFICE = Office(OfficeCode("31682034"), OfficeKind.POLICE_STATION, "Thana Rampur", "150", "09")
OFFICER = Officer(
    login=Login("asharma"),
    name="Anil Sharma",
    rank="Sub-Inspector",
    office=OFFICE,
    rights=Rights(frozenset(Act), frozenset(Category)),
    district_name="Dist. Hardoi",
    state_name="Uttar Pradesh",
)
SECOND = replace(OFFICER, login=Login("pnegi"), name="Pooja Negi", rank="Inspector")


@dataclass
class StillClock:
    """A clock that stands still until a test moves it."""

    moment: datetime = NOW

    def now(self) -> datetime:
        """Give the moment."""
        return self.moment

    def monotonic(self) -> float:
        """Give the moment in seconds."""
        return self.moment.timestamp()


@dataclass
class FakeSync:
    """The engine's controls with a status that a test sets."""

    bus: Bus
    shown: SyncStatus = field(default_factory=lambda: SyncStatus(Line.GOOD, NOW, NOW - timedelta(minutes=2)))
    asked: int = 0

    def status(self) -> SyncStatus:
        """Say where things stand."""
        return self.shown

    def put(self, status: SyncStatus) -> None:
        """Change where things stand and tell it."""
        self.shown = status
        self.bus.tell(SyncMoved())

    def sync_now(self, *, accept_removals: bool = False) -> None:
        """Count the asking; let go what was held back where that is agreed."""
        self.asked += 1
        if accept_removals:
            self.put(replace(self.shown, removals=None, error=""))

    def pause(self) -> None:
        """Say that it rests."""
        self.put(replace(self.shown, paused=True))

    def resume(self) -> None:
        """Say that it works."""
        self.put(replace(self.shown, paused=False))

    def sync_once(self) -> SyncStatus:
        """Give the status."""
        return self.shown

    def fetch_file(self, sha256: Sha256) -> None:
        """Nothing is fetched here."""


@dataclass
class FakeSession:
    """Two officers with one password; counts wrong ones."""

    bus: Bus
    vault: bool = True
    lists: bool = True
    officers: tuple[Officer, ...] = (OFFICER, SECOND)
    password_only: bool = False
    wrong: int = 0
    error: StationError | None = None
    leaving: StationError | None = None
    now: Officer | None = None
    ended: str = ""
    calls: list[str] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)

    def known_officers(self) -> tuple[KnownOfficer, ...]:
        """List who can sign in."""
        return tuple(KnownOfficer(one.login, one.name, one.rank) for one in self.officers) if self.lists else ()

    def vault_exists(self) -> bool:
        """Tell whether this PC is set up."""
        return self.vault

    def lists_officers(self) -> bool:
        """Tell whether the officers may be listed."""
        return self.lists

    def sign_in(self, login: str, password: str, proof: Proof = NO_PROOF) -> SignedIn:
        """Let in who has the password."""
        self.proofs.append(proof)
        self.calls.append(f"sign-in {login}")
        self._check(password)
        self.now = next((one for one in self.officers if one.login == login), OFFICER)
        self.bus.tell(SessionChanged())
        return SignedIn(self.now, NOW, online=True, password_only=self.password_only)

    def add_officer(self, login: str, password: str, proof: Proof = NO_PROOF) -> KnownOfficer:
        """Let a further officer use this PC."""
        self.proofs.append(proof)
        self._check(password)
        return KnownOfficer(Login(login), "Mohan Lal", "Constable")

    def prove(self, password: str) -> None:
        """Prove that the officer sits here."""
        self._check(password)

    def sign_out(self) -> None:
        """Close; ``leaving`` is raised after it, as where the trace could not be kept."""
        self.calls.append("sign-out")
        self.now = None
        if self.leaving is not None:
            raise self.leaving

    def lock(self) -> None:
        """Hide."""
        self.calls.append("lock")

    def unlock(self, password: str) -> SignedIn:
        """Show again."""
        self.calls.append("unlock")
        self._check(password)
        return SignedIn(self.now or OFFICER, NOW, online=False, password_only=self.password_only)

    def renew(self, password: str, proof: Proof = NO_PROOF) -> SignedIn:
        """Ask the centre anew."""
        self.proofs.append(proof)
        self.calls.append("renew")
        self._check(password)
        return SignedIn(self.now or OFFICER, NOW, online=True, password_only=self.password_only)

    def current(self) -> SignedIn | None:
        """Give who is signed in."""
        return SignedIn(self.now, NOW, online=False, password_only=self.password_only) if self.now else None

    def ended_by(self) -> str:
        """Say why the centre ended the session, if so."""
        return self.ended

    def cut_off(self, code: str) -> None:
        """End the session as the centre does."""
        self.now, self.ended = None, code
        self.bus.tell(SessionChanged())

    def _check(self, password: str) -> None:
        if self.error is not None:
            raise self.error
        if password != PASSWORD:
            self.wrong += 1
            raise LockedOutError(30) if self.wrong >= 5 else WrongPasswordError


class FakeAudit:
    """A trail with nothing in it."""

    def page(self, **_asked: object) -> TrailPage:
        """Give nothing."""
        return TrailPage((), None, 0, 0)

    def officers(self) -> tuple[tuple[Login, str], ...]:
        """Name nobody."""
        return ()


class FakeOfficers:
    """Nobody but those of the session; since when is not known."""

    def here(self) -> tuple[OfficerHere, ...]:
        """List nobody."""
        return ()


class FakeRepairs:
    """Nothing was ever damaged."""

    def met(self) -> tuple[Mended, ...]:
        """Say so."""
        return ()

    def copy_trouble(self) -> SecondCopyError | None:
        """Nothing keeps the copy from being made."""
        return None


@dataclass
class FakeRemovals:
    """Whoever agrees lets them go at once."""

    sync: FakeSync

    def agree(self) -> None:
        """Agree."""
        self.sync.sync_now(accept_removals=True)


@dataclass
class Face:
    """All fakes of one window, and the verbs made of them."""

    settings: Settings
    bus: Bus = field(default_factory=Bus)
    clock: StillClock = field(default_factory=StillClock)

    def __post_init__(self) -> None:
        """Join them."""
        self.sync = FakeSync(self.bus)
        self.session = FakeSession(self.bus, password_only=self.settings.password_only)
        self.proving = FakeProving()
        self.alerts = FakeAlerts(self.bus)
        self.files = FakeFiles()
        self.amending = FakeAmending()
        self.reports = FakeReports()

    def verbs(self, **others: object) -> Verbs:
        """Give the verbs; ``others`` are a test's own services (drafts, outbox, firs, search, audit)."""
        nothing = object()
        parts = {
            name: others.get(name, nothing)
            for name in (
                "drafts",
                "outbox",
                "firs",
                "search",
                "saved_searches",
                "search_export",
                "recovery",
                "diagnosis",
                "messages",
                "begun_messages",
                "addresses",
                "lending",
                "hashing",
            )
        }
        fakes = {
            "repairs": FakeRepairs(),
            "removals": FakeRemovals(self.sync),
            "officers": FakeOfficers(),
            "audit": others.get("audit", FakeAudit()),
            "disclosure": others.get("disclosure", FakeDisclosure()),
            "reports": self.reports,
            "session": self.session,
            "proving": self.proving,
            "alerts": self.alerts,
            "amending": self.amending,
            "files": self.files,
            "sync": self.sync,
        }
        settled = {"settings": self.settings, "clock": self.clock, "bus": self.bus}
        return Verbs(**(parts | fakes | settled | others))  # type: ignore[arg-type] # fakes
