"""SMS by an HTTP gateway: one form posted for each message, as the State's provider wants its fields called."""

from __future__ import annotations

import http.client
import logging
import ssl
from dataclasses import dataclass
from urllib.parse import quote_plus, urlsplit

from central.messages.carrier import Errand, Outcome, Report, doubtful, failed, handed_over, later
from station_client.domain.message import DeliveryReason

PATIENCE = 30.0
ANSWER_MOST = 64 * 1024
GRANTED, BAD, NOT_NOW = range(200, 300), range(400, 500), frozenset({408, 425, 429, 503})
NOT_LET_IN = frozenset({401, 403, 407})
ARRIVED_WORDS = frozenset({"delivrd", "delivered", "success"})
LOST_WORDS = frozenset({"undeliv", "undelivered", "failed", "expired", "rejectd", "rejected", "deleted"})
_log = logging.getLogger("central.messages")


@dataclass(frozen=True, slots=True)
class Gateway:
    """The provider's address and form; ``{to} {text} {sender} {entity} {template} {reference}`` are filled in."""

    url: str
    form: str
    key: str = ""
    sender: str = ""
    entity: str = ""
    patience: float = PATIENCE


class GatewayCarrier:
    """Short messages to one provider. No redirect is followed and no proxy taken from the environment."""

    def __init__(self, gateway: Gateway) -> None:
        """Connect to nothing yet."""
        self._gateway = gateway

    def carry(self, errand: Errand) -> Outcome:
        """Post one message. A provider that got it and did not say what became of it leaves a doubt."""
        gateway = self._gateway
        place = urlsplit(gateway.url)
        line = _line(place.scheme, place.hostname or "", place.port, gateway.patience)
        try:
            line.connect()
        except OSError as wrong:
            _log.warning("sms gateway: %s", type(wrong).__name__)
            return later(DeliveryReason.NOT_REACHED)
        path = place.path + (f"?{place.query}" if place.query else "")
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        if gateway.key:
            headers["Authorization"] = f"Bearer {gateway.key}"
        try:
            line.request("POST", path or "/", body=form_of(gateway, errand).encode("ascii"), headers=headers)
            with line.getresponse() as response:
                response.read(ANSWER_MOST)
                return outcome_of(response.status, errand.reference)
        except (OSError, http.client.HTTPException) as wrong:
            _log.warning("sms gateway: %s", type(wrong).__name__)
            return doubtful(DeliveryReason.NO_ANSWER, errand.reference)
        finally:
            line.close()

    def idle(self) -> tuple[Report, ...]:
        """Give nothing: reports come to the centre's own door (``POST /v1/messages/reports``)."""
        return ()

    def close(self) -> None:
        """Nothing is open."""


def form_of(gateway: Gateway, errand: Errand) -> str:
    """Fill the provider's form in."""
    filled = gateway.form
    words = {
        "to": errand.address.removeprefix("+"),
        "sender": gateway.sender,
        "entity": errand.entity_id or gateway.entity,
        "template": errand.template_id,
        "reference": errand.reference,
        "text": errand.content,
    }
    for name, word in words.items():
        filled = filled.replace("{" + name + "}", quote_plus(word))
    return filled


def outcome_of(status: int, reference: str) -> Outcome:
    """Judge a provider's answer by its number alone: what else it says is its own matter."""
    if status in GRANTED:
        return handed_over(reference)
    _log.warning("sms gateway: %d", status)
    if status in NOT_NOW:
        return later(DeliveryReason.BUSY)
    if status in NOT_LET_IN:
        return later(DeliveryReason.NOT_LET_IN)
    return failed(DeliveryReason.CONTENT_REFUSED) if status in BAD else doubtful(DeliveryReason.NO_ANSWER, reference)


def report_of(reference: str, status: str) -> Report | None:
    """Read what a provider reports; None while it says neither that it arrived nor that it never will."""
    word = status.strip().lower()
    if not reference or word not in ARRIVED_WORDS | LOST_WORDS:
        return None
    return Report(reference, arrived=word in ARRIVED_WORDS)


def _line(scheme: str, host: str, port: int | None, patience: float) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=patience, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=patience)
