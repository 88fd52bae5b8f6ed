"""Files of all kinds made on the spot: sound ones, and ones that somebody made to hurt."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def picture(form: str, *, size: tuple[int, int] = (24, 16), **options: object) -> bytes:
    """Draw a small picture: ``JPEG``, ``PNG`` or ``TIFF``."""
    sink = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(sink, form, **options)
    return sink.getvalue()


def located_jpeg() -> bytes:
    """Draw a JPEG that tells where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif)


def png_claiming(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that claims to be of any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def pdf(*, password: str = "", script: bool = False, attached: bool = False, pages: int = 1) -> bytes:
    """Write a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if script:
        writer.add_open_action(JavaScript("app.alert('hello')"))
    if attached:
        writer.add_attachment("inside.txt", b"inside")
    if password:
        writer.encrypt(password, algorithm="AES-256")
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


def launching_pdf() -> bytes:
    """Write a PDF whose page wants to start a program."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("x.exe")})
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action})
    page[NameObject("/Annots")] = ArrayObject([note])
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


def office(
    main: str = WORD_MAIN, *, parts: Mapping[str, bytes] | None = None, document: bytes = b"<document/>"
) -> bytes:
    """Pack a Word or Excel file with just what makes it one, and further ``parts``."""
    name = "word/document.xml" if "word" in main else "xl/workbook.xml"
    types = f'<Types><Override PartName="/{name}" ContentType="{main}"/></Types>'
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr(name, document)
        for other, data in (parts or {}).items():
            package.writestr(other, data)
    return sink.getvalue()


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Write an OLE compound file with these streams (``storage/stream`` for one inside a storage)."""
    return _Compound(streams).file()


def word97(*, flags: int = 0, more: Mapping[str, bytes] | None = None) -> bytes:
    """Write what makes a compound file a Word file, with the header's ``flags``."""
    head = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x409, 0, flags) + b"\0" * 500
    return compound({"WordDocument": head, "1Table": b"table"} | dict(more or {}))


def excel97(*records: tuple[int, bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """Write what makes a compound file an Excel file, with further records of the workbook."""
    all_records = ((0x0809, b"\0\x06\x05\0" + b"\0" * 12), *records, (0x000A, b""))
    body = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in all_records)
    return compound({"Workbook": body} | dict(more or {}))


def sheet_record(kind: int) -> tuple[int, bytes]:
    """Name a sheet of a workbook: 0 is a worksheet, 1 an Excel 4 macro sheet."""
    return 0x0085, struct.pack("<IBB", 0, 0, kind) + b"\x06\0Sheet1"


SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


class _Compound:
    """A writer of small compound files: every stream is padded to 4,096 bytes, so none is a mini stream."""

    def __init__(self, streams: Mapping[str, bytes]) -> None:
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._entries: list[tuple[str, int, int, int, int]] = []  # name, type, first sector, size, parent
        storages: dict[str, int] = {}
        for path, data in streams.items():
            storage, _, name = path.rpartition("/")
            if storage and storage not in storages:
                storages[storage] = len(self._entries)
                self._entries.append((storage, 1, 0, 0, -1))
            padded = data.ljust(4096, b"\0")
            self._entries.append((name, 2, self._chain(padded), len(padded), storages.get(storage, -1)))

    def _chain(self, data: bytes) -> int:
        first = len(self._sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        self._sectors += pieces
        self._fat += [*range(first + 1, first + len(pieces)), END]
        return first

    def file(self) -> bytes:
        """Lay out header, sectors, directory and allocation table."""
        directory = self._chain(self._directory())
        table_at = len(self._sectors)
        fat = [*self._fat, FAT]
        fat += [FREE] * (SECTOR // 4 - len(fat))
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
        header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
        header += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, END, 0, END, 0)
        header += struct.pack("<I", table_at) + struct.pack("<I", FREE) * 108
        return header + b"".join(self._sectors) + struct.pack(f"<{len(fat)}I", *fat)

    def _directory(self) -> bytes:
        """Chain each level's entries by their right siblings: no balanced tree, but a legal one."""
        rows = [self._row("Root Entry", 5, first=END, size=0, child=self._level(-1), right=FREE)]
        for number, (name, kind, first, size, parent) in enumerate(self._entries):
            siblings = self._children(parent)
            at = siblings.index(number)
            right = siblings[at + 1] + 1 if at + 1 < len(siblings) else FREE
            child = self._level(number) if kind == 1 else FREE
            rows.append(self._row(name, kind, first=first, size=size, child=child, right=right))
        return b"".join(rows)

    def _children(self, parent: int) -> list[int]:
        found = [number for number, entry in enumerate(self._entries) if entry[4] == parent]
        return sorted(found, key=lambda number: (len(self._entries[number][0]), self._entries[number][0].upper()))

    def _level(self, parent: int) -> int:
        children = self._children(parent)
        return children[0] + 1 if children else FREE

    @staticmethod
    def _row(name: str, kind: int, *, first: int, size: int, child: int, right: int) -> bytes:
        written = name.encode("utf-16-le")
        row = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written) + 2, kind, 1, FREE, right, child)
        return row + b"\0" * 36 + struct.pack("<IQ", first, size)
