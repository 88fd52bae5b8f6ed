"""The centre's verbs over HTTPS (``sync.transport.Transport``); ``docs/wire.md`` is what this speaks.

Three sessions: a control connection for a round's messages, a bulk one for the files it sends, so that a file under
way never stands before an alert, and one for what a person waits for, which a pause does not cut. Nothing here
logs a token, a password, a hash or a text.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec
import requests

from station_client import __version__
from station_client.clock import Clock, SystemClock
from station_client.errors import CentreUnreachableError, CertificateNotTrustedError, RefusalError
from sync.https import answers
from sync.https.body import Body
from sync.https.faults import translated
from sync.https.road import Road
from sync.https.trust import Papers, Policy
from sync.https.ways import Ways
from sync.protocol import codes
from sync.protocol.bundle import bundled
from sync.protocol.codec import encode
from sync.protocol.dictionary import NONE, dictionary
from sync.protocol.messages import (
    Grant,
    Health,
    MachineAsk,
    MachineCertificate,
    PushAnswer,
    PushBatch,
    Refresh,
    SignIn,
)
from sync.protocol.packing import message_packed
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.protocol.trail import TrailAnswer, TrailBatch
from sync.transport import Progress

_log = logging.getLogger(__name__)

MESSAGE_BYTES = 1024 * 1024

Message = TypeVar("Message", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to connect (and for each small piece sent), without a byte, and for one whole answer."""

    connect: float = 10.0
    silence: float = 20.0
    message: float = 300.0
    blob: float = 4 * 3600.0


@dataclass(frozen=True, slots=True)
class Question:
    """One request: where, with what, on whose behalf."""

    method: str
    path: str
    access: str = ""
    query: str = ""
    body: Body | None = None
    media: str = codes.MEDIA_TYPE
    compressed: bool = False
    offset: int = 0
    accept: str = ""

    def headers(self, request_id: str) -> dict[str, str]:
        """Write the request's headers."""
        fields = {
            "User-Agent": f"station-client/{__version__}",
            "Accept-Encoding": "gzip" if self.compressed else "identity",
            codes.PROTOCOL_HEADER: str(codes.PROTOCOL),
            codes.REQUEST_ID_HEADER: request_id,
        }
        if self.access:
            fields["Authorization"] = f"Bearer {self.access}"
        if self.body is not None:
            fields["Content-Type"] = self.media
            if self.body.encoding:
                fields["Content-Encoding"] = self.body.encoding
        if self.accept:
            fields["Accept"] = self.accept
        if self.offset:
            fields["Range"] = f"bytes={self.offset}-"
        return fields


