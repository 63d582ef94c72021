"""The cells of a column 序号 between the labels of rows and their figures, where each cell stands behind a tab on a line of its own.

    <tab>一、本年新收政府信息公开申请数量
    <tab>1
    <tab>3

A blank line parts the rows. Such cells are taken out only where a header of the table names the column, and where the first figure of all
rows below it counts from 1: figures cannot agree with so many. Does not belong here: numbers between figures and the next label
(serials.py), cells that share a line (rowindex.py, linenumbers.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assets.extract.numbers import looks_like_figure

NAMES = ("序号", "行次", "编号")
_LEAST = 15

# (number of the line, text) of each cell
_Row = list[tuple[int, str]]


def without_serial_cells(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without such cells, and the number of each before; None where there are none."""
    gone: set[int] = set()
    for table in _tables(lines) if any(line.strip() in NAMES for line in lines) else ():
        gone |= _serials(table)
    if not gone:
        return lines, None
    kept = [n for n in range(len(lines)) if n not in gone]
    return [lines[n] for n in kept], [n + 1 for n in kept]


def _tables(lines: Sequence[str]) -> Iterator[list[_Row]]:
    """The rows of cells that only blank lines part."""
    table: list[_Row] = []
    row: _Row = []
    for number, line in enumerate(lines):
        if line.startswith("\t") and "\t" not in line[1:].rstrip():
            row.append((number, line.strip()))
        elif not line.strip():
            table += [row] if row else []
            row = []
        elif not row:  # a line without a tab goes on with the cell above it, or is none of the table's
            if table:
                yield table
            table = []
    table += [row] if row else []
    if table:
        yield table


def _serials(table: list[_Row]) -> set[int]:
    """The lines of the column's cells; none where a row has another number, or none."""
    head = next((n for n, row in enumerate(table) if any(text in NAMES for _, text in row)), None)
    if head is None:
        return set()
    place, (line, _) = next((n, cell) for n, cell in enumerate(table[head]) if cell[1] in NAMES)
    if place != 1:
        return set()
    found = {line}
    count = 0
    for row in table[head + 1 :]:
        figure = next((cell for cell in row if looks_like_figure(cell[1])), None)
        if figure is None and not count and len(row) > place:
            if row[place][1]:
                return set()
            found.add(row[place][0])  # the cell of the name, which goes on below it
            continue
        count += 1
        if figure is None or figure[1] != str(count) or not any(text for n, text in row if n < figure[0]):
            return set()
        found.add(figure[0])
    return found if count >= _LEAST else set()
