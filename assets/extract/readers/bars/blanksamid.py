"""Rows whose blank cells stand on lines of their own, what follows them on the next line.

    2.其他法律行政法规禁止公开 | 376 | 17 |       一、本年新收政府信息公开申请数量 | 25 |
    |                                        |
    47 | 81 | 213 | 734 |                    | 25 |

A program that ends each cell with a bar and begins a line before a blank one, or prints its line break, writes them so. Bars that are lost
or too many show in the count of a row's cells: rows are put together where each has as many as the columns that the header above it names,
or, without one, where all have as many. A few that have not are left with their first figure, which says that they are short. Does
not belong here: cells a line each (pipecells.py), bars below rows that are whole but for the end (blanksbelow.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES, is_bar
from assets.extract.undone.words.brokenlabels import is_label
from schemas.form import forms

_Numbered = tuple[int, str]
# So many rows of so many cells are no chance; in so many a figure stands behind bars alone on their lines.
_LEAST_ROWS, _LEAST_WIDTH, _LEAST_BROKEN = 8, 5, 2
# Of so many rows whose columns are named one may have other cells.
_FOR_ONE_ODD = 4
# Blank lines before a bar that opens a line.
_MOST_BLANK = 2


def end_of_rows_with_blanks_amid(lines: Sequence[str], index: int) -> int:
    """The line after such rows, where blank lines stand about their bars; 0 where none do, or these are no such rows."""
    stop, before = index, ""
    is_apart = False
    for number in range(index, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        beside = line.lstrip().startswith("|") or is_bar(before)
        if not PIPES.search(line) or number - stop > (_MOST_BLANK if beside else 0):
            break
        is_apart = is_apart or number > stop
        stop, before = number + 1, line
    if not is_apart:
        return 0
    written = [(number, line) for number, line in enumerate(lines[index:stop]) if line.strip()]
    _, left = rows_with_blanks_amid(written)
    return 0 if left == written else index + left[0][0] if left else stop


def rows_with_blanks_amid(lines: list[_Numbered]) -> tuple[list[list[Cell]], list[_Numbered]]:
    """The rows of a block, each with its cells over all its lines, down to a table that has none such, and the lines from there on."""
    if not any(is_bar(line) for _, line in lines):
        return [], lines
    rows = _rows(lines)
    if not rows:
        return [], lines
    if all(map(_is_closed, rows)) and _are_alike(rows):
        return [_cells(row) for row in rows], []
    out: list[list[Cell]] = []
    broken = taken = 0
    kept: list[list[Cell]] = []
    for table in _tables(rows):
        whole = _as_named(table)
        if not whole:
            break
        out += whole
        broken += sum(map(_is_broken, table))
        taken += len(table)
        if any(map(_has_bars, table)):
            kept = list(out)
            left = sum(map(len, rows[:taken]))
    return (kept, lines[left:]) if broken >= _LEAST_BROKEN else ([], lines)


def _rows(lines: Sequence[_Numbered]) -> list[list[_Numbered]]:
    """The lines of each row: words open one, bars alone and figures go on; none where the first lines do."""
    rows: list[list[_Numbered]] = []
    for number, line in lines:
        first = next((squash(cell) for cell in PIPES.split(line) if cell.strip()), "")
        if not is_bar(line) and not looks_like_figure(first):
            rows.append([(number, line)])
        elif not rows:
            return []
        else:
            rows[-1].append((number, line))
    return rows


def _are_alike(rows: Sequence[Sequence[_Numbered]]) -> bool:
    """Whether all rows of figures have as many cells, and many."""
    cells = [_cells(row) for row in rows]
    counts = [_behind_label(row) for row in cells]
    told = [count for count in counts if count]
    is_alike = len(set(told)) == 1 and told[0] >= _LEAST_WIDTH and len(told) >= _LEAST_ROWS
    is_whole = all(count or len(row) == 1 for count, row in zip(counts, cells, strict=True))
    return is_alike and is_whole and sum(map(_is_broken, rows)) >= _LEAST_BROKEN


def _tables(rows: Sequence[list[_Numbered]]) -> Iterator[list[list[_Numbered]]]:
    """The rows of each table: words in several cells below rows of figures open the next."""
    table: list[list[_Numbered]] = []
    has_rows = False
    for row in rows:
        cells = _cells(row)
        is_row = bool(_behind_words(cells))
        if has_rows and not is_row and len(cells) > 1:
            yield table
            table, has_rows = [], False
        has_rows = has_rows or is_row
        table.append(row)
    yield table


def _as_named(table: Sequence[Sequence[_Numbered]]) -> list[list[Cell]]:
    """The cells of each row of a table, where they are as many as its header names columns; none where few are."""
    rows = [_cells(row) for row in table]
    counts = list(map(_behind_words, rows))
    first = next((at for at, count in enumerate(counts) if count), len(rows))
    width = _named(rows[:first])
    told = [at for at, count in enumerate(counts) if count]
    odd = {at for at in told if counts[at] != width or not _is_closed(table[at])}
    if not width or not told or len(odd) * _FOR_ONE_ODD > len(told) or any(map(_is_a_cell_a_line, table)):
        return []
    return [_short(row) if at in odd else row for at, row in enumerate(rows)]


def _named(header: Sequence[Sequence[Cell]]) -> int:
    """How many columns a header names: what stands beside its corner, or all of a table's; 0 where it says neither."""
    for row in header:
        words = [squash(cell.text) for cell in row]
        if len(words) > 1 and words[0] in CORNERS and all(words):
            return len(words) - 1
    names = {squash(cell.text) for row in header for cell in row}
    return max((len(columns) for columns in _columns() if all(names & one for one in columns)), default=0)


