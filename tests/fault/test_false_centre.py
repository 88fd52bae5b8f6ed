"""Somebody else at the centre's address, against a whole station that has an alert waiting: not a byte of it leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import (
    CertificateExpiredError,
    LineError,
    OtherAuthorityError,
    SelfSignedError,
    TlsStrippedError,
    WrongNameError,
)
from station_client.ports import Tokens
from sync.https import HttpsTransport
from tests.support.authority import DAY, Authority, Pair, self_signed
from tests.support.peers import peer
from tests.support.stations import pdf, station

FALSE: dict[str, tuple[Callable[[Authority, Path], Pair | None], type[LineError]]] = {
    "stripped": (lambda _own, _folder: None, TlsStrippedError),
    "wrong-name": (lambda own, _: own.issue("wrong", host="portal.example"), WrongNameError),
    "expired": (lambda own, _: own.issue("expired", age=3 * DAY, left=-DAY), CertificateExpiredError),
    "self-signed": (lambda _, folder: self_signed(folder), SelfSignedError),
    "other": (lambda _, folder: Authority(folder, "Somebody else").issue("other"), OtherAuthorityError),
}


@pytest.mark.parametrize("kind", FALSE)
def test_whoever_cannot_prove_to_be_the_centre_gets_nothing_of_what_waits(kind: str, tmp_path: Path) -> None:
    """An alert waits, a session is open, and not a byte of a question leaves; the alert stays queued."""
    make, error = FALSE[kind]
    own = Authority(tmp_path)
    with peer(date_now(), make(own, tmp_path)) as there:
        line = HttpsTransport(there.url, ca_file=own.file)
        with station(tmp_path / "station", line) as here:
            until = dt.datetime.now(dt.UTC) + DAY
            here.purse.held = Tokens("access", until, "refresh", until)
            here.open()
            item_id = here.write(files=(pdf("evidence"),))
            with pytest.raises(error):
                here.engine.sync_once()
            assert (here.item(item_id).state, here.engine.status().error) == (ItemState.QUEUED, error.code)
        line.close()
    assert not [head for head in there.heads if b"POST" in head or b"Bearer" in head]


def date_now() -> bytes:
    """Answer with the true time: the certificate is to blame and no clock."""
    now = dt.datetime.now(dt.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    return f"HTTP/1.1 200 OK\r\nDate: {now}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
