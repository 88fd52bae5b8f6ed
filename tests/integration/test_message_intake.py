"""Messages come in once, judged by who may send what to whom, and their states go back to the PC that wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from central.errors import Refused
from station_client.domain.office import Act
from sync.protocol.codes import Code, Outcome
from sync.protocol.enquiries import MarkAsk
from sync.protocol.messages import FileClaim
from sync.protocol.outgoing import MessageItem, MessageReason
from tests.support.centre import (
    DSP,
    SI_A,
    SI_B,
    HandClock,
    SmallCentre,
    an_item,
    claim_of,
    give_rights,
    small_centre,
)
from tests.support.messages import ADDRESS, HINDI, a_mail, an_sms, guarded_fir, hand_in, let_in, register, states

WAYS: dict[str, Any] = {"mail_host": "127.0.0.1", "mail_from": "crimac@ncrb.gov.in", "sms_host": "127.0.0.1"}
PDF = b"%PDF-1.4\n" + b"notice " * 200


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre with both ways out set up, on each kind of database."""
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url, **WAYS) as made:
        register(made)
        yield made


def test_a_message_waits_once_and_is_answered_the_same_for_ever(small: SmallCentre) -> None:
    """A repeat gets the same answer; another text under the same id is refused."""
    item = a_mail(recipients=(ADDRESS, "dgp@uppolice.gov.in"))
    first = hand_in(small, item)
    assert (first.outcome, first.reason, first.missing) == (Outcome.RECEIVED, "", ())
    assert hand_in(small, msgspec.structs.replace(item, skew_seconds=3.5)) == first
    other = hand_in(small, msgspec.structs.replace(item, content="Quite another text"))
    assert (other.outcome, other.reason) == (Outcome.REFUSED, MessageReason.ID_REUSED)
    assert states(small, item) == ("queued", "queued")


CASES: dict[str, tuple[MessageItem, MessageReason]] = {
    "somebody without the right": (a_mail(SI_A), MessageReason.UNKNOWN_AUTHOR),
    "no such channel": (a_mail(channel="pigeon"), MessageReason.NO_CARRIER),
    "nobody to write to": (a_mail(recipients=()), MessageReason.RECIPIENTS),
    "the same address twice": (a_mail(recipients=(ADDRESS, ADDRESS)), MessageReason.RECIPIENTS),
    "no address": (a_mail(recipients=("sho rishikesh",)), MessageReason.RECIPIENTS),
    "a header smuggled in": (a_mail(recipients=("a@b.gov.in\r\nBcc: c@d.in",)), MessageReason.RECIPIENTS),
    "more than may be written to": (
        a_mail(recipients=tuple(f"sho{n}@up.gov.in" for n in range(51))),
        MessageReason.RECIPIENTS,
    ),
    "no subject": (a_mail(subject=" "), MessageReason.SUBJECT),
    "a subject of two lines": (a_mail(subject="one\r\nBcc: two@x.in"), MessageReason.SUBJECT),
    "a subject that mail programs decode": (
        a_mail(subject="=?utf-8?q?=0d=0aBcc:two=40x.in?="),
        MessageReason.SUBJECT,
    ),
    "a subject with a line's end of Unicode": (a_mail(subject="one\u2028Bcc: two@x.in"), MessageReason.SUBJECT),
    "an address that mail programs decode": (
        a_mail(recipients=("=?utf-8?q?=0d=0aBcc=3ax=40y.in?=@up.gov.in",)),
        MessageReason.RECIPIENTS,
    ),
    "a file's name with a path": (
        a_mail(files=(FileClaim(sha256="a" * 64, size=4, name="x.pdf/../../x.exe", kind="pdf"),)),
        MessageReason.FILES,
    ),
    "no content": (a_mail(content="\n "), MessageReason.CONTENT),
    "a control character": (a_mail(content="bell \x07"), MessageReason.CONTENT),
    "a file whose name is not its kind": (
        a_mail(files=(FileClaim(sha256="a" * 64, size=4, name="x.exe", kind="pdf"),)),
        MessageReason.FILES,
    ),
    "a number as people write it": (an_sms(recipients=("98765 43210",)), MessageReason.RECIPIENTS),
    "a landline": (an_sms(recipients=("+915852234567",)), MessageReason.RECIPIENTS),
    "text that is not registered": (an_sms(template_id="999"), MessageReason.TEMPLATE),
    "a word too many": (an_sms(variables=("UP30AB1234", "Haridwar", "x")), MessageReason.TEMPLATE),
    "text beside the template": (an_sms(content="Look out for anything"), MessageReason.TEMPLATE),
    "a word longer than a place": (an_sms(variables=("x" * 31, "y")), MessageReason.TEMPLATE),
    "a word with a control character": (an_sms(variables=("UP30\x1b[2J", "y")), MessageReason.CONTENT),
    "a word of two lines": (an_sms(variables=("UP30\nAB", "y")), MessageReason.TEMPLATE),
    "a word that turns the line round": (an_sms(variables=("UP30\u2029AB", "y")), MessageReason.TEMPLATE),
    "a telephone number inside": (an_sms(variables=("9876543210", "Haridwar")), MessageReason.TEMPLATE),
}


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_go_out_is_refused_by_its_reason(tmp_path: Path, name: str) -> None:
    """Whatever a changed client let through; a line in the trail says so, and nothing waits."""
    item, reason = CASES[name]
    with small_centre(tmp_path / "centre", **WAYS) as small:
        register(small)
        answer = hand_in(small, item)
        assert (answer.outcome, answer.reason) == (Outcome.REFUSED, reason)
        assert states(small, item) == ()
        assert small.acts()[-1] == "message-refused"


