"""Alerts that officers here are writing: saved as typed, gone only when their author says so."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from station_client.domain.attachment import Attachment
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, Login, Sha256
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError
from station_client.store.database import Database
from station_client.store.desk.audit import AuditTrail, Trace
from station_client.store.desk.earlier import earlier_of, forget_earlier, keep_earlier
from station_client.store.desk.tables import drafts, moment_text
from station_client.store.forms import from_json, to_json


class Drafts:
    """Keep drafts; one that was submitted rests unseen until it is taken back."""

    def __init__(self, database: Database, audit: AuditTrail) -> None:
        """Stand on the desk's file and its audit trail."""
        self._database = database
        self._audit = audit

    def save(self, draft: Draft) -> Draft:
        """Keep a draft as it is now; give it with its new version.

        Raises ``InputError`` (already sent) for one that was submitted meanwhile.
        """
        with self._database.write() as connection:
            found = connection.execute(
                select(drafts.c.version, drafts.c.submitted, drafts.c.body).where(drafts.c.draft_id == draft.draft_id)
            ).one_or_none()
            if found is not None and found.submitted:
                raise InputError(Field.DRAFT, Reason.ALREADY_SENT)
            kept = replace(draft, version=(0 if found is None else found.version) + 1)
            if found is not None:
                keep_earlier(connection, from_json(found.body, Draft), kept)
            _put(connection, kept)
        return kept

    def one(self, draft_id: DraftId) -> Draft | None:
        """Give one draft, or None where there is none or it was submitted."""
        wanted = select(drafts.c.body).where(drafts.c.draft_id == draft_id, drafts.c.submitted == 0)
        with self._database.read() as connection:
            body = connection.execute(wanted).scalar_one_or_none()
        return None if body is None else from_json(body, Draft)

    def all(
        self, author: Login | None = None, *, empty: bool | None = None, limit: int | None = None
    ) -> tuple[Draft, ...]:
        """List the drafts, last saved first: of one author, only the empty or the others, no more than ``limit``."""
        wanted = select(drafts.c.body).where(drafts.c.submitted == 0)
        if author is not None:
            wanted = wanted.where(drafts.c.author == author)
        if empty is not None:
            wanted = wanted.where(drafts.c.empty == int(empty))
        newest = wanted.order_by(drafts.c.saved_at.desc(), drafts.c.draft_id.desc()).limit(limit)
        with self._database.read() as connection:
            return tuple(from_json(body, Draft) for body in connection.execute(newest).scalars())

    def earlier(self, draft_id: DraftId) -> tuple[Draft, ...]:
        """List the earlier versions of a draft that are kept, newest first."""
        with self._database.read() as connection:
            return earlier_of(connection, draft_id)

    def hand_over(self, draft_id: DraftId, *, author: Login, to: Login, trace: Trace) -> Draft:
        """Give ``author``'s draft to another officer, with its trace, or change nothing.

        Raises ``NotInCopyError`` where it is not there, was submitted, or changed hands meanwhile.
        """
        wanted = (drafts.c.draft_id == draft_id, drafts.c.author == author, drafts.c.submitted == 0)
        with self._database.write() as connection:
            body = connection.execute(select(drafts.c.body).where(*wanted)).scalar_one_or_none()
            if body is None:
                raise NotInCopyError("no such draft")
            held = from_json(body, Draft)
            given = replace(held, author=to, version=held.version + 1)
            _put(connection, given)
            self._audit.add(connection, trace)
        return given

    def files(self) -> frozenset[Sha256]:
        """Name every file of every draft, of those that were submitted too: they may come back."""
        with self._database.read() as connection:
            bodies = connection.execute(select(drafts.c.body)).scalars()
            return frozenset(one.sha256 for body in bodies for one in from_json(body, Draft).files)

    def attached(self, draft_id: DraftId) -> tuple[Attachment, ...]:
        """Give a draft's files as they were attached, of one that was submitted too; none where it is not here."""
        with self._database.read() as connection:
            wanted = select(drafts.c.body).where(drafts.c.draft_id == draft_id)
            body = connection.execute(wanted).scalar_one_or_none()
        return () if body is None else from_json(body, Draft).files

    def delete(self, draft_id: DraftId, trace: Trace | None = None) -> None:
        """Take out a draft that was not submitted, with its trace; one that is not there changes nothing."""
        with self._database.write() as connection:
            gone = connection.execute(delete(drafts).where(drafts.c.draft_id == draft_id, drafts.c.submitted == 0))
            if gone.rowcount:
                forget_earlier(connection, draft_id)
            self._audit.add(connection, trace if gone.rowcount else None)


def _put(connection: Connection, kept: Draft) -> None:
    row = {
        "author": kept.author,
        "saved_at": moment_text(kept.saved_at),
        "version": kept.version,
        "body": to_json(kept),
        "empty": int(kept.empty),
    }
    fresh = insert(drafts).values(draft_id=kept.draft_id, submitted=0, **row)
    connection.execute(fresh.on_conflict_do_update(index_elements=["draft_id"], set_=row))
