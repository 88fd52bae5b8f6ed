"""A line and the centre at its end: over an in-process loopback, over real HTTPS, and on a real PostgreSQL."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from central.tls import make_development_certificates
from central.web.serving import served
from station_client.domain.ids import uuid7
from sync.https import HttpsTransport
from sync.protocol.frames import Kind
from sync.protocol.messages import FileClaim, Grant, ItemAnswer, PushBatch, PushItem, SignIn
from sync.protocol.records import Record
from sync.protocol.slices import SliceAnswer
from sync.transport import Transport
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.loopback import Loopback

KINDS = ("loopback", "https", "postgresql")


@dataclass(frozen=True)
class End:
    """A line and the centre at its end."""

    line: Transport
    small: SmallCentre

    def let_in(self, login: str = SI_A, machine: str = "machine-a", password: str = PASSWORD) -> Grant:
        """Sign an officer in over the line."""
        return self.line.sign_in(
            SignIn(login=login, password=password, machine_id=machine, machine_name="PC", program_version="0.1.0")
        )

    def one(self, access: str, item: PushItem) -> ItemAnswer:
        """Push one item and give its answer."""
        return self.line.push(access, PushBatch(items=(item,))).answers[0]

    def records(self, access: str, since: int = 0) -> list[Record]:
        """Read the stream to its end; give its records, each in its turn."""
        frames = self.line.feed(access, since=since, dictionary="")
        return [one for frame in frames if frame.kind is not Kind.EXPRESS for one in frame.records]

    def put(self, access: str, data: bytes, start: int = 0, end: int | None = None) -> SliceAnswer:
        """Send a slice of a file, or all of it."""
        sha256, stop = hashlib.sha256(data).hexdigest(), len(data) if end is None else end
        return self.line.put_slice(
            access,
            sha256=sha256,
            size=len(data),
            offset=start,
            length=stop - start,
            body=io.BytesIO(data[start:stop]),
            progress=lambda _sent: None,
        )


@contextmanager
def opened(kind: str, folder: Path, database_url: str = "") -> Iterator[End]:
    """Open a fresh centre in ``folder`` and a line of one of ``KINDS`` to it."""
    with small_centre(folder / "centre", database_url=database_url) as small:
        if kind != "https":
            yield End(Loopback(small.centre), small)
            return
        tls = folder / "tls"
        authority = make_development_certificates(tls)
        with served(small.centre, tls) as port:
            line = HttpsTransport(f"https://127.0.0.1:{port}", ca_file=authority)
            yield End(line, small)
            line.close()


def an_item(author: str = SI_A, files: tuple[bytes, ...] = (), description: str = "") -> PushItem:
    """Write an item with PDF files."""
    now = datetime.now(UTC)
    claims = tuple(
        FileClaim(sha256=hashlib.sha256(one).hexdigest(), size=len(one), name=f"{n}.pdf", kind="pdf")
        for n, one in enumerate(files)
    )
    return PushItem(
        item_id=uuid7(now, os.urandom(10)),
        author=author,
        category="seizure-recovery",
        description=description or "चार किलो अफीम बरामद; four kilograms of opium recovered.",
        written_at=now,
        skew_seconds=0.0,
        fir_key="31682034/2026/0619",
        fir_shown="0619/2026",
        files=claims,
    )
