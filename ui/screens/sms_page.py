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
from ui.widgets.tab_order import come_after, come_last


class SmsPage(MessagePage):
    """Only registered text passes the networks, so there is no free text to type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no template."""
        super().__init__(Channel.SMS, parent)
        self.template = QComboBox()
        self.template.addItem("", None)  # "Choose…", in the language of now
        self.template.setEnabled(False)
        self.template.setMinimumContentsLength(16)
        self.template.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words: list[QLineEdit] = []
        self._left: tuple[str, ...] = ()
        self._changed = ""
        self._places = QWidget()
        self._form = QFormLayout(self._places)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.preview = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.preview.setMinimumHeight(theme.ROW * 4)
        self._labels = {field: label("strong", buddy=field) for field in (self.template, self.preview)}
        self.counted = label("small", wrap=True)
        self._none = label("warning", wrap=True)
        self._news = label("warning", wrap=True)
        self.errors |= {
            Field.TEMPLATE: FieldError(self.template),
            Field.VARIABLES: FieldError(self._places),
            Field.CONTENT: FieldError(self.preview),
        }
        for part in (
            *(self._labels[self.template], self.template, self._none, self._news, self.errors[Field.TEMPLATE]),
            *(self._places, self.errors[Field.VARIABLES]),
            *(self._labels[self.preview], self.preview, self.counted, self.errors[Field.CONTENT]),
        ):
            self.right.addWidget(part)
        self.right.addStretch(1)
        come_last(self, self.send, self.discard)
        self.template.currentIndexChanged.connect(self._chosen)
        self._say_news()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer the registered texts; what is chosen and filled in stays, as far as it is still registered so."""
        if tuple(templates) == tuple(self.template.itemData(at) for at in range(1, self.template.count())):
            return
        before, typed = self._template(), self._typed()
        self.template.blockSignals(True)  # noqa: FBT003 Qt's own way
        self.template.clear()
        self.template.addItem(self.tr("Choose…"), None)
        for one in templates:
            self.template.addItem(one.name, one)
        self.template.setCurrentIndex(self._listed(before))
        self.template.blockSignals(False)  # noqa: FBT003 Qt's own way
        self._none.setVisible(not templates)
        self.template.setEnabled(bool(templates))
        if self._template() != before:
            self._take_up(before, typed)

    def sketch(self) -> Sketch:
        """Give the short message as it stands."""
        return replace(super().sketch(), template=self._template(), variables=self._typed())

    def show_sketch(self, sketch: Sketch) -> None:
        """Show a short message that was begun earlier, as far as its text is still registered so."""
        super().show_sketch(sketch)
        self._take_up(sketch.template, sketch.variables)

    def clear(self) -> None:
        """Begin the next short message."""
        self._take_up(None, ())
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
        self._say_news()
        self._show_text()

    def _template(self) -> Template | None:
        chosen = self.template.currentData()
        return chosen if isinstance(chosen, Template) else None

    def _typed(self) -> tuple[str, ...]:
        """Give the words in their places, or those that have lost theirs with the text."""
        return tuple(one.text() for one in self.words) if self._template() else self._left

    def _listed(self, template: Template | None) -> int:
        """Give the place at which a text is offered now, however State IT changed it; 0 where it is not."""
        offered = (self.template.itemData(at) for at in range(1, self.template.count()))
        same = (at for at, one in enumerate(offered, start=1) if template and one.template_id == template.template_id)
        return next(same, 0)

    def _take_up(self, template: Template | None, words: tuple[str, ...]) -> None:
        """Go on with a text as it is registered now: with the words that still fit, telling what changed."""
        self.template.blockSignals(True)  # noqa: FBT003 Qt's own way
        self.template.setCurrentIndex(self._listed(template))
        self.template.blockSignals(False)  # noqa: FBT003 Qt's own way
        self._fill(words, changed=template.name if template and self._template() != template else "")

    def _chosen(self) -> None:
        """Lay out the text that was chosen; words go into its places for as long as some of them have lost theirs."""
        typed = tuple(one.text() for one in self.words)
        self._fill((*typed, *self._left) if self._left else (), changed="")

    def _fill(self, words: tuple[str, ...], *, changed: str) -> None:
        """Lay out a field for each place of the chosen text, and put into them what there is; the keyboard stays."""
        template = self._template()
        places = template.variables if template else 0
        while len(self.words) > places:
            if self.words.pop().hasFocus():
                self.template.setFocus()
            self._form.removeRow(len(self.words))
        while len(self.words) < places:
            field = QLineEdit(maxLength=VARIABLE_LENGTH)
            self._form.addRow(label("strong", buddy=field), field)
            field.textChanged.connect(self._edited)
            self.words.append(field)
        come_after(self.template, *self.words)
        for at, field in enumerate(self.words):
            word = words[at] if at < len(words) else ""
            if field.text() != word:  # whoever types in it stays where they are
                field.setText(word)
        self._left = tuple(one for one in words[len(self.words) :] if one.strip())
        self._changed = changed
        self._name_words()
        self._say_news()
        self._edited()

    def _say_news(self) -> None:
        """Tell what State IT changed under the officer's hand, and which words have no place any more."""
        said = []
        if self._changed and self._template() is not None:
            changed = self.tr("State IT changed the text “{name}”. Read it again before you queue it.")
            said.append(changed.format(name=self._changed))
        elif self._changed:
            said.append(self.tr("State IT took the text “{name}” back. Choose another one.").format(name=self._changed))
        if self._left:
            said.append(self.tr("Without a place now: {words}").format(words=" · ".join(self._left)))
        news = " ".join(said)
        self._news.setText(news)
        self._news.setVisible(bool(news))
        self.template.setAccessibleDescription(news)

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
        """Show the text with each place that is still empty named in it, and count what would go out."""
        sketch = self.sketch()
        text, named = text_of(sketch), tuple(one.text().strip() or f"[{one.accessibleName()}]" for one in self.words)
        self.preview.setPlainText(text_of(replace(sketch, variables=named)))
        length = count(text)
        said = self.tr("Characters: {signs} · parts: {parts} · left in the last: {left}").format(
            signs=length.signs, parts=length.parts, left=length.left
        )
        hindi = self.tr("with Hindi letters or signs like ₹: 70 in one part, 67 in each of several")
        latin = self.tr("English letters alone: 160 in one part, 153 in each of several")
        self.counted.setText(f"{said} · {hindi if length.unicode else latin}" if text else "")
