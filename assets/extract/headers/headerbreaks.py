"""Header rows between tabs whose cells have line breaks of their own, put together.

A sheet whose first column is blank prints a tab before every row, so that a line without one goes on with the last cell of the
line above. Where nothing tells where a row begins, the cells are known in reading order. Does not belong here: what the rows then say of the columns (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Column

_LAYOUT = "tsv"
# So many rows of figures that open with a tab, and most of all, show how rows open: a label, too, may have line breaks.
_LEAST_ROWS, _MOST = 2, 0.75
# So many lines a cell of a header may have, each with a letter or more.
_MOST_LINES = 6


def rows_put_together(
    lines: Sequence[str], above: int, rows: Sequence[Candidate], corner: str
) -> list[GridRow]:
    """The header rows below line `above` and over the first of `rows`; none where no line goes on with a cell.

    The header begins with the row that has the `corner` of the table, the words over all its columns.
    """
    first = rows[0].line
    if sum(_opens(row, lines) for row in rows) < max(_LEAST_ROWS, _MOST * len(rows)):
        return []
    put: list[tuple[int, str, int]] = []
    for number in range(above + 1, first):
        line = lines[number - 1].rstrip()
        if line.startswith("\t"):
            put.append((number, line, 1))
        elif put and line.strip():
            start, text, count = put[-1]
            put[-1] = (start, text + line.lstrip(), count + 1)
    if not any(count > 1 for _, _, count in put):
        return []
    corners = [at for at, (_, text, _) in enumerate(put) if squash(corner) in map(squash, text.split("\t"))]
    put = put[corners[-1] :] if corners else []
    cells = sum(text.count("\t") for _, text, _ in put)
    if sum(count for _, _, count in put) > _MOST_LINES * cells:
        return []
    return [GridRow([Cell(text, at, at) for text in line.split("\t")], _LAYOUT, 0) for at, line, _ in put]


def cells_put_together(
    lines: Sequence[str], above: int, rows: Sequence[Candidate], columns: Sequence[Column]
) -> list[str]:
    """The cells of such a header in reading order, where nothing tells how a row opens; none where no label has a line break.

    A cell that ends a row may have the first of the next one behind it.
    """
    if not rows or not all(isinstance(row.item, GridRow) and row.item.layout == _LAYOUT for row in rows):
        return []
    header = [line.rstrip() for line in lines[above : rows[0].line - 1]]
    if not any("\t" in line for line in header):
        return []
    whole = {squash(cell) for line in header for cell in line.split("\t")}
    cells = [squash(cell) for cell in "".join(header).split("\t")]
    broken = [
        c for c in columns if whole.isdisjoint(wordings := {*map(squash, c.wordings)}) and wordings & {*cells}
    ]
    return cells if broken else []


def _opens(row: Candidate, lines: Sequence[str]) -> bool:
    """Whether a row of figures stands between tabs and opens with one."""
    item = row.item
    if not isinstance(item, GridRow) or item.layout != _LAYOUT or item.spans:
        return False
    return lines[item.line_start - 1].startswith("\t") and not item.cells[0].text.strip()
