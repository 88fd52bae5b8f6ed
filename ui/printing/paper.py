"""Draws rows on A4: measures each line on the device that prints it, lets ``paginate`` decide, paints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from station_client.errors import DiskFullError
from ui.printing.paginate import Measured, Page, Placed, paginate
from ui.printing.rows import CODE_SIDE, Cell, Row, Run, Side, Style, widths
from ui.printing.scripts import LATIN, stretches

WIDTH = 595.28
HEIGHT = 841.89
SIDE = 42.0
TOP = 54.0
FOOT = 62.0
INSIDE = WIDTH - 2 * SIDE
PAD = 2.5
RULE = 0.5
WATERMARK = 44.0
POINTS_PER_INCH = 72
NO_LIGATURES = QFont.Tag("liga")

_ALIGNMENT = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeading,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignTrailing,
}

_LETTERS = frozenset({"L", "R", "AL"})  # as Unicode names letters by the side from which they are read

Margin = Callable[[int, int], Sequence[Row]]
"""Gives the rows of a page's head or foot from its number and the number of pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed: the rows, and what stands above and below them on each page."""

    rows: tuple[Row, ...]
    head: Margin
    foot: Margin
    room: float = HEIGHT - TOP - FOOT
    foot_at: float = HEIGHT - FOOT
    watermark: str = ""


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell broken into lines; the layout is kept because its lines belong to it."""

    layout: QTextLayout
    lines: tuple[QTextLine, ...]


class Press:
    """Prints on one device; all sizes given to it are points."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        """Set the paper to A4 without margins: the form has its own."""
        device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        device.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._device = device
        self._unit = device.logicalDpiX() / POINTS_PER_INCH
        self._tint: QColor | Qt.BrushStyle = QColor("#EEEEEE")

    def print(self, sheet: Sheet) -> int:
        """Print the sheet; give the number of pages. Raises ``DiskFullError`` where it cannot be written."""
        cells = [self._set_row(row) for row in sheet.rows]
        measured = [self._measure(row, made) for row, made in zip(sheet.rows, cells, strict=True)]
        pages = paginate(measured, sheet.room)
        if sheet.watermark:
            self._tint = Qt.BrushStyle.NoBrush  # a heading's ground would hide the words that lie across the page
        painter = QPainter()
        if not painter.begin(self._device):
            raise DiskFullError("the printed file cannot be written")
        painter.setPen(self._pen())  # a preview plays back what is set; black, which one begins with, is not
        for number, page in enumerate(pages, 1):
            if number > 1:
                self._device.newPage()
            if sheet.watermark:
                self._paint_watermark(painter, sheet)
            self._paint_page(painter, sheet, cells, page)
            self._paint_margin(painter, sheet.head(number, len(pages)), TOP, upwards=True)
            self._paint_margin(painter, sheet.foot(number, len(pages)), sheet.foot_at + 6.0)
        if not painter.end():
            raise DiskFullError("the printed file cannot be finished")
        return len(pages)

    def _paint_page(self, painter: QPainter, sheet: Sheet, cells: Sequence[Sequence[_SetCell]], page: Page) -> None:
        for placed in page:
            self._paint_row(painter, sheet.rows[placed.row], cells[placed.row], placed, TOP)

    def _paint_margin(self, painter: QPainter, rows: Sequence[Row], edge: float, *, upwards: bool = False) -> None:
        """Paint a page's head, ending at ``edge``, or its foot, beginning there, with a rule between."""
        made = [self._set_row(row) for row in rows]
        heights = [self._measure(row, one).height() for row, one in zip(rows, made, strict=True)]
        y = edge - 8.0 - sum(heights) if upwards else edge
        rule = edge - 6.0 if upwards else edge - 3.0
        painter.setPen(self._pen())
        painter.drawLine(self._point(SIDE, rule), self._point(SIDE + INSIDE, rule))
        for index, (row, one) in enumerate(zip(rows, made, strict=True)):
            lines = max(len(cell.lines) for cell in one)
            self._paint_row(painter, row, one, Placed(index, 0, lines, 0.0, heights[index]), y)
            y += heights[index]

    def _paint_row(self, painter: QPainter, row: Row, cells: Sequence[_SetCell], placed: Placed, top: float) -> None:
        """Paint the placed lines of one row, with the rules of its cells."""
        x, pad = SIDE + row.indent, PAD if row.ruled else 0.0
        if row.squares and placed.first == 0:
            self._paint_squares(painter, row.squares, top + placed.y)
        rises = _rises(cells)
        for cell, width in zip(cells, widths(row, INSIDE), strict=True):
            y = top + placed.y
            if row.ruled:
                painter.setPen(self._pen())
                painter.setBrush(self._tint if row.heading else Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self._point(x, y), self._point(x + width, y + placed.height)))
            painter.setPen(QColor(Qt.GlobalColor.black))
            y += pad
            for index, line in list(enumerate(cell.lines))[placed.first : placed.last]:
                drop = rises[index] - line.ascent()
                line.draw(painter, QPointF((x + pad) * self._unit, y * self._unit + drop - line.y()))
                y += _line_height(cells, index) / self._unit
            x += width

    def _paint_watermark(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint words across the page, light enough to read through, under everything else."""
        painter.save()
        painter.setPen(QColor("#C8C8C8"))
        font = QFont([LATIN, "Noto Sans Devanagari"])
        font.setPointSizeF(WATERMARK)
        painter.setFont(font)
        painter.translate(self._point(SIDE + INSIDE / 2, (TOP + sheet.foot_at) / 2))
        painter.rotate(-20)
        wide = QRectF(self._point(-INSIDE, -WATERMARK), self._point(INSIDE, WATERMARK))
        painter.drawText(wide, int(Qt.AlignmentFlag.AlignCenter), sheet.watermark)
        painter.restore()

    def _paint_squares(self, painter: QPainter, squares: Sequence[bytes], top: float) -> None:
        """Paint a code square by square, black on the paper, at the right edge."""
        step = CODE_SIDE / len(squares)
        left = SIDE + INSIDE - CODE_SIDE
        for down, line in enumerate(squares):
            for along, dark in enumerate(line):
                if dark:
                    corner = self._point(left + along * step, top + down * step)
                    opposite = self._point(left + (along + 1) * step, top + (down + 1) * step)
                    painter.fillRect(QRectF(corner, opposite), QColor(Qt.GlobalColor.black))

    def _set_row(self, row: Row) -> tuple[_SetCell, ...]:
        pad = PAD if row.ruled else 0.0
        return tuple(
            self._set_cell(cell, width - 2 * pad - (0.0 if row.ruled else 4.0))
            for cell, width in zip(row.cells, widths(row, INSIDE), strict=True)
        )

    def _set_cell(self, cell: Cell, width: float) -> _SetCell:
        """Break a cell's text into lines of ``width`` points."""
        layout = QTextLayout(cell.text, _font(cell.runs[0].style, LATIN), self._device)
        option = QTextOption(_ALIGNMENT[cell.side])
        option.setTextDirection(_read_from(cell.text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(cell.runs))
        layout.beginLayout()
        lines: list[QTextLine] = []
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * self._unit)
            line.setPosition(QPointF(0.0, y))
            y += line.height()
            lines.append(line)
        layout.endLayout()
        return _SetCell(layout, tuple(lines))

    def _measure(self, row: Row, cells: Sequence[_SetCell]) -> Measured:
        """Give the heights of a row's lines: of cells side by side, the tallest line counts."""
        count = max(len(cell.lines) for cell in cells)
        heights = tuple(_line_height(cells, index) / self._unit for index in range(count))
        return Measured(heights, row.before, PAD if row.ruled else 0.0, row.heading, row.keep, row.table)

    def _pen(self) -> QPen:
        return QPen(QColor("#555555"), RULE * self._unit)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._unit, y * self._unit)


