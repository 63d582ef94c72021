"""Cells a line each, a bar behind each of them, where blank lines part the rows.

    规章 |
    0 |
     |
    3 |

    行政规范性文件 |
    ...

Rows below each other that have as many cells each, blank ones too, have none that was left out, and so all their cells have their
places. Belongs here: runs of such rows. Does not belong here: cells that no blank line parts (pipecells.py), rows of another number of
cells among them, which are blocks of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell
from assets.extract.readers.bars.barlines import PIPES, is_figure_line

# So many rows of one number of cells are no chance; the fewest and the most cells of a row, and lines of a cell.
_LEAST_ROWS, _FEWEST, _MOST = 3, 3, 20
_MOST_LINES = 12


def end_of_parted_rows(lines: Sequence[str], index: int) -> int:
    """The line after the last of several rows of one width from this line on; 0 where there are none."""
    first = _end_of_row(lines, index)
    width = len(_cells(lines[index:first])) if first else 0
    stop, count, start = 0, 0, index
    while (end := _end_of_row(lines, start)) and len(_cells(lines[start:end])) == width:
        stop, count = end, count + 1
        if end + 1 >= len(lines) or lines[end].strip():
            break
        start = end + 1
    return stop if count >= _LEAST_ROWS else 0


def parted_rows(lines: Sequence[tuple[int, str]]) -> list[list[Cell]]:
    """The cells of each row of a block of numbered lines; empty where blank lines do not part them."""
    if not any(not text.strip() for _, text in lines):
        return []
    texts = [text for _, text in lines]
    if end_of_parted_rows(texts, 0) != len(texts):
        return []
    rows: list[list[Cell]] = []
    start = 0
    while start < len(texts):
        end = _end_of_row(texts, start)
        rows.append(
            [
                Cell(
                    PIPES.split("\n".join(texts[start + a : start + b]))[0],
                    lines[start + a][0],
                    lines[start + b - 1][0],
                )
                for a, b in _cells(texts[start:end])
            ]
        )
        start = end + 1
    return rows


def _end_of_row(lines: Sequence[str], index: int) -> int:
    """The line after the row that begins here and ends at a blank line or the end; 0 where its lines are no cells of one row."""
    stop = index
    while stop < len(lines) and lines[stop].strip():
        if stop - index == _MOST * _MOST_LINES:
            return 0
        stop += 1
    own = lines[index:stop]
    cells = _cells(own)
    if (
        not _FEWEST <= len(cells) <= _MOST
        or cells[-1][1] != len(own)
        or max(b - a for a, b in cells) > _MOST_LINES
    ):
        return 0
    figures = [at for at, (_, end) in enumerate(cells) if is_figure_line(own[end - 1])]
    # words behind figures are the next row's
    words = [
        at
        for at, (a, b) in enumerate(cells)
        if at not in figures and any(PIPES.sub("", x).strip() for x in own[a:b])
    ]
    is_one = not figures or not words or words[-1] < figures[0]
    return stop if is_one else 0


def _cells(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end: each line that has a bar has one, and ends with it; none where one is otherwise."""
    found: list[tuple[int, int]] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        if bars := PIPES.findall(line):
            if len(bars) > 1 or not PIPES.match(line.rstrip()[-1]):
                return []
            found.append((start, number))
            start = number
    return found
