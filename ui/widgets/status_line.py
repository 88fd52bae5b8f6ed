"""The line at the foot that always tells the truth: the line, the last sync, what waits on this PC."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from station_client.clock import to_ist
from station_client.ports import Line, Phase, Reading, SyncStatus
from ui import phrases, theme
from ui.language import clock_time, day_time, say, size
from ui.widgets.button import button, name
from ui.widgets.elided import ElidedLabel
from ui.widgets.tab_order import come_last

HALF_A_MINUTE = 30
_PLAIN_ABSENCE = frozenset({"", "line", "centre-unreachable", "no-route", "line-stalled", "line-cut"})


class StatusLine(QFrame):
    """Says ``SyncStatus`` in one sentence; the button asks for a sync now."""

    sync_asked = Signal()
    pause_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin before the first news."""
        super().__init__(parent)
        theme.mark(self, role="foot")
        self._status = SyncStatus()
        self._now: datetime | None = None
        self._icon = QLabel()
        self._text = ElidedLabel()
        self._sync = button("plain", "sync")
        self._sync.clicked.connect(self.sync_asked)
        self._pause = button("plain", "pause")
        self._pause.clicked.connect(lambda: self.pause_asked.emit(not self._status.paused))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.AROUND, 0, theme.INSIDE, 0)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._sync)
        row.addWidget(self._pause)
        self._show()

    def set_status(self, status: SyncStatus, now: datetime) -> None:
        """Show where things stand; ``now`` decides how dates are written."""
        self._status, self._now = status, now
        self._show()

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._text.text()

    def come_last(self) -> None:
        """Let Tab come to the button after everything of the window, also what was made later than the button."""
        come_last(self.window(), self._sync, self._pause)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        icon, tone = self._shape()
        colour = theme.colours(self).tone(tone)
        self._icon.setPixmap(theme.sign(icon, colour))
        sentence = " · ".join(part for part in (self._line(), self._last(), *self._waiting()) if part)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        hint = "" if self._status.error in _PLAIN_ABSENCE else say(phrases.of_code(self._status.error).next)
        more = "\n".join(self._more())
        self._text.explain("\n".join(part for part in (sentence, more, hint) if part))
        self.setAccessibleDescription(more)
        name(self._sync, self.tr("S&ync now"))
        self._sync.setEnabled(not self._status.running)
        name(self._pause, self.tr("Resume sync") if self._status.paused else self.tr("Pause sync"))
        mark = "play" if self._status.paused else "pause"
        self._pause.draw(mark)

    def _shape(self) -> tuple[str, str]:
        if self._status.running:
            return "sync", "primary"
        return {
            Line.GOOD: ("line-good", "good"),
            Line.NONE: ("line-none", "warning"),
            Line.REFUSED: ("refused", "warning"),
            Line.NOT_TRIED: ("line-unknown", "quiet"),
        }[self._status.line]

    def _line(self) -> str:
        status = self._status
        if status.paused:
            return self.tr("Sync paused")
        if status.error not in _PLAIN_ABSENCE and status.line is not Line.GOOD:
            return say(phrases.of_code(status.error).happened).replace("{minutes}", self._skew()).rstrip(".।")
        if status.line is Line.GOOD:
            return self.tr("Line good")
        if status.line is Line.NONE and status.since is not None:
            return self.tr("No line since {time}").format(time=self._moment(status.since))
        if status.line is Line.NONE:
            return self.tr("No line")
        return self.tr("Line not tried yet")

    def _last(self) -> str:
        if self._status.last_sync is None:
            return self.tr("not synced yet")
        return self.tr("last sync {time} IST").format(time=self._moment(self._status.last_sync))

    def _waiting(self) -> list[str]:
        status, said = self._status, []
        if status.reading is not None:
            said.append(self._reading(status.phase, status.reading))
        if status.transfer is not None and status.transfer.total:
            percent = 100 * status.transfer.done // status.transfer.total
            sending = self.tr("sending {percent} %").format(percent=percent)
            said.append(self._with_time(sending, status.transfer.seconds_left))
        if status.refused:  # before what merely waits: the end may be cut
            said.append(self.tr("{count} refused: see My work").format(count=status.refused))
        if status.removals is not None:
            said.append(self.tr("{count} removals held back").format(count=f"{status.removals.count:,}"))
        if status.waiting:
            said.append(self.tr("{count} queued on this PC").format(count=status.waiting))
        else:
            said.append(self.tr("nothing waits to be sent"))
        if status.waiting and status.files_from is not None:
            said.append(self.tr("files from {time}").format(time=self._moment(status.files_from)))
        if status.line in (Line.NONE, Line.REFUSED):
            said.append(self.tr("nothing lost"))
        return said

    def _reading(self, phase: Phase, reading: Reading) -> str:
        if reading.total < reading.done or not reading.total:
            return self.tr("fetching: {done}").format(done=f"{reading.done:,}")
        words = {
            Phase.FIRST_COPY: self.tr("first copy: {done} of {total}"),
            Phase.READING_ANEW: self.tr("copy is read anew: {done} of {total}"),
        }.get(phase, self.tr("fetching {done} of {total}"))
        said = words.format(done=f"{reading.done:,}", total=f"{reading.total:,}")
        return self._with_time(said, reading.seconds_left)

    def _with_time(self, said: str, left: int | None) -> str:
        """Add how long it still takes, where that can be said."""
        if left is None:
            return said
        if left < HALF_A_MINUTE:
            return self.tr("{said}, less than a minute left").format(said=said)
        return self.tr("{said}, about {minutes} min left").format(said=said, minutes=max(1, round(left / 60)))

    def _more(self) -> list[str]:
        """Say what the sentence has no room for: when the centre answered last, when it is tried next, how fast."""
        status, said = self._status, []
        if status.last_contact is not None:
            said.append(self.tr("the centre answered last at {time}").format(time=self._moment(status.last_contact)))
        if status.next_try is not None and status.line is not Line.GOOD:
            said.append(self.tr("next try at {time}").format(time=self._moment(status.next_try)))
        if status.transfer is not None and status.transfer.total:
            moving = status.transfer
            words = self.tr("{done} of {total} sent, {rate} a second")
            said.append(words.format(done=size(moving.done), total=size(moving.total), rate=size(round(moving.rate))))
        return said

    def _moment(self, moment: datetime) -> str:
        if self._now is not None and to_ist(moment).date() == to_ist(self._now).date():
            return clock_time(moment)
        return day_time(moment).removesuffix(" IST")

    def _skew(self) -> str:
        return str(max(1, round(abs(self._status.skew_seconds or 0.0) / 60)))
