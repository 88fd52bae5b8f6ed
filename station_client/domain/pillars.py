"""What the other pillars of criminal justice did about a FIR, as ICJS tells it. Pure.

Courts, prisons, prosecution and forensics each keep their own system. A State may not be integrated with one of
them: then nothing is known, which is not the same as nothing having happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CNR_LENGTH: Final = 16
_CNR: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{4}[0-9]{10}", re.ASCII)


class Pillar(StrEnum):
    """A pillar beside the police."""

    COURT = "court"
    PROSECUTION = "prosecution"
    FORENSICS = "forensics"
    PRISON = "prison"


@dataclass(frozen=True, slots=True)
class PillarEvent:
    """One event: ``day`` is ``2026-08-01``; ``reference`` a court's CNR or the other system's own number."""

    pillar: str
    day: str
    event: str
    reference: str = ""
    place: str = ""


def is_cnr(text: str) -> bool:
    """Tell whether a text is a court case's number: sixteen letters and digits."""
    return _CNR.fullmatch(text) is not None
