"""What the desk remembers between sign-ins: who an officer is, their tokens, the measured clock.

Plain JSON in the desk's settings, which lie encrypted with the rest of it. A note of another version
that cannot be read counts as none: the centre is asked again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final, Protocol

from station_client.domain.alert import Category
from station_client.domain.ids import Login, OfficeCode
from station_client.domain.office import Act, Office, OfficeKind, Officer, Rights
from station_client.ports import Tokens

TRAIL_NOTE: Final = "trail-at-centre"  # [strand, last entry, its chain]; the engine writes it


_REMOVED: Final = "removed"
_RECEIPT_KEYS: Final = "receipt-keys"


class Notes(Protocol):
    """The desk's settings: a name and a text each."""

    def get(self, name: str) -> str | None:
        """Give the text, or None."""

    def put(self, name: str, value: str) -> None:
        """Keep the text."""


class DeskTokens:
    """One officer's tokens, kept in the desk (``station_client.ports.TokenBook``)."""

    def __init__(self, notes: Notes, login: Login) -> None:
        """Stand on the desk's settings for ``login``."""
        self._notes = notes
        self._name = _tokens_name(login)

    def read(self) -> Tokens | None:
        """Give the tokens, or None where the centre must be asked by password first."""
        try:
            table = json.loads(self._notes.get(self._name) or "")
            return Tokens(
                access=str(table["access"]),
                access_until=datetime.fromisoformat(table["access_until"]),
                refresh=str(table["refresh"]),
                refresh_until=datetime.fromisoformat(table["refresh_until"]),
            )
        except (ValueError, KeyError, TypeError):
            return None

    def write(self, tokens: Tokens) -> None:
        """Keep fresh tokens in place of the old ones."""
        table = {
            "access": tokens.access,
            "access_until": tokens.access_until.isoformat(),
            "refresh": tokens.refresh,
            "refresh_until": tokens.refresh_until.isoformat(),
        }
        self._notes.put(self._name, json.dumps(table))

    def learn(self, officer: Officer) -> None:
        """Keep the officer, with their rights, as the centre describes them now."""
        keep_officer(self._notes, officer)


def keep_officer(notes: Notes, officer: Officer) -> None:
    """Remember an officer as the centre described them, with their rights."""
    office = officer.office
    table = {
        "login": officer.login,
        "name": officer.name,
        "rank": officer.rank,
        "district_name": officer.district_name,
        "state_name": officer.state_name,
        "acts": sorted(officer.rights.acts),
        "categories": sorted(officer.rights.categories),
        "office": {
            "code": office.code,
            "kind": office.kind,
            "name": office.name,
            "district_code": office.district_code,
            "state_code": office.state_code,
            "email": office.email,
            "mobile": office.mobile,
        },
    }
    notes.put(_officer_name(officer.login), json.dumps(table, ensure_ascii=False))


def kept_officer(notes: Notes, login: Login) -> Officer | None:
    """Give the officer as last described by the centre, or None."""
    try:
        table = json.loads(notes.get(_officer_name(login)) or "")
        office = table["office"]
        return Officer(
            login=Login(table["login"]),
            name=table["name"],
            rank=table["rank"],
            office=Office(
                code=OfficeCode(office["code"]),
                kind=OfficeKind(office["kind"]),
                name=office["name"],
                district_code=office["district_code"],
                state_code=office["state_code"],
                email=office["email"],
                mobile=office["mobile"],
            ),
            rights=Rights(frozenset(map(Act, table["acts"])), frozenset(map(Category, table["categories"]))),
            district_name=table["district_name"],
            state_name=table["state_name"],
        )
    except (ValueError, KeyError, TypeError):
        return None


def keep_removed(notes: Notes, login: Login) -> None:
    """Remember that an officer was removed by hand, and forget their tokens; their work goes to who is in charge."""
    notes.put(_tokens_name(login), "")
    notes.put(_withdrawn_name(login), _REMOVED)


def is_removed(notes: Notes, login: Login) -> bool:
    """Tell whether this officer was removed by hand: to a recovery they are a newcomer."""
    return notes.get(_withdrawn_name(login)) == _REMOVED


def keep_withdrawn(notes: Notes, login: Login, *, withdrawn: bool) -> None:
    """Remember that the centre withdrew an officer, and forget their tokens; or that it gave its word again."""
    if withdrawn:
        notes.put(_tokens_name(login), "")
    if withdrawn or is_withdrawn(notes, login):
        notes.put(_withdrawn_name(login), "yes" if withdrawn else "")


def is_withdrawn(notes: Notes, login: Login) -> bool:
    """Tell whether the centre withdrew this officer, or they were removed: who is in charge then has their work."""
    return bool(notes.get(_withdrawn_name(login)))


def trail_held(notes: Notes) -> int:
    """Tell up to which entry the centre has this PC's audit trail; 0 where it has none of it."""
    try:
        return int(json.loads(notes.get(TRAIL_NOTE) or "[]")[1])
    except (ValueError, TypeError, IndexError):
        return 0


def keep_receipt_keys(notes: Notes, keys: Mapping[str, bytes]) -> None:
    """Remember the centre's public keys for receipts beside those that are kept; none is ever forgotten."""
    kept = receipt_keys(notes) | dict(keys)
    notes.put(_RECEIPT_KEYS, json.dumps({name: key.hex() for name, key in kept.items()}))


def receipt_keys(notes: Notes) -> dict[str, bytes]:
    """Give the centre's public keys for receipts by their names; none before it told any."""
    try:
        return {str(name): bytes.fromhex(key) for name, key in json.loads(notes.get(_RECEIPT_KEYS) or "{}").items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def keep_skew(notes: Notes, seconds: float) -> None:
    """Remember this PC's clock against the centre's, as last measured."""
    notes.put("skew", repr(seconds))


def kept_skew(notes: Notes) -> float:
    """Give the skew last measured, in seconds; 0 before the first time."""
    try:
        return float(notes.get("skew") or 0)
    except ValueError:
        return 0.0


def _officer_name(login: Login) -> str:
    return f"officer/{login.casefold()}"


def _withdrawn_name(login: Login) -> str:
    return f"withdrawn/{login.casefold()}"


def _tokens_name(login: Login) -> str:
    return f"tokens/{login.casefold()}"
