"""The log says what the program did and where it failed, and nothing of a case."""

from __future__ import annotations

import io
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from station_client import logs

SECRET = "Ramesh Kumar, 9876543210"


def fail() -> None:
    """Fail twice, each time with the secret in the words."""
    try:
        int(SECRET)
    except ValueError as inner:
        raise KeyError(SECRET) from inner


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """Write the log in a folder, and stop at the end."""
    stop = logs.start(tmp_path)
    yield tmp_path / logs.FILE_NAME
    stop()


def test_an_error_is_logged_by_kind_and_place_only(written: Path) -> None:
    """What an exception says may quote a case; its kind and the line it came from do not."""
    try:
        fail()
    except KeyError:
        logging.getLogger("station_client.services.drafts").exception("saving failed")
    text = written.read_text("utf-8")
    assert SECRET not in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert f"{Path(__file__).name}:" in text


def test_a_line_has_both_times_and_never_breaks(written: Path) -> None:
    """UTC and the PC's own time stand on one line, whatever the message holds."""
    logging.getLogger("sync.engine").info("one\ntwo")
    (line,) = written.read_text("utf-8").splitlines()
    assert "Z (" in line
    assert line.endswith("INFO sync.engine [MainThread] one two")


def test_libraries_do_not_write_into_it(written: Path) -> None:
    """A library's message may carry data, so only our own modules have this log."""
    logging.getLogger("station_client").info("begin")
    logging.getLogger("urllib3").error(SECRET)
    logging.getLogger().error(SECRET)
    assert SECRET not in written.read_text("utf-8")


def test_a_folder_that_cannot_be_written_costs_the_log_only(tmp_path: Path) -> None:
    """Work goes on without a log."""
    (tmp_path / "file").write_text("x")
    logs.start(tmp_path / "file" / "logs")()


def test_what_nobody_foresaw_is_told_without_its_words(written: Path) -> None:
    """An error that reaches the top of any thread leaves its kind and place, in the log and on the terminal."""
    err = io.StringIO()
    stop = logs.catch_unforeseen(err)
    try:
        try:
            fail()
        except KeyError as wrong:
            sys.excepthook(type(wrong), wrong, wrong.__traceback__)
        thread = threading.Thread(target=fail, name="doomed")
        thread.start()
        thread.join()
    finally:
        stop()
    for text in (written.read_text("utf-8"), err.getvalue()):
        assert text.count("builtins.KeyError") == 2
        assert "[doomed]" in text
        assert SECRET not in text


def test_request_ids_differ() -> None:
    """Two requests are never one in the log."""
    assert len({logs.request_id() for _ in range(100)}) == 100
