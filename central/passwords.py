"""Passwords and tokens: what is kept of them cannot be turned back into them. Door to Argon2id."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore, Lock

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from central.errors import Refused
from central.settings import Cost
from sync.protocol.codes import Code

PASSWORD_LEAST = 10
PASSWORD_MOST = 256
SALT_BYTES = 16
HASH_BYTES = 32
TOKEN_BYTES = 32
AT_ONCE = 4
PATIENCE_SECONDS = 20.0
RETRY_BUSY = 5

HandOut = Callable[[Mapping[str, str]], object]
"""Who is given new passwords by login, once; when it returns they are where they were to go."""

_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
_LANES = re.compile(r"\$m=\d+,t=\d+,p=(\d+)\$")
_gate = BoundedSemaphore(AT_ONCE)  # each check takes its memory; a flood of them must not take all
_lanes = Lock()  # OpenSSL's own threads wait for one another for ever where two such checks run at once


def hashed(password: str, cost: Cost) -> str:
    """Give what is kept of a password: Argon2id in its PHC form, with its own salt and cost."""
    with _turn(cost.lanes):
        return _argon(cost).derive_phc_encoded(password.encode())


def matches(password: str, kept: str) -> bool:
    """Tell whether this is the password of which ``kept`` was made, at whatever cost that was."""
    found = _LANES.search(kept)
    with _turn(int(found[1]) if found else 1):
        try:
            Argon2id.verify_phc_encoded(password.encode(), kept)
        except InvalidKey:
            return False
        return True


@contextmanager
def _turn(lanes: int) -> Iterator[None]:
    """Wait for a turn: a few at once, and only one of those that take several lanes; busy if it does not come."""
    with ExitStack() as held:
        for lock in (_gate, _lanes) if lanes > 1 else (_gate,):
            if not lock.acquire(timeout=PATIENCE_SECONDS):
                raise Refused(Code.BUSY, "too many are signing in at this moment", RETRY_BUSY)
            held.callback(lock.release)
        try:
            yield
        except MemoryError:
            raise Refused(Code.BUSY, "no memory to check a password", RETRY_BUSY) from None


def _argon(cost: Cost) -> Argon2id:
    return Argon2id(
        salt=secrets.token_bytes(SALT_BYTES),
        length=HASH_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )


def new_token() -> str:
    """Make a bearer token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """Give what is kept of a token; it is random and long, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_password(groups: int = 4, letters: int = 5) -> str:
    """Make a password that can be read out and typed: groups without signs that look alike."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(letters)) for _ in range(groups))
