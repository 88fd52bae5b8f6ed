"""Attachments in slices: what is missing, any slice in any order, and the hash at the end."""

from __future__ import annotations

from dataclasses import dataclass

from central.accounts import Accounts
from central.blobs import BlobFolder, container, head_of
from central.errors import Refused
from central.partials import Partial, Partials
from central.rights import Actor
from central.store.items import Stored
from central.uploads import Uploads
from sync.protocol.codes import SLICE_BYTES, Code
from sync.protocol.ranges import Ranges, total
from sync.protocol.slices import FileAsked, FileHeld, Have, Held, SliceAnswer

OF_ONE_FILE = frozenset({Code.NOT_UNDERSTOOD, Code.TOO_LARGE, Code.NOT_ENTITLED, Code.HASH_MISMATCH})


@dataclass(frozen=True, slots=True)
class Slice:
    """Where in which file a slice belongs."""

    sha256: str
    size: int
    offset: int
    length: int


class Arriving:
    """A slice on its way in: ``take`` its bytes as they come, ``end`` for the answer, ``close`` whatever happened."""

    def __init__(self, slices: Slices, actor: Actor, piece: Slice, partial: Partial | None) -> None:
        """Take a slice into ``partial``; None for a file that is here already, whose bytes are read past."""
        self._slices = slices
        self._actor = actor
        self._piece = piece
        self._partial = partial
        self._taken = 0

    def take(self, data: bytes) -> None:
        """Put the next bytes onto the disk."""
        if self._taken + len(data) > self._piece.length:
            raise Refused(Code.NOT_UNDERSTOOD, "more bytes than were announced")
        if self._partial is not None:
            self._partial.write(self._piece.offset + self._taken, data)
        self._taken += len(data)

    def end(self) -> SliceAnswer:
        """Answer for the slice; with the last missing byte the file is verified."""
        if self._taken < self._piece.length:
            raise Refused(Code.NOT_UNDERSTOOD, "fewer bytes than were announced")
        held = self._slices.settled(self._actor, FileAsked(sha256=self._piece.sha256, size=self._piece.size))
        there = self._piece.size - total(held.missing)
        return SliceAnswer(sha256=held.sha256, size=held.size, held=there, receipts=held.receipts)

    def close(self) -> None:
        """Let go of the file, with what came made durable."""
        if self._partial is not None:
            self._slices.partials.end(self._partial)
            self._partial = None


class Slices:
    """What a station can ask about the bytes of its files; ``access`` is an access token."""

    def __init__(self, accounts: Accounts, uploads: Uploads, folder: BlobFolder, partials: Partials) -> None:
        """Keep whole files in ``folder`` and those under way in ``partials``."""
        self._accounts = accounts
        self._uploads = uploads
        self._folder = folder
        self.partials = partials

    def have(self, access: str, ask: Have) -> Held:
        """Say what is missing of each file; one that this machine may not send blocks no other."""
        actor = self._accounts.actor(access)
        return Held(files=tuple(self._held(actor, one) for one in ask.files))

    def begin(self, access: str, piece: Slice) -> Arriving:
        """Begin to take a slice; nothing of it is read before it is known to be wanted."""
        actor = self._accounts.actor(access)
        self._uploads.kinds(actor, piece.sha256, piece.size)
        if piece.length > SLICE_BYTES:
            raise Refused(Code.TOO_LARGE, f"a slice has {SLICE_BYTES} bytes at the most")
        if piece.length < 1 or piece.offset + piece.length > piece.size:
            raise Refused(Code.NOT_UNDERSTOOD, "the slice lies outside its file")
        here = self._uploads.known(actor, piece.sha256) is not None
        partial = None if here else self.partials.begin(piece.sha256, actor.machine_id, piece.size)
        return Arriving(self, actor, piece, partial)

    def settled(self, actor: Actor, file: FileAsked) -> FileHeld:
        """Say what is missing of a file, finishing it where that is nothing. Raises ``Refused``."""
        kinds = self._uploads.kinds(actor, file.sha256, file.size)
        here = self._uploads.known(actor, file.sha256)
        if here is None:
            missing, here = self._under_way(actor, file, kinds)
            if here is None:
                return FileHeld(sha256=file.sha256, size=file.size, missing=missing)
        else:
            self._uploads.check_kind(actor, kinds, here)
            self._uploads.tick(actor, here, brought=False)
        self.partials.forget(file.sha256, actor.machine_id, file.size)
        return FileHeld(sha256=file.sha256, size=file.size, receipts=self._uploads.receipts(actor, file.sha256))

    def _under_way(self, actor: Actor, file: FileAsked, kinds: frozenset[str]) -> tuple[Ranges, Stored | None]:
        """Say what is missing of a file that was not here a moment ago, or what it became since."""
        missing: Ranges = ((0, file.size),)
        partial = self.partials.held(file.sha256, actor.machine_id, file.size)
        if partial is not None:
            try:
                missing = partial.settle()
                if not missing:
                    return missing, self._finished(actor, partial, file, kinds)
            finally:
                self.partials.end(partial)
        # with nothing under way another slice may have finished it between the two looks
        return missing, self._uploads.known(actor, file.sha256) if total(missing) == file.size else None

    def _held(self, actor: Actor, file: FileAsked) -> FileHeld:
        try:
            return self.settled(actor, file)
        except Refused as no:
            if no.code not in OF_ONE_FILE:
                raise
            return FileHeld(sha256=file.sha256, size=file.size, refused=no.code)

    def _finished(self, actor: Actor, partial: Partial, file: FileAsked, kinds: frozenset[str]) -> Stored:
        """Give a file its name if its bytes are what they are called; else nothing of it stays.

        It is ticked off before a second thread may look: who then finds it ended finds it known as well.
        """
        with partial.finishing() as digest:
            if digest and digest.hex() != file.sha256:
                raise Refused(Code.HASH_MISMATCH, "these are not the bytes that were named")
            if digest:
                stored = Stored(file.sha256, file.size, container(head_of(partial.path)))
                self._uploads.check_kind(actor, kinds, stored)
                self._folder.adopt(partial.path, file.sha256)
                self._uploads.tick(actor, stored, brought=True)
                return stored
        here = self._uploads.known(actor, file.sha256)
        if here is None:
            raise Refused(Code.HASH_MISMATCH, "these were not the bytes that were named")
        return here
