"""Whether an officer may have a record that the feed does not tell whole."""

from __future__ import annotations

from central.rights import Actor
from central.store.guarded import Kept
from central.store.unit import Unit
from station_client.domain.office import Act, OfficeKind
from sync.protocol.records import AlertRecord


def writer_of(unit: Unit, login: str, machine_id: str) -> Actor | None:
    """Give an officer as they stand now, as the writer of what came from a machine; None for one who is not known."""
    account = unit.officers.one(login)
    office = None if account is None else unit.records.office(account.office_code)
    return Actor(account, machine_id, office.code, office.state_code) if account and office else None


def may_have(unit: Unit, actor: Actor, kept: Kept) -> bool:
    """Tell whether an officer may have a record: a sensitive one is its own office's and that of the rank."""
    record = kept.record
    own = actor.office_code == (record.office_code if isinstance(record, AlertRecord) else record.station_code)
    if kept.sensitive:
        return own or (actor.account.may(Act.MARK_SENSITIVE) and is_theirs(unit, actor, record.state_code))
    return actor.account.may(Act.SEE_VICTIM) and (own or is_theirs(unit, actor, record.state_code))


def is_withheld(unit: Unit, actor: Actor, sha256: str) -> bool:
    """Tell whether a file is kept from an officer: a sensitive alert's files are for whom the alert itself is for."""
    return not all(may_have(unit, actor, one) for one in unit.records.guarded.sensitive(with_file=sha256))


def may_have_file(unit: Unit, actor: Actor, sha256: str) -> bool:
    """Tell whether an officer may look at a file, and so attach it by its hash alone; others show its bytes.

    It is one of an alert, or one that a message of the officer's own office encloses: what another office writes to
    its recipients is nobody else's. What was only named, and by nobody shown, counts for neither.
    """
    if not actor.account.may(Act.VIEW) or is_withheld(unit, actor, sha256):
        return False
    enclosed = unit.messages.claims(sha256, actor.office_code)
    return unit.stock.is_of_an_alert(sha256) or any(one.verified for one in enclosed)


def is_theirs(unit: Unit, actor: Actor, state_code: str) -> bool:
    """Tell whether a State's records are within an officer's reach: their own State's, or all for a central agency."""
    office = unit.records.office(actor.office_code)
    everywhere = office is not None and office.kind == OfficeKind.CENTRAL_AGENCY
    return everywhere or actor.state_code == state_code
