"""A letter has the headers that it is meant to have and no other, whatever its words are."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from central.messages.carrier import Errand
from central.messages.letters import LetterError, letter

HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
    *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
]


def an_errand(subject: str = "a lorry", office: str = "SP HARDOI", address: str = "a@up.gov.in") -> Errand:
    """Give a letter to be written."""
    return Errand(
        reference="0190.0",
        address=address,
        subject=subject,
        content="Kindly look out.",
        written_at=datetime(2026, 8, 1, tzinfo=UTC),
        state_code="09",
        office=office,
        template_id="",
        entity_id="",
        files=(),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        an_errand(subject="=?utf-8?q?=0d=0aBcc:x@y.in?="),
        an_errand(subject="=?utf-8?q?=0d=0a=0d=0aanother text?="),
        an_errand(subject="one\u2028Bcc: x@y.in"),
        an_errand(office="=?utf-8?q?=0d=0aBcc:x?="),
        an_errand(address="=?utf-8?q?=0d=0aBcc=3ax=40y.in?=@up.gov.in"),
    ],
    ids=["a header", "a text", "a line's end of Unicode", "in the sender's name", "in the address"],
)
def test_what_would_become_another_header_is_no_letter(wrong: Errand) -> None:
    """Also of a message that an older program let in: it fails with a reason, and nothing leaves."""
    with pytest.raises(LetterError):
        letter(wrong, "s@p.in")


@given(subject=st.text(max_size=60), office=st.text(max_size=60))
@example(subject="=?utf-8?q?=0aX:y?=", office="x")
@example(subject="x", office="A, B <x@y.in>")
@example(subject="=?us-ascii?q?=0d=0d?=" * 4, office="=?utf-8?b?DQpYOiB5?=")
def test_a_letter_has_its_own_headers_or_is_none(subject: str, office: str) -> None:
    """Whatever was written and whatever the directory calls the office."""
    try:
        data = letter(an_errand(subject, office), "s@p.in")
    except LetterError:
        return
    read = message_from_bytes(data, policy=default)
    assert sorted(read.keys()) == sorted(HEADERS)
    assert str(read["To"]) == "a@up.gov.in"
    assert read["From"].addresses[0].addr_spec == "s@p.in"
    assert b"\r" not in data.replace(b"\r\n", b"")
