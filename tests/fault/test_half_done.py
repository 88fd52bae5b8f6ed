"""A store that cannot write in the middle of something: it is done whole with its trace, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.errors import (
    LockedOutError,
    NotSignedInError,
    SignInError,
    StoreDamagedError,
    StoreError,
    WrongPasswordError,
)
from station_client.events import SessionChanged, StoreChanged
from station_client.services.verbs import Verbs
from station_client.store.database import Database
from tests.support.centre import PASSWORD, SI_A
from tests.support.houses import Pc

WORDS = "A girl of eight, missing from the fair at Rampur."


@pytest.fixture
def verbs(pc: Pc) -> Iterator[Verbs]:
    """Sign an officer in."""
    with pc.house() as made:
        made.session.sign_in(SI_A, PASSWORD)
        yield made


def refuse(database: Database, table: str, *, refused: bool = True) -> None:
    """Let the database refuse (or take again) every new row of a table."""
    with database.write() as connection:
        if refused:
            raising = "BEGIN SELECT RAISE(ABORT, 'no'); END"
            connection.execute(text(f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} {raising}"))
        else:
            connection.execute(text(f"DROP TRIGGER no_{table}"))


def desk_of(verbs: Verbs) -> Database:
    """Give the desk's file."""
    return verbs.session.stores().desk._database


def written(verbs: Verbs) -> Draft:
    """Write a whole draft."""
    draft = replace(verbs.drafts.begin(), fir_text="12/2026", category=Category.SEIZURE, description=WORDS)
    return verbs.drafts.save(draft)


def open_files(folder: Path) -> int:
    """Count this process's open files of a folder."""
    shown = Path("/proc/self/fd")
    if not shown.is_dir():
        pytest.skip("this system does not show a process's open files: leaks were NOT looked for")
    return sum(str(one.resolve()).startswith(f"{folder}/") and one.resolve().suffix != ".lock" for one in _links(shown))


def _links(shown: Path) -> Iterator[Path]:
    for one in list(shown.iterdir()):
        try:
            target = one.readlink()
        except OSError:
            continue
        yield Path(str(target).removesuffix(" (deleted)"))


def test_a_submit_without_its_trace_is_none(verbs: Verbs) -> None:
    """The draft is still a draft, nothing is queued; with room again it goes through, with its trace."""
    draft, desk = written(verbs), desk_of(verbs)
    refuse(desk, "audit")
    with pytest.raises(StoreError):
        verbs.drafts.submit(draft.draft_id)
    assert (verbs.outbox.items(), verbs.drafts.mine()) == ((), (draft,))
    refuse(desk, "audit", refused=False)
    item = verbs.drafts.submit(draft.draft_id)
    refuse(desk, "audit")
    with pytest.raises(StoreError):
        verbs.outbox.take_back(item.item_id)
    with pytest.raises(StoreError):
        verbs.drafts.discard(verbs.drafts.begin().draft_id)
    assert verbs.outbox.one(item.item_id) == item
    refuse(desk, "audit", refused=False)
    assert (verbs.audit.entries()[-1].act, verbs.audit.entries()[-1].subject) == ("submitted", item.item_id)


def test_a_committed_submit_is_always_followed_by_a_sync(verbs: Verbs) -> None:
    """A listener that stumbles over the news does not keep the engine from counting and sending it."""

    def stumble(event: object) -> None:
        match event:
            case StoreChanged():
                raise RuntimeError

    draft = written(verbs)
    stop = verbs.bus.listen(stumble)
    with pytest.raises(RuntimeError):
        verbs.drafts.submit(draft.draft_id)
    stop()
    assert verbs.sync.status().waiting == 1


def test_a_sign_out_that_cannot_be_traced_is_a_sign_out(verbs: Verbs) -> None:
    """The officer is told; the vault is closed all the same, also for whoever still holds the stores."""
    told: list[object] = []
    verbs.bus.listen(told.append)
    stores = verbs.session.stores()
    refuse(desk_of(verbs), "audit")
    with pytest.raises(StoreError):
        verbs.session.sign_out()
    assert SessionChanged() in told
    assert (verbs.session.current(), verbs.session.locked()) == (None, None)
    with pytest.raises(NotSignedInError):
        verbs.sync.sync_once()
    with pytest.raises(NotSignedInError):
        stores.desk.drafts.all()


