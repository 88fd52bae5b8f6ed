"""From what ``requests``, ``urllib3`` and ``ssl`` raise to what an officer is told; nothing else leaves this door."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import requests
import urllib3.exceptions as urllib3_errors

from station_client.errors import (
    CentreUnreachableError,
    CertificateNotTrustedError,
    LineError,
    LineStalledError,
    NotTheCentreError,
)

NEVER_CONNECTED = (
    urllib3_errors.NewConnectionError,
    urllib3_errors.ConnectTimeoutError,
    urllib3_errors.NameResolutionError,
    urllib3_errors.ProxyError,
)
NOT_OUR_LANGUAGE = (
    urllib3_errors.DecodeError,
    urllib3_errors.LocationParseError,
    urllib3_errors.InvalidHeader,
    requests.exceptions.InvalidHeader,
    requests.exceptions.ContentDecodingError,
    requests.exceptions.InvalidURL,
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise ``LineError`` for everything the libraries raise inside."""
    try:
        yield
    except (requests.RequestException, urllib3_errors.HTTPError, ssl.SSLError) as raised:
        raise line_error(raised) from raised
    except OSError as raised:  # a socket cut by ``close``, or an authority's file that cannot be read
        raise os_fault(raised) from raised


def line_error(raised: Exception) -> LineError:
    """Choose the error by what lies at the bottom; the libraries wrap causes in causes."""
    causes = tuple(chain(raised))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return CertificateNotTrustedError(cause.verify_message or str(cause))
    if any(isinstance(cause, NEVER_CONNECTED) for cause in causes):
        return CentreUnreachableError(brief(causes))
    if any(isinstance(cause, NOT_OUR_LANGUAGE) for cause in causes):
        return NotTheCentreError(brief(causes))
    for cause in causes:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return NotTheCentreError(cause.reason or brief(causes))
    return LineStalledError(brief(causes))


def os_fault(raised: OSError) -> LineError:
    """Tell an authority's file that cannot be used from a socket that was cut."""
    if raised.filename is not None or "CA certificate bundle" in str(raised):
        return CertificateNotTrustedError("the authority's file cannot be read")
    return LineStalledError(type(raised).__name__)


def chain(raised: BaseException) -> Iterator[BaseException]:
    """Give an exception and everything it wraps, each once."""
    waiting: list[object] = [raised]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [getattr(one, "reason", None), one.__cause__, one.__context__, *one.args]


def brief(causes: tuple[BaseException, ...]) -> str:
    """Name the causes for State IT's log: types only, since texts may quote addresses."""
    return " < ".join(dict.fromkeys(type(cause).__name__ for cause in causes))
