"""A real centre in this process, on a temporary folder, with a few officers: for everybody's tests."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from central.centre import Centre
from central.errors import Refused
from central.house import House, open_house
from central.receipt_keys import ReceiptKeys
from central.rights import Account
from central.settings import DATABASE_FILE, Cost, Settings
from central.store.findings import FILLED, INDEX
from central.store.records import CALLED_BACK, GUARDED_UP_TO, NAMED_UP_TO
from central.store.unit import Store
from station_client.clock import Clock
from station_client.domain.alert import Category
from station_client.domain.ids import uuid7
from station_client.domain.office import Act
from sync.protocol.messages import BlobAnswer, FileClaim, Grant, ItemAnswer, PushBatch, PushItem, Refresh, SignIn
from sync.protocol.records import DistrictRecord, OfficeRecord, Record, StateRecord

PASSWORD = "correct horse battery"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)

STATION_A = "31682034"  # Thana Rampur, Hardoi, Uttar Pradesh
STATION_B = "35055012"  # Thana Kotwali Rishikesh, Dehradun, Uttarakhand
PRISON = "31682901"  # District Jail Hardoi
HIGHER_OFFICE = "31682900"  # Office of the Superintendent of Police, Hardoi

SI_A = "asharma"  # sub-inspector at station A: sees everything, uploads everything but jail alerts
SHO_A = "rkverma"  # in charge of station A: the same, and may recall
CONSTABLE_A = "mlal"  # station A: only looks
SI_B = "pnegi"  # sub-inspector at station B, in another State
JAILER = "dsingh"  # may send jail breaks and jail releases only
DSP = "skapoor"  # at the higher office: everything

ALL = tuple(str(one) for one in Category)
JAIL = (str(Category.JAIL_BREAK), str(Category.JAIL_RELEASE))
POLICE = tuple(one for one in ALL if one not in JAIL)

OFFICERS = (
    Account(SI_A, "Anil Sharma", "Sub-Inspector", STATION_A, (Act.VIEW, Act.UPLOAD), POLICE),
    Account(SHO_A, "Rakesh Kumar Verma", "Inspector", STATION_A, (Act.VIEW, Act.UPLOAD, Act.RECALL), POLICE),
    Account(CONSTABLE_A, "Mohan Lal", "Constable", STATION_A, (Act.VIEW,), ()),
    Account(SI_B, "Pooja Negi", "Sub-Inspector", STATION_B, (Act.VIEW, Act.UPLOAD), POLICE),
    Account(JAILER, "Daljeet Singh", "Jailer", PRISON, (Act.VIEW, Act.UPLOAD), JAIL),
    Account(DSP, "Sunita Kapoor", "Deputy Superintendent", HIGHER_OFFICE, tuple(Act), ALL),
)

DIRECTORY: tuple[Record, ...] = (
    StateRecord(sequence=0, code="09", name="UTTAR PRADESH"),
    StateRecord(sequence=0, code="05", name="UTTARAKHAND"),
    DistrictRecord(sequence=0, code="150", state_code="09", name="HARDOI"),
    DistrictRecord(sequence=0, code="49", state_code="05", name="DEHRADUN"),
    OfficeRecord(
        sequence=0, code=STATION_A, kind="police-station", name="RAMPUR", district_code="150", state_code="09"
    ),
    OfficeRecord(
        sequence=0, code=STATION_B, kind="police-station", name="RISHIKESH", district_code="49", state_code="05"
    ),
    OfficeRecord(
        sequence=0, code=PRISON, kind="prison", name="DISTRICT JAIL HARDOI", district_code="150", state_code="09"
    ),
    OfficeRecord(
        sequence=0, code=HIGHER_OFFICE, kind="higher-office", name="SP HARDOI", district_code="150", state_code="09"
    ),
)


@dataclass
class HandClock:
    """A clock that a test moves by hand."""

    moment: datetime = datetime(2026, 8, 1, 6, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """Give the moment it stands at."""
        return self.moment

    def monotonic(self) -> float:
        """Give its moment as seconds."""
        return self.moment.timestamp()

    def forward(self, **time: float) -> None:
        """Move on by so many seconds, minutes, hours or days."""
        self.moment += timedelta(**time)


@dataclass(frozen=True)
class SmallCentre:
    """A centre with a small directory and six officers, all with ``PASSWORD``."""

    house: House

    @property
    def centre(self) -> Centre:
        """Give the verbs."""
        return self.house.centre

    def put(self, *records: Record) -> None:
        """Change records at the centre, as another station or State IT would."""
        with self.house.store.write() as unit:
            for one in records:
                unit.records.put(one)

    def sign_in(self, login: str = SI_A, *, machine_id: str = "machine-a", password: str = PASSWORD) -> Grant:
        """Sign an officer in from a machine."""
        ask = SignIn(
            login=login, password=password, machine_id=machine_id, machine_name="PC 1", program_version="0.1.0"
        )
        return self.centre.sign_in(ask)

    def renew(self, grant: Grant, machine_id: str = "machine-a") -> Grant:
        """Ask for new tokens."""
        return self.centre.refresh(Refresh(refresh_token=grant.refresh_token, machine_id=machine_id))

    def lets_in(self, grant: Grant) -> bool:
        """Tell whether an access token still opens anything."""
        try:
            self.centre.changes(grant.access_token, since=0, rows=1)
        except Refused:
            return False
        return True

    def push_one(self, grant: Grant, item: PushItem) -> ItemAnswer:
        """Hand over one item and give its answer."""
        return self.centre.push(grant.access_token, PushBatch(items=(item,))).answers[0]

    def put_blob(self, grant: Grant, data: bytes, sha256: str = "") -> BlobAnswer:
        """Hand over a file's bytes."""
        name = sha256 or hashlib.sha256(data).hexdigest()
        return self.centre.put_blob(grant.access_token, sha256=name, size=len(data), chunks=[data[:7], data[7:]])

    def acts(self) -> tuple[str, ...]:
        """Give the acts in the audit trail, the oldest first."""
        with self.house.store.read() as unit:
            return tuple(entry.act for entry in unit.trail.all())


