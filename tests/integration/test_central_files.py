"""Attachments at the centre: only what was claimed comes in, only what it is called, and it comes out the same."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from central.errors import Refused
from central.house import open_house
from sync.protocol.codes import Code, ItemReason
from sync.protocol.messages import PushBatch
from sync.protocol.slices import FileAsked, Have
from tests.support.centre import (
    SI_B,
    STATION_B,
    SmallCentre,
    an_item,
    claim_of,
)
from tests.support.received import PDF, PNG, alerts, receipt_of
from tests.support.statements import statements


def test_a_receipt_grows_with_the_files(small: SmallCentre) -> None:
    """Verified files only, each as the centre computed it; complete when the last is here."""
    grant = small.sign_in()
    item = an_item(files=(claim_of(PDF), claim_of(PNG, name="face.png", kind="png")))
    answer = small.push_one(grant, item)
    assert answer.missing == (claim_of(PDF).sha256, claim_of(PNG).sha256)
    assert receipt_of(answer).files == ()
    (half,) = small.put_blob(grant, PDF).receipts
    assert ([one.name for one in half.files], half.complete_at) == (["photo.pdf"], None)
    (whole,) = small.put_blob(grant, PNG).receipts
    assert len(whole.files) == 2
    assert whole.complete_at is not None
    repeat = small.push_one(grant, item)
    assert (receipt_of(repeat), repeat.missing) == (whole, ())
    assert small.put_blob(grant, PNG).receipts == ()


def test_a_file_that_is_here_is_not_asked_for(small: SmallCentre) -> None:
    """A second alert with the same picture is complete at once, from another office too."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))
    small.put_blob(grant, PDF)
    other = small.sign_in(SI_B, machine_id="machine-b")
    fir = {"fir_key": f"{STATION_B}/2026/0007", "fir_shown": "0007/2026"}
    again = an_item(SI_B, files=(claim_of(PDF, name="same.pdf"),), **fir)
    assert receipt_of(small.push_one(other, again)).complete_at is not None


def test_one_file_in_many_alerts_costs_no_more_than_in_one(small: SmallCentre) -> None:
    """Who claims the same bytes again and again makes nobody wait."""
    grant, bare = small.sign_in(), Have(files=(FileAsked(sha256=claim_of(PDF).sha256, size=len(PDF)),))
    asked = []
    for many in (1, 40):
        items = tuple(an_item(files=(claim_of(PDF),)) for _ in range(many))
        small.centre.push(grant.access_token, PushBatch(items=items))
        with statements() as said:
            assert small.centre.slices.have(grant.access_token, bare).files[0].missing
        asked.append(len(said))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("changed", [{"size": 17}, {"kind": "png", "name": "a.png"}])
def test_a_false_claim_on_known_bytes_is_refused(small: SmallCentre, changed: dict[str, object]) -> None:
    """What is here is known; it cannot be called something else."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))
    small.put_blob(grant, PDF)
    false = an_item(files=(msgspec.structs.replace(claim_of(PDF), **changed),))
    assert small.push_one(grant, false).reason == ItemReason.FILES


def test_bytes_nobody_claimed_are_not_taken(small: SmallCentre) -> None:
    """Nor those that another office claimed."""
    grant = small.sign_in()
    other = small.sign_in(SI_B, machine_id="machine-b")
    small.push_one(other, an_item(SI_B, files=(claim_of(PNG, name="a.png", kind="png"),)))
    for data in (PDF, PNG):
        with pytest.raises(Refused) as no:
            small.put_blob(grant, data)
        assert no.value.code == Code.NOT_ENTITLED
    assert small.acts().count("upload-unclaimed") == 2


def test_bytes_of_another_kind_are_not_taken(small: SmallCentre) -> None:
    """A program that is called a PDF stays out, though hash and size agree."""
    grant, program = small.sign_in(), b"MZ\x90\x00" + b"\x00" * 400
    small.push_one(grant, an_item(files=(claim_of(program),)))
    with pytest.raises(Refused) as no:
        small.put_blob(grant, program)
    assert no.value.code == Code.HASH_MISMATCH
    with pytest.raises(Refused) as no:
        small.centre.get_blob(grant.access_token, sha256=claim_of(program).sha256)
    assert no.value.code == Code.NOT_FOUND
    assert not any(path.is_file() for path in small.house.settings.blobs.rglob("*"))
    assert small.acts()[-1] == "upload-of-another-kind"


def test_bytes_that_are_here_are_read_past(small: SmallCentre) -> None:
    """A second sending is taken to its end, so that the line is free for the answer, and changes nothing."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))
    small.put_blob(grant, PDF)
    chunks = iter([PDF[:9], PDF[9:]])
    small.centre.put_blob(grant.access_token, sha256=claim_of(PDF).sha256, size=len(PDF), chunks=chunks)
    assert list(chunks) == []


def test_other_commands_leave_an_upload_under_way_alone(small: SmallCentre) -> None:
    """``station-central officers list`` while a file comes in: nothing of it is swept away."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))

    def coming() -> Iterator[bytes]:
        yield PDF[:100]
        open_house(small.house.settings).close()
        yield PDF[100:]

    answer = small.centre.put_blob(grant.access_token, sha256=claim_of(PDF).sha256, size=len(PDF), chunks=coming())
    assert answer.receipts[0].complete_at is not None


@pytest.mark.parametrize(("size", "code"), [(0, "not-understood"), (26214401, "too-large"), (5, "hash-mismatch")])
def test_a_size_is_judged_before_a_byte_is_read(small: SmallCentre, size: int, code: str) -> None:
    """Nothing, too much, or another size than was claimed."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))

    unread = map(pytest.fail, ["a byte was read"])
    with pytest.raises(Refused) as no:
        small.centre.put_blob(grant.access_token, sha256=claim_of(PDF).sha256, size=size, chunks=unread)
    assert no.value.code == code


def test_everybody_who_may_look_gets_the_same_bytes(small: SmallCentre) -> None:
    """The other station's officer, and the constable."""
    grant = small.sign_in()
    small.push_one(grant, an_item(files=(claim_of(PDF),)))
    small.put_blob(grant, PDF)
    other = small.sign_in(SI_B, machine_id="machine-b")
    size, pieces = small.centre.get_blob(other.access_token, sha256=claim_of(PDF).sha256)
    assert (size, b"".join(pieces)) == (len(PDF), PDF)


def test_names_of_files_are_made_harmless(small: SmallCentre) -> None:
    """Whatever a changed client calls a file, the record names it safely."""
    claim = claim_of(PDF, name="..\\..\\evil\u202efdp.pdf")
    small.push_one(small.sign_in(), an_item(files=(claim,)))
    (alert,) = alerts(small)
    assert alert.files[0].name == "evilfdp.pdf"
