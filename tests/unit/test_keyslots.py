"""The vault: who opens it, who does not, and what its file gives away."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import (
    KeychainError,
    KeychainMissingError,
    MachineSecretMissingError,
    NewerDataError,
    NotSignedInError,
    StoreDamagedError,
    WrongPasswordError,
)
from station_client.security import cipher
from station_client.security.keychain import machine_secret
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys
from tests.support.casework import private

QUICK = cipher.Cost(memory=64, passes=1, lanes=1)
SECRET = bytes(range(32))
VERMA = SlotOfficer(Login("a.verma"), "Anita Verma", "SI")
KHAN = SlotOfficer(Login("r.khan"), "Rashid Khan", "ASI")


class DrawerKeychain:
    """A keychain in memory; ``forgetful`` keeps nothing."""

    def __init__(self, *, forgetful: bool = False) -> None:
        self.held: dict[str, bytes] = {}
        self._forgetful = forgetful

    def read(self, entry: str) -> bytes | None:
        """Give what is held."""
        return self.held.get(entry)

    def write(self, entry: str, secret: bytes) -> None:
        """Hold a secret."""
        if not self._forgetful:
            self.held[entry] = secret


def made(folder: Path, secret: bytes | None = SECRET) -> tuple[Vault, VaultKeys]:
    """Make a vault with one officer."""
    vault = Vault(folder)
    return vault, vault.create(officer=VERMA, password="Ganga-7#", secret=secret, cost=QUICK)


def test_the_officer_opens_it_again(tmp_path: Path) -> None:
    """The same password and machine give the same keys after a restart, for the same machine."""
    vault, keys = made(tmp_path)
    again = Vault(tmp_path)
    opened = again.open(login=Login(" A.Verma "), password="Ganga-7#", secret=SECRET)
    assert opened == keys
    assert again.machine_id() == keys.machine_id == vault.machine_id()
    assert opened.key("desk") != opened.key("replica")


def test_a_wrong_password_opens_nothing(tmp_path: Path) -> None:
    """Neither does another officer's name."""
    vault, _ = made(tmp_path)
    with pytest.raises(WrongPasswordError):
        vault.open(login=VERMA.login, password="Ganga-7", secret=SECRET)
    with pytest.raises(WrongPasswordError):
        vault.open(login=KHAN.login, password="Ganga-7#", secret=SECRET)


def test_the_keys_do_not_show_themselves(tmp_path: Path) -> None:
    """A log line of the keys holds no key."""
    _, keys = made(tmp_path)
    assert keys.data.hex() not in repr(keys)
    assert repr(keys.data) not in repr(keys)


def test_a_second_officer_gets_the_same_keys(tmp_path: Path) -> None:
    """Both open one store, each by their own password; both are listed."""
    vault, keys = made(tmp_path)
    vault.add_slot(keys, officer=KHAN, password="Yamuna-8#", secret=SECRET, cost=QUICK)
    assert vault.open(login=KHAN.login, password="Yamuna-8#", secret=SECRET) == keys
    assert vault.officers(SECRET) == (VERMA, KHAN)
    assert vault.has_slot(KHAN.login, SECRET)
    assert not vault.has_slot(Login("n.obody"), SECRET)


def test_a_new_password_takes_the_old_ones_place(tmp_path: Path) -> None:
    """After a change of password the old one opens nothing, and the officer stands in the list once."""
    vault, keys = made(tmp_path)
    vault.add_slot(keys, officer=VERMA, password="Saryu-9#", secret=SECRET, cost=QUICK)
    assert vault.open(login=VERMA.login, password="Saryu-9#", secret=SECRET) == keys
    with pytest.raises(WrongPasswordError):
        vault.open(login=VERMA.login, password="Ganga-7#", secret=SECRET)
    assert vault.officers(SECRET) == (VERMA,)


@pytest.mark.parametrize("secret", [SECRET, None], ids=["keychain", "password-only"])
def test_the_file_names_nobody(tmp_path: Path, secret: bytes | None) -> None:
    """No login, name, rank or key stands in the file in clear; only this user may read it."""
    _, keys = made(tmp_path, secret)
    path = tmp_path / "vault.json"
    text = path.read_text()
    for clear in ("verma", "Anita", 'SI"', keys.data.hex(), SECRET.hex(), "Ganga"):
        assert clear not in text
    assert private(path)
    copy = tmp_path / "vault.copy.json"
    assert copy.read_text() == text
    assert private(copy)
    assert {one.name for one in tmp_path.iterdir()} == {"vault.json", "vault.copy.json"}


def test_password_only_lists_nobody_and_costs_more(tmp_path: Path) -> None:
    """Without a keychain the sign-in asks for the login, and each guess is four times as dear."""
    vault = Vault(tmp_path)
    keys = vault.create(officer=VERMA, password="Ganga-7#", secret=None)
    assert keys.password_only
    assert vault.password_only()
    assert vault.officers(None) == ()
    assert vault.has_slot(VERMA.login, None)
    cost = json.loads((tmp_path / "vault.json").read_text())["slots"][0]["cost"]
    assert cost == {"memory": 256 * 1024, "passes": 4, "lanes": 4}
    assert vault.open(login=VERMA.login, password="Ganga-7#", secret=None) == keys


