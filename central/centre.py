"""The centre's verbs: one for each question of the wire, with no web around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from central.accounts import Accounts
from central.blobs import Reading
from central.enquiries import Enquiries
from central.expiring import expiry_days
from central.feed import Feed
from central.gazette import Gazette
from central.hourly import Hourly
from central.machines import Machines
from central.messages.intake import MessageDesk
from central.push import Push
from central.receipt_keys import ReceiptKeys
from central.receipts import Voucher
from central.settings import Settings
from central.slices import Slices
from central.stewards import Stewards
from central.store.unit import Store
from central.trails import Trails
from central.uploads import Uploads
from central.ward import Ward
from central.watch import Watch
from station_client.clock import Clock
from sync.protocol.codes import OLDEST_PROTOCOL, PROTOCOL
from sync.protocol.dictionary import installed
from sync.protocol.door import Challenge, ChallengeAsk
from sync.protocol.messages import (
    BlobAnswer,
    ChangePage,
    Grant,
    Health,
    PushAnswer,
    PushBatch,
    Refresh,
    SignIn,
)
from sync.protocol.trail import TrailAnswer, TrailBatch


@dataclass(frozen=True, slots=True)
class Desks:
    """Who answers what: sign-ins, files, and what protocol 2 tells; and in whose name receipts are given."""

    accounts: Accounts
    uploads: Uploads
    slices: Slices
    gazette: Gazette
    voucher: Voucher
    keys: ReceiptKeys


class Gate:
    """What is asked before there is a token. Every verb may raise ``Refused``."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, accounts: Accounts) -> None:
        """Answer from ``store``."""
        self._settings = settings
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self.machines = Machines(settings, accounts, clock)

    def health(self) -> Health:
        """Say who is here and what time it has."""
        return Health(
            centre=self._settings.name,
            server_time=self._clock.now(),
            protocol=PROTOCOL,
            oldest_protocol=OLDEST_PROTOCOL,
            dictionaries=tuple(installed()),
        )

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password, enrolling the machine the first time."""
        return self._accounts.sign_in(ask)

    def challenge(self, ask: ChallengeAsk) -> Challenge:
        """Draw a picture that is to be read before the next sign-in, or word a question."""
        return self._accounts.tries.puzzles.draw(ask)

    def refresh(self, ask: Refresh) -> Grant:
        """Give new tokens for a refresh token."""
        return self._accounts.refresh(ask)

    def admit(self, access: str, *, certified: bool = True) -> None:
        """Let in who holds an access token, before anything else of a request is looked at."""
        self._accounts.actor(access, certified=certified)

    @property
    def ward(self) -> Ward:
        """Who watches over floods and refusals."""
        return self._accounts.ward

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()


class Centre(Gate):
    """What a station can ask. ``access`` is an access token."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, desks: Desks) -> None:
        """Answer from ``store``; ``central.house`` joins the parts."""
        super().__init__(settings, store, clock, desks.accounts)
        self._uploads = desks.uploads
        self.slices = desks.slices
        self.messages = MessageDesk(store, clock, desks.accounts, settings)
        self._gazette = desks.gazette
        self._feed = Feed(store, clock)
        days, hourly = expiry_days(settings.expiry_days), Hourly(settings, clock)
        self._push = Push(store, clock, desks.voucher, days, hourly=hourly)
        self._trails = Trails(store, clock)
        self._enquiries = Enquiries(store, clock, desks.accounts, desks.keys)
        self.watch = Watch(store, clock, settings)
        self.metrics_token = settings.metrics_token
        self.proxies = frozenset(settings.trusted_proxies.split())
        self.stewards = Stewards(store, clock, desks.accounts, settings)

    @property
    def gazette(self) -> Gazette:
        """What the centre tells by protocol 2."""
        return self._gazette

    @property
    def enquiries(self) -> Enquiries:
        """What a person asks beyond the feed."""
        return self._enquiries

    def changes(self, access: str, *, since: int, rows: int) -> ChangePage:
        """Give one page of the changes after ``since``."""
        return self._feed.page(self._accounts.actor(access), since, rows)

    def push(self, access: str, batch: PushBatch, *, together: bool = False) -> PushAnswer:
        """Take a batch of items and answer each; ``together``: receipts may share a signature."""
        return self._push.take(self._accounts.actor(access), batch, together=together)

    def trail(self, access: str, batch: TrailBatch) -> TrailAnswer:
        """Take entries of the audit trail of a station's PC."""
        return self._trails.take(self._accounts.actor(access), batch)

    def put_blob(self, access: str, *, sha256: str, size: int, chunks: Iterable[bytes]) -> BlobAnswer:
        """Take the bytes of a file that was claimed."""
        return self._uploads.put(self._accounts.actor(access), sha256, size, chunks)

    def get_blob(self, access: str, *, sha256: str, offset: int = 0) -> tuple[int, Reading]:
        """Give a file's size and its bytes from ``offset`` on; whoever stops before the end closes them."""
        return self._uploads.get(self._accounts.actor(access), sha256, offset)
