"""The form's items as rows of paper: what is bold, what is ruled, what stands side by side. Pure."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from station_client.domain.fir import Fir
from ui.printing import form_labels as label
from ui.printing.form_items import Fields, Grid, Item, Piece, Prose, Signatures, items, law_of
from ui.printing.form_labels import Label
from ui.printing.rows import Cell, Row, Run, Side, Style

INDENT = 16.0
BETWEEN_ITEMS = 6.0
BETWEEN_LINES = 1.5
BEFORE_TABLE = 3.0
AFTER_TABLE = 5.0
SIDE_BY_SIDE = 3
SIGNING_SPACE = 28.0


def form_rows(fir: Fir) -> tuple[Row, ...]:
    """Give the whole form as rows, top to bottom. Mask the FIR first (``domain.redaction``)."""
    tables = count(1)
    rows = list(_title(fir))
    for item in items(fir):
        rows += _item(item, tables)
    return tuple(rows)


def labelled(text: Label, *, number: str = "", colon: bool = True) -> tuple[Run, ...]:
    """Set a label as the form does: number and English in bold, Hindi in brackets, a colon."""
    before = f"{number} " if number else ""
    hindi = (Run(f" ({text.hi})", Style.SECOND),) if text.hi else ()
    return (Run(before + text.en, Style.LABEL), *hindi, Run(": " if colon else "", Style.SECOND))


def paragraphs(text: str) -> list[Row]:
    """Set a long text paragraph by paragraph, so that it breaks over pages between lines."""
    said = [one.strip() for one in text.splitlines() if one.strip()]
    return [Row((Cell((Run(one),)),), indent=INDENT, before=BETWEEN_LINES) for one in said]


def side_by_side(*pairs: tuple[Label, str], before: float = 3.0) -> Row:
    """Set labelled values on a line."""
    cells = tuple(Cell((*labelled(one), Run(value))) for one, value in pairs)
    return Row(cells, tuple(1 for _ in pairs), before=before)


def _title(fir: Fir) -> tuple[Row, ...]:
    """Set the form's head: its name and the section of law it is registered under, English over Hindi."""
    law = law_of(fir)
    return (
        Row((Cell((Run(label.TITLE.en, Style.TITLE),), side=Side.CENTRE),), keep=True),
        Row((Cell((Run(f"({law.en})", Style.LABEL),), side=Side.CENTRE),), keep=True),
        Row(
            (Cell((Run(label.TITLE.hi, Style.LABEL), Run(f" ({law.hi})", Style.SECOND)), side=Side.CENTRE),), keep=True
        ),
    )


def _item(item: Item, tables: count[int]) -> list[Row]:
    """One item: its label on a line of its own, or in front of its first field."""
    rows: list[Row] = []
    if item.label is not None:
        runs = labelled(item.label, number=f"{item.number}.")
        short = len(item.pieces) == 1 and isinstance(item.pieces[0], Prose) and not item.pieces[0].text.strip()
        rows.append(Row((Cell(runs),), keep=bool(item.pieces) and not short, before=BETWEEN_ITEMS))
    for index, piece in enumerate(item.pieces):
        after_table = bool(rows) and rows[-1].ruled
        number = f"{item.number}." if item.label is None and index == 0 else ""
        made = _piece(piece, number, tables)
        if after_table and made:
            made[0] = replace(made[0], before=max(made[0].before, AFTER_TABLE))
        rows += made
    return rows


def _piece(piece: Piece, number: str, tables: count[int]) -> list[Row]:
    """One part of an item in rows."""
    if isinstance(piece, Fields):
        return _fields(piece, number)
    if isinstance(piece, Grid):
        return _grid(piece, number, next(tables))
    if isinstance(piece, Prose):
        return paragraphs(piece.text)
    return _signatures(piece, number)


def _fields(piece: Fields, number: str) -> list[Row]:
    """Fields in lines of three at the most; a letter or number in front of the first."""
    mark = number or piece.letter
    before = BETWEEN_ITEMS if number else BETWEEN_LINES
    rows: list[Row] = []
    if piece.caption is not None:
        rows.append(Row((Cell(labelled(piece.caption, number=mark)),), keep=True, indent=INDENT, before=before))
        mark = ""
    indent = 0.0 if number else INDENT
    for first in range(0, len(piece.pairs), SIDE_BY_SIDE):
        pairs = piece.pairs[first : first + SIDE_BY_SIDE]
        cells = tuple(
            Cell((*labelled(one, number=mark if first + place == 0 else "", colon=bool(value)), Run(value)))
            for place, (one, value) in enumerate(pairs)
        )
        inside = indent if first == 0 and mark else INDENT
        rows.append(Row(cells, (1,) * len(cells), indent=inside, before=before if first == 0 else BETWEEN_LINES))
    return rows


def _grid(piece: Grid, number: str, table: int) -> list[Row]:
    """Set a ruled table with its caption; an empty one shows its heading and one empty line."""
    rows: list[Row] = []
    mark = number or piece.letter
    if piece.caption is not None:
        rows.append(Row((Cell(labelled(piece.caption, number=mark)),), keep=True, indent=INDENT, before=BETWEEN_LINES))
    columns = tuple(
        Cell((Run(one.en, Style.LABEL), Run(f" ({one.hi})" if one.hi else "", Style.SECOND))) for one in piece.columns
    )
    if number:
        columns = (Cell((Run(f"{number} ", Style.LABEL), *columns[0].runs)), *columns[1:])
    before = BETWEEN_ITEMS if number else BEFORE_TABLE
    rows.append(Row(columns, piece.shares, ruled=True, heading=True, keep=True, table=table, before=before))
    lines = piece.rows or (tuple("" for _ in piece.columns),)
    rows += [Row(tuple(Cell((Run(text),)) for text in line), piece.shares, ruled=True, table=table) for line in lines]
    return rows


def _signatures(piece: Signatures, number: str) -> list[Row]:
    """Room to sign: the informant on the left, the officer in charge on the right."""
    left = Cell(labelled(label.SIGN_COMPLAINANT, number=number, colon=False))
    right = Cell(labelled(label.SIGN_OFFICER, colon=False))
    rows = [Row((left, right), (1, 1), keep=True, before=SIGNING_SPACE)]
    for place, (one, value) in enumerate(piece.officer):
        keep = place < len(piece.officer) - 1
        cells = (Cell((Run(""),)), Cell((*labelled(one), Run(value))))
        rows.append(Row(cells, (1, 1), keep=keep, before=BETWEEN_LINES))
    return rows
