"""The command line does the station's main job: enrol, write, attach, submit, sync, find, show, print."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from station_client.domain.fir import Fir
from station_client.domain.fir_number import parse
from station_client.domain.ids import ItemId, OfficeCode
from station_client.domain.outbox import ItemState
from sync.protocol.records import FirRecord
from tests.support.centre import PASSWORD, SHO_A, SI_A, SI_B, SmallCentre
from tests.support.houses import Pc
from tests.support.printed_firs import protected_fir
from tests.support.records import a_fir
from tests.support.sample_files import pdf, picture
from tests.support.terminals import Terminal, terminal

HARDOI, UTTAR_PRADESH = "150", "09"
WORDS = "A stolen lorry, red, was seen near Rampur on the Hardoi road."


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up station A's PC."""
    return Pc(tmp_path / "a", centre.centre)


@pytest.fixture
def at(pc: Pc) -> Terminal:
    """Sit down where one officer has signed in."""
    made = terminal(pc)
    assert made.run("sign-in", "--officer", SI_A) == 0
    return made


def registered(centre: SmallCentre, fir: Fir) -> Fir:
    """Register a FIR at the centre, in station A's district."""
    number = parse(fir.shown)
    assert number is not None
    placed = replace(
        fir, key=number.at(OfficeCode(fir.station_code)).key, district_code=HARDOI, state_code=UTTAR_PRADESH
    )
    record = {name: getattr(placed, name) for name in FirRecord.__struct_fields__ if name != "sequence"}
    centre.put(FirRecord(sequence=0, **record))
    return placed


def drafted(at: Terminal) -> str:
    """Write a whole draft and give its id."""
    given = ("--fir", "12/26", "--category", "seizure-recovery", "--description", "-")
    draft: str = at.table("draft", "new", *given, source=WORDS)["draft"]["draft_id"]
    return draft


def test_from_the_first_sign_in_to_the_receipt(at: Terminal, pc: Pc, tmp_path: Path) -> None:
    """Each step is one command, and the outbox says queued until the centre has answered."""
    (tmp_path / "a.pdf").write_bytes(pdf())
    (tmp_path / "b.jpg").write_bytes(picture("JPEG"))
    pc.cut = True
    draft = drafted(at)
    attached = at.table("draft", "attach", draft, str(tmp_path / "a.pdf"), str(tmp_path / "b.jpg"))
    assert [one["name"] for one in attached["draft"]["files"]] == ["a.pdf", "b.jpg"]
    assert [one["draft_id"] for one in at.table("draft", "list")["drafts"]] == [draft]
    item = at.table("draft", "submit", draft)["item"]
    assert (item["state"], item["fir_key"]) == ("queued", "31682034/2026/0012")
    assert at.run("sync") == 5
    assert "Nothing is lost" in at.err
    pc.cut = False
    assert at.table("sync")["status"]["waiting"] == 0
    assert [one["state"] for one in at.table("outbox")["items"]] == ["complete"]
    (receipt,) = at.table("receipts")["receipts"]
    assert [one["sha256"] for one in receipt["files"]] == [one["sha256"] for one in item["files"]]
    assert at.run("receipts", item["item_id"]) == 0
    assert receipt["record_number"] in at.out


