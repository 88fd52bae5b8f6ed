"""The vault's file is damaged or lost: its second copy opens this PC, and one at the further place another PC."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from station_client import config
from station_client.config import Settings
from station_client.errors import DiskFullError
from station_client.security import cipher, recovery, slot_copy
from station_client.services.deeds import Deed
from station_client.services.diagnosis import Outcome, Step
from tests.support.centre import PASSWORD, SHO_A, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain, Pc
from tests.support.terminals import terminal
from tests.support.told import told

NEW = "a new good battery"
QUICK = cipher.Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def used(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up a PC with two officers and a draft; the line is cut."""
    pc = Pc(tmp_path / "pc", centre.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.add_officer(SI_A, PASSWORD)
        verbs.drafts.save(replace(verbs.drafts.begin(), description="a lorry"))
    pc.cut = True
    return pc


@pytest.mark.parametrize("damage", [b"", b"\0" * 400, b"{", None], ids=["empty", "noughts", "half", "gone"])
def test_the_copy_opens_what_the_file_opened(used: Pc, damage: bytes | None) -> None:
    """Before anyone is asked for a password; that it was damaged or gone is told once, and stands in the trail."""
    path = used.folder / "vault.json"
    whole = path.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with used.house() as verbs:
        assert {one.login for one in verbs.session.known_officers()} == {SHO_A, SI_A}
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert [one.description for one in verbs.drafts.mine()] == ["a lorry"]
        assert path.read_bytes() == whole
        (met,) = verbs.repairs.met()
        assert (met.store, met.missing) == ("vault", damage is None)
        assert (used.folder / met.set_aside).read_bytes() == (damage or b"")
        assert (Deed.VAULT_RESTORED, met.set_aside) in [(one.act, one.subject) for one in verbs.audit.entries()]
    with used.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        assert verbs.repairs.met() == ()
        assert [one.act for one in verbs.audit.entries()].count(Deed.VAULT_RESTORED) == 1
        (disk,) = [one for one in verbs.diagnosis.diagnose().checks if one.step is Step.DISK]
        assert (disk.outcome, disk.code, disk.detail) == (Outcome.GOOD, "files-set-aside", met.set_aside)


def test_a_file_that_vanishes_again_is_told_again(used: Pc) -> None:
    """Damaged, then gone: each is a finding of its own."""
    path = used.folder / "vault.json"
    for number, damaged in enumerate((True, False, False), 1):
        path.unlink()
        if damaged:
            path.write_bytes(b"")
        with used.house() as verbs:
            verbs.session.sign_in(SHO_A, PASSWORD)
            (met,) = verbs.repairs.met()
            assert met.missing != damaged
            assert [one.act for one in verbs.audit.entries()].count(Deed.VAULT_RESTORED) == number


def test_the_copy_lets_in_nobody_whom_the_file_does_not(used: Pc) -> None:
    """An officer who was removed, and a password that was changed, open it no more."""
    with used.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.officers.remove(SI_A)
        verbs.officers.change_password(PASSWORD, NEW)
    (used.folder / "vault.json").write_bytes(b"")
    with used.house() as verbs:
        assert [one.login for one in verbs.session.known_officers()] == [SHO_A]
        with told("wrong-password"):
            verbs.session.sign_in(SHO_A, PASSWORD)
        verbs.session.sign_in(SHO_A, NEW)


def test_a_copy_that_cannot_follow_is_not_left_behind(used: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs the copy until the next sign-in, and nobody their change."""
    path = used.folder / "vault.json"

    def full(*_: object) -> None:
        raise DiskFullError("no space")

    with used.house() as verbs:
        verbs.session.sign_in(SHO_A, PASSWORD)
        monkeypatch.setattr(slot_copy, "replace_file", full)
        verbs.officers.change_password(PASSWORD, NEW)
        assert not slot_copy.beside(path).exists()
        monkeypatch.undo()
        verbs.session.sign_in(SHO_A, NEW)
    assert slot_copy.beside(path).read_bytes() == path.read_bytes()


def test_a_vault_of_a_newer_program_is_never_set_aside(used: Pc) -> None:
    """It is refused by name, and stays as it is."""
    path = used.folder / "vault.json"
    newer = path.read_bytes().replace(b'"format": 3', b'"format": 99')
    path.write_bytes(newer)
    with told("newer-data"), used.house() as verbs:
        verbs.session.known_officers()
    assert path.read_bytes() == newer


def test_a_pc_that_burnt_comes_back_on_another(tmp_path: Path, centre: SmallCentre) -> None:
    """From the further place alone: the vault's file lies there too, and the State's key opens it."""
    place, key = tmp_path / "disk", tmp_path / "state.key"
    place.mkdir()
    recovery.new_key(key, PASSWORD, cost=QUICK)
    public = key.with_name("state.key.pub")
    pc = Pc(tmp_path / "pc", centre.centre)
    made = pc.build(replace(Settings(profile=pc.folder), recovery_key=public, second_copy_folder=place))
    made.verbs.session.sign_in(SI_A, PASSWORD)
    made.verbs.drafts.save(replace(made.verbs.drafts.begin(), description="a lorry"))
    made.close()
    shutil.rmtree(pc.folder)
    (far,) = place.iterdir()
    other = Pc(tmp_path / "other", centre.centre, keychain=MemoryKeychain(), cut=True)
    config.write(other.folder, centre_url="https://c.example", recovery_key=public)
    with (other.folder / "station.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\nsecond_copy_folder = "{place}"\n')
    shutil.copy(far / "vault.json", other.folder)
    at = terminal(other)
    ends = [piped(PASSWORD), piped(NEW)]
    words = ("--key-password-fd", str(ends[0]), "--password-fd", str(ends[1]))
    assert at.run("recovery", "open", "--key", str(key), "--officer", SI_A, *words) == 0, at.err
    for one in ends:
        os.close(one)
    with other.house() as verbs:
        verbs.session.sign_in(SI_A, NEW)
        assert [one.description for one in verbs.drafts.mine()] == ["a lorry"]


def piped(text: str) -> int:
    """Give a descriptor from which a line can be read."""
    reader, writer = os.pipe()
    os.write(writer, text.encode() + b"\n")
    os.close(writer)
    return reader
