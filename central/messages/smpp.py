"""SMS by SMPP 3.4 to the State's provider: one bound line, kept alive, bound again when it was lost."""

from __future__ import annotations

import logging
import re
import socket
import ssl
import struct
import time
from dataclasses import dataclass
from typing import Any

from smpplib import consts, exceptions, smpp
from smpplib.client import Client

from central.messages.carrier import Errand, Outcome, Report, doubtful, failed, handed_over, later
from central.messages.segments import Segment, dlt_parameters, segments
from station_client.domain.message import DeliveryReason

PATIENCE = 30.0
ALIVE_SECONDS = 30.0
INTERNATIONAL, ALPHANUMERIC, ISDN = 0x01, 0x05, 0x01
RECEIPT_BITS, RECEIPT = 0x3C, 0x04
NOT_NOW = frozenset({consts.SMPP_ESME_RTHROTTLED, consts.SMPP_ESME_RMSGQFUL, consts.SMPP_ESME_RSYSERR})
NO_ADDRESS = frozenset({consts.SMPP_ESME_RINVDSTADR, consts.SMPP_ESME_RINVDSTTON, consts.SMPP_ESME_RINVDSTNPI})
ARRIVED = "DELIVRD"
LOST = frozenset({"EXPIRED", "DELETED", "UNDELIV", "REJECTD"})
_ID = re.compile(r"\bid:([^\s]+)", re.IGNORECASE)
_STAT = re.compile(r"\bstat:([A-Z]+)", re.IGNORECASE)
_LINE_LOG = "central.messages.smpp"
_log = logging.getLogger("central.messages")
logging.getLogger(_LINE_LOG).setLevel(logging.WARNING)  # below it the library writes whole messages


@dataclass(frozen=True, slots=True)
class Provider:
    """Where the SMS centre is, as whom to bind, and which header the messages come from."""

    host: str
    port: int
    login: str
    password: str
    sender: str
    entity: str = ""
    tls: bool = False
    patience: float = PATIENCE


class _LostError(Exception):
    """The line broke, or no answer came in time."""


