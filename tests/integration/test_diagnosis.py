"""What is wrong: each step is tried against real ends, one fault is named, and nothing of a case is said."""

from __future__ import annotations

import io
import json
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from central.tls import make_development_certificates
from central.web.serving import served
from station_client import app, config
from station_client.commands import counter
from station_client.commands.doors import Doors
from station_client.config import Settings
from station_client.errors import DiskFullError, NameNotFoundError, NoNetworkError
from station_client.services.diagnosis import Check, Diagnosis, Outcome, Step, Trying, in_turn
from sync.cables import Port
from sync.doctor import Doctor
from sync.https import HttpsTransport
from tests.support.authority import Authority
from tests.support.centre import PASSWORD, SI_A, SmallCentre, small_centre
from tests.support.houses import MemoryKeychain, ShiftedClock
from tests.support.peers import peer, reply


@dataclass
class Place:
    """A data folder, a centre over HTTPS, and whoever may ask what is wrong."""

    settings: Settings
    small: SmallCentre
    keychain: MemoryKeychain
    clock: ShiftedClock

    def diagnosis(self, **changes: object) -> Diagnosis:
        """Say what is wrong with settings that differ from the good ones."""
        settings = replace(self.settings, **changes)  # type: ignore[arg-type] # the test names only true settings
        made = app.build(settings, keychain=self.keychain, clock=self.clock, background=False)
        try:
            return made.verbs.diagnosis.diagnose()
        finally:
            made.close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Give a place where everything is good."""
    tls = tmp_path / "tls"
    authority = make_development_certificates(tls)
    with small_centre(tmp_path / "centre") as small, served(small.centre, tls) as port:
        settings = Settings(tmp_path / "profile", centre_url=f"https://localhost:{port}", ca_file=authority)
        yield Place(settings, small, MemoryKeychain(), ShiftedClock())


def outcomes(found: Diagnosis) -> dict[Step, Outcome]:
    """Give each step's outcome."""
    return {one.step: one.outcome for one in found.checks}


def test_nothing_is_wrong(place: Place) -> None:
    """Every step that can be tried is good; the centre is named, the clock measured."""
    found = place.diagnosis()
    assert found.fault == ""
    assert abs(found.skew_seconds or 99) < 5
    assert outcomes(found) == dict.fromkeys(Step, Outcome.GOOD) | {
        Step.PROXY: Outcome.NOT_USED,
        Step.SIGN_IN: Outcome.NOT_TRIED,
        Step.KEYCHAIN: Outcome.NOT_TRIED,
    }


@pytest.mark.parametrize(
    ("changes", "step", "code"),
    [
        ({"centre_url": "https://nowhere.invalid"}, Step.NAME, "name-unknown"),
        ({"proxy": "http://127.0.0.1:9"}, Step.PROXY, "proxy-refused"),
        ({"pins": frozenset({"0" * 64, "1" * 64})}, Step.CERTIFICATE, "certificate-not-pinned"),
    ],
    ids=["name", "proxy", "pin"],
)
def test_the_first_fault_on_the_line_is_named(place: Place, changes: dict[str, object], step: Step, code: str) -> None:
    """And what lies behind it is not tried; the disk stands for itself."""
    found = place.diagnosis(**changes)
    assert found.fault == code
    tried = outcomes(found)
    assert tried[step] is Outcome.FAULT
    assert tried[Step.CENTRE] is Outcome.NOT_TRIED
    assert tried[Step.DISK] is Outcome.GOOD


