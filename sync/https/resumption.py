"""TLS sessions that are taken up again: a later connection to the centre costs no certificate on the line.

A session is kept in memory alone. It belongs to one context, so to one set of papers and one authority, and to one
host name; the centre's key is held against the pins with each connection (``sessions.prove``), and its certificate's
last day here.
"""

from __future__ import annotations

import errno
import ssl
import time
from dataclasses import dataclass
from socket import socket
from typing import Final

from sync.https.fast_open import PutOff

NOT_MADE_YET: Final = {errno.ENOTCONN, errno.EINVAL}


@dataclass(frozen=True, slots=True)
class Kept:
    """A session, and the moment (seconds since 1970) at which the certificate that it was proved with ends."""

    session: ssl.SSLSession
    ends: float


class Closing(ssl.SSLSocket):
    """A TLS socket that is closed, too, where the other end reset the line before it was made secure.

    Python up to 3.11.7 looks at such a socket by ``recv``, and lets go of it open when that fails.
    """

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        """Receive; a line that fails before TLS began is of no use to anybody, one that is not made yet is."""
        try:
            return super().recv(buflen, flags)
        except OSError as wrong:
            if self.version() is None and wrong.errno not in NOT_MADE_YET:
                self.close()
            raise


class Resuming(ssl.SSLContext):
    """A context whose connections take up the session of an earlier one to the same host."""

    sslsocket_class = Closing
    _kept: dict[str, Kept]

    def __init__(self, protocol: int) -> None:
        """Begin with no session; ``protocol`` is what ``ssl.SSLContext`` is given."""
        del protocol
        self._kept = {}

    def wrap_socket(  # noqa: PLR0913, PLR0917 the base class's own signature
        self,
        sock: socket,
        server_side: bool = False,  # noqa: FBT001, FBT002
        do_handshake_on_connect: bool = True,  # noqa: FBT001, FBT002
        suppress_ragged_eofs: bool = True,  # noqa: FBT001, FBT002
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLSocket:
        """Make a connection secure; one that was put off is made with TLS's own greeting."""
        taken_up = session or self.session_for(str(server_hostname))
        made = super().wrap_socket(
            sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, taken_up
        )
        if isinstance(sock, PutOff):
            try:
                made.connect(sock.there)
            except BaseException:
                made.close()
                raise
        return made

    def session_for(self, host: str) -> ssl.SSLSession | None:
        """Give the session with a host, while the certificate behind it is good."""
        kept = self._kept.get(host)
        if kept is None or time.time() >= kept.ends:  # by the clock that OpenSSL itself goes by
            return None
        return kept.session

    def keep(self, connected: ssl.SSLSocket) -> None:
        """Keep the session of a connection over which an answer came, so that the centre's word for it has come too."""
        try:
            session, certificate = connected.session, connected.getpeercert()
        except ValueError:  # it broke off meanwhile: OpenSSL begins anew to count it as not made
            return
        if session is None or not certificate or not (session.has_ticket or session.id):
            return
        ends = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
        self._kept[str(connected.server_hostname)] = Kept(session, ends)
