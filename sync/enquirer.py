"""A person's questions to the centre, beside whatever round is running (``services.asking.Asking``)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from station_client.domain.fir import Fir
from station_client.domain.report import Report
from station_client.errors import AnswerError, NotSignedInError
from station_client.services.asking import Disclosed, DisclosedAlert, FoundAtCentre
from station_client.services.views import SearchQuery
from sync.engine import Engine
from sync.errand import HaltedError
from sync.mapping.records import alert_of, fir_of
from sync.protocol.enquiries import Answer as Told
from sync.protocol.enquiries import (
    FirAnswer,
    FirAsk,
    MarkAnswer,
    MarkAsk,
    ReportAnswer,
    ReportAsk,
    SearchAnswer,
    SearchAsk,
    WholeAnswer,
    WholeAsk,
)
from sync.transport import Enquiries

Answer = TypeVar("Answer", bound=Told)


class Enquirer:
    """Asks on the calling thread; a pause halts rounds, not a person's wish."""

    def __init__(self, engine: Engine) -> None:
        """Ask over the line of ``engine``, as whoever is signed in."""
        self._engine = engine

    def fir(self, key: str) -> Fir:
        """Ask for one FIR."""
        answer = self._ask(lambda access, line: line.enquire(access, FirAsk(key=key), FirAnswer))
        if answer.fir.key != key:
            raise AnswerError("the centre gave another FIR")
        return fir_of(answer.fir)

    def search(self, query: SearchQuery, before: int | None, limit: int) -> FoundAtCentre:
        """Look through everything that this office may see."""
        ask = SearchAsk(
            words=query.words[:1000],
            fir=query.fir_number[:200],
            category=query.category or "",
            district=query.district_code,
            office=query.office_code,
            since=query.since.isoformat() if query.since else "",
            until=query.until.isoformat() if query.until else "",
            before=before or 0,
            rows=limit,
        )
        answer = self._ask(lambda access, line: line.enquire(access, ask, SearchAnswer))
        return FoundAtCentre(tuple(map(alert_of, answer.alerts)), answer.next or None, answer.server_time, answer.terms)

    def report(self, name: str, month: str) -> Report:
        """Ask for a report."""
        answer = self._ask(lambda access, line: line.enquire(access, ReportAsk(report=name, month=month), ReportAnswer))
        wide = {len(answer.columns), *map(len, answer.rows)}
        if (answer.report, answer.month) != (name, month) or len(wide) != 1:
            raise AnswerError("the centre gave another report")
        return Report(answer.report, answer.month, answer.columns, answer.rows, answer.server_time)

    def whole(self, key: str, why: str) -> Disclosed:
        """Ask for a FIR with what the feed keeps back."""
        asked = WholeAsk(kind="fir", key=key, reason=why)
        answer = self._ask(lambda access, line: line.enquire(access, asked, WholeAnswer))
        if answer.fir is None or answer.fir.key != key:
            raise AnswerError("the centre gave another FIR")
        return Disclosed(fir_of(answer.fir), answer.number)

    def whole_alert(self, uid: str, why: str) -> DisclosedAlert:
        """Ask for an alert with what the feed keeps back."""
        asked = WholeAsk(kind="alert", key=uid, reason=why)
        answer = self._ask(lambda access, line: line.enquire(access, asked, WholeAnswer))
        if answer.alert is None or answer.alert.uid != uid:
            raise AnswerError("the centre gave another alert")
        return DisclosedAlert(alert_of(answer.alert), answer.number)

    def mark(self, kind: str, key: str, why: str, *, sensitive: bool) -> int:
        """Mark a record sensitive, or take the mark off."""
        asked = MarkAsk(kind=kind, key=key, sensitive=sensitive, reason=why)
        answer = self._ask(lambda access, line: line.enquire(access, asked, MarkAnswer))
        if answer.sensitive != sensitive:
            raise AnswerError("the centre set another mark")
        return answer.number

    def _ask(self, question: Callable[[str, Enquiries], Answer]) -> Answer:
        errand = self._engine.errand
        if errand is None:
            raise NotSignedInError
        mine = replace(errand, halted=threading.Event())
        try:
            return mine.timed(lambda access: question(access, mine.transport), lambda answer: answer.server_time)
        except HaltedError:
            raise NotSignedInError("signed out meanwhile") from None
