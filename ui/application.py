"""The program with a window: dresses it, opens the house, shows the window, ends in order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from station_client.config import CHOSEN, Settings
from station_client.errors import ProfileInUseError, StationError
from station_client.services.verbs import Verbs
from ui import language, theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.trouble import TroubleWindow

CHOICES_FILE: Final = "face.json"
WORD_FOR_RAISE: Final = b"show"
ANSWER_MILLISECONDS: Final = 1500
UNSEEN_PLATFORMS: Final = frozenset({"offscreen", "minimal"})


class OpenHouse(Protocol):
    """A house that stands: its verbs (the roof's ``House``)."""

    @property
    def verbs(self) -> Verbs:
        """Give every verb a person has."""

    def close(self) -> None:
        """Sign out and let go of the data folder."""


H = TypeVar("H", bound=OpenHouse)
OnWindow = Callable[[QWidget, H], None]


def run(settings: Settings, open_house: Callable[[], H], *, on_window: OnWindow[H] | None = None) -> int:
    """Show the window until it is closed and give the exit code; the house is closed at the end.

    An error at the start is shown in a window of its own and raised again: whoever called knows
    its exit code. A second copy of the program raises the first one's window instead.
    """
    app = QApplication.instance() or theme.program()
    if not isinstance(app, QApplication):
        message = "the program's window needs a QApplication"
        raise TypeError(message)
    app.setApplicationName("Station Client")
    choices = Choices(settings)
    choices.wear(app)
    speech = Speech(choices.language)
    try:
        house = open_house()
    except StationError as wrong:
        _tell(app, settings, wrong)
        speech.stop()
        raise
    try:
        return _show(app, house, choices, speech, on_window)
    finally:
        house.close()
        speech.stop()


class Choices:
    """What this PC's officers chose for the window: language, text size, colours, movement; nothing of a case."""

    def __init__(self, settings: Settings) -> None:
        """Read what was chosen last; State IT's word wins where it is fixed."""
        self._path, self.fixed = settings.profile / CHOICES_FILE, settings.fixed
        self.language, self.scale = settings.language, settings.scale
        self.theme, self.scrolling = settings.theme, settings.scrolling
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return
        for name, value in kept.items() if isinstance(kept, dict) else ():
            if name not in settings.fixed and _sound(name, value):
                setattr(self, name, value)

    def choose(self, name: str, value: object) -> None:
        """Take one choice; one that this version does not know is passed over."""
        if _sound(name, value):
            setattr(self, name, value)

    def wear(self, app: QApplication) -> None:
        """Dress the program as was chosen."""
        theme.wear(app, scale=self.scale, name=self.theme, scrolling=self.scrolling)

    def keep(self) -> None:
        """Write them down; call it on the pool."""
        part = self._path.with_suffix(".part")
        chosen = {name: getattr(self, name) for name in sorted(CHOSEN)}
        part.write_text(json.dumps(chosen), "utf-8")
        part.replace(self._path)


def _sound(name: str, value: object) -> bool:
    """Tell whether a choice is one that there is."""
    if name == "scrolling":
        return isinstance(value, bool)
    offered = {"language": language.offered(), "scale": theme.SCALES, "theme": theme.THEMES}.get(name, ())
    return isinstance(value, str | float) and value in offered


class _Face(QObject):
    """What belongs to the whole program rather than to the window: language, text size, the raise."""

    def __init__(self, window: MainWindow, bridge: Bridge, choices: Choices, speech: Speech) -> None:
        super().__init__(window)
        self._window, self._bridge, self._choices, self._speech = window, bridge, choices, speech
        window.language_asked.connect(self._other_language)
        window.scale_asked.connect(lambda scale: self._choose("scale", scale))
        window.choice_asked.connect(self._choose)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def listen(self, profile: Path) -> None:
        """Let a second copy of the program raise this window."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 not before the first paint

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_door_name(profile))  # the data folder is ours: whoever left it is gone
        server.newConnection.connect(lambda: self._raise(server))
        server.listen(_door_name(profile))

    def _raise(self, server: object) -> None:
        caller = server.nextPendingConnection()  # type: ignore[attr-defined] # a QLocalServer, imported late
        caller.disconnected.connect(caller.deleteLater)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        caller.write(WORD_FOR_RAISE)
        caller.disconnectFromServer()

    def _other_language(self) -> None:
        self._choose("language", self._speech.other())

    def _choose(self, name: str, value: object) -> None:
        """Take a choice, show it at once, and keep it; what State IT has fixed stays as it is."""
        if name in self._choices.fixed:
            return
        self._choices.choose(name, value)
        if name == "language":
            self._speech.use(self._choices.language)
        else:
            self._dress()
        self._keep()

    def _follow(self, *_news: object) -> None:
        """Change with the system's own colours, where the officer left them to it."""
        if self._choices.theme == theme.AS_SYSTEM:
            self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._choices.wear(app)

    def _keep(self) -> None:
        self._bridge.run(self._choices.keep, self._kept, self._not_kept, lane="choices", latest=True)

    def _kept(self, _nothing: None) -> None:
        """Nothing to say: the window shows it already."""

    def _not_kept(self, _error: StationError) -> None:
        """Only the next start would miss it; not worth an officer's time."""


def _show(app: QApplication, house: H, choices: Choices, speech: Speech, on_window: OnWindow[H] | None) -> int:
    bridge = Bridge(house.verbs.bus)
    window = MainWindow(house.verbs, bridge)
    face = _Face(window, bridge, choices, speech)
    window.show()
    window.activateWindow()
    QTimer.singleShot(0, lambda: face.listen(house.verbs.settings.profile))
    if on_window is not None:
        on_window(window, house)
    try:
        return app.exec()
    finally:
        window.close()  # first: the screens queue what is unsaved, the bridge then finishes it
        bridge.close()
        delete(window)


def _tell(app: QApplication, settings: Settings, wrong: StationError) -> None:
    """Show a start-up error and wait until it was read, where somebody can see it."""
    if isinstance(wrong, ProfileInUseError) and _raise_first(settings.profile):
        return
    if QGuiApplication.platformName() in UNSEEN_PLATFORMS:
        return
    shown = TroubleWindow(wrong)
    shown.show()
    app.exec()


def _raise_first(profile: Path) -> bool:
    """Ask the first copy of the program to show its window; tell whether it did."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 only for a second copy

    caller = QLocalSocket()
    caller.connectToServer(_door_name(profile))
    if not caller.waitForConnected(ANSWER_MILLISECONDS):
        return False
    return caller.waitForReadyRead(ANSWER_MILLISECONDS) and caller.readAll().data() == WORD_FOR_RAISE


def _door_name(profile: Path) -> str:
    return "station-client-" + hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:24]
