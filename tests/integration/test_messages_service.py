"""Messages on a station's PC: what keeps one, what becomes of it on a bad line, whose it is, and by command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station_client import app
from station_client.config import Settings
from station_client.domain.message import Channel, MessageState, Recipient
from station_client.domain.messaging import Sketch
from station_client.errors import DraftIncompleteError, InputError, LineError, NotInCopyError
from station_client.services.verbs import Verbs
from tests.support.centre import DSP, PASSWORD, SI_A, HandClock, SmallCentre, small_centre
from tests.support.houses import MemoryKeychain, Pc
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.messages import ADDRESS, NUMBER, TEMPLATE, guarded_fir, register
from tests.support.terminals import Terminal

MAIL = Sketch(Channel.EMAIL, (Recipient(ADDRESS),), subject="Wanted vehicle", content="Kindly look out.")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that can send e-mails only, but has templates."""
    with small_centre(tmp_path / "centre", mail_host="127.0.0.1", mail_from="a@b.gov.in") as made:
        register(made)
        yield made


@pytest.fixture
def verbs(tmp_path: Path, small: SmallCentre) -> Iterator[Verbs]:
    """Sign in the officer who may do everything, with what the centre has."""
    with Pc(tmp_path / "pc", small.centre).house() as made:
        made.session.sign_in(DSP, PASSWORD)
        made.sync.sync_once()
        yield made


def reasons(verbs: Verbs, sketch: Sketch) -> set[tuple[str, str]]:
    """Give the fields that are wrong, each with its reason."""
    return {(one.field, one.reason) for one in verbs.messages.problems(sketch)}


def test_everything_that_is_wrong_is_said_at_once(verbs: Verbs) -> None:
    """Before anything is queued."""
    assert reasons(verbs, Sketch(Channel.EMAIL)) == {(one, "missing") for one in ("recipients", "subject", "content")}
    assert reasons(verbs, Sketch(Channel.SMS, (Recipient(NUMBER),))) == {("template", "missing")}
    assert verbs.messages.templates()[0].text
    short = Sketch(Channel.SMS, (Recipient(NUMBER),), template=TEMPLATE, variables=("a",))
    assert reasons(verbs, short) == {("variables", "missing")}
    assert reasons(verbs, replace(MAIL, subject="x" * 201)) == {("subject", "too-long")}
    assert reasons(verbs, replace(MAIL, content="bell \x07")) == {("content", "not-plain")}
    many = tuple(Recipient(f"a{number}@up.gov.in") for number in range(51))
    assert reasons(verbs, replace(MAIL, recipients=many)) == {("recipients", "too-many")}
    with pytest.raises(DraftIncompleteError):
        verbs.messages.send(Sketch(Channel.EMAIL))
    assert verbs.messages.all() == ()


def test_an_officer_without_the_right_queues_nothing(tmp_path: Path, small: SmallCentre) -> None:
    """The sub-inspector of the tests may upload, but not message."""
    with Pc(tmp_path / "pc", small.centre).house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert ("recipients", "not-entitled") in reasons(verbs, MAIL)


def test_a_protected_victim_is_not_named(verbs: Verbs, small: SmallCentre) -> None:
    """The copy does not know the name that the centre keeps back: the centre, which does, refuses to carry it."""
    small.put(guarded_fir())
    verbs.sync.sync_once()
    named = replace(MAIL, content="FIR 0007/2026: kumari  example is looked for.")
    assert reasons(verbs, named) == set()
    refused, carried = verbs.messages.send(named), verbs.messages.send(replace(MAIL, content="FIR 0007/2026: help."))
    verbs.sync.sync_once()
    states = {one.message_id: (one.state, one.reason) for one in verbs.messages.all()}
    assert states[refused.message_id] == (MessageState.REFUSED, "victim-named")
    assert states[carried.message_id] == (MessageState.AT_CENTRE, "")


def test_what_never_left_can_be_taken_out_and_what_did_not(verbs: Verbs) -> None:
    """A refused one too, with the centre's reason; one at the centre stays."""
    queued = verbs.messages.send(MAIL)
    assert verbs.messages.remove(queued.message_id) == queued
    with pytest.raises(NotInCopyError):
        verbs.messages.remove(queued.message_id)
    sms = Sketch(Channel.SMS, (Recipient(NUMBER),), template=TEMPLATE, variables=("a", "b"))
    verbs.messages.send(sms)
    there = verbs.messages.send(MAIL)
    verbs.sync.sync_once()
    first, second = verbs.messages.all()
    assert (first.message_id, first.state) == (there.message_id, MessageState.AT_CENTRE)
    assert (second.state, second.reason) == (MessageState.REFUSED, "no-carrier")
    verbs.messages.remove(second.message_id)
    with pytest.raises(InputError):
        verbs.messages.remove(first.message_id)
    assert [one.act for one in verbs.audit.entries() if "message" in one.act].count("message-queued") == 3


