"""The form's items as HTML for the window: English labels, Hindi beside them, ruled tables. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from station_client.domain.fir import Fir
from ui.printing import form_labels as label
from ui.printing.form_items import Fields, Grid, Item, Piece, Prose, items, law_of
from ui.printing.form_labels import Label

NONE = "–"


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of the window that shows it."""

    text: str
    quiet: str
    line: str
    head: str


def fir_html(fir: Fir, ink: Ink) -> str:
    """Give the whole form as HTML; every value is escaped. Mask the FIR first (``domain.redaction``)."""
    law = law_of(fir)
    title = (
        f"<p align='center'><span style='font-size:large;font-weight:600'>{escape(label.TITLE.en)}</span>"
        f" <span style='color:{ink.quiet}'>({escape(law.en)})</span><br/>"
        f"<span style='color:{ink.quiet}'>{escape(label.TITLE.hi)} ({escape(law.hi)})</span></p>"
    )
    return f"<div style='color:{ink.text}'>" + title + "".join(_item(one, ink) for one in items(fir)) + "</div>"


def _item(item: Item, ink: Ink) -> str:
    head = ""
    if item.label is not None:
        head = f"<p style='margin-top:10px;margin-bottom:2px'>{_label(item.label, ink, f'{item.number}. ')}</p>"
    parts = [
        _piece(piece, ink, f"{item.number}. " if not head and not at else "") for at, piece in enumerate(item.pieces)
    ]
    return head + "".join(parts)


def _piece(piece: Piece, ink: Ink, number: str) -> str:
    if isinstance(piece, Fields):
        return _fields(piece, ink, number)
    if isinstance(piece, Grid):
        return _grid(piece, ink, number)
    if isinstance(piece, Prose):
        paragraphs = [one for one in piece.text.splitlines() if one.strip()] or [NONE]
        return "".join(f"<p style='margin:2px 0 4px 18px'>{escape(one)}</p>" for one in paragraphs)
    signed = ", ".join(f"{_label(one, ink)}: {escape(value) or NONE}" for one, value in piece.officer)
    return f"<p style='margin-top:10px'>{_label(label.SIGN_OFFICER, ink, number)}<br/>{signed}</p>"


def _fields(piece: Fields, ink: Ink, number: str) -> str:
    mark = number or (f"{piece.letter} " if piece.letter else "")
    caption = f"{_label(piece.caption, ink, mark)}<br/>" if piece.caption else ""
    mark = "" if piece.caption else mark
    said = []
    for at, (one, value) in enumerate(piece.pairs):
        shown = f": {escape(value)}" if value else ("" if one is label.READ_OVER else f": {NONE}")
        said.append(_label(one, ink, mark if not at else "") + shown)
    top = 10 if number else 2
    return f"<p style='margin:{top}px 0 2px {0 if number else 18}px'>{caption}{' &nbsp;&nbsp; '.join(said)}</p>"


def _grid(piece: Grid, ink: Ink, number: str) -> str:
    mark = number or (f"{piece.letter} " if piece.letter else "")
    caption = f"<p style='margin:4px 0 2px 18px'>{_label(piece.caption, ink, mark)}</p>" if piece.caption else ""
    first = mark if number else ""
    edge = f"border:1px solid {ink.line}"
    shares = [100 * share // sum(piece.shares) for share in piece.shares]
    heads = "".join(
        f"<td width='{shares[at]}%' bgcolor='{ink.head}' style='{edge}'>{_label(one, ink, '' if at else first)}</td>"
        for at, one in enumerate(piece.columns)
    )
    rows = piece.rows or (("", NONE, *("" for _ in piece.columns[2:])),)
    body = "".join(
        "<tr>" + "".join(f"<td style='{edge}'>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    style = f"border-collapse:collapse;margin-top:{10 if number else 2}px;margin-left:{0 if number else 18}px"
    table = f"<table width='97%' cellspacing='0' cellpadding='4' style='{style}'>"
    return f"{caption}{table}<tr>{heads}</tr>{body}</table>"


def _label(one: Label, ink: Ink, before: str = "") -> str:
    hindi = f" <span style='color:{ink.quiet}'>({escape(one.hi)})</span>" if one.hi else ""
    return f"<span style='font-weight:600'>{escape(before)}{escape(one.en)}</span>{hindi}"
