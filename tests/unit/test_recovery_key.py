"""The State's recovery key: what it opens, what it does not, and what its files give away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import (
    InputError,
    RecoverySlotMissingError,
    SettingsError,
    StoreDamagedError,
    WrongPasswordError,
)
from station_client.security import cipher, recovery, slotfile
from station_client.security.keyslots import SlotOfficer, Vault
from station_client.security.recovery import PrivateRecoveryKey, RecoveryKey, RecoverySlot
from tests.support.casework import private

QUICK = cipher.Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "banyan, well, lantern"
SECRET = bytes(range(32))
VERMA = SlotOfficer(Login("a.verma"), "Anita Verma", "SI")
KHAN = SlotOfficer(Login("r.khan"), "Rashid Khan", "ASI")


def made(folder: Path, name: str = "state.key") -> tuple[PrivateRecoveryKey, RecoveryKey]:
    """Make a key pair and read both halves back."""
    _, public = recovery.new_key(folder / name, PASSPHRASE, cost=QUICK)
    return PrivateRecoveryKey.read(folder / name, PASSPHRASE), RecoveryKey.read(public)


def test_the_private_half_opens_what_the_public_half_sealed(tmp_path: Path) -> None:
    """For that vault, and no other."""
    key, public = made(tmp_path)
    slot = public.seal(SECRET, "vault")
    assert key.open(slot, "vault") == SECRET
    assert key.key_id == public.key_id == slot.key_id
    with pytest.raises(RecoverySlotMissingError):
        key.open(slot, "another vault")


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    """Neither does a slot that was cut or changed."""
    key, public = made(tmp_path)
    other, _ = made(tmp_path, "other.key")
    slot = public.seal(SECRET, "vault")
    with pytest.raises(RecoverySlotMissingError):
        other.open(slot, "vault")
    for spoilt in (slot.sealed[:-1], slot.sealed[:8], b"", bytes(len(slot.sealed))):
        with pytest.raises(RecoverySlotMissingError):
            key.open(RecoverySlot(slot.key_id, spoilt), "vault")


def test_the_private_half_lies_under_its_passphrase(tmp_path: Path) -> None:
    """Only this user may read the file, and another passphrase opens nothing."""
    key, _ = made(tmp_path)
    path = tmp_path / "state.key"
    assert private(path)
    assert key._private.private_bytes_raw().hex() not in path.read_text()
    with pytest.raises(WrongPasswordError):
        PrivateRecoveryKey.read(path, "banyan, well, lamp")


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    """A lost recovery key is worse than a command that is refused."""
    made(tmp_path)
    before = (tmp_path / "state.key").read_bytes()
    with pytest.raises(InputError, match="already-there"):
        recovery.new_key(tmp_path / "state.key", PASSPHRASE, cost=QUICK)
    assert (tmp_path / "state.key").read_bytes() == before


@pytest.mark.parametrize(("passphrase", "reason"), [("", "missing"), ("short", "too-short")])
def test_a_weak_passphrase_is_refused(tmp_path: Path, passphrase: str, reason: str) -> None:
    """This key opens every station of a State."""
    with pytest.raises(InputError, match=reason):
        recovery.new_key(tmp_path / "state.key", passphrase, cost=QUICK)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"kind": "x"}', '{"station-client recovery key": "x"}'])
def test_what_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    """A wrong file is named as such; so is a public half that is none."""
    path = tmp_path / "file"
    path.write_text(content)
    with pytest.raises(InputError, match="not-a-key"):
        PrivateRecoveryKey.read(path, PASSPHRASE)
    with pytest.raises(SettingsError):
        RecoveryKey.read(path)


def test_a_vault_is_sealed_once_and_opens_again(tmp_path: Path) -> None:
    """Another key in the settings does not take the slot over; the officers' own slots stay."""
    key, public = made(tmp_path)
    other, other_public = made(tmp_path, "other.key")
    vault = Vault(tmp_path)
    keys = vault.create(officer=VERMA, password="Ganga-7#", secret=SECRET, cost=QUICK)
    with pytest.raises(RecoverySlotMissingError):
        vault.open_recovered(key)
    assert vault.keep_recovery(keys, public)
    assert not vault.keep_recovery(keys, other_public)
    assert Vault(tmp_path).open_recovered(key) == keys
    with pytest.raises(RecoverySlotMissingError):
        vault.open_recovered(other)
    vault.add_slot(keys, officer=KHAN, password="Yamuna-8#", secret=SECRET, cost=QUICK)
    assert vault.open_recovered(key) == vault.open(login=KHAN.login, password="Yamuna-8#", secret=SECRET)


def test_a_new_machine_secret_ends_the_other_slots(tmp_path: Path) -> None:
    """They could not be opened by it; nobody is listed who cannot sign in."""
    vault = Vault(tmp_path)
    keys = vault.create(officer=VERMA, password="Ganga-7#", secret=SECRET, cost=QUICK)
    fresh = cipher.new_key()
    vault.add_slot(keys, officer=KHAN, password="Yamuna-8#", secret=fresh, cost=QUICK, afresh=True)
    vault.prove_machine(fresh)
    assert vault.officers(fresh) == (KHAN,)
    assert vault.open(login=KHAN.login, password="Yamuna-8#", secret=fresh) == keys
    with pytest.raises(WrongPasswordError):
        vault.open(login=VERMA.login, password="Ganga-7#", secret=fresh)


def test_a_swapped_slot_is_noticed(tmp_path: Path) -> None:
    """A slot that holds another vault's key does not pass for this one's."""
    key, public = made(tmp_path)
    vault = Vault(tmp_path)
    keys = vault.create(officer=VERMA, password="Ganga-7#", secret=SECRET, cost=QUICK)
    forged = public.seal(cipher.new_key(), keys.vault_id)
    slotfile.write(tmp_path / "vault.json", replace(vault._content(), recovery=forged))
    with pytest.raises(StoreDamagedError):
        vault.open_recovered(key)
