"""A file's hash alone is no way to its bytes: who may not have the file brings it, though the centre has it already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from central.errors import Refused
from central.slices import Slice
from station_client.domain.office import Act
from sync.protocol.codes import Code
from sync.protocol.messages import Grant
from tests.support.arriving import PDF, SHA256, asked, claimed, send
from tests.support.centre import (
    OFFICERS,
    PASSWORD,
    SI_A,
    SI_B,
    SmallCentre,
    an_item,
    claim_of,
    give_rights,
    small_centre,
)
from tests.support.mail_server import MailServer
from tests.support.messages import a_mail, hand_in, let_in, mail_settings, postman, states

SIZE = len(PDF)


@pytest.fixture
def small(tmp_path: Path, database_url: str, server: MailServer) -> Iterator[SmallCentre]:
    """Give a centre on each kind of database, which has a file; of station B's officer it wants to see the bytes."""
    settings = mail_settings(server)
    with small_centre(tmp_path / "centre", database_url=database_url, **settings) as made:
        sender = next(one for one in OFFICERS if one.login == SI_B)
        made.house.accounts.put_officer(replace(sender, acts=(Act.UPLOAD, Act.MESSAGE)), PASSWORD)
        made.put_blob(claimed(made), PDF)
        yield made


def blind(small: SmallCentre) -> Grant:
    """Sign in the officer who may write and not look."""
    return small.sign_in(SI_B, machine_id="machine-b")


def test_an_alert_s_file_is_missing_until_its_bytes_are_shown(small: SmallCentre) -> None:
    """The right bytes complete it; who may look need not bring them."""
    grant, item = blind(small), an_item(author=SI_B, files=(claim_of(PDF),))
    receipt = small.push_one(grant, item).receipt
    assert receipt is not None
    assert (receipt.complete_at, asked(small, grant).missing) == (None, ((0, SIZE),))
    with pytest.raises(Refused) as no:
        small.centre.put_blob(grant.access_token, sha256=SHA256, size=SIZE, chunks=[b"x" * SIZE])
    assert no.value.code == Code.HASH_MISMATCH
    send(small, grant, 0, 4000)
    done = send(small, grant, 4000, SIZE)
    assert done.receipts[0].complete_at is not None
    own = small.push_one(small.sign_in(SI_A), an_item(files=(claim_of(PDF),))).receipt
    assert own is not None
    assert own.complete_at is not None


def test_wrong_bytes_in_slices_show_nothing(small: SmallCentre) -> None:
    """All of them arrive and are judged together; the file that is here is not touched."""
    grant = blind(small)
    small.push_one(grant, an_item(author=SI_B, files=(claim_of(PDF),)))
    wrong = PDF[:-1] + b"x"
    with pytest.raises(Refused) as no:
        send(small, grant, 0, SIZE, data=wrong, sha256=SHA256)
    assert no.value.code == Code.HASH_MISMATCH
    assert asked(small, grant).missing == ((0, SIZE),)
    size, reading = small.centre.get_blob(small.sign_in(SI_A).access_token, sha256=SHA256)
    assert (size, b"".join(reading)) == (SIZE, PDF)


def test_a_second_slice_that_ends_after_the_first_was_judged_shows_nothing(small: SmallCentre) -> None:
    """Both had all their bytes here when the first was found to be wrong."""
    grant = blind(small)
    small.push_one(grant, an_item(author=SI_B, files=(claim_of(PDF),)))
    wrong = PDF[:-1] + b"x"
    both = [small.centre.slices.begin(grant.access_token, Slice(SHA256, SIZE, 0, SIZE)) for _ in range(2)]
    for one in both:
        one.take(wrong)
    with pytest.raises(Refused) as no:
        both[0].end()
    assert no.value.code == Code.HASH_MISMATCH
    assert both[1].end().held == 0
    for one in both:
        one.close()
    assert asked(small, grant).missing == ((0, SIZE),)


