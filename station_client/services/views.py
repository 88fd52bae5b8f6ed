"""What services hand to a face: frozen snapshots, safe to cross a thread, with no rows behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from station_client.domain.alert import Alert, Attention, Category, Life
from station_client.domain.attachment import Attachment
from station_client.domain.ids import AlertUid, Login, MachineId
from station_client.domain.office import Officer
from station_client.domain.outbox import OutboxItem, Receipt
from station_client.domain.redaction import Withheld


@dataclass(frozen=True, slots=True)
class KnownOfficer:
    """An officer who can sign in on this PC with no line."""

    login: Login
    name: str
    rank: str


@dataclass(frozen=True, slots=True)
class OfficerHere:
    """An officer of this PC, with the moment since which the trail knows them; ``withdrawn`` by the centre."""

    login: Login
    name: str
    rank: str
    since: datetime | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One entry of the audit trail: ``name`` is the officer's where this PC knows it, ``sent``: the centre has it."""

    number: int
    login: Login
    name: str
    act: str
    subject: str
    at: datetime
    skew_seconds: float
    sent: bool


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Entries newest first; ``next_number`` pages on. ``last`` is the newest of all, ``held`` the centre's last."""

    lines: tuple[TrailLine, ...]
    next_number: int | None
    last: int
    held: int


@dataclass(frozen=True, slots=True)
class Recovered:
    """An officer whom the recovery key gave a new password; with a new machine's secret no other slot opens."""

    officer: KnownOfficer
    new_machine_secret: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in. ``online`` says whether the centre confirmed it this time.

    ``password_only`` is true where no keychain guards the vault, and is warned of on screen.
    """

    officer: Officer
    at: datetime
    online: bool
    password_only: bool


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One line of a list: an alert without its long text."""

    uid: AlertUid
    row: int
    category: Category
    life: Life
    attention: Attention
    headline: str
    fir_key: str
    fir_shown: str
    gd_number: str
    place: str
    issued_at: datetime
    received_at: datetime
    record_number: str
    files: int


@dataclass(frozen=True, slots=True)
class AlertWindow:
    """One of the seven windows: its newest lines and its counts over the last 30 days."""

    category: Category
    total: int
    new: int
    lines: tuple[AlertLine, ...]
    acknowledged: int = 0


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The seven windows in their order; ``as_on`` is the last sync, None before the first."""

    windows: tuple[AlertWindow, ...]
    as_on: datetime | None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for. By FIR number alone, or by words, category and dates together.

    ``words`` is the forgiving query language (words, "phrases", -not). Dates are IST days, both
    included. ``lives``: any one of them; ``status``: the centre's code of the FIR's case. Empty fields do not narrow.
    ``place`` is how the chosen district or office is shown; ``typing``: the last word may be half typed. Neither
    makes another question of it.
    """

    fir_number: str = ""
    words: str = ""
    category: Category | None = None
    since: date | None = None
    until: date | None = None
    district_code: str = ""
    office_code: str = ""
    lives: tuple[Life, ...] = ()
    status: str = ""
    place: str = field(default="", compare=False)
    typing: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question that an officer keeps. ``days``: the last so many days, reckoned anew each time; 0: as it stands."""

    query: SearchQuery
    days: int = 0


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A police district, or an office with its district's name in ``within`` (a district: its State's)."""

    name: str
    within: str
    district_code: str = ""
    office_code: str = ""


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """A result as it may leave this PC in clear; ``description`` is what may be told of it."""

    line: AlertLine
    description: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Results newest first. ``count`` is capped at 10,000 (``capped`` says so); ``next_row`` pages on."""

    lines: tuple[AlertLine, ...]
    count: int
    capped: bool
    next_row: int | None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the centre found beyond the copy, and the whole text of each; nothing of it is stored here."""

    page: SearchPage
    texts: Mapping[AlertUid, str]
    as_on: datetime


@dataclass(frozen=True, slots=True)
class AlertView:
    """Everything about one alert; ``files_here`` are the hashes whose bytes this PC holds."""

    alert: Alert
    attention: Attention
    files_here: frozenset[str]
    fir_here: bool


@dataclass(frozen=True, slots=True)
class PaperReceipt:
    """A receipt with this PC's item that it answers; ``counts_until`` where the alert has an end and is here."""

    receipt: Receipt
    item: OutboxItem
    counts_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HashReport:
    """The files of an item as they were attached, each with its hashes; ``read_at`` is when they were taken anew.

    ``machine_id`` is the PC on which they were attached and lie sealed.
    """

    item: OutboxItem
    files: tuple[Attachment, ...]
    machine_id: MachineId
    read_at: datetime


@dataclass(frozen=True, slots=True)
class PaperAlert:
    """An alert as it may stand on paper: masked; ``withheld`` says why its words are left out, None where they stand.

    ``state_name`` is of the office that sent it, empty where the directory does not know it.
    """

    alert: Alert
    state_name: str
    withheld: Withheld | None