def _read_from(text: str) -> Qt.LayoutDirection:
    """Say from which side a text is read: by its first letter, in a window of any language; numbers from the left."""
    sides = (bidirectional(one) for one in text)
    first = next((one for one in sides if one in _LETTERS), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


def _rises(cells: Sequence[_SetCell]) -> tuple[float, ...]:
    """Give for each line the highest ascent of the cells side by side: their baselines stand on it."""
    count = max(len(cell.lines) for cell in cells)
    return tuple(max(cell.lines[at].ascent() for cell in cells if at < len(cell.lines)) for at in range(count))


def _line_height(cells: Sequence[_SetCell], index: int) -> float:
    """Give the height that one line needs in all cells side by side, on a common baseline."""
    lines = [cell.lines[index] for cell in cells if index < len(cell.lines)]
    return max(line.ascent() for line in lines) + max(line.height() - line.ascent() for line in lines)


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    """Give each stretch of each run its font."""
    formats: list[QTextLayout.FormatRange] = []
    offset = 0
    for run in runs:
        for start, length, family in stretches(run.text):
            one = QTextLayout.FormatRange()
            one.start, one.length = offset + start, length
            style = QTextCharFormat()
            style.setFont(_font(run.style, family))
            one.format = style
            formats.append(one)
        offset += len(run.text)
    return formats


def _font(style: Style, family: str) -> QFont:
    """Make the font of a style in a script's family; Latin stands behind it for digits and signs.

    Latin has no ligatures: the ``ff`` of a hash, drawn as one sign, is copied out of a PDF as another letter.
    """
    font = QFont([family] if family == LATIN else [family, LATIN])
    if family == LATIN:
        font.setFeature(NO_LIGATURES, 0)
    font.setPointSizeF(style.points)
    font.setWeight(QFont.Weight.DemiBold if style.strong else QFont.Weight.Normal)
    return font
