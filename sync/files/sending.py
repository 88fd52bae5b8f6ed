"""The files that the centre lacks, sent in slices over several connections; what is written meanwhile overtakes them.

The centre's word is the only progress: after every cut, and at the end of each file, it is asked what it has. That
question goes on the control connection, so that it also tells a lane that fell from a line that is gone. What was
never sent does not wait for the answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import BinaryIO, cast

from station_client.domain.alert import Category
from station_client.domain.ids import ItemId, Sha256
from station_client.domain.outbox import ItemState, OutboxItem
from station_client.errors import (
    AnswerError,
    CentreFaultError,
    CentreUnreachableError,
    LineError,
    LineStalledError,
    NotEntitledError,
    RefusalError,
    StoreError,
)
from station_client.events import Part
from sync.errand import Errand, HaltedError
from sync.files.begun import Begun, Missing, lacking
from sync.files.lanes import Landed, Lanes
from sync.files.plan import TRIES, Piece, Plan, Wanted
from sync.files.sealed_body import SealedBody, UnreadableError
from sync.mapping.refusals import error_of
from sync.protocol.codes import HAVE_FILES, Code
from sync.protocol.messages import ReceiptRecord, Refusal
from sync.protocol.ranges import fault
from sync.protocol.slices import FileAsked, FileHeld, Have, Held, SliceAnswer
from sync.transport import Progress

_log = logging.getLogger(__name__)

FILE_NOT_HERE = "unreadable"
FILE_REFUSED = "files"
TICK_SECONDS = 0.1
MOST_STRIKES = 2
MOST_FALLS = 12
"""So many lanes may fall, one after another, while the line stands and nothing arrives."""
ONE_LANE = (CentreUnreachableError, LineStalledError)
"""What may befall one connection and no other."""
BROKEN_OFF = (*ONE_LANE, HaltedError)
"""After these the rest goes on where it stopped; after a no or a wrong answer everything is asked anew."""

Keep = Callable[[ReceiptRecord], OutboxItem | None]
Between = Callable[[], Missing]


class Sending:
    """Sends files for one round; ``fault`` is what the centre stumbled over while the other files went on."""

    def __init__(self, errand: Errand, keep: Keep, begun: Begun | None = None) -> None:
        """Work for one officer's session; ``keep`` stores the receipts, ``begun`` is what former rounds left."""
        self._errand = errand
        self._begun = begun or Begun()
        self._keep = keep
        self._desk = errand.stores.desk
        self._items: dict[ItemId, OutboxItem] = {}
        self._held: dict[Sha256, int] = {}
        self._plan = Plan()
        self._lanes = Lanes(self._plan, self._send, errand.clock, self._begun.pace)
        self._falls = 0
        self._fell: LineError | None = None
        self.fault: CentreFaultError | None = None

    def run(self, texts: Between, between: Between, beside: Callable[[], bool] = bool) -> None:
        """Send what ``texts`` finds missing; ``between`` is asked after each file, and when something was submitted.

        What a former sending left goes on while the texts are handed over, and no further than these bear it out. Goes
        on for as long as ``beside`` tells that something else is under way.

        A file that cannot be sent sets its item aside with a reason. Raises ``LineError``, and ``RefusalError``
        where the officer, not the file, is refused.
        """
        left = Plan()
        try:
            self._want(self._begun.lacking)
            missing = texts()
            self._lanes.change(lambda plan: plan.keep(missing))  # not what is refused or not believed, nor what came
            self._want(missing)
            while self._plan.files or beside():
                self._errand.check()
                self._keep_hours()
                self._ask()
                landed = self._lanes.landed(TICK_SECONDS)
                if landed is not None and self._take(landed):
                    self._errand.nudged.set()
                if self._errand.nudged.is_set():
                    self._errand.nudged.clear()
                    self._want(between())
        except BaseException as wrong:
            self._errand.transport.halt()  # no slice outlives its round
            left = self._plan if isinstance(wrong, BROKEN_OFF) else left
            raise
        finally:
            self._lanes.end()
            self._begun.leave(left)
            self._errand.board.settled()

    def _keep_hours(self) -> None:
        """Leave what waits for the State's hours where these end meanwhile; the slices in hand are sent."""
        for item_id in [one for one, item in self._items.items() if not self._errand.travels(item)]:
            del self._items[item_id]
            self._lanes.change(partial(_give_up, item_id))

    def lacking(self) -> Missing:
        """Give what is still to be sent, by item."""
        return lacking(self._plan)

    def holding(self) -> AbstractContextManager[None]:
        """Hold the files back while a text flies; what that lacks is sent in its turn, a High Alert's first."""
        return self._lanes.holding()

    def _want(self, missing: Missing) -> None:
        for item_id, hashes in missing.items():
            item = self._desk.outbox.one(item_id) if hashes else None
            if item is None or item.state is not ItemState.RECEIVED or not self._errand.travels(item):
                continue
            self._items[item_id] = item
            for file in item.files:
                if file.sha256 in hashes:
                    self._lanes.change(partial(self._add, file.sha256, file.size, item))

    def _add(self, sha256: Sha256, size: int, item: OutboxItem, plan: Plan) -> None:
        untouched = self._begun.untouched.pop(sha256, ())
        plan.want(sha256, size, item.item_id, urgent=item.category is Category.HIGH_ALERT, untouched=untouched)

    def _ask(self) -> None:
        """Ask what is missing of the files of which that is not known."""
        while files := self._plan.unasked()[:HAVE_FILES]:
            asked = Have(files=tuple(FileAsked(sha256=one.sha256, size=one.size) for one in files))
            held = self._errand.ask(partial(self._have, asked))
            if [(one.sha256, one.size) for one in held.files] != [(one.sha256, one.size) for one in files]:
                raise AnswerError("the centre told of other files than it was asked about")
            if self._fell is not None:  # the line stands
                self._lanes.fell(refused=isinstance(self._fell, CentreUnreachableError))
                self._fell = None
            for one in held.files:
                self._learn(one)

    def _have(self, asked: Have, access: str) -> Held:
        return self._errand.transport.have(access, asked)

    def _learn(self, said: FileHeld) -> None:
        sha256 = Sha256(said.sha256)
        if said.refused:
            self._refused(sha256, error_of(Refusal(code=said.refused, detail="asked what is missing")))
        elif not said.missing:
            self._finish(sha256, said.receipts)
        elif wrong := fault(said.missing, said.size):
            raise AnswerError(f"the centre told of {wrong}")
        else:
            self._noted(self._lanes.change(lambda plan: plan.learn(sha256, said.missing)))

    def _noted(self, one: Wanted | None) -> None:
        if one is None:
            return
        if one.idle >= TRIES:
            raise AnswerError("the centre goes on missing what it was sent")
        if one.held > self._held.get(one.sha256, 0):
            self._falls = 0
        self._held[one.sha256] = one.held
        self._show(one)

    def _take(self, landed: Landed) -> bool:
        """Take in what became of a piece; tell whether a file is done with."""
        answer, sha256 = landed.answer, landed.piece.sha256
        if answer is None:
            return self._went_wrong(landed)
        self._falls = 0
        if (answer.sha256, answer.size) != (sha256, landed.piece.size) or answer.held > answer.size:
            raise AnswerError("the centre answered for another file than the one that was sent")
        self._landed(self._lanes.change(lambda plan: plan.landed(landed.piece)), answer)
        if answer.held < answer.size or sha256 not in self._plan.files:
            return False
        self._finish(sha256, answer.receipts)
        return True

    def _landed(self, one: Wanted | None, answer: SliceAnswer) -> None:
        if one is not None:
            self._held[one.sha256] = max(answer.held, self._held.get(one.sha256, 0))
            self._show(one)

    def _went_wrong(self, landed: Landed) -> bool:
        wrong, sha256 = landed.wrong, landed.piece.sha256
        if isinstance(wrong, ONE_LANE):
            self._bear(landed.piece, wrong)
            return False
        early = not landed.piece.told and type(wrong) in {RefusalError, NotEntitledError}
        faulty = isinstance(wrong, CentreFaultError) and wrong.reason == Code.FAULT
        if wrong is not None and not (early or faulty or type(wrong) in {RefusalError, UnreadableError}):
            raise wrong
        self._lanes.change(lambda plan: plan.landed(landed.piece, lost=True))
        if isinstance(wrong, UnreadableError):
            _log.error("a file of an outbox item cannot be read here")
            self._set_aside(sha256, FILE_NOT_HERE)
        elif isinstance(wrong, CentreFaultError):
            self.fault = wrong  # the centre may have stumbled over this file; the others still go
            self._lanes.change(lambda plan: plan.drop(sha256))
        elif isinstance(wrong, RefusalError) and (not early or wrong.reason == Code.HASH_MISMATCH):
            self._refused(sha256, wrong)  # what left early is asked about first: the centre may be a restored one
        return sha256 not in self._plan.files

    def _bear(self, piece: Piece, wrong: LineError) -> None:
        """Let a lane's fall cost that lane alone: what arrived of its piece is asked next, if the line still stands."""
        self._falls += 1
        if self._falls > MOST_FALLS:
            raise wrong
        _log.info("a lane fell: %s", type(wrong).__name__)
        self._fell = wrong
        self._lanes.change(lambda plan: plan.landed(piece, lost=True))

    def _refused(self, sha256: Sha256, wrong: Exception) -> None:
        """Send a file with a wrong hash once more from its beginning; set aside what is refused for good."""
        one = self._plan.files.get(sha256)
        if type(wrong) is not RefusalError:
            raise wrong
        if one is None:
            return
        one.strikes += wrong.reason == Code.HASH_MISMATCH
        if wrong.reason == Code.HASH_MISMATCH and one.strikes < MOST_STRIKES:
            self._lanes.change(lambda _plan: setattr(one, "asked", False))
        else:
            self._set_aside(sha256, FILE_REFUSED)

    def _finish(self, sha256: Sha256, receipts: Iterable[ReceiptRecord]) -> None:
        self._lanes.change(lambda plan: plan.drop(sha256))
        for record in receipts:
            self._keep(record)
        self._errand.board.count(self._desk.outbox.items())
        self._errand.tell(Part.OUTBOX, Part.RECEIPTS)

    def _send(self, piece: Piece, progress: Progress) -> SliceAnswer:
        """Send one piece, on a lane's thread."""

        def told(sent: int) -> None:
            progress(sent)
            self._errand.check()

        def send(access: str) -> SliceAnswer:
            with self._opened(piece.sha256) as sealed:
                body = cast("BinaryIO", SealedBody(sealed, piece.offset))  # as much of a file as a line uses
                return self._errand.transport.put_slice(
                    access,
                    sha256=piece.sha256,
                    size=piece.size,
                    offset=piece.offset,
                    length=piece.length,
                    body=body,
                    progress=told,
                )

        return self._errand.ask(send)

    def _opened(self, sha256: Sha256) -> BinaryIO:
        try:
            return self._errand.stores.blobs.open(sha256)
        except StoreError as gone:
            raise UnreadableError from gone

    def _set_aside(self, sha256: Sha256, reason: str) -> None:
        """Stop trying for every item that names the file, visibly; what the centre has of them stays there."""
        one = self._plan.files.get(sha256)
        for item_id in tuple(one.items) if one else ():
            aside = replace(self._items[item_id], state=ItemState.SET_ASIDE, reason=reason)
            self._desk.outbox.update(aside, expected={ItemState.RECEIVED})
            self._lanes.change(partial(_give_up, item_id))
        self._errand.board.settled()
        self._errand.board.count(self._desk.outbox.items())
        self._errand.tell(Part.OUTBOX)

    def _show(self, one: Wanted) -> None:
        """Say how far the item is whose files go first; only what the centre holds counts."""
        first = self._plan.files[self._plan.order[0]]
        if one.items[0] == first.items[0]:
            item = self._items[one.items[0]]
            under_way = {file.sha256 for file in item.files if file.sha256 in self._plan.files}
            done = sum(self._held.get(f.sha256, 0) if f.sha256 in under_way else f.size for f in item.files)
            self._errand.board.carried(item.item_id, done, item.bytes_total)


def _give_up(item_id: ItemId, plan: Plan) -> None:
    plan.give_up(item_id)
