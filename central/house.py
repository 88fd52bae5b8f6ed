"""The roof of the centre: the one place that joins its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from central.accounts import Accounts
from central.blobs import BlobFolder
from central.bucket import blobs_of
from central.centre import Centre, Desks
from central.errors import SetupError
from central.gazette import Gazette
from central.oidc import OidcProvider
from central.partials import Partials
from central.preparation import Preparation, Telling
from central.receipt_keys import ReceiptKeys
from central.receipts import Voucher
from central.settings import Settings
from central.slices import Slices
from central.snapshots import Snapshots
from central.store.records import Records
from central.store.unit import Store
from central.stream import Stream
from central.uploads import Uploads
from station_client.clock import Clock, SystemClock

FILLED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class House:
    """A centre and what State IT works on beside it."""

    settings: Settings
    clock: Clock
    store: Store
    blobs: BlobFolder
    partials: Partials
    accounts: Accounts
    snapshots: Snapshots
    centre: Centre

    @property
    def preparation(self) -> Preparation:
        """How far the centre is with what it does before it answers."""
        return self.centre.watch.preparation

    def forget(self) -> int:
        """Note where the feed stands today, drop withdrawals that are old enough, and give the oldest cursor served."""
        now = self.clock.now()
        oldest = now - timedelta(days=self.settings.tombstone_days)
        with self.store.write() as unit:
            return unit.reach.forget(now.date().isoformat(), unit.records.head(), oldest.date().isoformat())

    def fill(self) -> None:
        """Bring in order what an older version left, in small steps that let others write between.

        What was there before the index of words was is indexed; victims' identities are taken out of the feed; secrets
        of one-time codes are sealed.
        """
        with self.store.write() as unit:
            unit.one_time_codes.seal_all()
        for doing, verb in (("index", Records.fill), ("identities", Records.guard)):
            telling, reached = Telling(self.preparation, doing), 1
            while reached and not self.preparation.stopped:
                with self.store.write() as unit:
                    reached, head = verb(unit.records, FILLED_AT_ONCE), unit.records.head()
                if reached:
                    telling.reached(reached, head)
            telling.over()

    def close(self) -> None:
        """Stop what is being made, and let go of the database."""
        self.snapshots.close()
        self.store.close()


def open_house(settings: Settings, clock: Clock | None = None) -> House:
    """Join a centre in its folder, making what is not there yet."""
    own = clock or SystemClock()
    try:
        settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder, partials = blobs_of(settings), Partials(settings.partials)
    except OSError as wrong:
        raise SetupError(f"the centre's folder cannot be used: {wrong.strerror}") from wrong
    store = Store(settings.url, settings.keys)
    provider = OidcProvider(settings, own) if settings.oidc_issuer else None
    accounts = Accounts(store, settings, own, provider)
    keys = ReceiptKeys(settings.keys)
    voucher = Voucher(settings.name, keys.signer())
    uploads = Uploads(store, folder, own, voucher)
    stream = Stream(store, own)
    snapshots = Snapshots(store, stream, own, settings.snapshots)
    gazette = Gazette(store, own, accounts=accounts, stream=stream, snapshots=snapshots)
    slices = Slices(accounts, uploads, folder, partials)
    centre = Centre(settings, store, own, Desks(accounts, uploads, slices, gazette, voucher, keys))
    house = House(settings, own, store, folder, partials, accounts, snapshots, centre)
    if store.is_new:
        house.fill()  # what comes from here on is in order as it comes: no first start has to look through it
    return house


def open_centre(settings: Settings, clock: Clock | None = None) -> Centre:
    """Open the centre of a folder for whoever only asks it questions."""
    return open_house(settings, clock).centre
