"""What comes between this PC and a centre that was reached: a no, an answer that cannot be right, the clock."""

from __future__ import annotations

from station_client.errors.officer import StationError


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


class MachineCertificateError(RefusalError):
    """The centre asks for this PC's own certificate, or does not take the one it was shown."""

    code = "machine-certificate"


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


class WrongSignatureError(WrongReceiptError):
    """A receipt came that the centre's own key did not sign; it is not kept, and the item goes on waiting."""

    code = "wrong-signature"


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
