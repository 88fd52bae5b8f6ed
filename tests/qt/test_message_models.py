"""What stands in the tables of the messages: Qt's own tester finds nothing wrong, empty, filled and changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from station_client.domain.ids import ItemId, OfficeCode
from station_client.domain.message import Channel, Delivery, Message, MessageState, Recipient
from station_client.domain.office import Office, OfficeKind
from station_client.services.addresses import Contact
from tests.support.faces import NOW, OFFICER
from ui.language import Speech
from ui.models.messages import ChosenModel, ContactModel, RecipientModel, SentModel
from ui.models.snapshots import SnapshotTable

OFFICE = Office(OfficeCode("1"), OfficeKind.POLICE_STATION, "Thana Rampur", "51", "9")
PEOPLE = tuple(Recipient(f"{one}@up.gov.in", one, Delivery.DELIVERED, at=NOW) for one in "ab")
SENT = Message(ItemId("1"), OFFICER.login, Channel.EMAIL, PEOPLE, "Help.", NOW, 0.0, "Help")
EACH: tuple[tuple[Callable[[], SnapshotTable[Any]], Sequence[object], object], ...] = (
    (ContactModel, (Contact(OFFICE, "HARDOI", "sho@up.gov.in"),), Contact(OFFICE, "HARDOI", "")),
    (ChosenModel, PEOPLE, replace(PEOPLE[0], shown="A")),
    (lambda: RecipientModel(lambda: NOW), PEOPLE, replace(PEOPLE[0], delivery=Delivery.FAILED)),
    (lambda: SentModel(lambda: NOW), (SENT,), replace(SENT, state=MessageState.AT_CENTRE)),
)


@pytest.mark.parametrize("made", EACH, ids=["offices", "chosen", "recipients", "written"])
def test_qt_finds_nothing_wrong(
    made: tuple[Callable[[], SnapshotTable[Any]], Sequence[object], object],
    qtmodeltester: ModelTester,
    dressed: QApplication,
    speech: Speech,
) -> None:
    """Empty, with rows, with one that changed, with fewer, and in the other language."""
    assert dressed is not None
    make, rows, changed = made
    model = make()
    qtmodeltester.check(model)
    model.show_rows(rows)
    assert model.rowCount() == len(rows)
    model.show_rows((changed, *rows[1:]))
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == changed
    before = model.headerData(0, Qt.Orientation.Horizontal)
    speech.use("hi")
    model.retranslate()
    assert model.headerData(0, Qt.Orientation.Horizontal) != before
    model.show_rows(())
    qtmodeltester.check(model)