@cache
def _columns() -> tuple[tuple[frozenset[str], ...], ...]:
    """The names of each column of the tables that have no corner beside them."""
    tables = (table for form in forms().values() for table in form.tables if not table.one_row)
    return tuple(
        tuple(frozenset(map(squash, (column.zh, *column.aliases))) for column in block.columns)
        for table in tables
        for block in table.blocks
        if len(block.columns) >= _LEAST_WIDTH
    )


def _is_closed(row: Sequence[_Numbered]) -> bool:
    return all(line.rstrip().endswith("|") for _, line in row)


def _is_broken(row: Sequence[_Numbered]) -> bool:
    """Whether a figure stands in a row behind a bar alone on its line."""
    return any(is_bar(a) and not is_bar(b) for (_, a), (_, b) in itertools.pairwise(row))


def _is_a_cell_a_line(row: Sequence[_Numbered]) -> bool:
    """Whether a figure opens the line below a label alone: then a bar alone is a cell, and may stand for several."""
    (_, label), *below = row
    figure = PIPES.split(below[0][1].strip())[0] if below else ""
    return len(PIPES.findall(label)) == 1 and looks_like_figure(squash(figure))


def _has_bars(row: Sequence[_Numbered]) -> bool:
    return any(is_bar(line) for _, line in row)


def _cells(row: Sequence[_Numbered]) -> list[Cell]:
    return [
        Cell(text, number, number)
        for number, line in row
        for text in (PIPES.split(line.strip())[:-1] if _is_closed([(number, line)]) else PIPES.split(line))
    ]


def _short(cells: list[Cell]) -> list[Cell]:
    """The cells of a row down to its first figure, so few that it is known to be short."""
    figures = [at for at, cell in enumerate(cells) if looks_like_figure(squash(cell.text))]
    return cells[: figures[0] + 1] if figures else cells[:1]


def _behind_words(cells: Sequence[Cell]) -> int:
    """How many cells a row has behind its label, or behind its last words where none is one to the letter; 0 for words alone."""
    labels = [at for at, cell in enumerate(cells) if is_label(cell.text)] or [
        at for at, cell in enumerate(cells) if cell.text.strip() and not looks_like_figure(squash(cell.text))
    ]
    behind = cells[labels[-1] + 1 :] if labels else ()
    is_header = any(
        len(squash(cell.text)) > 1 and not looks_like_figure(squash(cell.text)) for cell in behind
    )
    return 0 if is_header else len(behind)


def _behind_label(cells: Sequence[Cell]) -> int:
    """How many cells a row has behind its label; 0 for one that has none or other words."""
    words = [
        at for at, cell in enumerate(cells) if cell.text.strip() and not looks_like_figure(squash(cell.text))
    ]
    return len(cells) - 1 - words[-1] if words and is_label(cells[words[-1]].text) else 0
