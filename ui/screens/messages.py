"""Messages to other offices: an e-mail, a short message, and what became of those that were written here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from station_client.domain.alert import Alert
from station_client.domain.attachment import Limits
from station_client.domain.ids import AlertUid, ItemId
from station_client.domain.message import Channel, Message
from station_client.domain.messaging import Sketch
from station_client.domain.office import Act, District, State
from station_client.domain.sms import Template
from station_client.errors import DraftIncompleteError, StationError
from station_client.events import Part
from station_client.services.addresses import Contact
from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.screens.begun import Begun
from ui.screens.mail_files import MailFiles
from ui.screens.message_page import MailPage, MessagePage
from ui.screens.screen import Screen
from ui.screens.sent_page import SentPage
from ui.screens.sms_page import SmsPage
from ui.widgets.banner import Banner
from ui.widgets.button import label
from ui.widgets.freshness import Freshness

Asked = tuple[tuple[Message, ...], tuple[State, ...], tuple[Template, ...], tuple[Sketch, ...]]


class MessagesScreen(Screen):
    """Three pages: e-mail, SMS, and the list of what was written."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the three pages."""
        super().__init__(verbs, bridge, parent)
        self._title = label("title")
        self.banner = Banner()
        limits = Limits(verbs.settings.files_per_alert, verbs.settings.bytes_per_file)
        self.mail, self.sms, self.sent = MailPage(limits), SmsPage(), SentPage(verbs.clock.now)
        self.tabs = QTabWidget()
        for page in (self.mail, self.sms, self.sent):
            self.tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(Freshness(verbs, bridge))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.tabs, 1)
        self._just_queued = self._known = False
        self._begun = tuple(Begun(self, page) for page in (self.mail, self.sms))
        self.files = MailFiles(self, self.mail, self._begun[0])
        self._listen()
        self.sent.empty.wait(on=True)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Messages")

    def activate(self) -> None:
        """Ask for everything anew; what is being written stays."""
        verbs = self.verbs

        def ask() -> Asked:
            messages, begun = verbs.messages, verbs.begun_messages
            return messages.all(), verbs.addresses.states(), messages.templates(), begun.all()

        self._ask_to_show(ask, self._show, self._not_come, lane="messages")
        self._look()
        if verbs.session.current() is not None and not self._may():
            self.banner.say("warning", self.tr("Your rights do not cover messages. Ask your supervising officer."))

    def show_one(self, key: str) -> None:
        """Begin an e-mail to the office that sent the alert ``key``; what is being written stays."""
        self.activate()
        verbs = self.verbs

        def ask() -> tuple[Alert, Contact | None, tuple[Sketch, ...]]:
            alert = verbs.alerts.view(AlertUid(key)).alert
            return alert, verbs.addresses.of_office(alert.office_code, Channel.EMAIL), verbs.begun_messages.all()

        self.bridge.run(ask, partial(self._hear, self._reply), self._failed, lane="reply", latest=True)

    def _reply(self, found: tuple[Alert, Contact | None, tuple[Sketch, ...]]) -> None:
        alert, contact, (mail, _sms) = found
        self._begun[0].show(mail)  # alone: the registered texts may not be on the other page yet
        self._look()
        self.tabs.setCurrentWidget(self.mail)
        if not self.mail.begin(self.tr("Your alert № {number}").format(number=alert.record_number)):
            self.banner.say("warning", self.tr("An e-mail is being written. Send or discard it, then reply again."))
            self.mail.content.setFocus()
        elif contact is not None and contact.address:
            self.mail.picker.add(contact.address, alert.office_name)
            self.mail.content.setFocus()
        else:
            said = self.tr("The directory holds no e-mail address of {office}. Type it below.")
            self.banner.say("quiet", said.format(office=alert.office_name))
            self.mail.picker.typed.setFocus()

    def leave(self) -> None:
        """Queue what is not kept yet."""
        for one in self._begun:
            one.flush()

    def sleep(self) -> None:
        """Show nothing of what was written; what is being written is kept, and comes back with ``activate``."""
        self.sent.show_messages((), "")
        self._known = False
        self.sent.empty.wait(on=True)
        self._count()
        for one in self._begun:
            one.put_away()
        self.files.put_away()
        self._look()

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._title.setText(self.tr("Messages"))
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Messages"))
        for page in (self.mail, self.sms, self.sent):
            page.retranslate()
        self.tabs.setTabText(0, self.tr("E-mai&l"))
        self.tabs.setTabText(1, self.tr("S&MS"))
        self._count()

    def _listen(self) -> None:
        for page in (self.mail, self.sms):
            page.sent.connect(partial(self._send, page))
            page.picker.state_chosen.connect(partial(self._ask_districts, page))
            page.picker.district_chosen.connect(partial(self._ask_offices, page))
            page.picker.words_typed.connect(partial(self._find, page))
        self.sent.removed.connect(lambda one: self._do(self.verbs.messages.remove, one))
        self.sent.again.connect(lambda one: self._do(self.verbs.messages.again, one))
        for one in self._begun:
            one.failed.connect(self._failed)
            one.put_by.connect(self._ask_again)
        self.bridge.store_changed.connect(self._store_changed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._send_shown)

    def _show(self, asked: Asked) -> None:
        messages, states, templates, begun = asked
        self._known = True
        self.sent.empty.wait(on=False)
        signed_in = self.verbs.session.current()
        self.sent.show_messages(messages, str(signed_in.officer.login) if signed_in else "")
        self.sms.show_templates(templates)
        for page in (self.mail, self.sms):
            page.picker.show_states(states)
        self._bring(begun)
        self._count()

    def _bring(self, begun: tuple[Sketch, ...]) -> None:
        """Put what was begun earlier on its page, where it is not there already."""
        for one, sketch in zip(self._begun, begun, strict=True):
            one.show(sketch)
        self._look()

    def _ask_again(self) -> None:
        if self.isVisible():
            self.activate()

    def _may(self) -> bool:
        signed_in = self.verbs.session.current()
        return signed_in is not None and Act.MESSAGE in signed_in.officer.rights.acts

    def _look(self) -> None:
        for one, page in zip(self._begun, (self.mail, self.sms), strict=True):
            page.setEnabled(one.shown and self._may())

    def _count(self) -> None:
        count = f"  {self.sent.model.rowCount():,}" if self._known else ""
        self.tabs.setTabText(2, self.tr("Written &here") + count)

    def _ask_districts(self, page: MessagePage, state: object) -> None:
        page.picker.show_contacts(())
        page.picker.show_districts(())
        if isinstance(state, State):
            ask = partial(self.verbs.addresses.districts, state.code)
            self.bridge.run(ask, page.picker.show_districts, self._failed, lane="addresses", latest=True)

    def _ask_offices(self, page: MessagePage, district: object) -> None:
        if isinstance(district, District):
            ask = partial(self.verbs.addresses.offices, district, page.channel)
            self.bridge.run(ask, page.picker.show_contacts, self._failed, lane="addresses", latest=True)

    def _find(self, page: MessagePage, words: str) -> None:
        ask = partial(self.verbs.addresses.find, words, page.channel)
        self.bridge.run(ask, page.picker.show_contacts, self._failed, lane="addresses", latest=True)

    def _send_shown(self) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, MessagePage) and page.isEnabled():
            page.sent.emit(page.sketch())

    def _send(self, page: MessagePage, sketch: Sketch) -> None:
        if page is self.mail and self.files.busy():
            self.files.tell_to_wait()
            return
        page.send.setEnabled(False)
        self.leave()  # before it: a message is not kept as begun behind its queueing
        work = partial(self.verbs.messages.send, sketch)
        self.bridge.run(work, partial(self._queued, page), partial(self._not_queued, page), lane="desk")

    def _queued(self, page: MessagePage, _message: Message) -> None:
        page.send.setEnabled(True)
        page.clear()
        self._just_queued = True
        self.banner.say("quiet", self.tr("Queued on this PC. It is passed on by the centre when there is a line."))
        self.tabs.setCurrentWidget(self.sent)
        self.activate()

    def _not_queued(self, page: MessagePage, error: StationError) -> None:
        page.send.setEnabled(True)
        if isinstance(error, DraftIncompleteError):
            page.show_problems(error.problems)
        else:
            self._failed(error)

    def _do(self, deed: Callable[[ItemId], object], message_id: str) -> None:
        self.bridge.run(partial(deed, ItemId(message_id)), lambda _done: self.activate(), self._failed, lane="desk")

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if Part.MESSAGES in parts and not self._just_queued:
            self.banner.pass_by()  # "queued on this PC" is not true any more
        self._just_queued = False
        if parts & {Part.MESSAGES, Part.DIRECTORY} and self.isVisible():
            self.activate()

    def _not_come(self, error: StationError) -> None:
        self.sent.empty.fail()
        self._failed(error)

    def _failed(self, error: StationError) -> None:
        self.banner.say("warning", str(phrase_of(error)))
