"""The fields of an alert that is being written, each with what is wrong with it right under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from station_client.domain.alert import Category
from station_client.domain.draft import DESCRIPTION_LENGTH, Draft
from station_client.domain.drafting import GD_LENGTH, GD_REASON_LENGTH
from station_client.domain.fir_number import LONGEST
from station_client.domain.particulars import ORDER_REASON, composed, disorders
from station_client.domain.reasons import Field
from station_client.domain.redaction import HIDDEN
from station_client.errors import Problem
from ui import theme, words
from ui.language import reason, say, unmarked
from ui.widgets.button import label
from ui.widgets.field_error import FieldError
from ui.widgets.order_reason import OrderReason
from ui.widgets.particulars_form import ParticularsForm

FIELD_ORDER = (
    Field.FIR,
    Field.GD_NUMBER,
    Field.GD_REASON,
    Field.CATEGORY,
    Field.PARTICULARS,
    Field.ORDER_REASON,
    Field.DESCRIPTION,
)


class DraftForm(QWidget):
    """Shows a draft, gives back what was typed; ``edited`` at each change, ``left`` on leaving a field."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay the fields out in the order in which they are filled."""
        super().__init__(parent)
        self._showing = False
        self._draft: Draft | None = None
        self.fir = QLineEdit(maxLength=LONGEST)
        self.fir_hint = label("small", wrap=True)
        self.no_fir = QCheckBox()
        self.gd_number = QLineEdit(maxLength=GD_LENGTH)
        self.gd_reason = QLineEdit(maxLength=GD_REASON_LENGTH)
        self.category = QComboBox()
        self.particulars = ParticularsForm()
        self.order = OrderReason()
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setMinimumHeight(96)
        self.count = label("small")
        self.masked = label("small", wrap=True)
        fields: tuple[tuple[Field, QWidget], ...] = (
            (Field.FIR, self.fir),
            (Field.GD_NUMBER, self.gd_number),
            (Field.GD_REASON, self.gd_reason),
            (Field.CATEGORY, self.category),
            (Field.DESCRIPTION, self.description),
        )
        self.errors = {str(name): FieldError(widget) for name, widget in fields}
        self.errors[Field.PARTICULARS] = FieldError(self.particulars.fold)
        self.errors[Field.ORDER_REASON] = self.order.error
        self._labels = {str(name): label("strong", buddy=widget) for name, widget in fields}
        self._gd = QWidget()
        self._lay_out()
        self._listen([*(widget for _, widget in fields), self.order.field])

    def show_draft(self, draft: Draft, allowed: Iterable[Category]) -> None:
        """Show a draft; only ``allowed`` categories can be chosen, and the one it has already."""
        self._showing, self._draft = True, draft
        told = dict(draft.particulars)
        self.fir.setText(draft.fir_text)
        self.no_fir.setChecked(bool(draft.gd_number or draft.gd_reason))
        self.gd_number.setText(draft.gd_number)
        self.gd_reason.setText(draft.gd_reason)
        self._fill_categories(tuple(allowed), draft.category)
        self.description.setPlainText(draft.description)
        self.order.field.setText(told.pop(ORDER_REASON, ""))
        self.particulars.show_told(draft.category, told)
        self._gd.setVisible(self.no_fir.isChecked())
        self.show_problems(())
        self.order.show_disorders(disorders(draft))
        self._count()
        self._showing = False

    def clear(self) -> None:
        """Show nothing of a case."""
        self._showing, self._draft = True, None
        for line in (self.fir, self.gd_number, self.gd_reason, self.order.field):
            line.clear()
        self.particulars.show_told(None, {})
        self.order.show_disorders(())
        self.description.clear()
        self.masked.hide()
        self.fir_hint.clear()
        self.no_fir.setChecked(False)
        self.category.clear()
        self.show_problems(())
        self._showing = False

    def typed(self, draft: Draft) -> Draft:
        """Give the draft as it is typed now."""
        gone = not self.no_fir.isChecked()
        chosen = self.category.currentData()
        why = self.order.field.text()
        told = (*self.particulars.told(), *(((ORDER_REASON, why),) if why.strip() else ()))
        return replace(
            draft,
            fir_text=self.fir.text(),
            gd_number="" if gone else self.gd_number.text(),
            gd_reason="" if gone else self.gd_reason.text(),
            category=Category(chosen) if chosen else None,
            description=self.description.toPlainText(),
            particulars=told,
        )

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say under each field what is wrong with it, all at once; the first one gets the focus."""
        found = {str(one.field): one.reason for one in problems}
        if self.no_fir.isChecked() and not self.fir.text().strip() and Field.FIR in found:
            found[Field.GD_NUMBER] = found.pop(Field.FIR)  # the officer has said that there is no FIR
        for name, error in self.errors.items():
            if name in found:
                error.say(reason(found[name]))
            else:
                error.clear()
        self.fir_hint.setHidden(Field.FIR in found)  # the error says it already
        first = next((name for name in FIELD_ORDER if name in found), None)
        if first == Field.PARTICULARS:
            self.particulars.stand_on_first_wrong()
        elif first is not None:
            self._widget(first).setFocus()

    def retranslate(self) -> None:
        """Set every word of the form."""
        titles = {
            Field.FIR: self.tr("&FIR number"),
            Field.GD_NUMBER: self.tr("&GD entry number"),
            Field.GD_REASON: self.tr("&Why there is no FIR yet"),
            Field.CATEGORY: self.tr("&Category"),
            Field.DESCRIPTION: self.tr("&Description"),
        }
        for name, title in titles.items():
            self._labels[name].setText(title)
            self._widget(name).setAccessibleName(unmarked(title))
        self.no_fir.setText(self.tr("There is &no FIR yet: give the GD entry"))
        self.no_fir.setAccessibleName(unmarked(self.no_fir.text()))
        self.fir.setPlaceholderText("0123/2026")
        self.description.setPlaceholderText(
            self.tr("What happened, who is looked for, what to do. The first sentence is the headline.")
        )
        for at in range(self.category.count()):
            value = self.category.itemData(at)
            self.category.setItemText(
                at, say(words.category(Category(value))) if value else self.tr("Choose a category")
            )
        self.masked.setText(
            self.tr("••• is a name that is kept from view. Leave each ••• in its place: the centre keeps the name.")
        )
        self.particulars.retranslate()
        self.order.retranslate()
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a field was left."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        self._add(column, Field.FIR, self.fir)
        column.addWidget(self.fir_hint)
        column.addWidget(self.no_fir)
        inside = QVBoxLayout(self._gd)
        inside.setContentsMargins(theme.AROUND, 0, 0, 0)
        inside.setSpacing(theme.GRID)
        self._add(inside, Field.GD_NUMBER, self.gd_number)
        self._add(inside, Field.GD_REASON, self.gd_reason)
        column.addWidget(self._gd)
        self._add(column, Field.CATEGORY, self.category)
        for part in (self.particulars, self.errors[Field.PARTICULARS], self.order):
            column.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self._labels[Field.DESCRIPTION])
        head.addStretch()
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.masked)
        column.addWidget(self.description, 1)
        column.addWidget(self.errors[Field.DESCRIPTION])
        self._gd.hide()
        self.masked.hide()

    def _add(self, column: QVBoxLayout, name: Field, widget: QWidget) -> None:
        title: QLabel = self._labels[name]
        column.addWidget(title)
        column.addWidget(widget)
        column.addWidget(self.errors[name])

    def _listen(self, fields: Iterable[QWidget]) -> None:
        for line in (self.fir, self.gd_number, self.gd_reason, self.order.field):
            line.textChanged.connect(self._changed)
        self.particulars.edited.connect(self._told)
        self.particulars.left.connect(self.left)
        self.category.currentIndexChanged.connect(self._category_chosen)
        self.category.currentIndexChanged.connect(self._changed)
        self.description.textChanged.connect(self._changed)
        self.no_fir.toggled.connect(self._gd_wanted)
        for widget in fields:
            widget.installEventFilter(self)

    def _changed(self) -> None:
        self._count()
        if self._showing:
            return
        for name in FIELD_ORDER:  # the field that is being mended is not scolded any more
            if self._widget(name) is self.sender():
                self.errors[name].clear()
        self.fir_hint.setVisible(not self.errors[Field.FIR].text())
        self.edited.emit()

    def _category_chosen(self) -> None:
        chosen = self.category.currentData()
        if not self._showing:
            self.particulars.choose(Category(chosen) if chosen else None)
            self._told()

    def _told(self) -> None:
        """See whether the dates stand in order, and say how long the whole text is by now."""
        if self._showing or self._draft is None:
            return
        self.order.show_disorders(disorders(self.typed(self._draft)))
        self.errors[Field.PARTICULARS].clear()
        self._changed()

    def _gd_wanted(self, wanted: bool) -> None:  # noqa: FBT001 Qt's signal gives it so
        self._gd.setVisible(wanted)
        if not self._showing:
            self.errors[Field.FIR].clear()
            self.fir_hint.show()
            self.edited.emit()
            if wanted:
                self.gd_number.setFocus()

    def _fill_categories(self, allowed: tuple[Category, ...], chosen: Category | None) -> None:
        self.category.clear()
        self.category.addItem(self.tr("Choose a category"), "")
        for one in Category:
            if one in allowed or one == chosen:
                word = words.category(one)
                icon = theme.icon(word.icon, theme.colours(self).tone(word.tone))
                self.category.addItem(icon, say(word), str(one))
        self.category.setIconSize(QSize(theme.icon_size(), theme.icon_size()))
        self.category.setCurrentIndex(max(0, self.category.findData(str(chosen)) if chosen else 0))

    def _count(self) -> None:
        length = len(composed(self.typed(self._draft))) if self._draft else 0
        self.count.setText(self.tr("{count} of {most}").format(count=f"{length:,}", most=f"{DESCRIPTION_LENGTH:,}"))
        theme.mark(self.count, role="warning" if length > DESCRIPTION_LENGTH else "small")
        said = self.description.toPlainText() + self.gd_reason.text()
        self.masked.setVisible(self._draft is not None and bool(self._draft.edits) and HIDDEN in said)

    def _widget(self, name: str) -> QWidget:
        return {
            Field.FIR: self.fir,
            Field.GD_NUMBER: self.gd_number,
            Field.GD_REASON: self.gd_reason,
            Field.CATEGORY: self.category,
            Field.PARTICULARS: self.particulars.fold,
            Field.ORDER_REASON: self.order.field,
            Field.DESCRIPTION: self.description,
        }[Field(name)]
