"""Training: a whole station that is made up, and no way by which anything of it could reach the centre."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station_client import app
from station_client.config import Settings, parse
from station_client.domain.alert import Category, Life
from station_client.domain.message import Channel, MessageState
from station_client.domain.messaging import Sketch, added
from station_client.domain.outbox import ItemState
from station_client.errors import CentreUnreachableError, SettingsError, WrongPasswordError
from station_client.ports import Line
from station_client.services.diagnosis import ON_THE_LINE, Outcome, Step
from station_client.services.views import SearchQuery
from station_client.training import made_up, opening
from station_client.training.cut_off import PASSWORD, NoLine
from sync.transport import Transport
from tests.support.casework import NOON
from tests.support.sample_files import picture

ROOT = Path(__file__).resolve().parents[2]
LONELY = """
import sys, tempfile
from dataclasses import replace
from pathlib import Path

def heard(event, _arguments):
    if event.startswith("socket.") and event not in ("socket.gethostname", "socket.__new__"):
        raise SystemExit("training used the network: " + event)

sys.addaudithook(heard)
from station_client import app
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.errors import CentreUnreachableError
from station_client.training import opening
from station_client.training.cut_off import PASSWORD

with tempfile.TemporaryDirectory() as folder:
    house = opening.open_house(app.build, Settings(profile=Path(folder), training=True))
    verbs = house.verbs
    verbs.session.sign_in("training", PASSWORD)
    draft = replace(verbs.drafts.begin(), fir_text="12/26", category=Category.HIGH_ALERT, description="A made-up one.")
    verbs.drafts.submit(verbs.drafts.save(draft).draft_id)
    try:
        verbs.sync.sync_once()
    except CentreUnreachableError:
        verbs.diagnosis.diagnose()
        house.close()
    else:
        raise SystemExit("somebody answered")
loaded = {"requests", "urllib3", "sync.https", "central"} & set(sys.modules)
raise SystemExit("training loaded " + ", ".join(loaded) if loaded else 0)
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[app.House]:
    """Open the made-up station."""
    made = opening.open_house(app.build, Settings(profile=tmp_path, training=True))
    yield made
    made.close()


def test_every_window_has_alerts_that_are_found_and_lead_to_firs(house: app.House) -> None:
    """In both languages, in every life; a protected victim is among them, and nothing is of a real State."""
    verbs = house.verbs
    with pytest.raises(WrongPasswordError):
        verbs.session.sign_in("training", "another")
    verbs.session.sign_in("training", PASSWORD)
    windows = verbs.alerts.dashboard().windows
    assert {one.category for one in windows if one.total} == set(Category)
    lines = verbs.search.find(SearchQuery(words="motorcycle"), limit=500).lines
    assert lines
    assert verbs.search.find(SearchQuery(words="मोटरसाइकिल")).lines
    assert {one.life for one in verbs.alerts.page(None, limit=500)} >= {Life.ACTIVE, Life.LOCATED, Life.EXPIRED}
    firs = [verbs.firs.one(one.fir_key) for one in verbs.alerts.page(None, limit=500) if one.fir_key]
    assert any(one.victim_protected for one in firs)
    assert {one.state_code for one in firs} == {"99"}
    assert all("TRAINING" in one.station_name for one in firs)


def test_both_ways_of_a_message_can_be_tried(house: app.House) -> None:
    """Offices with an address and a number, registered texts in both languages; what is queued stays."""
    verbs = house.verbs
    verbs.session.sign_in("training", PASSWORD)
    assert {one.language for one in verbs.messages.templates()} == {"en", "hi"}
    (district, *_) = verbs.addresses.districts("99")
    for channel in Channel:
        contacts = verbs.addresses.offices(district, channel)
        assert contacts
        assert all(one.address for one in contacts)
        sketch = added(Sketch(channel), contacts[0].address, contacts[0].office.name)
        written = replace(sketch, subject="Parade", content="Tell us.") if channel is Channel.EMAIL else sketch
        template = verbs.messages.templates()[0]
        words = tuple("word" for _ in range(template.variables))
        chosen = replace(written, template=template, variables=words) if channel is Channel.SMS else written
        assert verbs.messages.send(chosen).state is MessageState.QUEUED


def test_what_is_submitted_waits_for_ever(house: app.House) -> None:
    """There is nobody to send it to, whatever is asked for; it says so as on a day without a line."""
    verbs = house.verbs
    verbs.session.sign_in("training", PASSWORD)
    draft = replace(verbs.drafts.begin(), fir_text="12/26", category=Category.SEIZURE, description="A made-up alert.")
    item = verbs.drafts.submit(verbs.drafts.save(draft).draft_id)
    verbs.sync.sync_now()
    with pytest.raises(CentreUnreachableError):
        verbs.search.ask_centre(SearchQuery(words="river"))
    with pytest.raises(CentreUnreachableError):
        verbs.sync.sync_once()
    assert verbs.outbox.one(item.item_id).state is ItemState.QUEUED
    assert verbs.sync.status().line is Line.NONE


