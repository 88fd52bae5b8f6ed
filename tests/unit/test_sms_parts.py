"""How a short message is counted, parted, coded and held to its template."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.messages.segments import segments
from station_client.domain.sms import Count, Template, count, is_gsm, is_template, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Count(0, 1, 160, unicode=False)),
        ("a" * 160, Count(160, 1, 0, unicode=False)),
        ("a" * 161, Count(161, 2, 145, unicode=False)),
        ("a" * 306, Count(306, 2, 0, unicode=False)),
        ("€" * 80, Count(160, 1, 0, unicode=False)),
        ("€" * 81, Count(162, 2, 143, unicode=False)),
        ("क" * 70, Count(70, 1, 0, unicode=True)),
        ("क" * 71, Count(71, 2, 63, unicode=True)),
        ("😀" * 36, Count(72, 2, 61, unicode=True)),
    ],
)
def test_signs_and_parts_are_counted_as_the_networks_do(text: str, expected: Count) -> None:
    """160 and 153 of the GSM alphabet, 70 and 67 of Unicode; some signs take two places."""
    assert count(text) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=600))
def test_no_sign_is_lost_or_torn(text: str) -> None:
    """The parts put together are the text, and each fits."""
    pieces = split(text)
    assert "".join(pieces) == text
    coded = segments(text, "one")
    assert len(coded) == len(pieces)
    for piece, segment in zip(pieces, coded, strict=True):
        assert len(segment.data) <= (160 if is_gsm(text) else 140)
        if not is_gsm(text):
            assert segment.data.removeprefix(segment.data[:6] if len(pieces) > 1 else b"").decode("utf-16-be") == piece


def test_the_gsm_alphabet_is_its_own() -> None:
    """Capital sharp letters stand where the table has them."""
    assert segments("@£é€[", "one")[0].data == bytes((0, 1, 5, 0x1B, 0x65, 0x1B, 0x3C))
    assert segments("aZ0", "one")[0].data == b"aZ0"


def test_a_template_is_filled_in_place_by_place() -> None:
    """In their order; what is missing stays empty, and nothing else changes."""
    one = Template("1", "n", "A {#var#} B {#var#}.")
    assert (one.variables, one.filled(("x", "{#var#}")), one.filled(())) == (2, "A x B {#var#}.", "A  B .")
    assert [is_template(text) for text in (one.text, "plain", "", "A {#VAR#}", "A {#var}", "A {#num#}")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
