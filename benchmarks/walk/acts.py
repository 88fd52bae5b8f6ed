"""The walk's steps: in by the keyboard, every place heard and reached, an alert written, sent and received."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Final

from benchmarks.tour.files import sha256
from benchmarks.tour.play import check
from benchmarks.tour.report import Step
from benchmarks.walk.ear import BY_ARROWS, Heard
from benchmarks.walk.walk import OFFICER, Walk

PLACES: Final = {
    "ctrl+1": "डैशबोर्ड",
    "ctrl+n": "नया अलर्ट",
    "ctrl+2": "मेरा काम",
    "ctrl+3": "संदेश",
    "ctrl+f": "खोज",
    "ctrl+4": "रिपोर्टें",
    "ctrl+9": "क्या गड़बड़ है?",
    "ctrl+comma": "सेटिंग",
    "F1": "सहायता",
}
SETTLED: Final = 1.5
MOST_TABS: Final = 80
LEAST_PER_PLACE: Final = 12
TOLD: Final = ("देशी शराब", "11 ड्रम, 2200 लीटर", "नहर की पुलिया, रामपुर", "सफेद टेम्पो")
WORDS: Final = "टेम्पो छोड़कर चालक गन्ने के खेत की ओर भागा। नहर वाली सड़क के थाने सतर्क रहें।"
FIR_AT, ARRESTED_AT = "27/11/2026 10:00", "27/11/2026 06:30"
WHY: Final = "मौके पर पकड़ा गया"


def start(walk: Walk, step: Step) -> None:
    """Screen, centre, program: the sign-in page stands in its first field."""
    walk.open()
    walk.stand_on("लॉगिन नाम")
    step.saw(f"window “{walk.fingers.title()}” up on {walk.screen.name}; the focus is heard in the login's field")


def sign_in(walk: Walk, step: Step) -> None:
    """Type the login and the password, press Enter."""
    walk.fingers.write(OFFICER)
    walk.stand_on("पासवर्ड", keys="Tab")
    walk.fingers.write(walk.centre.passwords[OFFICER])
    walk.picture("sign-in")
    walk.fingers.press("Return")
    walk.until(lambda: "डैशबोर्ड" in walk.fingers.title(), "the dashboard")
    walk.wait("IST")
    walk.picture("dashboard")
    step.saw("let in by Enter; the dashboard is there")


def hear_places(walk: Walk, step: Step) -> None:
    """Go to every place by its key; hear each widget that takes the focus, and come to it by Tab."""
    counts: dict[str, int] = {}
    nameless: list[str] = []
    beyond: list[str] = []
    for keys, title in PLACES.items():
        walk.fingers.press(keys)
        walk.until(lambda title=title: title in walk.fingers.title(), f"the place {title} by {keys}")  # type: ignore[misc]
        time.sleep(SETTLED)  # what a place asks for comes from the store; its lists are then heard too
        heard = {one.path: one for one in walk.ear.everything() if one.focusable}
        nameless += [f"{title}: {one.role}" for one in heard.values() if not one.name.strip()]
        counts[title] = len(heard)
        reached = _tabbed(walk)
        beyond += [f"{title}: {one.name} ({one.role})" for one in _wanted(heard.values()) if one.path not in reached]
        walk.picture(f"place {title}".replace("?", ""))
    check(holds=min(counts.values()) >= LEAST_PER_PLACE, otherwise=f"a place is all but silent: {counts}")
    check(holds=not nameless, otherwise=f"without a name: {nameless}")
    step.saw(
        f"{len(counts)} places by their keys; {sum(counts.values())} focusable widgets heard, each with a name and a "
        f"role; all but {len(beyond)} reached by Tab alone",
        heard=counts,
        not_by_tab=beyond,
    )


def write(walk: Walk, step: Step) -> None:
    """FIR number, category, particulars, free text and a file, with no mouse; all of it read back by ear."""
    walk.fingers.press("ctrl+n")
    walk.write("0123/2026", walk.stand_on("एफआईआर संख्या", keys="alt+f"))
    walk.fingers.press("alt+c")
    for _ in range(8):
        walk.fingers.press("Down")
        focused = walk.ear.focused()
        if focused and "बरामदगी" in focused.name:
            break
    else:
        check(holds=False, otherwise="the category cannot be chosen with the arrow")
    walk.stand_on("क्या बरामद हुआ", keys="alt+l")
    for at, text in enumerate(TOLD):
        if at:
            walk.fingers.press("Tab")
        focused = walk.ear.focused()
        assert focused is not None
        walk.write(text, focused)
    walk.write(FIR_AT, _on(walk, "एफआईआर दर्ज"))
    walk.write(ARRESTED_AT, _on(walk, "गिरफ़्तारी का समय"))
    walk.wait("गिरफ़्तारी एफआईआर से पहले की है")
    walk.write(WHY, _on(walk, "कारण"))
    walk.picture("particulars")
    walk.write(WORDS, walk.stand_on("विवरण", keys="alt+d"))
    walk.fingers.press("ctrl+o")
    walk.until(lambda: "फ़ाइलें जोड़ें" in walk.fingers.title(), "the file dialog")
    walk.fingers.write(str(walk.file))
    walk.fingers.press("Return")
    walk.wait(f"{walk.file.name} · चित्र")  # its place, not the words that it is being checked
    walk.wait("सहेजा गया")
    walk.picture("written")
    step.saw("FIR number, category, four particulars, two dates out of order with their reason, free text and a file")


def send(walk: Walk, step: Step) -> None:
    """Submit with Ctrl+Enter, wait for the receipt, and look into the centre's database."""
    walk.until(lambda: "नया अलर्ट" in walk.fingers.title(), "the editor again")
    begun = time.monotonic()
    walk.fingers.press("ctrl+Return")
    walk.until(lambda: "मेरा काम" in walk.fingers.title(), "My work after the submission")
    walk.fingers.press("alt+r")
    heard = walk.wait("2026-0")
    seconds = time.monotonic() - begun
    found = re.search(r"\d{4}-\d{6}", heard.name)
    assert found is not None, heard.name
    walk.picture("receipt")
    held: dict[str, object] = {}

    def whole() -> bool:
        held.update(walk.at_centre(found[0]))
        return bool(held["complete"])

    walk.until(whole, "every file at the centre")
    check(holds=held["files"] == [(sha256(walk.file), True)], otherwise=f"the centre's files: {held['files']}")
    step.saw(
        f"receipt № {found[0]} heard {seconds:.1f} s after Ctrl+Enter; the centre holds it as {held['author']}'s, with "
        f"the file's SHA-256 verified; {walk.fingers.pressed} keys in all, no mouse",
        record=found[0],
        seconds=round(seconds, 1),
        keys=walk.fingers.pressed,
    )


def _wanted(heard: Iterable[Heard]) -> list[Heard]:
    """Leave out what the arrows lead to once Tab has come to its list, row of tabs or group."""
    return [one for one in heard if one.role not in BY_ARROWS]


def _tabbed(walk: Walk) -> set[str]:
    """Press Tab until it comes round; give what was heard on the way."""
    reached: list[str] = []
    for _ in range(MOST_TABS):
        walk.fingers.press("Tab")
        focused = walk.ear.focused()
        if focused is None or focused.path in reached[-1:]:
            continue  # the next part of a date stands in the same field
        if focused.path in reached[:1]:
            break
        reached.append(focused.path)
    return set(reached)


def _on(walk: Walk, words: str) -> Heard:
    """Press Tab until the field of these words has the focus."""
    for _ in range(MOST_TABS):
        focused = walk.ear.focused()
        if focused is not None and words in focused.name:
            return focused
        walk.fingers.press("Tab")
    check(holds=False, otherwise=f"Tab does not come to “{words}”")
    raise AssertionError
