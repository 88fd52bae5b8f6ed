"""What comes between this PC and the centre: the line, a no, an answer that cannot be right, the clock."""

from __future__ import annotations

from station_client.errors.officer import StationError


class LineError(StationError):
    """The centre was not reached; what was to be sent waits on this PC."""

    code = "line"


class CentreUnreachableError(LineError):
    """No route to the centre, or nobody answers there."""

    code = "centre-unreachable"


class LineStalledError(LineError):
    """The line went quiet in the middle of a transfer."""

    code = "line-stalled"


class CertificateNotTrustedError(LineError):
    """Who answered could not prove to be the centre; nothing was sent."""

    code = "certificate-not-trusted"


class NotTheCentreError(LineError):
    """Something answered that does not speak the centre's language (a log-in page, a proxy)."""

    code = "not-the-centre"


class CentreFaultError(LineError):
    """The centre answered that it could not do it now."""

    code = "centre-fault"

    def __init__(self, detail: str = "", retry_after: int = 0, reason: str = "") -> None:
        """Keep the seconds the centre asks to be left alone (0: it does not say) and the wire's ``reason``."""
        super().__init__(detail)
        self.retry_after = retry_after
        self.reason = reason


class RefusalError(StationError):
    """The centre was reached and said no; ``reason`` is the wire's code."""

    code = "refused"

    def __init__(self, reason: str = "", detail: str = "") -> None:
        """Keep the wire's ``reason`` beside the detail."""
        super().__init__(detail or reason)
        self.reason = reason


class SessionExpiredError(RefusalError):
    """The centre asks for a sign-in with the line; work on this PC goes on."""

    code = "session-expired"


class NotEntitledError(RefusalError):
    """The officer's rights at the centre do not cover this."""

    code = "not-entitled"


class MachineRevokedError(RefusalError):
    """The centre has withdrawn this PC."""

    code = "machine-revoked"


class OfficerRevokedError(RefusalError):
    """The centre has withdrawn this officer, here or everywhere."""

    code = "officer-revoked"


class UpdateNeededError(RefusalError):
    """The centre and this program no longer speak one language."""

    code = "update-needed"


class CursorTooOldError(RefusalError):
    """The centre has forgotten withdrawals that this copy never heard of; the copy is made anew."""

    code = "cursor-too-old"


class AnswerError(StationError):
    """The centre was reached, and its answer cannot be right; nothing of it was kept."""

    code = "wrong-answer"


class CentreRestoredError(AnswerError):
    """The centre's records are older than this PC's copy: it was restored from a backup."""

    code = "centre-restored"


class WrongReceiptError(AnswerError):
    """A receipt came for something that was not sent from here, or for other files; it is not kept."""

    code = "wrong-receipt"


class WrongBytesError(AnswerError):
    """The bytes that came are not the file that was asked for; they are not kept."""

    code = "wrong-bytes"


class ClockWrongError(StationError):
    """This PC's clock differs from the centre's by more than five minutes."""

    code = "clock-wrong"

    def __init__(self, skew_seconds: float) -> None:
        """``skew_seconds``: this PC's clock minus the centre's."""
        super().__init__(f"{skew_seconds:.0f} s")
        self.skew_seconds = skew_seconds
