"""The made-up texts, read from the files beside this module: ``# topic``, then paragraphs with blank lines between."""

from __future__ import annotations

from functools import cache
from pathlib import Path

Texts = dict[str, tuple[str, ...]]


@cache
def read(name: str) -> Texts:
    """Give the texts of one file, by topic, each on one line."""
    found: dict[str, list[str]] = {}
    topic = ""
    for block in (Path(__file__).parent / f"{name}.txt").read_text("utf-8").split("\n\n"):
        line = " ".join(block.split())
        if line.startswith("# "):
            topic = line[2:]
        elif line:
            found.setdefault(topic, []).append(line)
    return {key: tuple(texts) for key, texts in found.items()}
