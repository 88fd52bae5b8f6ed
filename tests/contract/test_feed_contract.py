"""What the centre streams, over an in-process loopback and over real HTTPS: the same frames, news, files and sums."""

from __future__ import annotations

import hashlib
import threading
import time
from pathlib import Path

import pytest

from station_client.errors import LineError, RefusalError, SessionExpiredError
from sync.protocol.codes import NEWS_BYTES, Code
from sync.protocol.dictionary import newest
from sync.protocol.frames import FrameParser, Kind, read_frames
from sync.protocol.records import StateRecord
from tests.support.ends import End
from tests.support.records import uneven
from tests.support.scenes import an_alert
from tests.support.stations import station

MANY = 150
MUCH = 700


def many(end: End) -> None:
    """Let the centre hold more alerts than one frame has."""
    end.small.put(*(an_alert(f"u{at}", category="seizure-recovery") for at in range(MANY)))


@pytest.mark.parametrize("dictionary", ["", newest()])
def test_frames_follow_one_another_to_the_end(dictionary: str, end: End) -> None:
    """A small one first, ascending cursors, an end that says where the centre stands and what a copy must hold."""
    access = end.let_in().access_token
    many(end)
    frames = list(end.line.feed(access, since=0, dictionary=dictionary))
    assert [one.kind for one in frames[-2:]] == [Kind.RECORDS, Kind.END]
    last = frames[-1].end
    assert last is not None
    assert last.head == frames[-1].cursor
    assert last.summary == end.line.summary(access, cursor=last.head)
    assert frames[0].kind is Kind.EXPRESS
    seen = [one.sequence for frame in frames[1:] for one in frame.records]
    assert seen == sorted(set(seen))
    assert {one.sequence for one in frames[0].records} <= set(seen)
    (only,) = end.line.feed(access, since=last.head, dictionary=dictionary)
    assert only.end is not None


def test_a_stream_stops_at_the_bytes_that_were_asked_for(end: End) -> None:
    """Its last frame says so, and has no sum: the copy is not at the head."""
    access = end.let_in().access_token
    since = end.line.summary(access, cursor=0).cursor
    end.small.put(*(an_alert(f"u{at}", category="seizure", description=uneven(at)) for at in range(MUCH)))
    whole = list(end.line.feed(access, since=since, dictionary=""))
    for most, some in ((NEWS_BYTES, True), (10, False)):
        *frames, last = end.line.feed(access, since=since, dictionary="", most=most)
        assert last.end is not None
        assert (last.end.more, last.end.summary) == (True, None)
        assert any(one.kind is Kind.RECORDS for one in frames) is some
        assert last.after <= most + 400
        assert last.cursor == max([since, *(one.cursor for one in frames if one.kind is Kind.RECORDS)])
        rest = list(end.line.feed(access, since=last.cursor, dictionary=""))
        seen = [one.sequence for frame in (*frames, *rest) if frame.kind is Kind.RECORDS for one in frame.records]
        assert seen == [one.sequence for frame in whole if frame.kind is Kind.RECORDS for one in frame.records]
    assert whole[-1].end is not None
    assert not whole[-1].end.more


def test_a_stream_may_be_left_in_the_middle_and_asked_for_again(end: End) -> None:
    """Closing it cuts it; the next question has a good connection, from the cursor on."""
    access = end.let_in().access_token
    many(end)
    stream = end.line.feed(access, since=0, dictionary="")
    first = next(one for one in stream if one.kind is Kind.RECORDS)
    stream.close()  # type: ignore[attr-defined]  # every transport's streams are generators
    rest = end.records(access, first.cursor)
    assert len(first.records) + len(rest) == len(end.records(access))


def test_a_cursor_beyond_the_head_shows_a_restored_centre(end: End) -> None:
    """A station that saw more than the centre has now can tell, and is sent nothing."""
    access = end.let_in().access_token
    (only,) = end.line.feed(access, since=10_000, dictionary="")
    assert only.end is not None
    assert only.end.head < 10_000 == only.cursor


def test_without_a_token_nothing_is_told(end: End) -> None:
    """Every verb asks for it first."""
    for ask in (
        lambda: list(end.line.feed("nonsense", since=0, dictionary="")),
        lambda: end.line.wait("nonsense", since=0, seconds=0),
        lambda: end.line.snapshot("nonsense"),
        lambda: end.line.first_copy("nonsense"),
        lambda: end.line.summary("nonsense", cursor=0),
        lambda: list(end.line.snapshot_bytes("nonsense", sha256="0" * 64, offset=0)),
    ):
        with pytest.raises(SessionExpiredError):
            ask()


