"""Every message and record of the wire has an example that both ends read and write the same."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import msgspec
import pytest

from sync.protocol import door, enquiries, feed, messages, outgoing, records, slices, trail
from sync.protocol.codec import NotUnderstoodError, decode, encode

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def structs() -> tuple[type[msgspec.Struct], ...]:
    """Give every Struct that the wire's modules define."""
    return tuple(
        thing
        for module in (door, enquiries, feed, messages, outgoing, records, slices, trail)
        for thing in vars(module).values()
        if inspect.isclass(thing) and issubclass(thing, msgspec.Struct) and thing.__module__ == module.__name__
    )


def test_each_struct_has_a_golden_file_and_each_file_a_struct() -> None:
    """A message without an example, or an example of nothing, is a hole in the specification."""
    assert {one.__name__ for one in structs()} == {path.stem for path in GOLDEN.glob("*.json")}


@pytest.mark.parametrize("kind", structs(), ids=lambda kind: kind.__name__)
def test_the_example_is_read_and_written_the_same(kind: type[msgspec.Struct]) -> None:
    """What is read from the example is written as the example again, field for field."""
    written = (GOLDEN / f"{kind.__name__}.json").read_bytes()
    message = decode(written, kind)
    assert json.loads(encode(message)) == json.loads(written)
    assert decode(encode(message), kind) == message


@pytest.mark.parametrize("kind", structs(), ids=lambda kind: kind.__name__)
def test_a_field_this_version_does_not_know_is_passed_over(kind: type[msgspec.Struct]) -> None:
    """A newer end may add optional fields; an older one reads the rest."""
    table = json.loads((GOLDEN / f"{kind.__name__}.json").read_bytes())
    newer = json.dumps({**table, "of_a_later_version": [1, 2]}).encode()
    assert decode(newer, kind) == decode(json.dumps(table).encode(), kind)


@pytest.mark.parametrize("kind", structs(), ids=lambda kind: kind.__name__)
def test_a_missing_field_is_refused_by_its_name(kind: type[msgspec.Struct]) -> None:
    """A required field that is not there is named, and nothing of the message is used."""
    table = json.loads((GOLDEN / f"{kind.__name__}.json").read_bytes())
    for field in msgspec.structs.fields(kind):
        if field.required:
            short = {name: value for name, value in table.items() if name != field.name}
            with pytest.raises(NotUnderstoodError, match=field.name):
                decode(json.dumps(short).encode(), kind)
