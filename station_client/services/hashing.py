"""The hash report of an alert's files, which is enclosed with the certificate under section 63(4) of the BSA."""

from __future__ import annotations

from station_client.clock import Clock
from station_client.domain.attachment import Attachment
from station_client.domain.ids import ItemId
from station_client.errors import StoreDamagedError
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.outbox import Outbox
from station_client.services.presence import Presence
from station_client.services.views import HashReport
from station_client.store.blobs import BlobFolder, Stored


class Hashing:
    """Says of the files that officers here attached what their bytes are, by three hashes each."""

    def __init__(self, presence: Presence, outbox: Outbox, audit: Audit, clock: Clock) -> None:
        """Act as whoever is signed in."""
        self._presence = presence
        self._outbox = outbox
        self._audit = audit
        self._clock = clock

    def for_paper(self, item_id: ItemId) -> HashReport:
        """Read each file of an item again, hold its hashes against those taken at attaching, and note the report.

        Takes as long as reading the files does. Raises ``NotInCopyError``, ``InputError`` for an item that this officer
        may not see, and ``StoreDamagedError`` where a file's bytes are not what was attached: then there is no report.
        """
        item = self._outbox.one(item_id)
        with self._presence.at_work() as opened:
            kept = {one.sha256: one for one in opened.stores.desk.drafts.attached(item.draft_id)}
            files = tuple(_proved(opened.stores.blobs, kept.get(one.sha256)) for one in item.files)
            machine_id = opened.keys.machine_id
        self._audit.record(Deed.HASHES_PRINTED, item_id)
        return HashReport(item, files, machine_id, self._clock.now())


def _proved(blobs: BlobFolder, one: Attachment | None) -> Attachment:
    """Give a file whose bytes lie here as they were attached."""
    if one is None:
        raise StoreDamagedError("what was taken of a file when it was attached is not here")
    if blobs.hashes(one.sha256) != Stored(one.sha256, one.sha1, one.md5, one.size):
        raise StoreDamagedError("a sealed file has other hashes than when it was attached")
    return one
