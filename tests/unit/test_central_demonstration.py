"""The demonstration is rich, sound and made up: what trainers and tours rely on."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from pypdf import PdfReader

from central.demonstration.cases import rupees_shown
from central.demonstration.offences import ALERTS, TOPICS
from central.demonstration.people import COMMUNITIES, person
from central.demonstration.staging import Staged, stage
from central.demonstration.texts import read
from central.errors import SetupError
from central.house import House, open_house
from central.settings import Settings
from central.store.bodies import read_body
from central.store.tallies import Scope
from station_client.domain.alert import Category, Life, headline
from station_client.domain.draft import DESCRIPTION_LEAST, DESCRIPTION_LENGTH
from station_client.domain.fir_number import parse
from station_client.domain.redaction import HIDDEN
from sync.protocol.records import AlertRecord, FirRecord, OfficeRecord, Record
from tests.support.centre import CHEAP, HandClock

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HINDI = re.compile("[\u0900-\u097f]")


def records(house: House, state: str = "09") -> tuple[Record, ...]:
    """Give everything that a station of that State is told."""
    scope = Scope(alerts=True, firs_of_state=state)
    with house.store.read() as unit:
        return tuple(read_body(body) for _, body in unit.records.after(0, unit.records.head(), scope, 10_000))


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, Staged]]:
    """Stage the demonstration once."""
    folder = tmp_path_factory.mktemp("demonstration")
    house = open_house(Settings(folder=folder, password_cost=CHEAP), HandClock(NOW))
    yield house, stage(house, seed=1)
    house.close()


@pytest.fixture(scope="module")
def told(staged: tuple[House, Staged]) -> tuple[Record, ...]:
    """Give what a station in Uttar Pradesh is told of it."""
    return records(staged[0])


@pytest.fixture(scope="module")
def alerts(told: tuple[Record, ...]) -> tuple[AlertRecord, ...]:
    """Give its alerts."""
    return tuple(one for one in told if isinstance(one, AlertRecord))


@pytest.fixture(scope="module")
def firs(told: tuple[Record, ...]) -> tuple[FirRecord, ...]:
    """Give its FIRs."""
    return tuple(one for one in told if isinstance(one, FirRecord))


def test_there_is_enough_of_everything(staged: tuple[House, Staged], alerts: tuple[AlertRecord, ...]) -> None:
    """Three hundred alerts, as many in each window as in life, and half as many FIRs."""
    assert len(alerts) == staged[1].alerts == 300
    assert staged[1].firs >= 150
    assert Counter(one.category for one in alerts) == ALERTS
    assert ALERTS[Category.JAIL_BREAK] < ALERTS[Category.HIGH_ALERT] < ALERTS[Category.SEIZURE] / 4


def test_no_window_is_full_of_old_alerts(alerts: tuple[AlertRecord, ...]) -> None:
    """Each has some of this month, and every end of an alert's life is there."""
    recent = Counter(one.category for one in alerts if NOW - one.received_at < timedelta(days=30))
    assert min(recent[one] for one in Category) >= 3
    lives = Counter(one.life for one in alerts)
    assert set(lives) == set(Life)
    assert lives[Life.ACTIVE] >= 200
    assert all(bool(one.expires_at) == (one.life == Life.EXPIRED) for one in alerts)


@pytest.mark.parametrize("woman", [False, True])
def test_people_have_names_that_people_have(*, woman: bool) -> None:
    """Nobody is called the same twice over, and a father is of his child's community and family."""
    rng = Random(5)
    for _ in range(500):
        drawn = person(rng, woman=woman)
        words = drawn.name[0].split()
        assert len(words) == len(set(words)) > 1
        (home,) = (one for one in COMMUNITIES if any(drawn.father[0].endswith(f" {name}") for name, _ in one.families))
        own = {name for name, _ in (home.families_of_women if woman else ()) or home.families}
        assert words[-1] in own
        assert drawn.father[0] != drawn.name[0]
        assert HINDI.search(drawn.name[1])
        if not (woman and home.families_of_women):
            assert words[-1] == drawn.father[0].split()[-1]


