"""Rows between bars whose cells keep the line breaks of their page: each row opens with a bar at the start of a line.

    |
      规章  |

      0  |
    |
      行政规范性文件 | ...

Where other bars stand at the start of a line, too, a row opens right below the bar that closes the one before it. Does not belong
here: rows of one line each and rows that nothing opens (pipes.py), one cell a line (pipecells.py).
"""

from __future__ import annotations

import re
from collections import Counter

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES
from assets.extract.readers.bars.pipecells import MOST_LINES, ONE_CELL, OPENS_TABLE
from assets.extract.sections import numbered_heading
from assets.extract.undone.words.brokenlabels import is_label

_BARS = ("|", "｜")
_WIDENS = re.compile(r"[|｜]{2,}\s*")
# A line that closes a cell, bars that widen it behind.
_FILLED = re.compile(r"[^|｜]*[|｜][\s|｜]*")
_WORDS = re.compile(r"[\u3400-\u9fff]{4}")
_RULE = re.compile(r"[\s|｜:=-]*")
# A row is closed behind one cell at least; a table has so many rows, a row at most so many bars.
_LEAST_BARS, _LEAST_ROWS, _MOST_BARS = 2, 3, 60
# Rows of a table before which its widest stands.
_MANY = 8
# So many blank lines may stand between two rows, and between two lines with bars of a row.
_MOST_BETWEEN, _MOST_WITHIN = 4, 24
_LONGEST_LINE = 400
# What a report appends, below the last of its tables.
_ANNEX = re.compile(r"\s*附[件表录]?[0-9一二三四五六]{0,2}[:：]")


def _opens(line: str) -> bool:
    """Whether a line starts with a bar, and not with those that widen the cell above it."""
    return line.startswith(_BARS) and not _WIDENS.fullmatch(line)


def starts(lines: list[str], index: int) -> bool:
    """Whether rows begin here one of which goes over several lines."""
    if not _opens(lines[index]):
        return False
    rows = _rows(lines, index)
    if len(rows) < _LEAST_ROWS or all(_is_on_a_line(lines, a, b) for a, b in rows):
        return False
    return not _is_a_cell_a_line(lines, rows) and _are_whole(lines, rows)


def _is_on_a_line(lines: list[str], start: int, stop: int) -> bool:
    """Whether a row stands on one line; bars alone below it, as many as its own, are a blank row and widen nothing."""
    bars = lines[start].count("|")
    return all(
        _WIDENS.fullmatch(line) and line.count("|") == bars > _LEAST_BARS for line in lines[start + 1 : stop]
    )


