"""The benchmarks' own parts: the same alerts from the same seed, and a file in clear that only they can make."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.names.tried import try_list
from benchmarks.store.gauges import percentiles
from benchmarks.store.made_up import MadeUp
from benchmarks.store.plain import open_plain_replica
from benchmarks.store.questions import kinds
from benchmarks.store.verdict import goals, ratios
from station_client.store.replica import open_replica

KEY = bytes(range(32))
CLEAR = b"SQLite format 3\0"


def test_a_seed_makes_the_same_alerts_each_time() -> None:
    """A figure can be measured again."""
    one, other = (list(islice(MadeUp(seed=3, rows=1000).pages(), 2)) for _ in range(2))
    assert one == other
    assert len({alert.uid for page in one for alert in page.alerts}) == 1000
    assert one != list(MadeUp(seed=4, rows=1000).pages())


def test_texts_are_as_long_as_real_ones() -> None:
    """About 670 bytes each, in two scripts."""
    (page,) = MadeUp(seed=3, rows=500).pages()
    sizes = [len(alert.description.encode()) for alert in page.alerts]
    assert 600 < sum(sizes) / len(sizes) < 740
    ascii_only = sum(alert.description.isascii() for alert in page.alerts)
    assert 200 < ascii_only < 300


def test_every_question_finds_what_it_should(tmp_path: Path) -> None:
    """On the file in clear, which is in clear; the program's own never is."""
    made = MadeUp(seed=3, rows=500)
    (page,) = made.pages()
    replica = open_plain_replica(tmp_path / "plain.db")
    replica.feed.apply(page)
    for kind in kinds(3, made.stock, page.alerts):
        for asked in kind.asked[:5]:
            found = replica.search.find(**asked)
            assert kind.finds is None or kind.finds is bool(found.count), (kind.name, asked)
    replica.close()
    open_replica(tmp_path / "sealed.db", KEY).close()
    assert (tmp_path / "plain.db").read_bytes().startswith(CLEAR)
    assert not (tmp_path / "sealed.db").read_bytes().startswith(CLEAR)


def test_the_program_never_opens_a_file_in_clear() -> None:
    """What a connection hears first is said in one place of the program; only the benchmarks say otherwise."""
    program = Path(__file__).parents[2] / "station_client"
    naming = [path.name for path in program.rglob("*.py") if "_keying" in path.read_text(encoding="utf-8")]
    assert naming == ["database.py"]


def test_percentiles_are_times_that_were_measured() -> None:
    """By the nearest rank."""
    assert percentiles(number / 1000 for number in range(1, 101)) == {"p50": 50.0, "p95": 95.0}
    assert percentiles([0.002]) == {"p50": 2.0, "p95": 2.0}


def test_a_figure_that_misses_its_goal_says_so() -> None:
    """Ingest has a least, all else a most."""
    kind = {"p50": 1.0, "p95": 51.0}
    facts = {
        "warm": {"rare word": kind},
        "size_mb": 1.0,
        "ingest": {"alerts_per_cpu_second": 9000, "alerts_per_s": 7999},
        "memory_mb": {"start": 250.0},
        "merged": {"slowest_step_ms": 100},
        "unlock_ms": [500.0],
    }
    plain = facts | {"ingest": {"alerts_per_cpu_second": 12_600}}
    beside = {
        "common word": {"encrypted": {"p50": 2.0, "p95": 4.0}, "plain": {"p50": 1.0, "p95": 4.0}},
        "rare word": {"encrypted": {"p50": 1.0, "p95": 2.0}, "plain": {"p50": 1.0, "p95": 2.0}},
    }
    missed = [one for one in goals(1_000_000, facts, ratios(facts, plain, beside), None) if not one["met"]]
    assert [(one["what"], one["value"]) for one in missed] == [
        ("query p95 warm: rare word", 51.0),
        ("encrypted against plain: processor time of taking in", 1.4),
        ("encrypted against plain: queries, all kinds together (p50)", 1.5),
        ("ingest", 7999),
    ]


def test_a_list_of_names_may_have_its_columns_either_way(tmp_path: Path) -> None:
    """Recall counts pairs, precision what else was found."""
    path = tmp_path / "names.tsv"
    path.write_text("Ram\tराम\nगीता\tGeeta\nSuresh\tमोहन\n\n", encoding="utf-8")
    found = try_list(path)
    assert (found["pairs"], found["recall"], found["precision"]) == (3, 0.6667, 1.0)
    path.write_text("alone\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no pair"):
        try_list(path)
