"""A real mail server in a thread of its own: STARTTLS, a log-in, and replies that a test chooses."""

from __future__ import annotations

import email
import ssl
import threading
from asyncio import Server
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword

from central.tls import CERTIFICATE_FILE, KEY_FILE, make_development_certificates

LOGIN, PASSWORD = "centre", "p0st"


@dataclass
class MailServer:
    """What arrived; ``replies`` are given to the next letters instead of a yes, ``refused`` are addresses."""

    port: int = 0
    ca_file: Path = Path()
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    meanwhile: Callable[[], None] | None = None
    got_one: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(  # noqa: N802 aiosmtpd's name for it
        self, server: SMTP, session: object, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Take a recipient, or not."""
        del server, session, rcpt_options
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:  # noqa: N802 the same
        """Take a letter."""
        del server, session
        if self.replies:
            return self.replies.pop(0)
        content = envelope.original_content or b""
        self.raw.append(content)
        letter = email.message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.got_one.set()
        if self.meanwhile is not None:
            self.meanwhile()
        return "250 taken"


def _knows(server: SMTP, session: object, envelope: object, mechanism: str, auth_data: Any) -> AuthResult:  # noqa: ANN401
    del server, session, envelope, mechanism
    good = isinstance(auth_data, LoginPassword) and (auth_data.login, auth_data.password) == (
        LOGIN.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=True)


class _OnAFreePort(Controller):
    """A server that asks the system for its port, and knows it before it tries itself out."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def mail_server(folder: Path, *, starttls: bool = True) -> Iterator[MailServer]:
    """Run a mail server on a free port of this machine."""
    made = MailServer()
    options: dict[str, Any] = {}
    if starttls:
        made.ca_file = make_development_certificates(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / CERTIFICATE_FILE, folder / KEY_FILE)
        options = {"tls_context": context, "require_starttls": True, "auth_required": True}
        options["authenticator"] = _knows
    controller = _OnAFreePort(made, hostname="127.0.0.1", port=0, enable_SMTPUTF8=True, **options)
    controller.start()
    try:
        made.port = controller.port
        yield made
    finally:
        controller.stop()
