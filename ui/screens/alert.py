"""One alert whole: what, where, who and when; its FIR; its files, checked before they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from station_client.domain.alert import Alert, Attention, Life
from station_client.domain.ids import AlertUid
from station_client.domain.office import Act
from station_client.errors import NotInCopyError, StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import AlertView
from ui import theme, words
from ui.bridge import Bridge
from ui.language import phrase_of, say
from ui.screens.alert_facts import AlertFacts
from ui.screens.alert_files import AlertFiles
from ui.screens.alert_print import AlertPrint
from ui.screens.amend_bar import AmendBar
from ui.screens.screen import Screen
from ui.screens.sensitive_bar import SensitiveBar
from ui.screens.thumbnails import Thumbnails
from ui.screens.whole_alert import WholeAlert
from ui.widgets.button import button, label, name
from ui.widgets.chip import StateChip
from ui.widgets.column_area import ColumnArea
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_rows import FileRows
from ui.widgets.freshness import Freshness
from ui.widgets.shown_file import ShownFile
from ui.widgets.why_line import give_way

LONGEST_WAIT = 86_400  # seconds; a page that stands longer has been asked for again by then
PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
BY_MOUSE_AND_KEYS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class AlertScreen(Screen):
    """Shows one alert; looking at it marks it seen, the officer's own key acknowledges it."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build an empty page."""
        super().__init__(verbs, bridge, parent)
        self._uid = ""
        self._end = QTimer(self, singleShot=True)
        self._view: AlertView | None = None
        self._back = button("plain", "back")
        self._back.clicked.connect(lambda: self.go.emit("back"))
        self._category = label("heading")
        self._attention, self._life = StateChip(), StateChip()
        self._acknowledge, self._reply = button("primary", "acknowledged"), button("", "mail")
        self._acknowledge.clicked.connect(self._ask_acknowledge)
        self._reply.clicked.connect(lambda: self.write_to.emit(self._uid))
        self._amend, self._sensitive = AmendBar(verbs, bridge), SensitiveBar(verbs, bridge, "alert")
        self._whole, self._print = WholeAlert(verbs, bridge), AlertPrint(verbs, bridge)
        self._facts = AlertFacts(Freshness(verbs, bridge))
        self._facts.fir.clicked.connect(self._ask_fir)
        self._description = label(wrap=True)
        self._description.setTextInteractionFlags(BY_MOUSE_AND_KEYS)
        self._files_heading, self._files = label("heading"), FileRows()
        self._thumbnails, self._picture = Thumbnails(verbs, bridge, self), ShownFile()
        self._opening = AlertFiles(self, self._files, self._picture)
        self._opening.pictured.connect(self._make_room)
        self._empty = EmptyState("nothing")
        self._empty.acted.connect(lambda: self.go.emit("dashboard"))
        self._lay_out()
        give_way(self._acknowledge, self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._back.click)
        self._listen()
        self.retranslate()

    def activate(self) -> None:
        """Ask for the alert again."""
        self._ask()

    def sleep(self) -> None:
        """Drop everything of the case; the alert's name stays, to be asked for after the unlock."""
        self._drop()
        self.leave()
        self._empty.hide()

    def leave(self) -> None:
        """Keep nothing of what was told for this page alone."""
        self._end.stop()
        self._whole.forget()

    def _drop(self) -> None:
        self._view = None
        self._picture.clear()
        self._thumbnails.forget()
        self._opening.forget()
        for part in (self._body, self._reply, self._acknowledge):
            part.hide()
        self._description.clear()
        self._files.show_files((), frozenset())
        for bar in (self._facts, self._amend, self._sensitive, self._print):
            bar.forget()

    def show_one(self, key: str) -> None:
        """Show this alert, and remember that somebody here looked at it."""
        if key != self._uid:
            self.sleep()
        self._uid = key
        alerts = self.verbs.alerts
        self.bridge.run(lambda: alerts.mark_seen(AlertUid(key)), lambda _done: None, self._seen_failed, lane="desk")
        self._ask()

    def title(self) -> str:
        """Give the words for the window's title; nothing of the case."""
        return self.tr("Alert")

    def retranslate(self) -> None:
        """Set every word again."""
        name(self._back, self.tr("&Back"))
        name(self._reply, self.tr("Reply by &message…"), more=self.tr("An e-mail to the office that sent it"))
        name(self._acknowledge, self.tr("Ac&knowledge"))
        self._files_heading.setText(self.tr("Attachments"))
        for part in (self._amend, self._sensitive, self._whole, self._print):
            part.retranslate()
        self._description.setAccessibleName(self.tr("Description"))
        if self._view is not None:
            self._show(self._view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page through a long alert, whichever button has the keyboard."""
        if event.key() in PAGING and self._body.isVisible():
            self._sheet.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.BETWEEN)
        for shown in (self._back, self._category, self._attention, self._life):
            head.addWidget(shown)
        head.addStretch(1)
        head.addWidget(self._reply)
        head.addWidget(self._acknowledge)
        sheet = QFrame()
        theme.mark(sheet, role="surface")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*([theme.AROUND] * 4))
        column.setSpacing(theme.BETWEEN)
        for part in (self._description, self._facts, self._files_heading, self._files):
            column.addWidget(part)
        column.addStretch(1)
        self._sheet = ColumnArea(sheet)
        self._picture.hide()
        self._body = QSplitter()
        self._body.setHandleWidth(theme.INSIDE)
        self._body.addWidget(self._sheet)
        self._body.addWidget(self._picture)
        self._body.setChildrenCollapsible(False)
        self._body.hide()
        self._empty.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*theme.PAGE)
        whole.addLayout(head)
        for bar in (self._amend, self._sensitive, self._whole):
            whole.addWidget(bar)
        whole.addWidget(self._body, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._print)

    def _listen(self) -> None:
        self.bridge.store_changed.connect(self._changed)
        self.bridge.sync_moved.connect(self._sync_moved)
        self._end.timeout.connect(self._ask)
        self._sensitive.marked.connect(
            lambda: self.notice.emit("good", self.tr("Marked. It leaves every copy by itself."))
        )
        self._whole.told.connect(self._look)
        self._print.notice.connect(self.notice)
        for part in (self._amend, self._sensitive, self._whole):
            part.failed.connect(self._failed)
        self._amend.draft_begun.connect(self.edit_draft)
        self._amend.queued.connect(lambda: self.notice.emit("good", self.tr("It waits in the outbox and is sent now.")))

    def _ask(self) -> None:
        uid, alerts = AlertUid(self._uid), self.verbs.alerts
        if uid:
            self._ask_to_show(lambda: alerts.view(uid), self._show, self._missing, lane="alert")

    def _changed(self, parts: frozenset[Part]) -> None:
        if self.isVisible() and parts & {Part.ALERTS, Part.FIRS, Part.BLOBS}:
            self._ask()

    def _sync_moved(self) -> None:
        if self.isVisible():
            self._files.show_download(self.verbs.sync.status().download)

    def _show(self, view: AlertView) -> None:
        alert, self._view = view.alert, view
        self._category.setText(say(words.category(alert.category)))
        self._attention.set_word(words.attention(view.attention))
        self._life.set_word(words.life(alert.life))
        self._acknowledge.setVisible(view.attention is not Attention.ACKNOWLEDGED)
        self._acknowledge.setEnabled(True)
        self._reply.setVisible(self._may_reply(alert))
        self._description.setText(alert.description)
        theme.mark(self._description, role="quiet" if alert.life in (Life.RECALLED, Life.EXPIRED) else "")
        self._facts.show_facts(view)
        self._await_end(alert)
        self._amend.stand_on(alert.uid)
        self._sensitive.stand_on(alert.uid)
        self._whole.stand_on(alert.uid, alert.description)
        self._look()
        self._files_heading.setVisible(bool(alert.files))
        self._files.show_files(alert.files, view.files_here)
        self._print.stand_on(alert)
        self._opening.judge(view.files_here)
        for file in alert.files:
            row = self._files.rows[file.sha256]
            if file.sha256 in view.files_here and not row.picture.pictured():
                self._thumbnails.ask(file.sha256, file.kind, row.picture.show_picture)

    def _await_end(self, alert: Alert) -> None:
        """Ask again when its time is over, though no line tells of it: nobody is to be stopped on it then."""
        self._end.stop()
        if alert.expires_at is not None:
            left = (alert.expires_at - self.verbs.clock.now()).total_seconds()
            if 0 < left < LONGEST_WAIT:
                self._end.start(round(left * 1000) + 1)

    def _may_reply(self, alert: Alert) -> bool:
        signed_in = self.verbs.session.current()
        may = signed_in is not None and Act.MESSAGE in signed_in.officer.rights.acts
        return may and signed_in is not None and alert.office_code != signed_in.officer.office.code

    def _missing(self, error: StationError) -> None:
        self._drop()
        self._empty.say(str(phrase_of(error)), self.tr("To the dashboard"))
        if error.code == NotInCopyError.code:
            self._whole.stand_on(self._uid, None)
        self._look()

    def _look(self) -> None:
        """Show the copy's alert, or that there is none; neither beside what the centre told of it."""
        for part in (self._category, self._attention, self._life):
            part.setVisible(self._view is not None)
        self._body.setVisible(self._view is not None and not self._whole.shows())
        self._empty.setVisible(self._view is None and not self._whole.shows())

    def _seen_failed(self, error: StationError) -> None:
        if error.code != NotInCopyError.code:
            self._failed(error)

    def _failed(self, error: StationError) -> None:
        self.notice.emit("warning", str(phrase_of(error)))

    def _ask_acknowledge(self) -> None:
        uid, alerts = AlertUid(self._uid), self.verbs.alerts
        self._acknowledge.setEnabled(False)
        self.bridge.run(lambda: alerts.acknowledge(uid), lambda _done: self._ask(), self._failed, lane="desk")

    def _ask_fir(self) -> None:
        if self._view is not None and self._view.alert.fir_key:
            self.open_fir.emit(self._view.alert.fir_key)

    def _make_room(self) -> None:
        """Give half of the page to the picture that is about to be shown."""
        if self._picture.isHidden():
            half = self.width() // 2
            self._body.setSizes([half, half])
