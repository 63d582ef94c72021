"""Tables of AsciiDoc whose rows go on over several lines: blank lines part them, and a bar opens each cell.

Does not belong here: rows of one line each, which are those of other tables with bars (pipes.py).
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow

_FENCE = "|==="
_BAR = re.compile(r"(?<!\\)\|")
_LEAST_ROWS = 2


def starts(lines: list[str], index: int) -> bool:
    """A fence over rows that all have as many cells, some on several lines."""
    if lines[index].strip() != _FENCE:
        return False
    rows = _rows(lines[index : end(lines, index)], 0)
    widths = {len(row) for row in rows}
    return (
        len(rows) >= _LEAST_ROWS
        and len(widths) == 1
        and widths.pop() > 1
        and any(row[0].line_start < row[-1].line_start for row in rows)
    )


def end(lines: list[str], index: int) -> int:
    """The line after the closing fence; a table that is never closed ends with the text."""
    return next((n + 1 for n in range(index + 1, len(lines)) if lines[n].strip() == _FENCE), len(lines))


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    return [GridRow(cells, "asciidoc", block) for cells in _rows(lines, first_line)]


def _rows(lines: list[str], first_line: int) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[]]
    for number, line in enumerate(lines, first_line):
        if line.strip() == _FENCE:
            continue
        if not line.strip():
            rows.append([])
            continue
        rest, *texts = _BAR.split(line)
        if rows[-1] and rest.strip():
            cell = rows[-1][-1]
            rows[-1][-1] = Cell(f"{cell.text}\n{rest.strip()}".strip(), cell.line_start, number)
        rows[-1] += [Cell(text.strip(), number, number) for text in texts]
    return [row for row in rows if row]
