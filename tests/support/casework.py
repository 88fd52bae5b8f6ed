"""Alerts, FIRs, drafts and items that officers who do not exist have written."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from station_client.domain.alert import Alert, AttachedFile, Category, Life
from station_client.domain.attachment import Attachment, Kind, Verdict
from station_client.domain.draft import Draft
from station_client.domain.fir import ActSection, Fir, FirForm
from station_client.domain.ids import AlertUid, DraftId, ItemId, Login, OfficeCode, Sha256, uuid7
from station_client.domain.outbox import OutboxItem, Receipt, ReceiptFile

NOON = datetime(2026, 8, 14, 12, 0, tzinfo=UTC)
OFFICER = Login("a.verma")


def new_uid(number: int = 0, moment: datetime = NOON) -> str:
    """Make an id that is the same in every run."""
    return uuid7(moment, random.Random(number).randbytes(10))


def alert(number: int = 0, **changed: object) -> Alert:
    """Give an alert; the ``number`` makes its id, sequence and minute its own."""
    moment = NOON + timedelta(minutes=number)
    plain = Alert(
        uid=AlertUid(new_uid(number)),
        record_number=f"CM-2026-{number:06d}",
        category=Category.HEINOUS_CRIME,
        life=Life.ACTIVE,
        description="Armed robbery at a petrol pump. Two men on a black motorcycle fled towards the river.",
        fir_key=f"4512007/2026/{number + 1:04d}",
        fir_shown=f"{number + 1:04d}/2026",
        gd_number="",
        gd_reason="",
        office_code=OfficeCode("4512007"),
        office_name="MAHILA THANA",
        district_code="451",
        district_name="Sundarpur",
        state_code="45",
        author="a.verma",
        issued_at=moment,
        received_at=moment,
        expires_at=None,
        version=1,
        sequence=number + 1,
        files=(AttachedFile(sha256=Sha256("ab" * 32), size=10, name="photo.jpg", kind="jpeg"),),
    )
    return replace(plain, **changed)  # type: ignore[arg-type] # a test names the fields it changes


def fir(number: int = 0, **changed: object) -> Fir:
    """Give a FIR of the same station; the ``number`` is its serial."""
    form = FirForm(
        district="Sundarpur",
        station="MAHILA THANA",
        year="2026",
        number=f"{number:04d}",
        fir_at="14/08/2026 20:11 hrs",
        acts=(ActSection(act="BNS", section="309(4)"),),
        contents="दो व्यक्तियों ने पेट्रोल पंप पर लूट की।",
    )
    plain = Fir(
        key=f"4512007/2026/{number:04d}",
        shown=f"{number:04d}/2026",
        station_code="4512007",
        station_name="MAHILA THANA",
        district_code="451",
        district_name="Sundarpur",
        state_code="45",
        registered_at=NOON,
        status="under-investigation",
        language="hi",
        victim_protected=False,
        version=1,
        sequence=number,
        form=form,
    )
    return replace(plain, **changed)  # type: ignore[arg-type] # as above


def draft(number: int = 0, **changed: object) -> Draft:
    """Give a draft with one file."""
    plain = Draft(
        draft_id=DraftId(new_uid(number)),
        author=OFFICER,
        created_at=NOON,
        saved_at=NOON + timedelta(seconds=number),
        fir_text="123/2026",
        category=Category.SEIZURE,
        description="Twelve stolen mobile phones recovered.",
        files=(
            Attachment(
                sha256=Sha256("cd" * 32),
                size=20,
                name="seizure memo.pdf",
                kind=Kind.PDF,
                verdict=Verdict.WARN,
                sha1="ef" * 20,
                md5="01" * 16,
                reasons=("linked",),
            ),
        ),
    )
    return replace(plain, **changed)  # type: ignore[arg-type] # as above


def item_of(written: Draft, number: int = 0, **changed: object) -> OutboxItem:
    """Give the outbox's item of a draft."""
    plain = OutboxItem(
        item_id=ItemId(new_uid(10_000 + number)),
        author=written.author,
        author_shown="SI A. Verma",
        draft_id=written.draft_id,
        category=written.category or Category.SEIZURE,
        fir_key="4512007/2026/0123",
        fir_shown="0123/2026",
        gd_number="",
        gd_reason="",
        description=written.description,
        files=tuple(AttachedFile(one.sha256, one.size, one.name, one.kind.value) for one in written.files),
        queued_at=NOON,
        skew_seconds=1.5,
    )
    return replace(plain, **changed)  # type: ignore[arg-type] # as above


def receipt_of(item: OutboxItem, **changed: object) -> Receipt:
    """Give the centre's receipt of an item, files still under way."""
    plain = Receipt(
        item_id=item.item_id,
        alert_uid=AlertUid(item.item_id),
        record_number="CM-2026-000042",
        received_at=NOON,
        complete_at=None,
        files=tuple(ReceiptFile(one.sha256, one.size, one.name) for one in item.files),
        author=item.author,
        centre="Sundarpur centre",
    )
    return replace(plain, **changed)  # type: ignore[arg-type] # as above


def private(path: Path) -> bool:
    """Tell whether only this user may read a file; Windows keeps that in the folder's own rights."""
    return os.name == "nt" or not path.stat().st_mode & 0o077
