"""What stands in the pictures: the window's own services over made-up snapshots, no case of anybody's."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from benchmarks.store.made_up import MadeUp
from station_client.config import Settings
from station_client.domain.alert import Alert, Attention, Category, Change, Life
from station_client.domain.ids import AlertUid
from station_client.domain.outbox import ItemState
from station_client.errors import NoAnswerError
from station_client.ports import Line, SyncStatus
from tests.support.diagnoses import FakeDiagnosis
from tests.support.faces import NOW, Face
from tests.support.printed_firs import protected_fir
from tests.support.sample_files import office, pdf
from tests.support.work import Desk, item, receipt

FEW: Final = 140
MANY: Final = 7000
NOTES: Final = (
    "Hue & Cry: boy of seven missing from the evening market; blue shirt, answers to Chhotu.",
    "हाथीपुर मेले से सात वर्षीय बालक लापता, नीली कमीज़, बोलने में हकलाता है। सूचना तुरंत दें।",
    "Two men on a black motorcycle without a number plate; one wears a red helmet. Do not approach alone.",
)

TOLD: Final = (
    ("criminal", "Ramesh s/o Mohan"),
    ("aliases", "Kallu, Doctor"),
    ("standing", "wanted"),
    ("sections", "302, 34 IPC"),
    ("occurred", "26/11/2026 22:15"),
    ("fir-at", "27/11/2026 10:00"),
    ("arrested-at", "26/11/2026 23:50"),
)


def empty(folder: Path) -> Desk:
    """Give a desk on whose PC nothing has arrived yet; no round has ended either."""
    settings = Settings(folder, "https://centre.gov.in", lock_seconds=0, scan_folder=folder, fixed=frozenset({"scale"}))
    desk = Desk(Face(settings))
    desk.verbs = replace(desk.verbs, diagnosis=FakeDiagnosis(NoAnswerError()))  # type: ignore[arg-type] # in memory
    desk.face.sync.shown, desk.face.alerts.as_on = SyncStatus(Line.NOT_TRIED, NOW, None), None
    return desk


def filled(folder: Path, rows: int = FEW) -> Desk:
    """Give a desk with ``rows`` alerts of all categories, lives and attentions, files, FIRs and work of its own."""
    desk = empty(folder)
    desk.face.sync.shown = SyncStatus(Line.GOOD, NOW, NOW - timedelta(minutes=2))
    desk.face.alerts.as_on = desk.face.sync.shown.last_sync
    told = _told(rows)
    desk.face.alerts.put(*told, *_high(desk))
    for place, one in enumerate(told):
        if place % 3:
            desk.face.alerts.attention[one.uid] = (Attention.SEEN, Attention.ACKNOWLEDGED)[place % 2]
    fir = protected_fir()
    desk.firs.held[fir.key] = fir
    _work(desk)
    return desk


def offline(folder: Path) -> Desk:
    """Give the same desk where the line went an hour ago and two items wait."""
    desk = filled(folder)
    since = NOW - timedelta(hours=1)
    desk.face.sync.shown = SyncStatus(Line.NONE, since, since - timedelta(minutes=2), waiting=2, error="line")
    return desk


@lru_cache(maxsize=2)
def _told(rows: int) -> tuple[Alert, ...]:
    """Make so many alerts, once for all pictures."""
    alerts = [change for page in MadeUp(seed=7, rows=rows).pages() for change in page.alerts]
    return tuple(_settled(one, place, len(alerts)) for place, one in enumerate(alerts))


def _settled(alert: Alert, place: int, count: int) -> Alert:
    """Put an alert into the days before now, and every ninth into another life."""
    lives = (Life.CORRECTED, Life.LOCATED, Life.RECALLED, Life.EXPIRED)
    life = lives[place // 9 % len(lives)] if place % 9 == 0 else Life.ACTIVE
    moment = NOW - timedelta(minutes=3 + 37 * (count - place))
    return replace(alert, life=life, issued_at=moment, received_at=moment)


def changed(life: Life) -> Change:
    """Say that an alert was changed a moment ago."""
    return Change(life, NOW - timedelta(minutes=3), "Sub-Inspector Rekha Singh")


def _high(desk: Desk) -> tuple[Alert, ...]:
    fir, made = protected_fir(), []
    files = (
        desk.face.files.put("CCTV shop front.jpg", "jpeg", _photograph()),
        desk.face.files.put("प्रथम सूचना रिपोर्ट की प्रति.pdf", "pdf", pdf(pages=3)),
        desk.face.files.put("List of property.docx", "docx", office(parts={"word/vbaProject.bin": b"made up"})),
    )
    lives = (Life.ACTIVE, Life.CORRECTED, Life.LOCATED)
    for number, (note, life) in enumerate(zip(NOTES, lives, strict=True)):
        high = next(iter(desk.face.alerts.stored.values()), None) or _plain()
        made.append(
            replace(
                high,
                uid=AlertUid(f"high-{number}"),
                category=Category.HIGH_ALERT,
                life=life,
                changes=() if life is Life.ACTIVE else (changed(life),),
                description=f"{note}\n\n" + NOTES[(number + 1) % 3],
                fir_key=fir.key,
                fir_shown=fir.shown,
                issued_at=NOW - timedelta(minutes=7 + number),
                received_at=NOW - timedelta(minutes=5 + number),
                sequence=1_000_000 - number,
                files=files,
            )
        )
    return tuple(made)


@lru_cache(maxsize=1)
def _plain() -> Alert:
    return next(change for page in MadeUp(seed=8, rows=1).pages() for change in page.alerts)


def _work(desk: Desk) -> None:
    desk.outbox.put(
        item(1),
        item(2, ItemState.SENDING),
        item(3, ItemState.COMPLETE, record_number="2026-000123"),
        item(4, ItemState.REFUSED, reason="fir-number"),
        item(5, ItemState.SET_ASIDE, reason="files", record_number="2026-000117"),
    )
    desk.outbox.confirm(receipt(item(3)))
    draft = desk.drafts.begin()
    fir = protected_fir()
    desk.drafts.save(
        replace(
            draft,
            category=Category.HIGH_ALERT,
            fir_text=fir.shown,
            description=NOTES[1],
        )
    )
    desk.drafts.attach_bytes(draft.draft_id, "CCTV shop front.jpg", _photograph())
    desk.drafts.attach_bytes(draft.draft_id, "locked statement.docx", b"made up")


@lru_cache(maxsize=1)
def _photograph() -> bytes:
    picture = Image.new("RGB", (960, 640), "#7C8896")
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 420, 960, 640), fill="#4A525C")
    drawing.rectangle((120, 140, 420, 430), fill="#B99A6B")
    drawing.ellipse((600, 220, 700, 320), fill="#D9B08C")
    drawing.rectangle((590, 320, 710, 560), fill="#2F5D9B")
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=80)
    return written.getvalue()
