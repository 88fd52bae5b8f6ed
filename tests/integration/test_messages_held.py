"""What may not leave any more when a message is about to go out stays here, and its author is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from central.messages.holding import names_victim
from station_client.domain.office import Act
from sync.protocol.codes import Outcome
from sync.protocol.enquiries import MarkAsk
from sync.protocol.messages import Grant, PushItem
from sync.protocol.outgoing import MessageItem
from tests.support.centre import (
    DSP,
    SI_B,
    STATION_A,
    HandClock,
    SmallCentre,
    an_item,
    claim_of,
    give_rights,
    small_centre,
)
from tests.support.mail_server import MailServer
from tests.support.messages import a_mail, hand_in, let_in, mail_settings, postman, states
from tests.support.statements import statements
from tests.support.victims import NAME, the_fir

PDF = b"%PDF-1.4\n" + b"sketch of the place \n" * 50
SAID = "A raid on the godown behind the mill is prepared for tonight."


@pytest.fixture
def small(tmp_path: Path, database_url: str, server: MailServer) -> Iterator[SmallCentre]:
    """Give a centre whose way out is that server, on each kind of database; an officer of another State may write."""
    settings = mail_settings(server)
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url, **settings) as made:
        give_rights(made, SI_B, Act.MESSAGE)
        yield made


@pytest.fixture
def alert(small: SmallCentre) -> PushItem:
    """Give an alert with a file that the centre has."""
    grant, item = small.sign_in(), an_item(description=SAID, files=(claim_of(PDF),))
    small.push_one(grant, item)
    small.put_blob(grant, PDF)
    return item


def mark(small: SmallCentre, item: PushItem) -> None:
    """Mark an alert sensitive."""
    ask = MarkAsk(kind="alert", key=item.item_id, sensitive=True, reason="Order of the Superintendent of 1 August.")
    small.centre.enquiries.mark(let_in(small).access_token, ask)


def elsewhere(small: SmallCentre) -> Grant:
    """Sign the other State's officer in."""
    return small.sign_in(SI_B, machine_id="machine-b")


def waiting(small: SmallCentre, item: MessageItem, grant: Grant) -> MessageItem:
    """Have a message received, which waits to go out."""
    assert hand_in(small, item, grant).outcome == Outcome.RECEIVED
    return item


@pytest.mark.parametrize("how", ["its file", "its words", "its number"])
def test_what_has_to_do_with_an_alert_that_was_marked_since_is_held(
    small: SmallCentre, server: MailServer, alert: PushItem, how: str
) -> None:
    """By its file, its words or its number; that of one who may have the alert goes out."""
    ways: dict[str, dict[str, Any]] = {
        "its file": {"files": (claim_of(PDF),)},
        "its words": {"content": f"For your information:\n{SAID.upper()}"},
        "its number": {"subject": "Your alert № 2026-000001"},
    }
    held = waiting(small, a_mail(SI_B, **ways[how]), elsewhere(small))
    own = waiting(small, a_mail(DSP, **ways[how]), let_in(small))
    free = waiting(small, a_mail(SI_B, content="Of another matter: № 2026-0000012."), elsewhere(small))
    mark(small, alert)
    one = postman(small, "email")
    assert [one.step() for _ in range(3)] == [True] * 3
    assert states(small, held) == ("failed withheld",)
    assert states(small, own) == states(small, free) == ("handed-over",)
    assert len(server.letters) == 2


def test_what_names_a_victim_who_is_protected_since_is_held(small: SmallCentre, server: MailServer) -> None:
    """The FIR was not protected when the message came in."""
    small.put(the_fir(protected=False))
    item = waiting(small, a_mail(content=f"In FIR {the_fir().key} {NAME} is to be heard."), let_in(small))
    small.put(the_fir(version=2))
    assert postman(small, "email").step()
    assert (states(small, item), server.letters) == (("failed withheld",), [])


def test_the_number_that_counts_hides_behind_no_others(small: SmallCentre) -> None:
    """Hundreds of numbers before it, of FIRs or of nothing: the victim is found, by no more questions than with one."""
    small.put(the_fir())
    real = f"{the_fir().key}: {NAME}"
    many = " ".join(f"{STATION_A}/2025/{serial:04d}" for serial in range(1, 301)) + " a/b" * 300
    asked = []
    with small.house.store.read() as unit:
        for text in (real, f"{many} {real}"):
            with statements() as said:
                assert names_victim(unit, text, STATION_A)
            asked.append(len(said))
        assert not names_victim(unit, f"{many} {NAME}", STATION_A)
    assert asked[0] == asked[1]


@pytest.mark.parametrize("change", [{"acts": (Act.VIEW,)}, {"active": False}], ids=["right", "officer"])
def test_who_may_write_no_more_sends_nothing_more(
    small: SmallCentre, server: MailServer, change: dict[str, Any]
) -> None:
    """The right was taken, or the officer withdrawn, while the message waited."""
    item = waiting(small, a_mail(SI_B), elsewhere(small))
    with small.house.store.read() as unit:
        sender = unit.officers.one(SI_B)
    assert sender is not None
    small.house.accounts.put_officer(replace(sender, **change), "")
    assert postman(small, "email").step()
    assert (states(small, item), server.letters) == (("failed no-longer-entitled",), [])
