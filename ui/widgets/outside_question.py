"""Says once, before a table leaves this PC, that it will lie in clear, and what is kept out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question


class OutsideQuestion(Question):
    """Opens over its page and blocks nothing; ``save`` is the button that goes on."""

    def __init__(self, parent: QWidget) -> None:
        """Word the question; not saving is what Enter and Escape do."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save results as a table"))
        self.setText(self.tr("The table is not encrypted: whoever has the file can read it."))
        self.setInformativeText(
            self.tr(
                "Aadhaar and mobile numbers are masked in it. Descriptions are left out where the law protects the "
                "victim, and where this PC does not hold the FIR. That you saved it stands in the audit trail."
            )
        )
        self.save = self.answers(self.tr("&Save…"), self.tr("&Do not save"))
