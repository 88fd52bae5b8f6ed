"""What the line itself can do wrong, told apart so that each has its own words and its own next step.

Whoever raises one of these promises what its parent promises: under ``CentreUnreachableError`` and
``CertificateNotTrustedError`` nothing of the request has left this PC.
"""

from __future__ import annotations

from station_client.errors.officer import StationError


class LineError(StationError):
    """The centre was not reached; what was to be sent waits on this PC."""

    code = "line"


class CentreUnreachableError(LineError):
    """No route to the centre, or nobody answers there."""

    code = "centre-unreachable"


class NameNotFoundError(CentreUnreachableError):
    """Nobody here knows where a machine of the centre's name is: no DNS, or the VPN is down."""

    code = "name-not-found"


class NameUnknownError(NameNotFoundError):
    """This PC is on a network, and nobody there knows the centre's name: looked for by whoever asks what is wrong."""

    code = "name-unknown"


class NoRouteError(CentreUnreachableError):
    """This PC's network leads nowhere near the centre: the cable, the modem, the VPN."""

    code = "no-route"


class NoNetworkError(NoRouteError):
    """Nothing is plugged into this PC, and no Wi-Fi is on."""

    code = "no-network"


class NoAddressError(NoRouteError):
    """The cable is in, and the network gave this PC no address."""

    code = "no-address"


class NoWayError(NoRouteError):
    """This PC is on a network from which no way leads to the centre: the VPN is off."""

    code = "no-way"


class NoAnswerError(CentreUnreachableError):
    """A way leads to the centre, and nothing comes back: VPN, the State's network, or the centre itself."""

    code = "no-answer"


class NobodyListensError(CentreUnreachableError):
    """The centre's machine was reached, and nothing listens there: it is being started, or a firewall says no."""

    code = "connection-refused"


class ProxyRefusedError(CentreUnreachableError):
    """The proxy that State IT named could not be reached or did not let the connection through."""

    code = "proxy-refused"


class NoLineInTrainingError(CentreUnreachableError):
    """A training has no line, on purpose: nothing is wrong with this PC."""

    code = "no-line-in-training"


class LineStalledError(LineError):
    """The line went quiet in the middle of a transfer."""

    code = "line-stalled"


class LineCutError(LineStalledError):
    """The connection was cut in the middle of a question or an answer."""

    code = "line-cut"


class CertificateNotTrustedError(LineError):
    """Who answered could not prove to be the centre; nothing was sent."""

    code = "certificate-not-trusted"


class WrongNameError(CertificateNotTrustedError):
    """The certificate is made out to another name: another machine, or a network's log-in page."""

    code = "certificate-wrong-name"


class CertificateExpiredError(CertificateNotTrustedError):
    """The centre's certificate has run out."""

    code = "certificate-expired"


class CertificateNotYetError(CertificateNotTrustedError):
    """The centre's certificate has not begun to be good."""

    code = "certificate-not-yet"


class ClockHidesCentreError(CertificateNotTrustedError):
    """The certificate is in order and this PC's clock is not, so it looks expired or not yet good."""

    code = "certificate-clock"

    def __init__(self, skew_seconds: float = 0.0) -> None:
        """``skew_seconds``: this PC's clock minus the centre's."""
        super().__init__(f"{skew_seconds:.0f} s")
        self.skew_seconds = skew_seconds


class SelfSignedError(CertificateNotTrustedError):
    """The certificate vouches for itself alone."""

    code = "certificate-self-signed"


class OtherAuthorityError(CertificateNotTrustedError):
    """An authority vouches for it that this PC was not told to trust."""

    code = "certificate-other-authority"


class NotPinnedError(CertificateNotTrustedError):
    """The certificate is trusted, but its key is none of those that State IT named in ``station.toml``."""

    code = "certificate-not-pinned"


class TlsStrippedError(CertificateNotTrustedError):
    """Whoever answers at the centre's address speaks without TLS."""

    code = "tls-stripped"


class TlsTooOldError(CertificateNotTrustedError):
    """Whoever answers offers only TLS of before 1.2."""

    code = "tls-too-old"


class NotTheCentreError(LineError):
    """Something answered that does not speak the centre's language (a log-in page, a proxy)."""

    code = "not-the-centre"


class CaptivePortalError(NotTheCentreError):
    """A network's log-in page answered in the centre's place."""

    code = "captive-portal"


class RedirectRefusedError(NotTheCentreError):
    """The centre's own address sent us somewhere else; nobody followed."""

    code = "redirect-refused"


class ForeignAnswerError(NotTheCentreError):
    """An answer to another question than ours: replayed, or mixed up on the way; nothing of it was used."""

    code = "foreign-answer"


class CentreFaultError(LineError):
    """The centre answered that it could not do it now."""

    code = "centre-fault"

    def __init__(self, detail: str = "", retry_after: int = 0, reason: str = "") -> None:
        """Keep the seconds the centre asks to be left alone (0: it does not say) and the wire's ``reason``."""
        super().__init__(detail)
        self.retry_after = retry_after
        self.reason = reason


class CentreFullError(CentreFaultError):
    """The centre has no room; it is asked again, with growing waits."""

    code = "centre-full"
