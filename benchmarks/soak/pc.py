"""A PC with one officer whose password costs little to check: each of many starts is then quick."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from station_client import app
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.ids import Login, OfficeCode
from station_client.domain.office import Act, Office, OfficeKind, Officer, Rights
from station_client.inspection.examine import examine
from station_client.security.cipher import Cost
from station_client.security.keyslots import SlotOfficer, Vault
from station_client.services.desk_notes import keep_officer
from station_client.store.profile import Profile
from station_client.store.stores import open_stores

NOWHERE = "https://127.0.0.1:9"
PASSWORD = "correct horse battery"  # noqa: S105 of an officer who does not exist
CHEAP = Cost(memory=64, passes=1, lanes=1)
SECRET = bytes(range(32))
OFFICER = Officer(
    login=Login("asharma"),
    name="Anil Sharma",
    rank="Sub-Inspector",
    office=Office(OfficeCode("31682034"), OfficeKind.POLICE_STATION, "Rampur", "150", "09"),
    rights=Rights(frozenset({Act.VIEW, Act.UPLOAD}), frozenset(Category)),
)


@dataclass
class HeldKeychain:
    """A keychain that holds the machine's secret whatever is asked."""

    held: dict[str, bytes] = field(default_factory=dict)

    def name(self) -> str:
        """Say which keychain it is."""
        return "held"

    def read(self, entry: str) -> bytes | None:
        """Give the secret."""
        return self.held.get(entry, SECRET)

    def write(self, entry: str, secret: bytes) -> None:
        """Keep a secret."""
        self.held[entry] = secret


def make_pc(folder: Path) -> None:
    """Make the vault and the stores, with the officer in them, as a first sign-in leaves them."""
    profile = Profile(folder)
    slot = SlotOfficer(OFFICER.login, OFFICER.name, OFFICER.rank)
    keys = Vault(folder).create(officer=slot, password=PASSWORD, secret=SECRET, cost=CHEAP)
    stores = open_stores(profile, keys)
    keep_officer(stores.desk.settings, OFFICER)
    stores.close()


def start(folder: Path) -> app.House:
    """Start the program, with no line, and sign in. Files are looked at in this process: that is quick."""
    settings = Settings(profile=folder, centre_url=NOWHERE)
    house = app.build(settings, keychain=HeldKeychain(), inspect=examine, background=False)
    try:
        house.verbs.session.sign_in(OFFICER.login, PASSWORD)
    except BaseException:
        house.close()
        raise
    return house
