"""Receipts that the centre signs: learned, proved, kept, shown, and checked by whoever has only the public key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from central.commands.run import main
from central.receipt_keys import ReceiptKeys
from station_client.domain.outbox import ItemState
from station_client.domain.receipt_proof import Proof, proof_of, read_proof, text_hash
from station_client.domain.receipt_tree import ALONE
from station_client.errors import CentreUnreachableError, WrongSignatureError
from station_client.security.receipt_keys import signed
from station_client.services.desk_notes import receipt_keys
from sync.mapping.items import receipt_of
from sync.protocol.messages import PushAnswer, ReceiptRecord
from tests.support import sample_files
from tests.support.centre import SI_A, SmallCentre, an_item, claim_of, small_centre
from tests.support.houses import Pc
from tests.support.liars import Lies, LyingLine
from tests.support.lines import Fault
from tests.support.scenes import Scene, synced_once
from tests.support.statements import statements
from tests.support.stations import pdf
from tests.support.terminals import Terminal, terminal

TEXT = "Four kilograms of opium recovered near the canal."


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station at a centre that signs."""
    with synced_once(tmp_path, LyingLine, signs=True) as made:
        yield made


def lies_of(scene: Scene) -> Lies:
    """Give what the scene's line is told to lie."""
    assert isinstance(scene.line, LyingLine)
    return scene.line.lies


def changed(change: Callable[[ReceiptRecord], ReceiptRecord]) -> Callable[[PushAnswer], PushAnswer]:
    """Change every receipt of an answer."""

    def lie(answer: PushAnswer) -> PushAnswer:
        told = (msgspec.structs.replace(one, receipt=one.receipt and change(one.receipt)) for one in answer.answers)
        return msgspec.structs.replace(answer, answers=tuple(told))

    return lie


def test_both_words_of_the_centre_are_signed(database_url: str, tmp_path: Path) -> None:
    """Received and complete, text and files, on each kind of database; a repeat is signed the same."""
    with small_centre(tmp_path / "house", database_url=database_url, signs=True) as small:
        keys = ReceiptKeys(small.house.settings.keys).public()
        grant, data = small.sign_in(), b"%PDF-1.7 a memo"
        item = an_item(description=TEXT, files=(claim_of(data),))
        first = small.push_one(grant, item).receipt
        assert first is not None
        (whole,) = small.put_blob(grant, data).receipts
        assert small.push_one(grant, item).receipt == whole
        assert (whole.text_sha256, whole.office_code) == (text_hash(TEXT), "31682034")
        for record in (first, whole):
            proof = _proof(record)
            assert signed(proof, keys)
        assert _proof(first).signature != _proof(whole).signature


def _proof(record: ReceiptRecord) -> Proof:
    proof = proof_of(receipt_of(record))
    assert proof is not None
    return proof


def test_the_key_is_there_before_a_first_receipt(scene: Scene) -> None:
    """The first round asks for it, while nobody waits; an alert's own round asks for nothing more."""
    assert receipt_keys(scene.here.stores.desk.settings)
    scene.line.story.clear()
    scene.here.write(TEXT)
    scene.here.engine.sync_once()
    assert [step for step in scene.line.story if "Keys" in step or "enquire" in step] == []


def test_a_station_learns_the_key_and_keeps_what_it_proved(scene: Scene) -> None:
    """One question for the keys, once; the receipt that is kept can be proved by what is kept."""
    scene.here.write(TEXT, files=(pdf("a", 1000),))
    scene.here.engine.sync_once()
    asked = [one for one in scene.line.story if "enquire" in one or "Keys" in one]
    scene.here.write("Another alert of the same day.")
    scene.here.engine.sync_once()
    assert [one for one in scene.line.story if "enquire" in one or "Keys" in one] == asked
    desk = scene.here.stores.desk
    kept = [proof_of(one) for one in desk.receipts.all()]
    assert len(kept) == 2
    assert all(one is not None and signed(one, receipt_keys(desk.settings)) for one in kept)


def test_receipts_of_one_batch_share_signatures_and_each_holds_alone(scene: Scene) -> None:
    """What is kept of each proves it without the others, and the key came along with the first of them."""
    desk = scene.here.stores.desk
    desk.settings.put("receipt-keys", "{}")
    written = [scene.here.write(f"Alert {at}: a white van without plates.") for at in range(10)]
    scene.line.story.clear()
    scene.here.engine.sync_once()
    assert not [step for step in scene.line.story if "enquire" in step]
    kept = [proof_of(one) for one in desk.receipts.of(written).values()]
    assert len(kept) == len(written)
    assert len({one.signature[:ALONE] for one in kept if one}) == 2
    assert all(one is not None and signed(read_proof(one.text()), receipt_keys(desk.settings)) for one in kept)


def test_a_forged_group_is_refused_and_the_next_one_kept(scene: Scene) -> None:
    """One lie costs those that were signed with it; they go on waiting, and are kept when the centre says the truth."""
    written = [scene.here.write(f"Alert {at}: a white van without plates.") for at in range(10)]
    bent = iter([False] * 9 + [True])
    lies_of(scene).answer = changed(lambda one: msgspec.structs.replace(one, office_code="1") if next(bent) else one)
    with pytest.raises(WrongSignatureError):
        scene.here.engine.sync_once()
    states = [scene.here.item(one).state for one in written]
    assert (states.count(ItemState.COMPLETE), states[9]) == (9, ItemState.SENDING)
    lies_of(scene).answer = lambda answer: answer
    scene.here.engine.sync_once()
    assert {scene.here.item(one).state for one in written} == {ItemState.COMPLETE}


