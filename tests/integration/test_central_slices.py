"""Slices at the centre: kept as they arrive, verified at the end, harmless twice, and never more than is allowed."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from central.blobs import BlobFolder
from central.errors import Refused
from central.partials import OPEN_FOR_A_MACHINE, Partial
from central.slices import Slice
from sync.protocol.codes import SLICE_BYTES, Code
from sync.protocol.slices import FileHeld
from tests.support.arriving import PDF, SHA256, asked, claimed, send
from tests.support.centre import SI_B, HandClock, SmallCentre, an_item, claim_of, small_centre

SIZE = len(PDF)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre", HandClock()) as made:
        yield made


def under_way(small: SmallCentre) -> list[str]:
    """Name what lies in the folder of files under way."""
    return sorted(path.suffix for path in small.house.settings.partials.iterdir())


def test_what_is_missing_is_told_and_shrinks(small: SmallCentre) -> None:
    """Any slice in any order; the rest is named; the last one completes the alert."""
    grant = claimed(small)
    assert asked(small, grant).missing == ((0, SIZE),)
    assert send(small, grant, 4000, 6000).held == 2000
    assert asked(small, grant).missing == ((0, 4000), (6000, SIZE))
    send(small, grant, 6000, SIZE)
    assert send(small, grant, 1000, 5000).receipts == ()
    whole = send(small, grant, 0, 1000)
    assert whole.held == SIZE
    assert whole.receipts[0].complete_at is not None
    assert under_way(small) == []
    assert asked(small, grant).receipts == whole.receipts


def test_bytes_that_came_before_a_cut_are_kept(small: SmallCentre) -> None:
    """The line dies in the middle of a slice: its beginning need not come again."""
    grant = claimed(small)
    with pytest.raises(Refused):
        send(small, grant, 0, 8000, come=3000)
    assert asked(small, grant).missing == ((3000, SIZE),)


def test_bytes_of_a_connection_that_is_still_open_count(small: SmallCentre) -> None:
    """A line that died silently leaves its slice open at the centre: who comes back need not send that again."""
    grant = claimed(small)
    arriving = small.centre.slices.begin(grant.access_token, Slice(SHA256, SIZE, 0, 8000))
    arriving.take(PDF[:5000])
    assert asked(small, grant).missing == ((5000, SIZE),)
    send(small, grant, 5000, SIZE)
    arriving.take(PDF[5000:8000])  # late: the file is whole already
    arriving.close()
    assert asked(small, grant).receipts[0].complete_at is not None


def test_a_restart_knows_what_was_there(small: SmallCentre, tmp_path: Path) -> None:
    """The ranges are on the disk, not in memory."""
    grant = claimed(small)
    send(small, grant, 2000, 7000)
    small.house.close()
    with small_centre(tmp_path / "centre", HandClock()) as again:
        assert asked(again, grant).missing == ((0, 2000), (7000, SIZE))


def test_a_torn_note_costs_that_note_alone(small: SmallCentre, tmp_path: Path) -> None:
    """A power cut in the middle of a note, or rubbish at its end: what was noted before is still there."""
    grant = claimed(small)
    send(small, grant, 0, 3000)
    (notes,) = small.house.settings.partials.glob("*.held")
    with notes.open("ab") as torn:
        torn.write(os.urandom(40))
    small.house.close()
    with small_centre(tmp_path / "centre", HandClock()) as again:
        assert asked(again, grant).missing == ((3000, SIZE),)
        send(again, grant, 5000, SIZE)
        again.house.close()
    with small_centre(tmp_path / "centre", HandClock()) as again:
        assert asked(again, grant).missing == ((3000, 5000),)


def test_a_file_that_was_finished_but_not_noted_is_brought_again(small: SmallCentre) -> None:
    """The centre died between giving the file its name and writing that down: nobody knows who showed these bytes."""
    grant = claimed(small)
    target = small.house.settings.blobs / SHA256[:2] / SHA256
    target.parent.mkdir()
    target.write_bytes(PDF)
    assert asked(small, grant).missing == ((0, SIZE),)
    assert send(small, grant, 0, SIZE).receipts[0].complete_at is not None
    assert under_way(small) == []


def test_a_file_that_is_finished_between_two_looks_is_not_asked_for_again(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last slice lands while another connection asks what is missing: nothing is, and nothing is left lying."""
    grant = claimed(small)
    send(small, grant, 0, 6000)
    partials = small.centre.slices.partials
    look = partials.held

    def late(sha256: str, machine_id: str, size: int) -> Partial | None:
        monkeypatch.setattr(partials, "held", look)
        send(small, grant, 6000, SIZE)
        return look(sha256, machine_id, size)

    monkeypatch.setattr(partials, "held", late)
    said = asked(small, grant)
    assert said.missing == ()
    assert said.receipts[0].complete_at is not None
    assert under_way(small) == []


