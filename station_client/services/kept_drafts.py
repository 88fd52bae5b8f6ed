"""The drafts that lie on the desk: begun, saved as typed, read, thrown away; each its author's own."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path

from station_client.clock import Clock
from station_client.domain.attachment import Limits
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, uuid7
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, NotInCopyError
from station_client.events import Bus, Part, StoreChanged
from station_client.inspection.sandbox import Inspect
from station_client.ports import SyncControl
from station_client.security.cipher import random_bytes
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Opened, Presence

ID_RANDOM = 10
MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class WritingDoors:
    """What writing needs besides the stores."""

    presence: Presence
    sync: SyncControl
    audit: Audit
    clock: Clock
    bus: Bus
    limits: Limits
    inspect: Inspect
    scan_folder: Path | None = None


class KeptDrafts:
    """What this officer has begun to write."""

    def __init__(self, doors: WritingDoors) -> None:
        """Write as whoever is signed in."""
        self._doors = doors
        self._writing = threading.RLock()  # two works of one officer may touch the same draft

    def begin(self) -> Draft:
        """Give an empty draft that is already kept; an empty one that lies about is taken again."""
        now = self._doors.clock.now()
        with self._doors.presence.at_work() as opened, self._writing:
            login, drafts = opened.who.officer.login, opened.stores.desk.drafts
            if lying_about := drafts.all(login, empty=True, limit=1):
                return lying_about[0]
            fresh = Draft(DraftId(uuid7(now, random_bytes(ID_RANDOM))), login, created_at=now, saved_at=now)
            return drafts.save(fresh)

    def save(self, draft: Draft) -> Draft:
        """Keep what was typed. Files are kept as they are: only attaching and detaching change them.

        Raises ``NotInCopyError`` where the draft was discarded or sent meanwhile, ``DiskFullError``.
        """
        with self._doors.presence.at_work() as opened, self._writing:
            held = self._of(opened, draft.draft_id)
            typed = replace(
                draft,
                author=held.author,
                created_at=held.created_at,
                files=held.files,
                version=held.version,
                edits=held.edits,
                base_version=held.base_version,
                life=held.life,
            )
            if replace(typed, saved_at=held.saved_at) == held:
                return held
            return self._keep(opened, typed)

    def one(self, draft_id: DraftId) -> Draft:
        """Give the officer's draft. Raises ``NotInCopyError``, ``InputError`` for another officer's."""
        with self._doors.presence.at_work() as opened:
            return self._of(opened, draft_id)

    def mine(self, limit: int = MOST_SHOWN) -> tuple[Draft, ...]:
        """Give the officer's drafts in which anything stands, last saved first, no more than ``limit``."""
        with self._doors.presence.at_work() as opened:
            return opened.stores.desk.drafts.all(opened.who.officer.login, empty=False, limit=limit)

    def versions(self, draft_id: DraftId) -> tuple[Draft, ...]:
        """Give the draft's earlier versions, newest first: some twenty of all that were saved."""
        with self._doors.presence.at_work() as opened:
            self._of(opened, draft_id)
            return opened.stores.desk.drafts.earlier(draft_id)

    def back_to(self, draft_id: DraftId, version: int) -> Draft:
        """Bring back what was typed in an earlier version; what stands now becomes one, so nothing is lost by it.

        Files stay as they are. Raises ``NotInCopyError`` where that version is not kept.
        """
        with self._doors.presence.at_work() as opened, self._writing:
            held = self._of(opened, draft_id)
            kept = opened.stores.desk.drafts.earlier(draft_id)
            old = next((one for one in kept if one.version == version), None)
            if old is None:
                raise NotInCopyError("earlier version of the draft")
            brought = replace(old, author=held.author, files=held.files, version=held.version)
            return self._keep(opened, brought)

    def discard(self, draft_id: DraftId) -> None:
        """Throw the draft away, as the officer asked."""
        with self._doors.presence.at_work() as opened, self._writing:
            draft = self._of(opened, draft_id)
            trace = self._doors.audit.trace(opened, Deed.DISCARDED, draft_id)
            opened.stores.desk.drafts.delete(draft.draft_id, trace)
        self._tell(Part.DRAFTS)

    def _of(self, opened: Opened, draft_id: DraftId) -> Draft:
        """Give the draft of the officer for whom the work was begun."""
        draft = opened.stores.desk.drafts.one(draft_id)
        if draft is None:
            raise NotInCopyError("draft")
        if draft.author != opened.who.officer.login:
            raise InputError(Field.DRAFT, Reason.OTHER_AUTHOR)
        return draft

    def _keep(self, opened: Opened, draft: Draft) -> Draft:
        kept = opened.stores.desk.drafts.save(replace(draft, saved_at=self._doors.clock.now()))
        self._tell(Part.DRAFTS)
        return kept

    def _tell(self, *parts: Part) -> None:
        self._doors.bus.tell(StoreChanged(frozenset(parts)))
