"""A flipped byte anywhere in the small files and the sealed ones: told as damage or harmless, and left as it is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.soak.pc import OFFICER, PASSWORD, SECRET, make_pc, start
from station_client.app import House
from station_client.domain.alert import Category
from station_client.domain.ids import Sha256
from station_client.errors import StationError
from station_client.security.keyslots import Vault
from station_client.store.blobs import BlobFolder
from tests.support.sample_files import picture
from tests.support.told import told

WORDS = "A girl of eight, missing from the fair at Rampur."
SEED = 814


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder with a draft and its file, and a count of wrong passwords."""
    folder = tmp_path_factory.mktemp("small") / "pc"
    make_pc(folder)
    house = start(folder)
    begun = replace(house.verbs.drafts.begin(), category=Category.SEIZURE, description=WORDS)
    house.verbs.drafts.save(begun)
    house.verbs.drafts.attach_bytes(begun.draft_id, "photo.png", picture("PNG", size=(300, 300)))
    house.verbs.session.lock()
    with told("wrong-password"):
        house.verbs.session.unlock("wrong")
    house.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Give a copy to spoil."""
    return Path(shutil.copytree(made, tmp_path / "pc"))


def flipped(data: bytes, times: int) -> Iterator[bytes]:
    """Flip one bit at each of so many places, the ends among them."""
    chance = random.Random(SEED)
    for at in [0, len(data) - 1, *(chance.randrange(len(data)) for _ in range(times))]:
        spoiled = bytearray(data)
        spoiled[at] ^= 1 << chance.randrange(8)
        yield bytes(spoiled)


def words_here(house: House) -> str:
    """Read the draft's words, and let go of the folder."""
    try:
        return house.verbs.drafts.mine()[0].description
    finally:
        house.close()


def opened(folder: Path) -> str:
    """Open the vault as the officer; give the code of what was told, none where it opened."""
    try:
        Vault(folder).open(login=OFFICER.login, password=PASSWORD, secret=SECRET)
    except StationError as wrong:
        return wrong.code
    return ""


def test_a_flipped_bit_of_the_vault_is_never_a_wrong_password(folder: Path) -> None:
    """Wherever it is: damage (or a newer format), never a password to try again, never another key, never a crash."""
    path = folder / "vault.json"
    whole = path.read_bytes()
    for spoiled in flipped(whole, 300):
        path.write_bytes(spoiled)
        assert opened(folder) in {"store-damaged", "newer-data"}
        assert path.read_bytes() == spoiled


def test_a_damaged_vault_is_told_at_sign_in_and_opens_again_when_put_back(folder: Path) -> None:
    """Where its copy is damaged, too; nothing is made anew over either (a sound copy: ``test_damaged_vault``)."""
    path = folder / "vault.json"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    (folder / "vault.copy.json").write_bytes(b"{")
    with told("store-damaged"):
        start(folder)
    assert path.read_bytes() == whole[: len(whole) // 2]
    path.write_bytes(whole)
    assert words_here(start(folder)) == WORDS


@pytest.mark.parametrize("damage", [b"", b"\0" * 400, b"\xff\xfe{", b"[]", b'{"salt": 3, "tries": {"a": {}}}'])
def test_a_damaged_count_of_wrong_passwords_keeps_nobody_out(folder: Path, damage: bytes) -> None:
    """The right password opens; wrong ones are counted from the start, five and no more."""
    (folder / "lockout.json").write_bytes(damage)
    house = start(folder)
    house.verbs.session.lock()
    for answer in (*["wrong-password"] * 4, "locked-out"):
        with told(answer):
            house.verbs.session.unlock("wrong")
    with told("locked-out"):
        house.verbs.session.unlock(PASSWORD)
    house.close()


def test_a_damaged_number_of_the_format_is_told(folder: Path) -> None:
    """Before anything is opened; put back, all is there."""
    path = folder / "format.json"
    whole = path.read_bytes()
    for damage in (b"", b"{", b'{"format": "one"}', b"\xff\xff"):
        path.write_bytes(damage)
        with told("store-damaged"):
            start(folder)
        assert path.read_bytes() == damage
    path.write_bytes(whole)
    assert words_here(start(folder)) == WORDS


def test_a_flipped_bit_of_a_sealed_file_never_gives_a_wrong_byte(folder: Path) -> None:
    """Each place, header and tail among them, and each cut: damage is told, and the file is left as it is."""
    keys = Vault(folder).open(login=OFFICER.login, password=PASSWORD, secret=SECRET)
    house = start(folder)
    sha256 = Sha256(house.verbs.drafts.mine()[0].files[0].sha256)
    house.close()
    (path,) = (folder / "blobs").iterdir()
    whole = path.read_bytes()
    blobs = BlobFolder(folder / "blobs", keys.key("attachments"))
    for spoiled in (*flipped(whole, 200), *(whole[:at] for at in (0, 1, 31, 32, 67, 68, 90, len(whole) - 1))):
        path.write_bytes(spoiled)
        with told("store-damaged"), blobs.open(sha256) as file:
            file.read()
        assert path.read_bytes() == spoiled
    path.write_bytes(whole)
    with blobs.open(sha256) as file:
        assert file.read() == picture("PNG", size=(300, 300))