def test_a_closed_port_another_authority_a_log_in_page(place: Place, tmp_path: Path) -> None:
    """Each at its own step."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    closed = place.diagnosis(centre_url=f"https://localhost:{port}")
    assert closed.fault == "connection-refused"
    assert [outcomes(closed)[one] for one in (Step.ROUTE, Step.CERTIFICATE, Step.CENTRE)] == [
        Outcome.GOOD,
        Outcome.NOT_TRIED,
        Outcome.FAULT,
    ]
    authority = Authority(tmp_path, "Somebody else")
    with peer(reply(media="text/html", body=b"<html>Log in</html>"), authority.issue("other")) as there:
        assert place.diagnosis(centre_url=there.url).fault == "certificate-other-authority"
        found = place.diagnosis(centre_url=there.url, ca_file=authority.file)
        assert found.fault == "captive-portal"
        assert outcomes(found)[Step.CERTIFICATE] is Outcome.GOOD
        assert outcomes(found)[Step.CLOCK] is Outcome.NOT_TRIED


def test_a_wrong_clock_is_measured(place: Place) -> None:
    """The centre answered, so that its time is known."""
    place.clock.ahead = timedelta(minutes=20)
    found = place.diagnosis()
    assert found.fault == "clock-wrong"
    assert round((found.skew_seconds or 0) / 60) == 20


def test_a_lost_machine_secret_is_found_with_a_good_line(place: Place) -> None:
    """The keychain's own step: the line is good, the PC's key is gone."""
    made = app.build(place.settings, keychain=place.keychain, clock=place.clock, background=False)
    made.verbs.session.sign_in(SI_A, PASSWORD)
    made.verbs.sync.sync_once()
    assert outcomes(made.verbs.diagnosis.diagnose())[Step.SIGN_IN] is Outcome.GOOD
    made.close()
    place.keychain.held.clear()
    found = place.diagnosis()
    assert found.fault == "machine-secret-missing"
    assert outcomes(found)[Step.CENTRE] is Outcome.GOOD


def test_one_fault_is_named_however_many_there_are() -> None:
    """The first in order; a fault of the disk does not hide that the line was tried."""

    def good() -> str:
        return ""

    def nowhere() -> str:
        raise NameNotFoundError("gone")

    def full() -> str:
        raise DiskFullError

    trials = dict.fromkeys(Step, good) | {Step.NAME: nowhere, Step.DISK: full}
    checks = {one.step: one for one in in_turn(trials, Trying())}
    assert checks[Step.NAME] == Check(Step.NAME, Outcome.FAULT, "name-not-found", "gone")
    behind = (Step.PROXY, Step.CERTIFICATE, Step.CLOCK, Step.CENTRE, Step.SIGN_IN)
    assert {checks[one].outcome for one in behind} == {Outcome.NOT_TRIED}
    assert {checks[one].outcome for one in (Step.CABLE, Step.ROUTE, Step.KEYCHAIN)} == {Outcome.GOOD}
    assert checks[Step.DISK].code == "disk-full"


def test_who_has_had_enough_ends_it_before_the_next_step() -> None:
    """What was found until then stands; nothing further is tried, on the line or beside it."""
    trying = Trying()

    def enough() -> str:
        assert trying.checks[-1] == Check(Step.ROUTE, Outcome.UNDER_WAY)
        trying.cancel()
        return "10.1.2.3"

    def never() -> str:
        raise AssertionError

    checks = in_turn(dict.fromkeys(Step, never) | {Step.CABLE: lambda: "", Step.ROUTE: enough}, trying)
    assert checks[:2] == (Check(Step.CABLE, Outcome.GOOD), Check(Step.ROUTE, Outcome.GOOD, detail="10.1.2.3"))
    assert {one.outcome for one in checks[2:]} == {Outcome.NOT_TRIED}
    assert (trying.done, trying.whole) == (1, len(Step))


def test_a_proxy_that_lets_nobody_through_is_the_proxy_s_fault(place: Place) -> None:
    """It is there, and says no: neither the certificate nor the centre was seen."""
    with peer(reply("403 Forbidden", media="text/html", body=b"no"), None) as proxy:
        found = place.diagnosis(proxy=f"http://127.0.0.1:{proxy.port}")
    assert found.fault == "proxy-refused"
    assert outcomes(found)[Step.PROXY] is Outcome.FAULT
    assert outcomes(found)[Step.CERTIFICATE] is Outcome.NOT_TRIED


def test_a_centre_on_this_pc_needs_no_cable(place: Place) -> None:
    """A demonstration on a PC without a network is no fault; the same PC has one where the centre is elsewhere."""

    def nothing() -> tuple[Port, ...]:
        return (Port("eth0", running=False),)

    assert Doctor(HttpsTransport(place.settings.centre_url), place.clock, look=nothing).connected() == ""
    with pytest.raises(NoNetworkError):
        Doctor(HttpsTransport("https://192.0.2.1"), place.clock, look=nothing).connected()


@pytest.mark.parametrize("as_json", [False, True])
def test_the_command_line_says_it(place: Place, *, as_json: bool) -> None:
    """Lines for a person or one JSON table; with an officer the sign-in is tried, and a withdrawn PC is named."""
    profile = place.settings.profile
    config.write(profile, centre_url=place.settings.centre_url, ca_file=place.settings.ca_file)
    made = app.build(config.load(profile), keychain=place.keychain, background=False)
    signed = made.verbs.session.sign_in(SI_A, PASSWORD)
    machine = made.verbs.session._doors.vault.machine_id()
    made.close()
    with place.small.house.store.write() as unit:
        unit.sessions.revoke(machine, place.small.house.clock.now())
    source, sink = os.pipe()
    os.write(sink, f"{PASSWORD}\n".encode())
    out = io.StringIO()
    doors = Doors(
        open_house=partial(app.build, keychain=place.keychain, background=False),
        run_window=lambda _profile: 1,
        run_training=lambda _language: 1,
        print_fir=None,  # type: ignore[arg-type] # nothing is printed
        ask_password=lambda _prompt: "",
        source=io.StringIO(),
        out=out,
        err=out,
    )
    words = ["diagnose", "--profile", str(profile), "--officer", SI_A, "--password-fd", str(source)]
    assert counter.take([*words, "--json"] if as_json else words, doors) == 0
    said = out.getvalue()
    if as_json:
        assert json.loads(said)["diagnosis"]["fault"] == "machine-revoked"
    else:
        assert "sign-in: fault machine-revoked" in said
        assert "The centre has withdrawn this PC." in said
    assert signed.officer.name not in said
