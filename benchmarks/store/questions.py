"""What is looked for: several questions of each kind, the same for the encrypted and the plain file."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from benchmarks.store import vocabulary as v
from benchmarks.store.made_up import Stock
from station_client.domain.alert import Alert, Category
from station_client.text.normalise import words

EACH: Final = 40
SPAN: Final = timedelta(days=90)

Asked = dict[str, Any]  # the arguments of ``replica.search.find``


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question; ``finds`` None where it may or may not find something."""

    name: str
    asked: tuple[Asked, ...]
    finds: bool | None = True


def kinds(seed: int, stock: Stock, sample: Sequence[Alert]) -> tuple[Kind, ...]:
    """Make the questions; ``sample`` are alerts that are stored."""
    dice = random.Random(f"questions {seed}")  # noqa: S311 repeatable is what it must be

    def many(make: Callable[[Alert], Asked]) -> tuple[Asked, ...]:
        return tuple(make(dice.choice(sample)) for _ in range(EACH))

    return (
        Kind("fir number", many(lambda alert: {"fir_numbers": (dice.choice((alert.fir_key, alert.fir_shown)),)})),
        Kind("common word", tuple({"words": word} for word in v.COMMON)),
        Kind("rare word", many(lambda alert: {"words": _rare(alert)})),
        Kind("phrase", many(lambda alert: {"words": _phrase(dice, alert)})),
        Kind("keyword + category + dates + district", many(lambda alert: _narrow(dice, alert)), finds=None),
        Kind("name across scripts", tuple({"words": _other_script(dice, stock)} for _ in range(EACH)), finds=None),
        Kind("beginning of 2 or 3 letters", many(lambda alert: {"words": _beginning(dice, alert)})),
        Kind(
            "two common words that never meet",
            tuple({"words": f'"{one}" "{other}"'} for one, other in v.NEVER_MEET),
            finds=False,
        ),
        # unquoted, a word is a name's sound too, and now and then a name sounds like it
        Kind("the same two words unquoted", tuple({"words": " ".join(pair)} for pair in v.NEVER_MEET), finds=None),
        Kind("nothing found", tuple({"words": f"zq{number}xq"} for number in range(EACH)), finds=False),
    )


def _rare(alert: Alert) -> str:
    """Take a number plate, a telephone number or the record's own number: hardly any other alert has it."""
    found = [one for one in words(alert.description) if len(one) >= 9 and any(char.isdigit() for char in one)]
    return found[0] if found else alert.record_number


def _phrase(dice: random.Random, alert: Alert) -> str:
    """Take three words in a row."""
    found = words(alert.description)
    start = dice.randrange(len(found) - 3)
    return f'"{" ".join(found[start : start + 3])}"'


def _narrow(dice: random.Random, alert: Alert) -> Asked:
    since = alert.received_at - timedelta(days=dice.randrange(90))
    return {
        "words": dice.choice(v.COMMON),
        "category": dice.choice(tuple(Category)),
        "since": since,
        "until": since + SPAN,
        "district_code": alert.district_code,
    }


def _other_script(dice: random.Random, stock: Stock) -> str:
    """Type a given name in one script and the family's in the other; every second one a well-known name."""
    given = dice.choice(v.NAMES if dice.random() < 0.5 else stock.names)
    return dice.choice(given) if dice.random() < 0.5 else f"{given[0]} {dice.choice(v.FAMILIES)[1]}"


def _beginning(dice: random.Random, alert: Alert) -> str:
    found = [one for one in words(alert.description) if len(one) >= 4 and one.isalpha()] or ["police"]
    return dice.choice(found)[: dice.choice((2, 3))] + "*"
