"""Who a protected victim is: asked of the centre with a reason, shown, and kept nowhere on this PC.

BNS s.72, POCSO s.23 and JJ Act s.74. The centre decides and keeps who asked, when and why; this PC's trail says
that it was asked, before it is.
"""

from __future__ import annotations

from station_client.domain.office import Act
from station_client.domain.reasons import Field, Reason
from station_client.domain.redaction import WHY_LEAST, WHY_LENGTH
from station_client.errors import InputError, NotEntitledError
from station_client.services.asking import Asking, Disclosed, DisclosedAlert
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence


class Disclosure:
    """The one way to see who the victim is."""

    def __init__(self, presence: Presence, asking: Asking, audit: Audit) -> None:
        """Ask as whoever is signed in."""
        self._presence = presence
        self._asking = asking
        self._audit = audit

    def may_ask(self) -> bool:
        """Tell whether the officer may ask; the centre decides."""
        return Act.SEE_VICTIM in self._presence.officer().rights.acts

    def fir(self, key: str, why: str) -> Disclosed:
        """Ask for a FIR whole. Nothing of it is stored.

        Raises ``InputError`` for a reason of less than 10 or more than 500 signs, ``NotEntitledError``, ``LineError``,
        ``RefusalError``, ``AnswerError``.
        """
        said = _said(why)
        if not self.may_ask():
            raise NotEntitledError("see-victim")
        self._audit.record(Deed.VICTIM_ASKED, key)
        return self._asking.whole(key, said)

    def alert(self, uid: str, why: str) -> DisclosedAlert:
        """Ask for an alert whole: a sensitive one is for its own office and the rank, and the centre decides."""
        said = _said(why)
        self._audit.record(Deed.VICTIM_ASKED, uid)
        return self._asking.whole_alert(uid, said)

    def may_mark(self) -> bool:
        """Tell whether the officer has the rank for marking records sensitive; the centre decides."""
        return Act.MARK_SENSITIVE in self._presence.officer().rights.acts

    def mark(self, kind: str, key: str, why: str, *, sensitive: bool) -> int:
        """Mark a ``fir`` or an ``alert`` sensitive, or take the mark off; gives the number of the centre's trace.

        Raises as ``fir`` does. Every copy loses a marked record with its next sync.
        """
        said = _said(why)
        self._audit.record(Deed.MARKED_SENSITIVE if sensitive else Deed.UNMARKED_SENSITIVE, key)
        return self._asking.mark(kind, key, said, sensitive=sensitive)


def _said(why: str) -> str:
    said = " ".join(why.split())
    if not WHY_LEAST <= len(said) <= WHY_LENGTH:
        raise InputError(Field.WHY, Reason.TOO_SHORT if len(said) < WHY_LEAST else Reason.TOO_LONG)
    return said
