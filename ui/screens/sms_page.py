"""A short message: a registered template, the words for its places, and how many parts it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from station_client.domain.message import Channel
from station_client.domain.messaging import Sketch, text_of
from station_client.domain.reasons import Field
from station_client.domain.sms import VARIABLE_LENGTH, Template, count
from ui import theme
from ui.language import unmarked
from ui.screens.message_page import MessagePage
from ui.widgets.button import label
from ui.widgets.field_error import FieldError


class SmsPage(MessagePage):
    """Only registered text passes the networks, so there is no free text to type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no template."""
        super().__init__(Channel.SMS, parent)
        self.template = QComboBox()
        self.template.setMinimumContentsLength(16)
        self.template.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words: list[QLineEdit] = []
        self._places = QWidget()
        self._form = QFormLayout(self._places)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.preview = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.preview.setMinimumHeight(theme.ROW * 4)
        self._labels = {field: label("strong", buddy=field) for field in (self.template, self.preview)}
        self.counted = label("small", wrap=True)
        self._none = label("warning", wrap=True)
        self.errors |= {
            Field.TEMPLATE: FieldError(self.template),
            Field.VARIABLES: FieldError(self._places),
            Field.CONTENT: FieldError(self.preview),
        }
        for part in (
            *(self._labels[self.template], self.template, self._none, self.errors[Field.TEMPLATE]),
            *(self._places, self.errors[Field.VARIABLES]),
            *(self._labels[self.preview], self.preview, self.counted, self.errors[Field.CONTENT]),
        ):
            self.right.addWidget(part)
        self.right.addStretch(1)
        self.template.currentIndexChanged.connect(self._chosen)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer the registered texts; what is chosen and filled in stays if it is still registered."""
        if tuple(templates) == tuple(self.template.itemData(at) for at in range(1, self.template.count())):
            return
        before = self.template.currentData()
        self.template.blockSignals(True)  # noqa: FBT003 Qt's own way
        self.template.clear()
        self.template.addItem(self.tr("Choose…"), None)
        for one in templates:
            self.template.addItem(one.name, one)
        kept = next((at for at, one in enumerate(templates, start=1) if one == before), 0)
        self.template.setCurrentIndex(kept)
        self.template.blockSignals(False)  # noqa: FBT003 Qt's own way
        self._none.setVisible(not templates)
        if not kept:
            self._chosen()

    def sketch(self) -> Sketch:
        """Give the short message as it stands."""
        chosen = self.template.currentData()
        template = chosen if isinstance(chosen, Template) else None
        words = tuple(one.text() for one in self.words)
        return replace(super().sketch(), template=template, variables=words)

    def show_sketch(self, sketch: Sketch) -> None:
        """Show a short message that was begun earlier, if its text is still registered."""
        super().show_sketch(sketch)
        offered = (at for at in range(1, self.template.count()) if self.template.itemData(at) == sketch.template)
        self.template.setCurrentIndex(next(offered, 0))
        for field, word in zip(self.words, sketch.variables, strict=False):
            field.setText(word)

    def clear(self) -> None:
        """Begin the next short message."""
        self.template.setCurrentIndex(0)
        super().clear()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        titles = ((self.template, self.tr("T&emplate")), (self.preview, self.tr("Text as it arrives")))
        for field, title in titles:
            self._labels[field].setText(title)
            field.setAccessibleName(unmarked(title))
        self._none.setText(self.tr("No registered template has come from the centre yet; without one no SMS goes out."))
        if self.template.count():
            self.template.setItemText(0, self.tr("Choose…"))
        self._name_words()
        self._show_text()

    def _chosen(self) -> None:
        """Lay out a field for each place of the chosen template."""
        while self._form.rowCount():
            self._form.removeRow(0)
        chosen = self.template.currentData()
        number = chosen.variables if isinstance(chosen, Template) else 0
        self.words = [QLineEdit(maxLength=VARIABLE_LENGTH) for _ in range(number)]
        for field in self.words:
            self._form.addRow(label("strong", buddy=field), field)
            field.textChanged.connect(self._edited)
        self._name_words()
        self._edited()

    def _name_words(self) -> None:
        for at, field in enumerate(self.words):
            title = self.tr("Word {number}").format(number=at + 1)
            shown = self._form.labelForField(field)
            field.setAccessibleName(title)
            if shown is not None:
                shown.setText(title)  # type: ignore[attr-defined] # the form holds the label that was given
            field.setPlaceholderText(self.tr("at most {count} characters").format(count=VARIABLE_LENGTH))

    def _edited(self) -> None:
        self._show_text()
        super()._edited()

    def _show_text(self) -> None:
        text = text_of(self.sketch())
        self.preview.setPlainText(text)
        length = count(text)
        said = self.tr("Characters: {signs} · parts: {parts} · left in the last: {left}").format(
            signs=length.signs, parts=length.parts, left=length.left
        )
        alphabet = self.tr("Unicode: 70 in one, 67 in each of several") if length.unicode else self.tr("GSM: 160, 153")
        self.counted.setText(f"{said} · {alphabet}" if text else "")
