"""The look at a file in a process of its own: the same verdict, and no file can take the program with it."""

from __future__ import annotations

import sys
import time

import pytest

from station_client.domain.attachment import Kind, Limits, Verdict
from station_client.inspection.sandbox import inspect
from tests.support.sample_files import picture


def program(code: str) -> tuple[str, ...]:
    """Give a program that stands in for the inspection's own process."""
    return (sys.executable, "-c", code)


def test_the_same_verdict_comes_from_the_other_process() -> None:
    """A sound picture is accepted through the pipe, under a name in Hindi."""
    found = inspect("फोटो.jpg", picture("JPEG"), Limits())
    assert (found.verdict, found.kind, found.reasons) == (Verdict.ACCEPT, Kind.JPEG, ())


def test_a_refusal_comes_through_too() -> None:
    """The reason is the one that was found over there."""
    assert inspect("a.pdf", picture("JPEG"), Limits()).reasons == ("mismatch",)


def test_a_look_without_end_is_ended() -> None:
    """A decoder that loops for ever costs the given seconds and no more."""
    begun = time.monotonic()
    found = inspect("a.jpg", b"x", Limits(), program=program("import time; time.sleep(60)"), seconds=0.5)
    assert (found.verdict, found.reasons) == (Verdict.REJECT, ("too-much-inside",))
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "print('no JSON')",
        'print(\'{"verdict": "accept", "kind": "exe", "reasons": []}\')',
        'print(\'{"verdict": "accept", "kind": null, "reasons": ["<b>words</b>"]}\')',
        "print('[]')",
    ],
)
def test_a_crash_or_a_strange_answer_is_a_refusal(code: str) -> None:
    """A crashed decoder, or an answer that is none of ours, means that the file is refused."""
    found = inspect("a.jpg", b"x", Limits(), program=program("import sys; sys.stdin.read();" + code))
    assert (found.verdict, found.reasons) == (Verdict.REJECT, ("corrupt",))


def test_a_program_that_cannot_start_is_a_refusal() -> None:
    """Without the other process nothing is taken on trust."""
    assert inspect("a.jpg", b"x", Limits(), program=("/nowhere/at-all",)).reasons == ("unreadable",)


def test_sizes_are_refused_without_a_process() -> None:
    """An empty file and one over the limit need no look."""
    nothing = program("raise SystemExit(1)")
    assert inspect("a.jpg", b"", Limits(), program=nothing).reasons == ("empty",)
    assert inspect("a.jpg", b"12", Limits(bytes_per_file=1), program=nothing).reasons == ("too-large",)
