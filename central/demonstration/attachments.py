"""Small real files for a few alerts, drawn on the spot: a picture that shows nobody, a page that anybody can open."""

from __future__ import annotations

import struct
import zlib
from random import Random

WIDTH, HEIGHT = 240, 300
HEAD = (120, 118, 52, 66)  # where it is, and half its width and height
SHOULDERS = (120, 300, 100, 92)
MARKS_EVERY = 25
LINE_MOST = 92

Colour = tuple[int, int, int]


def sketch(rng: Random) -> bytes:
    """Draw a head and shoulders before a measured wall, as a PNG."""
    wall, skin, shirt = (_tint(rng, base) for base in ((205, 208, 212), (150, 110, 84), (70, 84, 120)))
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)  # each row without a filter
        line = wall if y % MARKS_EVERY else (120, 120, 120)
        for x in range(WIDTH):
            rows += bytes(skin if _within(x, y, HEAD) else shirt if _within(x, y, SHOULDERS) else line)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def notice(title: str, text: str) -> bytes:
    """Set a page with a title and a text in English, as a PDF."""
    lines = [title, "", *_wrapped(text), "", "Made up for the demonstration. No such event took place."]
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    page = f"BT /F1 11 Tf 15 TL 56 780 Td\n{shown}ET".encode("ascii", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    start, count = len(made), len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % count
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(made + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start))


def _tint(rng: Random, base: Colour) -> Colour:
    red, green, blue = (part + rng.randrange(-25, 26) for part in base)
    return red, green, blue


def _within(x: int, y: int, oval: tuple[int, int, int, int]) -> bool:
    middle, centre, wide, high = oval
    return ((x - middle) / wide) ** 2 + ((y - centre) / high) ** 2 <= 1


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= LINE_MOST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
