"""Step 7: another PC, another officer, another State: the alert is there, its files are equal, it can be found."""

from __future__ import annotations

import json
from pathlib import Path

from pypdf import PdfReader

from benchmarks.tour import case, files
from benchmarks.tour.play import OFFICER_B, Play, check
from benchmarks.tour.process import Seen, StationProcess
from benchmarks.tour.report import Step

RECORD = "fir.json"


def read_elsewhere(play: Play, step: Step) -> None:
    """Sync station B, open the alert and its files, find it in four ways, print its FIR."""
    station = play.start("B")
    entered = station.ask("sign-in", login=OFFICER_B, password=play.the_centre().passwords[OFFICER_B])
    check(holds=bool(entered["in"]), otherwise=f"B's officer was not let in: {entered.get('said')}")
    play.names.append(entered["officer"])
    uid = play.receipt["alert_uid"]
    synced = station.ask("synced", uid=uid)
    window = station.ask("in-window", uid=uid, category=case.FIRST.category)
    play.picture("B", "dashboard at station B")
    opened = station.ask("open-alert", uid=uid, category=case.FIRST.category)
    check(holds=opened["description"] == play.description, otherwise="the text at B is not the text of A")
    equal = _open_files(play, station, opened)
    play.picture("B", "alert with its files at station B")
    found = _find(play, station, uid)
    fir = _print_fir(play, station)
    play.texts += station.ask("texts")["texts"]
    station.ask("in-window", uid=uid, category=case.FIRST.category)
    rail = station.ask("language")["rail"]
    play.picture("B", "station B in Hindi")
    carried = play.places["B"].relay.carried()
    searches = ", ".join(f"{way} ({one['count']} found, {one['seconds'] * 1000:.0f} ms)" for way, one in found.items())
    step.saw(
        f"{entered['rank']} of {entered['office']}, own vault; {synced['head']} changes synced; the alert is line "
        f"{window['row'] + 1} of “{window['window']}”; {len(equal)} files opened, {sum(equal.values())} bytes, every "
        f"SHA-256 equal; found by {searches}; FIR opened ({fir['characters']} letters) and printed: {fir['pages']} "
        f"page(s), {fir['bytes'] / 1000:.0f} kB, the record inside; {carried.down / 1000:.0f} kB down; in Hindi: "
        f"{rail[0]}",
        office=entered["office"],
        changes=synced["head"],
        files_equal=len(equal),
        bytes_of_files=sum(equal.values()),
        bytes_down=carried.down,
        searches={way: {"count": one["count"], "ms": round(one["seconds"] * 1000)} for way, one in found.items()},
        pdf={"pages": fir["pages"], "bytes": fir["bytes"], "record": fir["record"]},
    )
    slowest = max(one["seconds"] for one in found.values())
    play.report.goal("slowest search, from the last key to the row", goal=1.0, value=slowest, unit="s")


def _open_files(play: Play, station: StationProcess, opened: Seen) -> dict[str, int]:
    """Open each attachment, save a copy onto the officer's stick, and take its hash there."""
    stick = play.stage.work / "stick-of-b"
    stick.mkdir()
    expected = {one["sha256"] for one in play.attached}
    check(
        holds={one["sha256"] for one in opened["files"]} == expected,
        otherwise=f"B's alert names {len(opened['files'])} files, A sent {len(expected)}",
    )
    equal: dict[str, int] = {}
    for at, file in enumerate(opened["files"]):
        target = stick / f"{at} {file['name']}"
        station.ask("open-file", sha256=file["sha256"], target=str(target))
        check(holds=files.sha256(target) == file["sha256"], otherwise=f"{file['name']} is not the same at B")
        equal[file["name"]] = target.stat().st_size
    return equal


def _find(play: Play, station: StationProcess, uid: str) -> dict[str, Seen]:
    first = case.FIRST
    found = {"FIR number": station.ask("search-fir", number=play.fir["shown"], uid=uid)}
    play.picture("B", "search by FIR number")
    found[f"“{first.english}”"] = station.ask("search-words", words=first.english, uid=uid)
    found[f"“{first.hindi}”"] = station.ask("search-words", words=first.hindi, uid=uid)
    play.picture("B", "search by a Hindi word")
    found["category and dates"] = station.ask("search-days", category=first.category, uid=uid)
    play.picture("B", "search by category and dates")
    return found


def _print_fir(play: Play, station: StationProcess) -> Seen:
    """Open the FIR from the results, print it, and read the PDF as another program would."""
    seen = station.ask("open-fir", uid=play.receipt["alert_uid"])
    play.picture("B", "FIR", window="First Information Report")
    target = play.stage.pictures / "FIR printed at station B.pdf"
    station.ask("print-fir", target=str(target))
    station.ask("close-window", title="First Information Report")
    return {**seen, **_read_pdf(target, play.fir["key"])}


def _read_pdf(path: Path, key: str) -> Seen:
    with path.open("rb") as opened:
        pdf = PdfReader(opened)
        pages = len(pdf.pages)
        inside = pdf.attachments.get(RECORD)
        check(holds=pages > 0, otherwise="the PDF has no page")
        check(holds=bool(inside), otherwise="the PDF does not carry the record")
        record = json.loads(inside[0] if inside else b"{}")
    check(holds=record["fir"]["key"] == key, otherwise="the PDF carries another FIR's record")
    return {"pages": pages, "bytes": path.stat().st_size, "record": RECORD}
