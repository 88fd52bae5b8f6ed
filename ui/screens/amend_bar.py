"""What may become of a sent alert: corrected, settled, taken back; only what this officer may do is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.alert import Life
from station_client.domain.draft import DESCRIPTION_LENGTH, Draft
from station_client.domain.ids import AlertUid
from station_client.domain.outbox import OutboxItem
from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge
from ui.widgets.button import button, name
from ui.widgets.why_line import WhyLine


class AmendBar(QWidget):
    """Three buttons, and a line for the reason, which must be given before anything is sent."""

    draft_begun = Signal(str)
    queued = Signal()
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Begin with no alert, and so hidden."""
        super().__init__()
        self._verbs, self._bridge = verbs, bridge
        self._uid = AlertUid("")
        self._life = Life.LOCATED
        self.correct, self.located, self.recall = button(), button(), button()
        self.line = WhyLine(1, DESCRIPTION_LENGTH)
        self.correct.clicked.connect(self._begin)
        self.located.clicked.connect(partial(self._ask_why, Life.LOCATED))
        self.recall.clicked.connect(partial(self._ask_why, Life.RECALLED))
        self.line.given.connect(self._send)
        self._lay_out()
        self.retranslate()
        self.forget()

    def stand_on(self, uid: AlertUid) -> None:
        """Ask what this officer may make of an alert, and show that."""
        if uid != self._uid:
            self.forget()
        self._uid = uid
        work = partial(self._verbs.amending.allowed, uid)
        self._bridge.run(work, partial(self._allow, uid), self._quiet, lane="amend", latest=True)

    def forget(self) -> None:
        """Show nothing and keep nothing that was typed."""
        self._uid = AlertUid("")
        self.line.put_away()
        self.hide()

    def retranslate(self) -> None:
        """Set every word again."""
        name(self.correct, self.tr("&Correct…"), more=self.tr("Say this alert anew, as a draft"))
        name(self.located, self.tr("&Located…"), more=self.tr("Say that what it is about was found"))
        name(self.recall, self.tr("&Recall…"), more=self.tr("Take this alert back"))
        recalled = self._life is Life.RECALLED
        asked = self.tr("Why is this alert taken back?") if recalled else self.tr("What was found, where and when?")
        self.line.say(asked, self.tr("&Send to all stations"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for one in (self.correct, self.located, self.recall):
            buttons.addWidget(one)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.INSIDE)
        whole.addLayout(buttons)
        whole.addWidget(self.line)

    def _allow(self, uid: AlertUid, allowed: frozenset[Life]) -> None:
        if uid != self._uid:
            return
        for one, life in ((self.correct, Life.CORRECTED), (self.located, Life.LOCATED), (self.recall, Life.RECALLED)):
            one.setVisible(life in allowed)
        self.setVisible(bool(allowed))
        if self._life not in allowed:
            self.line.put_away()

    def _quiet(self, _error: object) -> None:
        """Show nothing where it cannot be said: the screen itself says what is wrong with the alert."""
        self.hide()

    def _begin(self) -> None:
        work = partial(self._verbs.amending.correct, self._uid)
        self._bridge.run(work, self._begun, self.failed.emit, lane="desk")

    def _begun(self, draft: Draft) -> None:
        self.draft_begun.emit(draft.draft_id)

    def _ask_why(self, life: Life, *_checked: object) -> None:
        self._life = life
        self.retranslate()
        self.line.ask()

    def _send(self, why: str) -> None:
        verb = self._verbs.amending.recall if self._life is Life.RECALLED else self._verbs.amending.located
        work = partial(verb, self._uid, why)
        self._bridge.run(work, self._sent, self._refused, lane="desk")

    def _sent(self, _item: OutboxItem) -> None:
        self.line.put_away()
        self.queued.emit()

    def _refused(self, error: object) -> None:
        self.line.again()
        self.failed.emit(error)
