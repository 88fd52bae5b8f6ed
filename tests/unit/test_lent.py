"""Copies that other programs read: for this user alone, not to be written, and gone when they are taken back."""

from __future__ import annotations

import io
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.attachment import ENDINGS, Kind, ending, lent_name
from station_client.errors import StoreError
from station_client.store.lent import LentFiles, lending_folders


def test_a_copy_is_this_users_alone_and_goes_when_it_is_taken_back(tmp_path: Path) -> None:
    """Two files of one name lie apart; neither can be written by mistake."""
    lent = LentFiles(tmp_path / "lent")
    one, other = (lent.lend(io.BytesIO(content), "list.docx") for content in (b"one", b"other"))
    assert (one.read_bytes(), other.read_bytes()) == (b"one", b"other")
    assert one.name == other.name == "list.docx"
    assert stat.S_IMODE(one.stat().st_mode) == stat.S_IREAD
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (one.parent, tmp_path / "lent")} == {0o700}
    assert lent.take_back() == 0
    assert list((tmp_path / "lent").iterdir()) == []
    assert lent.take_back() == 0


def test_nothing_of_a_copy_that_was_not_made_stays(tmp_path: Path) -> None:
    """The sealed file turns out damaged half way."""

    class Damaged(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, f"after {size}")

    lent = LentFiles(tmp_path / "lent")
    with pytest.raises(StoreError):
        lent.lend(Damaged(), "list.docx")
    assert list((tmp_path / "lent").iterdir()) == []


def test_two_who_take_back_at_once_are_not_in_each_others_way(tmp_path: Path) -> None:
    """The lock and the end of the program may come together."""
    lent = LentFiles(tmp_path / "lent")
    for _ in range(200):
        lent.lend(io.BytesIO(b"one"), "list.docx")
    left: list[int] = []
    takers = [threading.Thread(target=lambda: left.append(lent.take_back())) for _ in range(4)]
    for one in takers:
        one.start()
    for one in takers:
        one.join()
    assert left == [0, 0, 0, 0]
    assert list((tmp_path / "lent").iterdir()) == []


def test_what_cannot_be_removed_is_counted_and_goes_the_next_time(tmp_path: Path) -> None:
    """On Windows another program holds a file open; here it has put a folder beside it."""
    lent = LentFiles(tmp_path / "lent")
    copy = lent.lend(io.BytesIO(b"one"), "list.docx")
    for beside in ("a", "~lock", "z"):  # whichever the system names first
        (copy.parent / beside).mkdir()
    assert lent.take_back() == 1
    assert not copy.exists(), "the letter itself goes, whatever stays beside it"
    for beside in ("a", "~lock", "z"):
        (copy.parent / beside).rmdir()
    assert lent.take_back() == 0
    assert not copy.parent.exists()


def test_a_folder_that_cannot_be_looked_into_keeps_nobody(tmp_path: Path) -> None:
    """Whoever locks is not stopped by it; it is counted."""
    (tmp_path / "lent").write_bytes(b"no folder")
    assert LentFiles(tmp_path / "lent").take_back() == 1


def test_what_a_start_without_memory_left_is_taken_back_later(tmp_path: Path) -> None:
    """A crash in a session without such a folder leaves its copies in the data folder."""
    (tmp_path / "memory").mkdir()
    left = LentFiles(*lending_folders(tmp_path, {})).lend(io.BytesIO(b"one"), "list.docx")
    later = LentFiles(*lending_folders(tmp_path, {"XDG_RUNTIME_DIR": str(tmp_path / "memory")}))
    assert later.lend(io.BytesIO(b"other"), "list.docx").is_relative_to(tmp_path / "memory")
    assert later.take_back() == 0
    assert not left.exists()


def test_copies_lie_in_memory_where_this_user_has_a_folder_there(tmp_path: Path) -> None:
    """Two data folders never share one; without such a folder they lie in the data folder itself."""
    memory = {"XDG_RUNTIME_DIR": str(tmp_path)}
    one, other = (lending_folders(tmp_path / name, memory)[0] for name in ("a", "b"))
    assert one.parent == other.parent == tmp_path
    assert one != other
    for nothing in ({}, {"XDG_RUNTIME_DIR": ""}, {"XDG_RUNTIME_DIR": str(tmp_path / "gone")}):
        assert lending_folders(tmp_path / "a", nothing) == (tmp_path / "a" / "lent",)


@given(st.text(max_size=200), st.sampled_from(Kind))
def test_the_ending_is_always_the_kinds_own(name: str, kind: Kind) -> None:
    """Whatever a name claims (a program, a script, a link), it is opened as what its content is."""
    assert ENDINGS[ending(lent_name(name, kind))] is kind
    assert Path(lent_name(name, kind)).name == lent_name(name, kind)


def test_a_sound_name_stays_and_a_false_one_is_seen() -> None:
    """The officer finds the name again."""
    assert lent_name("List of property.docx", Kind.DOCX) == "List of property.docx"
    assert lent_name("pay.exe", Kind.DOCX) == "pay.exe.docx"
    assert lent_name("../../up.XLSX", Kind.XLSX) == "up.XLSX"
