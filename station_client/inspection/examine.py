"""One file, looked at by content: taken, taken with warnings, or refused with the reason.

Runs in this process; ``sandbox.inspect`` runs it in one of its own.
"""

from __future__ import annotations

from station_client.domain.attachment import ENDINGS, Inspection, Kind, Limits, Verdict, ending
from station_client.domain.reasons import Reason
from station_client.inspection.findings import Finding, RefusedFileError

_PICTURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"II+\0", Kind.TIFF),  # BigTIFF, as scanning programs write large sheets
    (b"MM\0+", Kind.TIFF),
)
_MADE_BY_OFFICE = frozenset({Kind.DOCX, Kind.XLSX})  # what may stand encrypted in a compound file
_NOTES = frozenset({Reason.LOCATION})  # said, but no cause to doubt the file


def refused_at_once(name: str, size: int, limits: Limits) -> Reason | None:
    """Say why a file is refused by its name and size alone, before anything of it is read."""
    if ending(name) not in ENDINGS:
        return Reason.KIND
    if size == 0:
        return Reason.EMPTY
    return Reason.TOO_LARGE if size > limits.bytes_per_file else None


def examine(name: str, data: bytes, limits: Limits) -> Inspection:
    """Look at a file's whole content; ``name`` must agree with what is found. Never raises."""
    if not data:
        return _refused(Reason.EMPTY)
    if len(data) > limits.bytes_per_file:
        return _refused(Reason.TOO_LARGE)
    named = ENDINGS.get(ending(name))
    try:
        found = _look(data)
    except RefusedFileError as refusal:
        return _refused(*((Reason.KIND,) if named is None else ()), refusal.reason)
    if named is None:
        return _refused(Reason.KIND)
    if found.kind not in (named, None) or (found.kind is None and named not in _MADE_BY_OFFICE):
        return _refused(Reason.MISMATCH)
    return Inspection(_verdict(found), named, tuple(map(str, found.warnings)))


def _look(data: bytes) -> Finding:
    # each library is loaded only when a file of its kind comes: the window starts without them
    for magic, kind in _PICTURES:
        if data.startswith(magic):
            from station_client.inspection import pictures  # noqa: PLC0415 loaded when needed

            return pictures.look(data, kind)
    if data.startswith(b"%PDF-"):
        from station_client.inspection import pdf  # noqa: PLC0415 loaded when needed

        return pdf.look(data)
    if data.startswith(b"PK\x03\x04"):
        from station_client.inspection import packages  # noqa: PLC0415 loaded when needed

        return packages.look(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        from station_client.inspection import compound  # noqa: PLC0415 loaded when needed

        return compound.look(data)
    raise RefusedFileError(Reason.MISMATCH)


def _verdict(found: Finding) -> Verdict:
    if Reason.ENCRYPTED in found.warnings:
        return Verdict.ENCRYPTED
    return Verdict.WARN if set(found.warnings) - _NOTES else Verdict.ACCEPT


def _refused(*reasons: Reason) -> Inspection:
    return Inspection(Verdict.REJECT, None, tuple(map(str, reasons)))
