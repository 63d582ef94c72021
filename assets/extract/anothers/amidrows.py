"""A line amid the rows of a table that says that the rows below it are another's: 以下各行为上年数据.

The rows above it are the report's own, but they are no whole table, and may be read only together with those below.
Belongs here: keeping the rows above and giving those below away. Does not belong here: what such lines say (announced.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assets.extract.anothers.others import Aside
from assets.extract.cells import TableReading
from assets.extract.labels import squash, squash_lines
from schemas.form import Table

# So many names of columns below such a line are a header, and what stands below it is a table of its own.
_LEAST_NAMED = 2
# 其他 and 总计 are words of rows, too.
_SHORT = 2
CODE = "table-of-another"


def rows_above(
    reading: TableReading,
    whole: Callable[[], TableReading],
    asides: Sequence[Aside],
    lines: Sequence[str],
    table: Table,
) -> TableReading:
    """The rows of the whole table, those that stand aside in doubt, if more is known so than by reading the rest alone."""
    own = _known(reading)
    if own == sum(len(keys) for _, keys in table.keys):
        return reading
    among = whole()
    given = [a for a in asides if _is_amid(a, among, lines, table)]
    if not given:
        return reading
    rows = _lines_of_rows(among)
    order = {row.key: at for at, row in enumerate(table.rows)}
    last = max(order[row] for row, line in rows.items() if line < given[0].start)
    for key in among.cells:
        line = rows.get(key.row_key)
        if _is_aside(line, asides) or (line is None and order[key.row_key] > last):
            among.doubt(key, CODE, line)
    if _known(among) <= own:
        return reading
    among.note(CODE, line=given[0].start, label=given[0].caption)
    return among


def _known(reading: TableReading) -> int:
    return sum(cell.status != "uncertain" for cell in reading.cells.values())


def _lines_of_rows(reading: TableReading) -> dict[str, int]:
    """The line of each row of which any figure is printed."""
    lines: dict[str, int] = {}
    for key, cell in reading.cells.items():
        if cell.line_start is not None:
            lines[key.row_key] = min(cell.line_start, lines.get(key.row_key, cell.line_start))
    return lines


def _is_aside(line: int | None, asides: Sequence[Aside]) -> bool:
    return line is not None and any(aside.start <= line < aside.end for aside in asides)


def _is_amid(aside: Aside, reading: TableReading, lines: Sequence[str], table: Table) -> bool:
    """Whether a line stands amid the rows of a table, which go on below it in the order of the form, without a header."""
    order = {row.key: at for at, row in enumerate(table.rows)}
    rows = [(line, order[row]) for row, line in _lines_of_rows(reading).items()]
    above = [(line, row) for line, row in rows if line < aside.start]
    below = [(line, row) for line, row in rows if aside.start <= line < aside.end]
    if not above or not below or max(row for _, row in above) >= min(row for _, row in below):
        return False
    between = squash_lines(lines[aside.start : min(line for line, _ in below) - 1])
    named = [c for c in table.columns if any(squash(w) in between for w in c.wordings if len(w) > _SHORT)]
    return len(named) < _LEAST_NAMED
