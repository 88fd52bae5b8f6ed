"""What is wrong? Each thing between an officer and the centre is tried in turn, and the one fault is named.

Pure data comes out: codes that ``ui/phrases`` words, addresses and times for State IT, nothing of a case.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from station_client.clock import Clock, shown_skew
from station_client.errors import ClockHidesCentreError, ClockWrongError, SetAsideError, StationError
from station_client.ports import Line, LineDoctor, SyncControl
from station_client.services.progress import Progress
from station_client.services.threshold import Threshold
from station_client.store.mending import all_set_aside
from station_client.store.profile import Profile

CLOCK_TOLERANCE_SECONDS = 300


class Step(StrEnum):
    """What is tried, in this order."""

    CABLE = "cable"
    ROUTE = "route"
    NAME = "name"
    PROXY = "proxy"
    CERTIFICATE = "certificate"
    CLOCK = "clock"
    CENTRE = "centre"
    SIGN_IN = "sign-in"
    DISK = "disk"
    KEYCHAIN = "keychain"


ON_THE_LINE: Final = frozenset(Step) - {Step.DISK, Step.KEYCHAIN}
"""Each of these needs the one before it; the others stand for themselves."""


class Outcome(StrEnum):
    """What came of one step."""

    GOOD = "good"
    FAULT = "fault"
    UNDER_WAY = "under-way"
    NOT_TRIED = "not-tried"
    NOT_USED = "not-used"


@dataclass(frozen=True, slots=True)
class Check:
    """One step: ``code`` says what there is to know of it, also of a good one; ``detail`` is for State IT."""

    step: Step
    outcome: Outcome
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Every step, and the ``fault`` to mend first: its code, empty where nothing is wrong.

    ``skew_seconds`` is this PC's clock minus the centre's, where it could be measured. ``stopped`` where somebody
    had enough of it: what was not tried until then was not.
    """

    at: datetime
    checks: tuple[Check, ...]
    fault: str = ""
    skew_seconds: float | None = None
    stopped: bool = False


class Trying(Progress):
    """A diagnosis under way: ``checks`` is what was found until now, with the step that is being tried as the last."""

    def __init__(self) -> None:
        """Begin with nothing tried."""
        super().__init__()
        self.whole = len(Step)
        self.checks: tuple[Check, ...] = ()

    def begin(self, step: Step, found: Sequence[Check]) -> bool:
        """Tell what was found and what is tried next; tell whether to try it."""
        if self.cancelled:
            return False
        self.checks = (*found, Check(step, Outcome.UNDER_WAY))
        return self.step(len(found), len(Step))


class NotTriedError(Exception):
    """This step cannot be tried now; nothing is wrong with it."""


class NotUsedError(Exception):
    """There is nothing of this step on this PC."""


Trial = Callable[[], str]


def in_turn(trials: dict[Step, Trial], trying: Trying) -> tuple[Check, ...]:
    """Try each step, until it is cancelled; once the line has a fault the rest of the line is not tried."""
    checks: list[Check] = []
    for step in Step:
        broken = any(one.outcome is Outcome.FAULT and one.step in ON_THE_LINE for one in checks)
        may = trying.begin(step, checks) and not (broken and step in ON_THE_LINE)
        checks.append(_tried(step, trials[step]) if may else Check(step, Outcome.NOT_TRIED))
    return tuple(checks)


def _tried(step: Step, trial: Trial) -> Check:
    try:
        return Check(step, Outcome.GOOD, detail=trial())
    except NotTriedError:
        return Check(step, Outcome.NOT_TRIED)
    except NotUsedError:
        return Check(step, Outcome.NOT_USED)
    except SetAsideError as known:
        return Check(step, Outcome.GOOD, known.code, known.detail)
    except StationError as wrong:
        return Check(step, Outcome.FAULT, wrong.code, wrong.detail)


class Diagnosing:
    """Tries this PC and its way to the centre; writes nothing and needs nobody signed in."""

    def __init__(
        self, doctor: LineDoctor, threshold: Threshold, sync: SyncControl, clock: Clock, *, folder: Path
    ) -> None:
        """``folder`` is the data folder."""
        self._doctor = doctor
        self._threshold = threshold
        self._sync = sync
        self._clock = clock
        self._folder = folder

    def diagnose(self, trying: Trying | None = None) -> Diagnosis:
        """Try everything now; takes as long as the line does, some twenty seconds at the most.

        ``trying`` is told of each step and may end it before the next.
        """
        trying = trying or Trying()
        skew: list[float] = []
        trials: dict[Step, Trial] = {
            Step.CABLE: lambda: _told(self._doctor.connected()),
            Step.ROUTE: lambda: _told(self._doctor.reach()),
            Step.NAME: self._doctor.find,
            Step.PROXY: self._proxy,
            Step.CERTIFICATE: lambda: self._proved(skew),
            Step.CLOCK: lambda: self._clock_tried(skew),
            Step.CENTRE: self._doctor.greet,
            Step.SIGN_IN: self._sign_in,
            Step.DISK: self._disk,
            Step.KEYCHAIN: self._keychain,
        }
        checks = in_turn(trials, trying)
        fault = next((one.code for one in checks if one.outcome is Outcome.FAULT), "")
        return Diagnosis(self._clock.now(), checks, fault, skew[0] if skew else None, stopped=trying.cancelled)

    def _proxy(self) -> str:
        if not self._doctor.pass_proxy():
            raise NotUsedError
        return ""

    def _proved(self, skew: list[float]) -> str:
        try:
            if not self._doctor.prove():
                raise NotTriedError
        except ClockHidesCentreError as wrong:
            skew.append(wrong.skew_seconds)
            raise
        return ""

    def _clock_tried(self, skew: list[float]) -> str:
        measured = self._doctor.skew_seconds()
        if measured is None:
            raise NotTriedError
        skew.append(measured)
        if abs(measured) > CLOCK_TOLERANCE_SECONDS:
            raise ClockWrongError(measured)
        return f"{shown_skew(measured)} s"

    def _sign_in(self) -> str:
        status = self._sync.status()
        if status.line is Line.REFUSED:
            raise _SaidNoError(status.error)
        if status.line is not Line.GOOD:
            raise NotTriedError
        return ""

    def _disk(self) -> str:
        profile = Profile(self._folder)  # it proves itself writable and roomy
        if found := all_set_aside((profile.desk, profile.replica, profile.vault)):
            raise SetAsideError(", ".join(found))
        return ""

    def _keychain(self) -> str:
        if not self._threshold.vault_exists():
            raise NotTriedError
        self._threshold.known_officers()
        return ""


def _told(detail: str | None) -> str:
    """Give what a step told, if it could be tried. Raises ``NotTriedError``."""
    if detail is None:
        raise NotTriedError
    return detail


class _SaidNoError(StationError):
    """The centre's last no, told again by its code."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code  # type: ignore[misc] # the code of the error that was met, whichever that was
