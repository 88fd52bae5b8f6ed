"""Changes of alerts that this office sent: said anew, settled, taken back. Each goes through the outbox."""

from __future__ import annotations

from station_client.domain.alert import Alert, Life
from station_client.domain.draft import Draft
from station_client.domain.drafting import problems
from station_client.domain.ids import AlertUid, DraftId, uuid7
from station_client.domain.office import Act, Officer
from station_client.domain.outbox import OutboxItem
from station_client.domain.reasons import Field, Reason
from station_client.errors import DraftIncompleteError, InputError, NotInCopyError
from station_client.events import Part, StoreChanged
from station_client.security.cipher import random_bytes
from station_client.services.deeds import Deed
from station_client.services.drafts import Drafts
from station_client.services.kept_drafts import ID_RANDOM, WritingDoors
from station_client.services.presence import Opened

CHANGED_FROM = frozenset({Life.ACTIVE, Life.CORRECTED, Life.LOCATED})


class Amending:
    """What becomes of an alert after it was sent; the centre judges it again and its word is final."""

    def __init__(self, doors: WritingDoors, drafts: Drafts) -> None:
        """Write as whoever is signed in."""
        self._doors = doors
        self._drafts = drafts

    def allowed(self, uid: AlertUid) -> frozenset[Life]:
        """Say what this officer may make of an alert: ``corrected``, ``located``, ``recalled``, or nothing."""
        with self._doors.presence.at_work() as opened:
            return allowed(_alert(opened, uid), opened.who.officer)

    def correct(self, uid: AlertUid) -> Draft:
        """Begin a draft that says the alert anew, or give the one that was begun; its files stay, new ones are added.

        Raises ``NotInCopyError``, ``InputError`` (not entitled).
        """
        with self._doors.presence.at_work() as opened:
            alert = self._entitled(opened, uid, Life.CORRECTED)
            author, desk = opened.who.officer.login, opened.stores.desk
            begun = [one for one in desk.drafts.all(author, empty=False) if one.edits == uid and not one.life]
            if begun:
                return begun[0]
            draft = desk.drafts.save(self._draft(alert, opened.who.officer, alert.description, ""))
        self._doors.audit.record(Deed.CORRECTING, uid)
        self._tell(Part.DRAFTS)
        return draft

    def located(self, uid: AlertUid, why: str) -> OutboxItem:
        """Say that what the alert is about was found, and where. Raises as ``recall``."""
        return self._end(uid, why, Life.LOCATED)

    def recall(self, uid: AlertUid, why: str) -> OutboxItem:
        """Take the alert back; why stands below its text.

        Raises ``NotInCopyError``, ``InputError`` (not entitled), ``DraftIncompleteError`` where why says too little.
        """
        return self._end(uid, why, Life.RECALLED)

    def _end(self, uid: AlertUid, why: str, life: Life) -> OutboxItem:
        with self._doors.presence.at_work() as opened:
            officer = opened.who.officer
            draft = self._draft(self._entitled(opened, uid, life), officer, why.strip(), life.value)
            if found := problems(draft, officer.rights, self._doors.limits):
                raise DraftIncompleteError(found)
            kept = opened.stores.desk.drafts.save(draft)
        return self._drafts.submit(kept.draft_id)

    def _entitled(self, opened: Opened, uid: AlertUid, life: Life) -> Alert:
        alert = _alert(opened, uid)
        if life not in allowed(alert, opened.who.officer):
            raise InputError(Field.DRAFT, Reason.NOT_ENTITLED)
        return alert

    def _draft(self, alert: Alert, officer: Officer, description: str, life: str) -> Draft:
        now = self._doors.clock.now()
        return Draft(
            DraftId(uuid7(now, random_bytes(ID_RANDOM))),
            officer.login,
            created_at=now,
            saved_at=now,
            fir_text=alert.fir_key or alert.fir_shown,
            gd_number=alert.gd_number,
            gd_reason=alert.gd_reason,
            category=alert.category,
            description=description,
            edits=alert.uid,
            base_version=alert.version,
            life=life,
        )

    def _tell(self, *parts: Part) -> None:
        self._doors.bus.tell(StoreChanged(frozenset(parts)))


def allowed(alert: Alert, officer: Officer) -> frozenset[Life]:
    """Say what an officer may make of an alert: it is its office's, and to recall it takes the right to. Pure."""
    may = alert.office_code == officer.office.code and officer.rights.may_upload(alert.category)
    if not may or alert.life not in CHANGED_FROM:
        return frozenset()
    ends = {Life.RECALLED} if Act.RECALL in officer.rights.acts else set()
    return frozenset({Life.CORRECTED, Life.LOCATED} | ends)


def _alert(opened: Opened, uid: AlertUid) -> Alert:
    alert = opened.stores.replica.alerts.one(uid)
    if alert is None:
        raise NotInCopyError("alert")
    return alert
