"""Whether a message may still leave, looked at when it is about to: much may have changed since it came in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from central.entitlement import is_withheld, may_have, writer_of
from central.store.items import ItemFile
from central.store.messages import Letter
from central.store.unit import Unit
from station_client.domain.fir_number import named_in
from station_client.domain.ids import OfficeCode
from station_client.domain.message import DeliveryReason
from station_client.domain.office import Act
from station_client.domain.redaction import folded_wording, wording_hidden
from sync.protocol.records import AlertRecord

TELLING_LEAST = 8


def reason_to_hold(unit: Unit, letter: Letter, files: Iterable[ItemFile]) -> DeliveryReason | None:
    """Give the reason why a message that was received does not leave now, or None.

    Its author may write messages no more; it names a victim who is protected now; or it encloses, quotes or numbers an
    alert that was marked sensitive since, which its author may not have.
    """
    writer = writer_of(unit, letter.author, letter.machine_id)
    if writer is None or not writer.account.may(Act.MESSAGE):
        return DeliveryReason.NO_LONGER_ENTITLED
    text = f"{letter.subject}\n{letter.content}"
    if names_victim(unit, text, letter.office_code):
        return DeliveryReason.WITHHELD
    told = folded_wording(text)
    hidden = (one for one in unit.records.guarded.sensitive() if not may_have(unit, writer, one))
    quoted = any(isinstance(one.record, AlertRecord) and _speaks_of(told, one.record) for one in hidden)
    enclosed = any(is_withheld(unit, writer, one.sha256) for one in files)
    return DeliveryReason.WITHHELD if quoted or enclosed else None


def names_victim(unit: Unit, text: str, office_code: str) -> bool:
    """Tell whether a text gives away the victim of a FIR that it names, where the law protects them."""
    hidden = unit.arrivals.hidden(set(named_in(text, OfficeCode(office_code))))
    return any(wording_hidden(text, known) for known in hidden.values())


def _speaks_of(told: str, alert: AlertRecord) -> bool:
    """Tell whether a folded text has an alert's number or its words in it; too short ones are in any text."""
    said = (folded_wording(one) for one in (alert.record_number, alert.description))
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", told) for one in said if len(one) >= TELLING_LEAST)