class HttpsLine:
    """Connections to one centre, and one question over one of them; safe to use from several threads."""

    def __init__(
        self,
        centre_url: str,
        *,
        ca_file: Path | None = None,
        policy: Policy | None = None,
        patience: Patience | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Connect to nothing yet. ``ca_file`` is the whole policy of a line that has no other (``trust.Policy``)."""
        self._url = centre_url.rstrip("/")
        self._policy = policy or Policy(ca_file=ca_file)
        self._patience = patience or Patience()
        self._clock = clock or SystemClock()
        self._reads = NONE
        self._ways = Ways(self._url, self._policy, self._clock)
        self._control, self._bulk, self._own = self._ways.control, self._ways.bulk, self._ways.own

    def present(self, file: Path | None, passphrase: str = "") -> None:
        """Show this PC's own certificate from the next connection on, or none. Raises ``StoreDamagedError``."""
        self._ways.present(None if file is None else Papers(file, passphrase))

    def machine_certificate(self, access: str, ask: MachineAsk) -> MachineCertificate:
        """Have this PC's own key signed."""
        return self._message(Question("POST", codes.PATH_MACHINE, access, body=body_of(ask)), MachineCertificate)

    def where(self) -> str:
        """Give the address from which this PC would reach the centre now; empty without a way. Sends nothing."""
        return self._ways.where()

    @property
    def road(self) -> Road:
        """Give the road to the centre, for whoever asks what is wrong with it."""
        return self._ways.road(self._patience.connect)

    def heeding(self) -> AbstractContextManager[None]:
        """Let a cut that comes inside count for what this thread asks inside, also before it is on its way."""
        return self._ways.heeding()

    def halt(self) -> None:
        """Cut what a round has under way; what a person waits for (a file, a sign-in) goes on."""
        self._ways.halt()

    def close(self) -> None:
        """Cut whatever is under way, from any thread, and let go; a later question begins on a fresh connection."""
        self._ways.close()

    def _message(
        self,
        question: Question,
        kind: type[Message],
        limit: int = MESSAGE_BYTES,
        session: requests.Session | None = None,
    ) -> Message:
        with self._asked(question, session or self._control) as response:
            return answers.message(response, kind, limit, self._deadline(self._patience.message))

    @contextmanager
    def _asked(
        self, question: Question, session: requests.Session, *, patient: float = 0.0
    ) -> Iterator[requests.Response]:
        """Ask, and let go of the connection afterwards: to the pool if the answer was read to its end.

        ``patient``: the seconds for which the centre was asked to keep silent until there is news.
        """
        if not self._url:
            raise CentreUnreachableError("no centre is set in station.toml")
        if self._policy.ca_file is not None and not self._policy.ca_file.is_file():
            raise CertificateNotTrustedError("the authority's file is not there")
        request_id = str(uuid.uuid4())
        began = self._clock.monotonic()
        status = 0
        try:
            with self._ways.asking(session, patient=patient > 0) as way:
                with translated():
                    response = session.request(
                        question.method,
                        f"{self._url}{question.path}{question.query}",
                        data=question.body,
                        headers=question.headers(request_id),
                        timeout=(way.connect(self._patience.connect), self._patience.silence + patient),
                        allow_redirects=False,
                        stream=True,
                    )
                status = response.status_code
                with response:
                    answers.prove(response, request_id, self._url)
                    way.answered(response)
                    yield response
        finally:
            took = (self._clock.monotonic() - began) * 1000
            _log.info("%s %s %d %.0f ms id=%s", question.method, question.path, status, took, request_id)

    def _deadline(self, seconds: float) -> Callable[[], bool]:
        """Give what is asked between two pieces: whether it is too late."""
        end = self._clock.monotonic() + seconds
        return lambda: self._clock.monotonic() > end


class HttpsQuestions(HttpsLine):
    """The centre's questions and answers over TLS; what it streams is ``sync.https.feed``."""

    def health(self, *, bulk: bool = False) -> Health:
        """Ask who is there and what time it has; where the line was gone, the round goes on with this connection."""
        onward = self._bulk if bulk else self._control
        session = onward if self._ways.lost else self._own
        told = self._message(Question("GET", codes.PATH_HEALTH), Health, session=session)
        self._reads = next((name for name in told.dictionaries if dictionary(name) is not None), NONE)
        return told

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password."""
        return self._message(Question("POST", codes.PATH_SIGN_IN, body=body_of(ask)), Grant, session=self._own)

    def refresh(self, ask: Refresh, *, beside: bool = False) -> Grant:
        """Get a new access token, over the connection of whoever needs it."""
        question = Question("POST", codes.PATH_REFRESH, body=body_of(ask))
        return self._message(question, Grant, session=self._own if beside else self._control)

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items, in columns to a centre that reads them; a repeat gets the same answer."""
        reads = self._reads  # another thread may ask for health meanwhile
        if reads != NONE:
            data, media = bundled(batch, reads), f"{codes.ITEMS_MEDIA_TYPE}; dictionary={reads}"
            try:
                return self._pushed(access, batch, Body(BytesIO(data), len(data)), media)
            except RefusalError as no:
                if no.reason != codes.Code.NOT_UNDERSTOOD:
                    raise
            self._reads = NONE  # an older centre stands in its place; or it is the batch itself, and is told once more
        return self._pushed(access, batch, _packed(batch), codes.MEDIA_TYPE)

    def _pushed(self, access: str, batch: PushBatch, body: Body, media: str) -> PushAnswer:
        accept = codes.SHEET_MEDIA_TYPE
        question = Question("POST", codes.PATH_PUSH, access, body=body, media=media, compressed=True, accept=accept)
        with self._asked(question, self._control) as response:
            return answers.pushed(response, batch, self._deadline(self._patience.message))

    def trail(self, access: str, batch: TrailBatch) -> TrailAnswer:
        """Hand over entries of the audit trail."""
        return self._message(Question("POST", codes.PATH_TRAIL, access, body=_packed(batch)), TrailAnswer)

    def have(self, access: str, ask: Have) -> Held:
        """Ask what the centre lacks of each file."""
        question = Question("POST", codes.PATH_HAVE, access, body=_packed(ask), compressed=True)
        return self._message(question, Held)

    def put_slice(  # noqa: PLR0913 where a slice belongs takes four words
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice of a file; ``progress`` is told the bytes that the line has taken."""
        query = f"/{sha256}?offset={offset}&size={size}"
        sending = Body(body, length, progress)
        question = Question("PUT", codes.PATH_SLICES, access, query, body=sending, media=codes.BLOB_MEDIA_TYPE)
        with self._asked(question, self._bulk) as response:
            answer = answers.message(response, SliceAnswer, MESSAGE_BYTES, self._deadline(self._patience.message))
        progress(length)
        return answer

    def get_blob(self, access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        """Receive a file's bytes from ``offset`` on, in pieces; the caller verifies the hash."""
        question = Question("GET", codes.PATH_SLICES, access, f"/{sha256}", offset=offset)
        with self._asked(question, self._bulk if bulk else self._own) as response:
            yield from answers.blob(response, self._deadline(self._patience.blob), offset)


def body_of(ask: msgspec.Struct) -> Body:
    """Turn a message into a body that is sent in small pieces."""
    data = encode(ask)
    return Body(BytesIO(data), len(data))


def _packed(ask: msgspec.Struct) -> Body:
    """Turn a message into a body that is compressed where it is worth it; nothing secret may stand in it."""
    plain = encode(ask)
    if len(plain) < codes.WORTH_PACKING:
        return Body(BytesIO(plain), len(plain))
    data = message_packed(plain)
    return Body(BytesIO(data), len(data), encoding=codes.MESSAGE_ENCODING)
