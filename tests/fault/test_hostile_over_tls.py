"""A hostile centre over real TLS, and a recording of its line, against a whole station: refused by name, nothing lost.

It is the centre's own server that lies here, behind its real sockets. How much memory bombs and streams without end
take is measured in a process of their own (``test_hostile_memory``).
"""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from central.centre import Centre
from central.gazette import Gazette
from central.slices import Slices
from central.stream import Frames
from station_client.domain.alert import Category
from station_client.domain.attachment import harmless_name
from station_client.domain.ids import AlertUid, ItemId, Sha256
from station_client.domain.outbox import ItemState
from station_client.errors import (
    AnswerError,
    LineError,
    RefusalError,
    WrongBytesError,
    WrongReceiptError,
)
from station_client.events import HighAlertArrived
from sync.https import HttpsTransport
from sync.protocol.messages import FileClaim, PushAnswer, PushBatch
from sync.protocol.slices import Have, Held
from tests.support.bent_streams import LIES, Pieces, backwards, behind_the_end, endless
from tests.support.ends import End, an_item, opened
from tests.support.liars import FORGERIES, STRANGER, WRONG_HELD, with_receipt
from tests.support.scenes import an_alert
from tests.support.stations import Station, pdf, station
from tests.support.tape import Tape


@dataclass
class Trap:
    """A station, and the centre at the other end of its TLS line."""

    end: End
    here: Station
    ca_file: Path
    port: int


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    """Give a station that has synced once, truthfully; each test leaves the truth behind it."""
    folder = tmp_path_factory.mktemp("hostile")
    with opened("https", folder) as end, station(folder / "station", end.line) as here:
        here.sign_in()
        here.engine.sync_once()
        assert isinstance(end.line, HttpsTransport)
        yield Trap(end, here, folder / "tls" / "ca.pem", int(end.line._url.rpartition(":")[2]))


def truthful_again(trap: Trap, *items: ItemId) -> None:
    """Expect the next round to take everything, and the items to be at the centre."""
    assert trap.here.engine.sync_once().error == ""
    assert {trap.here.item(one).state for one in items} <= {ItemState.COMPLETE}


def bend(monkeypatch: pytest.MonkeyPatch, lie: Callable[[Pieces], Pieces]) -> None:
    """Let the centre's stream be bent before it goes into TLS."""
    true = Gazette.feed

    def bent(self: Gazette, access: str, *, since: int, dictionary: str, most: int) -> Frames:
        return Frames(None, iter(lie(true(self, access, since=since, dictionary=dictionary, most=most))))

    monkeypatch.setattr(Gazette, "feed", bent)


