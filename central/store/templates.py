"""The texts that are registered for short messages."""

from __future__ import annotations

from sqlalchemy import Connection, Row, select

from central.store.counters import Counters
from central.store.message_tables import sms_templates
from station_client.domain.sms import Template

VERSION = "templates"


class Templates:
    """Every registered text; one that was withdrawn stays, for the messages that were made of it."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self._counters = Counters(connection)

    def version(self) -> int:
        """Give the number of the last change of the list."""
        return self._counters.value(VERSION)

    def usable(self) -> tuple[Template, ...]:
        """Give the templates that may be used now, by name."""
        query = select(sms_templates).where(sms_templates.c.active).order_by(sms_templates.c.name)
        return tuple(_template(row) for row in self._connection.execute(query))

    def one(self, template_id: str, *, usable: bool = False) -> Template | None:
        """Give a template, whether or not it may still be used; ``usable``: only if it may."""
        found = select(sms_templates).where(sms_templates.c.template_id == template_id)
        found = found.where(sms_templates.c.active) if usable else found
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _template(row)

    def replace(self, listed: tuple[Template, ...]) -> int:
        """Make ``listed`` the templates that may be used; gives how many changed, came or went."""
        before = {one.template_id: one for one in self.usable()}
        after = {one.template_id: one for one in listed}
        changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
        for key in changed:
            same = sms_templates.c.template_id == key
            if key not in after:
                self._connection.execute(sms_templates.update().where(same).values(active=False))
                continue
            one = after[key]
            row = {"entity_id": one.entity_id, "name": one.name, "language": one.language, "text": one.text}
            if not self._connection.execute(sms_templates.update().where(same).values(active=True, **row)).rowcount:
                self._connection.execute(sms_templates.insert().values(template_id=key, active=True, **row))
        if changed:
            self._counters.next(VERSION)
        return len(changed)


def _template(row: Row[tuple[object, ...]]) -> Template:
    return Template(row.template_id, row.name, row.text, row.language, row.entity_id)
