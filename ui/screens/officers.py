"""The officers of this PC: who may sign in with no line, since when; one more let in, one taken out."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from station_client.errors import StationError
from station_client.services.officers import MAY_REMOVE
from station_client.services.verbs import Verbs
from station_client.services.views import OfficerHere
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.models.officers import OfficersModel
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.empty_state import EmptyState
from ui.widgets.remove_question import RemoveQuestion
from ui.widgets.row_table import RowTable, TableOrEmpty


class OfficersScreen(Screen):
    """A table; everybody here may vouch for a newcomer, who is in charge removes, the others see why they do not."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(verbs, bridge, parent)
        self._title = label("title")
        self.why = label("quiet", wrap=True)
        self.banner = Banner()
        self.model = OfficersModel(self)
        self.table = RowTable(self.model)
        self.table.share((28, 20, 12, 17, 25), wide=0, kept={3, 4})
        self.empty = EmptyState("people")
        self.add_button = button("primary", "add")
        self.remove_button = button("", "remove")
        self.back_button = button("link", "back")
        self._reading, self._wrong = True, ""
        self._lay_out()
        self.table.row_changed.connect(self._look)
        self.add_button.clicked.connect(lambda: self.go.emit("add-officer"))
        self.remove_button.clicked.connect(self._ask)
        self.back_button.clicked.connect(lambda: self.go.emit("back"))
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Officers of this PC")

    def activate(self) -> None:
        """Ask who is here."""
        self._reading, self._wrong = True, ""
        self._say_empty()
        self._look()
        self._ask_to_show(self.verbs.officers.here, self._show, self._failed, lane="officers")

    def sleep(self) -> None:
        """Show nobody's name."""
        self.banner.clear()
        self.model.show_rows(())

    def retranslate(self) -> None:
        """Set every word of the page."""
        self._title.setText(self.title())
        self.table.setAccessibleName(self.title())
        name(self.add_button, self.tr("&Add an officer…"))
        name(self.remove_button, self.tr("&Remove from this PC…"))
        name(self.back_button, self.tr("&Back"))
        self.model.retranslate()
        self.table.fit()
        self._say_empty()
        self._look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        row.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self._title)
        column.addWidget(self.why)
        column.addWidget(self.banner)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addLayout(row)

    def _show(self, officers: tuple[OfficerHere, ...]) -> None:
        self._reading = False
        signed = self.verbs.session.current()
        self.model.login = str(signed.officer.login) if signed else ""
        self.model.show_rows(officers)
        self.table.begin()
        self.stand(self.table if officers else self.add_button)
        self._say_empty()
        self._look()

    def _in_charge(self) -> bool:
        signed = self.verbs.session.current()
        return signed is not None and bool(MAY_REMOVE & signed.officer.rights.acts)

    def _chosen(self) -> OfficerHere | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, OfficerHere) else None

    def _look(self) -> None:
        """Say what may be done, and why something may not."""
        in_charge, chosen, listed = self._in_charge(), self._chosen(), self.verbs.session.lists_officers()
        removable = chosen is not None and str(chosen.login) != self.model.login
        self.remove_button.setEnabled(in_charge and (removable or not listed))
        if not in_charge:
            self.why.setText(self.tr("You may vouch for a new officer. Only the officer in charge removes one."))
        else:
            self.why.setText(self.tr("They sign in here with no line. Nobody removes themselves."))

    def _say_empty(self) -> None:
        if self._wrong:
            self.empty.say(self.tr("The officers of this PC cannot be shown now."))
        elif self._reading:
            self.empty.say(self.tr("Reading…"))
        else:
            self.empty.say(
                self.tr(
                    "This PC has no keychain: passwords alone guard it, and nobody who may sign in is listed. "
                    "To remove an officer, their login name is asked for."
                )
            )

    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._question(f"{chosen.rank} {chosen.name} ({chosen.login})".strip(), str(chosen.login))
            return
        asking = QInputDialog(self)
        asking.setWindowTitle(self.tr("Remove officer"))
        asking.setLabelText(self.tr("Login name of the officer"))
        asking.textValueSelected.connect(lambda login: self._question(login.strip(), login.strip()))
        asking.open()

    def _question(self, shown: str, login: str) -> None:
        if login:
            asked = RemoveQuestion(shown, self, keychain=self.verbs.session.lists_officers())
            asked.remove.clicked.connect(partial(self._remove, shown, login))
            asked.open()

    def _remove(self, shown: str, login: str) -> None:
        work = partial(self.verbs.officers.remove, login)
        self.remove_button.setEnabled(False)
        self.bridge.run(work, partial(self._removed, shown), self._not_removed, lane="desk")

    def _removed(self, shown: str, _nothing: None) -> None:
        self.banner.say("good", self.tr("{officer} cannot sign in on this PC any more.").format(officer=shown))
        self.activate()

    def _not_removed(self, error: StationError) -> None:
        self.banner.say("warning", str(phrase_of(error)))
        self._look()

    def _failed(self, error: StationError) -> None:
        self._reading, self._wrong = False, error.code
        self.model.show_rows(())
        self._say_empty()
        self.banner.say("warning", str(phrase_of(error)))