def test_who_asks_while_a_file_is_finished_waits_for_it(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has its name and is not ticked off yet: another connection that asks is not told that all of it is missing."""
    grant, said, adopt = claimed(small), list[FileHeld](), BlobFolder.adopt
    asking = threading.Thread(target=lambda: said.append(asked(small, grant)))

    def slow(folder: BlobFolder, part: Path, sha256: str) -> None:
        adopt(folder, part, sha256)
        asking.start()
        asking.join(0.5)  # one that does not wait has been answered by then

    monkeypatch.setattr(BlobFolder, "adopt", slow)
    send(small, grant, 0, SIZE)
    asking.join()
    assert [one.missing for one in said] == [()]
    assert under_way(small) == []


def test_all_bytes_without_the_last_word_are_finished_when_asked(small: SmallCentre, tmp_path: Path) -> None:
    """The centre died after the last byte and before the hash: the next question finishes it."""
    grant = claimed(small)
    arriving = small.centre.slices.begin(grant.access_token, Slice(SHA256, SIZE, 0, SIZE))
    arriving.take(PDF)
    arriving.close()
    small.house.close()
    with small_centre(tmp_path / "centre", HandClock()) as again:
        assert asked(again, grant).receipts[0].complete_at is not None


def test_wrong_bytes_are_thrown_away_as_a_whole(small: SmallCentre) -> None:
    """The hash at the end decides; afterwards everything is missing again."""
    grant = claimed(small)
    send(small, grant, 0, 4000)
    with pytest.raises(Refused) as no:
        send(small, grant, 4000, SIZE, data=PDF[:-1] + b"?")
    assert no.value.code == Code.HASH_MISMATCH
    assert under_way(small) == []
    assert asked(small, grant).missing == ((0, SIZE),)
    assert send(small, grant, 0, SIZE).receipts[0].complete_at is not None


def test_a_program_called_a_pdf_stays_out(small: SmallCentre) -> None:
    """The kind is judged with the last slice, and nothing of it stays."""
    program = b"MZ\x90\x00" + b"\x00" * 400
    grant = claimed(small, program)
    name = hashlib.sha256(program).hexdigest()
    with pytest.raises(Refused) as no:
        send(small, grant, 0, len(program), data=program, sha256=name)
    assert no.value.code == Code.HASH_MISMATCH
    assert under_way(small) == []
    assert small.acts()[-1] == "upload-of-another-kind"


def test_a_slice_that_cannot_be_is_refused_before_a_byte_is_read(small: SmallCentre) -> None:
    """Outside its file, empty, too large, of another size, or of a file that nobody claimed."""
    grant = claimed(small)
    wrong = {
        Slice(SHA256, SIZE, SIZE - 10, 11): Code.NOT_UNDERSTOOD,
        Slice(SHA256, SIZE, 0, 0): Code.NOT_UNDERSTOOD,
        Slice(SHA256, SIZE, 0, SLICE_BYTES + 1): Code.TOO_LARGE,
        Slice(SHA256, SIZE + 1, 0, 10): Code.HASH_MISMATCH,
        Slice(SHA256, 26 * 1024 * 1024, 0, 10): Code.TOO_LARGE,
        Slice("ab" * 32, SIZE, 0, 10): Code.NOT_ENTITLED,
        Slice("../etc/passwd", SIZE, 0, 10): Code.NOT_UNDERSTOOD,
    }
    for piece, code in wrong.items():
        with pytest.raises(Refused) as no:
            small.centre.slices.begin(grant.access_token, piece)
        assert no.value.code == code
    arriving = small.centre.slices.begin(grant.access_token, Slice(SHA256, SIZE, 0, 10))
    with pytest.raises(Refused):
        arriving.take(PDF[:11])
    arriving.close()


def test_one_file_that_may_not_be_sent_blocks_no_other_question(small: SmallCentre) -> None:
    """Each file has its own answer."""
    grant = claimed(small)
    assert asked(small, grant, "ab" * 32).refused == Code.NOT_ENTITLED
    assert asked(small, grant, SHA256, SIZE + 1).refused == Code.HASH_MISMATCH


def test_another_office_cannot_spoil_what_is_under_way(small: SmallCentre) -> None:
    """Each machine's bytes lie apart: wrong ones of another office never meet ours."""
    grant = claimed(small)
    other = small.sign_in(SI_B, machine_id="machine-b")
    fir = {"fir_key": "35055012/2026/0007", "fir_shown": "0007/2026"}
    small.push_one(other, an_item(SI_B, files=(claim_of(PDF),), **fir))
    send(small, grant, 0, 4000)
    send(small, other, 0, 6000, data=bytes(SIZE))
    assert asked(small, other).missing == ((6000, SIZE),)
    assert send(small, grant, 4000, SIZE).held == SIZE
    assert asked(small, other).missing == ()


def test_a_machine_has_only_so_many_files_under_way(small: SmallCentre) -> None:
    """The one that was touched longest ago makes room."""
    grant = small.sign_in()
    for number in range(OPEN_FOR_A_MACHINE + 3):
        data = PDF + str(number).encode()
        small.push_one(grant, an_item(files=(claim_of(data),)))
        send(small, grant, 0, 10, data=data, sha256=hashlib.sha256(data).hexdigest())
    assert len(under_way(small)) == 2 * OPEN_FOR_A_MACHINE


def test_two_connections_may_write_one_file_at_once(small: SmallCentre) -> None:
    """Overlapping slices from several threads, the last of them after the file is whole: exact bytes, one receipt."""
    grant, wrong = claimed(small), list[BaseException]()

    def write(begin: int) -> None:
        try:
            for start in (*range(begin, SIZE, 3000), 0):
                send(small, grant, start, min(start + 4000, SIZE))
        except BaseException as raised:  # noqa: BLE001 the test tells of it
            wrong.append(raised)

    threads = [threading.Thread(target=write, args=(begin,)) for begin in (0, 500, 2500)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
    assert asked(small, grant).receipts[0].complete_at is not None
    assert b"".join(small.centre.get_blob(grant.access_token, sha256=SHA256)[1]) == PDF
    assert under_way(small) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_called_full() -> None:
    """The station is told to come back later, and not that its file is bad."""
    with pytest.raises(Refused) as no:
        Partial(Path("/dev/full"), SIZE, ()).write(0, PDF)
    assert no.value.code == Code.FULL
    assert no.value.retry_after > 0


def test_what_nobody_goes_on_with_is_swept(small: SmallCentre) -> None:
    """After a week, and not before."""
    grant = claimed(small)
    send(small, grant, 0, 10)
    (there,) = small.house.settings.partials.glob("*.bytes")
    now = small.house.clock.now()
    for age, swept in ((timedelta(days=6), 0), (timedelta(days=8), 1)):
        os.utime(there, times=((now - age).timestamp(),) * 2)
        assert small.house.partials.sweep(now) == swept
    assert under_way(small) == []
