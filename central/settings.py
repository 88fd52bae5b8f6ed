"""What a centre is told when it starts: where its folder is and how strict it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

DATABASE_FILE = "centre.db"
BLOB_FOLDER = "blobs"
SNAPSHOT_FOLDER = "snapshots"
PARTIALS_FOLDER = "arriving"
TLS_FOLDER = "tls"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a password costs (Argon2id): memory in KiB, passes, lanes.

    One lane, because a centre checks several passwords at once and OpenSSL cannot do that with more.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1


class MachineCertificates(StrEnum):
    """What the centre does about machines' own certificates."""

    OFF = "off"
    OFFERED = "offered"  # whoever has one shows it, and it must be the token's machine's
    REQUIRED = "required"  # no token counts without one


@dataclass(frozen=True, slots=True)
class Settings:
    """One centre. ``database_url`` is empty for the embedded SQLite in ``folder``.

    Withdrawals are remembered for ``tombstone_days``; a copy that is older is made anew.
    Tokens are good for so many seconds; an access token is short-lived because it is only a bearer's.
    """

    folder: Path
    database_url: str = ""
    name: str = "Cri-MAC centre"
    access_seconds: int = 15 * 60
    refresh_seconds: int = 30 * 24 * 3600
    tombstone_days: int = 180
    password_cost: Cost = field(default_factory=Cost)
    machine_certificates: MachineCertificates = MachineCertificates.OFF

    @property
    def url(self) -> str:
        """Name the database as SQLAlchemy wants it."""
        return self.database_url or f"sqlite:///{self.folder / DATABASE_FILE}"

    @property
    def blobs(self) -> Path:
        """Name the folder of the attachments' bytes."""
        return self.folder / BLOB_FOLDER

    @property
    def snapshots(self) -> Path:
        """Name the folder of the snapshots."""
        return self.folder / SNAPSHOT_FOLDER

    @property
    def partials(self) -> Path:
        """Name the folder of the attachments that are still coming in; on the same disk as the whole ones."""
        return self.folder / PARTIALS_FOLDER

    @property
    def tls(self) -> Path:
        """Name the folder of the certificates and their keys."""
        return self.folder / TLS_FOLDER
