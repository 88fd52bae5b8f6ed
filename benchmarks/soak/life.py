"""One life of the program: an officer writes, attaches, submits, and the centre's answers come in, until it is killed.

What is kept is told at once, as the window would; the next act only begins after that.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PIL import Image

from station_client import app
from station_client.domain.alert import Alert, Category, Life
from station_client.domain.draft import Draft
from station_client.domain.ids import AlertUid, OfficeCode, uuid7
from station_client.domain.outbox import ItemState, OutboxItem, Receipt, ReceiptFile
from station_client.store.replica.changes import Changes

Tell = Callable[..., None]
"""``tell(what, *facts)``: acknowledge that something is kept."""

KINDS = ("draft", "file", "item", "page", "receipt", "taken-back", "discarded")
"""Each ``what`` that a life tells, sooner or later."""
ALERTS_A_PAGE = 5
SIDE = (32, 448)
EPOCH = datetime(2026, 8, 14, 12, 0, tzinfo=UTC)


def live(house: app.House, chance: random.Random, tell: Tell) -> None:
    """Work without end."""
    while True:
        draft = _written(house, chance, tell)
        end = chance.random()
        if end < 0.1:
            house.verbs.drafts.discard(draft.draft_id)
            tell("discarded", draft.draft_id)
            continue
        item = house.verbs.drafts.submit(draft.draft_id)
        tell("item", item.item_id, draft.draft_id)
        _page(house, tell)
        if end < 0.3:
            house.verbs.outbox.take_back(item.item_id)
            tell("taken-back", item.item_id, draft.draft_id)
            house.verbs.drafts.discard(draft.draft_id)
            tell("discarded", draft.draft_id)
            continue
        _received(house, item, tell)


def _written(house: app.House, chance: random.Random, tell: Tell) -> Draft:
    """Write an alert in several savings, with files between them."""
    drafts = house.verbs.drafts
    draft = drafts.begin()
    for number in range(chance.randrange(2, 5)):
        words = f"saving {number}: {chance.randbytes(chance.randrange(20, 900)).hex()}"
        typed = replace(draft, fir_text="12/2026", category=Category.SEIZURE, description=words)
        draft = drafts.save(typed)
        tell("draft", draft.draft_id, draft.version, draft.description)
        if number < 3 and chance.random() < 0.7:
            draft = drafts.attach_bytes(draft.draft_id, f"photo {number}.png", picture(chance))
            tell("file", draft.draft_id, draft.version, draft.files[-1].sha256)
    return draft


def _page(house: app.House, tell: Tell) -> None:
    """Take in a page of news with its cursor."""
    feed = house.verbs.session.stores().replica.feed
    cursor = feed.cursor() + ALERTS_A_PAGE
    feed.apply(Changes(cursor=cursor, alerts=tuple(alert(at) for at in range(cursor - ALERTS_A_PAGE, cursor))))
    tell("page", cursor)


def _received(house: app.House, item: OutboxItem, tell: Tell) -> None:
    """Take the centre's answer and its receipt."""
    files = tuple(ReceiptFile(one.sha256, one.size, one.name) for one in item.files)
    receipt = Receipt(
        item_id=item.item_id,
        alert_uid=AlertUid(item.item_id),
        record_number="CM-2026-000042",
        received_at=item.queued_at,
        complete_at=item.queued_at,
        files=files,
        author=item.author,
        centre="Sundarpur centre",
    )
    complete = replace(item, state=ItemState.COMPLETE, record_number=receipt.record_number)
    house.verbs.session.stores().desk.outbox.update(complete, receipt)
    tell("receipt", item.item_id)


def picture(chance: random.Random) -> bytes:
    """Draw a PNG of noise: up to 200 kB of bytes that are its own."""
    side, sink = chance.randint(*SIDE), io.BytesIO()
    Image.frombytes("L", (side, side), chance.randbytes(side * side)).save(sink, "PNG")
    return sink.getvalue()


def alert(number: int) -> Alert:
    """Give the alert of a place in the centre's feed."""
    moment = EPOCH + timedelta(minutes=number)
    return Alert(
        uid=AlertUid(uuid7(moment, number.to_bytes(10, "big"))),
        record_number=f"CM-2026-{number:06d}",
        category=Category.HEINOUS_CRIME,
        life=Life.ACTIVE,
        description=f"Armed robbery at petrol pump {number}.",
        fir_key=f"4512007/2026/{number % 9999 + 1:04d}",
        fir_shown=f"{number % 9999 + 1:04d}/2026",
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
        files=(),
    )
