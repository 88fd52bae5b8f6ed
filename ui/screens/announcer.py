"""What the strip over the page tells of its own accord, and where its one action leads."""

from __future__ import annotations

from PySide6.QtCore import QObject

from station_client.errors import SecondCopyError, StationError
from station_client.ports import SyncStatus
from station_client.services.repairs import Mended
from ui.language import day_time, phrase_of
from ui.widgets.banner import Banner

ALERT = "alert"
PASSWORD = "password"  # noqa: S105 a place that the strip leads to, no secret
REMOVALS = "removals"
NOWHERE = ("", "")


class Announcer(QObject):
    """Speaks through the window's banner; ``leads`` is what its action would open."""

    def __init__(self, banner: Banner) -> None:
        """Speak through ``banner``."""
        super().__init__(banner)
        self._banner = banner
        self.leads: tuple[str, str] = NOWHERE

    def clear(self) -> None:
        """Say nothing, and lead nowhere."""
        self.leads = NOWHERE
        self._banner.clear()

    def take(self) -> tuple[str, str]:
        """Give what the action leads to, which is done with now."""
        leads = self.leads
        self.clear()
        return leads

    def failed(self, error: StationError) -> None:
        """Tell what went wrong."""
        self._banner.say("warning", str(phrase_of(error)))

    def password_only(self) -> None:
        """Tell that no keychain stands beside the password."""
        self._banner.say("warning", self.tr("No keychain on this PC: your password alone guards the data here."))

    def mended(self, mended: tuple[Mended, ...]) -> None:
        """Tell what was damaged at this sign-in; the officers' own work comes before the copy of the centre's."""
        for one in mended[:1]:
            if one.copied_at is not None:
                text = self.tr(
                    "The file of drafts and outbox was damaged: its second copy of {moment} took its place. What was "
                    "written after that may be missing; look through My work. The damaged file is kept; tell State IT."
                ).format(moment=day_time(one.copied_at))
            elif one.store == "vault" and one.missing:
                text = self.tr(
                    "The file that opens this PC's data was gone: its second copy took its place, and nothing is "
                    "missing. Tell State IT: somebody may have removed it, or this PC's disk may be failing."
                )
            elif one.store == "vault":
                text = self.tr(
                    "The file that opens this PC's data was damaged: its second copy took its place, and nothing is "
                    "missing. The damaged file is kept; tell State IT: this PC's disk may be failing."
                )
            else:
                text = self.tr(
                    "This PC's copy of alerts and FIRs was damaged and is fetched anew from the centre. Drafts and "
                    "attachments are all here. The damaged file is kept; tell State IT."
                )
            self._banner.say("warning", text)

    def copies(self, trouble: SecondCopyError | None) -> None:
        """Tell what keeps the second copy from being made, and that it is made again."""
        if trouble is not None:
            self.failed(trouble)
        else:
            self._banner.say("quiet", self.tr("The second copy of drafts and outbox is up to date again."))

    def status(self, status: SyncStatus, *, locked: bool) -> None:
        """Ask for what the sync waits for: a password, or a person's word about what is to leave the copy."""
        if status.error == "session-expired" and self.leads[0] != PASSWORD and not locked:
            self.leads = (PASSWORD, "")
            text = self.tr("The centre asks for your password again. Work on this PC goes on.")
            self._banner.say("warning", text, self.tr("Enter password"))
        self._removals(status, locked=locked)

    def high_alert(self, uid: str) -> None:
        """Tell that a High Alert came, and lead to it."""
        self.leads = (ALERT, uid)
        self._banner.say("danger", self.tr("A High Alert has arrived."), self.tr("Open it"))

    def _removals(self, status: SyncStatus, *, locked: bool) -> None:
        """Ask, as long as it stands, whether so much may really be taken out of the copy."""
        asking = self.leads[0] == REMOVALS
        if status.removals is None:
            if asking:
                self.clear()
            return
        if locked or asking:
            return
        self.leads = (REMOVALS, "")
        text = self.tr(
            "The centre withdraws {count} of the {held} records of this PC's copy at once. They are all still here. "
            "Ask State IT whether this is right, and only then agree."
        ).format(count=f"{status.removals.count:,}", held=f"{status.removals.held:,}")
        self._banner.say("danger", text, self.tr("Agree: take them out"))
