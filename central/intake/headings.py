"""The columns of a legacy table, however State offices head them: by their documented names, in English or Hindi."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from central.errors import IntakeError

ALERTS: Mapping[str, tuple[str, ...]] = {
    "station_code": ("ps code", "police station code", "station", "office code", "थाना कोड", "थाना", "कार्यालय कोड"),
    "category": ("alert category", "type", "alert type", "श्रेणी", "प्रकार", "अलर्ट श्रेणी"),
    "description": ("details", "alert", "text", "alert details", "विवरण", "अलर्ट विवरण", "सूचना"),
    "date": ("alert date", "issued on", "date of alert", "issue date", "दिनांक", "तारीख", "तिथि"),
    "time": ("alert time", "समय"),
    "fir_number": ("fir no", "fir", "crime no", "fir number and year", "प्राथमिकी संख्या", "एफआईआर संख्या", "अपराध संख्या"),
    "gd_number": ("gd no", "dd no", "gd entry", "जीडी संख्या", "रोजनामचा संख्या"),
    "gd_reason": ("reason", "why no fir", "कारण"),
    "author": ("officer", "sent by", "issued by", "अधिकारी", "प्रेषक"),
    "record_number": ("record no", "alert no", "sl no", "अभिलेख संख्या", "अलर्ट संख्या"),
    "status": ("life", "state of alert", "स्थिति"),
}
FIRS: Mapping[str, tuple[str, ...]] = {
    "station_code": ALERTS["station_code"],
    "fir_number": (*ALERTS["fir_number"], "registration no", "registration number"),
    "date": ("fir date", "date of fir", "registered on", "registration date", "दिनांक", "तारीख", "तिथि", "पंजीकरण दिनांक"),
    "time": ("fir time", "समय"),
    "sections": ("acts and sections", "sections of law", "u/s", "under section", "धारा", "धाराएँ", "अधिनियम एवं धारा"),
    "contents": ("brief facts", "fir contents", "facts", "gist", "संक्षिप्त विवरण", "विवरण", "तथ्य"),
    "status": ("case status", "stage", "स्थिति", "प्रकरण की स्थिति"),
    "complainant": ("informant", "complainant name", "शिकायतकर्ता", "वादी", "सूचनाकर्ता"),
    "accused": ("accused name", "accused persons", "अभियुक्त", "आरोपी"),
    "place": ("place of occurrence", "occurrence place", "घटना स्थल", "घटनास्थल"),
    "victim_protected": ("protected", "hide victim", "पीड़ित गोपनीय", "गोपनीय"),
    "language": ("lang", "भाषा"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "alerts": ("station_code", "category", "description", "date"),
    "firs": ("fir_number", "date"),
}


def named(heading: Iterable[str], known: Mapping[str, tuple[str, ...]], needed: Iterable[str]) -> dict[str, int]:
    """Say at which place each field stands; raise ``IntakeError`` where one that is needed has no column.

    A column that nobody knows is passed over; of two for one field the first counts.
    """
    names = {plain(name): field for field, others in known.items() for name in (field, *others)}
    places: dict[str, int] = {}
    for place, text in enumerate(heading):
        field = names.get(plain(text))
        if field is not None:
            places.setdefault(field, place)
    missing = [one for one in needed if one not in places]
    if missing:
        raise IntakeError(1, f"the heading lacks {', '.join(missing)}")
    return places


def plain(text: str) -> str:
    """Bring a heading or a word to the one spelling in which it is looked up."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    # marks of Indic vowels are neither letters nor spaces, and belong to the word
    kept = "".join(char if char.isalnum() or unicodedata.category(char).startswith("M") else " " for char in folded)
    return " ".join(kept.split())
