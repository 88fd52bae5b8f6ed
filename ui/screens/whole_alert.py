"""An alert with what the feed keeps back, for who has the right to it: asked with a reason, held by this page alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from station_client.domain.alert import Attention
from station_client.domain.office import Act
from station_client.domain.redaction import HIDDEN, mask_numbers
from station_client.ports import Line
from station_client.services.asking import DisclosedAlert
from station_client.services.verbs import Verbs
from station_client.services.views import AlertView
from ui import theme
from ui.bridge import Bridge
from ui.screens.alert_facts import AlertFacts
from ui.widgets.banner import Banner
from ui.widgets.button import label
from ui.widgets.why_row import WhyRow


class WholeAlert(QWidget):
    """The button and the reason; then what came. ``told`` says that it came, and that it went."""

    told = Signal()
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Begin with no alert, and so hidden."""
        super().__init__()
        self._verbs, self._bridge = verbs, bridge
        self._uid = ""
        self._hidden = ""  # what of it is kept back: nothing, the victim, or all of it
        self._whole: DisclosedAlert | None = None
        self.why, self.banner = WhyRow("eye"), Banner(closable=False)
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._facts, self._files = AlertFacts(), label("quiet", wrap=True)
        self._facts.fir.setEnabled(False)
        self._page = QScrollArea()
        self._lay_out()
        self.why.given.connect(self._ask)
        bridge.sync_moved.connect(self._offer)
        self.retranslate()
        self.forget()

    def stand_on(self, uid: str, description: str | None) -> None:
        """Stand on an alert: ``description`` as this PC's copy has it, None where the copy has no such alert."""
        if uid != self._uid:
            self.forget()
        self._uid = uid
        self._hidden = "all" if description is None else "victim" if HIDDEN in description else ""
        self.retranslate()

    def forget(self) -> None:
        """Show nothing and keep nothing of what came."""
        shown, self._whole = self._whole is not None, None
        self._uid = self._hidden = ""
        self.why.put_away()
        self._look()
        if shown:
            self.told.emit()

    def shows(self) -> bool:
        """Tell whether what the centre told is shown."""
        return self._whole is not None

    def retranslate(self) -> None:
        """Set every word again."""
        victim = self._hidden == "victim"
        self.why.say(
            self.tr("S&how the victim's identity…") if victim else self.tr("S&how it, if it is sensitive…"),
            self.tr("&Why you need it"),
            self.tr("&Ask the centre"),
            more="" if victim else self.tr("A sensitive alert is on no PC: its own office and the rank may ask for it"),
        )
        self.text.setAccessibleName(self.tr("Description"))
        self._look()

    def _lay_out(self) -> None:
        sheet = QFrame()
        theme.mark(sheet, role="surface")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(*([theme.AROUND] * 4))
        inside.setSpacing(theme.BETWEEN)
        for part in (self.text, self._facts, self._files):
            inside.addWidget(part)
        inside.addStretch(1)
        self._page.setWidget(sheet)
        self._page.setWidgetResizable(True)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.why)
        column.addWidget(self.banner)
        column.addWidget(self._page, 1)

    def _offer(self) -> None:
        signed_in = self._verbs.session.current()
        asks = signed_in is not None and Act.VIEW in signed_in.officer.rights.acts
        may = asks and (self._hidden == "all" or (self._hidden == "victim" and self._verbs.disclosure.may_ask()))
        self.why.offer(may=may and self._whole is None, line=self._verbs.sync.status().line is Line.GOOD)
        self.setVisible(may or self._whole is not None)

    def _ask(self, why: str) -> None:
        work = partial(self._verbs.disclosure.alert, self._uid, why)
        self._bridge.run(work, partial(self._show, self._uid), self._refused, lane="ask-centre")

    def _show(self, uid: str, whole: DisclosedAlert) -> None:
        if uid != self._uid:  # locked, or left, meanwhile
            return
        self._whole = whole
        self.why.put_away()
        self._look()
        self.text.setFocus()
        self.told.emit()

    def _refused(self, error: object) -> None:
        self.why.line.again()
        self.failed.emit(error)

    def _look(self) -> None:
        """Show what came, its numbers masked; the files stay where they are."""
        whole = self._whole
        self._offer()
        self._page.setVisible(whole is not None)
        if whole is None:
            self.banner.clear()
            self.text.clear()
            self._facts.forget()
            self._files.clear()
            return
        said = self.tr(
            "Shown with your reason; the centre wrote it down as № {number}. It is not kept on this PC, goes "
            "when you leave this page, and never stands on paper."
        )
        self.banner.say("warning", said.format(number=whole.number))
        alert = whole.alert
        self.text.setText(mask_numbers(alert.description))
        self._facts.show_facts(AlertView(replace(alert, files=()), Attention.SEEN, frozenset(), fir_here=True))
        self._files.setText(self.tr("Its files stay at the centre.") if alert.files else "")
