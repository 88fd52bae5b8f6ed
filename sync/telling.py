"""What went wrong, put on the board in the one code that every face words; and who must hear of a withdrawal."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from station_client.errors import ClockHidesCentreError, MachineRevokedError, OfficerRevokedError, StationError
from station_client.events import AccessWithdrawn
from sync.board import code_of, line_after
from sync.errand import Errand, HaltedError

_log = logging.getLogger(__name__)


@contextmanager
def told(errand: Errand) -> Iterator[None]:
    """Put on the board what went wrong inside, unless it went wrong because we cut the line ourselves."""
    try:
        yield
    except HaltedError:
        raise
    except StationError as wrong:
        if errand.stopped():
            raise HaltedError from wrong
        _log.warning("sync: %s: %s", type(wrong).__name__, wrong.detail)
        if isinstance(wrong, ClockHidesCentreError):
            skew = wrong.skew_seconds
            errand.board.change(lambda old: replace(old, skew_seconds=skew))
        errand.board.line(line_after(wrong, errand.board.status().line), code_of(wrong))
        _tell_withdrawal(errand, wrong)
        raise


def _tell_withdrawal(errand: Errand, wrong: StationError) -> None:
    """Say to whoever guards the vault that the centre withdrew this PC or the officer who works."""
    if isinstance(wrong, MachineRevokedError):
        errand.bus.tell(AccessWithdrawn(machine=True))
    elif isinstance(wrong, OfficerRevokedError):
        errand.bus.tell(AccessWithdrawn(officers=(errand.login,)))
