"""``officers code`` and ``officers unlock``: how State IT helps an officer in, at the centre's own machine."""

from __future__ import annotations

import argparse

from central import one_time
from central.commands.speech import say
from central.errors import SetupError
from central.house import House
from central.noted import BY
from central.rights import plain_login
from central.store.unit import Unit


def code(house: House, asked: argparse.Namespace) -> None:
    """Give an officer a new secret for one-time codes, shown once; or take it away."""
    login, secret = plain_login(asked.login), one_time.new_secret()
    with house.store.write() as unit:
        _known(unit, login)
        if asked.remove and not unit.one_time_codes.remove(login):
            raise SetupError("this officer has no one-time codes")
        if not asked.remove:
            unit.one_time_codes.put(login, secret, house.clock.now())
        act = "code-removed" if asked.remove else "code-given"
        unit.trail.add(house.clock.now(), login=BY, machine_id="", act=act, subject=login)
    if asked.remove:
        say(f"no code: {login}")
        return
    say(f"secret: {one_time.spaced(secret)}")
    say(f"address: {one_time.address(secret, login, house.settings.name)}")


def unlock(house: House, asked: argparse.Namespace) -> None:
    """Forget an officer's wrong passwords: no wait any more, and no picture to read."""
    login = plain_login(asked.login)
    with house.store.write() as unit:
        _known(unit, login)
        house.accounts.tries.forget(unit, login)
        unit.trail.add(house.clock.now(), login=BY, machine_id="", act="tries-forgotten", subject=login)
    say(f"unlocked: {login}")


def _known(unit: Unit, login: str) -> None:
    if unit.officers.one(login) is None:
        raise SetupError("there is no such officer")
