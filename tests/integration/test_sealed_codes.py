"""Secrets of one-time codes lie sealed in the database; their key stands outside of it."""

from __future__ import annotations

import stat
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import select, update

from central import one_time
from central.commands.run import main
from central.errors import Refused
from central.keeping.check import faults
from central.store.door_tables import one_time_codes
from sync.protocol.codes import Code
from sync.protocol.messages import SignIn
from tests.support.centre import PASSWORD, SHO_A, SI_A, HandClock, SmallCentre, small_centre


def key_of(small: SmallCentre) -> Path:
    """Name the file of the key."""
    return small.house.settings.keys / "codes.key"


def kept(small: SmallCentre) -> dict[str, str]:
    """Give what the database holds of the secrets."""
    with small.house.store._database.read() as connection:
        rows = connection.execute(select(one_time_codes.c.login, one_time_codes.c.secret))
        return {str(login): str(secret) for login, secret in rows}


def give(small: SmallCentre, login: str = SI_A) -> str:
    """Give an officer one-time codes."""
    secret = one_time.new_secret()
    with small.house.store.write() as unit:
        unit.one_time_codes.put(login, secret, small.house.clock.now())
    return secret


def sign_in(small: SmallCentre, secret: str, login: str = SI_A) -> str:
    """Sign in with the code of now."""
    code = pyotp.TOTP(secret).at(small.house.clock.now())
    ask = SignIn(
        login=login, password=PASSWORD, machine_id="machine-a", machine_name="PC", program_version="1", code=code
    )
    return small.centre.sign_in(ask).officer.login


def test_a_secret_is_in_the_database_for_nobody_to_read(small: SmallCentre) -> None:
    """The key is its owner's alone; the code is judged as ever."""
    secret = give(small)
    assert secret not in kept(small)[SI_A]
    assert kept(small)[SI_A].startswith("s1.")
    assert stat.S_IMODE(key_of(small).stat().st_mode) == 0o600
    assert sign_in(small, secret) == SI_A


def test_what_an_older_version_kept_in_clear_is_sealed_at_the_start(small: SmallCentre, clock: HandClock) -> None:
    """It counts before and after, and nothing is left in clear."""
    give(small)
    secret = one_time.new_secret()
    with small.house.store._database.write() as connection:
        connection.execute(update(one_time_codes).values(secret=secret))
    assert sign_in(small, secret) == SI_A
    small.house.fill()
    sealed = kept(small)[SI_A]
    assert secret not in sealed
    clock.forward(seconds=60)
    assert sign_in(small, secret) == SI_A
    small.house.fill()
    assert kept(small)[SI_A] == sealed


def test_a_secret_of_one_officer_is_no_other_s(small: SmallCentre) -> None:
    """Who writes into the database cannot give an officer a code that they know themselves."""
    own = give(small, SHO_A)
    give(small)
    with small.house.store._database.write() as connection:
        mine = update(one_time_codes).where(one_time_codes.c.login == SI_A)
        connection.execute(mine.values(secret=kept(small)[SHO_A]))
    with pytest.raises(Refused) as no:
        sign_in(small, own)
    assert no.value.code == Code.FAULT


def test_without_its_key_nobody_signs_in_by_a_code_and_no_other_key_is_made(small: SmallCentre) -> None:
    """`check` names whom; taking the code away, or bringing the key back, mends it."""
    secret = give(small)
    moved = key_of(small).rename(small.house.settings.folder / "elsewhere")
    with pytest.raises(Refused) as no:
        sign_in(small, secret)
    assert no.value.code == Code.FAULT
    with pytest.raises(Refused, match=r"codes\.key"):
        give(small, SHO_A)
    assert not key_of(small).exists()
    assert [one for one in faults(small.house) if SI_A in one]
    moved.rename(key_of(small))
    assert sign_in(small, secret) == SI_A
    assert not [one for one in faults(small.house) if SI_A in one]


def test_codes_are_given_anew_where_the_key_is_lost(tmp_path: Path) -> None:
    """Those of before are taken away first, by command."""
    folder = tmp_path / "centre"
    with small_centre(folder, HandClock()) as small:
        give(small)
        key_of(small).unlink()
    assert main(["officers", "code", SI_A, "--folder", str(folder)]) == 0
    with small_centre(folder, HandClock()) as small:
        assert key_of(small).exists()
        give(small, SHO_A)
        key_of(small).unlink()
    assert main(["officers", "code", SI_A, "--folder", str(folder)]) == 1
    assert main(["officers", "code", SHO_A, "--remove", "--folder", str(folder)]) == 0
    assert main(["officers", "code", SI_A, "--folder", str(folder)]) == 0
