"""Ends of figures that a narrow column cut, on the line below their row and before the rest of its label.

    一、本年新收政府信息公   2394  9092  2823  26    32    7558  82
                           75    49    39                 85开申请数量

`2394` is not the figure then. The places of such a page tell little, so that all figures of the row are in doubt that may have been cut.
Behind the end of a page the rest of the last figure may run into the number of the next label (`68.属于行政查询事项`).
Belongs here: digits before words on a line of no row, or glued to the label of one. Does not belong here: digits alone on their line (cutfigures.py, unclaimed.py), and other
rests of cells (besiderests.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labelnumbers import numbers_of
from assets.extract.labels import squash, strip_numbering
from assets.extract.places.cellrests import is_rest
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import CellKey, Form, Table

_LAYOUTS = {"aligned", "running"}
_LINE = re.compile(r"\s*+([0-9]{1,6}(?:\s++[0-9]{1,6})*+)\s*+(?![0-9.、．,，:：/])(\S*+)")
_LED = re.compile(r"\s*+([0-9]{1,3})([1-9])[.．、](?![0-9])")
_FIGURE = re.compile(r"(?<=\s)[0-9]")
_DIGITS = re.compile(r"[0-9]")
_LONGEST_LINE = 400


def doubt_before_labels(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the figures in doubt below which digits stand before the rest of a label."""
    plain = [reading for reading in tables if reading.layout in _LAYOUTS and reading.cells]
    if not plain:
        return
    held = {n for t in tables for c in t.cells.values() for n in (c.line_start, c.line_end) if n}
    for reading in plain:
        table = form.table(reading.table_no)
        _before_numbers(reading, lines, table)
        on_line: dict[int, list[CellKey]] = defaultdict(list)
        for key, cell in reading.cells.items():
            if cell.status == "reported" and cell.raw and cell.line_start:
                on_line[cell.line_start].append(key)
        for line, keys in on_line.items():
            below = lines[line] if line < len(lines) and line + 1 not in held else ""
            count = 0
            if 0 < len(below) <= _LONGEST_LINE and not is_furniture(below):
                count = _ends(below, lines[line - 1], table)
            if count:
                for key in _may_be_cut(reading, keys, count):
                    _doubt(reading, key, line, table)


def _before_numbers(reading: TableReading, lines: list[str], table: Table) -> None:
    """Put the last figure above a label in doubt whose number is led by digits that no numbering has."""
    numbers = numbers_of(table.rows)
    last: dict[int, CellKey] = {}
    for key, cell in reading.cells.items():
        if cell.status == "reported" and cell.line_end and key.col_key == table.columns[-1].key:
            last[cell.line_end] = key
    first = {row.key: min(own) for row, keys in table.keys if (own := _lines_of(reading, keys))}
    for row in table.rows:
        line = first.get(row.key, 0)
        found = _LED.match(lines[line - 1]) if line else None
        printed = numbers[row.key]
        if found is None or f"{found[2]}." not in printed or f"{found[1]}{found[2]}." in printed:
            continue
        if above := max((n for n in last if n < line), default=0):
            _doubt(reading, last[above], above, table)


def _lines_of(reading: TableReading, keys: Sequence[CellKey]) -> list[int]:
    return [cell.line_start for key in keys if (cell := reading.cells.get(key)) and cell.line_start]


def _ends(line: str, row: str, table: Table) -> int:
    """How many ends of figures stand on a line: digits, fewer than a row has, with the rest of a label behind one of them."""
    found = _LINE.match(line)
    if found is None:
        return 0
    count, rest = len(found[1].split()), squash(found[2])
    if not rest or count >= len(table.columns):
        return 0
    labels = [squash(w) for label in (*table.rows, *table.groups) for w in label.wordings]
    figure = _FIGURE.search(row)
    if is_rest(rest) or figure is None:
        return 0  # a cell of words, whose rest is none of a label's
    if count > 1:
        return count
    # no label begins where figures stand
    is_there = len(line) - len(line.lstrip()) >= figure.start()
    begins = any(strip_numbering(label).startswith(rest) or label.startswith(rest) for label in labels)
    return int((is_there or not begins) and any(rest in label for label in labels))


def _may_be_cut(reading: TableReading, keys: Sequence[CellKey], count: int) -> list[CellKey]:
    """The longest figures of a row, or, where these are fewer than the ends, all of them but noughts."""
    lengths = {key: len(_DIGITS.findall(reading.cells[key].raw or "")) for key in keys}
    longest = max(lengths.values())
    cut = [key for key in keys if lengths[key] == longest > 1]
    return cut if len(cut) >= count else [key for key in keys if reading.cells[key].value]


def _doubt(reading: TableReading, key: CellKey, line: int, table: Table) -> None:
    reading.doubt(key, "digits-split", line)
    row = next(row for row in table.rows if row.key == key.row_key)
    column = next(column for column in table.columns if column.key == key.col_key)
    where = {"line": line, "row": row, "column": column}
    reading.note("digits-split", row_key=key.row_key, col_key=key.col_key, **where)
