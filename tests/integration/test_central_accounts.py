"""Who is let in at the centre, on which machine, and for how long."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, select

from central.errors import Refused, SetupError
from central.rights import Account
from central.settings import Cost
from central.store.tables import log_ins
from sync.protocol.codes import Code
from tests.support.centre import (
    CONSTABLE_A,
    DSP,
    PASSWORD,
    SHO_A,
    SI_A,
    SI_B,
    STATION_B,
    HandClock,
    SmallCentre,
    small_centre,
)

WRONG = "not the password"


def refused(small: SmallCentre, login: str = SI_A, *, machine_id: str = "machine-a", password: str = WRONG) -> Refused:
    """Sign in where it must fail, and give the refusal."""
    with pytest.raises(Refused) as no:
        small.sign_in(login, machine_id=machine_id, password=password)
    return no.value


def test_a_grant_says_who_where_and_what(small: SmallCentre) -> None:
    """The officer's office, district, State and rights come from the centre."""
    officer = small.sign_in(" ASharma ").officer
    assert (officer.login, officer.office.name) == (SI_A, "RAMPUR")
    assert (officer.district_name, officer.state_name) == ("HARDOI", "UTTAR PRADESH")
    assert "jail-break" not in officer.categories


@pytest.mark.timeout(60)
def test_officers_sign_in_at_the_same_moment_at_the_usual_cost(tmp_path: Path) -> None:
    """As at every change of shift: each is let in, and a fourth after them."""
    with small_centre(tmp_path / "usual", cost=Cost()) as small:
        let_in: list[str] = []

        def enter(login: str) -> None:
            let_in.append(small.sign_in(login, machine_id=f"machine-{login}").officer.login)

        threads = [threading.Thread(target=enter, args=(login,), daemon=True) for login in (SI_A, SI_B, DSP)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(40)
        enter(SHO_A)
    assert sorted(let_in) == sorted((SI_A, SI_B, DSP, SHO_A))


def test_five_wrong_passwords_lock_the_login(small: SmallCentre, clock: HandClock) -> None:
    """Then not even the right one helps until the delay is over, and the next delay is longer."""
    assert {refused(small).code for _ in range(5)} == {Code.WRONG_PASSWORD}
    locked = refused(small, password=PASSWORD)
    assert (locked.code, locked.retry_after) == (Code.LOCKED_OUT, 30)
    clock.forward(seconds=31)
    assert refused(small).code == Code.WRONG_PASSWORD
    assert refused(small, password=PASSWORD).retry_after == 60
    clock.forward(seconds=61)
    small.sign_in()
    assert refused(small).code == Code.WRONG_PASSWORD


def test_a_lock_out_is_one_logins_own(small: SmallCentre) -> None:
    """The other officers of the station go on working."""
    for _ in range(6):
        refused(small)
    small.sign_in(SHO_A)


def test_an_unknown_login_is_told_nothing_else(small: SmallCentre) -> None:
    """Who has an account cannot be found out: same answer, same delay."""
    assert [refused(small, "nobody").code for _ in range(6)] == [Code.WRONG_PASSWORD] * 5 + [Code.LOCKED_OUT]


def test_old_failures_are_forgotten(small: SmallCentre, clock: HandClock) -> None:
    """Yesterday's four do not count today."""
    for _ in range(4):
        refused(small)
    clock.forward(hours=25)
    refused(small, SI_B)
    assert refused(small).code == Code.WRONG_PASSWORD
    small.sign_in()


@pytest.mark.parametrize(
    ("login", "machine_id"), [("", "m"), ("a" * 65, "m"), ("a\x00", "m"), (SI_A, ""), (SI_A, "m" * 65), (SI_A, "m\n")]
)
def test_names_that_cannot_be_are_not_understood(small: SmallCentre, login: str, machine_id: str) -> None:
    """An empty or endless name is refused before anything is looked up."""
    assert refused(small, login, machine_id=machine_id).code == Code.NOT_UNDERSTOOD


def test_a_machine_is_its_first_officers_offices(small: SmallCentre) -> None:
    """Another station's officer is not let in there, nor a higher office's."""
    small.sign_in(SI_A)
    small.sign_in(SHO_A)
    for login in (SI_B, DSP):
        assert refused(small, login, password=PASSWORD).code == Code.NOT_ENTITLED
    small.sign_in(SI_B, machine_id="machine-b")


def test_a_withdrawn_machine_is_told_so(small: SmallCentre, clock: HandClock) -> None:
    """At its next contact, whatever it asks."""
    grant = small.sign_in()
    with small.house.store.write() as unit:
        assert unit.sessions.revoke("machine-a", clock.now())
        assert not unit.sessions.revoke("no-machine", clock.now())
    with pytest.raises(Refused) as no:
        small.centre.changes(grant.access_token, since=0, rows=1)
    assert no.value.code == Code.MACHINE_REVOKED
    with pytest.raises(Refused) as no:
        small.renew(grant)
    assert no.value.code == Code.MACHINE_REVOKED
    assert refused(small, password=PASSWORD).code == Code.MACHINE_REVOKED


def test_a_new_password_ends_what_was_open(small: SmallCentre) -> None:
    """State IT changes an officer; their tokens end at once, and only the new password counts."""
    grant = small.sign_in()
    with small.house.store.read() as unit:
        account = unit.officers.one(SI_A)
    assert account is not None
    small.house.accounts.put_officer(account, "another good password")
    assert not small.lets_in(grant)
    assert refused(small, password=PASSWORD).code == Code.WRONG_PASSWORD
    small.sign_in(password="another good password")


def test_an_officer_who_left_is_not_let_in(small: SmallCentre) -> None:
    """Inactive: no sign-in, and their PC hears of it as often as it asks, though the name stays for the records."""
    grant = small.sign_in(CONSTABLE_A)
    with small.house.store.read() as unit:
        account = unit.officers.one(CONSTABLE_A)
    assert account is not None
    left = Account(**{name: getattr(account, name) for name in account.__slots__} | {"active": False})
    small.house.accounts.put_officer(left, "")
    for _ in range(2):
        with pytest.raises(Refused) as no:
            small.centre.changes(grant.access_token, since=0, rows=1)
        assert no.value.code == Code.OFFICER_REVOKED
        with pytest.raises(Refused) as no:
            small.renew(grant)
        assert no.value.code == Code.OFFICER_REVOKED
    assert refused(small, CONSTABLE_A, password=PASSWORD).code == Code.OFFICER_REVOKED
    small.house.accounts.put_officer(account, "")
    assert not small.lets_in(grant)
    small.sign_in(CONSTABLE_A)


def test_an_officer_who_moved_is_withdrawn_where_they_were(small: SmallCentre) -> None:
    """Their former station's PC hears it at its next contact; back again, they sign in by password."""
    grant = small.sign_in(CONSTABLE_A)
    with small.house.store.read() as unit:
        account = unit.officers.one(CONSTABLE_A)
    assert account is not None
    small.house.accounts.put_officer(replace(account, office_code=STATION_B), "")
    with pytest.raises(Refused) as no:
        small.renew(grant)
    assert no.value.code == Code.OFFICER_REVOKED
    assert refused(small, CONSTABLE_A, password=PASSWORD).code == Code.NOT_ENTITLED
    small.house.accounts.put_officer(account, "")
    assert not small.lets_in(grant)


@pytest.mark.parametrize(
    ("account", "password"),
    [
        (Account("new", "N", "SI", "99999999", (), ()), PASSWORD),
        (Account("new", "N", "SI", "31682034", (), ()), "short"),
        (Account("new", "N", "SI", "31682034", (), ()), ""),
        (Account("new", "N" * 121, "SI", "31682034", (), ()), PASSWORD),
    ],
    ids=["unknown office", "short password", "no password", "endless name"],
)
def test_an_account_must_be_sound(small: SmallCentre, account: Account, password: str) -> None:
    """What cannot be an account is not made into one."""
    with pytest.raises(SetupError):
        small.house.accounts.put_officer(account, password)


def test_log_ins_are_counted_by_office_and_month(small: SmallCentre, clock: HandClock) -> None:
    """Form-24 counts them; the month is India's."""
    clock.moment = clock.moment.replace(month=8, day=31, hour=19)  # 00:30 on 1 September in India
    small.sign_in()
    small.sign_in(SHO_A)
    with small.house.store.read() as unit:
        rows = unit.officers._connection.execute(log_ins.select()).all()
    assert [tuple(row) for row in rows] == [("31682034", "2026-09", 2)]


def test_the_trail_holds_no_password(small: SmallCentre) -> None:
    """Refusals and sign-ins are there; what was typed is not."""
    refused(small, password="hunter2 hunter2")
    small.sign_in()
    with small.house.store.read() as unit:
        entries = unit.trail.all()
    assert [one.act for one in entries] == ["sign-in-refused", "machine-enrolled", "sign-in"]
    assert "hunter2" not in str(entries)


def test_the_database_holds_no_token_and_no_password(small: SmallCentre, database_url: str) -> None:
    """Whoever steals the database cannot speak for anybody with it."""
    grant = small.sign_in()
    engine = create_engine(database_url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        written = repr([connection.execute(select(table)).all() for table in tables.sorted_tables])
    engine.dispose()
    for secret in (grant.access_token, grant.refresh_token, PASSWORD):
        assert secret not in written
    assert grant.officer.login in written
