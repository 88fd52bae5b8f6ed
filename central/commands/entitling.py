"""``rights``: what one officer may do, and giving or taking single rights at the centre's own machine."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace

from central.commands.speech import say
from central.errors import SetupError
from central.house import House
from central.intake.officers import fit, rights_of
from central.noted import note_account
from central.rights import Account, plain_login
from central.store.unit import Unit
from station_client.domain.alert import Category
from station_client.domain.office import Act

Arguments = argparse.Namespace
Change = Callable[[tuple[str, ...], tuple[str, ...], type[Act | Category]], tuple[str, ...]]


def show(house: House, asked: Arguments) -> None:
    """Show an officer's rights; one that the rank may not have is named as not counting."""
    with house.store.read() as unit:
        account = _known(unit, plain_login(asked.login))
    idle = tuple(one for one in account.acts if one not in account.standing)
    if asked.json:
        row = {"login": account.login, "rank": account.rank, "acts": account.standing, "not_of_the_rank": idle}
        say(json.dumps(row | {"categories": account.categories, "active": account.active}, ensure_ascii=False))
        return
    say(f"{account.login}  {account.rank} {account.name}  {account.office_code}" + _inactive(account))
    say(f"acts: {', '.join(account.standing) or 'none'}")
    say(f"categories: {', '.join(account.categories) or 'none'}")
    if idle:
        say(f"do not count, for the rank: {', '.join(idle)}")


def grant(house: House, asked: Arguments) -> None:
    """Give an officer rights besides those they have."""
    _change(house, asked, lambda had, named, known: _in_order({*had, *named}, known))


def withdraw(house: House, asked: Arguments) -> None:
    """Take rights from an officer; the others stay."""
    _change(house, asked, lambda had, named, known: _in_order({*had} - {*named}, known))


def _change(house: House, asked: Arguments, change: Change) -> None:
    acts, categories = rights_of(asked.acts, asked.categories)
    if not acts and not categories:
        raise SetupError("which rights? --acts, --categories or both")
    with house.store.write() as unit:
        before = _known(unit, plain_login(asked.login))
        after = replace(
            before, acts=change(before.acts, acts, Act), categories=change(before.categories, categories, Category)
        )
        if {*acts} - {*before.acts}:
            fit(after)
        if after != before:
            house.accounts.put_in(unit, after, "")
            note_account(unit, house.clock.now(), before, after, password=False)
    say(f"acts: {', '.join(after.standing) or 'none'}")
    say(f"categories: {', '.join(after.categories) or 'none'}")


def _in_order(named: set[str], known: type[Act | Category]) -> tuple[str, ...]:
    """Give codes in the order of the field; those of a newer version stay, behind."""
    order = [str(one) for one in known]
    return (*(one for one in order if one in named), *sorted(named.difference(order)))


def _known(unit: Unit, login: str) -> Account:
    account = unit.officers.one(login)
    if account is None:
        raise SetupError("there is no such officer")
    return account


def _inactive(account: Account) -> str:
    return "" if account.active else "  (inactive)"


def add_words(verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """Describe these commands."""
    room = verbs.add_parser("rights", help="what one officer may do").add_subparsers(dest="act", required=True)
    says = {"show": "show an officer's rights", "grant": "give further rights", "withdraw": "take single rights"}
    for name, what in says.items():
        one = room.add_parser(name, parents=[shared], help=what, description=what)
        one.add_argument("login")
        if name == "show":
            one.add_argument("--json", action="store_true")
            continue
        one.add_argument("--acts", default="", help=f"of: {', '.join(Act)}, or all")
        one.add_argument("--categories", default="", help=f"to upload in, of: {', '.join(Category)}, or all")


RIGHTS = {"show": show, "grant": grant, "withdraw": withdraw}
