"""E-mails go out through a real mail server: STARTTLS, log-in, one letter each, retried or told, never doubled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central.messages.postman import wait_after
from central.store.message_tables import messages
from central.store.messages import LEASE
from tests.support.centre import HandClock, SmallCentre, claim_of, small_centre
from tests.support.mail_server import MailServer, mail_server
from tests.support.messages import ADDRESS, a_mail, hand_in, let_in, mail_settings, postman, standings, states

PDF = b"%PDF-1.4\n" + b"notice \n.\n" * 200


@pytest.fixture
def small(tmp_path: Path, database_url: str, server: MailServer) -> Iterator[SmallCentre]:
    """Give a centre whose way out is that server, on each kind of database."""
    settings = mail_settings(server)
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url, **settings) as made:
        yield made


def clock(small: SmallCentre) -> HandClock:
    """Give the clock that the test moves."""
    assert isinstance(small.house.clock, HandClock)
    return small.house.clock


def test_a_letter_arrives_as_it_was_written(small: SmallCentre, server: MailServer) -> None:
    """From the State's own address, with a stable Message-ID, Unicode whole, and its file byte for byte."""
    item = a_mail(files=(claim_of(PDF, name="नोटिस.pdf"),))
    grant = let_in(small)
    hand_in(small, item, grant)
    small.put_blob(grant, PDF)
    assert postman(small, "email").step()
    (letter,) = server.letters
    assert letter["From"] == "SP HARDOI <crimac@uppolice.gov.in>"
    assert (letter["To"], letter["Subject"]) == (ADDRESS, item.subject)
    assert letter["Message-ID"] == f"<{item.message_id}.0@uppolice.gov.in>"
    assert letter["Date"] == "Sat, 01 Aug 2026 12:00:00 +0530"
    body = letter.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").rstrip("\n") == item.content
    (file,) = letter.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("नोटिस.pdf", PDF)
    assert server.raw[0].isascii()
    assert max(map(len, server.raw[0].split(b"\r\n"))) <= 998
    assert states(small, item) == ("handed-over",)
    assert not postman(small, "email").step()


def test_a_letter_waits_for_its_files(small: SmallCentre, server: MailServer) -> None:
    """Nothing goes out half."""
    hand_in(small, item := a_mail(files=(claim_of(PDF),)))
    assert not postman(small, "email").step()
    assert (server.letters, states(small, item)) == ([], ("queued",))


def test_what_would_be_another_header_never_leaves(small: SmallCentre, server: MailServer) -> None:
    """A message that an older program let in: it fails with its reason at once, and the next one goes."""
    hand_in(small, wrong := a_mail())
    with small.house.store.write() as unit:
        subject = messages.update().values(subject="=?utf-8?q?=0d=0aBcc:x=40y.in?=")
        unit.messages._connection.execute(subject)
    hand_in(small, a_mail())
    one = postman(small, "email")
    assert one.step()
    assert one.step()
    assert states(small, wrong) == ("failed content-refused",)
    assert len(server.letters) == 1


def test_each_recipient_gets_a_letter_and_a_state_of_their_own(small: SmallCentre, server: MailServer) -> None:
    """One whose address is refused fails with the reason; the other's letter is not touched by it."""
    server.refused["gone@up.gov.in"] = "550 no such user"
    hand_in(small, item := a_mail(recipients=("gone@up.gov.in", ADDRESS)))
    one = postman(small, "email")
    assert one.step()
    assert one.step()
    assert states(small, item) == ("failed address-refused", "handed-over")
    assert [letter["To"] for letter in server.letters] == [ADDRESS]


