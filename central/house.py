"""The roof of the centre: the one place that joins its parts."""

from __future__ import annotations

from dataclasses import dataclass

from central.accounts import Accounts
from central.blobs import BlobFolder
from central.centre import Centre
from central.errors import SetupError
from central.partials import Partials
from central.settings import Settings
from central.slices import Slices
from central.store.unit import Store
from central.uploads import Uploads
from station_client.clock import Clock, SystemClock


@dataclass(frozen=True, slots=True)
class House:
    """A centre and what State IT works on beside it."""

    settings: Settings
    clock: Clock
    store: Store
    blobs: BlobFolder
    partials: Partials
    accounts: Accounts
    centre: Centre

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def open_house(settings: Settings, clock: Clock | None = None) -> House:
    """Join a centre in its folder, making what is not there yet."""
    own = clock or SystemClock()
    try:
        settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder, partials = BlobFolder(settings.blobs), Partials(settings.partials)
    except OSError as wrong:
        raise SetupError(f"the centre's folder cannot be used: {wrong.strerror}") from wrong
    store = Store(settings.url)
    accounts = Accounts(store, settings, own)
    uploads = Uploads(store, folder, own, settings.name)
    slices = Slices(accounts, uploads, folder, partials)
    centre = Centre(settings, store, own, accounts=accounts, uploads=uploads, slices=slices)
    return House(settings, own, store, folder, partials, accounts, centre)


def open_centre(settings: Settings, clock: Clock | None = None) -> Centre:
    """Open the centre of a folder for whoever only asks it questions."""
    return open_house(settings, clock).centre
