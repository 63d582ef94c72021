"""Tables copied out of a browser whose cells hold paragraphs: a tab between two cells, and the line breaks around it.

A browser sets a tab between the cells of a row and a line break between rows, and as many line breaks before and behind
a block as its kind asks for: `text, 2 breaks, tab, 2 breaks, text`, and five between rows. So a tab stands alone with as
many breaks on either side; where other programs leave some out, it does so between all cells alike, and between two rows there
is a break more than around a tab, and no tab. Does not belong here: a tab that opens its cell (baretabs.py, tabcells.py), rows that keep to one
line (delimited.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import heading

LAYOUT = "tsv"
# Breaks that no block asks for before or behind a cell: there a row ends.
_OF_ROWS = 3
# Pieces in which the first tabs of a table come, tabs that tell how they stand, and lines that are looked through.
_NEAR, _LEAST, _MOST_LINES = 12, 2, 120
_SPACES = " \r\f\u3000"


@dataclass(slots=True)
class _Piece:
    """A line of a cell: the breaks between the piece before and the first tab, the tabs, the breaks behind the last one."""

    text: str
    index: int
    before: int
    tabs: int
    after: int

    @property
    def is_even(self) -> bool:
        """Whether one tab stands alone with as many breaks on either side."""
        return self.tabs == 1 and 0 < self.before == self.after < _OF_ROWS


def starts(lines: list[str], index: int) -> bool:
    """A line of the first cell of such a table; not where a tab parts cells of one line, which is a row."""
    if "\t" in lines[index] or not lines[index].strip(_SPACES):
        return False
    pieces = _leading_to_tabs(lines, index)
    on_one_line = any(piece.tabs and not piece.before and not piece.after for piece in pieces)
    return not on_one_line and (sum(piece.is_even for piece in pieces) >= _LEAST or _is_regular(pieces))


def end(lines: list[str], index: int) -> int:
    """The line before what follows the last row: a heading, prose, or text that leads to no more cells."""
    _, gap = _breaks(_leading_to_tabs(lines, index))
    last = None
    for piece in _pieces(lines, index):
        if last is not None and _ends_cell(last, piece, gap) and not _leading_to_tabs(lines, piece.index):
            return piece.index
        last = piece
    return len(lines)


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    pieces = list(_pieces(lines, 0))
    usual, gap = _breaks(pieces)
    rows: list[list[Cell]] = []
    last = None
    for piece in pieces:
        line = first_line + piece.index
        cell = Cell(piece.text, line, line)
        blank = [Cell("", line, line)]
        if last is None or (not piece.tabs and _ends_cell(last, piece, gap)):
            rows.append([cell])
        elif not piece.tabs:
            before = rows[-1][-1]
            rows[-1][-1] = Cell(f"{before.text}\n{piece.text}", before.line_start, line)
        elif piece.before >= gap:  # the row begins with a blank cell
            rows.append([*blank * piece.tabs, cell])
        elif piece.after > usual:  # the row before ends with one
            rows[-1] += blank * piece.tabs
            rows.append([cell])
        else:
            rows[-1] += [*blank * (piece.tabs - 1), cell]
        last = piece
    return [GridRow(row, LAYOUT, block) for row in rows]


@remembering
def _opens_section(text: str) -> bool:
    """Whether a text begins with the heading of a section."""
    return heading().match(squash(text)) is not None


def _pieces(lines: list[str], index: int, most: int | None = None) -> Iterator[_Piece]:
    """The pieces of text from a line on, in so many lines at most."""
    before = tabs = after = 0
    for at in range(index, min(len(lines), index + (most or len(lines)))):
        for n, text in enumerate(lines[at].split("\t")):
            if n:
                tabs, after = tabs + 1, 0
            if text.strip(_SPACES):
                yield _Piece(text.strip(), at, before, tabs, after)
                before = tabs = after = 0
        if tabs:
            after += 1
        else:
            before += 1


def _breaks(pieces: Sequence[_Piece]) -> tuple[int, int]:
    """The breaks behind a tab between two cells, and the least there are between two rows."""
    even = [piece.after for piece in pieces if piece.is_even]
    if len(even) >= _LEAST:
        return max(even), _OF_ROWS
    tabs = Counter((piece.before, piece.after) for piece in pieces if piece.tabs == 1)
    ((before, after), _), *_ = tabs.most_common(1) or [((1, 1), 0)]
    return after, before + after + 1


def _is_regular(pieces: Sequence[_Piece]) -> bool:
    """Whether all single tabs stand alike, and rows begin without one."""
    alike = {(piece.before, piece.after) for piece in pieces if piece.tabs == 1}
    if len(alike) != 1:
        return False
    _, gap = _breaks(pieces)
    first = next((n for n, piece in enumerate(pieces) if piece.tabs), 0)
    rows = [piece for piece in pieces[first:] if piece.before == gap]
    tabs = sum(piece.tabs == 1 for piece in pieces)
    return tabs >= _LEAST and bool(rows) and not any(piece.tabs for piece in rows)


def _ends_cell(last: _Piece, piece: _Piece, gap: int) -> bool:
    """Whether a piece that no tab parts from the last one is in another row: a figure is all of its cell."""
    return not piece.tabs and (piece.before >= gap or looks_like_figure(last.text))


def _leading_to_tabs(lines: list[str], index: int) -> list[_Piece]:
    """The pieces from a line on, where a tab comes before any heading and any prose; none where none does."""
    found: list[_Piece] = []
    for piece in islice(_pieces(lines, index, _MOST_LINES), _NEAR):
        if "。" in piece.text or _opens_section(piece.text):
            break
        found.append(piece)
    return found if any(piece.tabs for piece in found) else []
