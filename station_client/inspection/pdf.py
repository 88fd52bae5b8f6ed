"""PDF: it must have pages; what it carries besides them is warned of. The door to pypdf."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from station_client.domain.attachment import Kind
from station_client.domain.reasons import Reason
from station_client.inspection.findings import Finding, RefusedFileError

PAGES_LOOKED_AT = 200
DEPTH = 20

_ACTIVE_KEYS = ("/JavaScript", "/AA", "/XFA")
_ACTIVE_ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm")

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False  # its warnings quote the file


def look(data: bytes) -> Finding:
    """Say what the PDF carries. Raises ``RefusedFileError``."""
    try:
        try:
            return _look_inside(data, strict=True)
        except RefusedFileError:
            raise
        except Exception:  # noqa: BLE001 pypdf lets through whatever a crafted file provokes
            sound = _look_inside(data, strict=False)
            return Finding(Kind.PDF, (Reason.REPAIRED, *sound.warnings))
    except RefusedFileError:
        raise
    except MemoryError as bomb:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE) from bomb
    except Exception as broken:
        raise RefusedFileError(Reason.CORRUPT) from broken


def _look_inside(data: bytes, *, strict: bool) -> Finding:
    reader = PdfReader(io.BytesIO(data), strict=strict)
    if reader.is_encrypted and not reader.decrypt(""):
        return Finding(Kind.PDF, (Reason.ENCRYPTED,))
    if not reader.pages:
        raise RefusedFileError(Reason.CORRUPT)
    root = _dictionary(reader.trailer["/Root"])
    found: list[Reason] = []
    names = _dictionary(root.get("/Names"))
    if "/EmbeddedFiles" in names or "/AF" in root or any(_attaches(page) for page in _pages(reader)):
        found.append(Reason.EMBEDDED)
    if "/JavaScript" in names or _acts(root) or any(_acts(page) for page in _pages(reader)):
        found.append(Reason.ACTIVE)
    return Finding(Kind.PDF, tuple(found))


def _pages(reader: PdfReader) -> Iterator[DictionaryObject]:
    for number, page in enumerate(reader.pages):
        if number >= PAGES_LOOKED_AT:
            return
        yield page


def _attaches(page: DictionaryObject) -> bool:
    return any(one.get("/Subtype") == "/FileAttachment" for one in _annotations(page))


def _annotations(page: DictionaryObject) -> Iterator[DictionaryObject]:
    listed = _resolved(page.get("/Annots"))
    if isinstance(listed, ArrayObject):
        yield from (_dictionary(one) for one in listed)


def _acts(one: DictionaryObject) -> bool:
    """Tell whether opening this would do something by itself: a script, a program, a form sent."""
    if any(key in one for key in _ACTIVE_KEYS) or "/XFA" in _dictionary(one.get("/AcroForm")):
        return True
    action, depth = _dictionary(one.get("/OpenAction")), 0
    while action and depth < DEPTH:
        if action.get("/S") in _ACTIVE_ACTIONS:
            return True
        action, depth = _dictionary(action.get("/Next")), depth + 1
    return any(_dictionary(note.get("/A")).get("/S") in _ACTIVE_ACTIONS for note in _annotations(one))


def _resolved(one: PdfObject | None) -> PdfObject | None:
    return one.get_object() if one is not None else None


def _dictionary(one: PdfObject | None) -> DictionaryObject:
    found = _resolved(one)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
