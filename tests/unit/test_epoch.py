"""A new epoch: the officer who went is out, those who stay sign in as before, and older copies open nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import MachineSecretMissingError, StoreDamagedError, WrongPasswordError
from station_client.security import cipher, epoch
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys

QUICK = cipher.Cost(memory=64, passes=1, lanes=1)
SECRET = bytes(range(32))
FRESH = bytes(range(32, 64))
NEXT = bytes(range(64, 96))
LAST = bytes(range(96, 128))
VERMA = SlotOfficer(Login("a.verma"), "Anita Verma", "SI")
KHAN = SlotOfficer(Login("r.khan"), "Rashid Khan", "ASI")
PASSWORDS = {VERMA: "Ganga-7#", KHAN: "Yamuna-8#"}


def made(folder: Path, secret: bytes | None = SECRET) -> tuple[Vault, VaultKeys]:
    """Make a vault with two officers."""
    vault = Vault(folder)
    keys = vault.create(officer=VERMA, password=PASSWORDS[VERMA], secret=secret, cost=QUICK)
    vault.add_slot(keys, officer=KHAN, password=PASSWORDS[KHAN], secret=secret, cost=QUICK)
    return vault, keys


def opened(vault: Vault, officer: SlotOfficer, secret: bytes | None) -> VaultKeys:
    """Open the vault as an officer."""
    return vault.open(login=officer.login, password=PASSWORDS[officer], secret=secret)


def test_who_stays_signs_in_as_before(tmp_path: Path) -> None:
    """Nobody's password is needed for it, and the one who went is neither listed nor let in."""
    vault, keys = made(tmp_path)
    vault.remove_slot(keys, Login("R.Khan"), secret=SECRET, fresh=FRESH)
    held = epoch.after(SECRET, FRESH)
    vault.prove_machine(held)
    assert opened(vault, VERMA, held) == keys
    assert vault.officers(held) == (VERMA,)
    with pytest.raises(WrongPasswordError):
        opened(vault, KHAN, held)
    assert vault._content().epoch == 2


def test_an_older_copy_of_the_file_opens_nothing_of_an_epoch_that_is_over(tmp_path: Path) -> None:
    """The key of an epoch that is over is gone from the keychain, and with it the way into its file."""
    vault, keys = made(tmp_path)
    vault.remove_slot(keys, Login("nobody"), secret=SECRET, fresh=FRESH)
    held = epoch.after(SECRET, FRESH)
    old = (tmp_path / "vault.json").read_bytes()
    vault.remove_slot(keys, KHAN.login, secret=held, fresh=NEXT)
    held = epoch.after(held, NEXT)
    (tmp_path / "vault.json").write_bytes(old)
    with pytest.raises(MachineSecretMissingError):
        vault.prove_machine(held)
    with pytest.raises(MachineSecretMissingError):
        opened(vault, KHAN, held)


def test_a_copy_from_before_the_first_removal_opens_nothing(tmp_path: Path) -> None:
    """It lies under no seal, so that it is refused because the keychain knows of one."""
    vault, keys = made(tmp_path)
    old = (tmp_path / "vault.json").read_bytes()
    during = epoch.during(SECRET, FRESH)
    assert opened(vault, KHAN, during) == keys
    vault.remove_slot(keys, KHAN.login, secret=SECRET, fresh=FRESH)
    assert opened(vault, VERMA, during) == keys
    (tmp_path / "vault.json").write_bytes(old)
    with pytest.raises(MachineSecretMissingError):
        opened(vault, KHAN, epoch.after(SECRET, FRESH))


def test_a_removal_that_is_cut_off_locks_nobody_out(tmp_path: Path) -> None:
    """Between the two writings the keychain holds both keys: it opens the file of before and the file of after."""
    vault, keys = made(tmp_path)
    vault.remove_slot(keys, Login("nobody"), secret=SECRET, fresh=FRESH)
    held = epoch.after(SECRET, FRESH)
    both = epoch.during(held, NEXT)
    assert opened(vault, KHAN, both) == keys
    vault.remove_slot(keys, Login("nobody"), secret=held, fresh=NEXT)
    assert opened(vault, KHAN, both) == keys
    again = epoch.during(both, LAST)
    vault.remove_slot(keys, Login("nobody"), secret=both, fresh=LAST)
    assert opened(vault, VERMA, again) == keys


def test_a_new_officer_and_a_new_password_fit_the_epoch(tmp_path: Path) -> None:
    """Whoever comes later lies under the same seal."""
    vault, keys = made(tmp_path)
    vault.remove_slot(keys, KHAN.login, secret=SECRET, fresh=FRESH)
    held = epoch.after(SECRET, FRESH)
    vault.add_slot(keys, officer=KHAN, password=PASSWORDS[KHAN], secret=held, cost=QUICK)
    assert opened(vault, KHAN, held) == keys
    with pytest.raises(MachineSecretMissingError):
        opened(vault, KHAN, SECRET)


def test_a_slot_of_another_epoch_does_not_pass(tmp_path: Path) -> None:
    """A slot taken from an older file into the newer one is noticed."""
    vault, keys = made(tmp_path)
    bare = vault._content()
    vault.remove_slot(keys, KHAN.login, secret=SECRET, fresh=FRESH)
    with pytest.raises(StoreDamagedError):
        epoch.uncovered(vault._content(), bare.slots[0], epoch.after(SECRET, FRESH))


def test_with_passwords_alone_the_slot_goes(tmp_path: Path) -> None:
    """There is no keychain to hold a key of the epoch; the others stay."""
    vault, keys = made(tmp_path, None)
    vault.remove_slot(keys, KHAN.login, secret=None, fresh=None)
    assert opened(vault, VERMA, None) == keys
    with pytest.raises(WrongPasswordError):
        opened(vault, KHAN, None)
