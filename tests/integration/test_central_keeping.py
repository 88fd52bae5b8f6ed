"""Copies of a centre that another machine can go on from, and what its keeper is told about it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from central.commands.run import main
from central.configuration import configured
from central.errors import SetupError
from central.keeping.backup import MANIFEST, backup, restore
from central.keeping.check import faults
from central.settings import Settings
from central.store.messages import Letter
from central.tls import make_development_certificates
from sync.protocol.messages import ItemAnswer
from tests.support.centre import CHEAP, SI_A, STATION_A, SmallCentre, an_item, claim_of, small_centre
from tests.support.postgres import Cluster

PHOTO = b"%PDF-1.7 a page"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre on each kind of database."""
    with small_centre(tmp_path / "centre", database_url=database_url, signs=True) as made:
        make_development_certificates(made.house.settings.tls)
        yield made


@pytest.fixture
def empty(small: SmallCentre, tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    """Give the settings of a centre that is not there yet, on the same kind of database."""
    if small.house.settings.url.startswith("sqlite"):
        return Settings(folder=tmp_path / "second", password_cost=CHEAP)
    cluster: Cluster = request.getfixturevalue("cluster")
    return Settings(folder=tmp_path / "second", password_cost=CHEAP, database_url=cluster.bare())


def one_alert(small: SmallCentre) -> ItemAnswer:
    """Take an alert with a file, whole."""
    grant = small.sign_in()
    small.push_one(grant, item := an_item(files=(claim_of(PHOTO),)))
    small.put_blob(grant, PHOTO)
    return small.push_one(grant, item)


def test_a_copy_goes_on_where_it_was_made(small: SmallCentre, empty: Settings, tmp_path: Path) -> None:
    """Another machine answers with the same sequence, the same receipts and the same bytes."""
    answer = one_alert(small)
    with small.house.store.read() as unit:
        head = unit.records.head()
    folder, manifest = backup(small.house, tmp_path / "copies")
    reached, _ = restore(empty, folder)
    assert (reached, manifest.head, manifest.files) == (head, head, 1)
    with small_centre(empty.folder, database_url=empty.database_url) as second:
        assert answer.receipt is not None
        with second.house.store.read() as unit:
            kept = unit.items.one(answer.item_id)
        assert kept is not None
        assert kept.record_number == answer.receipt.record_number
        assert b"".join(second.house.blobs.get(answer.receipt.files[0].sha256)) == PHOTO


def test_messages_that_waited_in_a_copy_are_in_doubt(small: SmallCentre, empty: Settings, tmp_path: Path) -> None:
    """They may have gone out since the copy was made: nothing is sent a second time by itself."""
    now = small.house.clock.now()
    letter = Letter("m-1", "hash", "machine-a", STATION_A, SI_A, "email", "subject", "content", "", now)
    with small.house.store.write() as unit:
        unit.messages.add(letter, ("sho@up.gov.in",), ())
    folder, _ = backup(small.house, tmp_path / "copies")
    restore(empty, folder)
    with small_centre(empty.folder, database_url=empty.database_url) as second, second.house.store.read() as unit:
        assert [(one.state, one.reason) for one in unit.messages.standings("m-1")] == [("not-known", "broken-off")]
        assert not unit.queue.is_due("email", now)


def test_a_second_copy_brings_only_what_is_new(small: SmallCentre, tmp_path: Path) -> None:
    """The files of the first are left as they are."""
    one_alert(small)
    backup(small.house, tmp_path / "copies")
    (kept,) = [one for one in (tmp_path / "copies" / "blobs").glob("*/*") if one.is_file()]
    before = kept.stat().st_mtime_ns
    shutil.rmtree(next(one for one in (tmp_path / "copies").iterdir() if (one / MANIFEST).exists()))
    backup(small.house, tmp_path / "copies")
    assert kept.stat().st_mtime_ns == before


def test_nothing_is_restored_over_a_centre(small: SmallCentre, tmp_path: Path) -> None:
    """Whoever means the wrong folder loses nothing."""
    one_alert(small)
    folder, _ = backup(small.house, tmp_path / "copies")
    with pytest.raises(SetupError, match="already"):
        restore(small.house.settings, folder)


@pytest.mark.parametrize("harm", ["manifest", "database", "file"])
def test_a_copy_that_is_not_whole_is_refused(small: SmallCentre, empty: Settings, tmp_path: Path, harm: str) -> None:
    """By what is wrong with it, before anything is written."""
    one_alert(small)
    folder, manifest = backup(small.house, tmp_path / "copies")
    if harm == "manifest":
        (folder / MANIFEST).unlink()
    elif harm == "database":
        with (folder / manifest.database).open("ab") as end:
            end.write(b"x")
    else:
        next(one for one in (tmp_path / "copies" / "blobs").glob("*/*") if one.is_file()).unlink()
    with pytest.raises(SetupError):
        restore(empty, folder)


def test_a_sound_centre_has_no_faults(small: SmallCentre) -> None:
    """Nothing is said of it."""
    one_alert(small)
    assert list(faults(small.house, every_byte=True)) == []


def test_damaged_and_lost_files_are_named(small: SmallCentre) -> None:
    """By their hash; the quick look sees sizes, the long one every byte."""
    answer = one_alert(small)
    assert answer.receipt is not None
    name = answer.receipt.files[0].sha256
    path = small.house.settings.blobs / name[:2] / name
    path.write_bytes(PHOTO[::-1])
    assert list(faults(small.house)) == []
    assert list(faults(small.house, every_byte=True)) == [f"the file {name} holds other bytes"]
    path.write_bytes(PHOTO + b"!")
    assert "instead of" in next(faults(small.house))
    path.unlink()
    assert list(faults(small.house)) == [f"the file {name} is not in the folder"]


def test_the_commands_say_what_they_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """init, migrate, check, backup, restore: each a line for a person, and codes for a script."""
    folder, copies = str(tmp_path / "c"), tmp_path / "copies"
    assert main(["init", "--folder", folder]) == 0
    assert main(["migrate", "--folder", folder]) == 0
    assert main(["check", "--folder", folder, "--files"]) == 0
    assert main(["backup", "--folder", folder, str(copies)]) == 0
    (copy,) = [one for one in copies.iterdir() if (one / MANIFEST).exists()]
    assert main(["restore", "--folder", str(tmp_path / "d"), str(copy)]) == 0
    assert main(["check", "--folder", str(tmp_path / "d")]) == 1
    said = capsys.readouterr()
    assert "sound" in said.out
    assert "restored: sequence 0, 0 files" in said.out
    assert "there is no certificate" in said.out
    assert "receipts are not signed" in said.out
    assert "2 faults" in said.err


def test_settings_come_from_the_file_and_then_the_environment(tmp_path: Path) -> None:
    """So that a secret need not be written down, and a machine may differ; an editor of Windows puts a mark first."""
    (tmp_path / "centre.toml").write_text('\ufeffname = "State centre"\naccess_seconds = 600\n', "utf-8")
    made = configured(tmp_path, {"STATION_CENTRAL_ACCESS_SECONDS": "60", "HOME": "/"})
    assert (made.name, made.access_seconds) == ("State centre", 60)
    assert configured(tmp_path, {}, database_url="sqlite://").database_url == "sqlite://"
    limits = {"STATION_CENTRAL_ITEMS_AN_HOUR": "0", "STATION_CENTRAL_ITEMS_AN_HOUR_OF_OFFICE": "200"}
    bearing = configured(tmp_path, limits)
    assert (bearing.items_an_hour, bearing.items_an_hour_of_office) == (0, 200)


@pytest.mark.parametrize(
    ("text", "environment", "named"),
    [
        ("colour = 1", {}, "colour"),
        ('access_seconds = "long"', {}, "access_seconds is written as a whole number"),
        ("access_seconds = true", {}, "access_seconds"),
        ("name = 'x", {}, "centre.toml"),
        ("", {"STATION_CENTRAL_COLOUR": "red"}, "STATION_CENTRAL_COLOUR"),
        ("", {"STATION_CENTRAL_ACCESS_SECONDS": "soon"}, "STATION_CENTRAL_ACCESS_SECONDS is written as a whole number"),
        ("folder = '/'", {}, "folder"),
        ("items_an_hour = 199", {}, "items_an_hour is 0, or 200 at least"),
        ("items_an_hour_of_office = -1", {}, "items_an_hour_of_office is 0, or 200 at least"),
        ("", {"STATION_CENTRAL_ITEMS_AN_HOUR": "60"}, "items_an_hour is 0, or 200 at least"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, environment: dict[str, str], named: str) -> None:
    """And the centre does not start with a guess in its place."""
    (tmp_path / "centre.toml").write_text(text)
    with pytest.raises(SetupError, match=named):
        configured(tmp_path, environment)
