"""The words of a large page by two processes are those of one, to the letter; whatever becomes of the other one."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.inspection.sandbox import this_program
from station_client.store.database import Database
from station_client.store.replica import dictation
from station_client.store.replica.changes import Changes, Gone
from station_client.store.replica.dictation import LEAST, PART, Dictation
from station_client.store.replica.replica import replica_on
from station_client.store.scribe import Scribe
from station_client.store.scribing import COMMAND, Page, worked
from station_client.text import index
from station_client.text.pieces import Pieces
from tests.support.casework import alert, fir

KEY = bytes(range(32))
TEXTS = (
    "Ram Kumar of Rampur took a Yamaha UP32AB1234 under section 303(2) BNS; call 9812345678.",
    "मोहम्मद आरिफ पुत्र सलमान, धारा ३०२ भा.द.वि, को लगभग 12:30 बजे देखा गया। \ue000kalert",
    "محمد was seen near the canal with Mohd. Café\u200d Ltd.",
)
SILENT = (sys.executable, "-c", "import time; time.sleep(600)")
DEAD = (sys.executable, "-c", "pass")
WRONG = (sys.executable, "-c", "import os; os.write(1, b'\\0\\0\\0\\5wrong')")


def page(count: int = LEAST + PART // 2) -> tuple[tuple[Alert, ...], tuple[Fir, ...]]:
    """Give a large page, with a FIR for every third alert."""
    alerts = tuple(alert(at, description=f"{TEXTS[at % 3]} Number {at} Suresh{at}") for at in range(count))
    return alerts, tuple(fir(at + 1) for at in range(0, count, 3))


def plain(alerts: Sequence[Alert], firs: Sequence[Fir]) -> list[index.Entry]:
    """Work the words out in the plainest way."""
    by_key, pieces = {one.key: one for one in firs}, Pieces()
    return [index.entry(one, by_key.get(one.fir_key), pieces) for one in alerts]


def test_the_other_process_says_what_this_one_would() -> None:
    """Entries and new spellings, part after part; what is taken back is not answered."""
    alerts, firs = page()
    by_key = {one.key: one for one in firs}
    scribe = Scribe((*this_program(), COMMAND))
    pieces = Pieces()
    for number in (0, 1, 2):
        scribe.ask(Page(number, alerts[number : number + 50], by_key))
    try:
        for number in (0, 1, 2):
            assert scribe.answer(60) == worked(Page(number, alerts[number : number + 50], by_key), pieces)
    finally:
        scribe.end()
    assert scribe.answer(60) is None


def indexed(replica_file: Path) -> tuple[list[object], list[object]]:
    """Give every word of the index where it stands, and how often each word that may be completed was counted."""
    database = Database(replica_file, KEY, synchronous="normal")
    with database.read() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.places USING fts5vocab('main', 'words', 'instance')")
        places = connection.exec_driver_sql('SELECT doc, col, "offset", term FROM temp.places ORDER BY 1, 2, 3').all()
        terms = connection.exec_driver_sql("SELECT term, docs FROM vocabulary ORDER BY 1").all()
    database.close()
    return list(places), list(terms)


def filled(path: Path, pages: Sequence[Changes], asked: Dictation) -> tuple[list[object], list[object]]:
    """Take pages in, and give what the index holds then."""
    replica = replica_on(Database(path, KEY, synchronous="normal"), asked)
    for one in pages:
        replica.feed.apply(one)
    replica.close()
    return indexed(path)


def test_the_index_is_the_same_both_ways(tmp_path: Path) -> None:
    """With the other process and alone: FIRs that came before, with and after their alerts, corrections, tombstones."""
    alerts, firs = page()
    later = tuple(replace(one, sequence=one.sequence + 9000, description="Corrected: Geeta") for one in alerts[7:])
    gone = (Gone("fir", firs[3].key), Gone("alert", alerts[9].uid))
    pages = (
        Changes(cursor=1, firs=firs[:20]),
        Changes(cursor=2, alerts=alerts, firs=firs[30:]),
        Changes(cursor=3, alerts=later, firs=firs[20:30], gone=gone),
        Changes(cursor=4, alerts=later[:LEAST]),
    )
    alone = filled(tmp_path / "alone.db", pages, Dictation(alone=True))
    assert filled(tmp_path / "beside.db", pages, Dictation()) == alone
    assert len(alone[0]) > len(alerts) * 10


def test_the_other_process_does_work() -> None:
    """Were nothing heard of it, the two would agree all the same."""
    alerts, firs = page()
    by_key, asking, here = {one.key: one for one in firs}, Dictation(), Pieces()
    asked = asking.begin(alerts, by_key)
    assert asked is not None
    while not all(part.entries for part in asked.parts):
        assert asked.hear(here, wait=60)
    assert [asked.entry(one, by_key.get(one.fir_key), here) for one in alerts] == plain(alerts, firs)
    asking.close()
    assert "kumar" in here.fresh
    here.fresh.clear()
    here.read("Kumar")
    assert here.fresh == ["kumar"]  # it was not read here before


def test_what_it_was_not_asked_is_worked_out_here() -> None:
    """An alert with another FIR than it was asked with, and one that it was not asked for."""
    alerts, firs = page()
    asking = Dictation()
    asked = asking.begin(alerts, {})
    assert asked is not None
    said = [asked.entry(one, firs[0], Pieces()) for one in (alerts[0], replace(alerts[1]))]
    asking.close()
    assert said == [index.entry(one, firs[0], Pieces()) for one in alerts[:2]]


@pytest.mark.parametrize("other", [SILENT, DEAD, WRONG, ("/there/is/no/such/program",)])
def test_nothing_is_lost_where_the_other_process_is_of_no_use(
    other: tuple[str, ...], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is silent, ends, says something else or never starts: the words are the same, and the log says it."""
    monkeypatch.setattr(dictation, "PATIENCE_SECONDS", 0.05)
    alerts, firs = page()
    by_key = {one.key: one for one in firs}
    asking = Dictation(other)
    for _ in range(dictation.MOST_FAILURES + 2):
        asked, here = asking.begin(alerts, by_key), Pieces()
        if asked is None:
            break
        assert [asked.entry(one, by_key.get(one.fir_key), here) for one in alerts] == plain(alerts, firs)
    assert asking.begin(alerts, by_key) is None  # it is not tried for ever
    asking.close()
    assert 1 <= len([one for one in caplog.records if "process for words" in one.message]) <= dictation.MOST_FAILURES


def test_few_alerts_start_nothing() -> None:
    """News is worked out here."""
    asking = Dictation(("/there/is/no/such/program",))
    assert asking.begin(page()[0][: LEAST - 1], {}) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a process here: its end was NOT tried")
def test_it_ends_with_the_program_that_started_it() -> None:
    """However that ends: killed, it leaves no process behind that knows case text."""
    starts = (
        "import time; from station_client.store.replica.dictation import *; from station_client.store import scribe;"
        "one = scribe.Scribe((*this_program(), COMMAND)); one.ask(Page(0)); one.answer(60);"
        "print(one._process.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", starts], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert runs(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 30
    while runs(child):
        assert time.monotonic() < until
        time.sleep(0.01)


def runs(pid: int) -> bool:
    """Tell whether a process is there and not merely waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False
