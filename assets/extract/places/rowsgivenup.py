"""Rows with blank cells right beside a line of figures that no row has: the row itself perhaps, given up for a rest of one of its cells.

    其他处理  2.申请人逾期未按收费通知…                18
              处理其政府信息公开申请      0  26  0  5  0  7  多

`18` alone was taken for the row. Belongs here: such rows, none of whose cells is known then. Does not belong here: figures beside rests
of their cells (besiderests.py).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Form, Table

_LAYOUTS = {"aligned", "running"}
# So many figures that no cell has make a line a row, and so far off they stand.
_LEAST_FIGURES, _NEAR = 3, 2


def doubt_rows_given_up(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt of which some cells are blank, on or beside lines of theirs with more figures, which no cell has."""
    plain = [reading for reading in tables if reading.layout in _LAYOUTS]
    if not any(cell.status == "blank" for reading in plain for cell in reading.cells.values()):
        return
    held: Counter[int] = Counter()
    for reading in tables:
        for cell in reading.cells.values():
            held.update({n for n in (cell.line_start, cell.line_end) if n})
    for reading in plain:
        _doubt_in(reading, lines, form.table(reading.table_no), held)


def _doubt_in(reading: TableReading, lines: list[str], table: Table, held: Counter[int]) -> None:
    cells = reading.cells
    for row, keys in table.keys:
        known = [cells[key] for key in keys if key in cells]
        on = {n for cell in known for n in (cell.line_start, cell.line_end) if n}
        left = sum(cell.status != "blank" for cell in known)
        if len(known) != len(keys) or len(keys) <= _LEAST_FIGURES or not on or left == len(keys):
            continue
        labels = [squash(wording) for wording in row.wordings]
        others = {n for n in range(min(on) - _NEAR, max(on) + _NEAR + 1) if n not in on and held[n]}
        near = range(min(on) - _NEAR, max(on) + _NEAR + 1)
        found = max(
            _more(lines, n, on, others, held)
            for n in near
            if 0 < n <= len(lines) and (n in on or _is_own(lines[n - 1], labels))
        )
        if found >= _LEAST_FIGURES:
            for key in keys:
                reading.doubt(key, "row-split", min(on))
            reading.note("row-split", line=min(on), row_key=row.key, row=row, found=found + left)


def _more(lines: Sequence[str], number: int, on: set[int], others: set[int], held: Counter[int]) -> int:
    """How many figures stand on a line on or near those of a row that no cell has, none blank and no other row's between."""
    if number in others or is_furniture(lines[number - 1]):
        return 0
    nearest = min(on, key=lambda n: abs(n - number))
    between = range(min(number, nearest) + 1, max(number, nearest))
    if any(n in others or not lines[n - 1].strip() for n in between):
        return 0
    figures = [word for word in lines[number - 1].split() if looks_like_figure(word) and word[-1].isdigit()]
    return len(figures) - held[number]


def _is_own(line: str, labels: Sequence[str]) -> bool:
    """Whether nothing stands before the figures of a line but pieces of a label, one of which is the row's."""
    words = list(itertools.takewhile(lambda word: not looks_like_figure(word), line.split()))
    pieces = [strip_numbering(squash(word)) for word in words]
    return not pieces or any(piece and any(piece in label for label in labels) for piece in pieces)
