"""What may be attached to an alert, and what an inspection of a file can say.

Cri-MAC takes .jpg .png .tiff .doc .docx .xls .xlsx .pdf, five at the most; scanners write .tif
and .jpeg, so those are taken too. A kind is decided by content; the name must agree with it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from station_client.domain.ids import Sha256
from station_client.domain.reasons import Reason

FILES_PER_ALERT = 5
BYTES_PER_FILE = 25 * 1024 * 1024
NAME_LENGTH = 120
ENDING_LENGTH = 16


class Kind(StrEnum):
    """The eight kinds that the centre takes."""

    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    DOC = "doc"
    DOCX = "docx"
    XLS = "xls"
    XLSX = "xlsx"
    PDF = "pdf"


ENDINGS: dict[str, Kind] = {
    "jpg": Kind.JPEG,
    "jpeg": Kind.JPEG,
    "png": Kind.PNG,
    "tif": Kind.TIFF,
    "tiff": Kind.TIFF,
    "doc": Kind.DOC,
    "docx": Kind.DOCX,
    "xls": Kind.XLS,
    "xlsx": Kind.XLSX,
    "pdf": Kind.PDF,
}

LENT: frozenset[Kind] = frozenset({Kind.DOC, Kind.DOCX, Kind.XLS, Kind.XLSX})
"""What only another program can show; pictures and PDFs are shown inside."""

_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {port + number for port in ("COM", "LPT") for number in "0123456789¹²³"}
)  # whatever ending follows, Windows opens the device


class Verdict(StrEnum):
    """What becomes of a file that an officer wants to attach."""

    ACCEPT = "accept"
    WARN = "accept-warn"
    ENCRYPTED = "warn-encrypted"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection's result: the verdict, and each reason's code (``ui/phrases.py`` words them)."""

    verdict: Verdict
    kind: Kind | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What the State's policy allows for one alert."""

    files: int = FILES_PER_ALERT
    bytes_per_file: int = BYTES_PER_FILE


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file held sealed on this PC: hashes are of the original bytes, taken when it was attached.

    SHA-256 names the bytes everywhere; SHA-1 and MD5 stand beside it for the certificate under
    BSA s.63(4). ``reasons`` are the warnings of the inspection. ``attached_at`` is UTC by this PC's clock, None for
    one that an older version attached.
    """

    sha256: Sha256
    size: int
    name: str
    kind: Kind
    verdict: Verdict
    sha1: str = ""
    md5: str = ""
    reasons: tuple[str, ...] = ()
    attached_at: datetime | None = None


def ending(name: str) -> str:
    """Give a file name's ending, lower case, without the dot; empty if it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def harmless_name(name: str) -> str:
    """Turn a file name from outside into one that is safe to show and to write.

    Directories, control and bidi-override characters, reserved characters and leading dots go;
    the ending stays. A name that Windows keeps for a device gets ``_`` before it. No name is longer than
    ``NAME_LENGTH``; an empty result becomes ``file``.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(
        "_" if char in '<>:"|?*' else char
        for char in last
        if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or char in "\u200c\u200d"
    )
    kept = re.sub(r"\s+", " ", kept).strip(" .")
    if kept.split(".")[0].rstrip().upper() in _DEVICES:
        kept = "_" + kept
    stem, dot, tail = kept.rpartition(".")
    if not dot or len(tail) > ENDING_LENGTH:
        return kept[:NAME_LENGTH].rstrip(" .") or "file"
    return f"{stem[: NAME_LENGTH - len(tail) - 1] or 'file'}.{tail}"


def why_not_lent(found: Inspection, kind: str) -> str:
    """Say by its reason's code why a file that an alert calls ``kind`` goes to no other program; empty where it may."""
    if found.verdict is Verdict.REJECT:
        return found.reasons[0] if found.reasons else Reason.CORRUPT
    return "" if found.kind == kind else Reason.MISMATCH


def lent_name(name: str, kind: Kind) -> str:
    """Give the name under which a file is handed to another program: harmless, and with an ending of its own kind.

    The ending chooses the program; what a name from outside claims must not.
    """
    kept = harmless_name(name)
    return kept if ENDINGS.get(ending(kept)) is kind else harmless_name(f"{kept}.{kind.value}")
