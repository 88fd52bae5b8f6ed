"""What a centre is told when it starts: where its folder is and how strict it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

DATABASE_FILE = "centre.db"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this very machine: what is spoken to without TLS is here."""
BLOB_FOLDER = "blobs"
SNAPSHOT_FOLDER = "snapshots"
PARTIALS_FOLDER = "arriving"
KEYS_FOLDER = "keys"
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
    ``requests_a_second`` of a machine, twice as many of an officer, and those of an address are borne for long, thirty
    times as many at once; heavy ones count five times. ``items_an_hour`` of a machine, and those of an
    office, are taken; 0 sets no limit.
    ``recipients_an_hour`` of an officer's messages, and those of an office, are taken in an hour; 0 sets no limit.
    ``metrics_token`` opens ``/metrics``; while it is empty there is no such path.
    Tokens are good for so many seconds; an access token is short-lived because it is only a bearer's.
    After ``captcha_after`` wrong passwords of a login, or ``captcha_after_address`` from one address within a quarter
    of an hour, a picture must be read first; 0 is never. ``trusted_proxies`` are the addresses, with blanks between,
    of balancers whose word on where a request comes from counts.
    """

    folder: Path
    database_url: str = ""
    name: str = "Cri-MAC centre"
    access_seconds: int = 15 * 60
    refresh_seconds: int = 30 * 24 * 3600
    tombstone_days: int = 180
    password_cost: Cost = field(default_factory=Cost)
    machine_certificates: MachineCertificates = MachineCertificates.OFF
    captcha_after: int = 3
    captcha_after_address: int = 30
    trusted_proxies: str = ""
    requests_a_second: int = 100
    requests_a_second_of_address: int = 1000
    items_an_hour: int = 3000
    items_an_hour_of_office: int = 6000
    recipients_an_hour: int = 500
    recipients_an_hour_of_office: int = 2000
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_ca_file: str = ""
    oidc_login_claim: str = "preferred_username"
    oidc_name_claim: str = "name"
    oidc_rank_claim: str = "rank"
    oidc_office_claim: str = "office"
    oidc_acts: str = "view"
    oidc_categories: str = ""
    mail_host: str = ""
    mail_port: int = 587
    mail_security: str = "starttls"
    mail_ca_file: str = ""
    mail_login: str = ""
    mail_password: str = ""
    mail_from: str = ""
    mail_from_states: str = ""
    sms_host: str = ""
    sms_port: int = 2775
    sms_tls: bool = False
    sms_login: str = ""
    sms_password: str = ""
    sms_url: str = ""
    sms_form: str = "to={to}&text={text}&sender={sender}&entity={entity}&template={template}&reference={reference}"
    sms_key: str = ""
    sms_report_key: str = ""
    sms_sender: str = ""
    dlt_entity: str = ""
    expiry_days: str = ""
    blob_url: str = ""
    s3_endpoint: str = ""
    s3_region: str = "us-east-1"
    s3_key: str = ""
    s3_secret: str = field(default="", repr=False)
    metrics_token: str = field(default="", repr=False)

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

    @property
    def keys(self) -> Path:
        """Name the folder of the keys that sign receipts."""
        return self.folder / KEYS_FOLDER
