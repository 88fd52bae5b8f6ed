"""The file of a first copy: the same as the stream, resumed anywhere, and never given after a withdrawal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from central import stream
from central.errors import Refused
from central.store.tallies import Scope
from central.tls import make_development_certificates
from central.web.serving import served
from sync.protocol.codec import decode
from sync.protocol.codes import FEED_MEDIA_TYPE, Code
from sync.protocol.feed import News, SnapshotCard, Summary
from sync.protocol.frames import FrameParser, Kind, read_frames
from sync.protocol.messages import Refusal
from sync.protocol.records import GoneRecord, Record
from tests.support.centre import SI_B, HandClock, SmallCentre, small_centre
from tests.support.records import a_fir, an_alert

HERE, THERE = Scope(alerts=True, firs_of_state="09"), Scope(alerts=True, firs_of_state="05")
ALERTS = 1200


@dataclass
class Site:
    """A served centre with enough alerts for a snapshot."""

    small: SmallCentre
    url: str
    http: requests.Session

    def get(self, path: str, *, login: str = "asharma", **headers: str) -> requests.Response:
        """Ask as an officer."""
        grant = self.small.sign_in(login, machine_id=f"machine-{login}")
        shown = {"Authorization": f"Bearer {grant.access_token}", "X-Station-Protocol": "2", **headers}
        return self.http.get(f"{self.url}{path}", headers=shown, timeout=30)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre with many alerts."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        made.put(a_fir(), *(an_alert(number) for number in range(1, ALERTS)))
        yield made


@pytest.fixture
def site(small: SmallCentre, tmp_path: Path) -> Iterator[Site]:
    """Serve it."""
    authority = make_development_certificates(tmp_path / "tls")
    with served(small.centre, tmp_path / "tls") as port, requests.Session() as http:
        http.trust_env = False
        http.verify = str(authority)
        yield Site(small, f"https://localhost:{port}", http)


def records(pieces: Iterator[bytes] | list[bytes], parser: FrameParser | None = None) -> list[Record]:
    """Read a stream to its end, each record once."""
    return [one for frame in read_frames(pieces, parser or FrameParser()) if frame.cursor for one in frame.records]


def test_a_snapshot_holds_what_the_stream_does(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each State's own; in runs, so that a power cut costs one of them and not the whole."""
    monkeypatch.setattr(stream, "WINDOW_BYTES", 1)
    for scope, login in ((HERE, "asharma"), (THERE, SI_B)):
        made = small.house.snapshots.make(scope)
        assert made is not None
        access = small.sign_in(login, machine_id=f"machine-{login}").access_token
        card = small.centre.gazette.snapshot(access)
        size, path = small.centre.gazette.snapshot_file(access, sha256=card.sha256)
        data = path.read_bytes()
        assert (size, card.size, hashlib.sha256(data).hexdigest()) == (len(data), len(data), card.sha256)
        told = records(small.centre.gazette.feed(access, since=0, dictionary=""))
        assert records([data]) == told
        assert card.rows == len(told)
        frames = list(read_frames([data], FrameParser()))
        assert frames[-1].cursor == card.cursor
        assert frames[-1].end is not None
        assert frames[-1].end.summary == small.centre.gazette.summary(access, cursor=card.cursor)
        assert [frame.kind for frame in frames[:2]] == [Kind.EXPRESS, Kind.RECORDS]
        second = frames[2]
        assert second.run > 0
        rest = records([data[second.run :]], FrameParser(offset=second.run))
        assert rest == told[len(frames[1].records) :]


def test_one_is_made_beside_the_first_question(small: SmallCentre) -> None:
    """The first station reads the stream meanwhile; the next one gets the file. A short feed needs none."""
    access = small.sign_in().access_token
    with pytest.raises(Refused) as no:
        small.centre.gazette.snapshot(access)
    assert no.value.code == Code.NOT_FOUND
    made = small.house.snapshots._thread
    assert made is not None
    made.join(30)
    assert small.centre.gazette.snapshot(access).cursor == ALERTS + 8


def test_nothing_is_given_from_which_something_was_withdrawn(small: SmallCentre) -> None:
    """A FIR protected since, an alert withdrawn since: the file that has it is not given any more."""
    access = small.sign_in().access_token
    for change in (
        GoneRecord(sequence=0, kind="alert", key=an_alert(1).uid),
        GoneRecord(sequence=0, kind="fir", key=a_fir().key),
    ):
        made = small.house.snapshots.make(HERE)
        assert made is not None
        small.centre.gazette.snapshot_file(access, sha256=made.sha256)
        small.put(change)
        with pytest.raises(Refused):
            small.centre.gazette.snapshot_file(access, sha256=made.sha256)


def test_old_files_are_swept(small: SmallCentre) -> None:
    """The newest two of a State stay: a download that has begun may end."""
    for number in range(4):
        small.put(an_alert(9000 + number))
        assert small.house.snapshots.make(HERE) is not None
    assert len(list(small.house.settings.snapshots.iterdir())) == 2


def test_the_file_is_resumed_by_its_bytes(site: Site) -> None:
    """Range and If-Range; what is not there is refused by name, and another State's file is not to be had."""
    made = site.small.house.snapshots.make(HERE)
    assert made is not None
    card = decode(site.get("/v2/snapshot").content, SnapshotCard)
    path = f"/v2/snapshots/{card.sha256}"
    whole = site.get(path)
    assert (whole.status_code, whole.headers["content-type"]) == (200, FEED_MEDIA_TYPE)
    assert whole.headers["etag"] == f'"{card.sha256}"'
    part = site.get(path, Range="bytes=100-", **{"If-Range": f'"{card.sha256}"'})
    assert (part.status_code, part.content) == (206, whole.content[100:])
    assert part.headers["content-range"] == f"bytes 100-{card.size - 1}/{card.size}"
    assert site.get(path, Range="bytes=5-9").content == whole.content[5:10]
    assert site.get(path, Range="bytes=100-", **{"If-Range": '"another"'}).status_code == 200
    for wrong in (f"bytes={card.size}-", "bytes=9-5", "rows=1-2"):
        refused = site.get(path, Range=wrong)
        assert (refused.status_code, decode(refused.content, Refusal).code) == (416, Code.NO_SUCH_RANGE)
    assert site.get(path, login=SI_B).status_code == 404


def test_protocol_2_over_tls(site: Site) -> None:
    """The stream, its summary and the news, as a station asks for them."""
    answer = site.get("/v2/feed?since=0&dictionary=")
    assert answer.headers["content-type"] == FEED_MEDIA_TYPE
    frames = list(read_frames([answer.content], FrameParser()))
    head = frames[-1].cursor
    assert frames[-1].end is not None
    summary = decode(site.get(f"/v2/summary?cursor={head}").content, Summary)
    assert summary == frames[-1].end.summary
    assert decode(site.get(f"/v2/summary?cursor={head - 1}").content, Summary).cursor == head
    assert decode(site.get("/v2/news?since=0&seconds=5").content, News).high_alerts
    assert decode(site.get(f"/v2/news?since={head}&seconds=1").content, News).head == head
    for path in ("/v2/feed", "/v2/news", "/v2/snapshot", "/v2/summary", f"/v2/snapshots/{'a' * 64}"):
        assert site.http.get(f"{site.url}{path}", timeout=30).status_code == 401
