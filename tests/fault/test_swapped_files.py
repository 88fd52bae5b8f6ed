"""Files of another installation in the place of ours: told as damage or as another PC's, and nothing is overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.store.profile import Profile
from station_client.store.replica.changes import Changes
from station_client.store.stores import open_stores
from tests.support.casework import alert, draft
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.damage import keys
from tests.support.houses import MemoryKeychain, Pc
from tests.support.sample_files import pdf
from tests.support.told import told

WORDS = "A girl of eight, missing from the fair at Rampur."


@dataclass(frozen=True)
class Two:
    """Two installations of one centre, each with a draft and its file."""

    ours: Pc
    theirs: Pc


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path_factory.mktemp("swapped") / "centre") as made:
        yield made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, centre: SmallCentre) -> Two:
    """Set up the two, once."""
    folder, pcs = tmp_path_factory.mktemp("two"), []
    for pages, name in enumerate(("ours", "theirs"), start=1):
        pc = Pc(folder / name, centre.centre)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            begun = replace(verbs.drafts.begin(), category=Category.SEIZURE, description=f"{WORDS} {name}")
            verbs.drafts.save(begun)
            verbs.drafts.attach_bytes(begun.draft_id, "memo.pdf", pdf(pages=pages))
        pcs.append(pc)
    return Two(*pcs)


@pytest.fixture
def two(made: Two, tmp_path: Path) -> Two:
    """Give copies of the two, for one test to spoil; no line, as on most days."""
    copies = []
    for pc in (made.ours, made.theirs):
        shutil.copytree(pc.folder, tmp_path / pc.folder.name)
        assert pc.keychain is not None
        keychain = MemoryKeychain(dict(pc.keychain.held))
        copies.append(replace(pc, folder=tmp_path / pc.folder.name, keychain=keychain, cut=True))
    return Two(*copies)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file that holds somebody's work or opens it."""
    kept = [*folder.glob("*.db"), folder / "vault.json", *(folder / "blobs").iterdir()]
    return {str(one.relative_to(folder)): one.read_bytes() for one in kept}


def draft_here(pc: Pc) -> Draft:
    """Sign in and read the draft and its file."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        (here,) = verbs.drafts.mine()
        with verbs.files.open(here.files[0].sha256) as file:
            assert file.read(5) == b"%PDF-"
        return here


@pytest.mark.parametrize("store", ["desk", "replica"])
def test_a_database_of_another_installation_is_set_aside_and_told(two: Two, store: str) -> None:
    """It is kept as it came, our work is there all the same, and the officer is told what was done."""
    theirs = (two.theirs.folder / f"{store}.db").read_bytes()
    (two.ours.folder / f"{store}.db").write_bytes(theirs)
    with two.ours.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        (met,) = verbs.repairs.met()
        assert met.store == store
        assert (met.copied_at is None) == (store == "replica")
        assert (two.ours.folder / met.set_aside).read_bytes() == theirs
    assert draft_here(two.ours).description.endswith("ours")


@pytest.mark.parametrize("known", [False, True], ids=["another-pc", "same-pc"])
def test_a_vault_of_another_installation_opens_nothing_here(two: Two, *, known: bool) -> None:
    """Its secret is not in this PC's keychain; where it is, the store is not that vault's: told, and left alone."""
    kept = (two.ours.folder / "vault.json").read_bytes()
    shutil.copy(two.theirs.folder / "vault.json", two.ours.folder / "vault.json")
    assert two.ours.keychain is not None
    assert two.theirs.keychain is not None
    if known:
        two.ours.keychain.held.update(two.theirs.keychain.held)
    before, secrets = contents(two.ours.folder), dict(two.ours.keychain.held)
    with two.ours.house() as verbs, told("store-damaged" if known else "machine-secret-missing"):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert contents(two.ours.folder) == before
    assert two.ours.keychain.held == secrets
    (two.ours.folder / "vault.json").write_bytes(kept)
    assert draft_here(two.ours).description.endswith("ours")


def test_a_sealed_file_of_another_installation_is_not_taken_for_ours(two: Two) -> None:
    """Under our file's name it is damage, under its own name it is nothing; the draft's text stays readable."""
    (ours,), (theirs,) = ((pc.folder / "blobs").iterdir() for pc in (two.ours, two.theirs))
    kept = ours.read_bytes()
    shutil.copy(theirs, ours)
    with two.ours.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        (here,) = verbs.drafts.mine()
        with told("store-damaged"):
            verbs.files.open(here.files[0].sha256)
        assert ours.read_bytes() == theirs.read_bytes()
        ours.rename(ours.with_name(theirs.name))
        with told("not-in-copy"):
            verbs.files.open(here.files[0].sha256)
    ours.write_bytes(kept)
    assert draft_here(two.ours) == here


def with_log(folder: Path, byte: int, into: Path) -> Path:
    """Make an installation with thirty drafts, and a copy of it as a kill would leave it: with its log."""
    stores = open_stores(Profile(folder), keys(byte))
    for number in range(30):
        stores.desk.drafts.save(draft(number, description=f"of installation {byte}"))
    shutil.copytree(folder, into)
    stores.close()
    return into / "desk.db-wal"


def test_a_log_of_another_installation_never_overwrites_our_desk(tmp_path: Path) -> None:
    """The library would believe it and copy its pages over the drafts: it is set aside with what it lay beside."""
    with_log(tmp_path / "ours", 1, tmp_path / "ours, killed")
    theirs = with_log(tmp_path / "theirs", 2, tmp_path / "theirs, killed")
    profile = Profile(tmp_path / "ours")
    before = profile.desk.read_bytes()
    shutil.copy(theirs, tmp_path / "ours" / "desk.db-wal")
    stores = open_stores(profile, keys(1))
    assert len(stores.desk.drafts.all()) == 30
    (met,) = stores.mended
    stores.close()
    assert (tmp_path / "ours" / met.set_aside).read_bytes() == before
    assert (tmp_path / "ours" / f"{met.set_aside}-wal").read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize("left", [0, 31, 32, 40, 2000, 4152, 5000, 60_000, -1])
def test_a_cut_log_gives_up_what_came_last_and_no_more(tmp_path: Path, left: int) -> None:
    """A disk that lost the log's end: the desk opens, what was in the file is there, the trail is whole."""
    profile = Profile(tmp_path / "pc")
    stores = open_stores(profile, keys(1))
    stores.desk.drafts.save(draft(99, description="in the file"))
    stores.close()
    log = with_log(tmp_path / "pc", 1, tmp_path / "killed")
    whole = log.read_bytes()
    log.write_bytes(whole[:left])
    stores = open_stores(Profile(tmp_path / "killed"), keys(1))
    found = stores.desk.drafts.all()
    assert any(one.description == "in the file" for one in found)
    assert len(found) <= 31
    assert left > 0 or len(found) in {1, 30, 31}
    stores.desk.audit.verify()
    assert stores.desk.drafts.save(draft(77)).version == 1
    stores.close()


