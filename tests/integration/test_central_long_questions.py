"""Searches and reports take a few turns of a process and of its database, and no more: everybody else is answered."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from central import enquiries
from central.errors import Refused
from central.store import findings
from central.web.threads import USUAL_THREADS, in_thread
from sync.protocol.codes import Code
from sync.protocol.enquiries import ReportAsk, SearchAsk
from tests.support import postgres
from tests.support.centre import DSP, HandClock, SmallCentre, small_centre
from tests.support.records import an_alert

WORDS = SearchAsk(words="van", fir="", category="", district="", office="", since="", until="")
SLOW = "SELECT row AS found FROM findings, pg_sleep(20) WHERE words @@ CAST(:match AS tsquery) AND row >= :low"
SLOW += " AND row < :high ORDER BY row DESC LIMIT :rows"


def code_of(small: SmallCentre, ask: SearchAsk | ReportAsk, access: str) -> str:
    """Ask what must be refused; give the code."""
    desk = small.centre.enquiries
    with pytest.raises(Refused) as no:
        desk.search(access, ask) if isinstance(ask, SearchAsk) else desk.report(access, ask)
    return no.value.code


def test_a_few_run_at_once_and_the_next_one_is_told_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An officer who asks for twenty at once holds no connection that somebody's alert needs."""
    monkeypatch.setattr(enquiries, "PATIENCE_SECONDS", 0.05)
    with small_centre(tmp_path, HandClock()) as small:
        access, desk = small.sign_in(DSP, machine_id="pc").access_token, small.centre.enquiries
        for _ in range(enquiries.LONG_AT_ONCE):
            desk._long.acquire()
        assert (
            code_of(small, WORDS, access)
            == code_of(small, ReportAsk(report="form-24", month="2026-08"), access)
            == Code.BUSY
        )
        assert small.lets_in(small.sign_in())
        desk._long.release()
        for _ in range(3):  # each gives its turn back
            assert desk.search(access, WORDS).alerts == ()


def test_those_who_wait_for_a_turn_keep_nobody_elses_answer_back(tmp_path: Path) -> None:
    """More searches than there are threads, and none of those that run ends: a push still gets its thread."""
    with small_centre(tmp_path, HandClock()) as small:
        access, desk = small.sign_in(DSP, machine_id="pc").access_token, small.centre.enquiries
        grant, asked = small.sign_in(), USUAL_THREADS + 1
        for _ in range(enquiries.LONG_AT_ONCE):
            desk._long.acquire()

        async def crowd() -> list[object]:
            search = partial(desk.search, access, WORDS)
            waiting = [asyncio.create_task(in_thread(search)) for _ in range(asked)]
            await asyncio.sleep(0)  # all have asked
            await asyncio.wait_for(in_thread(partial(small.lets_in, grant)), timeout=enquiries.RETRY - 1)
            return list(await asyncio.gather(*waiting, return_exceptions=True))

        codes = [one.code for one in asyncio.run(crowd()) if isinstance(one, Refused)]
        assert codes == [Code.BUSY] * asked


def test_a_search_that_takes_the_database_too_long_is_given_up(
    tmp_path: Path, cluster: postgres.Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL ends it, and whoever asked is told *busy*, not that the centre failed."""
    monkeypatch.setattr(findings, "_PG_HURRY", text("SET LOCAL statement_timeout = '50ms'"))
    with small_centre(tmp_path, HandClock(), database_url=cluster.fresh()) as small:
        small.put(an_alert(1))
        access = small.sign_in(DSP, machine_id="pc").access_token
        with monkeypatch.context() as slow:
            slow.setattr(findings, "_PG_FIND", text(SLOW))
            assert code_of(small, WORDS, access) == Code.BUSY
        assert len(small.centre.enquiries.search(access, WORDS).alerts) == 1
