"""The feed of frames: what an office is entitled to, in one order, with what a copy must hold at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central import stream
from central.errors import Refused
from central.house import House
from central.rights import Account
from station_client.domain.alert import Category, Life
from station_client.domain.office import Act
from sync.protocol.codes import Code
from sync.protocol.dictionary import dictionary, newest
from sync.protocol.feed import Summary, digest_of
from sync.protocol.frames import EXPRESS_ROWS, Frame, FrameParser, Kind, read_frames
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord, Record, StateRecord
from tests.support.centre import ALL, DSP, HIGHER_OFFICE, PASSWORD, SI_B, HandClock, SmallCentre, small_centre
from tests.support.records import OF_EVERY_KIND, a_fir, an_alert

QUIET = Category.SEIZURE


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        yield made


def asked(small: SmallCentre, access: str, since: int = 0, name: str = "") -> list[Frame]:
    """Ask for what is new and read it to its end."""
    pieces = small.centre.gazette.feed(access, since=since, dictionary=name)
    return list(read_frames(pieces, FrameParser(since=since, dictionary=dictionary(name))))


class Copy:
    """What a station makes of frames."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.cursor = 0
        self.held: dict[tuple[str, str], Record] = {}
        self.summary: Summary | None = None

    def apply(self, frames: list[Frame]) -> None:
        """Keep what the frames say."""
        for frame in frames:
            for record in frame.records:
                self.held[named(record)] = record
                if isinstance(record, GoneRecord):
                    del self.held[named(record)]
            self.cursor = frame.cursor if frame.kind is not Kind.EXPRESS else self.cursor
            if frame.end is not None:
                self.summary = frame.end.summary

    def agrees(self) -> bool:
        """Compare with what the centre says a copy must hold."""
        counts: dict[str, int] = {}
        for kind, _ in self.held:
            counts[kind] = counts.get(kind, 0) + 1
        digest = digest_of((kind, key, one.sequence) for (kind, key), one in self.held.items())
        return self.summary == Summary(cursor=self.cursor, counts=counts, digest=digest)


def named(record: Record) -> tuple[str, str]:
    """Give a record's kind and key."""
    match record:
        case AlertRecord():
            return "alert", record.uid
        case FirRecord():
            return "fir", record.key
        case GoneRecord():
            return record.kind, record.key
        case _:
            return type(record).__name__.removesuffix("Record").lower(), record.code


@pytest.mark.parametrize("name", ["", newest(), "of another centre"])
def test_frames_grow_and_end_with_what_a_copy_must_hold(small: SmallCentre, name: str) -> None:
    """A small frame first, so that the first rows are there at once; each record once; the sum agrees."""
    small.put(*(an_alert(number, category=QUIET) for number in range(1, 900)))
    copy = Copy()
    frames = asked(small, small.sign_in().access_token, 0, name if dictionary(name) or not name else "")
    copy.apply(frames)
    assert [len(frame.records) for frame in frames][:3] == [EXPRESS_ROWS, 100, 500]
    assert len(copy.held) == sum(len(frame.records) for frame in frames[1:])
    assert copy.agrees()


def test_a_centre_without_the_dictionary_packs_without_it(small: SmallCentre) -> None:
    """A newer station names one that this centre has not: it is answered all the same."""
    grant = small.sign_in()
    pieces = small.centre.gazette.feed(grant.access_token, since=0, dictionary="0123456789abcdef")
    copy = Copy()
    copy.apply(list(read_frames(pieces, FrameParser())))
    assert copy.agrees()


def test_a_copy_agrees_after_every_kind_of_change(small: SmallCentre) -> None:
    """Changed, withdrawn, shared and called back: two States' copies agree with the centre each time."""
    here, there = small.sign_in().access_token, small.sign_in(SI_B, machine_id="machine-b").access_token
    copies = {here: Copy(), there: Copy()}
    for change in OF_EVERY_KIND:
        small.put(change)
        for access, copy in copies.items():
            copy.apply(asked(small, access, copy.cursor))
            assert copy.agrees(), change
    assert len(copies[here].held) == len(copies[there].held)


def test_active_high_alerts_come_before_the_rest(small: SmallCentre) -> None:
    """They do not wait behind a morning's feed; closed and expired ones, and those of the first frame, do not hurry."""
    clock, here = small.house.clock.now(), small.sign_in().access_token
    cursor = asked(small, here)[-1].cursor
    small.put(
        *(an_alert(number, category=QUIET) for number in range(1, 200)),
        an_alert(200),
        an_alert(201, life=Life.RECALLED),
        an_alert(202, expires_at=clock),
        an_alert(203, category=QUIET),
    )
    frames = asked(small, here, cursor)
    assert [frame.kind for frame in frames] == [Kind.EXPRESS, Kind.RECORDS, Kind.RECORDS, Kind.END]
    assert [named(one)[1] for one in frames[0].records] == [an_alert(200).uid]
    assert (frames[0].cursor, frames[1].cursor) == (cursor, cursor + 100)


def test_a_first_copy_begins_with_the_newest_alerts(small: SmallCentre) -> None:
    """High Alerts before others, what is withdrawn or expired not at all; in order, and again in their turn."""
    small.put(*(an_alert(number, category=QUIET) for number in range(1, 150)), an_alert(150))
    small.put(*(an_alert(number, category=QUIET) for number in range(151, 300)))
    small.put(GoneRecord(sequence=0, kind="alert", key=an_alert(298).uid))
    small.put(an_alert(300, category=QUIET, expires_at=small.house.clock.now()))
    frames = asked(small, small.sign_in().access_token)
    told = [named(one)[1] for one in frames[0].records]
    assert told == [an_alert(one).uid for one in (150, *range(250, 298), 299)]
    assert len(told) == EXPRESS_ROWS
    copy = Copy()
    copy.apply(frames)
    assert copy.agrees()


