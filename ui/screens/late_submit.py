"""Submitting asked for while a file is still being checked: said at once, done when the check is over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.screens.attaching import Attaching
from ui.widgets.banner import Banner
from ui.widgets.draft_form import DraftForm


class LateSubmit(QObject):
    """Remembers one wish to submit; ``due`` when every file was taken.

    A refused file, a word that is typed, or another draft takes the wish back: nothing goes out that the officer
    would not have sent as it now stands.
    """

    due = Signal()

    def __init__(self, attaching: Attaching, form: DraftForm, banner: Banner) -> None:
        """Wait for the files of ``attaching``; what is to be known is said in ``banner``."""
        super().__init__(attaching)
        self._attaching = attaching
        self._banner = banner
        self._wanted = False
        attaching.busy.connect(self._moved)
        attaching.turned.connect(self._forget)
        form.edited.connect(self._forget)

    def ask(self) -> None:
        """Submit when the files are checked; nothing where none is being checked."""
        if not self._attaching.checking():
            return
        self._wanted = True
        self._banner.setProperty("about", "problems")  # the next word that is typed clears it
        self._banner.say(
            "quiet",
            self.tr("A file is still being checked. The alert is submitted when that is done, unless you type on."),
        )

    def _moved(self, busy: bool) -> None:  # noqa: FBT001 Qt's signal gives it by place
        if busy or not self._wanted:
            return
        self._wanted = False
        if self._attaching.refused():
            said = self.tr("Not submitted: a file was not taken. See why beside the files, then submit again.")
            self._banner.say("warning", said)
        else:
            self.due.emit()

    def _forget(self) -> None:
        self._wanted = False
