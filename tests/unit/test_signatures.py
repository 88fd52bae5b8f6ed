"""The centre's keys for receipts, learned by a round and by what overtakes it at the same time."""

from __future__ import annotations

import base64
import threading
from types import SimpleNamespace
from typing import Any, cast

from sync.protocol.messages import ReceiptRecord
from sync.signatures import Signatures
from tests.support.work import SIGNING, item, signed_receipt

SAID = signed_receipt(item(1, files=()))
RECORD = ReceiptRecord(**{name: getattr(SAID, name) for name in ReceiptRecord.__struct_fields__})


class SlowNotes(dict[str, str]):
    """The desk's notes, of which the first reading takes as long as a test lets it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.read, self.go, self._first = threading.Event(), threading.Event(), True

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401  as a dict's
        """Read what stands there now; the first reader hears it late."""
        first, self._first, found = self._first, False, super().get(name, default)
        if first:
            self.read.set()
            assert self.go.wait(20)
        return found

    def put(self, name: str, value: str) -> None:
        """Note it."""
        self[name] = value


def test_what_one_thread_learns_another_does_not_forget() -> None:
    """Else a receipt that the centre signed would be counted as forged."""
    notes = SlowNotes()
    errand = SimpleNamespace(stores=SimpleNamespace(desk=SimpleNamespace(settings=notes)))
    signatures = Signatures(cast("Any", errand))
    late = threading.Thread(target=signatures.learn, args=((),))
    late.start()
    assert notes.read.wait(20)
    signatures.learn((RECORD,), (base64.b64encode(SIGNING.public_key().public_bytes_raw()).decode(),))
    notes.go.set()
    late.join(20)
    assert not signatures.fault(RECORD)
