"""Tables of which most rows are out of step: labels without any figure, others before the figures of several rows.

    1.本机关不掌握相关政府信息
    2.没有现成信息需要另行制作
    （六）其他处理
    0
    3
    …            (some forty figures)

So the boxes of a page come apart: the figures stand in another order than the labels, and a row that has as many as its columns
may have them by chance. Belongs here: what the rows that were given up say of those that were read. Does not belong here: one row that is
out of step beside rows that are not (rows/outofstep).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.cells import TableReading
from schemas.form import Form, Table

_LAYOUTS = {"running", "cell_per_line"}
# The figures of so many rows behind one label are not its own, and so many labels without any tell where from.
_ROWS, _LEAST_BARE = 2, 2
# So many rows out of step for each that is whole.
_OUT_OF_STEP = 2


def doubt_figures_apart(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the cells of a table in doubt that has twice as many rows out of step as whole ones, with the figures of several behind one label."""
    for reading in tables:
        if reading.layout in _LAYOUTS:
            _doubt_in(reading, form.table(reading.table_no))


def _doubt_in(reading: TableReading, table: Table) -> None:
    counts = [
        (values["found"], values["expected"])
        for code, values in reading.findings
        if code in ("row-short", "row-long") and "found" in values
    ]
    bare = sum(not found for found, _ in counts)
    if bare < _LEAST_BARE or not any(found >= _ROWS * expected for found, expected in counts):
        return
    whole = [keys for _, keys in table.keys if reading.is_whole(keys)]
    if _OUT_OF_STEP * len(whole) > len(counts):
        return
    line = min(reading.lines)
    reading.note("table-unreadable", line=line, detail=f"{len(whole)}/{len(whole) + len(counts)}")
    for key in reading.cells:
        reading.doubt(key, "table-unreadable", line)
