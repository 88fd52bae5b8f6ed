"""An item is judged again at the centre, whatever a client checked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from unicodedata import category

import msgspec
import pytest

from central.judging import can_be_told, is_moment, placed_number, reason_against
from central.push import content_hash, issued_at
from central.rights import Account
from station_client.domain.alert import Category
from station_client.domain.office import Act
from sync.protocol.codes import ItemReason
from sync.protocol.messages import FileClaim
from tests.support.centre import STATION_A, STATION_B, an_item, claim_of

AUTHOR = Account("a", "A", "SI", STATION_A, (Act.VIEW, Act.UPLOAD), tuple(Category))
GOOD = claim_of(b"%PDF-1.4 x")
NOW = datetime(2026, 8, 1, tzinfo=UTC)


def claims(**changed: object) -> tuple[FileClaim, ...]:
    """Give one claim with something changed in it."""
    return (msgspec.structs.replace(GOOD, **changed),)


def test_a_sound_item_stands() -> None:
    """What a good client sends is not found fault with."""
    five = tuple(claim_of(b"%PDF" + bytes([n])) for n in range(5))
    assert reason_against(an_item(files=five), AUTHOR) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"category": "parking"}, ItemReason.CATEGORY),
        ({"category": ""}, ItemReason.CATEGORY),
        ({"fir_key": "nonsense", "fir_shown": ""}, ItemReason.FIR_NUMBER),
        ({"fir_key": "0619/2026", "fir_shown": ""}, ItemReason.FIR_NUMBER),
        ({"fir_key": "", "fir_shown": "abc"}, ItemReason.FIR_NUMBER),
        ({"fir_shown": "0620/2026"}, ItemReason.FIR_NUMBER),
        ({"fir_key": "x" * 100}, ItemReason.FIR_NUMBER),
        ({"fir_key": "", "fir_shown": ""}, ItemReason.FIR_OR_GD),
        ({"fir_key": "", "fir_shown": "", "gd_number": "12"}, ItemReason.FIR_OR_GD),
        ({"fir_key": "", "fir_shown": "", "gd_number": "12", "gd_reason": "x" * 501}, ItemReason.FIR_OR_GD),
        ({"fir_key": "", "fir_shown": "", "gd_number": "12\x00", "gd_reason": "awaited"}, ItemReason.FIR_OR_GD),
        ({"gd_number": "12\x00"}, ItemReason.FIR_OR_GD),
        ({"gd_reason": "beside a FIR\x07"}, ItemReason.FIR_OR_GD),
        ({"description": "short"}, ItemReason.DESCRIPTION),
        ({"description": " " * 40}, ItemReason.DESCRIPTION),
        ({"description": "x" * 4001}, ItemReason.DESCRIPTION),
        ({"description": "a hidden \x07 bell rings here"}, ItemReason.DESCRIPTION),
        ({"files": (GOOD,) * 2}, ItemReason.FILES),
        ({"files": tuple(claim_of(b"%PDF" + bytes([n])) for n in range(6))}, ItemReason.FILES),
        ({"files": claims(size=0)}, ItemReason.FILES),
        ({"files": claims(size=25 * 1024 * 1024 + 1)}, ItemReason.FILES),
        ({"files": claims(sha256="../../etc/passwd")}, ItemReason.FILES),
        ({"files": claims(name="a.exe", kind="exe")}, ItemReason.FILES),
        ({"files": claims(name="a.png")}, ItemReason.FILES),
        ({"files": claims(name="pdf")}, ItemReason.FILES),
    ],
)
def test_each_fault_has_its_reason(changed: dict[str, object], reason: ItemReason) -> None:
    """One changed field, one reason."""
    assert reason_against(an_item(**changed), AUTHOR) == reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "can_be"),
    [
        (datetime(2000, 1, 1, tzinfo=UTC), True),
        (datetime(2199, 12, 31, tzinfo=UTC), True),
        (datetime(1, 1, 1, tzinfo=UTC), False),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30))), False),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), False),
        (datetime(2026, 1, 1), False),  # noqa: DTZ001 that it has no zone is the point
    ],
)
def test_a_moment_is_one_that_every_end_can_reckon_with(moment: datetime, *, can_be: bool) -> None:
    """With a zone, in the years of the wire."""
    assert is_moment(moment) is can_be


def test_a_gd_entry_stands_with_its_reason() -> None:
    """An alert may come before its FIR."""
    item = an_item(fir_key="", fir_shown="", gd_number="014", gd_reason="FIR will follow")
    assert reason_against(item, AUTHOR) is None


def test_rights_are_the_authors() -> None:
    """Without UPLOAD, or for another category, or once withdrawn, nothing is taken."""
    looks = Account("a", "A", "SI", STATION_A, (Act.VIEW,), tuple(Category))
    jail = Account("a", "A", "SI", STATION_A, (Act.UPLOAD,), (Category.JAIL_BREAK,))
    gone = Account("a", "A", "SI", STATION_A, (Act.UPLOAD,), tuple(Category), active=False)
    assert {reason_against(an_item(), one) for one in (looks, jail, gone)} == {ItemReason.NOT_ENTITLED}


def test_a_short_number_belongs_to_the_sender() -> None:
    """0619/2026 is this station's own; a key that names another station keeps it."""
    short = placed_number(an_item(fir_key="", fir_shown="619/26"), STATION_A)
    foreign = placed_number(an_item(fir_key=f"{STATION_B}/2026/0619"), STATION_A)
    assert short is not None
    assert short.key == f"{STATION_A}/2026/0619"
    assert foreign is not None
    assert foreign.key == f"{STATION_B}/2026/0619"


def test_content_is_all_but_the_measured_skew() -> None:
    """The skew may be measured anew between two tries; nothing else may change."""
    item = an_item()
    assert content_hash(msgspec.structs.replace(item, skew_seconds=9.5)) == content_hash(item)
    for changed in ({"description": item.description + "!"}, {"author": "b"}, {"files": (GOOD,)}):
        assert content_hash(msgspec.structs.replace(item, **changed)) != content_hash(item)


@pytest.mark.parametrize(
    ("written", "skew", "issued"),
    [
        (NOW - timedelta(hours=1), 0.0, NOW - timedelta(hours=1)),
        (NOW + timedelta(hours=3), 3 * 3600.0 + 60, NOW - timedelta(minutes=1)),
        (NOW + timedelta(days=2), 0.0, NOW),
        (NOW - timedelta(hours=1), 1e300, NOW - timedelta(hours=1)),
        (datetime(1, 1, 1, tzinfo=UTC), 500.0, NOW),
        (datetime(2000, 1, 2, tzinfo=UTC), 3 * 86400.0, NOW),
    ],
    ids=["right clock", "clock ahead", "from the future", "mad skew", "before time began", "set back too far"],
)
def test_the_pcs_clock_is_set_right(written: datetime, skew: float, issued: datetime) -> None:
    """The moment of writing is told as well as it is known, and never in the future."""
    assert issued_at(written, skew, NOW) == issued


def test_every_sign_that_no_text_has_is_one() -> None:
    """Control characters but breaks and tabs, and lone surrogates: each of them, and of the first plane no other."""
    plane = set(map(chr, range(0x10000)))
    odd = {one for one in plane if category(one) in {"Cc", "Cs"}} - set("\n\r\t")
    sound = sorted(plane - odd)
    assert not any(can_be_told(f"A man of about thirty {one} took a child.") for one in odd)
    assert all(can_be_told(f"A man{''.join(sound[at : at + 500])}ran.") for at in range(0, len(sound), 500))
