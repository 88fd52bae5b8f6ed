"""The order in which a case's events belong: occurrence, GD entry, FIR, arrest. Pure.

The audit of CCTNS found arrests recorded before the FIR and FIRs before the GD entry. It can be right (an arrest on the
spot); then it is for the officer to say why, and the reason goes out with the alert.
"""

from __future__ import annotations

from enum import StrEnum

from station_client.domain.moments import Moment


class Disorder(StrEnum):
    """Two events that stand the wrong way round."""

    GD_BEFORE_OCCURRENCE = "gd-before-occurrence"
    FIR_BEFORE_OCCURRENCE = "fir-before-occurrence"
    FIR_BEFORE_GD = "fir-before-gd"
    ARREST_BEFORE_FIR = "arrest-before-fir"


def out_of_order(
    occurred: Moment | None, gd: Moment | None, fir: Moment | None, arrested: Moment | None
) -> tuple[Disorder, ...]:
    """Name each pair that stands the wrong way round; what is not known is in order."""
    pairs = (
        (Disorder.GD_BEFORE_OCCURRENCE, gd, occurred),
        (Disorder.FIR_BEFORE_OCCURRENCE, fir, occurred),
        (Disorder.FIR_BEFORE_GD, fir, gd),
        (Disorder.ARREST_BEFORE_FIR, arrested, fir),
    )
    return tuple(one for one, first, second in pairs if first and second and first.before(second))
