"""A store that nobody can open any more is opened by the State's recovery key, and by nothing else."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from station_client import config
from station_client.config import Settings
from station_client.security import cipher, recovery
from station_client.security.recovery import PrivateRecoveryKey
from station_client.services.deeds import Deed
from tests.support.centre import PASSWORD, SHO_A, SI_A, SI_B, SmallCentre
from tests.support.houses import MemoryKeychain, Pc
from tests.support.terminals import Terminal, terminal

QUICK = cipher.Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "banyan, well, lantern"
NEW = "a new good battery"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Make the State's key pair."""
    recovery.new_key(tmp_path / "state.key", PASSPHRASE, cost=QUICK)
    return tmp_path / "state.key"


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre, key: Path) -> Pc:
    """Set up a PC whose settings name the recovery key, with two officers and a draft."""
    made = Pc(tmp_path / "pc", centre.centre)
    config.write(made.folder, centre_url="https://c.example", recovery_key=key.with_name("state.key.pub"))
    at = terminal(made)
    assert at.run("sign-in", "--officer", SI_A) == 0
    assert at.run("draft", "new", "--officer", SI_A, "--description", "a lorry") == 0
    with made.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.add_officer(SHO_A, PASSWORD)
    return made


def reopened(at: Terminal, key: Path, officer: str = SI_A, passphrase: str = PASSPHRASE, new: str = NEW) -> int:
    """Run the recovery with both secrets from descriptors."""
    passphrase_end, new_end = said(passphrase), said(new)
    try:
        words = ("--key-password-fd", str(passphrase_end), "--password-fd", str(new_end))
        return at.run("recovery", "open", "--key", str(key), "--officer", officer, *words)
    finally:
        os.close(passphrase_end)
        os.close(new_end)


def said(text: str) -> int:
    """Give a descriptor from which a line can be read."""
    reader, writer = os.pipe()
    os.write(writer, text.encode() + b"\n")
    os.close(writer)
    return reader


def deeds(pc: Pc, password: str) -> list[tuple[str, str]]:
    """Sign in and read the trail, which must be whole."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, password)
        assert len(verbs.drafts.mine()) == 1
        assert verbs.audit.verify()
        return [(one.act, one.subject) for one in verbs.audit.entries()]


def test_a_forgotten_password_is_set_anew(pc: Pc, key: Path) -> None:
    """With no line; the old one opens nothing, the draft is there, the trail says so, the others still sign in."""
    pc.cut = True
    at = terminal(pc)
    assert reopened(at, key) == 0
    assert "Anil Sharma" in at.out
    assert at.run("sign-in", "--officer", SI_A) == 4
    trail = deeds(pc, NEW)
    assert (Deed.RECOVERED, SI_A) in trail
    assert [act for act, _ in trail].count(Deed.RECOVERY_SEALED) == 1
    assert at.run("sign-in", "--officer", SHO_A) == 0


def test_a_lost_machine_secret_is_made_anew(pc: Pc, key: Path) -> None:
    """Before it, the words point to the recovery key; after it, the other officer must be added again."""
    pc.keychain = MemoryKeychain()
    at = terminal(pc)
    assert at.run("sign-in", "--officer", SI_A) == 9
    assert "recovery key" in at.err
    assert reopened(at, key) == 0
    assert "added again" in at.out
    assert (Deed.RECOVERED, SI_A) in deeds(pc, NEW)
    assert at.run("sign-in", "--officer", SHO_A) == 4
    with pc.house() as verbs:
        assert [one.login for one in verbs.session.known_officers()] == [SI_A]


def test_the_lock_out_ends_with_the_recovery(pc: Pc, key: Path) -> None:
    """An officer who tried too often need not wait on the new password."""
    at = terminal(pc)
    at.password = "wrong"
    for _ in range(5):
        at.run("sign-in", "--officer", SI_A)
    assert at.run("sign-in", "--officer", SI_A) == 4
    assert reopened(at, key) == 0
    at.password = NEW
    assert at.run("sign-in", "--officer", SI_A) == 0


@pytest.mark.parametrize(
    ("officer", "passphrase", "new", "code"),
    [(SI_A, "another phrase", NEW, 4), (SI_B, PASSPHRASE, NEW, 3), (SI_A, PASSPHRASE, "short", 3)],
    ids=["wrong passphrase", "officer never worked here", "short password"],
)
def test_what_is_refused_changes_nothing(  # noqa: PLR0917 a table's columns
    pc: Pc, key: Path, officer: str, passphrase: str, new: str, code: int
) -> None:
    """Neither the slots nor the trail."""
    at = terminal(pc)
    before = (pc.folder / "vault.json").read_bytes()
    assert reopened(at, key, officer, passphrase, new) == code
    assert (pc.folder / "vault.json").read_bytes() == before
    assert Deed.RECOVERED not in [act for act, _ in deeds(pc, PASSWORD)]


def test_a_wrong_passphrase_is_in_the_trail_and_makes_wait(pc: Pc, key: Path) -> None:
    """Told by whoever opens the PC next; the fifth one makes the next guess wait, the right passphrase's too."""
    at = terminal(pc)
    for _ in range(5):
        assert reopened(at, key, passphrase="another phrase") == 4
    assert "password" in at.err
    assert reopened(at, key) == 4
    wrong = (Deed.WRONG_PASSPHRASE, f"recovery-key/{PrivateRecoveryKey.read(key, PASSPHRASE).key_id}")
    assert deeds(pc, PASSWORD).count(wrong) == 5
    assert deeds(pc, PASSWORD).count(wrong) == 5


