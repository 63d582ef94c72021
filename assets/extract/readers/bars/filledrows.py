"""Cells a line each whose rows are all filled up with bars to one number of them.

    一、本年新收 |
    7 |
    ...
    13 |
    ||

Belongs here: where such rows end, and which of their bars are blank cells. Does not belong here: rows that other things
end (pipecells.py), rows of one line (linepads.py).
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import gcd

from assets.extract.model import Cell
from assets.extract.readers.bars.barlines import (
    BLANK_FILLED,
    FILLED,
    PADS,
    PIPES,
    ROW_END,
    WRITTEN,
    Line,
    is_bar,
    is_figure_line,
)

_WORDS = re.compile(r"[\u3400-\u9fff]{2}")
# So many rows that are filled up, and so many bars in each, prove that all are.
_LEAST_FILLED, _LEAST_BARS, _MOST_BARS = 2, 3, 20


def opened_above(lines: list[Line]) -> list[Line]:
    """The lines with a bar above the first where one opens every row below: a heading above may have taken its own."""
    after = [line for (above, _, _), line in pairwise(lines) if FILLED.search(above)]
    if not after or is_bar(lines[0][0]) or not all(is_bar(text) for text, _, _ in after):
        return []
    return [("|", lines[0][1], lines[0][1]), *lines]


def filled_up(lines: list[Line]) -> list[list[Cell]]:
    """Rows that all have the same number of bars, since each is filled up with them; empty where they are not.

    What fills up the last row may be gone: converters strip a table's end. Or bars stand below it: those of a row without anything.

    A single bar at the end of a row looks like a blank cell, and is one only where others show that these are kept: more bars
    than one fill a row up on one line.
    """
    if not lines:
        return []
    counts = [len(PIPES.findall(line)) for line, _, _ in lines]
    ends = list(accumulate(counts))
    filled = [end for end, (line, _, _) in zip(ends, lines, strict=True) if FILLED.search(line)]
    stop = _end_of_rows(lines, ends, filled)
    filled = [end for end in filled if end <= ends[stop - 1]]
    width = gcd(*filled) if WRITTEN.search(lines[-1][0]) else gcd(*filled, ends[stop - 1])
    if len(filled) < _LEAST_FILLED or not _LEAST_BARS <= width <= _MOST_BARS:
        return []
    rows: list[list[Line]] = [[]]
    for end, line in zip(ends[:stop], lines[:stop], strict=True):
        rows[-1].append(line)
        if end % width == 0:
            rows.append([])
        elif (end - 1) // width >= len(rows):  # a line of two rows: they are not of one width
            return []
    is_cut = bool(rows[-1])
    if not is_cut:
        rows.pop()
    if (is_cut or stop < len(lines)) and any(map(_is_two_rows, rows)):
        return []
    opened = all(is_bar(row[0][0]) for row in rows)
    rows = [row[1:] for row in rows] if opened else rows
    # where what fills rows up stands behind their last cells, a bar below one is a cell
    is_cell = opened and all(WRITTEN.search(line) for line, _, _ in lines[:stop] if FILLED.search(line))
    kept = any(
        is_bar(line) and any(WRITTEN.search(after) for after, _, _ in row[number + 1 :])
        for row in rows
        for number, (line, _, _) in enumerate(row)
    )
    rows = [_without_last_bar(row, rows) for row in rows] if kept else rows
    ends_blank = _end_in_blanks(rows) if opened else False
    return [
        [
            Cell(text, first, last)
            for number, (line, first, last) in enumerate(row, start=1)
            for text in _texts(line)
            if WRITTEN.search(line)
            or ((kept or is_cell or number < len(row)) and (is_bar(line) or PADS.search(line)))
            or (ends_blank and BLANK_FILLED.match(line))
        ]
        for row in rows
    ]


def _end_of_rows(lines: list[Line], ends: list[int], filled: list[int]) -> int:
    """How many lines hold rows: bars alone below a last row that is whole are those of a row without anything."""
    last = max(
        (end for end, (line, _, _) in zip(ends, lines, strict=True) if WRITTEN.search(line)), default=0
    )
    width = gcd(*(end for end in filled if end <= last))
    whole = -(-last // width) * width if width else 0
    return ends.index(whole) + 1 if whole in ends else len(lines)


def _texts(line: str) -> list[str]:
    """The cells of a line, without the bars behind the last that is written."""
    texts = PIPES.split(line)[:-1]
    while len(texts) > 1 and not texts[-1].strip():
        texts.pop()
    return texts


def _end_in_blanks(rows: list[list[Line]]) -> bool:
    """Whether a bar before those that fill up a row, on the line of its last cell, is that of a blank cell.

    So it is where rows whose last cell is written are filled up in its line, and have as many cells behind their words.
    """
    ends = [(row[-1][0], _cells_behind_words(row)) for row in rows if PADS.search(row[-1][0])]
    written = {count for line, count in ends if count and WRITTEN.search(line)}
    blank = {count for line, count in ends if count and BLANK_FILLED.match(line)}
    return written == blank and len(written) == 1


def _without_last_bar(row: list[Line], rows: list[list[Line]]) -> list[Line]:
    """The row without a single bar at its end that fills it up: it would have a cell more than all that several fill up."""
    own = [_cells_behind_words(other[:-1]) for other in rows if ROW_END.match(other[-1][0])]
    counts = {count for count in own if count}
    return row[:-1] if is_bar(row[-1][0]) and counts == {_cells_behind_words(row) - 1} else row


def _cells_behind_words(row: list[Line]) -> int:
    """How many cells of figures, or blank, stand behind the last words of a row."""
    words = [n for n, (line, _, _) in enumerate(row, 1) if WRITTEN.search(line) and not is_figure_line(line)]
    return len(row) - max(words, default=0)


def _is_two_rows(row: list[Line]) -> bool:
    """Whether words stand after figures: rows of another width, twice which fills up those that are."""
    figures = [n for n, (line, _, _) in enumerate(row) if is_figure_line(line)]
    words = [n for n, (line, _, _) in enumerate(row) if _WORDS.search(line) and n not in figures]
    return bool(figures and words) and words[-1] > figures[0]
