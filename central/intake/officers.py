"""Officers from a CSV, and their rights as State IT writes them.

Columns: login, name, rank, office_code, acts, categories; several acts or categories with blanks
or commas between, or ``all``. Each new officer gets a random password, handed out once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from central import passwords
from central.errors import IntakeError, SetupError
from central.house import House
from central.intake.sheets import rows
from central.noted import note_account
from central.rights import Account
from station_client.domain.alert import Category
from station_client.domain.office import Act

COLUMNS = ("login", "name", "rank", "office_code", "acts", "categories")
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")


def rights_of(acts: str, categories: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read rights as they are written; raise ``SetupError`` for a word that is no right."""
    return _words(acts, tuple(Act)), _words(categories, tuple(Category))


def fit(account: Account) -> Account:
    """Give an account whose rank may have its rights; raise ``SetupError`` for one whose rank may not."""
    if account.standing != account.acts:
        raise SetupError(f"{Act.MARK_SENSITIVE} takes a Deputy Superintendent or above, and {account.rank!r} is none")
    return account


def take_officers(house: House, path: Path, hand_out: passwords.HandOut) -> int:
    """Add the officers of a file, or change them; gives how many are new.

    Their passwords are handed out before anything is kept, so that neither is there without the other. An officer
    who was there keeps their password, and one who was withdrawn stays withdrawn.
    """
    read = [_account(line, cells) for line, cells in rows(path, COLUMNS)]
    with house.store.read() as unit:
        there = {one.login for one in unit.officers.all()}
    made = {account.login: passwords.new_password() for account in read if account.login not in there}
    kept = {login: house.accounts.hashed(password) for login, password in made.items()}
    with house.store.write() as unit:
        for account in read:
            before = unit.officers.one(account.login)
            now = account if before is None else replace(account, active=before.active)
            if now == before:
                continue
            try:
                house.accounts.put_in(unit, now, kept.get(account.login, "") if before is None else "")
            except SetupError as wrong:
                raise IntakeError(0, f"{account.login}: {wrong.detail}") from wrong
            note_account(unit, house.clock.now(), before, now, password=False)
        hand_out(made)
    return len(made)


def _account(line: int, cells: dict[str, str]) -> Account:
    login = cells["login"].lower()
    if not _LOGIN.fullmatch(login) or not cells["name"]:
        raise IntakeError(line, "a login (2 to 64 of a-z 0-9 . _ -) and a name are needed")
    try:
        acts, categories = rights_of(cells["acts"], cells["categories"])
        return fit(Account(login, cells["name"], cells["rank"], cells["office_code"], acts, categories))
    except SetupError as wrong:
        raise IntakeError(line, wrong.detail) from wrong


def _words(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    given = text.replace(",", " ").split()
    if given == ["all"]:
        return tuple(str(one) for one in known)
    for word in given:
        if word not in known:
            raise SetupError(f"{word!r} is none of: {', '.join(known)}")
    return tuple(dict.fromkeys(given))
