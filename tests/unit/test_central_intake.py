"""Files of State IT are taken in whole or not at all, and a second time changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from central.errors import IntakeError, SetupError
from central.intake.directory import take_directory
from central.intake.officers import take_officers
from central.intake.records import take_alerts, take_firs
from station_client.domain.redaction import HIDDEN, without_victim
from sync.protocol.records import OfficeRecord
from tests.support.centre import PASSWORD, SI_A, SmallCentre, head, small_centre
from tests.support.records import a_fir, an_alert

HEADING = "kind,code,name,state_code,district_code,email,mobile\n"
DIRECTORY = f"""{HEADING}police-station,23000001,  MAHILA   THANA ,23,396,ps1@demo.gov.in,
state,23,MADHYA PRADESH,,,,
police-station,23000002,MAHILA THANA,23,396,,
district,396,BHOPAL,23,,,
"""
OFFICERS = """login,name,rank,office_code,acts,categories
New.One,N. One,Sub-Inspector,31682034,"view, upload",all
asharma,Anil Sharma,Inspector,31682034,view,
"""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a file to be taken in."""

    def writing(text: str) -> Path:
        path = tmp_path / "given"
        path.write_text(text, encoding="utf-8")
        return path

    return writing


def lines(*records: msgspec.Struct) -> str:
    """Write records as JSON Lines."""
    return "\n".join(msgspec.json.encode(one).decode() for one in records) + "\n\n"


def test_a_directory_comes_in_whatever_its_order(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """Odd spacing is set right; two stations of one name are two stations."""
    assert take_directory(small.house, write(DIRECTORY)) == (4, 4)
    with small.house.store.read() as unit:
        office = unit.records.office("23000001")
    assert isinstance(office, OfficeRecord)
    assert (office.name, office.email) == ("MAHILA THANA", "ps1@demo.gov.in")


def test_a_district_may_have_no_station_or_165_and_names_are_long(
    small: SmallCentre, write: Callable[[str], Path]
) -> None:
    """The directory as it is in life: 70 letters of a name, the same name over and over, an empty district."""
    long = "MAHILA THANA " + "X" * 57
    stations = "".join(f"police-station,23{number:06d}, {long}\u00a0 ,23,396,,\n" for number in range(165))
    text = (
        f"{HEADING}state,23,MADHYA PRADESH,,,,\ndistrict,396,BHOPAL,23,,,\ndistrict,397,NEW DISTRICT,23,,,\n{stations}"
    )
    assert take_directory(small.house, write(text)) == (168, 168)
    with small.house.store.read() as unit:
        office = unit.records.office("23000164")
        assert unit.records.one("district", "397") is not None
    assert isinstance(office, OfficeRecord)
    assert (office.name, len(office.name)) == (long, 70)


def test_a_row_that_comes_again_counts_once_and_a_code_has_one_place(
    small: SmallCentre, write: Callable[[str], Path]
) -> None:
    """Which of two names would be right the file does not say, so nothing of it is taken."""
    again = "state,23,MADHYA  PRADESH ,,,,\n"
    with pytest.raises(IntakeError, match="line 7: line 6 has another district under the code '398'"):
        take_directory(small.house, write(f"{DIRECTORY}district,398,SEHORE,23,,,\ndistrict,398,RAISEN,23,,,\n"))
    with small.house.store.read() as unit:
        assert unit.records.one("state", "23") is None
    assert take_directory(small.house, write(f"{DIRECTORY}{again}")) == (5, 4)


def test_a_second_time_changes_nothing(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """No sequence moves, so no station has to fetch it again; one changed row is one change."""
    take_directory(small.house, write("\ufeff" + DIRECTORY))
    before = head(small)
    assert take_directory(small.house, write(DIRECTORY)) == (4, 0)
    assert head(small) == before
    assert take_directory(small.house, write(DIRECTORY.replace("BHOPAL", "BHOPAL CITY"))) == (4, 1)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("castle,1,NAME,09,150,,", "unknown kind"),
        ("district,700,NOWHERE,99,,,", "no State"),
        ("prison,31682902,JAIL,09,49,,", "no district of that State"),
        ("state,../../x,NAME,,,,", "a code"),
        ("state,77,,,,,", "a name"),
        (f"prison,31682902,JAIL,09,150,{'x' * 2000}@demo.gov.in,", "length"),
    ],
)
def test_one_bad_row_and_nothing_is_taken(
    small: SmallCentre, write: Callable[[str], Path], row: str, says: str
) -> None:
    """The refusal names the line and what is wrong with it."""
    before = head(small)
    with pytest.raises(IntakeError, match=says) as no:
        take_directory(small.house, write(f"{DIRECTORY}{row}\n"))
    assert no.value.line == 6
    assert head(small) == before


def test_a_file_that_is_no_directory_is_said(small: SmallCentre, write: Callable[[str], Path], tmp_path: Path) -> None:
    """A missing column, a missing file, another encoding."""
    with pytest.raises(IntakeError, match="heading lacks kind"):
        take_directory(small.house, write("a,b\n1,2\n"))
    with pytest.raises(IntakeError, match="cannot be read"):
        take_directory(small.house, tmp_path / "nothing.csv")
    (tmp_path / "latin").write_bytes("नाम".encode("utf-16"))
    with pytest.raises(IntakeError, match="UTF-8"):
        take_directory(small.house, tmp_path / "latin")


