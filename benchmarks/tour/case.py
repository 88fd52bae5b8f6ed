"""The case that the tour writes: made up, no real person, with words that nothing else in the demonstration uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SEED: Final = 20260101


@dataclass(frozen=True, slots=True)
class Case:
    """What the officer types, and by which words another station must find it again."""

    category: str
    description: str
    english: str
    hindi: str


FIRST: Final = Case(
    category="seizure-recovery",
    description=(
        "Tempo with marigold garlands stopped at the canal barrier before dawn. "
        "Eleven blue drums of spurious liquor and a forged transit pass recovered; driver fled towards the sugar mill. "
        "नहर की पुलिया के पास छोड़े गए टेम्पो से तिरपाल के नीचे ग्यारह नीले ड्रम बरामद हुए, चालक गन्ने के खेत की ओर भागा। "
        "Stations on the river road to check repainted tempos with new number plates."
    ),
    english="marigold",
    hindi="तिरपाल",
)

SECOND: Final = Case(
    category="interstate-criminal",
    description="Two men wanted for breaking into godowns along the railway siding have crossed the river by boat.",
    english="godowns",
    hindi="",
)

MORE: Final = "Further papers for the same seizure, sent apart because one alert carries five files at the most."
