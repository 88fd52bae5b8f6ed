"""Writing an alert: saved as it is typed, its files sealed when they are attached, then submitted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from station_client.domain.draft import Draft
from station_client.domain.drafting import problems, to_item
from station_client.domain.ids import DraftId, ItemId, Login, Sha256, uuid7
from station_client.domain.outbox import OutboxItem
from station_client.domain.reasons import Field, Reason
from station_client.errors import DraftIncompleteError, InputError, NotInCopyError, Problem
from station_client.events import Part
from station_client.security.cipher import random_bytes
from station_client.services.attaching import Attaching
from station_client.services.deeds import Deed
from station_client.services.desk_notes import is_withdrawn
from station_client.services.kept_drafts import ID_RANDOM, MOST_SHOWN, KeptDrafts, WritingDoors
from station_client.services.presence import Opened
from station_client.services.scans import Scan, scans
from station_client.services.station import Station


class Drafts(KeptDrafts):
    """The alerts that this officer is writing, and what becomes of them."""

    def __init__(self, doors: WritingDoors) -> None:
        """Write as whoever is signed in."""
        super().__init__(doors)
        self._attaching = Attaching(doors.limits, doors.inspect)

    def attach(self, draft_id: DraftId, path: Path) -> Draft:
        """Copy a file into the sealed folder and put it to the draft.

        Raises ``AttachmentRefusedError`` with the reason, ``DiskFullError``.
        """
        with self._doors.presence.at_work() as opened:
            self._attaching.check_room(path.name, self._of(opened, draft_id).files)
            name, data = self._attaching.read(path)
            return self._attach(opened, draft_id, name, data)

    def attach_bytes(self, draft_id: DraftId, name: str, data: bytes) -> Draft:
        """Attach bytes that came by another way than a file (a pasted picture). Raises as ``attach``."""
        with self._doors.presence.at_work() as opened:
            return self._attach(opened, draft_id, name, data)

    def detach(self, draft_id: DraftId, sha256: Sha256) -> Draft:
        """Take a file off the draft; the original on the officer's disk was never touched."""
        with self._doors.presence.at_work() as opened, self._writing:
            draft = self._of(opened, draft_id)
            return self._keep(opened, replace(draft, files=tuple(one for one in draft.files if one.sha256 != sha256)))

    def scanned(self) -> tuple[Scan, ...]:
        """List what lies in the scan folder and may be attached, newest first. Raises ``InputError``."""
        return scans(self._doors.scan_folder, self._doors.limits)

    def of_station(self, limit: int = MOST_SHOWN) -> tuple[Draft, ...]:
        """Give the drafts of all officers of the office on this PC, to read, for who is in charge; last saved first.

        Raises ``InputError`` (not entitled) for anyone else.
        """
        with self._doors.presence.at_work() as opened:
            officer, desk = opened.who.officer, opened.stores.desk
            if not officer.rights.in_charge:
                raise InputError(Field.DRAFT, Reason.NOT_ENTITLED)
            station = Station(officer, desk.settings)
            return tuple(one for one in desk.drafts.all(empty=False, limit=limit) if station.sees(one.author))

    def hand_over(self, draft_id: DraftId, to_login: str) -> Draft:
        """Give a draft to another officer of the office on this PC: the author does, or who is in charge.

        It is theirs from then on, and the audit trail says who gave it to whom, in the same act. Raises
        ``InputError`` for another officer's draft or an officer who is not here, ``NotInCopyError``.
        """
        with self._doors.presence.at_work() as opened, self._writing:
            officer, desk = opened.who.officer, opened.stores.desk
            station, held = Station(officer, desk.settings), desk.drafts.one(draft_id)
            if held is None:
                raise NotInCopyError("draft")
            if not station.sees(held.author):
                raise InputError(Field.DRAFT, Reason.OTHER_AUTHOR)
            to = station.colleague(Login(to_login.strip()))
            if to is None or to.login == held.author or is_withdrawn(desk.settings, to.login):
                raise InputError(Field.LOGIN, Reason.NOT_HERE)
            subject = f"{draft_id} {held.author} > {to.login}"
            trace = self._doors.audit.trace(opened, Deed.HANDED_OVER, subject)
            given = desk.drafts.hand_over(draft_id, author=held.author, to=to.login, trace=trace)
        self._tell(Part.DRAFTS)
        return given

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Name everything that keeps the draft from being sent."""
        return problems(draft, self._doors.presence.officer().rights, self._doors.limits)

    def submit(self, draft_id: DraftId) -> OutboxItem:
        """Move the draft into the outbox, bound to its author; it is sent as soon as there is a line.

        Raises ``DraftIncompleteError`` with every problem.
        """
        item_id = ItemId(uuid7(self._doors.clock.now(), random_bytes(ID_RANDOM)))
        with self._doors.presence.at_work() as opened, self._writing:
            officer, draft = opened.who.officer, self._of(opened, draft_id)
            if found := problems(draft, officer.rights, self._doors.limits):
                raise DraftIncompleteError(found)
            trace = self._doors.audit.trace(opened, Deed.SUBMITTED, item_id)
            item = to_item(draft, officer, item_id=item_id, now=trace.at, skew_seconds=trace.skew_seconds)
            opened.stores.desk.outbox.submit(item, draft_id, trace)
        try:
            self._tell(Part.DRAFTS, Part.OUTBOX)
        finally:
            self._doors.sync.sync_now()  # it is queued, whatever a listener made of the news
        return item

    def _attach(self, opened: Opened, draft_id: DraftId, name: str, data: bytes) -> Draft:
        """Attach for the officer who began it, in the stores that were open then, whoever locks meanwhile."""
        files = self._of(opened, draft_id).files
        self._attaching.check_room(name, files)
        self._attaching.check_new(name, data, files)
        found = self._attaching.inspected(name, data)
        with self._writing:
            draft = self._of(opened, draft_id)
            self._attaching.check_room(name, draft.files)
            attached = self._attaching.sealed(opened.stores.blobs, name, data, found=found, beside=draft.files)
            dated = replace(attached, attached_at=self._doors.clock.now())
            return self._keep(opened, replace(draft, files=(*draft.files, dated)))