def test_many_receipts_read_what_they_share_once(scene: Scene) -> None:
    """Of thirty receipts in a round as of one: the keys, where the items stand, and one change of all of them."""
    asked: list[list[str]] = []
    for many in (1, 30):
        written = [scene.here.write(f"Alert {at} of {many}: a white van without plates.") for at in range(many)]
        with statements() as told:
            scene.here.engine.sync_once()
        assert all(scene.here.item(one).state is ItemState.COMPLETE for one in written)
        asked.append(told)
    one, thirty = (sum("FROM settings" in said for said in told) for told in asked)
    assert thirty <= one
    items = [sum("outbox" in said or "receipts" in said for said in told) for told in asked]
    assert items[1] <= items[0]


def test_many_that_never_left_are_queued_again_by_one_change(scene: Scene) -> None:
    """Thirty leave and come back by as many statements as one, at each try of a line that is not there."""
    asked: list[int] = []
    for many in (1, 30):
        written = [scene.here.write(f"Alert {at} of {many}: a white van without plates.") for at in range(many)]
        scene.strike(Fault.CUT)
        with statements() as told, pytest.raises(CentreUnreachableError):
            scene.here.engine.sync_once()
        assert {scene.here.item(one).state for one in written} == {ItemState.QUEUED}
        asked.append(sum("UPDATE outbox" in said for said in told))
        scene.strike()
        scene.here.engine.sync_once()
    assert asked == [2, 2]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: msgspec.structs.replace(one, signature="AAAA"),
        lambda one: msgspec.structs.replace(one, signature=""),
        lambda one: msgspec.structs.replace(one, centre="Another centre"),
        lambda one: msgspec.structs.replace(one, record_number="2026-999999"),
        lambda one: msgspec.structs.replace(one, key_id="0" * 16),
    ],
    ids=["garbled", "taken-off", "other-centre", "other-number", "unknown-key"],
)
def test_a_forged_receipt_is_refused_by_name_and_costs_nothing(
    scene: Scene, change: Callable[[ReceiptRecord], ReceiptRecord]
) -> None:
    """The item goes on waiting with all its words, and the next good receipt makes it complete."""
    scene.here.write("An alert by which the key is learned.")
    scene.here.engine.sync_once()
    item_id = scene.here.write(TEXT)
    lies_of(scene).answer = changed(change)
    with pytest.raises(WrongSignatureError):
        scene.here.engine.sync_once()
    assert scene.here.engine.status().error == "wrong-signature"
    assert scene.here.item(item_id).description == TEXT
    assert scene.here.item(item_id).state is not ItemState.COMPLETE
    assert scene.here.stores.desk.receipts.one(item_id) is None
    lies_of(scene).answer = Lies().answer
    scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.COMPLETE


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that signs."""
    with small_centre(tmp_path / "centre", signs=True) as made:
        yield made


def sent(at: Terminal, tmp_path: Path) -> str:
    """Write and send an alert with a file; give the item."""
    (tmp_path / "a.pdf").write_bytes(sample_files.pdf())
    at.run("sign-in", "--officer", SI_A)
    draft = at.table("draft", "new", "--fir", "0619/2026", "--category", "seizure-recovery", "--description", TEXT)
    name = str(draft["draft"]["draft_id"])
    at.run("draft", "attach", name, str(tmp_path / "a.pdf"))
    item = at.table("draft", "submit", name)["item"]["item_id"]
    assert at.run("sync") == 0
    return str(item)


def test_a_printed_receipt_is_checked_by_whoever_has_the_public_key(
    tmp_path: Path, centre: SmallCentre, capsys: pytest.CaptureFixture[str]
) -> None:
    """With no data folder and no line; with a changed sign, another file or another text it is refused by name."""
    at = terminal(Pc(tmp_path / "pc", centre.centre))
    item = sent(at, tmp_path)
    assert at.run("receipt", "show", item) == 0
    lines = at.out
    capsys.readouterr()
    assert main(["keys", "show", "--folder", str(centre.house.settings.folder)]) == 0
    (tmp_path / "keys.pem").write_text(capsys.readouterr().out)
    (tmp_path / "said.txt").write_text(TEXT + "\n")
    (tmp_path / "other.txt").write_text("Something else.")
    elsewhere = terminal(Pc(tmp_path / "nowhere", centre.centre, cut=True))
    check = ("receipt", "verify", "--keys", str(tmp_path / "keys.pem"))
    more = ("--file", str(tmp_path / "a.pdf"), "--text", str(tmp_path / "said.txt"))
    table = elsewhere.table(*check, *more, source=lines)
    assert (table["signed"], table["files"], table["statement"]["item_id"]) == (True, ["a.pdf"], item)
    assert not (tmp_path / "nowhere").exists()
    wrong = (
        (check, lines.replace("officer asharma", "officer someone"), "not-signed"),
        (check, "hello", "not-a-receipt"),
        ((*check, "--file", str(tmp_path / "said.txt")), lines, "not-the-file"),
        ((*check, "--text", str(tmp_path / "other.txt")), lines, "not-the-file"),
    )
    for words, typed, reason in wrong:
        assert elsewhere.table(*words, source=typed)["error"]["reason"] == reason
        assert elsewhere.code == 3
    assert at.run("receipt", "verify", source=lines) == 0  # by the keys that this PC learned
    assert "signed by Cri-MAC centre" in at.out