class SmppCarrier:
    """Short messages to one provider; used by one thread."""

    def __init__(self, provider: Provider) -> None:
        """Connect to nothing yet."""
        self._provider = provider
        self._client: Any = None
        self._answers: dict[int, tuple[int, str]] = {}
        self._heard: list[Report] = []
        self._spoke = 0.0

    def carry(self, errand: Errand) -> Outcome:
        """Hand every part over; a break after the first leaves a doubt, never a second try."""
        try:
            self._bind()
        except _LostError:
            return later(DeliveryReason.NOT_REACHED)
        except exceptions.PDUError as no:
            _log.warning("sms provider: bind refused, %s", no.args[-1])
            self.close()
            return later(DeliveryReason.NOT_LET_IN)
        extra = dlt_parameters(errand.entity_id or self._provider.entity, errand.template_id)
        handles: list[str] = []
        for part in segments(errand.content, errand.reference):
            try:
                status, handle = self._submit(errand, part, extra)
            except _LostError:
                self.close()
                return doubtful(DeliveryReason.NO_ANSWER, *handles)
            if status != consts.SMPP_ESME_ROK:
                _log.warning("sms provider: submit refused, %d", status)
                return doubtful(DeliveryReason.CONTENT_REFUSED, *handles) if handles else _refused(status)
            handles.append(handle)
        return handed_over(*handles)

    def idle(self) -> tuple[Report, ...]:
        """Take what the provider says, and ask now and then whether it is still there."""
        if self._client is not None:
            try:
                self._client.poll(auto_send_enquire_link=False)
                if time.monotonic() - self._spoke > ALIVE_SECONDS:
                    self._spoke = time.monotonic()
                    self._client.send_pdu(smpp.make_pdu("enquire_link", client=self._client))
            except (OSError, exceptions.ConnectionError, exceptions.PDUError, struct.error):
                self.close()
        elif self._spoke and time.monotonic() - self._spoke > ALIVE_SECONDS:
            self._bind_again()
        heard, self._heard = tuple(self._heard), []
        return heard

    def close(self) -> None:
        """Let go of the line."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            client.state = consts.SMPP_CLIENT_STATE_OPEN
            client.disconnect()
        except OSError:
            _log.warning("sms provider: the line did not close")

    def _bind_again(self) -> None:
        """Be there for the reports, which wait at the provider while nobody is bound."""
        self._spoke = time.monotonic()
        try:
            self._bind()
        except (_LostError, exceptions.PDUError):
            self.close()

    def _bind(self) -> None:
        if self._client is not None:
            return
        provider = self._provider
        client = Client(
            provider.host, provider.port, provider.patience, logger_name=_LINE_LOG, allow_unknown_opt_params=True
        )
        client.set_message_sent_handler(self._answered)
        client.set_error_pdu_handler(self._answered)
        client.set_message_received_handler(self._received)
        try:
            if provider.tls:
                plain = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                plain.settimeout(provider.patience)
                context = ssl.create_default_context()
                client._socket = context.wrap_socket(plain, server_hostname=provider.host)  # noqa: SLF001 the library checks no name
            client.connect()
            self._client = client
            client.bind_transceiver(system_id=provider.login, password=provider.password)
        except (OSError, exceptions.ConnectionError, struct.error) as wrong:
            self._client = client
            self.close()
            raise _LostError from wrong
        self._spoke = time.monotonic()

    def _submit(self, errand: Errand, part: Segment, extra: bytes) -> tuple[int, str]:
        client, provider = self._client, self._provider
        alphanumeric = not provider.sender.isdigit()
        asked = smpp.make_pdu(
            "submit_sm",
            client=client,
            source_addr_ton=ALPHANUMERIC if alphanumeric else INTERNATIONAL,
            source_addr_npi=0 if alphanumeric else ISDN,
            source_addr=provider.sender,
            dest_addr_ton=INTERNATIONAL,
            dest_addr_npi=ISDN,
            destination_addr=errand.address.removeprefix("+"),
            esm_class=part.esm_class,
            data_coding=part.coding,
            registered_delivery=1,
            short_message=part.data,
        )
        written = asked.generate() + extra
        try:
            client._socket.sendall(struct.pack(">L", len(written)) + written[4:])  # noqa: SLF001 with the DLT parameters
            end = time.monotonic() + provider.patience
            while asked.sequence not in self._answers:
                if time.monotonic() > end:
                    raise _LostError
                client.read_once(auto_send_enquire_link=False)
        except (OSError, exceptions.ConnectionError, exceptions.PDUError, struct.error) as wrong:
            raise _LostError from wrong
        self._spoke = time.monotonic()
        return self._answers.pop(asked.sequence)

    def _answered(self, pdu: Any) -> None:  # noqa: ANN401 the library has no types
        self._answers[int(pdu.sequence)] = (int(pdu.status), _text(getattr(pdu, "message_id", b"")))

    def _received(self, pdu: Any) -> None:  # noqa: ANN401 the library has no types
        if int(pdu.esm_class or 0) & RECEIPT_BITS == RECEIPT:
            report = report_of(_text(pdu.short_message), _text(getattr(pdu, "receipted_message_id", b"")))
            self._heard.extend([report] if report else [])


def report_of(text: str, handle: str = "") -> Report | None:
    """Read a delivery receipt; None while it is only on its way."""
    named, said = _ID.search(text), _STAT.search(text)
    word = said[1].upper() if said else ""
    name = handle or (named[1] if named else "")
    if not name or word not in LOST | {ARRIVED}:
        return None
    return Report(name, arrived=word == ARRIVED)


def _refused(status: int) -> Outcome:
    if status in NOT_NOW:
        return later(DeliveryReason.BUSY)
    return failed(DeliveryReason.ADDRESS_REFUSED if status in NO_ADDRESS else DeliveryReason.CONTENT_REFUSED)


def _text(raw: object) -> str:
    return raw.decode("ascii", "replace").rstrip("\0") if isinstance(raw, bytes) else str(raw or "")