def test_a_sign_in_that_cannot_be_traced_is_none(verbs: Verbs, pc: Pc) -> None:
    """Nobody is signed in, the engine is closed, no file stays open."""
    refuse(desk_of(verbs), "audit")
    with pytest.raises(StoreError):
        verbs.session.sign_out()
    with pytest.raises(StoreError):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert verbs.session.current() is None
    with pytest.raises(NotSignedInError):
        verbs.sync.sync_once()
    with pytest.raises(NotSignedInError):
        verbs.drafts.mine()
    assert open_files(pc.folder) == open_logs(pc)


def open_logs(pc: Pc) -> int:
    """Count what is open besides the stores."""
    return open_files(pc.folder / "logs")


def test_what_the_centre_granted_and_the_desk_cannot_keep_leaves_nothing_open(verbs: Verbs, pc: Pc) -> None:
    """A full disk while the officer's rights are noted."""
    with desk_of(verbs).write() as connection:
        connection.execute(text("DELETE FROM settings WHERE name LIKE 'officer/%'"))
        raising = "BEGIN SELECT RAISE(ABORT, 'no'); END"
        connection.execute(
            text(f"CREATE TRIGGER none BEFORE INSERT ON settings WHEN NEW.name LIKE 'officer/%' {raising}")
        )
    verbs.session.sign_out()
    with pytest.raises(StoreError):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert verbs.session.current() is None
    assert open_files(pc.folder) == open_logs(pc)


def test_a_count_that_cannot_be_forgotten_leaves_nothing_open(verbs: Verbs, pc: Pc) -> None:
    """The file of wrong passwords cannot be written when the right one comes."""
    verbs.session.sign_out()
    with pytest.raises(WrongPasswordError):
        verbs.session.sign_in(SI_A, "wrong")
    (pc.folder / "lockout.json").unlink()
    (pc.folder / "lockout.json").mkdir()
    with pytest.raises(StoreError):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert verbs.session.current() is None
    assert open_files(pc.folder) == open_logs(pc)


def test_a_lost_vault_is_never_made_anew_over_a_store(verbs: Verbs, pc: Pc) -> None:
    """It could not open what is here; the officer is told of the damage and nothing is written."""
    verbs.session.sign_out()
    vault = (pc.folder / "vault.json").read_bytes()
    (pc.folder / "vault.json").unlink()
    assert pc.keychain is not None
    held = dict(pc.keychain.held)
    with pytest.raises(StoreDamagedError):
        verbs.session.sign_in(SI_A, PASSWORD)
    assert not (pc.folder / "vault.json").exists()
    assert pc.keychain.held == held
    (pc.folder / "vault.json").write_bytes(vault)
    assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A


def test_a_wrong_password_leaves_the_present_session(verbs: Verbs) -> None:
    """Whoever tries at the sign-in screen does not throw out the officer who is signed in, or locked."""
    who = verbs.session.current()
    with pytest.raises(WrongPasswordError):
        verbs.session.sign_in(SI_A, "wrong")
    assert verbs.session.current() == who
    verbs.session.lock()
    with pytest.raises(WrongPasswordError):
        verbs.session.sign_in(SI_A, "wrong")
    assert verbs.session.locked() == who


def test_tries_at_the_same_moment_are_held_to_five(verbs: Verbs) -> None:
    """Eight at once get no more than eight one after another."""
    verbs.session.lock()
    answers: list[type[SignInError]] = []

    def wrong() -> None:
        try:
            verbs.session.unlock("wrong")
        except SignInError as told:
            answers.append(type(told))

    tries = [threading.Thread(target=wrong) for _ in range(8)]
    for one in tries:
        one.start()
    for one in tries:
        one.join(60)
    assert sorted(one.__name__ for one in answers) == ["LockedOutError"] * 4 + ["WrongPasswordError"] * 4
    with pytest.raises(LockedOutError):
        verbs.session.unlock(PASSWORD)
