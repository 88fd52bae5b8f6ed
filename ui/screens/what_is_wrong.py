"""What is wrong? Each thing between this PC and the centre is tried in turn; one fault is named, and the next step."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_client.errors import StationError
from station_client.services.diagnosis import Check, Diagnosis, Outcome, Step, Trying
from station_client.services.verbs import Verbs
from ui import phrases, theme, words
from ui.bridge import Bridge
from ui.language import day_time, phrase_of, say
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.card_page import CardPage
from ui.widgets.chip import StateChip
from ui.widgets.progress_strip import ProgressStrip

CARD_WIDTH: Final = 820
SKEW_UNIT: Final = 60


class WhatIsWrongScreen(Screen):
    """Tries everything when it is opened, step by step before the officer's eyes, who may stop it.

    What it finds can be copied for State IT, with nothing of a case in it.
    """

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build a row for each step."""
        super().__init__(verbs, bridge, parent)
        self.found: Diagnosis | None = None
        self._trying: Trying | None = None
        self._heading, self._why = label("title"), label("quiet", wrap=True)
        self.verdict = Banner(closable=False)
        self._rows: dict[Step, tuple[StateChip, QLabel, QLabel]] = {
            step: (StateChip(), label("strong"), label("quiet", wrap=True)) for step in Step
        }
        self.strip = ProgressStrip()
        self.strip.looked.connect(self._show)
        self.strip.cancel.clicked.connect(self._stop)
        self.again = button("primary", "retry")
        self.again.clicked.connect(self.activate)
        self.copy = button("", "paste")
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.retranslate()

    def activate(self) -> None:
        """Try everything now."""
        if self._trying is not None:
            return
        self._trying = trying = Trying()
        self.strip.follow(trying)
        work = partial(self.verbs.diagnosis.diagnose, trying)
        self.bridge.run(work, self._tried, self._failed, lane="diagnosis", latest=True)
        self.stand(self.again)

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("What is wrong?")

    def retranslate(self) -> None:
        """Set every word again."""
        self._heading.setText(self.tr("What is wrong?"))
        self._why.setText(
            self.tr("Each thing between this PC and the centre is tried in turn. The first fault is the one to mend.")
        )
        name(self.again, self.tr("&Try again"))
        name(self.copy, self.tr("&Copy for State IT"), more=self.tr("Codes, addresses and times; nothing of a case"))
        self._show()

    def report(self) -> str:
        """Give what State IT is to read: codes, addresses and times, nothing of a case; always in English."""
        found = self.found
        if found is None:
            return ""
        checks = (" ".join(filter(None, (f"{one.step}:", one.outcome, one.code, one.detail))) for one in found.checks)
        status = self.verbs.sync.status()
        last = day_time(status.last_sync) if status.last_sync else "never"
        head = f"Station Client, {day_time(found.at)}; last sync {last}; waiting {status.waiting}"
        return "\n".join((head, *checks))

    def _lay_out(self) -> None:
        card, table, buttons = QFrame(), QGridLayout(), QHBoxLayout()
        column = QVBoxLayout(card)
        column.setContentsMargins(*([theme.AROUND] * 4))
        column.setSpacing(theme.BETWEEN)
        table.setHorizontalSpacing(theme.AROUND)
        table.setVerticalSpacing(theme.GRID)
        table.setColumnStretch(2, 1)
        for row, (chip, step, sentence) in enumerate(self._rows.values()):
            for place, part in enumerate((chip, step, sentence)):
                table.addWidget(part, row, place)
        for part in (self.again, self.copy):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column.addWidget(self._why)
        column.addWidget(self.verdict)
        column.addWidget(self.strip)
        column.addLayout(table)
        column.addLayout(buttons)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(CardPage(self._heading, card, CARD_WIDTH))

    def _tried(self, found: Diagnosis) -> None:
        self.found = found
        self._end()

    def _failed(self, error: StationError) -> None:
        self._end()
        self.notice.emit("warning", str(phrase_of(error)))

    def _stop(self) -> None:
        """Go back to where one tries again; the step that is under way is still waited for."""
        self.again.setFocus()
        self._show()

    def _end(self) -> None:
        self._trying = None
        self.strip.end()
        self._show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.notice.emit("good", self.tr("Copied. Paste it into a message to State IT."))

    def _show(self) -> None:
        self.copy.setEnabled(self.found is not None)
        shown_now = self._trying or self.found
        checks = {one.step: one for one in shown_now.checks} if shown_now else {}
        steps = self._steps()
        for step, (chip, shown, sentence) in self._rows.items():
            shown.setText(steps[step])
            check = checks.get(step, Check(step, Outcome.NOT_TRIED))
            chip.set_word(words.outcome(check.outcome))
            said = say(phrases.of_code(check.code).happened) if check.code else check.detail
            sentence.setText(said.replace("{minutes}", self._minutes()))
        self._say_verdict()

    def _say_verdict(self) -> None:
        found = self.found
        if self._trying is not None:
            stopping = self.tr("Stopping after the step that is being tried.")
            trying = self.tr("Trying… this takes up to twenty seconds.")
            self.verdict.say("quiet", stopping if self._trying.cancelled else trying)
        elif found is None:
            self.verdict.clear()
        elif found.stopped and not found.fault:
            self.verdict.say("quiet", self.tr("Stopped. Until then nothing wrong was found."))
        elif not found.fault:
            self.verdict.say("good", self.tr("Nothing is wrong between this PC and the centre."))
        else:
            phrase = phrases.of_code(found.fault)
            said = (say(phrase.happened).replace("{minutes}", self._minutes()), say(phrase.safe), say(phrase.next))
            self.verdict.say("warning", " ".join(filter(None, said)))

    def _minutes(self) -> str:
        """Give by how much this PC's clock is wrong, as it was measured."""
        skew = self.found.skew_seconds if self.found else None
        return str(max(1, round(abs(skew or 0.0) / SKEW_UNIT)))

    def _steps(self) -> dict[Step, str]:
        return {
            Step.CABLE: self.tr("Network cable or Wi-Fi"),
            Step.ROUTE: self.tr("VPN and the way to the centre"),
            Step.NAME: self.tr("The centre's name in the network"),
            Step.PROXY: self.tr("The State's proxy"),
            Step.CERTIFICATE: self.tr("The centre's certificate"),
            Step.CLOCK: self.tr("This PC's date and time"),
            Step.CENTRE: self.tr("The centre's answer"),
            Step.SIGN_IN: self.tr("Your sign-in at the centre"),
            Step.DISK: self.tr("This PC's disk"),
            Step.KEYCHAIN: self.tr("This PC's keychain"),
        }
