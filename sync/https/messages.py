"""Messages to other offices over TLS: handed over, and what became of them."""

from __future__ import annotations

from io import BytesIO

from sync.https.body import Body
from sync.https.transport import HttpsLine, Question
from sync.protocol.codec import encode
from sync.protocol.codes import BATCH_BYTES
from sync.protocol.outgoing import (
    PATH_MESSAGES,
    PATH_STATES,
    PATH_TEMPLATES,
    MessageAnswers,
    MessageBatch,
    MessagePage,
    TemplateList,
)


class HttpsMessages(HttpsLine):
    """``sync.transport.MessageLine`` over the control connection."""

    def messages(self, access: str, batch: MessageBatch) -> MessageAnswers:
        """Hand over waiting messages; a repeat gets the same answer."""
        data = encode(batch)
        question = Question("POST", PATH_MESSAGES, access, body=Body(BytesIO(data), len(data)))
        return self._message(question, MessageAnswers, limit=BATCH_BYTES)

    def message_states(self, access: str, *, since: int) -> MessagePage:
        """Ask what became of this machine's messages after ``since``."""
        question = Question("GET", PATH_STATES, access, f"?since={since}")
        return self._message(question, MessagePage, limit=BATCH_BYTES)

    def templates(self, access: str) -> TemplateList:
        """Ask for the registered texts of short messages."""
        return self._message(Question("GET", PATH_TEMPLATES, access), TemplateList, limit=BATCH_BYTES)
