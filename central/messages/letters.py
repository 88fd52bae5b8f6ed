"""An errand written as an e-mail: the same bytes at every try, so that a signature over them holds. Pure."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, compat32
from email.utils import format_datetime

from central.messages.carrier import Errand
from station_client.clock import to_ist

_TYPES: dict[str, tuple[str, str]] = {
    "jpeg": ("image", "jpeg"),
    "png": ("image", "png"),
    "tiff": ("image", "tiff"),
    "pdf": ("application", "pdf"),
    "doc": ("application", "msword"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xls": ("application", "vnd.ms-excel"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def sender_of(state_code: str, usual: str, by_state: str) -> str:
    """Give the address that a State's messages come from; ``by_state`` is written ``09=name@domain 05=…``."""
    pairs = (pair.partition("=") for pair in by_state.split())
    return {code: address for code, _, address in pairs if address}.get(state_code, usual)


class LetterError(Exception):
    """No letter can be written of this: something in it would become another header than it is meant for."""


def letter(errand: Errand, sender: str) -> bytes:
    """Write an e-mail of plain text with its files. Raises ``LetterError``.

    Sender, Message-ID and its domain belong together, the date is that of writing, and every part is written in ASCII:
    no server on the way needs to change a line, which is what a DKIM signature asks for.
    """
    try:
        mail = _written(errand, sender)
        data = mail.as_bytes()
    except ValueError as wrong:
        raise LetterError("a header cannot be written") from wrong
    if BytesHeaderParser(policy=compat32).parsebytes(data).keys() != mail.keys():
        raise LetterError("a header has another one in it")
    return data


def _written(errand: Errand, sender: str) -> EmailMessage:
    user, _, domain = sender.rpartition("@")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=errand.office, username=user, domain=domain)
    mail["To"] = errand.address
    mail["Subject"] = errand.subject
    mail["Date"] = format_datetime(to_ist(errand.written_at))
    mail["Message-ID"] = f"<{errand.reference}@{domain}>"
    mail["Auto-Submitted"] = "no"
    mail.set_content(errand.content, cte="base64")
    for one in errand.files:
        main, sub = _TYPES.get(one.kind, ("application", "octet-stream"))
        mail.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    if errand.files:
        mail.set_boundary(f"=_{errand.reference}")
    return mail
