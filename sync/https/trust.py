"""Whom the line believes: the State's own authority, the keys it pinned, this PC's own certificate, TLS from 1.2 on."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path

from sync.https.resumption import Resuming

NO_CHECK_TIME = ssl.VerifyFlags(0x200000)
"""OpenSSL's ``X509_V_FLAG_NO_CHECK_TIME``: everything is proved but the dates."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What State IT decided of the way to the centre.

    ``ca_file`` is the State's authority; None trusts the bundled public ones. ``proxy`` is empty for none: neither the
    system nor the environment is ever asked. ``pins`` are SHA-256 (hexadecimal) of the keys (SPKI) of which the
    centre's must be one; none pins nothing. ``bytes_per_second`` is the most for bulk, each way; 0 is no limit.
    """

    ca_file: Path | None = None
    proxy: str = ""
    pins: frozenset[str] = frozenset()
    bytes_per_second: int = 0


@dataclass(frozen=True, slots=True)
class Papers:
    """This PC's own certificate with its key, sealed with ``passphrase``."""

    file: Path
    passphrase: str = field(repr=False)


def context(*, check_time: bool = True) -> ssl.SSLContext:
    """Make the context of a session's connections; whom it trusts is added with each connection."""
    made = Resuming(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    if not check_time:
        made.verify_flags |= NO_CHECK_TIME
    return made


def show(made: ssl.SSLContext, papers: Papers) -> None:
    """Let new connections of this context show this PC's own certificate. Raises ``OSError``."""
    made.load_cert_chain(papers.file, password=lambda: papers.passphrase)
