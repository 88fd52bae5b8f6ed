"""One page of a PDF, or a picture made small, drawn in a process of its own. The door to pypdfium2.

What a PDF wants to do (scripts, links, embedded programs) is never asked: only the page's marks are drawn.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial

from station_client.domain.attachment import Kind
from station_client.inspection import pictures
from station_client.inspection.child import give_up_resources

COMMAND = "draw-page"
MOST_PIXELS = 1600
MOST_BYTES = 64 * 1024 * 1024


def main() -> int:
    """Draw the page that the first line names of the file that follows it on standard input."""
    give_up_resources()
    source, answer = sys.stdin.buffer, os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a library's chatter is no answer
    asked = json.loads(source.readline())
    number, longest = int(asked["page"]), min(int(asked["pixels"]), MOST_PIXELS)
    drawn = draw if asked["kind"] == Kind.PDF else partial(pictures.small, kind=Kind(asked["kind"]))
    pages, width, height, marks = drawn(source.read(MOST_BYTES), number, most_pixels=longest)
    head = json.dumps({"pages": pages, "width": width, "height": height}).encode() + b"\n"
    with os.fdopen(answer, "wb") as sink:
        sink.write(head + marks)
    return 0


def draw(data: bytes, number: int, *, most_pixels: int = MOST_PIXELS) -> tuple[int, int, int, bytes]:
    """Give how many pages there are, and this one's width, height and bytes: red, green, blue, row by row."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 only in the process that draws

    document = pypdfium2.PdfDocument(data)
    page = document[min(max(0, number), len(document) - 1)]
    longest = max(page.get_size()) or 1.0
    picture = page.render(scale=most_pixels / longest, rev_byteorder=True, force_bitmap_format=2)
    row, width, height = picture.stride, picture.width, picture.height
    whole = bytes(picture.buffer)
    marks = b"".join(whole[at * row : at * row + 3 * width] for at in range(height))
    return len(document), width, height, marks
