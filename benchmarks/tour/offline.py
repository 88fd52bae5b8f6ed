"""Steps 3 to 5: no line. Sign in again, write with five files, be killed, find all of it, submit; refuse bad files."""

from __future__ import annotations

from pathlib import Path

from benchmarks.tour import case, files
from benchmarks.tour.play import OFFICER_A, Play, check
from benchmarks.tour.process import Seen, StationProcess
from benchmarks.tour.report import Step

FILES = files.FILES_PER_ALERT
LAST_WORDS = " Inform Rampur at once."


def write_offline(play: Play, step: Step) -> None:
    """Cut the line, sign out and in again, and write an alert with five files."""
    station = play.station("A")
    play.places["A"].relay.cut()
    station.ask("sync-now")
    cut = station.ask("status", line="none")
    station.ask("sign-out")
    entered = _sign_in_offline(play, station)
    began = station.ask("begin")
    check(holds=bool(began["empty"]), otherwise="a new alert does not begin empty")
    play.description = case.FIRST.description
    typed = station.ask("fill", fir=play.fir["shown"], category=case.FIRST.category, description=case.FIRST.description)
    play.draft = typed["draft"]
    refused = _attach_five(play, station)
    play.picture("A", "alert being written")
    kinds = [one["kind"] for one in play.attached]
    size = sum(one["size"] for one in play.attached)
    check(holds=len(kinds) == FILES, otherwise=f"only {len(kinds)} of five files were taken: {refused}")
    made = [one["name"] for one in play.attached if Path(one["path"]).is_relative_to(play.stage.work)]
    if len(set(kinds)) < FILES:
        play.report.not_run.append(f"five different kinds: the folder gave only {sorted(set(kinds))}")
    step.saw(
        f"“{cut['said']}”; signed in with no line in {entered['seconds']:.1f} s; FIR {play.fir['shown']} "
        f"(“{typed['fir_hint']}”), {typed['chars']} letters in English and Hindi, saved {typed['saves']} times while "
        f"typing, the last {typed['saved_after_seconds']:.1f} s after the last key; five files "
        f"({', '.join(kinds)}), {size / 1000:.0f} kB, sealed; “{typed['said']}”",
        sign_in_seconds=round(entered["seconds"], 2),
        characters=typed["chars"],
        saves=typed["saves"],
        saved_after_seconds=round(typed["saved_after_seconds"], 2),
        kinds=kinds,
        bytes=size,
        refused_on_the_way=refused,
        made_on_the_spot=made,
    )
    play.report.goal("sign-in with no line", goal=2.0, value=entered["seconds"], unit="s")
    play.report.goal("last key to saved", goal=1.0, value=typed["saved_after_seconds"], unit="s")


def survive_kill(play: Play, step: Step) -> None:
    """Kill the program with the draft open and find everything after the next start."""
    station = play.station("A")
    station.ask("add-words", words=LAST_WORDS)
    pid = station.pid
    station.kill()
    station = play.start("A")
    entered = _sign_in_offline(play, station)
    row = station.ask("open-draft", draft=play.draft)
    found = station.ask("read", draft=play.draft)
    kept = len(found["description"]) - len(play.description)
    whole = found["description"].startswith(play.description)
    check(holds=whole, otherwise="words that were saved are missing after the kill")
    check(holds=found["fir"] == play.fir["shown"], otherwise="the FIR number is missing after the kill")
    check(holds=found["category"] == case.FIRST.category, otherwise="the category is missing after the kill")
    hashes = [one["sha256"] for one in found["files"]]
    expected = [one["sha256"] for one in play.attached]
    check(holds=hashes == expected, otherwise=f"after the kill {len(hashes)} files are there, not {len(expected)}")
    play.description = found["description"]
    play.picture("A", "the draft after SIGKILL")
    step.saw(
        f"process {pid} killed (SIGKILL) in the middle of a word; started again in {station.start_seconds:.1f} s, "
        f"signed in with no line in {entered['seconds']:.1f} s; the draft is listed ({row['row'][1]}) and opens with "
        f"{len(found['description'])} letters and all {len(hashes)} files, hashes equal; "
        f"of {len(LAST_WORDS)} letters typed in the instant before the kill {kept} were saved",
        restart_seconds=round(station.start_seconds, 2),
        characters=len(found["description"]),
        characters_of_the_last_instant={"typed": len(LAST_WORDS), "saved": kept},
        files=len(hashes),
    )