def as_an_older_version_left(house: House) -> None:
    """Forget what of a centre was brought in order."""
    with house.store.write() as unit:
        for name in (f"{FILLED}-{INDEX}", GUARDED_UP_TO, CALLED_BACK, NAMED_UP_TO):
            unit.counters._set(name, 0)  # noqa: SLF001 what no version of now would do


def head(small: SmallCentre) -> int:
    """Give the newest sequence."""
    with small.house.store.read() as unit:
        return unit.records.head()


def give_rights(small: SmallCentre, login: str, *acts: Act) -> None:
    """Let an officer do more than ``OFFICERS`` says."""
    (one,) = (one for one in OFFICERS if one.login == login)
    small.house.accounts.put_officer(replace(one, acts=(*one.acts, *acts)), PASSWORD)


def claim_of(data: bytes, *, name: str = "photo.pdf", kind: str = "pdf") -> FileClaim:
    """Claim a file's bytes for an item."""
    return FileClaim(sha256=hashlib.sha256(data).hexdigest(), size=len(data), name=name, kind=kind)


def an_item(author: str = SI_A, *, files: tuple[FileClaim, ...] = (), **other: object) -> PushItem:
    """Write an item that the centre takes, but for what a test changes in it."""
    now = datetime.now(UTC)
    sound = PushItem(
        item_id=uuid7(now, os.urandom(10)),
        author=author,
        category=Category.SEIZURE,
        description="Four kilograms of opium recovered near the canal; चार किलो अफीम बरामद।",
        written_at=now,
        skew_seconds=0.0,
        fir_key=f"{STATION_A}/2026/0619",
        fir_shown="0619/2026",
        files=files,
    )
    return msgspec.structs.replace(sound, **other)


@cache
def _empty_tables() -> Path:
    """Make a centre's empty tables, once for all tests of this process: their migrations have tests of their own."""
    folder = Path(tempfile.mkdtemp(prefix="tables-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Store(f"sqlite:///{folder / DATABASE_FILE}").close()
    return folder / DATABASE_FILE


def _begun(folder: Path) -> None:
    """Put empty tables into a folder that has none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / DATABASE_FILE).exists():
        shutil.copyfile(_empty_tables(), folder / DATABASE_FILE)


@contextmanager
def small_centre(
    folder: Path,
    clock: Clock | None = None,
    *,
    cost: Cost = CHEAP,
    database_url: str = "",
    signs: bool = False,
    **other: Any,  # noqa: ANN401 settings of every kind
) -> Iterator[SmallCentre]:
    """Open a small centre in ``folder`` and close it at the end; ``other`` settings as State IT would write them.

    ``signs``: it has a key for receipts.
    """
    other = {"captcha_after": 0} | other  # most tests try passwords for another reason
    if not database_url:
        _begun(folder)
    settings = Settings(folder=folder, password_cost=cost, database_url=database_url, **other)
    keys = ReceiptKeys(settings.keys)
    if signs and keys.signer() is None:
        keys.make()
    house = open_house(settings, clock)
    made = SmallCentre(house)
    try:
        with house.store.read() as unit:
            fresh = unit.records.head() == 0
        if fresh:
            made.put(*DIRECTORY)
            for one in OFFICERS:
                house.accounts.put_officer(one, PASSWORD)
        yield made
    finally:
        house.close()
