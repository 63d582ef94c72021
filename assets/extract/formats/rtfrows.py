r"""Rows of which a program left the words of RTF in the text: `规章\cell 0\cell 6\cell \row`, on a line or over several.

`\cell` ends each cell and `\row` each row, so that the cells become those of a row between tabs. Belongs here: rows that
close with both words, and words of the format that say how a row looks. Does not belong here: breaks within a cell (`\par`,
`\line`), which stay as they are: nobody knows that digits on either side of one are one figure's.
"""

from __future__ import annotations

import re

# A word of the format takes the space behind it.
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])[ ]?")
_CELL_END = re.compile(r"\\(?:nest)?cell\s*$")
_ROW_END = re.compile(r"\\(?:nest)?row(?![a-z])\s*\}?\s*$")
_LOOKS = re.compile(
    r"\\(?:trowd|pard|plain|intbl|itap|q[lcrj]|cl[a-z]{2,12}|cellx|tr[a-z]{2,12}|fs|[abfi]|cf|lang|widctlpar)-?[0-9]{0,6}(?![a-z])[ ]?"
)
# So many rows are a table; a row has so many lines.
_LEAST_ROWS, _MOST_LINES = 3, 80


def with_rows_of_cells(lines: list[str]) -> list[str]:
    """The lines with each such row between tabs on the first of its lines; the lines themselves where there are few."""
    ends = [n for n, line in enumerate(lines) if "row" in line and _ROW_END.search(line)]
    rows = [row for before, end in zip([-1, *ends], ends, strict=False) if (row := _row(lines, before, end))]
    if len(rows) < _LEAST_ROWS:
        return lines
    out = list(lines)
    for start, end, text in rows:
        out[start : end + 1] = [text, *[""] * (end - start)]
    return out


def _row(lines: list[str], before: int, end: int) -> tuple[int, int, str] | None:
    """The first and the last line of a row that ends at `end`, below another that ends at `before`, and its cells between tabs."""
    start = end
    while start - 1 > before and end - start < _MOST_LINES and _CELL_END.search(lines[start - 1]):
        start -= 1
    above = lines[start - 1].rstrip() if start else ""
    # what is above may be the front of the first cell
    if start - 1 > before and (_CELL.search(above) or above[-1:].isdigit()):
        return None
    text = _LOOKS.sub("", _ROW_END.sub("", "".join(line.strip("\r") for line in lines[start : end + 1])))
    cells = _CELL.split(text)
    if len(cells) < 2 or cells[-1].strip() or "\t" in text:
        return None
    return start, end, "\t".join(cell.strip() for cell in cells[:-1])
