r"""Rows that a program prints from its table in memory: columns set to the right by spaces, a word for each empty cell.

           0          1        2
    0   信息内容   本年制发件数      NaN
    1     规章          3        1

Every cell is printed, so that all rows have as many words set apart by two spaces; the rows may be counted before their cells,
from 0, and the columns above them. The spaces become tabs. Of a table of one column, which holds the paragraphs of a sheet, only the
numbers are taken off. Does not belong here: rows that leave empty cells blank (columns.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assets.extract.numbers import EMPTY_WORDS
from assets.extract.places.positions import display_width
from assets.extract.readers.drawn.widths import columns_of

_GAP = re.compile(r" {2,}")
_CELL = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile("[\u3400-\u9fff]")
# The number over the only column.
_ONLY_NUMBER = re.compile(r" {3,}0")
_LEAST_ROWS, _LEAST_CELLS = 3, 3
# So many cells hold the word for an empty one where nothing is counted; so many columns are counted from 0 by no chance.
_LEAST_EMPTY, _LEAST_COUNTED = 2, 4
# Of so many rows the last cell is not blank by habit.
_MOST_FILLED = 0.2

_Rows = list[list[str]]


def with_tabs_for_columns(lines: list[str]) -> list[str]:
    """The lines with tabs between such cells, without the numbers of rows and columns."""
    if not any("  " in line and _GAP.search(line.strip()) for line in lines):
        return lines
    out = lines
    for start, stop in _runs(lines):
        if rows := _cells(lines[start:stop]):
            out = list(lines) if out is lines else out
            out[start:stop] = ["\t".join(row) for row in rows]
    return out


def without_numbers_of_one_column(lines: list[str]) -> list[str]:
    """The lines without the nought above a column of paragraphs and without the numbers of these, all set to one edge on the right."""
    out = lines
    for top, line in enumerate(lines):
        if not _ONLY_NUMBER.fullmatch(line):
            continue
        end = top + 1
        while end < len(lines) and re.match(rf"{end - top - 1} {{2,}}(?=\S)", lines[end]):
            end += 1
        rows = [row.partition(" ")[2].strip() for row in lines[top + 1 : end]]
        is_column = bool(rows) and all(map(_WORD.search, rows)) and _end_alike(lines[top:end])
        if is_column and not any(_GAP.search(row) for row in rows):
            out = list(lines) if out is lines else out
            out[top:end] = ["", *rows]
    return out


def _end_alike(lines: Sequence[str]) -> bool:
    """Whether lines end at one place, wide characters counted as one column or as two."""
    return len({*map(len, lines)}) == 1 or len({*map(display_width, lines)}) == 1


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where lines with gaps begin and end, no others between."""
    start = None
    for n, line in enumerate([*lines, ""]):
        is_row = "  " in line and "\t" not in line and len(_GAP.findall(line.strip())) >= _LEAST_CELLS - 1
        if is_row and start is None:
            start = n
        elif not is_row and start is not None:
            if n - start >= _LEAST_ROWS:
                yield start, n
            start = None


def _cells(lines: Sequence[str]) -> _Rows:
    """The cells of rows that are printed so, as many as there are lines; none where they are not."""
    rows = [_CELL.findall(line) for line in lines]
    width = len(rows[-1])
    is_named = len(rows[0]) == width - 1  # what stands over the numbers of rows is blank
    if any(len(row) != width for row in rows[1:]) or not (is_named or len(rows[0]) == width):
        return []
    numbered = [row[0] for row in rows[is_named:]]
    counts = numbered == [str(n) for n in range(len(numbered))]
    if is_named and not counts:
        return []
    own = [row[1:] if counts and (n or not is_named) else row for n, row in enumerate(rows)]
    named = own[0] == [str(n) for n in range(len(own[0]))] and (counts or len(own[0]) >= _LEAST_COUNTED)
    empty = sum(cell in EMPTY_WORDS for row in own for cell in row)
    if not (counts or named or empty >= _LEAST_EMPTY) or not any(map(_WORD.search, map("".join, own))):
        return []
    # numbers of columns may stand one place off the cells below them
    if not any(_are_set_to_one_edge(lines[named:], width - counts, measure) for measure in _MEASURES):
        return []
    blank = [["" if cell in EMPTY_WORDS else cell for cell in row] for row in own]
    return _without_fillings([[], *blank[1:]] if named else blank)


def _without_fillings(rows: _Rows) -> _Rows:
    """The rows, of those that are full but for their last cell not this: a row that lost a cell was filled up to the others.

    Not so where more than a few rows are: then it is the table's habit.
    """
    filled = [n for n, row in enumerate(rows) if row and not row[-1] and all(row[:-1])]
    if not 0 < len(filled) <= _MOST_FILLED * len(rows):
        return rows
    return [row[:-1] if n in filled else row for n, row in enumerate(rows)]


# The least and the most that ambiguous characters of a line may take; 0 where every character is one column wide.
_MEASURES = ((1, 2), (0, 0))
# From where to where a place may lie.
_Place = tuple[int, int]


def _are_set_to_one_edge(lines: Sequence[str], columns: int, measure: tuple[int, int]) -> bool:
    """Whether the cells of each column, so many from the right, may end in one place or begin in one."""
    edges: list[list[tuple[_Place, _Place]]] = []
    for line in lines:
        least, most = ([at for at, _ in columns_of(f"{line} ", wide)] for wide in measure)
        places = list(zip(least, most, strict=True))
        edges.append([(places[c.start()], places[c.end()]) for c in _CELL.finditer(line)][-columns:])
    return all(
        any(_may_be_one(side) for side in zip(*column, strict=True)) for column in zip(*edges, strict=True)
    )


def _may_be_one(places: Sequence[_Place]) -> bool:
    return max(least for least, _ in places) <= min(most for _, most in places)
