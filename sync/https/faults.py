"""From what ``requests``, ``urllib3`` and ``ssl`` raise to what an officer is told; nothing else leaves this door."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import requests
import urllib3.exceptions as urllib3_errors

from station_client.errors import (
    CentreUnreachableError,
    CertificateExpiredError,
    CertificateNotTrustedError,
    CertificateNotYetError,
    LineCutError,
    LineError,
    LineStalledError,
    NameNotFoundError,
    NobodyListensError,
    NoRouteError,
    NotPinnedError,
    NotTheCentreError,
    OtherAuthorityError,
    ProxyRefusedError,
    SelfSignedError,
    TlsStrippedError,
    TlsTooOldError,
    WrongNameError,
)

NEVER_CONNECTED = (
    urllib3_errors.NewConnectionError,
    urllib3_errors.ConnectTimeoutError,
    urllib3_errors.NameResolutionError,
)
NOT_OUR_LANGUAGE = (
    urllib3_errors.DecodeError,
    urllib3_errors.LocationParseError,
    urllib3_errors.InvalidHeader,
    requests.exceptions.InvalidHeader,
    requests.exceptions.ContentDecodingError,
    requests.exceptions.InvalidURL,
)
NO_NETWORK = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL})

VERIFIED: Mapping[int, type[CertificateNotTrustedError]] = {
    9: CertificateNotYetError,
    10: CertificateExpiredError,
    18: SelfSignedError,
    19: OtherAuthorityError,
    20: OtherAuthorityError,
    21: OtherAuthorityError,
    62: WrongNameError,
    64: WrongNameError,
}
"""OpenSSL's own numbers of what is wrong with a certificate (``X509_V_ERR_…``)."""

TUNNEL = "Tunnel connection failed: "
"""What ``http.client`` says where a proxy refuses; it has no error of its own for it."""

WITHOUT_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "RECORD_LAYER_FAILURE"})
OLD_TLS = frozenset(
    {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE", "VERSION_TOO_LOW"}
)


class HandshakeError(ssl.SSLError):
    """TLS failed while it was being agreed: not a byte of the request has left."""

    reason = ""


class UnpinnedError(ssl.SSLError):
    """The certificate's key is none of those that State IT named."""

    reason = ""


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
    certificate = _certificate(causes)
    if certificate is not None:
        return certificate
    if any(isinstance(cause, urllib3_errors.ProxyError) or TUNNEL in str(cause) for cause in causes):
        return ProxyRefusedError(_proxy_said(causes))
    if any(isinstance(cause, NEVER_CONNECTED) for cause in causes):
        return _never_connected(causes)
    if any(isinstance(cause, NOT_OUR_LANGUAGE) for cause in causes):
        return NotTheCentreError(brief(causes))
    return _broken_off(causes)


def _broken_off(causes: tuple[BaseException, ...]) -> LineError:
    """Say how a connection ended that had begun."""
    for cause in causes:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return NotTheCentreError(cause.reason or brief(causes))
    if any(isinstance(cause, TimeoutError | urllib3_errors.TimeoutError) for cause in causes):
        return LineStalledError(brief(causes))
    return LineCutError(brief(causes))


def os_fault(raised: OSError) -> LineError:
    """Tell an authority's file that cannot be used from a socket that was cut."""
    if raised.filename is not None or "CA certificate bundle" in str(raised):
        return CertificateNotTrustedError("the authority's file cannot be read")
    if isinstance(raised, TimeoutError):
        return LineStalledError(type(raised).__name__)
    return LineCutError(type(raised).__name__)


def _certificate(causes: tuple[BaseException, ...]) -> CertificateNotTrustedError | None:
    """Say which proof is missing, where it is one; only of a handshake, so that nothing has left."""
    for cause in causes:
        if isinstance(cause, UnpinnedError):
            return NotPinnedError(str(cause))
        if isinstance(cause, ssl.SSLCertVerificationError):
            kind = VERIFIED.get(cause.verify_code, CertificateNotTrustedError)
            return kind(cause.verify_message or str(cause))
    if not any(isinstance(cause, HandshakeError) for cause in causes):
        return None
    reasons = frozenset(cause.reason or "" for cause in causes if isinstance(cause, ssl.SSLError))
    if reasons & WITHOUT_TLS:
        return TlsStrippedError(", ".join(sorted(filter(None, reasons))))
    return TlsTooOldError(", ".join(sorted(filter(None, reasons)))) if reasons & OLD_TLS else None


def _never_connected(causes: tuple[BaseException, ...]) -> CentreUnreachableError:
    """Say at which step the way ended."""
    if any(isinstance(cause, urllib3_errors.NameResolutionError | socket.gaierror) for cause in causes):
        return NameNotFoundError(brief(causes))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return NobodyListensError(brief(causes))
    if any(isinstance(cause, OSError) and cause.errno in NO_NETWORK for cause in causes):
        return NoRouteError(brief(causes))
    return CentreUnreachableError(brief(causes))


def _proxy_said(causes: tuple[BaseException, ...]) -> str:
    """Give the status with which a proxy refused, if it gave one; its text may be anything."""
    for cause in causes:
        words = str(cause).partition(TUNNEL)[2][:3]
        if words.isdigit():
            return f"the proxy said {words}"
    return brief(causes)


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
