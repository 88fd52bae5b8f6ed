"""Word and Excel of 97 to 2003, and encrypted Office files: OLE compound files. The door to olefile."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

from station_client.domain.attachment import Kind
from station_client.domain.reasons import Reason
from station_client.inspection.findings import Finding, RefusedFileError

ENTRIES = 5_000

_WORD_MAGICS = (0xA5EC, 0xA5DC)
_WORD_FLAGS_AT = 10
_WORD_ENCRYPTED = 0x0100
_PICTURE_HEADER = 0x44
_BOF = 0x0809
_FILEPASS = 0x002F
_BOUNDSHEET = 0x0085
_MACRO_SHEETS = (1, 6)  # Excel 4 macro sheet, Visual Basic module
_WORKBOOK_RECORDS = 2_000_000


def look(data: bytes) -> Finding:
    """Say which Office file this is. Raises ``RefusedFileError``."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _look_inside(ole)
    except RefusedFileError:
        raise
    except Exception as broken:  # olefile lets through whatever a crafted file provokes
        raise RefusedFileError(Reason.CORRUPT) from broken


def _look_inside(ole: olefile.OleFileIO) -> Finding:
    entries = ["/".join(parts).lower() for parts in ole.listdir(streams=True, storages=True)]
    if len(entries) > ENTRIES:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
    names = set(entries)
    if "encryptedpackage" in names:
        return Finding(None, (Reason.ENCRYPTED,))
    macro = (Reason.MACRO,) if any(map(_is_program, names)) else ()
    embedded = (Reason.EMBEDDED,) if any(map(_is_embedded, names)) else ()
    if "worddocument" in names:
        found = _word(ole, names, embedded)
    elif stream := next((one for one in ("workbook", "book") if one in names), ""):
        found = Finding(Kind.XLS, (*_workbook(_read(ole, stream)), *embedded))
    else:
        raise RefusedFileError(Reason.MISMATCH)
    return Finding(found.kind, tuple(dict.fromkeys((*macro, *found.warnings))))


def _is_program(name: str) -> bool:
    return "vba" in name.rsplit("/", maxsplit=1)[-1] or name == "macros" or "/vba/" in name


def _is_embedded(name: str) -> bool:
    first, _, rest = name.partition("/")
    return first in ("objectpool", "embeddings") or (first.startswith("mbd") and not rest) or "ole10native" in name


def _read(ole: olefile.OleFileIO, stream: str) -> bytes:
    with ole.openstream(stream) as source:
        return bytes(source.read())


def _word(ole: olefile.OleFileIO, names: set[str], embedded: tuple[Reason, ...]) -> Finding:
    head = _read(ole, "worddocument")
    if len(head) < 32 or int.from_bytes(head[:2], "little") not in _WORD_MAGICS:  # noqa: PLR2004 the shortest FIB
        raise RefusedFileError(Reason.CORRUPT)
    if int.from_bytes(head[_WORD_FLAGS_AT : _WORD_FLAGS_AT + 2], "little") & _WORD_ENCRYPTED:
        return Finding(Kind.DOC, (Reason.ENCRYPTED,))
    if "data" in names and not _only_pictures(_read(ole, "data")):
        embedded = (Reason.EMBEDDED,)
    active = (Reason.ACTIVE,) if b"DDEAUTO" in head or "DDEAUTO".encode("utf-16-le") in head else ()
    return Finding(Kind.DOC, (*embedded, *active))


def _only_pictures(data: bytes) -> bool:
    """Tell whether Word's Data part is what it usually is: pictures, one after another, then padding.

    Anything else in it is an object of another program, or room for one, that nobody here can read.
    """
    at = 0
    while len(data) - at >= 6:  # noqa: PLR2004 a picture's two lengths
        length, header = struct.unpack_from("<iH", data, at)
        if header != _PICTURE_HEADER or length < _PICTURE_HEADER:
            break
        at += length
    return (at > 0 or not data) and not data[at:].strip(b"\0")


def _workbook(data: bytes) -> tuple[Reason, ...]:
    if len(data) < 4 or int.from_bytes(data[:2], "little") != _BOF:  # noqa: PLR2004 a record's head
        raise RefusedFileError(Reason.CORRUPT)
    found: tuple[Reason, ...] = ()
    for kind, body in _records(data):
        if kind == _FILEPASS:
            return (*found, Reason.ENCRYPTED)
        if kind == _BOUNDSHEET and len(body) > 5 and body[5] in _MACRO_SHEETS:  # noqa: PLR2004 the sheet's type
            found = (Reason.MACRO,)
    return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(_WORKBOOK_RECORDS):
        if at + 4 > len(data):
            return
        kind, length = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length
