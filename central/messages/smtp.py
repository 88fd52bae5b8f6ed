"""E-mail by SMTP: one letter, one recipient, one connection; STARTTLS and a log-in where they are set."""

from __future__ import annotations

import logging
import re
import smtplib
import ssl
from dataclasses import dataclass

from central.messages.carrier import Errand, Outcome, Report, doubtful, failed, handed_over, later
from central.messages.letters import LetterError, letter, sender_of
from station_client.domain.message import DeliveryReason

PATIENCE = 60.0
STARTTLS, TLS, NO_TLS = "starttls", "tls", "none"
GRANTED, GO_ON, PERMANENT = 2, 354, 500
_log = logging.getLogger("central.messages")


@dataclass(frozen=True, slots=True)
class MailServer:
    """The State's mail server, and who the letters come from. ``security``: starttls, tls or none."""

    host: str
    port: int
    sender: str
    by_state: str = ""
    security: str = STARTTLS
    ca_file: str = ""
    login: str = ""
    password: str = ""
    patience: float = PATIENCE


class _RefusedError(Exception):
    """The server said no, at a point where nothing has gone out."""

    def __init__(self, code: int, reason: DeliveryReason) -> None:
        super().__init__(str(code))
        self.code = code
        self.reason = reason


class SmtpCarrier:
    """Letters to one mail server."""

    def __init__(self, server: MailServer) -> None:
        """Connect to nothing yet."""
        self._server = server

    def carry(self, errand: Errand) -> Outcome:
        """Hand a letter over.

        Until the server asked for the text nothing can have gone out; once it has the text, only its answer tells.
        """
        sender = sender_of(errand.state_code, self._server.sender, self._server.by_state)
        try:
            data = letter(errand, sender)
        except LetterError as wrong:
            _log.warning("no letter: %s", wrong)
            return failed(DeliveryReason.CONTENT_REFUSED)
        try:
            line = self._opened()
        except _RefusedError as no:
            return _judged(no)
        except (OSError, smtplib.SMTPException) as wrong:
            _log.warning("mail server: %s", type(wrong).__name__)
            return later(DeliveryReason.NOT_REACHED)
        try:
            return _handed(line, sender, errand.address, data)
        finally:
            _leave(line)

    def idle(self) -> tuple[Report, ...]:
        """Nothing is left open between letters, and mail servers send no word of arrival."""
        return ()

    def close(self) -> None:
        """Nothing is open."""

    def _opened(self) -> smtplib.SMTP:
        server = self._server
        context = ssl.create_default_context(cafile=server.ca_file or None)
        if server.security == TLS:
            line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.patience, context=context)
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=server.patience)
        try:
            line.ehlo()
            if server.security == STARTTLS:
                line.starttls(context=context)  # raises where the server does not offer it: never on in clear
                line.ehlo()
            if server.login:
                line.login(server.login, server.password)
        except smtplib.SMTPAuthenticationError as no:
            _leave(line)
            raise _RefusedError(no.smtp_code, DeliveryReason.NOT_LET_IN) from None
        except (OSError, smtplib.SMTPException):
            _leave(line)
            raise
        return line


def _handed(line: smtplib.SMTP, sender: str, address: str, data: bytes) -> Outcome:
    try:
        _expect(line.mail(sender), DeliveryReason.NOT_LET_IN)
        _expect(line.rcpt(address), DeliveryReason.ADDRESS_REFUSED)
        _expect(line.docmd("DATA"), DeliveryReason.CONTENT_REFUSED, GO_ON // 100)
    except _RefusedError as no:
        return _judged(no)
    except (OSError, smtplib.SMTPException):
        return later(DeliveryReason.NOT_REACHED)
    try:
        line.send(_dotted(data))
        _expect(line.getreply(), DeliveryReason.CONTENT_REFUSED)
    except _RefusedError as no:
        return _judged(no)
    except (OSError, smtplib.SMTPException):
        return doubtful(DeliveryReason.NO_ANSWER)
    return handed_over()


def _expect(answer: tuple[int, bytes], reason: DeliveryReason, begins: int = GRANTED) -> None:
    code, _ = answer
    if code // 100 != begins:
        raise _RefusedError(code, reason)


def _judged(no: _RefusedError) -> Outcome:
    """For ever, or for now? A log-in that fails is the centre's own fault and is mended by State IT: for now."""
    _log.warning("mail server: %d %s", no.code, no.reason)
    if no.reason is DeliveryReason.NOT_LET_IN:
        return later(no.reason)
    return failed(no.reason) if no.code >= PERMANENT else later(DeliveryReason.BUSY)


def _dotted(data: bytes) -> bytes:
    """Write the text as SMTP carries it: lines that begin with a dot get another, a single dot ends it."""
    whole = data if data.endswith(b"\r\n") else data + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole) + b".\r\n"


def _leave(line: smtplib.SMTP) -> None:
    try:
        line.quit()
    except (OSError, smtplib.SMTPException):
        line.close()
