"""Sending slices straight into a centre of this process."""

from __future__ import annotations

import hashlib

from central.slices import Slice
from sync.protocol.messages import Grant
from sync.protocol.slices import FileAsked, FileHeld, Have, SliceAnswer
from tests.support.centre import SmallCentre, an_item, claim_of

PDF = b"%PDF-1.4\n" + bytes(range(256)) * 40
SHA256 = hashlib.sha256(PDF).hexdigest()


def claimed(small: SmallCentre, data: bytes = PDF) -> Grant:
    """Sign in and claim a file's bytes."""
    grant = small.sign_in()
    assert small.push_one(grant, an_item(files=(claim_of(data),))).receipt is not None
    return grant


def send(
    small: SmallCentre, grant: Grant, start: int, end: int, *, data: bytes = PDF, sha256: str = SHA256, come: int = 0
) -> SliceAnswer:
    """Send the slice from ``start`` to ``end``; the line dies after ``come`` bytes where that is given."""
    arriving = small.centre.slices.begin(grant.access_token, Slice(sha256, len(data), start, end - start))
    try:
        piece = data[start : start + come] if come else data[start:end]
        for at in range(0, len(piece), 1000):
            arriving.take(piece[at : at + 1000])
        return arriving.end()
    finally:
        arriving.close()


def asked(small: SmallCentre, grant: Grant, sha256: str = SHA256, size: int = len(PDF)) -> FileHeld:
    """Ask what is missing of one file."""
    (one,) = small.centre.slices.have(grant.access_token, Have(files=(FileAsked(sha256=sha256, size=size),))).files
    return one
