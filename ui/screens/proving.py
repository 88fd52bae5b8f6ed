"""Fetches what a password form wants to have read, for the screens that may ask the centre."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from station_client.errors import StationError
from station_client.ports import Puzzle
from ui.language import current
from ui.screens.screen import Screen
from ui.widgets.password_form import PasswordForm


class Puzzles(QObject):
    """One form's way to the centre's pictures; ``login`` says whose try it will be."""

    def __init__(self, screen: Screen, form: PasswordForm, login: Callable[[], str]) -> None:
        """Listen to the form."""
        super().__init__(screen)
        self._screen, self._form, self._login = screen, form, login
        form.proof.puzzle_asked.connect(self._fetch)

    def _fetch(self, in_words: bool) -> None:  # noqa: FBT001 a signal's own word
        proving, login, language = self._screen.verbs.proving, self._login(), current()

        def work() -> Puzzle:
            return proving.puzzle(login, in_words=in_words, language=language)

        self._screen.bridge.run(work, self._came, self._failed, lane="puzzle", latest=True)

    def _came(self, puzzle: Puzzle) -> None:
        self._form.proof.show_puzzle(puzzle)

    def _failed(self, error: StationError) -> None:
        self._form.proof.fail(error)
