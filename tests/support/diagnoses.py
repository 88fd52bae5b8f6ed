"""The diagnosis in memory: the service's own order over trials that a test decides."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.errors import StationError
from station_client.services.diagnosis import Diagnosis, Step, in_turn
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

        checks = in_turn({one: fail if self.wrong and one is self.step else (lambda: "10.1.2.3") for one in Step})
        return Diagnosis(NOW, checks, self.wrong.code if self.wrong else "", self.skew_seconds)
