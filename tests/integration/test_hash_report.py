"""The hash report: three hashes of each file, taken at attaching and proved when the report is made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.domain.ids import ItemId
from station_client.errors import StoreDamagedError
from station_client.services.verbs import Verbs
from station_client.services.views import HashReport
from station_client.store.desk.tables import drafts
from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import Pc
from tests.support.sample_files import pdf, picture
from tests.support.terminals import terminal

FILES = {"memo.pdf": pdf(), "place.png": picture("PNG")}


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up station A's PC."""
    return Pc(tmp_path / "a", centre.centre)


@pytest.fixture
def verbs(pc: Pc) -> Iterator[Verbs]:
    """Open its house, signed in."""
    with pc.house() as opened:
        opened.session.sign_in(SI_A, PASSWORD)
        yield opened


def submitted(verbs: Verbs, folder: Path) -> ItemId:
    """Submit an alert with two files."""
    draft = verbs.drafts.save(
        replace(verbs.drafts.begin(), fir_text="1/26", category=Category.SEIZURE, description="words " * 5)
    )
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
        verbs.drafts.attach(draft.draft_id, folder / name)
    return verbs.drafts.submit(draft.draft_id).item_id


def test_each_file_stands_with_three_hashes_and_its_moment(verbs: Verbs, tmp_path: Path) -> None:
    """Before and after the centre's word alike; the trace comes first, and the PC is named."""
    began = verbs.clock.now()
    item_id = submitted(verbs, tmp_path)
    first = verbs.hashing.for_paper(item_id)
    last = verbs.audit.entries()[-1]
    assert (last.act, last.subject, last.login) == ("hashes-printed", item_id, SI_A)
    assert [one.name for one in first.files] == list(FILES)
    for one, data in zip(first.files, FILES.values(), strict=True):
        said = [hashlib.new(kind, data).hexdigest() for kind in ("sha256", "sha1", "md5")]
        assert [one.sha256, one.sha1, one.md5] == said
        assert one.attached_at is not None
        assert began <= one.attached_at <= first.item.queued_at <= first.read_at
        assert one.attached_at.tzinfo == UTC
    verbs.sync.sync_once()
    again: HashReport = verbs.hashing.for_paper(item_id)
    assert (again.files, again.machine_id) == (first.files, first.machine_id)
    assert again.item.record_number


@pytest.mark.parametrize("kept", ["sha1", "md5", "sha256"])
def test_what_does_not_agree_any_more_is_not_reported(verbs: Verbs, tmp_path: Path, kept: str) -> None:
    """A hash that was changed on this PC: no report, and no trace of one."""
    item_id = submitted(verbs, tmp_path)
    desk = verbs.session.stores().desk
    (one, _) = verbs.hashing.for_paper(item_id).files
    with desk.drafts._database.write() as connection:  # no verb changes what was attached
        body = connection.exec_driver_sql("SELECT body FROM drafts WHERE submitted = 1").scalar_one()
        wrong = bytes(body).replace(getattr(one, kept).encode(), b"0" * len(getattr(one, kept)))
        assert wrong != body
        connection.execute(drafts.update().where(drafts.c.submitted == 1).values(body=wrong))
    before = len(verbs.audit.entries())
    with pytest.raises(StoreDamagedError):
        verbs.hashing.for_paper(item_id)
    assert len(verbs.audit.entries()) == before


def test_a_flipped_byte_is_not_reported(verbs: Verbs, tmp_path: Path, pc: Pc) -> None:
    """The sealed file is damaged: told as that."""
    item_id = submitted(verbs, tmp_path)
    for path in (pc.folder / "blobs").iterdir():
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
    with pytest.raises(StoreDamagedError):
        verbs.hashing.for_paper(item_id)


def test_the_command_line_gives_it_too(pc: Pc, tmp_path: Path) -> None:
    """Line by line, and as a table."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        item_id = submitted(verbs, tmp_path)
    at = terminal(pc)
    assert at.run("receipt", "hashes", item_id) == 0
    for data in FILES.values():
        for kind, word in (("sha256", "SHA-256 "), ("sha1", "SHA-1   "), ("md5", "MD5     ")):
            assert f"  {word}{hashlib.new(kind, data).hexdigest()}\n" in at.out
    assert at.out.count(" IST") == 3
    report = at.table("receipt", "hashes", item_id)["report"]
    assert [one["name"] for one in report["files"]] == list(FILES)