def test_officers_come_in_with_new_passwords(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """Whoever is new gets one; whoever was there keeps theirs and gets the new rank."""
    made: dict[str, str] = {}
    assert take_officers(small.house, write(OFFICERS), made.update) == 1
    assert list(made) == ["new.one"]
    officer = small.sign_in("new.one", password=made["new.one"]).officer
    assert (officer.acts, len(officer.categories)) == (("view", "upload"), 7)
    assert small.sign_in(SI_A, password=PASSWORD).officer.rank == "Inspector"


@pytest.mark.parametrize(
    ("was", "becomes"), [("New.One", "a b"), ("all", "everything"), ("31682034", "99999999"), ("N. One", " ")]
)
def test_an_officer_who_cannot_be_stops_the_file(
    small: SmallCentre, write: Callable[[str], Path], was: str, becomes: str
) -> None:
    """A bad login, an unknown right, an unknown office, no name: nobody of the file is added."""
    with pytest.raises(IntakeError):
        take_officers(small.house, write(OFFICERS.replace(was, becomes, 1)), dict)
    with small.house.store.read() as unit:
        assert len(unit.officers.all()) == 6


def test_a_withdrawn_officer_stays_withdrawn(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """The sheet does not know who left; and whoever did not change keeps their tokens."""
    take_officers(small.house, write(OFFICERS), dict)
    with small.house.store.read() as unit:
        left = unit.officers.one("new.one")
    assert left is not None
    small.house.accounts.put_officer(replace(left, active=False), "")
    grant = small.sign_in(SI_A)
    assert take_officers(small.house, write(OFFICERS.replace("N. One", "N. Two")), dict) == 0
    with small.house.store.read() as unit:
        now = unit.officers.one("new.one")
    assert now is not None
    assert (now.name, now.active) == ("N. Two", False)
    assert small.centre.changes(grant.access_token, since=0, rows=1).records


def test_passwords_that_cannot_be_handed_out_are_not_made(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """One unit of work: officers are not there without the passwords that were to be theirs."""

    def full(passwords: Mapping[str, str]) -> None:
        assert passwords
        raise SetupError("no room")

    with pytest.raises(SetupError, match="no room"):
        take_officers(small.house, write(OFFICERS), full)
    with small.house.store.read() as unit:
        assert len(unit.officers.all()) == 6
    made: dict[str, str] = {}
    take_officers(small.house, write(OFFICERS), made.update)
    small.sign_in("new.one", password=made["new.one"])


def test_alerts_and_firs_come_in_and_only_once(small: SmallCentre, write: Callable[[str], Path]) -> None:
    """In the wire's own form, whatever sequence the file says."""
    alerts = lines(an_alert(1, sequence=999), an_alert(2))
    assert take_alerts(small.house, write(alerts)) == (2, 2)
    assert take_alerts(small.house, write(alerts)) == (2, 0)
    firs = lines(a_fir(1), a_fir(2), a_fir(3))
    assert take_firs(small.house, write(firs)) == (3, 3)
    assert take_firs(small.house, write(firs)) == (3, 0)
    assert head(small) == 8 + 5


@pytest.mark.parametrize(
    "changed",
    [
        {"uid": "1"},
        {"category": "parking"},
        {"office_code": "99999999"},
        {"issued_at": an_alert().issued_at.replace(tzinfo=None)},
        {"issued_at": an_alert().issued_at.replace(year=1)},
        {"expires_at": an_alert().issued_at.replace(tzinfo=None)},
        {"expires_at": an_alert().issued_at.replace(year=9999)},
        {"version": 2**70},
        {"author": "x" * 5000},
    ],
)
def test_an_alert_that_cannot_be_stops_the_file(
    small: SmallCentre, write: Callable[[str], Path], changed: dict[str, object]
) -> None:
    """The second line is bad; the first is not kept either."""
    before = head(small)
    with pytest.raises(IntakeError) as no:
        take_alerts(small.house, write(lines(an_alert(1), an_alert(2, **changed))))
    assert (no.value.line, head(small)) == (2, before)


@pytest.mark.parametrize(
    "changed",
    [
        {"key": "0619/2026"},
        {"key": "31682034/2026/619"},
        {"station_code": "35055012"},
        {"key": "99999999/2026/0619", "station_code": "99999999"},
        {"registered_at": a_fir().registered_at.replace(tzinfo=None)},
        {"registered_at": a_fir().registered_at.replace(year=1999)},
    ],
)
def test_a_fir_that_cannot_be_stops_the_file(
    small: SmallCentre, write: Callable[[str], Path], changed: dict[str, object]
) -> None:
    """A key that is none, or not its station's; a station that nobody knows; no zone."""
    with pytest.raises(IntakeError):
        take_firs(small.house, write(lines(a_fir(1), a_fir(2, **changed))))


def test_a_record_that_was_hidden_on_its_way_out_does_not_come_back(
    small: SmallCentre, write: Callable[[str], Path]
) -> None:
    """As the feed tells it, with its marks as they are or escaped: named by line and field, and nothing is kept."""
    whole = a_fir(1)
    told = msgspec.structs.replace(whole, form=without_victim(whole.form))
    before = head(small)
    for text in (lines(a_fir(2), told), lines(a_fir(2), told).replace(HIDDEN, "\\u2022" * 3)):
        with pytest.raises(IntakeError, match="form") as no:
            take_firs(small.house, write(text))
        assert (no.value.line, head(small)) == (2, before)
    with pytest.raises(IntakeError, match="description"):
        take_alerts(small.house, write(lines(an_alert(1, description=f"{HIDDEN} was seen near the station"))))
    with pytest.raises(IntakeError, match="name"):
        take_directory(small.house, write(DIRECTORY.replace("BHOPAL", HIDDEN)))


@pytest.mark.parametrize("text", ["{", "[]", '{"uid": 5}', "null"])
def test_a_line_that_is_no_record_is_named(small: SmallCentre, write: Callable[[str], Path], text: str) -> None:
    """With its number."""
    with pytest.raises(IntakeError, match="line 1"):
        take_alerts(small.house, write(text))