@pytest.mark.parametrize("left", [0, 31, 40, 4152, 30_000, -1])
def test_a_cut_log_of_the_copy_goes_back_to_a_whole_page_of_news(tmp_path: Path, left: int) -> None:
    """Cursor, alerts and index agree, so that the next sync fetches what is missing and nothing is there twice."""
    stores = open_stores(Profile(tmp_path / "pc"), keys(1))
    for page in range(1, 9):
        news = tuple(alert(number) for number in range(page * 10 - 10, page * 10))
        stores.replica.feed.apply(Changes(cursor=page * 10, alerts=news))
    shutil.copytree(tmp_path / "pc", tmp_path / "killed")
    stores.close()
    log = tmp_path / "killed" / "replica.db-wal"
    log.write_bytes(log.read_bytes()[:left])
    stores = open_stores(Profile(tmp_path / "killed"), keys(1))
    here = stores.replica.feed.cursor()
    assert here % 10 == 0
    assert len(stores.replica.alerts.page(limit=100)) == here
    assert stores.replica.search.find(words="robbery").count == here
    assert stores.mended == ()
    stores.close()


def test_flipped_bytes_anywhere_in_the_log_spoil_no_file(tmp_path: Path) -> None:
    """Head, first page, any later page: the desk opens as it was at some moment, or the damage is told."""
    log = with_log(tmp_path / "pc", 1, tmp_path / "killed")
    whole = log.read_bytes()
    for at in (0, 5, 9, 17, 25, 33, 41, 49, 60, 2000, 4120, 4200, len(whole) // 2, len(whole) - 5):
        shutil.rmtree(tmp_path / "tried", ignore_errors=True)
        shutil.copytree(tmp_path / "killed", tmp_path / "tried")
        spoiled = bytearray(whole)
        spoiled[at] ^= 0xFF
        (tmp_path / "tried" / "desk.db-wal").write_bytes(spoiled)
        stores = open_stores(Profile(tmp_path / "tried"), keys(1))
        assert len(stores.desk.drafts.all()) <= 30
        stores.desk.audit.verify()
        assert stores.desk.drafts.save(draft(77)).version == 1
        stores.close()
