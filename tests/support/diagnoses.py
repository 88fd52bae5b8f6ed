"""The diagnosis in memory: the service's own order over trials that a test decides."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from station_client.errors import StationError
from station_client.services.diagnosis import Diagnosis, NotUsedError, Step, Trying, in_turn
from tests.support.faces import NOW


@dataclass
class FakeDiagnosis:
    """The service's own order over trials, of which one fails as a test says."""

    wrong: StationError | None = None
    step: Step = Step.ROUTE
    skew_seconds: float | None = None
    slow: Step | None = None
    answer: threading.Event = field(default_factory=threading.Event)

    def diagnose(self, trying: Trying | None = None) -> Diagnosis:
        """Try each; the ``slow`` one takes until ``answer``."""
        trying = trying or Trying()

        def fail() -> str:
            assert self.wrong is not None
            raise self.wrong

        def wait() -> str:
            assert self.answer.wait(20.0)
            return "10.1.2.3"

        def unused() -> str:
            raise NotUsedError

        trials = dict.fromkeys(Step, lambda: "10.1.2.3") | {Step.PROXY: unused}
        trials |= {self.slow: wait} if self.slow else {}
        checks = in_turn(trials | ({self.step: fail} if self.wrong else {}), trying)
        fault = next((one.code for one in checks if one.code), "")
        return Diagnosis(NOW, checks, fault, self.skew_seconds, stopped=trying.cancelled)
