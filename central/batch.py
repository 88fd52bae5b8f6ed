"""One batch on its way in: what its items have in common is asked for once, in its one transaction."""

from __future__ import annotations

from functools import cached_property

from central.errors import Refused
from central.rights import Account, Actor, is_name
from central.store.unit import Unit
from sync.protocol.codes import Code
from sync.protocol.records import OfficeRecord


class Batch:
    """The machine and the officer who hand a batch over, its authors and its office, as ``unit`` has them."""

    def __init__(self, unit: Unit, actor: Actor) -> None:
        """Nothing is asked for yet."""
        self.unit = unit
        self.actor = actor
        self._authors: dict[str, Account | None] = {}

    def author(self, login: str) -> Account | None:
        """Give an author who may send from here: active, of the machine's office, and once signed in on it."""
        if login not in self._authors:
            self._authors[login] = self._asked(login)
        return self._authors[login]

    @cached_property
    def office(self) -> OfficeRecord:
        """Give the machine's office; raise ``Refused`` where the directory has it no more."""
        office = self.unit.records.office(self.actor.office_code)
        if office is None:
            raise Refused(Code.NOT_ENTITLED, "the office is no longer in the directory")
        return office

    @cached_property
    def district_name(self) -> str:
        """Give the name of the office's district."""
        return self.unit.records.place_names(self.office)[0]

    def _asked(self, login: str) -> Account | None:
        author = self.unit.officers.one(login) if is_name(login) else None
        if author is None or not author.active or author.office_code != self.actor.office_code:
            return None
        return author if self.unit.sessions.signed_in_before(self.actor.machine_id, author.login) else None
