"""An alert as other stations will see it, while it is being written."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from station_client.domain.alert import headline
from station_client.domain.draft import Draft
from station_client.domain.fir_number import parse
from station_client.domain.office import Officer
from station_client.domain.particulars import composed
from ui import theme, words
from ui.language import fir_or_gd, say
from ui.widgets.button import label
from ui.widgets.chip import StateChip


class DraftPreview(QFrame):
    """Category, headline and the line of FIR, place and files, as in a list; then the whole text that goes out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to see."""
        super().__init__(parent)
        theme.mark(self, role="surface")
        self._draft: Draft | None = None
        self._officer: Officer | None = None
        self._title = label("small")
        self._category = StateChip()
        self._headline = label("strong", wrap=True)
        self._second = label("quiet", wrap=True)
        self._whole = label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.BETWEEN, theme.INSIDE, theme.BETWEEN, theme.INSIDE)
        column.setSpacing(theme.GRID)
        for part in (self._title, self._category, self._headline, self._second, self._whole):
            column.addWidget(part)

    def show_draft(self, draft: Draft | None, officer: Officer | None) -> None:
        """Show the draft as it is typed now."""
        self._draft, self._officer = draft, officer
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self._title.setText(self.tr("As other stations will see it"))
        draft, officer = self._draft, self._officer
        self._category.setVisible(draft is not None and draft.category is not None)
        if draft is None or officer is None:
            for part in (self._headline, self._second, self._whole):
                part.clear()
            return
        if draft.category is not None:
            self._category.set_word(words.category(draft.category))
        whole = composed(draft)
        self._whole.setText(whole)
        self._headline.setText(headline(whole) or self.tr("(the first sentence of the description)"))
        number = parse(draft.fir_text)
        shown = number.shown if number else ""
        link = fir_or_gd(shown, draft.gd_number) if shown or draft.gd_number else ""
        place = ", ".join(part for part in (officer.office.name, officer.district_name) if part)
        files = self.tr("%n file(s)", "", len(draft.files)) if draft.files else ""
        self._second.setText(" · ".join(part for part in (link, place, files) if part))
        self._category.setAccessibleName(say(words.category(draft.category)) if draft.category else "")
