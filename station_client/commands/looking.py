"""``diagnose``: what is wrong between this PC and the centre, and what to do next. Nothing of a case is in it."""

from __future__ import annotations

import contextlib

from station_client.commands.doors import Call
from station_client.commands.entering import house, signed_in
from station_client.commands.say import Answer
from station_client.errors import StationError
from station_client.services.diagnosis import Check, Diagnosis
from ui import phrases


def diagnose(call: Call) -> Answer:
    """Try each step in turn; with an officer, sync once before, so that the sign-in is tried too."""
    if not call.given.officer:
        with house(call) as opened:
            return _answer(opened.verbs.diagnosis.diagnose())
    with signed_in(call) as verbs:
        with contextlib.suppress(StationError):  # what was wrong with it is what is being looked for
            verbs.sync.sync_once()
        return _answer(verbs.diagnosis.diagnose())


def _answer(found: Diagnosis) -> Answer:
    phrase = phrases.of_code(found.fault)
    minutes = str(max(1, round(abs(found.skew_seconds or 0.0) / 60)))
    words = (phrase.happened.replace("{minutes}", minutes), phrase.safe, phrase.next) if found.fault else ()
    lines = (*map(_line, found.checks), " ".join(filter(None, words)) or "nothing is wrong")
    return Answer({"diagnosis": found, "words": " ".join(words)}, lines)


def _line(check: Check) -> str:
    said = " ".join(filter(None, (check.code, f"({check.detail})" if check.detail else "")))
    return f"{check.step}: {check.outcome} {said}".rstrip()
