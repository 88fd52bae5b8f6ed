"""One attached file as it is shown: a picture, or a page of a PDF that was drawn apart. For a bridge's thread."""

from __future__ import annotations

from hashlib import sha256 as sha256_of

from PySide6.QtGui import QImage

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Kind
from station_client.errors import StoreDamagedError
from station_client.services.files import Files
from ui.widgets.picture import decode
from ui.widgets.shown_file import Sheet


def sheet_of(files: Files, file: AttachedFile, number: int) -> Sheet:
    """Fetch a file where it is not here, and draw it, of a PDF the page ``number``; nothing where that cannot be.

    Raises ``StoreDamagedError`` for bytes that are not the file's, ``LineError``, ``NotInCopyError``.
    """
    wanted = file.sha256
    files.ensure(wanted)
    if file.kind == Kind.PDF:
        leaf = files.page(wanted, number)
        if leaf is None:
            return Sheet(wanted, QImage())
        marks = QImage(leaf.marks, leaf.width, leaf.height, 3 * leaf.width, QImage.Format.Format_RGB888)
        return Sheet(wanted, marks.copy(), leaf.number, leaf.pages)
    with files.open(wanted) as source:
        content = source.read()
    if sha256_of(content).hexdigest() != wanted:
        raise StoreDamagedError("attachment")
    return Sheet(wanted, decode(content))
