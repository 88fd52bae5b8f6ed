"""An SMS centre that speaks SMPP 3.4 over a socket: it binds, answers, throttles, falls silent and sends receipts."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from smpplib import consts, smpp

LOGIN, PASSWORD = "crimac", "s3cret"
ENTITY_TAG, TEMPLATE_TAG = b"\x14\x00", b"\x14\x01"


@dataclass(frozen=True)
class Submitted:
    """One part as the SMS centre took it."""

    to: str
    sender: str
    data: bytes
    coding: int
    esm_class: int
    raw: bytes

    @property
    def text(self) -> str:
        """Read the part, without its header, as a telephone would."""
        body = self.data[6:] if self.esm_class & consts.SMPP_GSMFEAT_UDHI else self.data
        return body.decode("utf-16-be" if self.coding == consts.SMPP_ENCODING_ISO10646 else "ascii")


class _Numbers:
    """What smpplib wants of whoever writes a PDU."""

    sequence = 1

    def next_sequence(self) -> int:
        """Count on."""
        self.sequence += 1
        return self.sequence


@dataclass
class Smsc:
    """What was submitted, and how to answer. ``silent`` takes a part and says nothing."""

    port: int = 0
    taken: list[Submitted] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    silent: bool = False
    binds: int = 0
    alive: int = 0
    _lines: list[socket.socket] = field(default_factory=list)
    _numbers: _Numbers = field(default_factory=_Numbers)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def receipt(self, handle: str, stat: str = "DELIVRD") -> None:
        """Say what became of a part, to whoever is bound."""
        text = f"id:{handle} sub:001 dlvrd:001 submit date:2608011200 done date:2608011201 stat:{stat} err:000 text:"
        self._say(self._lines[-1], "deliver_sm", esm_class=4, short_message=text.encode(), source_addr="919876543210")

    def cut(self) -> None:
        """Break every line."""
        for one in self._lines:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def serve(self, line: socket.socket) -> None:
        """Answer one line until it ends."""
        self._lines.append(line)
        with line, contextlib.suppress(OSError, struct.error):
            while head := line.recv(4, socket.MSG_WAITALL):
                raw = head + line.recv(struct.unpack(">L", head)[0] - 4, socket.MSG_WAITALL)
                self._answer(line, smpp.parse_pdu(raw, client=self._numbers, allow_unknown_opt_params=True), raw)

    def _answer(self, line: socket.socket, pdu: Any, raw: bytes) -> None:  # noqa: ANN401 the library has no types
        if pdu.command == "bind_transceiver":
            good = (pdu.system_id, pdu.password) == (LOGIN.encode(), PASSWORD.encode())
            self.binds += good
            self._say(line, "bind_transceiver_resp", pdu, status=0 if good else consts.SMPP_ESME_RINVPASWD)
        elif pdu.command == "enquire_link":
            self.alive += 1
            self._say(line, "enquire_link_resp", pdu)
        elif pdu.command == "submit_sm":
            self._take(line, pdu, raw)
        elif pdu.command == "unbind":
            self._say(line, "unbind_resp", pdu)

    def _take(self, line: socket.socket, pdu: Any, raw: bytes) -> None:  # noqa: ANN401 the library has no types
        status = self.statuses.pop(0) if self.statuses else 0
        if status:
            self._say(line, "submit_sm_resp", pdu, status=status)
            return
        to, sender = pdu.destination_addr.decode(), pdu.source_addr.decode()
        self.taken.append(Submitted(to, sender, pdu.short_message, pdu.data_coding, pdu.esm_class, raw))
        if not self.silent:
            self._say(line, "submit_sm_resp", pdu, message_id=f"part-{len(self.taken)}")

    def _say(self, line: socket.socket, command: str, to: Any = None, status: int = 0, **said: object) -> None:  # noqa: ANN401
        pdu = smpp.make_pdu(command, client=self._numbers, **said)
        pdu.status = status
        if to is not None:
            pdu.sequence = to.sequence
        with self._turn:
            line.sendall(pdu.generate())


@contextmanager
def smsc() -> Iterator[Smsc]:
    """Run an SMS centre on a free port of this machine."""
    made = Smsc()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made.port = listening.getsockname()[1]
        threads: list[threading.Thread] = []

        def wait() -> None:
            with contextlib.suppress(OSError):
                while True:
                    line, _ = listening.accept()
                    threads.append(threading.Thread(target=made.serve, args=(line,)))
                    threads[-1].start()

        waiting = threading.Thread(target=wait)
        waiting.start()
        try:
            yield made
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            waiting.join()
            made.cut()
            for one in threads:
                one.join()