@pytest.mark.parametrize("files", [0, 2])
def test_the_way_to_a_receipt_is_played_step_by_step(house: app.House, tmp_path: Path, files: int) -> None:
    """Each state can be looked at; the receipt says of itself that it is none, and still nobody was asked."""
    verbs = house.verbs
    verbs.session.sign_in("training", PASSWORD)
    assert verbs.rehearsing is not None
    draft = replace(verbs.drafts.begin(), fir_text="12/26", category=Category.SEIZURE, description="A made-up alert.")
    draft = verbs.drafts.save(draft)
    for number in range(files):
        (tmp_path / f"{number}.png").write_bytes(picture("PNG", size=(24 + number, 16)))
        verbs.drafts.attach(draft.draft_id, tmp_path / f"{number}.png")
    item = verbs.drafts.submit(draft.draft_id)
    seen = []
    for _step in range(5):
        seen.append(verbs.outbox.one(item.item_id).state)
        verbs.rehearsing.step(item.item_id)
    under_way = [ItemState.RECEIVED] if files else []
    assert seen[: 3 + len(under_way)] == [ItemState.QUEUED, ItemState.SENDING, *under_way, ItemState.COMPLETE]
    receipt = verbs.outbox.receipt(item.item_id)
    assert receipt.record_number.startswith("TRAINING-")
    assert "TRAINING" in receipt.centre
    assert "प्रशिक्षण" in receipt.centre
    assert (receipt.signature, len(receipt.files)) == ("", files)
    told = verbs.alerts.view(receipt.alert_uid).alert
    assert (told.record_number, told.description) == (receipt.record_number, "A made-up alert.")
    assert verbs.search.find(SearchQuery(fir_number="12/26")).count >= 1
    assert verbs.sync.status().line is not Line.GOOD


def test_a_played_change_is_seen_in_its_alert(house: app.House) -> None:
    """Located and corrected, with the text that every station would have."""
    verbs = house.verbs
    verbs.session.sign_in("training", PASSWORD)
    own = [one for one in verbs.alerts.page(None, limit=500) if verbs.amending.allowed(one.uid)]
    first, second = own[0].uid, own[1].uid
    verbs.amending.located(first, "Found at the bus stand.")
    correction = verbs.amending.correct(second)
    verbs.drafts.submit(verbs.drafts.save(replace(correction, description="Said anew.")).draft_id)
    for item in verbs.outbox.items():
        for _step in range(4):
            verbs.rehearsing.step(item.item_id)  # type: ignore[union-attr] # a training has it
    assert verbs.alerts.view(first).alert.life is Life.LOCATED
    assert verbs.alerts.view(first).alert.description.endswith("\n\nFound at the bus stand.")
    corrected = verbs.alerts.view(second).alert
    assert (corrected.life, corrected.description, corrected.version) == (Life.CORRECTED, "Said anew.", 2)
    assert corrected.changes[-1].life is Life.CORRECTED
    assert corrected.changes[-1].at >= corrected.received_at


def test_a_station_plays_nothing(tmp_path: Path) -> None:
    """Its house has nobody to do so, and an outsider has no door for it."""
    made = app.build(Settings(profile=tmp_path, centre_url="https://centre.gov.in"), keychain=None, background=False)
    assert made.verbs.rehearsing is None
    made.close()


def test_every_verb_of_a_line_leads_nowhere() -> None:
    """Those of today and, as it goes by the list itself, those of tomorrow; nothing else is made up."""
    line = NoLine()
    verbs = {one for one in dir(Transport) if not one.startswith("_")} - {"halt", "close"}
    assert len(verbs) > 15
    for one in verbs:
        with pytest.raises(CentreUnreachableError):
            getattr(line, one)("access", since=0)
    with pytest.raises(AttributeError):
        line.where  # noqa: B018 that it is not there is what is proved


def test_a_diagnosis_says_that_it_is_a_training(house: app.House) -> None:
    """No step of a way that is not there is called good, and nobody is sent to look at a cable."""
    found = house.verbs.diagnosis.diagnose()
    assert found.fault == "no-line-in-training"
    outcomes = {one.step: one.outcome for one in found.checks}
    assert outcomes[Step.CABLE] is Outcome.FAULT
    assert {outcomes[one] for one in ON_THE_LINE - {Step.CABLE}} == {Outcome.NOT_TRIED}


def test_no_library_of_the_line_is_loaded_and_no_socket_is_made() -> None:
    """In a process of its own, which ends at the first socket: sign-in, submit, sync, diagnosis."""
    done = subprocess.run(
        [sys.executable, "-c", LONELY],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_it_is_no_setting_of_a_station() -> None:
    """No ``station.toml`` makes a station's own folder a training, nor a training a station."""
    with pytest.raises(SettingsError):
        parse(Path("anywhere"), {"training": True})


def test_its_folder_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each training begins afresh, and leaves nothing."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    seen: list[Settings] = []

    def window(settings: Settings, _open: object) -> int:
        (settings.profile / "anything").write_text("left behind")
        seen.append(settings)
        return 7

    assert opening.run(app.build, window, "hi") == 7
    assert (seen[0].training, seen[0].language, seen[0].centre_url) == (True, "hi", "")
    assert list(tmp_path.iterdir()) == []


def test_made_up_records_are_the_same_each_time() -> None:
    """And end at the moment they are asked for."""
    told = made_up.changes(NOON)
    assert told == made_up.changes(NOON)
    assert max(one.issued_at for one in told.alerts) < NOON
