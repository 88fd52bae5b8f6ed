"""Asks once before an officer is removed from this PC, and says what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question


class RemoveQuestion(Question):
    """Opens over its page and blocks nothing; ``remove`` is the button that does it."""

    def __init__(self, officer: str, parent: QWidget, *, keychain: bool) -> None:
        """Word the question; keeping is what Enter and Escape do. Without a keychain an older copy still opens."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove officer"))
        self.setText(self.tr("Remove {officer} from this PC?").format(officer=officer))
        gone = (
            self.tr("They cannot sign in here any more, not even with an older copy of this PC's files.")
            if keychain
            else self.tr("They cannot sign in here any more; with an older copy of this PC's files they still could.")
        )
        stays = self.tr(
            "Their drafts and what they sent stay: who is in charge finds them in My work. To come back they must be "
            "added again, with the line."
        )
        self.setInformativeText(f"{gone} {stays}")
        self.remove = self.answers(self.tr("&Remove"), self.tr("&Keep"), destroys=True)
