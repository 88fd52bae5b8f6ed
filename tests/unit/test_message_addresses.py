"""Which addresses and numbers can be written to, in their one spelling, and which FIRs a text names."""

from __future__ import annotations

import pytest

from station_client.domain.message import Channel, address_of, is_official


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" sho.rampur@UPPOLICE.gov.in ", "sho.rampur@uppolice.gov.in"),
        ("dgp@nic.in", "dgp@nic.in"),
        ("two@x.in, three@x.in", ""),
        ("a@b", ""),
        ("a..b@c.in", ""),
        (".a@c.in", ""),
        ("a@b.in\nBcc: c@d.in", ""),
        ("थाना@up.gov.in", ""),
        ("a" * 65 + "@b.in", ""),
    ],
)
def test_an_email_address_is_one_or_is_not(typed: str, kept: str) -> None:
    """The domain in small letters; nothing that could begin another header."""
    assert address_of(Channel.EMAIL, typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9876543210", "+919876543210"),
        ("98765 43210", "+919876543210"),
        ("+91-98765-43210", "+919876543210"),
        ("०९८७६५४३२१०".replace("०९", "०९"), ""),
        ("09876543210", "+919876543210"),
        ("5876543210", ""),
        ("98765432101", ""),
        ("", ""),
    ],
)
def test_a_mobile_number_is_one_or_is_not(typed: str, kept: str) -> None:
    """Ten digits that begin with 6 to 9, kept with the country's code."""
    assert address_of(Channel.SMS, typed) == kept


def test_the_governments_own_addresses_are_known() -> None:
    """By the whole end of the domain, not by a part of a word."""
    assert [is_official(f"a@{domain}") for domain in ("up.gov.in", "nic.in", "gov.in", "mygov.in", "gov.in.co")] == [
        True,
        True,
        True,
        False,
        False,
    ]
