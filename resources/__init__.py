"""Data that travels with the program: fonts, icons, styles, translations; found by name, wherever it is installed."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Give the place of a resource, named like ``icons/alert.svg``; it may not exist."""
    return _ROOT / name


def text(name: str) -> str:
    """Give the text of a resource."""
    return path(name).read_text("utf-8")


def languages() -> tuple[str, ...]:
    """List the codes of the languages that the program speaks: a file of translations each, the first two always."""
    others = {file.stem.rpartition("_")[2] for file in path("translations").glob("station_client_*.ts")}
    others |= {file.stem for file in path("translations").glob("*.qm")}
    return ("en", "hi", *sorted(others - {"en", "hi"}))