def test_a_wrong_passphrase_stands_before_the_recovery(pc: Pc, key: Path) -> None:
    """Who found the right one does not have the guesses hidden by it."""
    at = terminal(pc)
    assert reopened(at, key, passphrase="another phrase") == 4
    assert reopened(at, key) == 0
    acts = [act for act, _ in deeds(pc, NEW)]
    assert acts.index(Deed.WRONG_PASSPHRASE) < acts.index(Deed.RECOVERED)
    assert acts.count(Deed.WRONG_PASSPHRASE) == 1


def test_a_vault_of_before_is_sealed_at_the_next_sign_in(tmp_path: Path, centre: SmallCentre, key: Path) -> None:
    """Until then the recovery key opens nothing, and says so."""
    pc = Pc(tmp_path / "old", centre.centre)
    at = terminal(pc)
    at.run("sign-in", "--officer", SI_A)
    assert reopened(at, key) == 9
    assert "was not sealed to this recovery key" in at.err
    made = pc.build(replace(Settings(profile=pc.folder), recovery_key=key.with_name("state.key.pub")))
    made.verbs.session.sign_in(SI_A, PASSWORD)
    made.close()
    assert reopened(at, key) == 0


def test_neither_the_data_key_nor_a_password_is_left_anywhere(pc: Pc, key: Path) -> None:
    """Not on the terminal, not in a file."""
    at = terminal(pc)
    assert reopened(at, key) == 0
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, NEW)
        opened = verbs.session._opened
        assert opened is not None
        data = opened.keys.data
    needles = (data, data.hex().encode(), NEW.encode(), PASSPHRASE.encode())
    for path in (one for one in key.parent.rglob("*") if one.is_file() and "centre" not in one.parts):
        content = path.read_bytes()
        assert not any(needle in content for needle in needles), path
    assert data.hex() not in at.out + at.err


def test_the_key_is_made_on_the_command_line(tmp_path: Path, centre: SmallCentre) -> None:
    """With a passphrase typed twice; State IT's own PC needs no settings."""
    at = terminal(Pc(tmp_path / "it", centre.centre))
    at.password = PASSPHRASE
    made = at.table("recovery", "new-key", str(tmp_path / "up.key"))
    assert Path(made["public"]).read_text().startswith("-----BEGIN PUBLIC KEY-----")
    assert PASSPHRASE not in (tmp_path / "up.key").read_text()
    assert at.run("recovery", "new-key", str(tmp_path / "up.key")) == 3


def test_the_states_key_is_turned_over(pc: Pc, key: Path) -> None:
    """Only by who may, on purpose and with a trace; from then on the former key opens nothing here."""
    new = key.with_name("new.key")
    recovery.new_key(new, PASSPHRASE, cost=QUICK)
    at = terminal(pc)
    config.write(pc.folder, centre_url="https://c.example", recovery_key=new.with_name("new.key.pub"))
    assert at.run("recovery", "renew", "--officer", SI_A) == 3
    assert reopened(at, new) != 0
    assert at.run("recovery", "renew", "--officer", SHO_A) == 0
    assert reopened(at, key) != 0
    assert reopened(at, new) == 0
    assert [act for act, _ in deeds(pc, NEW)].count(Deed.RECOVERY_RENEWED) == 1
    config.write(pc.folder, centre_url="https://c.example")
    assert at.run("recovery", "renew", "--officer", SHO_A) != 0
