"""Says things in the officer's language: words and phrases, times in IST, sizes; Latin digits everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

import resources
from resources import path
from station_client.clock import to_ist
from station_client.errors import StationError
from ui import phrases, words
from ui.phrases import Phrase
from ui.words import Word

LANGUAGES: Final = {"en": "English", "hi": "हिन्दी"}
"""The languages that are complete in everything, printed forms too; ``offered`` has those of which only a file came."""
KIB: Final = 1024
MINUTE: Final = 60
HOUR: Final = 3600
DAY: Final = 86_400
_KEY_BEHIND: Final = re.compile(r"\s*\(&\w\)")


@cache
def offered() -> Mapping[str, str]:
    """Give every language there is, in its own words: what its file says for "English"."""
    found = dict(LANGUAGES)
    for code in resources.languages():
        reader = QTranslator()
        if code not in found and reader.load(str(path(f"translations/{code}.qm"))):
            found[code] = reader.translate("language", "English", "this language, in its own words") or code
    return found


class Speech:
    """The language in use; one for the whole program, kept by ``ui.application``."""

    def __init__(self, code: str = "en") -> None:
        """Begin with ``code``; nothing is loaded for English but its plurals."""
        self.code = "en"
        self._translator: QTranslator | None = None
        self.use(code)

    def use(self, code: str) -> None:
        """Speak ``code`` from now on; every widget is told by a LanguageChange event."""
        app = QCoreApplication.instance()
        if app is None:
            return
        self.stop()
        self.code = code if code in offered() else "en"
        app.setProperty("language", self.code)
        if isinstance(app, QGuiApplication):
            app.setLayoutDirection(QLocale(self.code).textDirection())
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))  # Latin digits in any language
        translator = QTranslator(app)
        if translator.load(str(path(f"translations/{self.code}.qm"))):
            app.installTranslator(translator)
            self._translator = translator

    def stop(self) -> None:
        """Speak the sources' own English again: the program is ending."""
        app = QCoreApplication.instance()
        if app is not None and self._translator is not None:
            app.removeTranslator(self._translator)
        self._translator = None

    def other(self) -> str:
        """Give the language that the switch leads to: the next one, and round again."""
        return following(self.code)


def unmarked(text: str) -> str:
    """Give a label's words as they are spoken: without its key's mark, in Hindi without the ``(&F)`` behind them."""
    plain = _KEY_BEHIND.sub("", text).replace("&&", "\0").replace("&", "")
    return plain.replace("\0", "&")


def following(code: str) -> str:
    """Give the language after another one."""
    codes = list(offered())
    return codes[(codes.index(code) + 1) % len(codes)] if code in codes else codes[0]


def next_language() -> str:
    """Name the language that the switch leads to, in its own words."""
    return offered()[following(current())]


def current() -> str:
    """Give the code of the language in use, for what is printed from the window."""
    app = QCoreApplication.instance()
    return str((app.property("language") if app else "") or "en")


def say(word: Word | str) -> str:
    """Translate a word of ``ui.words`` or a source text of ``ui.phrases``."""
    if isinstance(word, Word):
        return QCoreApplication.translate(words.CONTEXT, word.text)
    return QCoreApplication.translate(phrases.CONTEXT, word) if word else ""


def phrase_of(error: StationError) -> Phrase:
    """Word an error in the officer's language: what happened, what is safe, what to do next."""
    source = phrases.of(error)
    happened = say(source.happened)
    for name, value in phrases.fillings(error).items():
        shown = say(value) if name == "reason" else value
        happened = happened.replace("{" + name + "}", shown)
    return Phrase(happened, say(source.safe), say(source.next))


def reason(code: str) -> str:
    """Word one reason's code in the officer's language."""
    return say(phrases.reason(code))


def received(code: str) -> str:
    """Word one reason's code in the officer's language, of a file that another station sent."""
    return say(phrases.received(code))


def clock_time(moment: datetime) -> str:
    """Give the time of day in IST: ``14:05``."""
    return to_ist(moment).strftime("%H:%M")


def day_time(moment: datetime) -> str:
    """Give date and time in IST: ``21/11/2026 14:05 IST``."""
    return to_ist(moment).strftime("%d/%m/%Y %H:%M IST")


def day(moment: datetime) -> str:
    """Give the date in IST: ``21/11/2026``."""
    return to_ist(moment).strftime("%d/%m/%Y")


def date_chip(moment: datetime, now: datetime) -> str:
    """Give what a list shows: the time if it was today, the day and month, or the whole date."""
    local, today = to_ist(moment), to_ist(now)
    if local.date() == today.date():
        return local.strftime("%H:%M")
    if local.year == today.year:
        return local.strftime("%d/%m %H:%M")
    return local.strftime("%d/%m/%Y")


def age(past: datetime, now: datetime) -> str:
    """Say how old something is, roughly: the officer wants to know whether to trust it."""
    seconds = max(timedelta(0), now - past).total_seconds()
    if seconds < MINUTE:
        return QCoreApplication.translate("language", "just now")
    if seconds < HOUR:
        return QCoreApplication.translate("language", "{count} min old").format(count=int(seconds // MINUTE))
    if seconds < DAY:
        return QCoreApplication.translate("language", "{count} h old").format(count=int(seconds // HOUR))
    return QCoreApplication.translate("language", "{count} d old").format(count=int(seconds // DAY))


def as_on(last: datetime | None, now: datetime) -> str:
    """Say of when something is: ``as on 14:05 IST, 3 h old``, with its day where that is not today's."""
    if last is None:
        return QCoreApplication.translate("language", "not synced yet")
    today = to_ist(last).date() == to_ist(now).date()
    shown = f"{clock_time(last)} IST" if today else day_time(last)
    return QCoreApplication.translate("language", "as on {time}, {age}").format(time=shown, age=age(last, now))


def fir_or_gd(fir_shown: str, gd_number: str) -> str:
    """Name the entry an alert stands on: ``FIR 0123/2026``, else its GD entry."""
    if fir_shown:
        return QCoreApplication.translate("language", "FIR {number}").format(number=fir_shown)
    return QCoreApplication.translate("language", "GD {number}").format(number=gd_number) if gd_number else "–"


def more_about_fir(count: int) -> str:
    """Count the other alerts that are drawn together with one: ``+2 more about this FIR``."""
    return QCoreApplication.translate("language", "+{count} more about this FIR").format(count=count)


def group_said(count: int, *, unfolded: bool) -> str:
    """Say aloud that others about the FIR are there, and whether they are seen."""
    if unfolded:
        return QCoreApplication.translate("language", "{count} more about this FIR, unfolded").format(count=count)
    return QCoreApplication.translate("language", "{count} more about this FIR, folded").format(count=count)


def size(count: int) -> str:
    """Give a size in the units that a file dialog shows."""
    if count < KIB:
        return f"{count} B"
    if count < KIB * KIB:
        return f"{count / KIB:.0f} KB"
    return f"{count / KIB / KIB:.1f} MB"
