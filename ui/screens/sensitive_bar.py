"""Mark a record sensitive, for officers with the rank: with a reason, which the centre keeps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_client.domain.redaction import WHY_LEAST, WHY_LENGTH
from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge
from ui.widgets.button import button, label, name


class SensitiveBar(QWidget):
    """One button, and a line for the reason; nothing at all for whoever has not the rank."""

    marked = Signal()
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge, kind: str) -> None:
        """Begin with no record, and so hidden; ``kind`` is ``fir`` or ``alert``."""
        super().__init__()
        self._verbs, self._bridge, self._kind = verbs, bridge, kind
        self._key = ""
        self.mark = button()
        self.why = QLineEdit(maxLength=WHY_LENGTH)
        self.question = label(buddy=self.why)
        self.confirm, self.cancel = button("primary"), button("plain")
        self.mark.clicked.connect(self._begin)
        self.confirm.clicked.connect(self._go)
        self.cancel.clicked.connect(self._put_away)
        self.why.returnPressed.connect(self.confirm.click)
        self.why.textChanged.connect(lambda text: self.confirm.setEnabled(len(text.strip()) >= WHY_LEAST))
        self._lay_out()
        self.retranslate()
        self.forget()

    def stand_on(self, key: str) -> None:
        """Stand on a record, for an officer with the rank."""
        if key != self._key:
            self.forget()
        self._key = key
        self.setVisible(self._verbs.session.current() is not None and self._verbs.disclosure.may_mark())

    def forget(self) -> None:
        """Show nothing and keep nothing that was typed."""
        self._key = ""
        self._put_away()
        self.hide()

    def retranslate(self) -> None:
        """Set every word again."""
        name(self.mark, self.tr("Mark as sensiti&ve…"), more=self.tr("Only its own office and the rank may have it"))
        name(self.confirm, self.tr("Mark &it"))
        name(self.cancel, self.tr("Ca&ncel"))
        asked = self.tr("Why is this sensitive?")
        self.question.setText(asked)
        self.why.setAccessibleName(asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addStretch(1)
        form = QHBoxLayout()
        form.addWidget(self.why, 1)
        form.addWidget(self.confirm)
        form.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.INSIDE)
        whole.addLayout(row)
        whole.addWidget(self.question)
        whole.addLayout(form)

    def _begin(self) -> None:
        self._form(shown=True)
        self.confirm.setEnabled(False)
        self.why.clear()
        self.why.setFocus()

    def _put_away(self) -> None:
        self.why.clear()
        self._form(shown=False)

    def _form(self, *, shown: bool) -> None:
        for one in (self.question, self.why, self.confirm, self.cancel):
            one.setVisible(shown)

    def _go(self) -> None:
        self.confirm.setEnabled(False)
        work = partial(self._verbs.disclosure.mark, self._kind, self._key, self.why.text(), sensitive=True)
        self._bridge.run(work, lambda _number: self._done(), self._refused, lane="ask-centre")

    def _done(self) -> None:
        self._put_away()
        self.marked.emit()

    def _refused(self, error: object) -> None:
        self.confirm.setEnabled(True)
        self.failed.emit(error)
