"""A picture of a few signs that a person reads and a program finds hard. Door to Pillow.

It is a drawing in two colours, a bit for each dot: two kilobytes on the line, no decoder at the other end, and it takes
the colours of whoever shows it.
"""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 264, 80  # a row is whole bytes
SIGNS = "ACDEFHJKLMNPRTUVWXY34679"  # none that looks like another
COUNT = 5
SIZE = 58
MARGIN = 10
STRAYS = 5
SPECKS = 180


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows of dots from the top, each padded to whole bytes, the leftmost dot in the highest bit; 1 is ink."""

    width: int
    height: int
    dots: bytes


def signs() -> str:
    """Choose what a picture shows."""
    return "".join(secrets.choice(SIGNS) for _ in range(COUNT))


def draw(text: str) -> Drawing:
    """Draw signs that lean, swell and stand unevenly, under stray lines."""
    chance = secrets.SystemRandom()
    sheet = Image.new("L", (WIDTH, HEIGHT), 0)
    room = (WIDTH - 2 * MARGIN) // len(text)
    for place, sign in enumerate(text):
        font = ImageFont.load_default(chance.randint(SIZE - 6, SIZE + 4))
        cell = Image.new("L", (2 * SIZE, 2 * SIZE), 0)
        ImageDraw.Draw(cell).text((SIZE, SIZE), sign, fill=255, font=font, anchor="mm")
        leaned = cell.rotate(chance.uniform(-28, 28), resample=Image.Resampling.BILINEAR)
        slant = chance.uniform(-0.3, 0.3)
        bent = leaned.transform(leaned.size, Image.Transform.AFFINE, (1, slant, -slant * SIZE, 0, 1, 0))
        left = MARGIN + place * room + room // 2 - SIZE + chance.randint(-4, 4)
        sheet.paste(255, (left, HEIGHT // 2 - SIZE + chance.randint(-8, 8)), bent)
    pen = ImageDraw.Draw(sheet)
    for _ in range(STRAYS):
        ends = [(chance.randint(0, WIDTH), chance.randint(0, HEIGHT)) for _ in range(3)]
        pen.line(ends, fill=255, width=chance.choice((1, 2)), joint="curve")
    for _ in range(SPECKS):
        spot = (chance.randint(0, WIDTH - 1), chance.randint(0, HEIGHT - 1))
        pen.point(spot, fill=chance.choice((0, 255)))
    return Drawing(WIDTH, HEIGHT, sheet.point(lambda ink: 255 if ink > 127 else 0).convert("1").tobytes())  # noqa: PLR2004 half


def as_png(drawing: Drawing) -> bytes:
    """Give a drawing as a file for a browser: black on white."""
    sheet = Image.frombytes("1", (drawing.width, drawing.height), drawing.dots)
    made = io.BytesIO()
    sheet.point(lambda ink: 0 if ink else 255).save(made, "PNG")
    return made.getvalue()