def test_a_no_for_now_is_tried_again_later_with_the_same_letter(small: SmallCentre, server: MailServer) -> None:
    """After half a minute, then a minute; the letter's bytes are the same at every try."""
    server.replies = ["451 later, please", "452 no room"]
    hand_in(small, item := a_mail())
    one = postman(small, "email")
    assert one.step()
    assert states(small, item) == ("queued carrier-busy",)
    assert not one.step()
    for wait in (31, 61):
        clock(small).forward(seconds=wait)
        assert one.step()
    assert states(small, item) == ("handed-over",)
    assert len(server.letters) == 1
    assert [wait_after(n).total_seconds() for n in (1, 2, 3, 20)] == [30, 60, 120, 3600]


def test_a_text_that_is_refused_fails(small: SmallCentre, server: MailServer) -> None:
    """A permanent no to the content."""
    server.replies = ["554 looks like spam"]
    hand_in(small, item := a_mail())
    postman(small, "email").step()
    assert states(small, item) == ("failed content-refused",)


def test_a_server_that_is_away_is_tried_for_a_day(small: SmallCentre, server: MailServer, tmp_path: Path) -> None:
    """Nothing went out for certain, so it may be tried again; at last it is said that it was in vain."""
    hand_in(small, item := a_mail())
    closed = small_centre(
        tmp_path / "centre",
        clock(small),
        database_url=small.house.settings.database_url,
        **mail_settings(server, mail_port=9),
    )
    with closed as away:
        one = postman(away, "email")
        for _ in range(30):
            assert one.step()
            clock(small).forward(hours=1, seconds=1)
    assert states(small, item) == ("failed tried-too-long",)
    assert server.letters == []


@pytest.mark.parametrize("wrong", [{"mail_password": "stale"}, {"mail_ca_file": ""}])
def test_a_log_in_or_a_certificate_that_is_wrong_sends_nothing(
    tmp_path: Path, server: MailServer, wrong: dict[str, str]
) -> None:
    """The letter waits until State IT has mended it."""
    with small_centre(tmp_path / "centre", HandClock(), **mail_settings(server, **wrong)) as small:
        hand_in(small, item := a_mail())
        postman(small, "email").step()
        assert standings(small, item)[0].state == "queued"
        assert server.letters == []


def test_a_server_without_starttls_gets_nothing(tmp_path: Path) -> None:
    """No silent step back to a line that anybody reads."""
    with mail_server(tmp_path / "plain", starttls=False) as server:
        settings = mail_settings(server, mail_ca_file="", mail_login="")
        with small_centre(tmp_path / "centre", HandClock(), **settings) as small:
            hand_in(small, item := a_mail())
            postman(small, "email").step()
            assert states(small, item) == ("queued not-reached",)
            assert server.letters == []


def test_a_worker_that_died_leaves_a_doubt_and_no_second_letter(small: SmallCentre, server: MailServer) -> None:
    """Killed between the hand-over and the record: told as not known, repeated only when a person says so."""
    hand_in(small, item := a_mail())
    with small.house.store.write() as unit:
        assert unit.queue.take("somebody who died", "email", clock(small).now())
    one = postman(small, "email")
    assert not one.step()
    clock(small).forward(seconds=LEASE.total_seconds() + 1)
    assert not one.step()
    assert states(small, item) == ("not-known broken-off",)
    clock(small).forward(days=3)
    assert not one.step()
    with small.house.store.write() as unit:
        assert unit.queue.again(item.message_id, clock(small).now()) == 1
    assert one.step()
    assert server.letters[0]["Message-ID"] == f"<{item.message_id}.0@uppolice.gov.in>"


def test_a_worker_that_lives_keeps_its_errand(small: SmallCentre) -> None:
    """A heartbeat renews the lease, and a late record of what happened still counts."""
    hand_in(small, item := a_mail())
    with small.house.store.write() as unit:
        unit.queue.take("slow", "email", clock(small).now())
    clock(small).forward(seconds=80)
    with small.house.store.write() as unit:
        unit.queue.renew("slow", clock(small).now())
    clock(small).forward(seconds=80)
    assert not postman(small, "email").step()
    assert states(small, item) == ("sending",)