def submit_offline(play: Play, step: Step) -> None:
    """Submit: it is queued, not sent. A second alert's bad files are refused in words."""
    station = play.station("A")
    sent = station.ask("submit", draft=play.draft)
    check(holds=bool(sent["queued"]), otherwise=f"the alert was not taken: {sent['said']}")
    play.items.append(sent["item"])
    shown = station.ask("outbox", item=sent["item"], state="Queued")
    check(holds=shown["state"] == "queued", otherwise=f"with no line the alert is {shown['state']}, not queued")
    check(holds=shown["waiting"] == 1, otherwise=f"{shown['waiting']} alerts wait, not one")
    play.picture("A", "outbox, queued with no line")
    refusals = _refuse_bad_files(play, station)
    extra = _send_more(play, station)
    said = "; ".join(f"{name}: “{words}”" for name, words in list(refusals.items())[:3])
    step.saw(
        f"“{shown['row'][0]}” – {shown['sentence']} A second alert: {len(refusals)} bad files refused ({said})"
        + (f"; {extra['drafts']} more alerts queued with {extra['files']} files" if extra["drafts"] else ""),
        state=shown["state"],
        outbox_says=shown["row"][0],
        refused=refusals,
        more=extra,
    )


def _sign_in_offline(play: Play, station: StationProcess) -> Seen:
    entered = station.ask("sign-in", login=OFFICER_A, password=play.the_centre().passwords[OFFICER_A])
    check(holds=bool(entered["in"]), otherwise=f"not let in with no line: {entered.get('said')}")
    check(holds=entered["online"] is False, otherwise="the sign-in claims a line that is cut")
    return entered


def _attach_five(play: Play, station: StationProcess) -> dict[str, str]:
    """Attach files until five are taken; tell which were refused and why."""
    refused: dict[str, str] = {}
    for path in play.chosen.good:
        if len(play.attached) == FILES:
            break
        answer = station.ask("attach", draft=play.draft, path=str(path))
        if not answer["taken"]:
            refused[path.name] = answer["said"]
            continue
        own = files.sha256(path)
        check(holds=answer["sha256"] == own, otherwise=f"{path.name} was sealed with another hash than its own")
        play.attached.append({**answer, "name": path.name, "path": str(path)})
        play.brought.append(path)
    return refused


def _refuse_bad_files(play: Play, station: StationProcess) -> dict[str, str]:
    station.ask("begin")
    text = case.SECOND.description
    typed = station.ask("fill", fir=play.fir["shown"], category=case.SECOND.category, description=text)
    refusals: dict[str, str] = {}
    for path in play.chosen.bad:
        answer = station.ask("attach", draft=typed["draft"], path=str(path))
        check(holds=not answer["taken"], otherwise=f"{path.name} was taken, though it is not what it says")
        check(holds=len(answer["said"]) > len(path.name), otherwise=f"{path.name} was refused without words")
        refusals[path.name] = answer["said"]
    play.picture("A", "a bad file is refused")
    station.ask("discard")
    return refusals


def _send_more(play: Play, station: StationProcess) -> dict[str, object]:
    """Put the folder's other files into further alerts, five each; the program decides which it takes."""
    verdicts: dict[str, str] = {}
    taken = drafts = 0
    waiting: list[Path] = list(play.chosen.more)
    while waiting:
        station.ask("begin")
        text = f"{case.MORE} Part {drafts + 2}."
        typed = station.ask("fill", fir=play.fir["shown"], category=case.FIRST.category, description=text)
        in_draft = 0
        while waiting and in_draft < FILES:
            path = waiting.pop(0)
            answer = station.ask("attach", draft=typed["draft"], path=str(path))
            verdicts[path.name] = f"{answer['verdict']}: {answer['said']}" if answer["taken"] else answer["said"]
            if answer["taken"]:
                in_draft += 1
                play.brought.append(path)
        if in_draft == 0:
            station.ask("discard")
            break
        sent = station.ask("submit", draft=typed["draft"])
        check(holds=bool(sent["queued"]), otherwise=f"a further alert was not taken: {sent['said']}")
        play.items.append(sent["item"])
        drafts, taken = drafts + 1, taken + in_draft
    return {"drafts": drafts, "files": taken, "verdicts": verdicts}
