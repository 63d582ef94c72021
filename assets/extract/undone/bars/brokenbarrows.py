"""Rows that bars fill up to one width, whose cells end where the page's paragraphs end and not where a row does: they become rows of a page.

    | 规章          规章 |
    |               0 | 0 | 3 |
    0               第二十条第（五）项 | |||
    |

A program that prints a cell with paragraphs on lines of its own and plain cells along one line writes labels a line each and the figures
of their row on the next; or it sets each bar below its cell, and one in front of the first cell of each row. As many bars stand in
every row, those of the columns that wider cells cover behind its last cell: so the ends of rows are told by counting, and must be where
lines end, and where the bars in front of first cells say. Every line keeps its number. Belongs here: where rows end, and which bars are
cells. Does not belong here: cells and their lines (barstream.py), rows of one line each (pipes.py), a cell a line and nothing else (pipecells.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import gcd

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.pipecells import OPENS_TABLE
from assets.extract.undone.bars.barstream import Closed, streams, write_rows
from assets.extract.undone.words.brokenlabels import is_label

_NARROWEST, _WIDEST = 3, 24
# So many rows that bars fill up are no chance, nor so many first cells behind a bar.
_LEAST_FILLED, _LEAST_OPENED = 2, 3
# So many lines of several figures right below a line of one label, or so many cells above bars alone and no others.
_LEAST_BELOW, _LEAST_ABOVE, _ABOVE = 3, 20, 0.95
_MOST_LABELS = 3
# So many stretches that end where the others do to one that does not.
_WHOLE_TO_BROKEN = 4
# A line with one cell, or with bars alone: what tells such rows counts them, or cells that are alone on their lines.
_OF_ONE_CELL = re.compile(r"^[^|｜\n]*+[|｜](?:[^|｜\n]*+|(?:[|｜]|[^\S\n])*+)$", re.MULTILINE)
_LEAST_OF_ONE_CELL = min(_LEAST_OPENED, _LEAST_BELOW, _LEAST_ABOVE)
# What stands between the figures of a row that have no place.
_BETWEEN = " / "

_Row = list[Closed]


def with_rows_filled_up(lines: list[str]) -> list[str]:
    """The lines, such rows as those of a page; the cells of rows with a bar too many or too few have no place there."""
    out = lines
    if len(_OF_ONE_CELL.findall("\n".join(lines))) < _LEAST_OF_ONE_CELL:
        return lines
    found = streams(lines)
    # where one table is set so, the others are
    is_set_so = (
        any(map(_are_opened, found))
        or sum(map(_below_labels, found)) >= _LEAST_BELOW
        or any(map(_stand_above_bars, found))
    )
    for stream in found:
        is_opened = _are_opened(stream)
        for table in _tables(stream):
            if not is_set_so and not _is_a_cell_a_line(table):
                continue
            rows = _rows(table, is_opened=is_opened)
            broken: list[_Row] = []
            if not rows:
                rows, broken = _rows_but_some(table, is_opened=is_opened)
            elif not is_set_so:
                continue  # what ends rows so is read where it stands (pipecells.py)
            if rows:
                out = list(lines) if out is lines else out
                rows = sorted(filter(None, [*rows, *map(_unplaced, broken)]), key=lambda row: row[0].first)
                write_rows(rows, out, range(table[0].first, table[-1].last + 1))
    return out


def _unplaced(row: _Row) -> _Row:
    """A row one of whose bars is lost or too many: its labels, and all else in one cell, which is no figure."""
    first = next((at for at, cell in enumerate(row) if not _is_words(cell)), len(row))
    rest = row[first:]
    if not rest:
        return row
    text = _BETWEEN.join(squash(cell.text) for cell in rest)
    return [*row[:first], Closed(((rest[0].first, text),), rest[-1].bar, last=rest[-1].last)]


def _are_opened(stream: Sequence[Closed]) -> bool:
    """Whether a bar stands in front of the first cells of rows."""
    return sum(cell.is_opened for cell in stream) >= _LEAST_OPENED


def _stand_above_bars(stream: Sequence[Closed]) -> bool:
    """Whether all cells but a few stand above a bar on a line of its own."""
    above = sum(cell.ends_line and cell.is_above for cell in stream)
    return above >= max(_LEAST_ABOVE, _ABOVE * len(stream))


def _is_a_cell_a_line(table: Sequence[Closed]) -> bool:
    """Whether nearly all cells have a line each."""
    alone = sum(cell.starts_line and cell.ends_line for cell in table)
    return alone >= max(_LEAST_ABOVE, _ABOVE * len(table))


def _below_labels(stream: Sequence[Closed]) -> int:
    """How many lines of several cells, the first of them no words, stand right below a line with a label alone."""
    return sum(
        b.starts_line and not b.ends_line and not _is_words(b) and _is_words(a) and a.starts_line
        for a, b in pairwise(stream)
    )


def _tables(stream: Sequence[Closed]) -> Iterator[_Row]:
    """The cells of each table, where no heading parts them: their rows are not of one width."""
    start = 0
    for at, cell in enumerate(stream):
        opens = cell.text and cell.starts_line and OPENS_TABLE.match(f"{squash(cell.text)}|")
        if opens and any(map(_is_figure, stream[start:at])):
            yield list(stream[start:at])
            start = at
    yield list(stream[start:])


def _rows(table: Sequence[Closed], *, is_opened: bool) -> list[_Row]:
    """The rows without what fills them up; empty where they are not of one width, or the text contradicts."""
    ends = list(accumulate(1 + cell.pads for cell in table))
    filled = [end for end, cell in zip(ends, table, strict=True) if cell.pads]
    width = gcd(*filled)
    if len(filled) < _LEAST_FILLED or not _NARROWEST <= width <= _WIDEST:
        return []
    rows: list[_Row] = [[]]
    for end, cell in zip(ends, table, strict=True):
        rows[-1].append(cell)
        if (end - 1) // width >= len(rows):
            return []  # a cell of two rows
        if end % width == 0:
            rows.append([])
    # what fills up the last row may be gone: converters strip a text's end
    if not rows[-1]:
        rows.pop()
    elif len(rows) > 1 and not any(map(_is_words, rows[-2] + rows[-1])):
        rows[-2:] = [rows[-2] + rows[-1]]  # figures alone are a row, also where it has too many of them
    if not all(_is_row(row, is_opened=is_opened) for row in rows):
        return []
    behind = {_behind_labels(row) for row in rows if row[-1].pads and _has_label(row)}
    filled_up = {_labels_before(row) for row in rows if row[-1].pads and any(map(_is_figure, row))}
    # rows of one level that differ have lost blank cells to what fills them up
    is_kept = len(behind) < 2 and any(map(_keeps_blanks, rows))
    # where one blank cell is too many, none has a place
    return [
        [cell for cell in row if cell.text]
        if _is_cell_too_long(row, filled_up)
        else _without_end(row, behind, is_kept=is_kept)
        for row in rows
    ]


def _rows_but_some(table: Sequence[Closed], *, is_opened: bool) -> tuple[list[_Row], list[_Row]]:
    """The rows of a table, and a few stretches of it that have a bar too many or too few; both empty where there are more of them.

    It is counted anew behind each row that is filled up: only what stands between two of them is broken.
    """
    ends = [at + 1 for at, cell in enumerate(table) if cell.pads]
    stretches = [list(table[a:b]) for a, b in pairwise([0, *ends])]
    bars = [sum(1 + cell.pads for cell in stretch) for stretch in stretches]
    for width in range(_WIDEST, _NARROWEST - 1, -1):
        whole = [own for own, count in zip(stretches, bars, strict=True) if count % width == 0]
        broken = [own for own, count in zip(stretches, bars, strict=True) if count % width]
        if broken and all(map(_is_of_rows, broken)) and len(broken) * _WHOLE_TO_BROKEN <= len(whole):
            last = table[ends[-1] :]
            if rows := _rows([cell for own in (*whole, last) for cell in own], is_opened=is_opened):
                return rows, broken
    return [], []


def _is_of_rows(stretch: Sequence[Closed]) -> bool:
    """Whether a stretch has figures, and behind the first of them no words but labels of rows: no caption, no header."""
    first = next((at for at, cell in enumerate(stretch) if _is_figure(cell)), None)
    return first is not None and all(is_label(cell.text) for cell in stretch[first:] if _is_words(cell))


def _is_row(row: Sequence[Closed], *, is_opened: bool) -> bool:
    """Whether cells may be a row: from the start of a line to the end of one, labels in front, filled up at its end only."""
    if not row[0].starts_line or not row[-1].ends_line or any(cell.pads for cell in row[:-1]):
        return False
    if is_opened and any(cell.is_opened != (not at and bool(cell.text)) for at, cell in enumerate(row)):
        return False
    first = next((at for at, cell in enumerate(row) if _is_figure(cell)), len(row))
    return not any(is_label(cell.text) for cell in row[first:])


def _has_label(row: Sequence[Closed]) -> bool:
    """Whether a row is one of figures, which may all be blank."""
    return any(map(_is_figure, row)) or any(is_label(cell.text) for cell in row[:_MOST_LABELS])


def _is_cell_too_long(row: Sequence[Closed], filled_up: set[int]) -> bool:
    """Whether a row ends in one bar where those with as many labels are filled up: it has a blank cell too many, anywhere."""
    last = row[-1]
    is_open = not last.text and not last.pads and any(map(_is_figure, row))
    return is_open and _labels_before(row) in filled_up


def _labels_before(row: Sequence[Closed]) -> int:
    """How many labels stand before the cells of a row."""
    return len(row) - _behind_labels(row)


def _keeps_blanks(row: Sequence[Closed]) -> bool:
    """Whether a blank cell stands in its place: before another, or, in a row with words, before what fills the row up."""
    words = any(cell.text for cell in row)
    return any(not cell.text and ((cell.pads and words) or at + 1 < len(row)) for at, cell in enumerate(row))


def _behind_labels(row: Sequence[Closed]) -> int:
    """How many cells stand behind the labels of a row."""
    return len(row) - next((at for at, cell in enumerate(row) if not _is_words(cell)), len(row))


def _without_end(row: _Row, behind: set[int], *, is_kept: bool) -> _Row:
    """The row without a bar alone at its end that fills it up, as its one bar too many does.

    Rows that several bars fill up tell how many cells stand behind the labels. Where no blank cell is kept in its place, that at an
    end may be any of the row's.
    """
    if row[-1].text or row[-1].pads:
        return row
    is_filled = len(behind) == 1 and _behind_labels(row) - 1 in behind
    return row[:-1] if is_filled or not is_kept else row


def _is_figure(cell: Closed) -> bool:
    return bool(cell.text) and looks_like_figure(cell.text)


def _is_words(cell: Closed) -> bool:
    return bool(cell.text) and not looks_like_figure(cell.text)
