"""Whether a certificate looks expired because of the centre or because of this PC's clock."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

import requests

from station_client.errors import (
    CertificateExpiredError,
    CertificateNotTrustedError,
    CertificateNotYetError,
    ClockHidesCentreError,
)
from sync.protocol import codes


def told_apart(
    wrong: CertificateNotTrustedError, untimed: requests.Session, url: str, *, now: datetime, seconds: float
) -> CertificateNotTrustedError:
    """Give the error that is true: this PC's clock where the centre's ``Date`` would make the certificate good.

    ``untimed`` is a session that proves everything but the dates: the authority and the name. It asks for health
    alone, with no token, and believes nothing of the answer but its ``Date``.
    """
    if not isinstance(wrong, CertificateExpiredError | CertificateNotYetError):
        return wrong
    said = _date(untimed, url, seconds)
    if said is None:
        return wrong
    skew = (now - said).total_seconds()
    wrong_way = skew < 0 if isinstance(wrong, CertificateExpiredError) else skew > 0
    return wrong if wrong_way or abs(skew) <= codes.CLOCK_TOLERANCE_SECONDS else ClockHidesCentreError(skew)


def _date(untimed: requests.Session, url: str, seconds: float) -> datetime | None:
    try:
        with untimed.get(
            f"{url}{codes.PATH_HEALTH}", timeout=(seconds, seconds), allow_redirects=False, stream=True
        ) as response:
            return parsedate_to_datetime(response.headers["Date"])
    except (requests.RequestException, OSError, KeyError, ValueError):
        return None
