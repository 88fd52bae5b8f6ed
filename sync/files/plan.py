"""Which bytes are still to be sent, in what order, and by whom they are wanted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from station_client.domain.ids import ItemId, Sha256
from sync.protocol.ranges import Range, Ranges, joined, total, without

TRIES = 3
"""So often is asked what is missing of a file that was sent to its end, without a byte more being there."""

MIN_PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice that somebody is to send; ``told``: the centre was asked about its file before."""

    sha256: Sha256
    size: int
    offset: int
    length: int
    told: bool = True


@dataclass(slots=True)
class Wanted:
    """One file that the centre lacks; ``missing`` is what nobody is sending yet, ``flying`` what is under way.

    ``idle`` counts questions in a row that found the centre with no more than before, ``strikes`` wrong hashes.
    """

    sha256: Sha256
    size: int
    items: list[ItemId]
    missing: Ranges = ()
    held: int = 0
    flying: list[Range] = field(default_factory=list)
    asked: bool = False
    idle: int = 0
    strikes: int = 0


@dataclass(slots=True)
class Plan:
    """The files that are to be sent, the urgent ones first."""

    files: dict[Sha256, Wanted] = field(default_factory=dict)
    order: list[Sha256] = field(default_factory=list)

    def want(self, sha256: Sha256, size: int, item_id: ItemId, *, urgent: bool = False, untouched: Ranges = ()) -> None:
        """Put a file into the plan; one that is there already is wanted by one more item.

        ``untouched`` was never sent: it may leave before the centre has said what it lacks.
        """
        known = self.files.get(sha256)
        if known is not None:
            known.items = list(dict.fromkeys([*known.items, item_id]))
            return
        self.files[sha256] = Wanted(sha256, size, [item_id], untouched)
        if urgent:
            self.order.insert(0, sha256)
        else:
            self.order.append(sha256)

    @property
    def left(self) -> int:
        """The bytes that nobody is sending yet."""
        return sum(total(one.missing) for one in self.files.values())

    def take(self, length: int, lanes: int) -> Piece | None:
        """Give the next piece of at most ``length`` bytes; towards the end smaller, so that all end together."""
        left = self.left
        for sha256 in self.order:
            one = self.files[sha256]
            if not one.missing:
                continue
            start, end = one.missing[0]
            fair = max(-(-left // max(lanes, 1)), MIN_PIECE)
            stop = min(end, start + min(length, fair))
            one.flying.append((start, stop))  # first: a file with nothing missing nor under way is asked about
            one.missing = joined([(stop, end), *one.missing[1:]])
            return Piece(one.sha256, one.size, start, stop - start, told=one.asked)
        return None

    def landed(self, piece: Piece, *, lost: bool = False) -> Wanted | None:
        """Count a piece as no longer under way; None where its file is no longer wanted.

        ``lost``: nobody knows how much of it arrived, so that its file is asked about.
        """
        one, taken = self.files.get(piece.sha256), (piece.offset, piece.offset + piece.length)
        if one is None:
            return None
        if taken in one.flying:  # not one of before the file was dropped and wanted again
            one.flying.remove(taken)
        one.asked &= not lost
        return one

    def drop(self, sha256: Sha256) -> None:
        """Take a file out: it is there, or it cannot be sent."""
        if self.files.pop(sha256, None) is not None:
            self.order.remove(sha256)

    def keep(self, missing: Mapping[ItemId, Iterable[Sha256]]) -> None:
        """Leave nothing in but what is ``missing``: the rest is there by now, or was refused."""
        for one in tuple(self.files.values()):
            one.items = [item for item in one.items if one.sha256 in missing.get(item, ())]
            if not one.items:
                self.drop(one.sha256)

    def give_up(self, item_id: ItemId) -> None:
        """Take an item out, with those of its files that no other item wants."""
        for one in tuple(self.files.values()):
            if item_id in one.items:
                one.items.remove(item_id)
                if not one.items:
                    self.drop(one.sha256)

    def unasked(self) -> tuple[Wanted, ...]:
        """Give the files of which it must be asked what is missing: new ones, and those that were sent to the end."""
        return tuple(
            one for one in map(self.files.__getitem__, self.order) if not one.asked or not (one.missing or one.flying)
        )

    def learn(self, sha256: Sha256, missing: Iterable[tuple[int, int]]) -> Wanted | None:
        """Take the centre's word for what is missing of a file; what is under way is not sent again."""
        one = self.files.get(sha256)
        if one is None:
            return None
        lacking = joined(missing)
        one.missing = without(lacking, one.flying)
        held = one.size - total(lacking)
        one.idle = one.idle + 1 if one.asked and held <= one.held else 0
        one.held, one.asked = held, True
        return one
