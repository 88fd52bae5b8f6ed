"""What the hands can do, by the names that the conductor's orders use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.tour.acts import desk, gate, looking, sending, writing

Act = Callable[..., dict[str, object]]

ACTS: Final[dict[str, Act]] = {
    "sign-in": gate.sign_in,
    "sign-out": gate.sign_out,
    "dashboard": desk.dashboard,
    "synced": desk.synced,
    "sync-now": desk.sync_now,
    "status": desk.status,
    "in-window": desk.in_window,
    "picture": desk.picture,
    "close-window": desk.close_window,
    "language": desk.language,
    "begin": writing.begin,
    "fill": writing.fill,
    "add-words": writing.add_words,
    "attach": writing.attach,
    "read": writing.read,
    "submit": writing.submit,
    "discard": writing.discard,
    "open-draft": sending.open_draft,
    "outbox": sending.outbox,
    "watch": sending.watch,
    "receipt": sending.receipt,
    "open-alert": looking.open_alert,
    "open-file": looking.open_file,
    "search-fir": looking.search_fir,
    "search-words": looking.search_words,
    "search-days": looking.search_days,
    "open-fir": looking.open_fir,
    "print-fir": looking.print_fir,
    "own-fir": looking.own_fir,
    "texts": looking.texts,
}
