"""Cells a line each, the bar before its cell: the first cell of a row has none, and a bar alone closes the row.

    规章
    | 0
    | 1
    |

So do programs print cells that each stand on a line of their own; blank cells are bars alone, too, and a row begins where words
without a bar follow one. Does not belong here: cells with the bar behind them (pipecells.py), rows that a bar opens (brokenrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES
from assets.extract.readers.bars.pipecells import MOST_LINES

_CELL = re.compile(r"\s*[|｜][^|｜]*")
_BAR = re.compile(r"\s*[|｜]\s*")
_LEAST_ROWS, _MOST_CELLS = 3, 24
_LONGEST_LINE = 400

# A row: its cells as the numbers of their first line and the one after their last.
_Row = list[tuple[int, int]]


def starts(lines: list[str], index: int) -> bool:
    """Whether the line below holds the second cell of a row, and rows go on from here."""
    if index + 1 >= len(lines) or not _CELL.fullmatch(lines[index + 1]) or PIPES.search(lines[index]):
        return False
    rows = _rows(lines, index)
    return len(rows) >= _LEAST_ROWS and any(len(row) > 2 for row in rows) and _are_whole(lines, rows)


def end(lines: list[str], index: int) -> int:
    """The line after the bar that closes the last row."""
    return _rows(lines, index)[-1][-1][1] + 1


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    return [
        GridRow(
            [Cell(_text(lines, a, b), a + first_line, max(a, b - 1) + first_line) for a, b in row],
            "pipe_cells",
            block,
        )
        for row in _rows(lines, 0)
    ]


def _rows(lines: list[str], index: int) -> list[_Row]:
    rows: list[_Row] = []
    while (row := _row(lines, index)) is not None:
        rows.append(row)
        index = row[-1][1] + 1
        while index + 1 < len(lines) and not lines[index].strip() and not _CELL.fullmatch(lines[index + 1]):
            index += 1
    return rows


def _row(lines: list[str], index: int) -> _Row | None:
    """The row that begins at a line: each cell up to the next bar, the last closed by a bar alone; None where there is none.

    Its first cell may be blank.
    """
    if index >= len(lines) or PIPES.search(lines[index]):
        return None
    starts_at = [index, *_bars(lines, index)]
    if not 2 <= len(starts_at) <= _MOST_CELLS + 1 or not _BAR.fullmatch(lines[starts_at[-1]]):
        return None
    cells = list(pairwise(starts_at))
    return cells if all(b - a <= MOST_LINES for a, b in cells) else None


def _bars(lines: list[str], index: int) -> Iterator[int]:
    """The lines with a bar up to that which words without a bar follow; each holds one at its start."""
    count = written = 0
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if _CELL.fullmatch(line) and len(line) <= _LONGEST_LINE:
            yield number
            count, written = count + 1, 0
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if count > _MOST_CELLS or (_BAR.fullmatch(line) and not _CELL.fullmatch(following)):
                return
        elif PIPES.search(line) or not line.strip() or written == MOST_LINES or len(line) > _LONGEST_LINE:
            return
        else:
            written += 1


def _are_whole(lines: list[str], rows: list[_Row]) -> bool:
    """Whether no row but the widest begins with figures, as what follows a line break in a blank cell would."""
    widest = max(map(len, rows))
    return all(len(row) == widest or not looks_like_figure(squash(_text(lines, *row[0]))) for row in rows)


def _text(lines: list[str], start: int, stop: int) -> str:
    return "\n".join(text for line in lines[start:stop] if (text := PIPES.sub("", line, count=1).strip()))
