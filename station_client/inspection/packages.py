"""Word and Excel since 2007: zip packages of XML, unpacked within limits. The door to defusedxml."""

from __future__ import annotations

import io
import zipfile
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax

from station_client.domain.attachment import Kind
from station_client.domain.reasons import Reason
from station_client.inspection.findings import Finding, RefusedFileError

ENTRIES = 3_000
BYTES_IN_ALL = 256 * 1024 * 1024
XML_BYTES = 64 * 1024 * 1024
CHUNK = 256 * 1024

_TYPES = "[Content_Types].xml"
_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": Kind.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": Kind.XLSX,
    "application/vnd.ms-word.document.macroenabled.main+xml": Kind.DOCX,
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": Kind.XLSX,
}
_HARMLESS_LINK = "/hyperlink"


class _Attributes(ContentHandler):
    """Collects the attributes of every element; text is not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 the parser's own names
        """Keep one element's attributes."""
        self.found.append({str(key): str(value) for key, value in attrs.items()})


def look(data: bytes) -> Finding:
    """Say which Office file this is. Raises ``RefusedFileError``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _look_inside(package)
    except RefusedFileError:
        raise
    except Exception as broken:  # zipfile lets through whatever a crafted file provokes, or a member's password
        raise RefusedFileError(Reason.CORRUPT) from broken


def _look_inside(package: zipfile.ZipFile) -> Finding:
    members = package.infolist()
    if len(members) > ENTRIES:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
    names = {one.filename.lower() for one in members}
    if _TYPES.lower() not in names:
        raise RefusedFileError(Reason.MISMATCH)
    types = [one.get("ContentType", "").lower() for one in _attributes(package, _TYPES)]
    kinds = {_MAIN[one] for one in types if one in _MAIN}
    if len(kinds) != 1:
        raise RefusedFileError(Reason.MISMATCH)
    _unpack(package, members)
    macro = (Reason.MACRO,) if _carries_programs(names, types) else ()
    return Finding(kinds.pop(), (*macro, *_warnings(package, members, names)))


def _carries_programs(names: set[str], types: list[str]) -> bool:
    """Tell whether macros are inside, whatever the file calls itself."""
    inside = any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
    return inside or any("macroenabled" in one or "vbaproject" in one for one in types)


def _unpack(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """Unpack every member once: its checksum must hold, and all together must keep within the limit."""
    room = BYTES_IN_ALL
    for one in members:
        with package.open(one) as source:
            while piece := source.read(CHUNK):
                room -= len(piece)
                if room < 0:
                    raise RefusedFileError(Reason.TOO_MUCH_INSIDE)


def _warnings(package: zipfile.ZipFile, members: list[zipfile.ZipInfo], names: set[str]) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if any("/embeddings/" in name for name in names):
        found.append(Reason.EMBEDDED)
    if any("/activex/" in name for name in names):
        found.append(Reason.ACTIVE)
    relations = [one for one in members if one.filename.lower().endswith(".rels")]
    if any(_reaches_out(package, one.filename) for one in relations):
        found.append(Reason.LINKED)
    for one in members:  # the text itself must be XML, without entities of its own
        if one.filename.lower() in ("word/document.xml", "xl/workbook.xml"):
            _parse(package, one.filename, ContentHandler())
    return tuple(found)


def _reaches_out(package: zipfile.ZipFile, name: str) -> bool:
    """Tell whether opening the file would fetch something from elsewhere (a hyperlink waits to be clicked)."""
    return any(
        one.get("TargetMode", "").lower() == "external" and not one.get("Type", "").lower().endswith(_HARMLESS_LINK)
        for one in _attributes(package, name)
    )


def _attributes(package: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    handler = _Attributes()
    _parse(package, name, handler)
    return handler.found


def _parse(package: zipfile.ZipFile, name: str, handler: ContentHandler) -> None:
    if package.getinfo(name).file_size > XML_BYTES:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
    with package.open(name) as source:
        text = source.read(XML_BYTES + 1)
    if len(text) > XML_BYTES:
        raise RefusedFileError(Reason.TOO_MUCH_INSIDE)
    try:
        defusedxml.sax.parseString(text, handler, forbid_dtd=True)
    except Exception as broken:  # expat and defusedxml each have several kinds of their own
        raise RefusedFileError(Reason.CORRUPT) from broken