def test_an_officer_without_the_right_sends_nothing(small: SmallCentre) -> None:
    """The sub-inspector who signed in on this PC may upload, but not message."""
    grant = small.sign_in(SI_A)
    assert hand_in(small, a_mail(SI_A), grant).reason == MessageReason.NOT_ENTITLED


def test_a_way_out_that_is_not_set_up_is_said(tmp_path: Path) -> None:
    """Rather than let a message wait for ever."""
    with small_centre(tmp_path / "centre", mail_host="127.0.0.1", mail_from="a@b.in") as small:
        register(small)
        assert hand_in(small, an_sms(HINDI, ("UP30AB1234",))).reason == MessageReason.NO_CARRIER
        assert hand_in(small, a_mail()).outcome == Outcome.RECEIVED


def test_numbers_that_name_a_person_are_masked(small: SmallCentre) -> None:
    """Aadhaar and mobile numbers never leave the centre whole, whatever the station sent."""
    item = a_mail(content="Aadhaar 2345 6789 0123, mobile 9876543210")
    hand_in(small, item)
    with small.house.store.read() as unit:
        letter = unit.messages.one(item.message_id)
    assert letter is not None
    assert letter.content == "Aadhaar XXXX XXXX 0123, mobile XXXXXX3210"


def test_a_protected_victim_is_not_named(small: SmallCentre) -> None:
    """Where the text names the FIR and the person, in whatever letters and spacing; the FIR alone may be named."""
    small.put(guarded_fir())
    named = a_mail(content="In FIR 0007/2026 please trace  kumari\nEXAMPLE at once.")
    assert hand_in(small, named).reason == MessageReason.VICTIM_NAMED
    assert hand_in(small, a_mail(content="In FIR 0007/2026 please help.")).outcome == Outcome.RECEIVED
    small.put(guarded_fir("Savitri Bai", version=2))
    again = a_mail(content=named.content)
    assert hand_in(small, again).reason == MessageReason.VICTIM_NAMED  # whom it named before is no less protected


def test_a_sensitive_alert_s_file_leaves_only_by_one_who_may_have_the_alert(small: SmallCentre) -> None:
    """Whoever knows the file's hash: another State's officer is refused, that of the rank is not."""
    give_rights(small, SI_B, Act.MESSAGE)
    claim, grant = claim_of(PDF), small.sign_in(SI_A)
    item = an_item(files=(claim,))
    small.push_one(grant, item)
    small.put_blob(grant, PDF)
    elsewhere = small.sign_in(SI_B, machine_id="machine-b")
    assert hand_in(small, a_mail(SI_B, files=(claim,)), elsewhere).outcome == Outcome.RECEIVED
    ask = MarkAsk(kind="alert", key=item.item_id, sensitive=True, reason="Order of the Superintendent of 1 August.")
    small.centre.enquiries.mark(let_in(small).access_token, ask)
    late = hand_in(small, a_mail(SI_B, files=(claim,)), elsewhere)
    assert (late.outcome, late.reason) == (Outcome.REFUSED, MessageReason.FILES)
    assert hand_in(small, a_mail(DSP, files=(claim,))).outcome == Outcome.RECEIVED


@pytest.mark.parametrize("odd", ["1\x00", "\u202e1", "x" * 200, "1' OR '1'='1"])
def test_a_template_of_an_odd_name_is_no_template(small: SmallCentre, odd: str) -> None:
    """Whatever a database would make of it."""
    assert hand_in(small, an_sms(template_id=odd)).reason == MessageReason.TEMPLATE


def test_states_go_back_to_the_pc_that_wrote(small: SmallCentre) -> None:
    """By a cursor of its own; another PC, of the same office too, is told nothing of them."""
    grant, item = let_in(small), a_mail()
    hand_in(small, item, grant)
    page = small.centre.messages.states(grant.access_token, 0)
    assert [one.message_id for one in page.messages] == [item.message_id]
    assert [(one.address, one.state) for one in page.messages[0].recipients] == [(ADDRESS, "queued")]
    assert small.centre.messages.states(grant.access_token, page.cursor).messages == ()
    other = small.sign_in(DSP, machine_id="machine-h2")
    assert small.centre.messages.states(other.access_token, 0).messages == ()
    assert hand_in(small, item, other).reason == MessageReason.ID_REUSED


def test_a_restored_centre_sends_the_reader_back_to_the_start(small: SmallCentre) -> None:
    """A cursor beyond its head begins anew."""
    page = small.centre.messages.states(let_in(small).access_token, 99)
    assert (page.cursor, page.messages) == (0, ())


def test_the_list_of_templates_has_a_version(small: SmallCentre) -> None:
    """A station asks for the list only when it changed; who has no token gets none."""
    access = let_in(small).access_token
    before = small.centre.messages.templates(access)
    assert {one.template_id for one in before.templates} == {"1107160000000000123", HINDI.template_id}
    register(small, HINDI)
    after = small.centre.messages.templates(access)
    assert [one.template_id for one in after.templates] == [HINDI.template_id]
    assert after.version == small.centre.messages.states(access, 0).templates > before.version
    with pytest.raises(Refused) as no:
        small.centre.messages.templates("nobody's")
    assert no.value.code == Code.SESSION_EXPIRED


def test_a_message_names_the_files_that_are_missing(small: SmallCentre) -> None:
    """As an alert does; a claim that the bytes here contradict is refused."""
    item = a_mail(files=(claim_of(PDF),))
    assert hand_in(small, item).missing == (claim_of(PDF).sha256,)
