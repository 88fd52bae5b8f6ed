"""What may happen on one day: work is written, lines are tried, clocks jump, either end begins again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable

from central.keeping.backup import backup
from central.keeping.backup import restore as bring_back
from station_client.domain.alert import Alert, Category, Life
from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import ClockWrongError, LineError, SessionExpiredError
from tests.support.simulation.world import OFFICERS, Country, Place, Written, ahead
from tests.support.stations import pdf

SMALL_JUMPS = (0.02, 0.3, 5.0)  # hours; the second one outlives an access token
WILD_JUMPS = (-9000.0, -72.0, -1.0, 1.0, 72.0, 170_000.0)
QUESTIONS = 4  # of a round with little to do
OVERTAKEN = frozenset({"snapshot", "first", "bytes", "feed", "summary"})
ANSWERED = frozenset({ItemState.RECEIVED, ItemState.COMPLETE, ItemState.REFUSED})
HELD_SECONDS = 1.0
ENDS = ("", "", "", Life.LOCATED, Life.RECALLED)

Act = Callable[[Country, Place], str]


def write(land: Country, place: Place) -> str:
    """Submit an alert, with none to two files, some of which others have as well."""
    author = land.chance.choice(OFFICERS[place.here.machine])
    sizes = [land.chance.choice((0, 9_000, 30_000)) for _ in range(land.chance.randrange(3))]
    files = tuple(dict.fromkeys(pdf(str(land.chance.randrange(5)), size) for size in sizes))
    text = f"Alert {len(land.written)} of {author}, written at {place.here.machine}."
    category = land.chance.choice((Category.SEIZURE, Category.HIGH_ALERT))
    item_id = place.here.write(text, author=author, files=files, category=category)
    land.written[item_id] = Written(author, text)
    return f"{text} {len(files)} files, {item_id}"


def change(land: Country, place: Place) -> str:
    """Correct, settle or recall an alert, as this station's copy has it."""
    known = alerts_of(place)
    if not known:
        return "nothing to change"
    alert = land.chance.choice(known)
    author = land.chance.choice(OFFICERS[place.here.machine])
    edits = (str(alert.uid), alert.version, str(land.chance.choice(ENDS)))
    text = f"Change {len(land.written)} of {author} from version {alert.version}."
    files = (pdf(f"late {len(land.written)}"),) if land.chance.random() < 0.3 else ()
    item_id = place.here.write(text, author=author, files=files, category=Category(alert.category), change=edits)
    land.written[item_id] = Written(author, text, edits)
    return f"{text} {edits}, {item_id}"


def sync(land: Country, place: Place) -> str:
    """Try a round."""
    del land
    return tried(place)


def hear(land: Country, place: Place) -> str:
    """Ask for news and take in what comes with them; now and then a round is quicker than the answer."""
    if land.chance.random() < 0.25:
        place.line.on_the_way = lambda: land.tell(f"    a round meanwhile: {tried(place)}")
    try:
        tidings = place.here.engine.listen(0)
    except SessionExpiredError:
        return "the session had ended"
    except LineError as wrong:
        return wrong.code
    finally:
        place.line.on_the_way = None
    land.heard += tidings.new and not tidings.round
    return str(tidings)


def amid(land: Country, place: Place) -> str:
    """Try a round, and write in the middle of it; while news come, what is written overtakes them."""
    told: list[str] = []

    def meanwhile(question: str) -> None:
        told.append(write(land, place))
        land.tell(f"    written before the question {question}: {told[0]}")
        item_id = next(reversed(land.written))
        if question.split(maxsplit=1)[0] in OVERTAKEN and left_soon(place, item_id):
            land.overtook += 1
            land.tell(f"    it overtook the {question}")

    place.line.amid(land.chance.randrange(QUESTIONS), meanwhile)
    ended = tried(place)
    place.line.uneventful()
    return ended if told else f"{ended}; the round was over before anything was written"


def left_soon(place: Place, item_id: ItemId) -> bool:
    """Hold what asks until the centre has said its word about an item; tell whether it did, for it may never."""
    end = time.monotonic() + HELD_SECONDS
    while time.monotonic() < end:
        if place.here.item(item_id).state in ANSWERED:
            return True
        time.sleep(0.005)
    return False


def arrive(land: Country, place: Place) -> str:
    """Let what was held up on the line arrive after all."""
    del land
    place.line.deliver()
    return "what was held up arrives"


def restart(land: Country, place: Place) -> str:
    """End a station without a word and begin it again on its folder."""
    del land
    place.here.restart()
    place.here.open(place.login)
    return "begun again"


def relieve(land: Country, place: Place) -> str:
    """Let another officer sign in."""
    login = land.chance.choice(OFFICERS[place.here.machine])
    try:
        place.here.sign_in(login)
    except (LineError, ClockWrongError) as wrong:
        return f"{login} could not sign in: {wrong.code}"
    place.login = login
    return f"{login} signed in"


def jump(land: Country, place: Place) -> str:
    """Let the PC's clock jump anywhere, or the time at the centre go on."""
    if land.chance.random() < 0.5:
        hours = land.chance.choice(SMALL_JUMPS)
        land.centre_clock.ahead += ahead(hours)
        for one in land.places:
            one.clock.ahead += ahead(hours)
        return f"{hours} hours go by"
    place.clock.ahead = land.centre_clock.ahead + ahead(land.chance.choice((0.0, 0.0, *WILD_JUMPS)))
    return f"the clock here is off by {place.clock.ahead - land.centre_clock.ahead}"


def reopen(land: Country, place: Place) -> str:
    """Begin the centre again."""
    del place
    land.centre.close()
    land.open_centre()
    return "the centre began again"


def copy(land: Country, place: Place) -> str:
    """Copy the centre while it is in use, as State IT does."""
    del place
    shutil.rmtree(land.older, ignore_errors=True)
    land.copy, _ = backup(land.small.house, land.older)
    return "the centre was copied"


def restore(land: Country, place: Place) -> str:
    """Bring the centre back from its older copy, as State IT does."""
    del place
    if land.copy is None:
        return "no older copy"
    settings = land.small.house.settings
    land.centre.close()
    shutil.rmtree(land.home)
    head, _ = bring_back(settings, land.copy, land.centre_clock)
    land.open_centre()
    return f"the centre came back from its older copy, at {head}"


ACTS: tuple[tuple[Act, int], ...] = (
    (write, 8), (change, 5), (sync, 12), (hear, 8), (amid, 4), (arrive, 2), (restart, 2), (relieve, 1),
    (jump, 2), (reopen, 2), (copy, 2), (restore, 2),
)  # fmt: skip


def tried(place: Place) -> str:
    """Run a round, and say how it ended; whatever is no matter of the line or the session is a fault."""
    try:
        status = place.here.engine.sync_once()
    except SessionExpiredError:
        return "the session had ended"
    except LineError as wrong:
        return wrong.code
    return status.error or "good"


def alerts_of(place: Place) -> list[Alert]:
    """Give the alerts of a station's copy."""
    return [one.alert for one in place.here.stores.replica.alerts.page(limit=500)]
