"""What is wrong? Nothing, each fault that can be named, and the page while it is still trying."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.gallery import made_up
from benchmarks.gallery.held import Held
from benchmarks.gallery.scene import Prepare, Scene, go
from benchmarks.gallery.waiting import until
from station_client.errors import (
    CaptivePortalError,
    CertificateExpiredError,
    ClockWrongError,
    DiskFullError,
    KeychainError,
    NameUnknownError,
    NoAddressError,
    NoAnswerError,
    NobodyListensError,
    NoNetworkError,
    NoWayError,
    OtherAuthorityError,
    ProxyRefusedError,
    SessionExpiredError,
    StationError,
)
from station_client.services.diagnosis import Check, Outcome, Step, Trying
from tests.support.diagnoses import FakeDiagnosis
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.what_is_wrong import WhatIsWrongScreen

SKEW: Final = 5_400.0
WRONG: Final[dict[str, tuple[Step, StationError]]] = {
    "cable": (Step.CABLE, NoNetworkError()),
    "address": (Step.CABLE, NoAddressError()),
    "vpn": (Step.ROUTE, NoWayError()),
    "silence": (Step.ROUTE, NoAnswerError()),
    "name": (Step.NAME, NameUnknownError()),
    "proxy": (Step.PROXY, ProxyRefusedError()),
    "nobody": (Step.CENTRE, NobodyListensError()),
    "portal": (Step.CERTIFICATE, CaptivePortalError()),
    "certificate": (Step.CERTIFICATE, CertificateExpiredError()),
    "authority": (Step.CERTIFICATE, OtherAuthorityError()),
    "clock": (Step.CLOCK, ClockWrongError(SKEW)),
    "sign-in": (Step.SIGN_IN, SessionExpiredError()),
    "disk": (Step.DISK, DiskFullError()),
    "keychain": (Step.KEYCHAIN, KeychainError()),
}


def _diagnosing(wrong: StationError | None, step: Step = Step.ROUTE) -> Prepare:
    def prepared(folder: Path) -> Desk:
        desk = made_up.filled(folder)
        desk.verbs = replace(desk.verbs, diagnosis=FakeDiagnosis(wrong, step, SKEW))  # type: ignore[arg-type] # in memory
        return desk

    return prepared


class _Slow(Held):
    """Tries the centre's certificate until the picture is taken."""

    def _wait(self, *asked: object, **_named: object) -> None:
        (trying,) = asked
        assert isinstance(trying, Trying)
        good = [Check(one, Outcome.GOOD, detail="10.1.2.3") for one in (Step.CABLE, Step.ROUTE, Step.NAME)]
        trying.begin(Step.CERTIFICATE, [*good, Check(Step.PROXY, Outcome.NOT_USED)])
        super()._wait()


def _trying(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, diagnosis=_Slow(FakeDiagnosis(), "diagnose"))  # type: ignore[arg-type] # in memory
    return desk


def _seen_trying(window: MainWindow, _desk: Desk) -> None:
    window.show_place("what-is-wrong", "")
    screen = window.workplace.places.screens["what-is-wrong"]
    assert isinstance(screen, WhatIsWrongScreen)
    until("the step that is tried", lambda: "4" in screen.strip.text())


_GO: Final = go("what-is-wrong")

SCENES: Final = (
    Scene("what-is-wrong", made_up.offline, _GO),
    Scene("what-is-wrong-nothing", _diagnosing(None), _GO),
    Scene("what-is-wrong-trying", _trying, _seen_trying, under_way=True),
    *(Scene(f"what-is-wrong-{name}", _diagnosing(error, step), _GO) for name, (step, error) in WRONG.items()),
)
