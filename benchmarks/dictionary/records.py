"""Made-up alerts and FIRs as the centre's feed would carry them."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.store.made_up import MadeUp
from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from sync.protocol.records import AlertRecord, FirRecord, Record


def made_up(*, seed: int, rows: int, firs: bool) -> Iterator[Record]:
    """Give so many alerts of a seed in their order, with the FIRs of some of them where wanted."""
    for page in MadeUp(seed=seed, rows=rows).pages():
        ordered: list[Record] = [alert_record(one) for one in page.alerts]
        ordered += [fir_record(one) for one in page.firs] if firs else []
        yield from sorted(ordered, key=lambda record: record.sequence)


def alert_record(alert: Alert) -> AlertRecord:
    """Write an alert as the wire has it."""
    return AlertRecord(
        sequence=alert.sequence,
        uid=alert.uid,
        record_number=alert.record_number,
        category=alert.category.value,
        life=alert.life.value,
        description=alert.description,
        office_code=alert.office_code,
        office_name=alert.office_name,
        district_code=alert.district_code,
        district_name=alert.district_name,
        state_code=alert.state_code,
        author=alert.author,
        issued_at=alert.issued_at,
        received_at=alert.received_at,
        version=alert.version,
        fir_key=alert.fir_key,
        fir_shown=alert.fir_shown,
    )


def fir_record(fir: Fir) -> FirRecord:
    """Write a FIR as the wire has it."""
    if fir.form is None:
        raise ValueError("a made-up FIR has its form")
    return FirRecord(
        sequence=fir.sequence,
        key=fir.key,
        shown=fir.shown,
        station_code=fir.station_code,
        station_name=fir.station_name,
        district_code=fir.district_code,
        district_name=fir.district_name,
        state_code=fir.state_code,
        registered_at=fir.registered_at,
        status=fir.status,
        language=fir.language,
        victim_protected=fir.victim_protected,
        version=fir.version,
        form=fir.form,
    )