def test_another_station_finds_and_saves_it(at: Terminal, tmp_path: Path, centre: SmallCentre) -> None:
    """By number, by word, by category and day; its files are written where the officer says."""
    (tmp_path / "a.pdf").write_bytes(pdf())
    draft = drafted(at)
    at.run("draft", "attach", draft, str(tmp_path / "a.pdf"))
    at.run("draft", "submit", draft)
    at.run("sync")
    there = terminal(Pc(tmp_path / "b", centre.centre))
    there.run("sign-in", "--officer", SI_B)
    there.run("sync")
    for words in (["--fir", "12/2026"], ["lorry"], ["--category", "seizure-recovery", "--since", "01/01/2020"]):
        assert there.table("search", *words)["page"]["count"] == 1
    for life, count in (("active", 1), ("expired", 0)):
        assert there.table("search", "lorry", "--life", life)["page"]["count"] == count
    (line,) = there.table("search", "lorry")["page"]["lines"]
    folder = tmp_path / "saved"
    folder.mkdir()
    assert there.run("show", line["uid"], "--files", str(folder)) == 0
    assert WORDS in there.out
    assert (folder / "1-a.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()


def test_a_fir_is_shown_masked_and_printed(at: Terminal, tmp_path: Path, centre: SmallCentre) -> None:
    """What the law hides is not on the terminal; the print is handed the FIR, its reader and its day."""
    fir = registered(centre, protected_fir())
    at.run("sync")
    shown = at.table("show", fir.key)
    assert shown["fir"]["key"] == fir.key
    assert fir.form.complainant.name not in at.out
    target = tmp_path / "fir.pdf"
    done = at.table("export-fir", fir.key, str(target), "--language", "hi")
    assert (done["pages"], done["bytes"]) == (1, target.stat().st_size)
    assert at.printed[0].key == fir.key
    assert target.read_text().split()[:3] == [fir.key, SI_A, "True"]
    assert target.read_text().endswith(" hi")


def test_a_number_of_several_stations_names_them_all(at: Terminal, centre: SmallCentre) -> None:
    """The short form is not unique: the command says which keys there are, and does not choose."""
    fir = registered(centre, protected_fir())
    other = registered(centre, replace(fir, station_code="31682035"))
    at.run("sync")
    assert at.run("show", fir.shown) == 3
    assert fir.key in at.err
    assert other.key in at.err


def test_status_says_little_to_a_stranger_and_more_to_an_officer(at: Terminal) -> None:
    """Without a password only what stands outside the vault is said."""
    drafted(at)
    stranger = at.table("status")
    assert stranger["vault"] is True
    assert [one["login"] for one in stranger["officers"]] == [SI_A]
    assert at.table("status", "--officer", SI_A)["drafts"] == 1


def test_where_several_sign_in_the_officer_must_be_named(at: Terminal, pc: Pc) -> None:
    """One officer alone need not be named; with two the command asks for the name."""
    assert at.run("sign-in") == 0
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.session.add_officer(SHO_A, PASSWORD)
    assert at.run("sign-in") == 3
    assert at.err.startswith("login:")
    assert at.run("sign-in", "--officer", SHO_A) == 0


def test_the_password_comes_over_a_descriptor(at: Terminal) -> None:
    """One line is read and no more; it stands in no argument."""
    reading, writing = os.pipe()
    os.write(writing, f"{PASSWORD}\nnext".encode())
    os.close(writing)
    at.password = "wrong"
    assert at.run("sign-in", "--password-fd", str(reading)) == 0
    assert os.read(reading, 10) == b"next"
    os.close(reading)
    assert at.run("sign-in", "--password-fd", "987") == 3


def test_a_draft_is_changed_field_by_field(at: Terminal) -> None:
    """What is not given stays as it was; what is missing is listed with the draft."""
    draft = at.table("draft", "new", "--gd", "GD 4")["draft"]["draft_id"]
    changed = at.table("draft", "edit", draft, "--gd-reason", "FIR is being registered", "--category", "high-alert")
    assert (changed["draft"]["gd_number"], changed["draft"]["category"]) == ("GD 4", "high-alert")
    assert changed["problems"] == [{"field": "description", "reason": "missing"}]
    assert at.table("draft", "submit", draft)["error"]["problems"][0]["field"] == "description"
    assert at.code == 3
    assert at.run("draft", "edit", "nothing", "--gd", "1") == 8


def test_a_draft_is_handed_over_brought_back_and_thrown_away(at: Terminal) -> None:
    """What the window does with a draft: what stood before comes back; at the end of a shift it is another's."""
    draft_id = drafted(at)
    at.run("draft", "edit", draft_id, "--description", "Gone by mistake.")
    before = at.table("draft", "earlier", draft_id)["versions"][0]
    assert before["description"] == WORDS
    assert at.run("draft", "earlier", draft_id) == 0
    assert WORDS[:20] in at.out
    brought = at.table("draft", "earlier", draft_id, "--bring-back", str(before["version"]))["draft"]
    assert brought["description"] == WORDS
    assert at.run("draft", "hand-over", draft_id, "--to", SHO_A) == 3  # who does not work on this PC
    assert at.run("officers", "add", SHO_A, "--officer", SI_A) == 0
    assert at.run("draft", "list", "--station", "--officer", SI_A) == 3
    assert at.run("draft", "hand-over", draft_id, "--to", SHO_A, "--officer", SI_A) == 0
    assert at.run("draft", "list", "--officer", SI_A) == 0
    assert at.out == "no drafts\n"
    assert at.run("draft", "list", "--station", "--officer", SHO_A) == 0
    assert at.out.strip().endswith(SHO_A)
    assert at.run("draft", "discard", draft_id, "--officer", SHO_A) == 0
    trail = at.table("audit", "list", "--officer", SHO_A)["entries"]
    handed = f"{draft_id} {SI_A} > {SHO_A}"
    assert ("draft-handed-over", handed) in [(one["act"], one["subject"]) for one in trail]
    assert ("draft-discarded", draft_id) in [(one["act"], one["subject"]) for one in trail]


def test_what_waits_is_taken_back_and_loses_a_file(at: Terminal, tmp_path: Path) -> None:
    """An item is a draft again with its files; one file goes, and the draft is submitted anew."""
    draft_id = drafted(at)
    for name, data in (("a.pdf", pdf()), ("b.png", picture("PNG"))):
        (tmp_path / name).write_bytes(data)
        at.run("draft", "attach", draft_id, str(tmp_path / name))
    item_id = at.table("draft", "submit", draft_id)["item"]["item_id"]
    assert at.run("outbox", "--again", item_id) == 3  # it was not refused
    back = at.table("draft", "take-back", item_id)["draft"]
    assert [one["name"] for one in back["files"]] == ["a.pdf", "b.png"]
    left = at.table("draft", "detach", draft_id, back["files"][0]["sha256"])["draft"]["files"]
    assert [one["name"] for one in left] == ["b.png"]
    assert at.run("draft", "submit", draft_id) == 0


def test_a_refused_item_is_handed_in_again(at: Terminal, pc: Pc) -> None:
    """As it is, by its author; the next sync sends it."""
    item_id = at.table("draft", "submit", drafted(at))["item"]["item_id"]
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        refused = replace(verbs.outbox.one(ItemId(item_id)), state=ItemState.REFUSED, reason="fir-number")
        verbs.session.stores().desk.outbox.update(refused)
    assert at.run("outbox") == 0
    assert "refused (fir-number)" in at.out
    assert [one["state"] for one in at.table("outbox", "--again", item_id)["items"]] == ["queued"]
    assert at.run("sync") == 0
    assert [one["state"] for one in at.table("outbox")["items"]] == ["complete"]


def test_alerts_are_narrowed_to_the_status_of_a_case(at: Terminal, centre: SmallCentre) -> None:
    """As the window does: what is under investigation, and not what was charge-sheeted."""
    fir = a_fir(12, status="under-investigation")
    centre.put(fir)
    at.run("draft", "submit", drafted(at))
    at.run("sync")
    at.run("sync")
    assert fir.shown in [one["fir_shown"] for one in at.table("search", "lorry")["page"]["lines"]]
    counts = [at.table("search", "lorry", "--status", one)["page"]["count"] for one in (fir.status, "charge-sheeted")]
    assert counts == [1, 0]
