"""Asks once before a draft or a begun message is thrown away, because that cannot be undone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question


class DiscardQuestion(Question):
    """Opens over its page and blocks nothing; ``discard`` is the button that throws it away."""

    def __init__(self, parent: QWidget, *, which: str = "", message: bool = False) -> None:
        """Word the question, of a draft or of a ``message``; keeping is what Enter and Escape do.

        ``which`` names the draft where there are several.
        """
        super().__init__(parent)
        if message:
            self.setWindowTitle(self.tr("Discard message"))
            self.setText(self.tr("Discard the message that is being written here? This cannot be undone."))
        else:
            self.setWindowTitle(self.tr("Discard draft"))
            self.setText(self.tr("Discard this draft and its attachments on this PC? This cannot be undone."))
        self.setInformativeText(which)
        self.discard = self.answers(self.tr("&Discard"), self.tr("&Keep"), destroys=True)
