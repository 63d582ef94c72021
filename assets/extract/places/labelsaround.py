"""Rows whose label stands behind a figure, or around all of them, as a program leaves them that sorts the pieces of a page by their places.

      4178    一、本年新收政府信息公开申请数量    8074  5966  6915  6198  8746  5886       5
    （二）部分公开（…，不      0     0     652   914   594   0    2160      计其他情形）

`4178` and `5` are the two lines of one figure in a narrow cell: the last one of such a row is in doubt. A row is not blank on whose
line more figures stand than one, before the rest of its label. Where many rows have a number in front, it is theirs (undone/numbering/).
Belongs here: rows of plain text on a line. Does not belong here: ends of figures on the line below (digitsbeforelabels.py), rows given up
beside lines of figures (rowsgivenup.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from schemas.form import Form, Row, Table

_LAYOUTS = {"aligned", "running"}
_IN_FRONT = re.compile(r"\s*+[0-9]{1,9}\s{2,}(?=[^\s0-9])(.++)")
# So many letters tell a label, so large a share of rows has numbers of its own, so many figures are a row's.
_LETTERS, _MOST_SHARE, _FIGURES = 4, 0.25, 2
_LONGEST = 400


def doubt_labels_around(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the last figures in doubt of rows with a figure before their label, and blank rows with figures amid theirs."""
    for reading in tables:
        if reading.layout in _LAYOUTS and reading.cells:
            _doubt_last(reading, lines, form.table(reading.table_no))
            _doubt_blank(reading, lines, form.table(reading.table_no))


def _doubt_last(reading: TableReading, lines: Sequence[str], table: Table) -> None:
    found: list[tuple[Row, int]] = []
    for row, keys in table.keys:
        on = {cell.line_start for key in keys if (cell := reading.cells.get(key)) and cell.line_start}
        if len(on) != 1 or len(keys) <= _FIGURES or len(line := lines[min(on) - 1]) > _LONGEST:
            continue
        match = _IN_FRONT.match(line)
        begins = match and any(strip_numbering(squash(match[1])).startswith(x) for x in _beginnings(row, 2))
        if begins:
            found.append((row, min(on)))
    if len(found) > _MOST_SHARE * len(table.rows):
        return
    for row, number in found:
        key = table.keys_of[row.key][-1]
        if reading.cells[key].status == "reported":
            reading.doubt(key, "digits-split", number)
            column = next(column for column in table.columns if column.key == key.col_key)
            reading.note(
                "digits-split", line=number, row_key=row.key, col_key=key.col_key, row=row, column=column
            )


def _doubt_blank(reading: TableReading, lines: Sequence[str], table: Table) -> None:
    blank = [
        (row, keys)
        for row, keys in table.keys
        if all((cell := reading.cells.get(key)) and cell.status == "blank" for key in keys)
    ]
    if not blank:
        return
    own = range(min(reading.lines, default=1), max(reading.lines, default=0) + 1)
    around = [(n, lines[n - 1]) for n in own if n <= len(lines) and _goes_on_behind(lines[n - 1])]
    for row, keys in blank:
        for number, line in around:
            if any(x in squash(line) for x in _beginnings(row)):
                for key in keys:
                    reading.doubt(key, "row-split", number)
                reading.note("row-split", line=number, row_key=row.key, row=row, found=len(keys))
                break


def _goes_on_behind(line: str) -> bool:
    """Whether words stand before several figures and behind them."""
    words = line.split() if 0 < len(line) <= _LONGEST else []
    if len(words) < _FIGURES + 2:
        return False
    figures = [at for at, word in enumerate(words) if looks_like_figure(word)]
    return len(figures) >= _FIGURES and figures[0] > 0 and figures[-1] < len(words) - 1


def _beginnings(row: Row, least: int = _LETTERS) -> list[str]:
    labels = [strip_numbering(squash(wording)) for wording in row.wordings]
    return [label[:_LETTERS] for label in labels if len(label) >= least]
