"""The trained dictionaries that both ends may lean on: data files named by their own hash.

``benchmarks/dictionary`` makes them, of made-up records, so no word of a case is in one. An end that does not have a
dictionary goes without: a station names none, and a centre packs without it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from sync.protocol.packing import Dictionary, prepared

SUFFIX: Final = ".zdict"
ID_SIGNS: Final = 16
NONE: Final = ""


def name_of(data: bytes) -> str:
    """Give the id of a dictionary: the first 16 signs of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:ID_SIGNS]


@cache
def installed() -> dict[str, bytes]:
    """Give the dictionaries that are here by id; one whose bytes are not what its name says is not used."""
    folder = files("sync.protocol") / "dictionaries"
    found = {
        one.name.removesuffix(SUFFIX): one.read_bytes()
        for one in (folder.iterdir() if folder.is_dir() else ())
        if one.name.endswith(SUFFIX)
    }
    return {name: data for name, data in found.items() if name_of(data) == name}


def newest() -> str:
    """Name the dictionary that a station asks for; empty where it has none."""
    return next(iter(sorted(installed())), NONE)


def dictionary(name: str) -> Dictionary | None:
    """Give a dictionary by its id, or None where it is not here."""
    data = installed().get(name)
    return None if data is None else prepared(data)
