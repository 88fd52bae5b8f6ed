"""A file's bytes in slices: which the centre lacks, and what became of one.

A station asks ``Have`` before it sends and after every cut; it may send any slice of what is missing, in any order,
over any connection, twice as well. The centre's ``Held`` is the truth of that moment: bytes that it has on its disk.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from sync.protocol.bounds import Whole, Word
from sync.protocol.codes import HAVE_FILES
from sync.protocol.messages import ReceiptRecord

MOST_RANGES = 4096

MissingRanges = Annotated[tuple[tuple[Whole, Whole], ...], msgspec.Meta(max_length=MOST_RANGES)]


class FileAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A file that an item of this machine's office claims."""

    sha256: Word
    size: Whole


class Have(msgspec.Struct, frozen=True, kw_only=True):
    """A station asks what the centre lacks of these files."""

    files: Annotated[tuple[FileAsked, ...], msgspec.Meta(max_length=HAVE_FILES)]


class FileHeld(msgspec.Struct, frozen=True, kw_only=True):
    """What the centre lacks of one file: ``[first, after the last]`` each, in order and apart.

    With nothing missing the file is there, verified; ``receipts`` are then those of this machine's items that name it.
    ``refused`` is the code of ``sync.protocol.codes`` for a file that this machine may not send at all.
    """

    sha256: Word
    size: Whole
    missing: MissingRanges = ()
    receipts: tuple[ReceiptRecord, ...] = ()
    refused: Word = ""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One answer for each file that was asked about, in its order."""

    files: Annotated[tuple[FileHeld, ...], msgspec.Meta(max_length=HAVE_FILES)]


class SliceAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The centre has the slice on its disk; ``held`` counts all the bytes that it has of the file.

    ``held`` equals ``size`` once the whole file is there and its hash is the one it is called by. ``receipts`` are
    then those of this machine's items that name it.
    """

    sha256: Word
    size: Whole
    held: Whole
    receipts: tuple[ReceiptRecord, ...] = ()