def end(lines: list[str], index: int) -> int:
    """The line after the last bar of the last row."""
    return _rows(lines, index)[-1][1]


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`; the bars that widen a cell stand for blank ones."""
    rows = [cells_between(lines, a, b, first_line) for a, b in _rows(lines, 0, ends_here=True)]
    return [GridRow(cells, "pipes", block) for cells in rows if cells]


def _rows(lines: list[str], index: int, *, ends_here: bool = False) -> list[tuple[int, int]]:
    """The rows from a line on that opens one, each from its first line to the one after its last.

    Unless the lines are known to end with the table, the last row, and one that is wider than many before it, may hold
    what follows.
    """
    limit = _limit(lines, index)
    edge = _bars_stand_at_edge(lines, index, limit)
    rows: list[tuple[int, int]] = []
    widest = first = 0
    while index < limit and _opens(lines[index]):
        stop, bars = _end_of_row(lines, index, limit, _MOST_BARS, edge=edge)
        if bars > widest and rows and OPENS_TABLE.match(squash("".join(lines[index:stop])).lstrip("|｜")):
            widest, first = 0, len(rows)  # another table, of a width of its own, that no heading sets apart
        if bars > widest and not ends_here and (stop == limit or len(rows) - first >= _MANY):
            stop, bars = _end_of_row(lines, index, limit, widest or _MOST_BARS, edge=edge)
        if bars < _LEAST_BARS or not lines[stop - 1].rstrip().endswith(_BARS):
            break
        rows.append((index, stop))
        widest = max(widest, bars)
        index = stop
        while not edge and index < limit and index - stop < _MOST_BETWEEN and not lines[index].strip():
            index += 1
    return rows


def _is_a_cell_a_line(lines: list[str], rows: list[tuple[int, int]]) -> bool:
    """Whether each line closes a cell or belongs to one that the next closes, which is another layout (pipecells.py)."""
    within = [line for a, b in rows for line in lines[a:b]]
    return all(line.strip() for line in within) and all(
        ONE_CELL.match(line) or _FILLED.fullmatch(line) for line in within if PIPES.search(line)
    )


def _bars_stand_at_edge(lines: list[str], index: int, limit: int) -> bool:
    """Whether most bars at the start of a line close the text above them, and open no row."""
    above = [lines[n - 1].rstrip() for n in range(index + 1, limit) if _opens(lines[n])]
    return 2 * sum(bool(line) and not line.endswith(_BARS) for line in above) > len(above)


def _limit(lines: list[str], index: int) -> int:
    """The line after the last bar with no more text and blank lines between two bars than a row has, and no heading."""
    stop, written = index + 1, 0
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if len(line) > _LONGEST_LINE:
            break
        if PIPES.search(line):
            stop, written = number + 1, 0
        elif line.strip():
            written += 1
            if numbered_heading(line) or _ANNEX.match(line):
                break
        if written > MOST_LINES or number - stop > _MOST_WITHIN:
            break
    return stop


def _end_of_row(lines: list[str], index: int, limit: int, most: int, *, edge: bool) -> tuple[int, int]:
    """The line after the last bar of the row, and how many it has, at most so many."""
    bars, stop = len(PIPES.findall(lines[index])), index + 1
    for number in range(index + 1, limit):
        line = lines[number]
        if _opens(line) and (not edge or lines[number - 1].rstrip().endswith(_BARS)):
            break
        more = len(PIPES.findall(line))
        if bars + more > most:
            break
        if more:
            bars, stop = bars + more, number + 1
    return stop, bars


def _are_whole(lines: list[str], rows: list[tuple[int, int]]) -> bool:
    """Whether no row is empty and none begins with figures, which a line break in a blank cell would make of its rest.

    The widest may, which cannot be a rest, and so may one that has as many cells as most and whose label is blank.
    """
    cells = [row for a, b in rows if (row := [cell.text.strip() for cell in cells_between(lines, a, b, 1)])]
    widest = max(map(len, cells), default=0)
    usual = Counter(map(len, cells)).most_common(1)[0][0] if cells else 0
    for row in cells:
        first = next(filter(None, row), "")
        unlabelled = len(row) == widest or (len(row) == usual and not row[0])
        if not first or (looks_like_figure(squash(first)) and not unlabelled):
            return False
        figures = [at for at, text in enumerate(row) if text and looks_like_figure(squash(text))]
        if figures and _WORDS.search("".join(row[figures[-1] + 1 :])):
            return False  # what follows the table
        if figures and any(map(is_label, row[figures[0] + 1 :])):
            return False  # rows of one line each, few of which a bar closes
    return bool(cells)


def cells_between(lines: list[str], start: int, stop: int, first_line: int) -> list[Cell]:
    """The cells of a row between its first bar and its last; none of a rule."""
    if all(_RULE.fullmatch(line) and "-" in line for line in lines[start:stop]):
        return []
    pieces: list[list[tuple[int, str]]] = [[]]
    for number in range(start, stop):
        for place, piece in enumerate(PIPES.split(lines[number])):
            if place:
                pieces.append([])
            if piece.strip():
                pieces[-1].append((number + first_line, piece.strip()))
    cells: list[Cell] = []
    last = start + first_line
    for piece in pieces[1:-1]:
        first, last = (piece[0][0], piece[-1][0]) if piece else (last, last)
        cells.append(Cell("\n".join(text for _, text in piece), first, last))
    return cells
