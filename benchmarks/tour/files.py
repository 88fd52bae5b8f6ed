"""The officer's files: made on the spot, or taken from a folder; and the bad ones.

Each made file carries words of its own, so that the search of the disk has something to look for.
"""

from __future__ import annotations

import hashlib
import io
import random
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

FILES_PER_ALERT = 5
MOST_FROM_FOLDER = 60
SIZE = (800, 600)
SAME_KIND = {"jpeg": "jpg", "tif": "tiff"}
ENDINGS = ("jpg", "jpeg", "png", "tif", "tiff", "doc", "docx", "xls", "xlsx", "pdf")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORDS_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CELLS_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the officer brings: ``good`` are tried in this order, ``more`` and ``bad`` afterwards."""

    good: tuple[Path, ...]
    more: tuple[Path, ...]
    bad: tuple[Path, ...]


def sha256(path: Path) -> str:
    """Take a file's hash, as the receipt must repeat it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make(folder: Path, seed: int) -> Chosen:
    """Make five files of five kinds and two that are not what they say."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 pictures that are the same on every run, no secret
    good = (
        _photograph(folder / "seizure photo.jpg", chance, "Seizure memo 17, tempo with marigold garlands"),
        _plate(folder / "number plate.png", chance, "Second plate, found under the driver's seat"),
        _docx(folder / "statement of witness.docx", "The witness saw two men unload blue drums near the canal bridge."),
        _xlsx(folder / "call list.xlsx", ("Tower 41 south sector", "Tower 44 canal sector", "Tower 52 mandi gate")),
        _pdf(folder / "recovery memo.pdf", "Recovery memo drawn up before two independent witnesses"),
    )
    return Chosen(good=good, more=(), bad=bad_ones(folder))


def bad_ones(folder: Path) -> tuple[Path, ...]:
    """Make the two that must be refused: a .pdf that is none, and a program that calls itself a photograph."""
    folder.mkdir(parents=True, exist_ok=True)
    not_pdf = folder / "challan.pdf"
    not_pdf.write_text("This was exported wrongly and is only a line of plain text.\n" * 20, "utf-8")
    program = folder / "photo from phone.jpg"
    program.write_bytes(
        b"MZ\x90\x00" + bytes(56) + b"\x80\x00\x00\x00" + b"This program cannot be run in DOS mode.\r\n" * 9
    )
    return (not_pdf, program)


def from_folder(given: Path, made: Chosen) -> Chosen:
    """Take files from a folder, five different kinds first; the program itself decides which are acceptable.

    The made ones stand behind, should the folder hold fewer than five acceptable files.
    """
    found = sorted(path for path in given.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = [path for path in found if _ending(path) in ENDINGS or _ending(path) in {"zip", "exe"}]
    files = files[:MOST_FROM_FOLDER]
    first: list[Path] = []
    kinds: set[str] = set()
    for path in sorted(files, key=lambda one: ("hostile" in one.parts, one.name.lower())):
        kind = SAME_KIND.get(_ending(path), _ending(path))
        if kind not in kinds and len(first) < FILES_PER_ALERT and kind in ENDINGS:
            first.append(path)
            kinds.add(kind)
    rest = tuple(path for path in files if path not in first)
    return Chosen(good=(*first, *made.good), more=rest, bad=made.bad)


def _ending(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def _photograph(path: Path, chance: random.Random, words: str) -> Path:
    """Draw a road at dawn with a tempo on it."""
    picture = Image.linear_gradient("L").resize(SIZE)
    picture = ImageOps.colorize(picture, black="#39506e", mid="#e8b98a", white="#5b6b3a")
    drawing = ImageDraw.Draw(picture)
    drawing.polygon(((340, 300), (430, 300), (760, 600), (60, 600)), fill="#575a5e")
    drawing.rectangle((250, 290, 470, 430), fill="#2f6f4f")
    drawing.rectangle((470, 330, 560, 430), fill="#c9b458")
    drawing.rectangle((490, 345, 550, 385), fill="#9fc3d8")
    for wheel in (290, 500):
        drawing.ellipse((wheel, 405, wheel + 55, 460), fill="#1c1c1c", outline="#8a8a8a", width=6)
    for at in range(16):
        drawing.ellipse((252 + at * 19, 282, 270 + at * 19, 300), fill=("#e8871e", "#f3b61f")[at % 2])
    return _grainy(picture, path, chance, words)


def _plate(path: Path, chance: random.Random, words: str) -> Path:
    """Draw a number plate on a workshop's floor; the number belongs to no State."""
    picture = Image.new("RGB", SIZE, "#6d675e")
    drawing = ImageDraw.Draw(picture)
    drawing.polygon(((110, 240), (690, 205), (700, 370), (120, 405)), fill="#f2c230", outline="#1c1c1c", width=6)
    drawing.text((170, 262), "ZZ 00 TR 0417", fill="#1c1c1c", font=ImageFont.load_default(72))
    for screw in ((140, 262), (668, 232), (148, 376), (676, 346)):
        drawing.ellipse((*screw, screw[0] + 14, screw[1] + 14), fill="#8a8a8a")
    return _grainy(picture, path, chance, words)


def _grainy(picture: Image.Image, path: Path, chance: random.Random, words: str) -> Path:
    """Make it as grainy as a phone's camera does, write words below, and save it."""
    wide, high = SIZE
    grain = Image.frombytes("L", (wide // 2, high // 2), chance.randbytes(wide * high // 4)).resize(SIZE)
    picture = Image.blend(picture, ImageOps.colorize(grain, "black", "white"), 0.08)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, high - 40, wide, high), fill="#f4f1e8")
    drawing.text((16, high - 32), words, fill="black", font=ImageFont.load_default(22))
    picture.save(path, quality=90)
    return path


def _zipped(path: Path, parts: dict[str, str]) -> Path:
    """Write an Office file's parts, uncompressed: the words inside are then words on the disk too."""
    stamp = (2026, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, stamp), '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return path


def _shell(main: str, kind: str) -> dict[str, str]:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}" Target="{main}"/></Relationships>',
    }


def _docx(path: Path, words: str) -> Path:
    body = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" * 40
    parts = _shell("word/document.xml", WORD)
    parts["word/document.xml"] = f'<w:document xmlns:w="{WORDS_NS}"><w:body>{body}</w:body></w:document>'
    return _zipped(path, parts)


def _xlsx(path: Path, rows: tuple[str, ...]) -> Path:
    cells = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for at, text in enumerate(rows * 30, start=1)
    )
    relationship = OFFICE.rsplit("/", 1)[0]
    parts = _shell("xl/workbook.xml", SHEET)
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{CELLS_NS}" xmlns:r="{relationship}">'
        '<sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{relationship}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{CELLS_NS}"><sheetData>{cells}</sheetData></worksheet>'
    return _zipped(path, parts)


def _pdf(path: Path, words: str) -> Path:
    writer = PdfWriter()
    for number in range(1, 4):
        page = writer.add_blank_page(width=595, height=842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        lines = "".join(f"({words}, line {line} of page {number}) Tj 0 -16 Td " for line in range(1, 41))
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 11 Tf 60 780 Td {lines}ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 pypdf has no public way for a raw page
    written = io.BytesIO()
    writer.write(written)
    path.write_bytes(written.getvalue())
    return path
