"""The centre's no, as the error that an officer is told."""

from __future__ import annotations

from station_client.errors import (
    CentreFaultError,
    CentreFullError,
    CodeNeededError,
    CursorTooOldError,
    LockedOutError,
    MachineCertificateError,
    MachineRevokedError,
    NotEntitledError,
    OfficerRevokedError,
    PictureNeededError,
    RefusalError,
    SessionExpiredError,
    SignInError,
    StationError,
    UpdateNeededError,
    WrongPasswordError,
)
from sync.protocol.codes import RETRY_CODES, Code
from sync.protocol.messages import Refusal

SAID = 200  # what a stranger's centre may put into the log
_REFUSALS: dict[str, type[RefusalError]] = {
    Code.SESSION_EXPIRED: SessionExpiredError,
    Code.NOT_ENTITLED: NotEntitledError,
    Code.MACHINE_REVOKED: MachineRevokedError,
    Code.OFFICER_REVOKED: OfficerRevokedError,
    Code.MACHINE_CERTIFICATE: MachineCertificateError,
    Code.UPDATE_NEEDED: UpdateNeededError,
    Code.CURSOR_TOO_OLD: CursorTooOldError,
}

_WANTS_MORE: dict[str, type[SignInError]] = {
    Code.CHALLENGE: PictureNeededError,
    Code.ONE_TIME_CODE: CodeNeededError,
}


def error_of(refusal: Refusal) -> StationError:
    """Turn the centre's refusal into the error that an officer is told."""
    detail = f"{refusal.code[:SAID]}: {refusal.detail[:SAID]} ({refusal.request_id[:SAID]})"
    if refusal.code == Code.WRONG_PASSWORD:
        return WrongPasswordError(detail)
    if refusal.code in _WANTS_MORE:
        return _WANTS_MORE[refusal.code](detail)
    if refusal.code == Code.LOCKED_OUT:
        return LockedOutError(refusal.retry_after)
    if refusal.code in RETRY_CODES:
        fault = CentreFullError if refusal.code == Code.FULL else CentreFaultError
        return fault(detail, max(0, refusal.retry_after), refusal.code)
    kind = _REFUSALS.get(refusal.code, RefusalError)
    return kind(refusal.code, detail)
