"""One FIR in a window of its own: the whole form, masked as the law wants it, with Print at the bottom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from station_client.domain.fir import Fir
from station_client.domain.redaction import PaperFir, redacted
from station_client.errors import StationError
from station_client.events import Part
from station_client.ports import Line
from station_client.services.asking import Disclosed
from station_client.services.verbs import Verbs
from station_client.services.views import AlertLine, SearchPage, SearchQuery
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.printing.fir_around import ALERT, around_html
from ui.printing.fir_html import Ink, fir_html
from ui.printing.fir_pdf import draw_fir, save_fir
from ui.screens.absent_fir import AbsentFir
from ui.screens.printer import occasion_of, preview
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.freshness import Freshness
from ui.widgets.why_line import give_way
from ui.widgets.why_row import WhyRow

MOST_ALERTS = 50
_BY_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class FirScreen(Screen):
    """Shows all of I.I.F.-I by its items, English with Hindi beside it."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the screen empty; ``show_one`` names the FIR."""
        super().__init__(verbs, bridge, parent)
        self._key = ""
        self._fir: Fir | None = None
        self._whole: Disclosed | None = None
        self._alerts: tuple[AlertLine, ...] = ()
        self._dialog: QFileDialog | None = None
        self._title = label("title")
        self._fresh = Freshness(verbs, bridge)
        self.banner = Banner(closable=False)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction | _BY_KEYBOARD)
        self.why = WhyRow("eye")
        self.empty = AbsentFir(self)
        self.pdf_button = button("primary", "export")
        self.print_button = button("", "print")
        self._lay_out()
        give_way(self.pdf_button, self)
        self.pdf_button.clicked.connect(self._ask_path)
        self.print_button.clicked.connect(self._preview)
        self.empty.told.connect(self._say_none)
        self.empty.again.connect(lambda: self.show_one(self._key))
        self.why.given.connect(self._ask_whole)
        self.page.anchorClicked.connect(self._follow)
        self.bridge.sync_moved.connect(self._offer)
        self.bridge.store_changed.connect(self._store_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._preview)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._ask_path)
        self.retranslate()

    def title(self) -> str:
        """Name the window; never with the number of a case."""
        return self.tr("First Information Report")

    def show_one(self, key: str) -> None:
        """Open the FIR by its key; that it was opened leaves a trace."""
        self._key = key
        if self._fir is None:
            self.empty.await_one(key)
            self._title.setText(self.empty.title)
        self.bridge.run(partial(self.verbs.firs.one, key), self._show, self._failed, lane="fir")

    def sleep(self) -> None:
        """Show nothing of a case."""
        self._fir = self._whole = None
        self._alerts = ()
        self.why.put_away()
        self.empty.put_away()
        self.page.clear()
        self._look()

    def print_to(self, path: Path) -> None:
        """Print the FIR, masked, into a PDF."""
        if self._fir is None:
            return
        firs, key, occasion = self.verbs.firs, self._key, occasion_of(self.verbs)
        work = lambda: save_fir(firs.for_paper(key), path, occasion)  # noqa: E731 one deed
        self.bridge.run(work, partial(self._printed, path), self._not_printed, lane="desk")

    def retranslate(self) -> None:
        """Set every word of the window."""
        self.page.setAccessibleName(self.tr("First Information Report"))
        self.why.say(self.tr("&Show the victim's identity…"), self.tr("&Why you need it"), self.tr("&Ask the centre"))
        name(self.pdf_button, self.tr("Save as &PDF…"), more=self.tr("Ctrl+S"))
        name(self.print_button, self.tr("P&rint…"), more=self.tr("Ctrl+P"))
        self._look()
        if self._fir is None and self._key:
            self.show_one(self._key)  # why there is none is said anew, in the language of now

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._fresh)
        foot = QHBoxLayout()
        foot.setSpacing(theme.INSIDE)
        foot.addWidget(self.print_button)
        foot.addWidget(self.pdf_button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.why)
        column.addWidget(self.page, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)

    def _show(self, fir: Fir) -> None:
        self._fir, self._whole = fir, None
        self._look()
        self.page.setFocus()
        self.title_changed.emit()
        self._ask_alerts(fir)

    def _ask_alerts(self, fir: Fir) -> None:
        work = partial(self.verbs.search.find, SearchQuery(fir_number=fir.key), limit=MOST_ALERTS)
        self._ask_to_show(work, self._show_alerts, self._not_printed, lane="fir-alerts")

    def _show_alerts(self, page: SearchPage) -> None:
        if page.lines != self._alerts:  # a long sync tells of alerts again and again, hardly ever of these
            self._alerts = page.lines
            self._look()

    def _follow(self, address: QUrl) -> None:
        """Open the alert that a line of the page leads to."""
        said = address.toString()
        if said.startswith(ALERT):
            self.open_alert.emit(said.removeprefix(ALERT))

    def _ask_whole(self, why: str) -> None:
        """Ask the centre who the victim is; what it says stays in this window only."""
        work = partial(self.verbs.disclosure.fir, self._key, why)
        self.bridge.run(work, self._disclose, self._not_disclosed, lane="ask-centre")

    def _disclose(self, told: Disclosed) -> None:
        if self._fir is not None:  # not locked meanwhile
            self._whole = told
            self.why.put_away()
            self._look()

    def _not_disclosed(self, error: StationError) -> None:
        self.why.line.again()
        self.notice.emit("warning", str(phrase_of(error)))

    def _offer(self) -> None:
        hidden = self._fir is not None and self._fir.victim_protected and self._whole is None
        may = hidden and self.verbs.session.current() is not None and self.verbs.disclosure.may_ask()
        self.why.offer(may=may, line=self.verbs.sync.status().line is Line.GOOD)

    def _failed(self, error: StationError) -> None:
        self._fir = None
        self.empty.await_one(self._key)
        self._look()
        self.empty.explain(error)

    def _say_none(self) -> None:
        """Name the FIR that is not here, and stand on the one action that may change it."""
        self._title.setText(self.empty.title)
        self.stand()

    def _store_changed(self, parts: frozenset[Part]) -> None:
        """Show what came meanwhile: the FIR that was missing, a change of the one that is read, alerts on it."""
        if not self._key or not self.isVisible():
            return
        if Part.FIRS in parts and self._fir is None:
            self.show_one(self._key)
        elif Part.FIRS in parts:
            self._ask_to_show(partial(self.verbs.firs.again, self._key), self._renew, self._failed, lane="fir-again")
        if Part.ALERTS in parts and self._fir is not None:
            self._ask_alerts(self._fir)

    def _renew(self, fir: Fir) -> None:
        """Show the FIR as the centre changed it, a protection of the victim before all, where one was reading."""
        if self._fir is not None and fir != self._fir:
            self._fir = fir
            self._look()
            now = self.tr("The centre changed this FIR. It is shown as it is now.")
            before = self.tr(
                "The centre changed this FIR meanwhile. What is shown with your reason is as it was before; open the "
                "FIR again to see the change."
            )
            self.notice.emit("quiet", before if self._whole else now)

    def _look(self) -> None:
        """Show the FIR as it may be seen now, and say plainly what is hidden."""
        fir = self._fir
        self._offer()
        for part in (self.page, self.pdf_button, self.print_button):
            part.setVisible(fir is not None)
        self.empty.setVisible(fir is None)
        named = self.tr("FIR {number} · {station}")
        self._title.setText(named.format(number=fir.shown, station=fir.station_name) if fir else self.empty.title)
        if fir is None:
            self.banner.clear()
            return
        if self._whole is not None:
            said = self.tr(
                "Shown with your reason; the centre wrote it down as № {number}. It is not kept on this PC and goes "
                "with this window; paper stays as it was."
            )
            self.banner.say("warning", said.format(number=self._whole.number))
        elif fir.victim_protected:
            self.banner.say(
                "warning",
                self.tr(
                    "The law protects the victim's identity (BNS s.72, POCSO s.23, JJ Act s.74): name, addresses and "
                    "contents are hidden (•••) here and on paper."
                ),
            )
        else:
            self.banner.say("quiet", self.tr("Aadhaar, phone and identity numbers are masked, here and on paper."))
        worn = theme.colours(self)
        ink = Ink(worn.text, worn.quiet, worn.line, worn.hover)
        shown = replace(self._whole.fir, victim_protected=False) if self._whole else fir
        bar = self.page.verticalScrollBar()
        read_to = bar.value()
        self.page.setHtml(fir_html(redacted(shown), ink) + around_html(fir, self._alerts, ink))
        bar.setValue(read_to)

    def _ask_path(self) -> None:
        if self._fir is None:
            return
        self._dialog = QFileDialog(self, self.tr("Save as PDF"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilter(self.tr("PDF document (*.pdf)"))
        self._dialog.setDefaultSuffix("pdf")
        self._dialog.selectFile("FIR-" + self._fir.shown.replace("/", "-") + ".pdf")
        self._dialog.fileSelected.connect(lambda path: self.print_to(Path(path)))
        self._dialog.open()

    def _preview(self) -> None:
        if self._fir is None:
            return
        occasion = occasion_of(self.verbs)

        def show(fir: PaperFir) -> None:
            preview(partial(draw_fir, fir, occasion=occasion), self.title(), self)

        work = partial(self.verbs.firs.for_paper, self._key)
        self.bridge.run(work, partial(self._hear, show), self._not_printed, lane="desk")

    def _printed(self, path: Path, pages: int) -> None:
        sentence = self.tr("Saved as {name}, %n page(s).", "", pages)
        self.notice.emit("good", sentence.format(name=path.name))

    def _not_printed(self, error: StationError) -> None:
        self.notice.emit("warning", str(phrase_of(error)))
