"""Units that stand behind all figures of a row, where no row has one amid its figures: some cells of the row were printed higher than others.

    8174 3670 8447 4493 8358 24695 … 23120 件 件 件

A cell that is too narrow for its figure and the unit has them on two lines, and its figure stands above those of the other cells. Where the text of a
page is one line, or a word a line, those come first, then the others, then the units: the order is not the row's, and which figures come first
nothing tells. A unit amid figures ends the figure before it, as the text's other units do, too. Belongs here: rows that were read, by the lines
behind their figures. Does not belong here: units on lines of their own below lines of figures (undone/words/unitsalone.py).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.sections import numbered_heading
from schemas.form import CellKey, Form, Row, Table, forms

_LAYOUT = "cell_per_line"
# The rest of a label may stand before the units.
_NEAR, _OF_LABELS = 8, "项"
# So many rows with a unit each are no wrapped cells where they are most.
_FEW = 4


def doubt_units_apart(tables: Sequence[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the rows in doubt behind whose figures a unit stands for some of them."""
    rows = [
        (reading, row, keys, span)
        for reading in tables
        if reading.layout == _LAYOUT
        for row, keys in _rows(form.table(reading.table_no))
        if len(span := _span(reading, keys)) > 1
    ]
    labels = _row_labels(form.id)
    behind = [_behind(lines, span[-1], labels) for _, _, _, span in rows]
    if not any(behind):
        return
    if len(behind) > _FEW and sum(map(bool, behind)) * 2 > len(behind) and max(behind) == 1:
        return  # a column of units
    amid = any(
        squash(unit) in UNITS and looks_like_figure(above.strip()) and looks_like_figure(below.strip())
        for above, unit, below in zip(lines, lines[1:], lines[2:], strict=False)
    )
    for (reading, row, keys, span), units in zip(rows, behind, strict=True):
        # one behind the last figure is its own where others stand behind theirs
        if units <= int(amid):
            continue
        for key in keys:
            reading.doubt(key, "row-split", span[0])
        reading.note("row-split", line=span[0], row_key=row.key, row=row, found=len(span))


@cache
def _row_labels(form_id: str) -> frozenset[str]:
    tables = forms()[form_id].tables
    return frozenset(squash(word) for table in tables for row in table.rows for word in row.wordings)


def _rows(table: Table) -> list[tuple[Row, Sequence[CellKey]]]:
    """The cells of each printed row, with the row of the form that is its first."""
    if table.one_row:
        return [(table.keys[0][0], [key for _, keys in table.keys for key in keys])]
    return [(row, keys) for row, keys in table.keys]


def _span(reading: TableReading, keys: Sequence[CellKey]) -> list[int]:
    """The lines of the figures of a row, in their order."""
    cells = [reading.cells[key] for key in keys if key in reading.cells]
    return sorted({c.line_end for c in cells if c.status == "reported" and c.line_end})


def _behind(lines: Sequence[str], last: int, labels: Container[str]) -> int:
    """How many lines behind one hold a unit and nothing else, before the next figure or the label of a row."""
    count, before = 0, ""
    for line in lines[last : last + _NEAR]:
        text = squash(line)
        if looks_like_figure(text) or numbered_heading(line) or text in labels:
            break
        # 项 ends a label, too
        count += text in UNITS and not (text == _OF_LABELS and before)
        before = "" if text in UNITS else text
    return count