def test_a_question_is_held_until_something_is_new(end: End) -> None:
    """With nothing new it comes back empty; with something it comes back at once."""
    access = end.let_in().access_token
    head = end.line.summary(access, cursor=0).cursor
    assert end.line.wait(access, since=head, seconds=0).head == head
    later = threading.Timer(0.3, lambda: end.small.put(an_alert("news")))
    later.start()
    began = time.monotonic()
    news = end.line.wait(access, since=head, seconds=30)
    assert time.monotonic() - began < 15
    assert news.head > head
    assert news.high_alerts
    later.join()


def test_frames_come_with_the_news_where_they_are_taken(end: End) -> None:
    """They are what the feed would bring, whole and with its end; who takes none is told where the feed stands."""
    access = end.let_in().access_token
    head = end.line.summary(access, cursor=0).cursor
    assert end.line.wait(access, since=head, seconds=0, dictionary=newest()).frames == ()
    end.small.put(an_alert("news"))
    heard = end.line.wait(access, since=head, seconds=30, dictionary=newest())
    assert heard.high_alerts
    assert [one.kind for one in heard.frames] == [Kind.RECORDS, Kind.END]
    asked = list(end.line.feed(access, since=head, dictionary=newest()))
    assert heard.frames[0].records == asked[0].records
    last, same = heard.frames[-1].end, asked[-1].end
    assert last is not None
    assert same is not None
    assert (last.head, last.summary, last.era, heard.head) == (same.head, same.summary, same.era, head + 1)
    many(end)
    much = end.line.wait(access, since=head, seconds=30, dictionary=newest())
    assert (much.frames, much.high_alerts) == ((), True)
    assert end.line.wait(access, since=head, seconds=30).frames == ()


def test_a_question_that_is_held_can_be_cut(end: End) -> None:
    """Whoever waits hears it at once, as the line's end."""
    access = end.let_in().access_token
    head = end.line.summary(access, cursor=0).cursor
    later = threading.Timer(0.3, end.line.halt)
    later.start()
    began = time.monotonic()
    with pytest.raises(LineError):
        end.line.wait(access, since=head, seconds=60)
    assert time.monotonic() - began < 20
    later.join()
    assert end.line.wait(access, since=head, seconds=0).head == head


def test_a_cut_between_the_look_and_the_question_is_heeded(end: End) -> None:
    """Whoever looked whether it may ask, and asks after somebody has cut the line, does not wait; the next one may."""
    access = end.let_in().access_token
    head = end.line.summary(access, cursor=0).cursor
    began = time.monotonic()
    with end.line.heeding():
        end.line.close()
        with pytest.raises(LineError):
            end.line.wait(access, since=head, seconds=20)
    assert time.monotonic() - began < 10
    with end.line.heeding():
        assert end.line.wait(access, since=head, seconds=0).head == head


def snapshot_of(end: End, access: str) -> tuple[str, int]:
    """Have the centre make a snapshot, and give its name and size."""
    many(end)
    gazette = end.small.centre.gazette
    gazette._snapshots.make(gazette.arrived(access)[0])
    card = end.line.snapshot(access)
    return card.sha256, card.size


def test_a_snapshot_comes_whole_and_from_any_byte(end: End) -> None:
    """The same frames as the stream has; a part of it begins where it was asked for."""
    access = end.let_in().access_token
    for ask in (end.line.snapshot, end.line.first_copy):
        with pytest.raises(RefusalError) as refused:
            ask(access)
        assert refused.value.reason == Code.NOT_FOUND
    sha256, size = snapshot_of(end, access)
    whole = b"".join(end.line.snapshot_bytes(access, sha256=sha256, offset=0))
    assert (len(whole), hashlib.sha256(whole).hexdigest()) == (size, sha256)
    assert b"".join(end.line.snapshot_bytes(access, sha256=sha256, offset=500)) == whole[500:]
    card, coming = end.line.first_copy(access)
    assert (card, b"".join(coming)) == (end.line.snapshot(access), whole)
    frames = list(read_frames([whole], FrameParser()))
    assert [frame.kind for frame in frames[:2]] == [Kind.EXPRESS, Kind.RECORDS]
    assert [one for frame in frames[1:] for one in frame.records] == end.records(access)
    with pytest.raises(RefusalError):
        list(end.line.snapshot_bytes(access, sha256="0" * 64, offset=0))


def test_a_station_reads_its_first_copy_from_the_snapshot(end: End, tmp_path: Path) -> None:
    """Then the stream from there; copy and centre count the same."""
    snapshot_of(end, end.let_in().access_token)
    end.small.put(StateRecord(sequence=0, code="x", name="AFTERWARDS"))
    with station(tmp_path / "station", end.line) as here:
        here.sign_in()
        status = here.engine.sync_once()
        replica = here.stores.replica
        assert (status.error, status.pulled) == ("", replica.standing.tally().records)
        assert replica.feed.setting("compared") == str(replica.feed.cursor())
        assert replica.feed.setting("snapshot") == ""
        assert "AFTERWARDS" in {one.name for one in replica.directory.states()}
