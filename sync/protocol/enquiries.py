"""What a person asks the centre beyond the feed: a FIR, a search, a report, what is kept back; and the answers."""

from __future__ import annotations

from typing import Annotated

import msgspec

from sync.protocol.bounds import Moment, Name, Text, Whole, Word, Words
from sync.protocol.codes import FOUND_ROWS, REPORT_ROWS
from sync.protocol.records import AlertRecord, FirRecord

MOST_COLUMNS = 24
MOST_KEYS = 100


class FirAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A FIR by its key."""

    key: Word


class SearchAsk(msgspec.Struct, frozen=True, kw_only=True):
    """Alerts by FIR number (any form), or by words, category and days (IST, both included), newest first.

    ``before`` goes on after an earlier page's ``next``; 0 is the newest.
    """

    words: Name = ""
    fir: Word = ""
    category: Word = ""
    district: Word = ""
    office: Word = ""
    since: Word = ""
    until: Word = ""
    before: Whole = 0
    rows: Whole = 50


class ReportAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A report by its name, up to a month (``2026-08``)."""

    report: Word
    month: Word


class WholeAsk(msgspec.Struct, frozen=True, kw_only=True):
    """An officer asks for what the feed keeps back of a FIR or an alert (``kind``), and says why they need it."""

    kind: Word
    key: Word
    reason: Name


class MarkAsk(msgspec.Struct, frozen=True, kw_only=True):
    """An officer of the rank for it marks a FIR or an alert sensitive, or takes the mark off, and says why."""

    kind: Word
    key: Word
    sensitive: bool
    reason: Name


class KeysAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A station asks for the public keys by which receipts are checked."""


Enquiry = FirAsk | SearchAsk | ReportAsk | WholeAsk | MarkAsk | KeysAsk


class FirAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The FIR as the feed would tell it."""

    fir: FirRecord
    server_time: Moment


class SearchAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A page of results; ``next`` is 0 where nothing older was found, ``terms`` are what to mark."""

    alerts: Annotated[tuple[AlertRecord, ...], msgspec.Meta(max_length=FOUND_ROWS)]
    next: Whole
    server_time: Moment
    terms: Annotated[tuple[Text, ...], msgspec.Meta(max_length=1000)] = ()


class WholeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The record whole, one of the two; it is shown and never stored. ``number`` is that of the centre's trace."""

    number: Whole
    sensitive: bool
    server_time: Moment
    alert: AlertRecord | None = None
    fir: FirRecord | None = None


class MarkAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The mark as it stands now, with the number of the centre's trace."""

    number: Whole
    sensitive: bool
    server_time: Moment


class KeyList(msgspec.Struct, frozen=True, kw_only=True):
    """Every public key (Ed25519, its 32 bytes in base64) that signs or has signed receipts of this centre."""

    keys: Annotated[tuple[Word, ...], msgspec.Meta(max_length=MOST_KEYS)]
    server_time: Moment


Cell = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)] | Name
Row = Annotated[tuple[Cell, ...], msgspec.Meta(max_length=MOST_COLUMNS)]


class ReportAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A table: codes of its columns, and rows of texts and whole numbers in their order."""

    report: Word
    month: Word
    columns: Words
    rows: Annotated[tuple[Row, ...], msgspec.Meta(max_length=REPORT_ROWS)]
    server_time: Moment


Answer = FirAnswer | SearchAnswer | ReportAnswer | WholeAnswer | MarkAnswer | KeyList
