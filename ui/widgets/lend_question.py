"""Says, before an attachment is opened in another program, that a copy lies in clear meanwhile, and until when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_client.domain.attachment import Inspection, Verdict
from ui.widgets.judged import judgement
from ui.widgets.question import Question


class LendQuestion(Question):
    """Opens over its page and blocks nothing; ``lend`` is the button that goes on."""

    def __init__(self, file_name: str, found: Inspection, parent: QWidget) -> None:
        """Word the question, what was found in the file first; not opening is what Enter and Escape do."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open in another program"))
        self.setText(self.tr("This kind of file is shown by another program: {name}").format(name=file_name))
        clear = self.tr(
            "A copy lies in clear on this PC until you lock or leave this program; then it is removed. Close the "
            "other program before that: it stays on the screen when this one locks. What you change in the copy is "
            "not kept. Allow no macros in it. That you opened it stands in the audit trail."
        )
        warning = "" if found.verdict is Verdict.ACCEPT else judgement(found)
        self.setInformativeText("\n\n".join(filter(None, (warning, clear))))
        self.lend = self.answers(self.tr("&Open it"), self.tr("&Do not open"))
