"""Writing an alert: saved as it is typed, five places for files, every problem shown at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.domain.alert import Category
from station_client.domain.attachment import Limits
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from station_client.domain.office import Officer
from station_client.domain.outbox import OutboxItem
from station_client.domain.reasons import Field
from station_client.errors import DraftIncompleteError, StationError
from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge, Ticket
from ui.language import fir_or_gd, phrase_of
from ui.screens.attaching import Attaching
from ui.screens.earlier import Earlier
from ui.screens.fir_hint import FirHint
from ui.screens.late_submit import LateSubmit
from ui.screens.saving import Saving
from ui.screens.screen import Screen
from ui.widgets.attachment_places import AttachmentPlaces
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.column_area import ColumnArea
from ui.widgets.discard_question import DiscardQuestion
from ui.widgets.draft_form import DraftForm
from ui.widgets.draft_preview import DraftPreview
from ui.widgets.stood import Stood


class EditorScreen(Screen):
    """The form on the left, attachments and preview on the right, what may be done with it below."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the screen empty; ``show_one`` or ``activate`` brings a draft."""
        super().__init__(verbs, bridge, parent)
        self._draft: Draft | None = None
        self._wanted = ""
        self._away = self._continued = False
        self._ticket: Ticket | None = None
        self.banner = Banner()
        self.form = DraftForm()
        self._stood = Stood(self.form)
        self.places = AttachmentPlaces(Limits(verbs.settings.files_per_alert, verbs.settings.bytes_per_file))
        self.preview = DraftPreview()
        self.saved = label("good")
        self.submit_button = button("primary", "sending")
        self.discard_button = button("", "remove")
        self._title = label("title")
        self.saving = Saving(verbs, bridge, self.form.typed, self)
        self.attaching = Attaching(verbs, bridge, self.places, self)
        self.earlier = Earlier(verbs, bridge, self)
        self._hint = FirHint(verbs, bridge, self.form.fir_hint, self)
        self._lay_out()
        self._listen()
        self.setEnabled(False)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        if self._draft is not None and self._draft.edits:
            return self.tr("Correction of a sent alert")
        return self.tr("Draft") if self._continued else self.tr("New alert")

    def activate(self) -> None:
        """Bring the draft that is wanted, or a fresh one; what is being written stays."""
        self._away = False
        if self._draft is None and self._ticket is None:
            self._bring(self._wanted)

    def show_one(self, key: str) -> None:
        """Show the draft ``key``; an empty key gives a new one, or what was being written before the place was left."""
        away, self._away = self._away, False
        if self._draft is not None and (away if not key else self._draft.draft_id == key):
            return
        self.saving.flush()
        self._put_away()
        self._bring(key)

    def leave(self) -> None:
        """Queue what is not saved yet."""
        self._away = True
        self.saving.flush()

    def sleep(self) -> None:
        """Take the draft off the screen; it comes back with ``activate``."""
        self.saving.flush()
        wanted = str(self._draft.draft_id) if self._draft is not None else self._wanted
        self._stood.keep(wanted)
        self._put_away()
        self._wanted = wanted

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._title.setText(self.title())
        name(self.submit_button, self.tr("&Submit"), more=self.tr("Put it into the outbox (Ctrl+Enter)"))
        name(self.discard_button, self.tr("Discard draf&t…"))
        self.form.retranslate()
        self.places.retranslate()
        self.preview.retranslate()
        self.saving.retranslate()
        self.earlier.retranslate()
        if self._draft is not None:
            self._hint.look_up(self.form.fir.text())

    def submit(self) -> None:
        """Save, then put the alert into the outbox; every problem is shown at once."""
        if self._draft is None or not self.submit_button.isEnabled():
            self._late.ask()
            return
        self.saving.flush()
        self.submit_button.setDisabled(True)
        self.banner.clear()
        work = partial(self.verbs.drafts.submit, self._draft.draft_id)
        self.bridge.run(work, self._submitted, self._not_submitted, lane="desk")

    def discard(self) -> None:
        """Ask once, then throw the draft away."""
        if self._draft is None:
            return
        if self.form.typed(self._draft).empty:
            self._discard(self._draft.draft_id)
            return
        question = DiscardQuestion(self)
        question.discard.clicked.connect(partial(self._discard, self._draft.draft_id))
        question.open()

    def _lay_out(self) -> None:
        side = QWidget()
        side_column = QVBoxLayout(side)
        side_column.setContentsMargins(0, 0, 0, 0)
        side_column.setSpacing(theme.INSIDE)
        side_column.addWidget(self.places)
        side_column.addWidget(self.preview)
        side_column.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(theme.BETWEEN)
        middle.addWidget(ColumnArea(self.form), 5)
        middle.addWidget(ColumnArea(side), 4)
        foot = QHBoxLayout()
        foot.setSpacing(theme.INSIDE)
        foot.addWidget(self.submit_button)
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.earlier.button)
        foot.addWidget(self.discard_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self._title)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.left.connect(self.saving.flush)
        self.saving.said.connect(self._say_saved)
        self.saving.failed.connect(self._save_failed)
        self.attaching.changed.connect(self._files_changed)
        self.attaching.busy.connect(self.submit_button.setDisabled)
        self._late = LateSubmit(self.attaching, self.form, self.banner)  # hears the end after the button
        self._late.due.connect(self.submit)
        self.earlier.wanted.connect(self.saving.flush)
        self.earlier.brought.connect(self._show)
        self.earlier.failed.connect(lambda error: self.banner.say("warning", str(phrase_of(error))))
        self.banner.acted.connect(self._save_again)
        self.submit_button.clicked.connect(self.submit)
        self.discard_button.clicked.connect(self.discard)
        shortcuts = {
            "Ctrl+Return": self.submit,
            "Ctrl+Enter": self.submit,
            "Ctrl+O": self.places.ask,
            "Ctrl+Shift+V": self.places.take_clipboard,
        }
        for keys, act in shortcuts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _bring(self, key: str) -> None:
        drafts = self.verbs.drafts
        work = partial(drafts.one, DraftId(key)) if key else drafts.begin
        self._wanted = key
        self._ticket = self.bridge.run(work, self._show, self._not_brought, lane="desk")

    def _show(self, kept: Draft) -> None:
        draft = self.saving.rescued(kept)
        self._ticket = None
        self._draft = draft
        self._say_title(continued=not draft.empty)
        self._wanted = str(draft.draft_id)
        self.form.show_draft(draft, self._allowed())
        self.banner.clear()
        self.saving.show(draft)
        self.attaching.show(draft)
        self.earlier.show(draft)
        self._hint.look_up(self.form.fir.text())
        self._preview()
        self.setEnabled(True)
        self.submit_button.setEnabled(True)
        if draft != kept:
            self.saving.note()
        self._stood.take_up(str(draft.draft_id), self.form.fir)

    def _say_title(self, *, continued: bool) -> None:
        """Call it a new alert only while it is one; a draft that is taken up again is a draft."""
        self._continued = continued
        self._title.setText(self.title())
        self.title_changed.emit()

    def _put_away(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._draft = None
        self._wanted = ""
        self._say_title(continued=False)
        self.saving.show(None)
        self.attaching.show(None)
        self.earlier.show(None)
        self.preview.show_draft(None, None)
        self.form.clear()
        self.setEnabled(False)

    def _not_brought(self, error: StationError) -> None:
        self._put_away()
        self.notice.emit("warning", str(phrase_of(error)))
        self.go.emit("my-work")

    def _officer(self) -> Officer | None:
        signed_in = self.verbs.session.current()
        return signed_in.officer if signed_in else None

    def _allowed(self) -> tuple[Category, ...]:
        officer = self._officer()
        return tuple(one for one in Category if officer and officer.rights.may_upload(one))

    def _edited(self) -> None:
        if self.banner.property("about") == "problems":
            self.banner.clear()
        self.saving.note()
        self._hint.look_up(self.form.fir.text())
        self._preview()

    def _preview(self) -> None:
        if self._draft is not None:
            self.preview.show_draft(self.form.typed(self._draft), self._officer())

    def _say_saved(self, sentence: str) -> None:
        untouched = self._draft is None or self.form.typed(self._draft).empty
        theme.mark(self.saved, role="quiet" if untouched else "good")
        self.saved.setText(sentence)
        if self.banner.property("about") == "saving":
            self.banner.clear()

    def _save_failed(self, error: StationError) -> None:
        theme.mark(self.saved, role="warning")
        self.saved.setText(self.tr("Not saved yet"))
        self.banner.setProperty("about", "saving")
        self.banner.say("warning", str(phrase_of(error)), self.tr("Save &again"))

    def _save_again(self) -> None:
        self.saving.note()
        self.saving.flush()

    def _files_changed(self, draft: Draft) -> None:
        if self._draft is not None and draft.draft_id == self._draft.draft_id:
            self._draft = draft
            self.saving.took(draft)
            self._preview()

    def _submitted(self, item: OutboxItem) -> None:
        self._put_away()
        number = item.fir_shown or fir_or_gd("", item.gd_number)
        words = self.tr("{number} is queued on this PC. It is sent when there is a line; a receipt will follow.")
        self.notice.emit("quiet", words.format(number=number))
        self.go.emit("my-work")

    def _not_submitted(self, error: StationError) -> None:
        self.submit_button.setEnabled(True)
        self.banner.setProperty("about", "problems")
        if isinstance(error, DraftIncompleteError):
            self.form.show_problems(error.problems)
            self.attaching.show_problems([one for one in error.problems if one.field == Field.FILES])
        self.banner.say("warning", str(phrase_of(error)))

    def _discard(self, draft_id: DraftId, *_clicked: object) -> None:
        self.saving.drop()
        work = partial(self.verbs.drafts.discard, draft_id)
        self.bridge.run(work, self._discarded, self._save_failed, lane="desk")

    def _discarded(self, _done: None) -> None:
        self._put_away()
        self.notice.emit("quiet", self.tr("The draft was discarded."))
        self.go.emit("my-work")
