"""Keys: derived apart, wrapped to a context, and never opened by the wrong one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from station_client.errors import StoreDamagedError, WrongPasswordError
from station_client.security import cipher

QUICK = cipher.Cost(memory=64, passes=1, lanes=1)


def test_each_purpose_has_a_key_of_its_own() -> None:
    """What is learnt of one purpose's key says nothing of another's."""
    key = cipher.new_key()
    derived = {cipher.subkey(key, purpose) for purpose in ("replica", "desk", "attachments")}
    assert len(derived | {key}) == 4
    assert cipher.subkey(key, "desk") == cipher.subkey(key, "desk")


def test_a_wrapped_key_is_sixty_bytes_and_opens() -> None:
    """A slot's key comes back as it was."""
    kek, key = cipher.new_key(), cipher.new_key()
    wrapped = cipher.wrap(kek, key, b"slot/1")
    assert len(wrapped) == 60
    assert key not in wrapped
    assert cipher.unwrap(kek, wrapped, b"slot/1") == key


def test_a_wrapped_key_opens_for_nobody_else() -> None:
    """Another key or another slot's context is a wrong password."""
    kek = cipher.new_key()
    wrapped = cipher.wrap(kek, cipher.new_key(), b"slot/1")
    with pytest.raises(WrongPasswordError):
        cipher.unwrap(cipher.new_key(), wrapped, b"slot/1")
    with pytest.raises(WrongPasswordError):
        cipher.unwrap(kek, wrapped, b"slot/2")


def test_a_wrapped_key_of_a_wrong_length_is_damage() -> None:
    """A cut slot is told apart from a wrong password."""
    with pytest.raises(StoreDamagedError):
        cipher.unwrap(cipher.new_key(), bytes(59), b"slot/1")


def test_sealed_text_opens_only_as_it_was() -> None:
    """One changed bit, another key or another context is noticed."""
    key = cipher.new_key()
    sealed = bytearray(cipher.seal(key, "सूची".encode(), b"officers"))
    assert cipher.unseal(key, bytes(sealed), b"officers").decode() == "सूची"
    with pytest.raises(StoreDamagedError):
        cipher.unseal(key, bytes(sealed), b"other")
    sealed[-1] ^= 1
    with pytest.raises(StoreDamagedError):
        cipher.unseal(key, bytes(sealed), b"officers")
    with pytest.raises(StoreDamagedError):
        cipher.unseal(key, b"", b"officers")


def test_a_hindi_password_is_one_however_the_keyboard_writes_it() -> None:
    """A letter with its dot and the letter that has it built in are the same password."""
    composed, apart = "क\u093c\u0959", "\u0958ख\u093c"
    salt = bytes(16)
    assert cipher.password_key(composed, salt=salt, cost=QUICK) == cipher.password_key(apart, salt=salt, cost=QUICK)


def test_a_password_is_stretched_by_its_letters_and_its_salt() -> None:
    """Another capital or another salt is another key; the same ones are the same key."""
    salt = bytes(16)
    key = cipher.password_key("Ganga-7#", salt=salt, cost=QUICK)
    assert key == cipher.password_key("Ganga-7#", salt=salt, cost=QUICK)
    assert key != cipher.password_key("ganga-7#", salt=salt, cost=QUICK)
    assert key != cipher.password_key("Ganga-7#", salt=bytes(15) + b"\x01", cost=QUICK)


TWO_AT_ONCE = """
import threading
from station_client.security import cipher
keys = []
def stretch():
    for _ in range(3):
        keys.append(cipher.password_key("Ganga-7#", salt=bytes(16), cost=cipher.WITH_MACHINE))
threads = [threading.Thread(target=stretch) for _ in range(2)]
for one in threads: one.start()
for one in threads: one.join()
print(len(keys), len(set(keys)))
"""

NO_MEMORY = """
import resource
from station_client.errors import StoreError
from station_client.security import cipher
resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
try:
    cipher.password_key("Ganga-7#", salt=bytes(16), cost=cipher.Cost(memory=1 << 20, passes=1, lanes=1))
except StoreError as told:
    print(type(told).__name__, told.detail)
"""


def said_by(program: str) -> str:
    """Run a program of its own, which may hang or starve without harm, and give what it said."""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=90, check=False, cwd=root)
    return done.stdout.decode().strip()


def test_two_passwords_are_stretched_at_the_same_time() -> None:
    """At the real cost; two officers let in at one moment must not wait for each other for ever."""
    assert said_by(TWO_AT_ONCE) == "6 1"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there: too little memory was NOT tried")
def test_too_little_memory_is_said() -> None:
    """As the store's trouble, not as an accident."""
    assert said_by(NO_MEMORY).startswith("StoreError no 1048576 KiB")
