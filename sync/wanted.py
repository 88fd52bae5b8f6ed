"""FIRs that people here asked for: asked of the centre once in a round, and put into the copy as they come.

The rights are the feed's, so what comes is a record that the feed tells too, sooner or later: it is stored like one,
under its own sequence, and moves no cursor.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from station_client.errors import RefusalError
from station_client.events import Part
from station_client.store.replica.changes import Changes
from sync.errand import Errand
from sync.mapping.records import fir_of
from sync.protocol.codes import Code
from sync.protocol.enquiries import FirAnswer, FirAsk

LASTING = frozenset({Code.NOT_FOUND, Code.NOT_ENTITLED, Code.NOT_UNDERSTOOD})

_log = logging.getLogger(__name__)


class Wanted:
    """Brings what was wished for."""

    def __init__(self, errand: Errand) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._wishes = errand.stores.desk.wanted
        self._replica = errand.stores.replica

    def ask(self) -> None:
        """Ask for each FIR that is still wanted. Raises ``LineError``, ``StoreError``; a refusal is noted and told."""
        for wish in self._wishes.all():
            if wish.answer:
                continue
            self._errand.check()
            if self._replica.firs.one(wish.key) is not None:
                self._wishes.drop(wish.key)
                continue
            try:
                self._bring(wish.key)
            except RefusalError as no:
                if no.reason not in LASTING:
                    raise
                _log.info("a wanted FIR was not given: %s", no.reason)
                self._wishes.put(replace(wish, answer=str(no.reason)))
                self._errand.tell(Part.FIRS)

    def _bring(self, key: str) -> None:
        line = self._errand.transport
        answer = self._errand.timed(
            lambda access: line.enquire(access, FirAsk(key=key), FirAnswer), lambda told: told.server_time
        )
        if answer.fir.key == key:
            self._replica.feed.apply(Changes(cursor=None, firs=(fir_of(answer.fir),)))
        self._wishes.drop(key)
        self._errand.tell(Part.FIRS)
