"""The data folder on another PC, and a keychain that lost its entry: told, nothing made anew or written."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Category
from station_client.errors import AttachmentRefusedError
from station_client.services.verbs import Verbs
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import MemoryKeychain, Pc
from tests.support.sample_files import picture
from tests.support.told import told

WORDS = "A girl of eight, missing from the fair at Rampur."


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path_factory.mktemp("another-pc") / "centre") as made:
        yield made


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC with a draft on it."""
    made = Pc(tmp_path / "pc", centre.centre)
    with made.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        begun = verbs.drafts.begin()
        verbs.drafts.save(replace(begun, fir_text="12/2026", category=Category.SEIZURE, description=WORDS))
    return made


def held(folder: Path) -> dict[str, bytes]:
    """Read all that lies in the data folder and opens it or is somebody's work."""
    kept = [folder / "vault.json", folder / "replica.db", folder / "desk.db", *(folder / "copies").iterdir()]
    return {one.name: one.read_bytes() for one in kept}


def words_of(verbs: Verbs) -> list[str]:
    """Sign in and read the drafts."""
    verbs.session.sign_in(SI_A, PASSWORD)
    return [one.description for one in verbs.drafts.mine()]


@pytest.mark.parametrize("strange", [{}, {"another": b"x" * 32}], ids=["fresh-keychain", "used-keychain"])
@pytest.mark.parametrize("cut", [False, True], ids=["line", "no-line"])
def test_on_another_pc_the_folder_opens_to_nobody(
    pc: Pc, tmp_path: Path, centre: SmallCentre, strange: dict[str, bytes], *, cut: bool
) -> None:
    """Disk and password in hand, the officer reads that this PC's keychain has not the secret; nothing is written."""
    shutil.copytree(pc.folder, tmp_path / "thief")
    thief = Pc(tmp_path / "thief", centre.centre, keychain=MemoryKeychain(dict(strange)), cut=cut)
    before = held(thief.folder)
    for _ in range(2):
        with thief.house() as verbs, told("machine-secret-missing"):
            verbs.session.sign_in(SI_A, PASSWORD)
    assert held(thief.folder) == before
    assert thief.keychain is not None
    assert thief.keychain.held == strange


def test_a_lost_keychain_entry_is_told_and_its_return_opens_all(pc: Pc) -> None:
    """Told by name, never made anew, no wrong password counted; the entry put back, the draft is there."""
    assert pc.keychain is not None
    before, entries = held(pc.folder), dict(pc.keychain.held)
    pc.keychain.held.clear()
    for _ in range(7):
        with pc.house() as verbs, told("machine-secret-missing"):
            verbs.session.sign_in(SI_A, PASSWORD)
    assert (pc.keychain.held, held(pc.folder)) == ({}, before)
    pc.keychain.held.update(entries)
    with pc.house() as verbs:
        assert words_of(verbs) == [WORDS]


def test_a_keychain_entry_that_was_changed_is_never_a_wrong_password(pc: Pc) -> None:
    """Each byte of it flipped, a part of it, nothing of it: the secret is missing, says the sign-in."""
    assert pc.keychain is not None
    ((entry, secret),) = pc.keychain.held.items()
    for spoiled in (bytes([secret[0] ^ 1]) + secret[1:], secret[:-1] + bytes([secret[-1] ^ 128]), secret[:16], b""):
        pc.keychain.held[entry] = spoiled
        with pc.house() as verbs, told("machine-secret-missing"):
            verbs.session.sign_in(SI_A, PASSWORD)
        assert pc.keychain.held[entry] == spoiled
    pc.keychain.held[entry] = secret
    with pc.house() as verbs:
        assert words_of(verbs) == [WORDS]


def test_a_keychain_that_loses_its_entry_meanwhile_disturbs_no_work(pc: Pc) -> None:
    """Who is signed in goes on writing; the next sign-in tells it, and the work is on the disk."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert pc.keychain is not None
        entries = dict(pc.keychain.held)
        pc.keychain.held.clear()
        (draft,) = verbs.drafts.mine()
        verbs.drafts.save(replace(draft, description=WORDS + " Yellow frock."))
    with pc.house() as verbs, told("machine-secret-missing"):
        verbs.session.sign_in(SI_A, PASSWORD)
    pc.keychain.held.update(entries)
    with pc.house() as verbs:
        assert words_of(verbs) == [WORDS + " Yellow frock."]


def test_a_file_that_another_program_keeps_writing_is_never_attached_half(pc: Pc, tmp_path: Path) -> None:
    """A scanner rewrites the picture all the while: it is attached as it was at one moment, or refused by reason."""
    pictures = [picture("PNG", size=(side, side)) for side in (120, 160, 200)]
    path, over = tmp_path / "scan.png", threading.Event()
    path.write_bytes(pictures[0])

    def scan() -> None:
        turn = 0
        while not over.is_set():
            turn += 1
            path.write_bytes(pictures[turn % 3])

    scanner = threading.Thread(target=scan)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        (draft,) = verbs.drafts.mine()
        scanner.start()
        taken = []
        try:
            for _ in range(60):
                with contextlib.suppress(AttachmentRefusedError):
                    kept = verbs.drafts.attach(draft.draft_id, path)
                    with verbs.files.open(kept.files[-1].sha256) as file:
                        taken.append(file.read())
                    verbs.drafts.detach(draft.draft_id, kept.files[-1].sha256)
        finally:
            over.set()
            scanner.join()
        assert all(one in pictures for one in taken)
        path.write_bytes(pictures[1])
        kept = verbs.drafts.attach(draft.draft_id, path)
        with verbs.files.open(kept.files[-1].sha256) as file:
            assert file.read() == pictures[1]
