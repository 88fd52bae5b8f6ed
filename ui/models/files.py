"""The files of a receipt: names, sizes and the hashes that the centre computed."""

from __future__ import annotations

from station_client.domain.outbox import ReceiptFile
from ui.language import size
from ui.models.snapshots import SnapshotTable

NAME, SIZE, HASH = range(3)


class FilesModel(SnapshotTable[ReceiptFile]):
    """One row for each file."""

    def headings(self) -> tuple[str, ...]:
        """Name the columns."""
        return (self.tr("File"), self.tr("Size"), self.tr("SHA-256"))

    def cell(self, row: ReceiptFile, column: int) -> str:
        """Word one cell; a hash is shown whole, for it is there to be compared."""
        if column == NAME:
            return row.name
        return size(row.size) if column == SIZE else str(row.sha256)

    def identity(self, row: ReceiptFile) -> str:
        """Name a file by its hash."""
        return str(row.sha256)