def test_a_little_news_is_one_frame_and_the_end(small: SmallCentre) -> None:
    """A single High Alert comes once, in few bytes."""
    access = small.sign_in().access_token
    copy = Copy()
    copy.apply(asked(small, access))
    small.put(an_alert(1))
    frames = asked(small, access, copy.cursor, newest())
    assert [frame.kind for frame in frames] == [Kind.RECORDS, Kind.END]
    assert frames[0].after < 300
    copy.apply(frames)
    assert [frame.kind for frame in asked(small, access, copy.cursor)] == [Kind.END]


def test_what_is_not_for_this_office_moves_the_cursor_all_the_same(small: SmallCentre) -> None:
    """An empty frame carries it, so that nobody asks for the same again."""
    access = small.sign_in(SI_B, machine_id="machine-b").access_token
    copy = Copy()
    copy.apply(asked(small, access))
    small.put(a_fir())
    frames = asked(small, access, copy.cursor)
    assert [(frame.kind, len(frame.records)) for frame in frames] == [(Kind.RECORDS, 0), (Kind.END, 0)]
    copy.apply(frames)
    assert copy.agrees()


def test_where_nobody_may_look_the_feed_stops_before_the_first_case(small: SmallCentre) -> None:
    """It goes on from there once somebody may; nothing was passed over, and nothing is summed up before."""
    login = "blind"
    account = Account(login, "N. Example", "Clerk", HIGHER_OFFICE, (), ALL)
    small.house.accounts.put_officer(account, PASSWORD)
    with small.house.store.write() as unit:
        dsp = unit.officers.one(DSP)
        assert dsp is not None
    small.house.accounts.put_officer(Account(DSP, dsp.name, dsp.rank, HIGHER_OFFICE, (Act.UPLOAD,), ALL), "")
    more = [StateRecord(sequence=0, code=f"s{number}", name="A STATE") for number in range(stream.ROWS[0])]
    small.put(*more, an_alert(1), StateRecord(sequence=0, code="10", name="BIHAR"))
    grant = small.sign_in(login, machine_id="machine-h")
    frames = asked(small, grant.access_token)
    assert not any(isinstance(one, AlertRecord) for frame in frames for one in frame.records)
    assert frames[-1].end is not None
    assert frames[-1].end.summary is None
    assert frames[-1].cursor == frames[-1].end.head - 2
    small.house.accounts.put_officer(Account(login, "N.", "SI", HIGHER_OFFICE, (Act.VIEW,), ALL), "")
    grant = small.sign_in(login, machine_id="machine-h")
    later = asked(small, grant.access_token, frames[-1].cursor)
    assert [named(one)[0] for frame in later for one in frame.records] == ["alert", "state"]


def test_a_restored_centre_sends_its_end_only(small: SmallCentre) -> None:
    """The cursor lies beyond the head: no records, and the head tells."""
    (frame,) = asked(small, small.sign_in().access_token, 5000)
    assert frame.end is not None
    assert (frame.cursor, frame.end.head < 5000, frame.end.summary) == (5000, True, None)


def test_a_frame_is_packed_once_for_all_who_ask_the_same(small: SmallCentre) -> None:
    """Two stations of a State get the very same bytes; what changed since is read anew."""
    small.put(*(an_alert(number) for number in range(1, 130)))
    first, second = small.sign_in().access_token, small.sign_in(DSP, machine_id="machine-h").access_token

    def page(access: str) -> bytes:
        """Give the first page: an express frame stands before it, and the last one goes out with the end."""
        return list(small.centre.gazette.feed(access, since=0, dictionary=""))[1]

    one = page(first)
    assert page(second) is one
    small.put(an_alert(130))
    assert page(second) is not one


def test_the_kept_frames_are_bounded(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked for, only so many bytes stay in memory."""
    monkeypatch.setattr(stream, "MOST_KEPT", 3)
    access = small.sign_in().access_token
    for since in range(7):
        list(small.centre.gazette.feed(access, since=since, dictionary=""))
    assert len(small.centre.gazette._stream._cache._kept) == 3


def forget(house: House, days: int) -> int:
    """Let days pass at the centre, each with its housekeeping."""
    floor = 0
    for _ in range(days):
        assert isinstance(house.clock, HandClock)
        house.clock.forward(days=1)
        floor = house.forget()
    return floor


def test_a_copy_from_before_the_forgotten_withdrawals_is_made_anew(small: SmallCentre) -> None:
    """After 180 days the tombstone is dropped; a cursor from before it gets 410, one of now and a first copy do not."""
    access = small.sign_in().access_token
    small.put(an_alert(1), an_alert(2))
    old = asked(small, access)[-1].cursor
    small.put(GoneRecord(sequence=0, kind="alert", key=an_alert(1).uid))
    now = asked(small, access)[-1].cursor
    assert forget(small.house, 179) == 0
    assert forget(small.house, 2) == now
    access = small.sign_in().access_token
    with pytest.raises(Refused) as no:
        small.centre.gazette.feed(access, since=old, dictionary="")
    assert no.value.code == Code.CURSOR_TOO_OLD
    for since in (0, now):
        copy = Copy()
        copy.apply(asked(small, access, since))
        assert copy.summary is not None
    assert copy.cursor == now
    first = Copy()
    first.apply(asked(small, access))
    assert first.agrees()
