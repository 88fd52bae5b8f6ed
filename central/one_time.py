"""One-time codes (TOTP, RFC 6238): a secret on the officer's phone or token, a code of six digits each half minute.

Door to pyotp. A code counts once: neither it nor an earlier one is taken again.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from enum import StrEnum

import pyotp

from central.store.unit import Unit

SECONDS = 30
DIGITS = 6
STEPS_OFF = 1  # a phone's clock may be half a minute off, and a person may be slow


class Verdict(StrEnum):
    """What became of the code that an officer typed, or did not."""

    NOT_ASKED = "not-asked"
    RIGHT = "right"
    MISSING = "missing"
    WRONG = "wrong"
    REPLAYED = "replayed"


def new_secret() -> str:
    """Make a secret: 160 bits in base 32."""
    return pyotp.random_base32()


def address(secret: str, login: str, centre: str) -> str:
    """Write a secret as the address that programs for codes take in."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=centre)


def judge(unit: Unit, login: str, typed: str, now: datetime) -> Verdict:
    """Judge a typed code, and use it up where it is right."""
    kept = unit.one_time_codes.one(login)
    if kept is None:
        return Verdict.NOT_ASKED
    code = "".join(typed.split())
    if not code:
        return Verdict.MISSING
    step = step_of(kept.secret, code, now)
    if step is None:
        return Verdict.WRONG
    if step <= kept.last_step:
        return Verdict.REPLAYED
    unit.one_time_codes.use(login, step)
    return Verdict.RIGHT


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Find for which half minute around now this is the code; None for a wrong one."""
    here = int(now.timestamp()) // SECONDS
    clock = pyotp.TOTP(secret, digits=DIGITS, interval=SECONDS)
    near = range(here - STEPS_OFF, here + STEPS_OFF + 1)
    found = [
        step for step in near if hmac.compare_digest(clock.generate_otp(step).encode(), code.encode(errors="replace"))
    ]
    return found[-1] if found else None


def spaced(secret: str) -> str:
    """Write a secret in groups of four, as a person copies it from paper."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
