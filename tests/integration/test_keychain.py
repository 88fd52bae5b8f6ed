"""A real keychain daemon, on a message bus of its own, in a home of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from station_client.security.keychain import SystemKeychain

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

IN_SESSION = """
import subprocess
started = subprocess.run(
    ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--daemonize"],
    input=b"a keyring of a test", capture_output=True, check=True,
)
from pathlib import Path
from station_client.errors import MachineSecretMissingError
from station_client.security.cipher import Cost
from station_client.security.keychain import SystemKeychain, machine_secret
from station_client.security.keyslots import SlotOfficer, Vault
import sys
folder = Path(sys.argv[1])
keychain = SystemKeychain.find()
print("name", keychain.name())
print("none", keychain.read("no such entry"))
vault = Vault(folder)
secret = machine_secret(vault, keychain, password_only=False)
print("kept", len(secret), SystemKeychain.find().read(vault.entry) == secret)
officer = SlotOfficer("a.verma", "Anita Verma", "SI")
keys = vault.create(officer=officer, password="pw", secret=secret, cost=Cost(memory=64, passes=1, lanes=1))
again = Vault(folder)
secret = machine_secret(again, keychain, password_only=False)
print("open", again.open(login="a.verma", password="pw", secret=secret) == keys)
keychain._backend.delete_password("Station Client", vault.entry)
try:
    machine_secret(again, keychain, password_only=False)
except MachineSecretMissingError as lost:
    print("lost", lost.code, keychain.read(vault.entry))
"""

NOBODY_THERE = "from station_client.security.keychain import SystemKeychain; print(SystemKeychain.find())"


def run(program: str, home: Path, *arguments: str, session: bool) -> str:
    """Run a little program with a home and, if wished, a message bus of its own."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        pytest.skip(f"{', '.join(lacking)} is not installed: the keychain was NOT tried")
    bus = ["dbus-run-session", "--"] if session else []
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [*bus, sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.keychain
def test_the_secret_is_kept_by_the_desktops_own_keychain(tmp_path: Path) -> None:
    """Made once, read again, and never made anew over a vault once it is lost."""
    home, folder = tmp_path / "home", tmp_path / "profile"
    home.mkdir(mode=0o700)
    folder.mkdir()
    told = run(IN_SESSION, home, str(folder), session=True).splitlines()
    assert told == [
        "name SecretService",
        "none None",
        "kept 32 True",
        "open True",
        "lost machine-secret-missing None",
    ]
    assert not list(folder.glob("*keyring*"))


@pytest.mark.keychain
def test_without_a_daemon_there_is_no_keychain(tmp_path: Path) -> None:
    """Nothing is tried in its place: no file in clear, no other backend."""
    assert run(NOBODY_THERE, tmp_path, session=False).strip() == "None"


def test_a_platform_without_a_keychain_of_ours_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown system is not guessed at."""
    monkeypatch.setattr(sys, "platform", "plan9")
    assert SystemKeychain.find() is None