def test_a_few_alerts_have_files_that_can_be_opened(staged: tuple[House, Staged], alerts: list[AlertRecord]) -> None:
    """A picture and a page, made on the spot; a station finds their kind, and nothing against them."""
    house, seen = staged[0], Counter[str]()
    for one in (file for alert in alerts for file in alert.files):
        with house.store.read() as unit:
            assert unit.stock.one(one.sha256) is not None
        data = b"".join(house.blobs.get(one.sha256))
        seen[one.kind] += 1
        if one.kind == "png":
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
                assert picture.size == (240, 300)
        else:
            (page,) = PdfReader(io.BytesIO(data), strict=True).pages
            assert "Made up for the demonstration" in page.extract_text()
        assert len(data) == one.size < 20_000
    assert sum(seen.values()) >= 5
    assert set(seen) == {"png", "pdf"}


def test_where_passwords_cannot_go_nothing_is_staged(tmp_path: Path) -> None:
    """All of it is there, or nothing, so that it can be tried again."""

    def full(_: Mapping[str, str]) -> None:
        raise SetupError("no room")

    house = open_house(Settings(folder=tmp_path, password_cost=CHEAP), HandClock(NOW))
    with pytest.raises(SetupError, match="no room"):
        stage(house, seed=1, hand_out=full)
    with house.store.read() as unit:
        assert (unit.records.head(), unit.officers.all()) == (0, ())
    house.close()


def test_the_dashboard_is_not_empty(alerts: tuple[AlertRecord, ...]) -> None:
    """Some in the last hours, most in the last thirty days, some before 1-7-2024; none of tomorrow."""
    ages = [NOW - one.received_at for one in alerts]
    assert min(ages) >= timedelta()
    assert sum(age < timedelta(hours=8) for age in ages) >= 15
    assert sum(age < timedelta(days=30) for age in ages) >= 200
    assert sum(one.received_at.year == 2024 for one in alerts) >= 10
    assert all(one.issued_at <= one.received_at for one in alerts)


def test_texts_are_whole_and_each_is_its_own(alerts: tuple[AlertRecord, ...]) -> None:
    """No empty place, no two alike, both languages, a first sentence that can stand alone."""
    texts = [one.description for one in alerts]
    assert not any("{" in text or "}" in text for text in texts)
    assert all(DESCRIPTION_LEAST <= len(text) <= DESCRIPTION_LENGTH for text in texts)
    assert len(set(texts)) == len(texts)
    assert 100 <= sum(bool(HINDI.search(text)) for text in texts) <= 220
    assert min(len(headline(text)) for text in texts) >= 25


def test_an_alert_has_a_fir_or_a_gd_entry(alerts: tuple[AlertRecord, ...]) -> None:
    """A reason stands with each GD entry, and each FIR number is one."""
    for one in alerts:
        number = parse(one.fir_key)
        assert bool(one.fir_key) != bool(one.gd_number and one.gd_reason)
        assert number is None or (number.key, number.shown) == (one.fir_key, one.fir_shown)


def test_alerts_lead_to_their_firs(alerts: tuple[AlertRecord, ...], firs: tuple[FirRecord, ...]) -> None:
    """Wherever they were registered, but for protected victims of other States."""
    keys = {one.key for one in firs}
    linked = {one.fir_key for one in alerts if one.fir_key}
    protected = {Category.TRAFFICKING}
    missing = {one.category for one in alerts if one.fir_key and one.fir_key not in keys}
    assert len(linked) >= 110
    assert missing <= protected


def test_a_form_is_filled_from_top_to_foot(firs: tuple[FirRecord, ...]) -> None:
    """Every FIR: number, sections, occurrence, place, informant, contents, action, signature, dispatch."""
    for one in firs:
        form = one.form
        assert (f"{form.number}/{form.year}", one.key.split("/")[0]) == (one.shown, one.station_code)
        assert form.acts
        assert form.occurrences
        assert form.places
        assert form.accused
        assert len(form.contents) > 200 or (one.victim_protected and form.contents == HIDDEN)
        assert "{" not in form.contents
        for filled in (form.fir_at, form.information_at, form.gd_number, form.gd_at, form.complainant.name):
            assert filled
        for filled in (form.action.registered, form.signatory.name, form.court_dispatch_at, form.information_kind):
            assert filled
        assert bool(form.property) == bool(form.property_total)


