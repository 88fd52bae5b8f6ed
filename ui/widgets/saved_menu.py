"""The searches an officer keeps: one press asks one of them again, the last lines keep or forget one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from station_client.services.views import SavedSearch, SearchQuery
from ui import words
from ui.language import say
from ui.widgets.button import KeyButton, name

LONGEST = 70
DAYS_SHOWN = "%d/%m/%Y"


class SavedMenu(KeyButton):
    """A button with a menu; ``wanted`` gives the search that was chosen, ``kept`` and ``forgotten`` what to do."""

    wanted = Signal(object)
    keep_asked = Signal()
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none kept."""
        super().__init__(parent)
        self.setAutoDefault(False)
        self.draw("save")
        self._saved: tuple[SavedSearch, ...] = ()
        self._may_keep = False
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.retranslate()

    def show_saved(self, saved: Sequence[SavedSearch]) -> None:
        """List the searches that are kept."""
        self._saved = tuple(saved)
        self.retranslate()

    def may_keep(self, *, may: bool) -> None:
        """Say whether anything is asked that could be kept."""
        if may != self._may_keep:
            self._may_keep = may
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        name(self, self.tr("Sa&ved searches"))
        self._menu.clear()
        for at, one in enumerate(self._saved, 1):
            mark = f"&{at}  " if at <= 9 else ""  # noqa: PLR2004 the keys 1 to 9
            self._menu.addAction(mark + self._worded(one), partial(self.wanted.emit, one))
        if not self._saved:
            self._menu.addAction(self.tr("None kept yet")).setEnabled(False)
        self._menu.addSeparator()
        keep = self._menu.addAction(self.tr("&Keep this search"), self.keep_asked.emit)
        keep.setEnabled(self._may_keep)
        if self._saved:
            gone = self._menu.addMenu(self.tr("&Forget"))
            for one in self._saved:
                gone.addAction(self._worded(one), partial(self.forgotten.emit, one))

    def actions_shown(self) -> list[QAction]:
        """Give the menu's lines, as the officer sees them."""
        return list(self._menu.actions())

    def _worded(self, one: SavedSearch) -> str:
        """Say a question in one line; what an officer typed is no mnemonic."""
        said = self._said(one.query, one.days).replace("&", "&&")
        return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"

    def _said(self, query: SearchQuery, days: int) -> str:
        if query.fir_number:
            return self.tr("FIR {number}").format(number=query.fir_number)
        parts = [query.words, say(words.category(query.category)) if query.category else "", query.place]
        parts += [say(words.life(one)) for one in query.lives]
        if query.status:
            parts.append(say(words.case_status(query.status)))
        if days:
            parts.append(self.tr("last {count} days").format(count=days))
        else:
            since, until = (f"{one:{DAYS_SHOWN}}" if one else "" for one in (query.since, query.until))
            parts.append(f"{since} – {until}".strip() if since or until else "")
        return " · ".join(part for part in parts if part)
