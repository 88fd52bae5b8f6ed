"""Writing one message: to whom on the left, what on the right; the two ways differ in the right half only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from station_client.domain.attachment import Attachment, Limits
from station_client.domain.message import CONTENT_LENGTH, SUBJECT_LENGTH, Channel
from station_client.domain.messaging import Sketch, text_of
from station_client.domain.reasons import Field
from station_client.errors import Problem
from ui import theme
from ui.language import reason, unmarked
from ui.screens.recipient_picker import RecipientPicker
from ui.widgets.attachment_places import AttachmentPlaces
from ui.widgets.button import button, label, name
from ui.widgets.column_area import ColumnArea
from ui.widgets.discard_question import DiscardQuestion
from ui.widgets.field_error import FieldError
from ui.widgets.tab_order import come_last


class MessagePage(QWidget):
    """The form of one way; ``sent`` gives the sketch that is to be queued, ``edited`` tells of each change.

    ``discarded`` comes when an officer threw away what stood on it.
    """

    sent = Signal(object)
    edited = Signal()
    discarded = Signal()

    def __init__(self, channel: Channel, parent: QWidget | None = None) -> None:
        """Build the left half and the foot; a subclass puts the right half into ``right``."""
        super().__init__(parent)
        self.channel = channel
        self.picker = RecipientPicker(channel)
        self.send, self.discard = button("primary", "sending"), button("", "remove")
        self.errors = {Field.RECIPIENTS: self.picker.error}
        self._foot = label("quiet", wrap=True)
        self.right = QVBoxLayout()
        self.right.setSpacing(theme.GRID)
        inside = QWidget()
        halves = QHBoxLayout(inside)
        halves.setContentsMargins(0, theme.INSIDE, theme.GRID, 0)
        halves.setSpacing(theme.AROUND)
        halves.addWidget(self.picker, 1)
        halves.addLayout(self.right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.BETWEEN)
        foot.addWidget(self.send)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(theme.INSIDE)
        column.addWidget(ColumnArea(inside), 1)
        column.addLayout(foot)
        self.picker.changed.connect(self._edited)
        self.send.clicked.connect(lambda: self.sent.emit(self.sketch()))
        self.discard.clicked.connect(self._ask_discard)

    def sketch(self) -> Sketch:
        """Give the message as it stands on the form."""
        return Sketch(self.channel, self.picker.recipients)

    def show_sketch(self, sketch: Sketch) -> None:
        """Show a message that was begun earlier."""
        self.picker.show_recipients(sketch.recipients)

    def clear(self) -> None:
        """Begin the next message."""
        self.picker.show_recipients(())
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say under each field what is wrong with it."""
        said = {Field(one.field): reason(one.reason) for one in reversed(problems)}
        for field, error in self.errors.items():
            if field in said:
                error.say(said[field])
            else:
                error.clear()

    def retranslate(self) -> None:
        """Set every word."""
        self.picker.retranslate()
        name(self.send, self.tr("&Queue for sending"), more=self.tr("Ctrl+Enter"))
        name(self.discard, self.tr("Disca&rd…"))
        self._foot.setText(self.tr("Queued on this PC first; the centre passes it on when there is a line."))

    def _ask_discard(self) -> None:
        """Ask once, then throw away what is being written."""
        if not self.sketch().empty:
            question = DiscardQuestion(self, message=True)
            question.discard.clicked.connect(self._discard)
            question.open()

    def _discard(self) -> None:
        self.discarded.emit()
        self.clear()

    def _edited(self) -> None:
        self.edited.emit()


class MailPage(MessagePage):
    """An e-mail: subject, content, up to five attachments."""

    def __init__(self, limits: Limits, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(Channel.EMAIL, parent)
        self.files: tuple[Attachment, ...] = ()
        self.subject = QLineEdit(maxLength=SUBJECT_LENGTH)
        self.content = QPlainTextEdit(tabChangesFocus=True)
        self.content.setMinimumHeight(theme.ROW * 5)
        self.places = AttachmentPlaces(limits)
        self._labels = {field: label("strong", buddy=field) for field in (self.subject, self.content)}
        self._count = label("small", wrap=True)
        self.errors |= {
            Field.SUBJECT: FieldError(self.subject),
            Field.CONTENT: FieldError(self.content),
            Field.FILES: self.places.error,
        }
        for part in (
            *(self._labels[self.subject], self.subject, self.errors[Field.SUBJECT]),
            *(self._labels[self.content], self.content, self._count, self.errors[Field.CONTENT], self.places),
        ):
            self.right.addWidget(part, 1 if part is self.content else 0)
        come_last(self, self.send, self.discard)
        self.subject.textChanged.connect(self._edited)
        self.content.textChanged.connect(self._edited)

    def sketch(self) -> Sketch:
        """Give the e-mail as it stands."""
        whole = replace(super().sketch(), subject=self.subject.text(), content=self.content.toPlainText())
        return replace(whole, files=self.files)

    def show_sketch(self, sketch: Sketch) -> None:
        """Show an e-mail that was begun earlier."""
        super().show_sketch(sketch)
        self.subject.setText(sketch.subject)
        self.content.setPlainText(sketch.content)
        self.show_files(sketch.files)

    def clear(self) -> None:
        """Begin the next e-mail."""
        self.subject.clear()
        self.content.clear()
        self.show_files(())
        super().clear()

    def begin(self, subject: str) -> bool:
        """Give a fresh e-mail its subject; False where one is being written, which must not go to somebody else too."""
        if not self.sketch().empty:
            return False
        self.subject.setText(subject)
        return True

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show what is attached."""
        self.files = files
        self.places.show_files(files)
        self._edited()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        for field, title in ((self.subject, self.tr("Su&bject")), (self.content, self.tr("&Content"))):
            self._labels[field].setText(title)
            field.setAccessibleName(unmarked(title))
        self.places.retranslate()
        self._say_count()

    def _edited(self) -> None:
        self._say_count()
        super()._edited()

    def _say_count(self) -> None:
        written = self.content.toPlainText()
        count, most = (f"{one:,}" for one in (len(written.strip()), CONTENT_LENGTH))
        said = self.tr("{count} of {most} characters").format(count=count, most=most)
        if text_of(self.sketch()) != written.strip():
            said += " · " + self.tr("Aadhaar and mobile numbers are masked when it goes out.")
        self._count.setText(said)