def test_the_day_decides_the_law(firs: tuple[FirRecord, ...]) -> None:
    """IPC before 1-7-2024, BNS from that day; never both."""
    seen = set()
    for one in firs:
        codes = {row.act.split()[0] for row in one.form.acts} & {"Indian", "Bharatiya"}
        year = int(one.form.occurrences[0].date_from[-4:])
        assert codes <= ({"Indian"} if year <= 2024 else {"Bharatiya"})
        seen |= codes
    assert seen == {"Indian", "Bharatiya"}


def test_a_protected_case_names_no_victim(firs: tuple[FirRecord, ...]) -> None:
    """Trafficking is marked, and every mark is a trafficking case."""
    protected = [one for one in firs if one.victim_protected]
    assert protected
    assert all(any(row.section in {"143", "370"} for row in one.form.acts) for one in protected)


def test_one_fir_is_always_there(firs: tuple[FirRecord, ...], alerts: tuple[AlertRecord, ...]) -> None:
    """0123 of this year at Thana Rampur, named by no alert yet: for tours and trainers."""
    known = next(one for one in firs if one.key == "31682034/2026/0123")
    assert known.station_name == "RAMPUR"
    assert not known.victim_protected
    assert known.key not in {one.fir_key for one in alerts}


def test_the_directory_has_its_traps(told: tuple[Record, ...]) -> None:
    """Two stations of one name, prisons, a higher office, a district without a station, a very long name."""
    offices = [one for one in told if isinstance(one, OfficeRecord)]
    names = Counter(one.name for one in offices)
    assert names["MAHILA THANA"] == 2
    assert {one.kind for one in offices} == {"police-station", "prison", "higher-office"}
    assert "62" not in {one.district_code for one in offices}
    assert max(len(one.name) for one in offices) > 60


def test_officers_have_different_rights(staged: tuple[House, Staged]) -> None:
    """Each new password is long and no two are alike; a constable only looks; a jailer sends jail alerts."""
    house, made = staged
    with house.store.read() as unit:
        accounts = {one.login: one for one in unit.officers.all()}
    assert set(made.passwords) == set(accounts)
    assert len(set(made.passwords.values())) == len(accounts)
    assert accounts["hm.rampur"].acts == ("view",)
    assert set(accounts["jailer.hardoi"].categories) == {Category.JAIL_BREAK, Category.JAIL_RELEASE}
    assert set(accounts["dsp.hardoi"].categories) == set(Category)
    assert accounts["si.rishikesh"].office_code != accounts["si.rampur"].office_code


def test_the_same_seed_tells_the_same_story(tmp_path: Path, alerts: tuple[AlertRecord, ...]) -> None:
    """Another seed tells another; passwords are never the same."""
    stories = []
    for name, seed in (("same", 1), ("other", 2)):
        house = open_house(Settings(folder=tmp_path / name, password_cost=CHEAP), HandClock(NOW))
        stage(house, seed=seed)
        stories.append(tuple(one for one in records(house) if isinstance(one, AlertRecord)))
        with pytest.raises(SetupError):
            stage(house, seed=seed)
        house.close()
    assert stories[0] == alerts
    assert stories[1] != alerts


@pytest.mark.parametrize("name", ["alerts_en", "alerts_hi"])
def test_every_topic_can_be_told(name: str) -> None:
    """In both languages, alert and FIR."""
    told, filed = read(name), read(name.replace("alerts", "firs"))
    for topic in TOPICS:
        assert told[topic.key]
        assert not topic.registered or filed[topic.key]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(0, "0"), (999, "999"), (1000, "1,000"), (54500, "54,500"), (1234500, "12,34,500"), (123456789, "12,34,56,789")],
)
def test_money_is_written_as_the_country_writes_it(amount: int, shown: str) -> None:
    """Lakhs and crores."""
    assert rupees_shown(amount) == shown
