"""What a person asks beyond the feed, over HTTPS: on the connection that a pause does not cut."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import quote, urlencode

import msgspec

from sync.https.transport import HttpsQuestions, Question, body_of
from sync.protocol import codes
from sync.protocol.door import PATH_CHALLENGE, Challenge, ChallengeAsk
from sync.protocol.enquiries import Enquiry, FirAsk, KeysAsk, MarkAsk, ReportAsk, SearchAsk, WholeAsk

Message = TypeVar("Message", bound=msgspec.Struct)


class HttpsEnquiries(HttpsQuestions):
    """A person's questions over TLS."""

    def challenge(self, ask: ChallengeAsk) -> Challenge:
        """Get a picture to read, or a question in words, on the connection of whoever waits for it."""
        return self._message(Question("POST", PATH_CHALLENGE, body=body_of(ask)), Challenge, session=self._own)

    def enquire(self, access: str, ask: Enquiry, kind: type[Message]) -> Message:
        """Ask, and read the answer as a ``kind``."""
        if isinstance(ask, WholeAsk | MarkAsk):  # a reason stands in a body: addresses are logged on the way
            path = codes.PATH_WHOLE if isinstance(ask, WholeAsk) else codes.PATH_SENSITIVE
            question = Question("POST", path, access, body=body_of(ask), compressed=True)
        else:
            path, query = where(ask)
            question = Question("GET", path, access, query, compressed=True)
        return self._message(question, kind, limit=codes.PAGE_BYTES, session=self._own)


def where(ask: FirAsk | SearchAsk | ReportAsk | KeysAsk) -> tuple[str, str]:
    """Give the path and the query of a question; nothing of it can be another path."""
    match ask:
        case FirAsk():
            return f"{codes.PATH_FIRS}/{'/'.join(quote(one, safe='') for one in ask.key.split('/'))}", ""
        case SearchAsk():
            said = {name: value for name, value in msgspec.to_builtins(ask).items() if value}
            return codes.PATH_SEARCH, f"?{urlencode(said)}"
        case ReportAsk():
            return f"{codes.PATH_REPORTS}/{quote(ask.report, safe='')}", f"?{urlencode({'month': ask.month})}"
        case KeysAsk():
            return codes.PATH_RECEIPT_KEYS, ""
