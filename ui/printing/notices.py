"""What the program itself says on paper: freshness, who printed, what is hidden; in both languages.

Kept as plain words, not as the window's translations: the command line prints without a window.
"""

from __future__ import annotations

from datetime import datetime

from station_client.clock import to_ist
from station_client.domain.office import Officer
from ui.printing.form_labels import Label

AS_ON = Label("As on", "स्थिति")
NOT_SYNCED = Label("this PC's copy was never synced", "इस पीसी की प्रति अब तक सिंक नहीं हुई")
PRINTED_BY = Label("Printed by", "प्रिंट करने वाले")
SAVED_BY = Label("Saved by", "सहेजने वाले")
PAGE = Label("Page {page} of {pages}", "पृष्ठ {page} / {pages}")
TRAINING = Label("TRAINING", "प्रशिक्षण")
NUMBERS_MASKED = Label(
    "Aadhaar, phone and identity numbers are masked on this copy.",
    "इस प्रति पर आधार, फ़ोन और पहचान संख्याएँ छिपाई गई हैं।",
)
VICTIM_WITHHELD = Label(
    "The law protects the victim's identity; it is not shown on this copy: •••.",
    "पीड़ित की पहचान क़ानून से सुरक्षित है; इस प्रति पर नहीं दिखाई गई।",
)


def say(words: Label, language: str) -> str:
    """Give the words in the language of the print: Hindi, or English for any other."""
    return words.hi if language == "hi" and words.hi else words.en


def moment(at: datetime) -> str:
    """Write a moment of a clock as paper does: ``21/11/2026 20:11 hrs IST``."""
    return f"{to_ist(at):%d/%m/%Y %H:%M} hrs IST"


def as_on(at: datetime | None, language: str) -> str:
    """Say how fresh the copy was that is printed."""
    return f"{say(AS_ON, language)}: {moment(at) if at else say(NOT_SYNCED, language)}"


def printed_by(officer: Officer, now: datetime, language: str) -> str:
    """Say who printed, of which station, and when."""
    return _by(PRINTED_BY, officer, now, language)


def saved_by(officer: Officer, now: datetime, language: str) -> str:
    """Say who saved a table, of which station, and when."""
    return _by(SAVED_BY, officer, now, language)


def _by(did: Label, officer: Officer, now: datetime, language: str) -> str:
    place = ", ".join(part for part in (officer.office.name, officer.district_name, officer.state_name) if part)
    who = f"{officer.rank} {officer.name}".strip()
    return f"{say(did, language)}: {who}, {place} · {moment(now)}"


def page_of(page: int, pages: int, language: str) -> str:
    """Give a page its number: ``Page 1 of 3``."""
    return say(PAGE, language).format(page=page, pages=pages)
