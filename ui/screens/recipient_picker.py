"""To whom: an office found by typing, or by State and district; an address or a number typed; several of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_client.domain.message import Channel, Recipient, is_official
from station_client.domain.messaging import Sketch, added
from station_client.domain.office import District, State
from station_client.domain.reasons import Reason
from station_client.services.addresses import MOST_FOUND, Contact
from ui import theme
from ui.language import reason, unmarked
from ui.models.messages import ChosenModel, ContactModel
from ui.widgets.button import button, label, name
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_error import FieldError
from ui.widgets.row_table import RowTable, TableOrEmpty

WORDS_LONGEST = 80
TYPED_LONGEST = 254
TYPING_MILLISECONDS = 150
LEAST_ROWS = 3


class TypedField(QLineEdit):
    """A field whose Enter does what its button does."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, and let nobody else hear it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class RecipientPicker(QWidget):
    """Asks for offices (``state_chosen``, ``district_chosen``, ``words_typed``); ``changed`` when recipients did."""

    state_chosen = Signal(object)
    district_chosen = Signal(object)
    words_typed = Signal(str)
    changed = Signal()

    def __init__(self, channel: Channel, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._channel = channel
        self.recipients: tuple[Recipient, ...] = ()
        self.words = QLineEdit(maxLength=WORDS_LONGEST)
        self.state, self.district = QComboBox(), QComboBox()
        self.contacts, self.chosen = ContactModel(self), ChosenModel(self)
        self.offices, self.people = RowTable(self.contacts), RowTable(self.chosen)
        self.offices.share((26, 20, 24), wide=0)
        self.people.share((30, 22), wide=0)
        self._no_office, self._nobody = EmptyState(small=True), EmptyState(small=True)
        self._sought, self._few = "", label("small", wrap=True)
        self.add_office = button("", "add")
        self.typed = TypedField(maxLength=TYPED_LONGEST)
        self.add_typed = button("", "add")
        self.remove = button("", "remove")
        self.error = FieldError(self.typed)
        self._hint = label("small", wrap=True)
        fields = (self.words, self.state, self.district, self.typed)
        self._labels = {field: label("strong", buddy=field) for field in fields}
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self._lay_out()
        self._listen()

    def show_states(self, states: Sequence[State]) -> None:
        """Offer the States; what was chosen stays chosen."""
        self._fill(self.state, [(one.name, one) for one in states])

    def show_districts(self, districts: Sequence[District]) -> None:
        """Offer the districts of the chosen State."""
        self._fill(self.district, [(one.name, one) for one in districts])

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show the offices that were asked for; the first one is chosen."""
        self.contacts.show_rows(contacts)
        self._few.setVisible(bool(self._sought) and len(contacts) >= MOST_FOUND)
        self._say_no_office()
        if contacts:
            self.offices.selectRow(0)
        self._look()

    def show_recipients(self, recipients: tuple[Recipient, ...]) -> None:
        """Show to whom the message goes now."""
        self.recipients = recipients
        self.chosen.show_rows(recipients)
        foreign = self._channel is Channel.EMAIL and any(not is_official(one.address) for one in recipients)
        self._hint.setVisible(foreign)
        self._look()

    def add(self, typed: str, shown: str = "") -> bool:
        """Put a recipient to the message; tell whether it was one, new or there already."""
        before = Sketch(self._channel, self.recipients)
        after = added(before, typed, shown)
        if after == before and not any(one.address for one in added(Sketch(self._channel), typed).recipients):
            return False
        self.error.clear()
        self.show_recipients(after.recipients)
        self.changed.emit()
        return True

    def retranslate(self) -> None:
        """Set every word."""
        mail = self._channel is Channel.EMAIL
        titles: dict[QLineEdit | QComboBox, str] = {
            self.words: self.tr("&Find an office"),
            self.state: self.tr("&State"),
            self.district: self.tr("&District"),
            self.typed: self.tr("Or &type an e-mail address") if mail else self.tr("Or &type a mobile number"),
        }
        for field, title in titles.items():
            self._labels[field].setText(title)
            field.setAccessibleName(unmarked(title))
        self.words.setPlaceholderText(self.tr("Part of its name or its district"))
        self.typed.setPlaceholderText("name@police.gov.in" if mail else "9XXXXXXXXX")
        name(self.add_office, self.tr("Add &office"), more=self.tr("Enter"))
        name(self.add_typed, self.tr("Add &it"), more=self.tr("Enter"))
        name(self.remove, self.tr("Remo&ve recipient"))
        self.offices.setAccessibleName(self.tr("Offices"))
        self.people.setAccessibleName(self.tr("Recipients"))
        self._few.setText(self.tr("These are the first {count}. Type more to find others.").format(count=MOST_FOUND))
        self._say_no_office()
        self._nobody.say(self.tr("Nobody yet. Add offices, or type."))
        self._hint.setText(self.tr("An address outside gov.in and nic.in is among them. Check that it may know this."))
        for combo in (self.state, self.district):
            if combo.count():
                combo.setItemText(0, self.tr("Choose…"))
            else:
                combo.addItem(self.tr("Choose…"), None)
        for model, table in ((self.contacts, self.offices), (self.chosen, self.people)):
            model.retranslate()
            table.fit()

    def _say_no_office(self) -> None:
        """Tell words that no office has from no words yet."""
        none = self.tr("No office of this PC's copy has this in its name or its district. Try a shorter part.")
        asked = self.tr("Type a part of an office's name, or choose a State and a district.")
        self._no_office.say(none if self._sought else asked)

    def _seek(self) -> None:
        self._sought = self.words.text().strip()
        self.words_typed.emit(self._sought)

    def _turn_to(self, chosen: SignalInstance, choice: QComboBox) -> None:
        self._sought = ""
        chosen.emit(choice.currentData())

    def _fill(self, combo: QComboBox, rows: Sequence[tuple[str, object]]) -> None:
        before = combo.currentData()
        combo.blockSignals(True)  # noqa: FBT003 Qt's own way
        combo.clear()
        combo.addItem(self.tr("Choose…"), None)
        for text, data in rows:
            combo.addItem(text, data)
        same = next((at for at, (_, data) in enumerate(rows, start=1) if data == before), 0)
        combo.setCurrentIndex(same)
        combo.blockSignals(False)  # noqa: FBT003 Qt's own way

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        places, typing = QGridLayout(), QHBoxLayout()
        places.setHorizontalSpacing(theme.INSIDE)
        places.setVerticalSpacing(theme.GRID)
        for at, field in enumerate((self.state, self.district)):
            field.setMinimumContentsLength(8)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            places.addWidget(self._labels[field], 0, at)
            places.addWidget(field, 1, at)
            places.setColumnStretch(at, 1)
        typing.setSpacing(theme.INSIDE)
        typing.addWidget(self.typed, 1)
        typing.addWidget(self.add_typed)
        for table in (self.offices, self.people):
            table.setMinimumHeight(theme.ROW * LEAST_ROWS)
        column.addLayout(_row(self._labels[self.words], self.words))
        column.addLayout(places)
        column.addWidget(TableOrEmpty(self.offices, self._no_office), 3)
        column.addWidget(self._few)
        column.addLayout(_row(None, self.add_office))
        column.addWidget(self._labels[self.typed])
        column.addLayout(typing)
        column.addWidget(self.error)
        column.addWidget(TableOrEmpty(self.people, self._nobody), 2)
        column.addWidget(self._hint)
        column.addLayout(_row(None, self.remove))
        self._hint.hide()
        self._few.hide()
        self._look()

    def _listen(self) -> None:
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self._seek)
        for choice, chosen in ((self.state, self.state_chosen), (self.district, self.district_chosen)):
            choice.currentIndexChanged.connect(lambda _at, of=chosen, by=choice: self._turn_to(of, by))
        self.offices.opened.connect(self._add_office)
        self.offices.row_changed.connect(self._look)
        self.people.row_changed.connect(self._look)
        self.add_office.clicked.connect(self._add_office)
        self.add_typed.clicked.connect(self._add_typed)
        self.typed.entered.connect(self._add_typed)
        self.remove.clicked.connect(self._remove)

    def _contact(self) -> Contact | None:
        chosen = self.offices.snapshot()
        return chosen if isinstance(chosen, Contact) else None

    def _look(self) -> None:
        contact = self._contact()
        self.add_office.setEnabled(contact is not None and bool(contact.address))
        self.remove.setEnabled(isinstance(self.people.snapshot(), Recipient))

    def _add_office(self) -> None:
        contact = self._contact()
        if contact is not None and contact.address:
            shown = f"{contact.office.name}, {contact.district_name}".rstrip(", ")
            self.add(contact.address, shown)

    def _add_typed(self) -> None:
        if self.add(self.typed.text()):
            self.typed.clear()
            return
        self.error.say(reason(Reason.ADDRESS_FORM if self._channel is Channel.EMAIL else Reason.MOBILE_FORM))

    def _remove(self) -> None:
        gone = self.people.snapshot()
        self.show_recipients(tuple(one for one in self.recipients if one != gone))
        self.changed.emit()


def _row(first: QWidget | None, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.INSIDE)
    if first is None:
        row.addWidget(parts[0])
        row.addStretch()
        return row
    row.addWidget(first)
    row.addWidget(parts[0], 1)
    for part in parts[1:]:
        row.addWidget(part)
    return row