def test_what_a_limit_refused_is_handed_in_again_as_it_is(tmp_path: Path, clock: HandClock) -> None:
    """By its author, with a trace, and only while it is refused; an hour later the centre takes it."""
    way: dict[str, Any] = {"mail_host": "127.0.0.1", "mail_from": "a@b.gov.in", "recipients_an_hour": 1}
    with (
        small_centre(tmp_path / "centre", clock, **way) as small,
        Pc(tmp_path / "pc", small.centre, clock=clock).house() as verbs,
    ):
        verbs.session.sign_in(DSP, PASSWORD)
        there, refused = verbs.messages.send(MAIL), verbs.messages.send(MAIL)
        verbs.sync.sync_once()
        states = {one.message_id: (one.state, one.reason) for one in verbs.messages.all()}
        assert states[refused.message_id] == (MessageState.REFUSED, "hourly-limit")
        clock.forward(minutes=61)
        verbs.messages.again(refused.message_id)
        for wrong in (there, refused):
            with pytest.raises(InputError):
                verbs.messages.again(wrong.message_id)
        verbs.sync.sync_once()
        assert {one.state for one in verbs.messages.all()} == {MessageState.AT_CENTRE}
        traced = [one.subject for one in verbs.audit.entries() if one.act == "retried"]
        assert traced == [refused.message_id]


@pytest.mark.parametrize(
    ("fault", "state"), [(Fault.CUT, MessageState.QUEUED), (Fault.LOST, MessageState.SENDING), (Fault.DOUBLED, None)]
)
def test_a_bad_line_never_makes_two_of_one(
    tmp_path: Path, small: SmallCentre, fault: Fault, state: MessageState | None
) -> None:
    """What never left is queued as before; a lost answer is not known, and the same message is asked about again."""
    line = FaultyLine(Loopback(small.centre))
    house = app.build(Settings(profile=tmp_path / "pc"), keychain=MemoryKeychain(), transport=line, background=False)
    verbs = house.verbs
    try:
        verbs.session.sign_in(DSP, PASSWORD)
        verbs.sync.sync_once()
        sent = verbs.messages.send(MAIL)
        at = next(at for at, one in enumerate(rehearsed(tmp_path, small)) if one.startswith("messages"))
        line._faults = iter([*[Fault.NONE] * at, fault])
        if state is None:
            verbs.sync.sync_once()
        else:
            with pytest.raises(LineError):
                verbs.sync.sync_once()
            assert verbs.messages.all()[0].state is state
            verbs.sync.sync_once()
        (kept,) = verbs.messages.all()
        assert (kept.message_id, kept.state) == (sent.message_id, MessageState.AT_CENTRE)
        with small.house.store.read() as unit:
            assert [one.message_id for one in unit.messages.standings(sent.message_id)] == [sent.message_id]
    finally:
        house.close()


def rehearsed(folder: Path, small: SmallCentre) -> list[str]:
    """Give the questions of a round that has a message to hand over, on another PC."""
    line = FaultyLine(Loopback(small.centre))
    settings = Settings(profile=folder / "other")
    house = app.build(settings, keychain=MemoryKeychain(), transport=line, background=False)
    try:
        house.verbs.session.sign_in(DSP, PASSWORD)
        house.verbs.sync.sync_once()
        house.verbs.messages.send(MAIL)
        before = len(line.story)
        house.verbs.sync.sync_once()
        return line.story[before:]
    finally:
        house.close()


def test_messages_by_command(tmp_path: Path, small: SmallCentre) -> None:
    """Found, written, listed, by the same verbs as the window."""
    pc = Pc(tmp_path / "pc", small.centre)
    terminal = Terminal(pc.folder, pc.build)
    pc.folder.mkdir()
    (pc.folder / "station.toml").write_text('centre_url = "https://localhost"\n')
    assert terminal.run("sign-in", "--officer", DSP) == 0, terminal.err
    assert terminal.run("sync") == 0, terminal.err
    assert terminal.table("messages", "find", "rishi")["offices"][0]["office"]["name"] == "RISHIKESH"
    assert {one["template_id"] for one in terminal.table("messages", "templates")["templates"]} >= {
        TEMPLATE.template_id
    }
    words = ("messages", "mail", "--to", ADDRESS, "--subject", "Wanted")
    made = terminal.table(*words, source="Kindly call 9876543210.")["message"]
    assert (made["state"], made["content"]) == ("queued", "Kindly call XXXXXX3210.")
    assert terminal.run("messages", "mail", "--to", "nobody", "--subject", "x", source="y") != 0
    assert terminal.run("messages", "sms", "--to", NUMBER, "--template", "none") != 0
    assert terminal.run("sync") == 0
    assert terminal.run("messages", "list") == 0
    assert re.search(rf"{made['message_id']}  at-centre  email  {DSP}.*\n  {re.escape(ADDRESS)}  queued", terminal.out)
    assert terminal.run("messages", "remove", made["message_id"]) != 0