@pytest.mark.parametrize("lie", [*LIES.values(), behind_the_end], ids=[*LIES, "behind-the-end"])
def test_a_stream_that_cannot_be_right(
    lie: Callable[[Pieces], Pieces], trap: Trap, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Wrong checksums, giants, sequences that go back, frames without end: the copy stays, what waits is sent."""
    uid, feed = request.node.callspec.id, trap.here.stores.replica.feed
    trap.end.small.put(an_alert(uid))
    item_id, cursor = trap.here.write(), feed.cursor()
    with monkeypatch.context() as lying:
        bend(lying, lie)
        with pytest.raises(AnswerError):
            trap.here.engine.sync_once()
    assert trap.here.engine.status().error == "wrong-answer"
    assert feed.cursor() == cursor or lie in {backwards, behind_the_end}
    truthful_again(trap, item_id)
    assert trap.here.stores.replica.alerts.one(AlertUid(uid)) is not None


def test_a_stream_without_an_end(trap: Trap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is left after a while; its cursor lies beyond the centre's, so the copy is read anew and nothing is lost."""
    with station(tmp_path / "station", trap.end.line, "machine-without-end") as here:
        here.sign_in()
        here.engine.sync_once()
        item_id, whole = here.write(), here.stores.replica.standing.tally()
        with monkeypatch.context() as lying:
            bend(lying, endless)
            with pytest.raises(AnswerError):
                here.engine.sync_once()
        assert here.engine.sync_once().error == "centre-restored"
        assert here.item(item_id).state is ItemState.COMPLETE
        assert here.stores.replica.standing.tally().records == whole.records + 1


def answer_with(monkeypatch: pytest.MonkeyPatch, lie: Callable[[PushAnswer], PushAnswer]) -> None:
    """Let the centre change its answer to a batch before it goes into TLS."""
    true = Centre.push

    def lied(self: Centre, access: str, batch: PushBatch, *, together: bool) -> PushAnswer:
        return lie(true(self, access, batch, together=together))

    monkeypatch.setattr(Centre, "push", lied)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_receipt(forgery: str, trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another item's, another author's, another file's: not kept; the item waits, and the truth is taken."""
    item_id = trap.here.write(files=(pdf(f"forged {forgery}"),))
    with monkeypatch.context() as lying:
        answer_with(lying, lambda answer: with_receipt(answer, FORGERIES[forgery]))
        with pytest.raises(WrongReceiptError):
            trap.here.engine.sync_once()
    assert trap.here.stores.desk.receipts.one(item_id) is None
    assert trap.here.item(item_id).state is ItemState.SENDING
    truthful_again(trap, item_id)


def test_a_receipt_for_something_that_was_never_sent(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer too many names an item of nobody's: only what was asked about counts."""
    item_id, kept = trap.here.write(), len(trap.here.stores.desk.receipts.all())

    def more(answer: PushAnswer) -> PushAnswer:
        first = answer.answers[0]
        assert first.receipt is not None
        receipt = msgspec.structs.replace(first.receipt, item_id=STRANGER, alert_uid=STRANGER)
        stranger = msgspec.structs.replace(first, item_id=STRANGER, receipt=receipt)
        return msgspec.structs.replace(answer, answers=(stranger, *answer.answers))

    with monkeypatch.context() as lying:
        answer_with(lying, more)
        with pytest.raises(WrongReceiptError):
            trap.here.engine.sync_once()
    assert len(trap.here.stores.desk.receipts.all()) == kept + 1
    truthful_again(trap, item_id)


@pytest.mark.parametrize("lie", sorted(WRONG_HELD.keys() - {"goes-on-missing"}))
def test_a_wrong_word_about_what_is_missing(lie: str, trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges that cannot be, and files nobody asked about, end the round; the alert's text is there all the same."""
    item_id = trap.here.write(files=(pdf(f"held {lie}", 5000),))
    true = Slices.have

    def lied(self: Slices, access: str, ask: Have) -> Held:
        return WRONG_HELD[lie](true(self, access, ask))

    with monkeypatch.context() as lying:
        lying.setattr(Slices, "have", lied)
        with pytest.raises(AnswerError):
            trap.here.engine.sync_once()
    assert trap.here.item(item_id).state is ItemState.RECEIVED
    truthful_again(trap, item_id)


class Wrong:
    """Bytes that are not the file, as the centre's server hands them out."""

    def __init__(self, size: int) -> None:
        """Give so many."""
        self._left = size

    def __iter__(self) -> Iterator[bytes]:
        """Give them."""
        return self

    def __next__(self) -> bytes:
        """Give the next ones."""
        piece = bytes(min(self._left, 65536))
        self._left -= len(piece)
        if not piece:
            raise StopIteration
        return piece

    def close(self) -> None:
        """Let go."""


@pytest.mark.parametrize("size", [5000, 60 * 1024 * 1024])
def test_bytes_with_another_hash(size: int, trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others, or far too many: nothing of them is kept, and the true ones are taken when they come."""
    item_id = trap.here.write(files=(pdf(f"evidence {size}", 5000),))
    truthful_again(trap, item_id)
    sha256: Sha256 = trap.here.item(item_id).files[0].sha256
    trap.here.stores.blobs.sweep(())
    with monkeypatch.context() as lying:
        lying.setattr(Centre, "get_blob", lambda *_all, **_named: (size, Wrong(size)))
        with pytest.raises((WrongBytesError, LineError)):
            trap.here.engine.fetch_file(sha256)
    assert not trap.here.stores.blobs.has(sha256)
    trap.here.engine.fetch_file(sha256)
    assert hashlib.sha256(trap.here.read(sha256)).hexdigest() == sha256


NAMES = (
    "../../../etc/cron.d/now",
    "..\\..\\Windows\\System32\\x.dll",
    "/abs",
    "C:\\x.pdf",
    "a\u202efdp.exe",
    "CON",
    "..",
)


def test_names_and_hashes_that_are_paths(trap: Trap, tmp_path: Path) -> None:
    """They arrive as any name does, are made harmless where they would be written, and reach no file of this PC."""
    claims = tuple(FileClaim(sha256="ab" * 32, size=9, name=one, kind="pdf") for one in NAMES)
    strange = FileClaim(sha256="../../../../station.toml", size=9, name="x", kind="pdf")
    trap.end.small.put(an_alert("paths", files=(*claims, strange), category="seizure-recovery"))
    trap.here.engine.sync_once()
    alert = trap.here.stores.replica.alerts.one(AlertUid("paths"))
    assert alert is not None
    for one in alert.files:
        shown = harmless_name(one.name)
        assert (tmp_path / shown).parent == tmp_path
        assert shown not in {"", ".", ".."}
        with pytest.raises((RefusalError, LineError)):
            trap.here.engine.fetch_file(one.sha256)
    trap.end.small.put(an_alert("paths", sequence=0, category="seizure-recovery"))
    truthful_again(trap)


def test_words_that_this_version_does_not_know(trap: Trap) -> None:
    """A newer centre's category and life are kept and shown, and ring for nobody."""
    trap.here.told.clear()
    trap.end.small.put(an_alert("newer", category="cyber-attack", life="merged"))
    truthful_again(trap)
    alert = trap.here.stores.replica.alerts.one(AlertUid("newer"))
    assert alert is not None
    assert alert.category is Category.HIGH_ALERT
    assert not [one for one in trap.here.told if isinstance(one, HighAlertArrived)]


def standing(trap: Trap) -> tuple[int, tuple[str, ...]]:
    """Say where the centre's feed and its trail stand."""
    with trap.end.small.house.store.read() as unit:
        return unit.records.head(), trap.end.small.acts()


def test_what_was_recorded_on_the_line_and_is_sent_again(trap: Trap) -> None:
    """Every byte that a station sent, sent once more by somebody else: TLS takes none of it, nothing is recorded."""
    access = trap.end.let_in(machine="machine-taped").access_token
    with Tape(trap.port) as tape:
        taped = HttpsTransport(f"https://127.0.0.1:{tape.port}", ca_file=trap.ca_file)
        before = standing(trap)
        answer = End(taped, trap.end.small).one(access, an_item())
        taped.close()
    assert answer.receipt is not None
    recorded = standing(trap)
    assert recorded != before
    assert tape.sent
    for bytes_of_one in tape.sent:
        with socket.create_connection(("127.0.0.1", trap.port), timeout=10) as again:
            again.sendall(bytes_of_one)
            again.shutdown(socket.SHUT_WR)
            said = b"".join(iter(lambda: again.recv(65536), b""))
        assert b"HTTP/1.1" not in said
    assert standing(trap) == recorded
