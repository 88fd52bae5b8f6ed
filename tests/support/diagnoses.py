"""The diagnosis in memory: the service's own order over trials that a test decides."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.errors import StationError
from station_client.services.diagnosis import Diagnosis, NotUsedError, Step, in_turn
from tests.support.faces import NOW


@dataclass
class FakeDiagnosis:
    """The service's own order over trials, of which one fails as a test says."""

    wrong: StationError | None = None
    step: Step = Step.ROUTE
    skew_seconds: float | None = None

    def diagnose(self) -> Diagnosis:
        """Try each."""

        def fail() -> str:
            assert self.wrong is not None
            raise self.wrong

        def unused() -> str:
            raise NotUsedError

        trials = dict.fromkeys(Step, lambda: "10.1.2.3") | {Step.PROXY: unused}
        checks = in_turn(trials | ({self.step: fail} if self.wrong else {}))
        return Diagnosis(NOW, checks, self.wrong.code if self.wrong else "", self.skew_seconds)