def test_what_was_claimed_a_moment_ago_is_not_ticked_off_for_nothing(small: SmallCentre) -> None:
    """Another file of the office that is here already, seen before the claim came in, shows no bytes of this one."""
    grant, item = blind(small), an_item(author=SI_B, files=(claim_of(PDF),))
    small.push_one(grant, item)
    message = a_mail(SI_B, files=(claim_of(PDF),))
    hand_in(small, message, grant)
    actor = small.house.accounts.actor(grant.access_token)
    with small.house.store.read() as unit:
        stored = unit.stock.one(SHA256)
    assert stored is not None
    small.centre._uploads.tick(actor, stored, brought=False)
    with small.house.store.read() as unit:
        assert [one.verified for one in unit.items.files(item.item_id)] == [False]
        assert [one.verified for one in unit.messages.files(message.message_id)] == [False]


def test_another_office_s_bytes_do_not_show_for_one_who_may_not_have_them(small: SmallCentre) -> None:
    """They complete the item of whoever may look, as ever."""
    more = PDF + b"more"
    claim = claim_of(more)
    grant, looks = blind(small), small.sign_in(SI_A)
    theirs, ours = an_item(author=SI_B, files=(claim,)), an_item(files=(claim,))
    small.push_one(grant, theirs)
    small.push_one(looks, ours)
    small.put_blob(looks, more)
    with small.house.store.read() as unit:
        assert [one.verified for one in unit.items.files(ours.item_id)] == [True]
        assert [one.verified for one in unit.items.files(theirs.item_id)] == [False]


def test_a_message_waits_for_the_bytes_of_its_author(small: SmallCentre, server: MailServer) -> None:
    """Nobody mails a file away of which they know the hash alone."""
    grant, item = blind(small), a_mail(SI_B, files=(claim_of(PDF),))
    assert hand_in(small, item, grant).missing == (SHA256,)
    carrier = postman(small, "email")
    assert not carrier.step()
    assert (states(small, item), server.letters) == (("queued",), [])
    small.put_blob(grant, PDF)
    assert hand_in(small, item, grant).missing == ()
    assert carrier.step()
    assert states(small, item) == ("handed-over",)


def written(small: SmallCentre, data: bytes) -> None:
    """Let the higher office hand over a message with a file of its own, and bring its bytes."""
    grant = let_in(small)
    hand_in(small, a_mail(files=(claim_of(data),)), grant)
    small.put_blob(grant, data)


def fetched(small: SmallCentre, grant: Grant, sha256: str) -> bytes:
    """Fetch a file whole."""
    return b"".join(small.centre.get_blob(grant.access_token, sha256=sha256)[1])


def test_a_messages_file_is_for_the_office_that_wrote_it(small: SmallCentre) -> None:
    """Another office's officer who knows its hash is told that it is not here; its own may look at it."""
    data = PDF + b"for one recipient alone"
    sha256 = hashlib.sha256(data).hexdigest()
    written(small, data)
    with pytest.raises(Refused) as no:
        small.centre.get_blob(small.sign_in(SI_A).access_token, sha256=sha256)
    assert no.value.code == Code.NOT_FOUND
    assert fetched(small, let_in(small), sha256) == data


def test_a_messages_file_is_not_had_by_naming_it(small: SmallCentre) -> None:
    """Neither in an alert nor in a message: who only knows the hash is asked for the bytes, and then has them."""
    data = PDF + b"for one recipient alone"
    sha256 = hashlib.sha256(data).hexdigest()
    written(small, data)
    give_rights(small, SI_A, Act.MESSAGE)
    give_rights(small, SI_B, Act.VIEW)
    grant = small.sign_in(SI_A)
    receipt = small.push_one(grant, an_item(files=(claim_of(data),))).receipt
    assert receipt is not None
    assert receipt.complete_at is None
    assert hand_in(small, a_mail(SI_A, files=(claim_of(data),)), grant).missing == (sha256,)
    with pytest.raises(Refused):
        small.centre.get_blob(grant.access_token, sha256=sha256)
    small.put_blob(grant, data)
    assert fetched(small, grant, sha256) == data
    other = small.sign_in(SI_B, machine_id="machine-b")
    assert fetched(small, other, sha256) == data