def test_another_machines_secret_is_not_a_wrong_password(tmp_path: Path) -> None:
    """A profile carried to another PC is named as such."""
    vault, _ = made(tmp_path)
    vault.prove_machine(SECRET)
    with pytest.raises(MachineSecretMissingError):
        vault.prove_machine(bytes(32))


def test_a_vault_is_never_made_over_another(tmp_path: Path) -> None:
    """What is here would be lost for ever."""
    vault, _ = made(tmp_path)
    before = (tmp_path / "vault.json").read_bytes()
    with pytest.raises(StoreDamagedError):
        vault.create(officer=KHAN, password="Yamuna-8#", secret=SECRET, cost=QUICK)
    assert (tmp_path / "vault.json").read_bytes() == before


def test_keys_of_another_vault_let_nobody_in(tmp_path: Path) -> None:
    """A slot is only added with this vault's own keys."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    vault, _ = made(tmp_path / "a")
    _, foreign = made(tmp_path / "b")
    with pytest.raises(NotSignedInError):
        vault.add_slot(foreign, officer=KHAN, password="Yamuna-8#", secret=SECRET, cost=QUICK)


def test_a_newer_format_is_refused_by_name(tmp_path: Path) -> None:
    """A vault of a newer program is not touched."""
    vault, _ = made(tmp_path)
    path = tmp_path / "vault.json"
    path.write_text(path.read_text().replace('"format": 3', '"format": 4'))
    with pytest.raises(NewerDataError):
        vault.open(login=VERMA.login, password="Ganga-7#", secret=SECRET)


@pytest.mark.parametrize("damage", ["{", "[]", "{}", '{"format": 1}', "\x00\xff"])
def test_a_damaged_file_is_not_a_wrong_password(tmp_path: Path, damage: str) -> None:
    """Damage is told as damage, whatever became of the file."""
    vault, _ = made(tmp_path)
    (tmp_path / "vault.json").write_text(damage)
    with pytest.raises(StoreDamagedError):
        vault.open(login=VERMA.login, password="Ganga-7#", secret=SECRET)


def test_an_impossible_cost_does_not_hang_the_pc(tmp_path: Path) -> None:
    """A file that asks for a terabyte of memory is damage, even with its checksum right."""
    vault, keys = made(tmp_path)
    vault.add_slot(keys, officer=KHAN, password="x", secret=SECRET, cost=cipher.Cost(memory=64, passes=500, lanes=1))
    with pytest.raises(StoreDamagedError):
        vault.open(login=VERMA.login, password="Ganga-7#", secret=SECRET)


def test_the_machines_secret_is_made_once(tmp_path: Path) -> None:
    """Before the vault it is made and kept; after, it is only read."""
    keychain, vault = DrawerKeychain(), Vault(tmp_path)
    secret = machine_secret(vault, keychain, password_only=False)
    assert secret is not None
    assert len(secret) == 32
    vault.create(officer=VERMA, password="Ganga-7#", secret=secret, cost=QUICK)
    assert machine_secret(Vault(tmp_path), keychain, password_only=False) == secret
    assert list(keychain.held) == [vault.entry]


def test_a_lost_secret_is_never_made_anew_over_a_vault(tmp_path: Path) -> None:
    """It goes to State IT's recovery, and the keychain stays as it is."""
    vault, _ = made(tmp_path)
    keychain = DrawerKeychain()
    with pytest.raises(MachineSecretMissingError):
        machine_secret(vault, keychain, password_only=False)
    assert keychain.held == {}
    with pytest.raises(KeychainMissingError):
        machine_secret(vault, None, password_only=True)


def test_without_a_keychain_only_where_state_it_allows_it(tmp_path: Path) -> None:
    """The password-only mode is a decision, never a fallback."""
    vault = Vault(tmp_path)
    with pytest.raises(KeychainMissingError):
        machine_secret(vault, None, password_only=False)
    assert machine_secret(vault, None, password_only=True) is None
    with pytest.raises(KeychainError):
        machine_secret(vault, DrawerKeychain(forgetful=True), password_only=False)


def test_a_password_only_vault_stays_one(tmp_path: Path) -> None:
    """A keychain that appears later changes nothing: the vault's file decides."""
    vault, _ = made(tmp_path, secret=None)
    assert machine_secret(vault, DrawerKeychain(), password_only=False) is None


def test_two_officers_let_in_at_once_both_have_a_slot(tmp_path: Path) -> None:
    """Neither writes the file without the other."""
    vault, keys = made(tmp_path)
    officers = [SlotOfficer(Login(f"officer.{number}"), "A", "SI") for number in range(8)]

    def let_in(officer: SlotOfficer) -> None:
        vault.add_slot(keys, officer=officer, password="Ganga-7#", secret=SECRET, cost=QUICK)

    works = [threading.Thread(target=let_in, args=(one,)) for one in officers]
    for one in works:
        one.start()
    for one in works:
        one.join()
    assert set(vault.officers(SECRET)) == {VERMA, *officers}
