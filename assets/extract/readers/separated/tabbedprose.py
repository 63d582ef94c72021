"""Lines with a tab in front that are the text between two tables, and no cells of one row: `\\t五、存在的主要问题及改进情况`.

So a spreadsheet is printed whose first column holds nothing: tables there have a tab before each row, and the text has one, too.
Belongs here: telling such lines by a section's heading among them. Does not belong here: rows with a cell a line (tabcells.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from assets.extract.model import GridRow, Item, Prose
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import numbered_heading

_LAYOUTS = ("tab_cells",)
_APPENDED = ("附件", "附表", "附：", "附:")


def lines_of_prose(rows: Iterable[Item]) -> list[Item]:
    """The rows, each of cells a line without figures, a heading among them, as its lines."""
    found: list[Item] = []
    for row in rows:
        if isinstance(row, GridRow) and row.layout in _LAYOUTS and _is_prose(row):
            found += [Prose(cell.text, cell.line_start) for cell in row.cells if cell.text.strip()]
        else:
            found.append(row)
    return found


def _is_prose(row: GridRow) -> bool:
    lines = [cell.line_start for cell in row.cells]
    return (
        len(set(lines)) == len(lines) > 1
        and lines == [cell.line_end for cell in row.cells]
        and not any(looks_like_figure(row.cells[at].text) for at in row.written)
        and any(_is_of_text(row.cells[at].text) for at in row.written)
    )


def _is_of_text(text: str) -> bool:
    """Whether a line is a section's heading, or names what is appended."""
    return text.strip().startswith(_APPENDED) or numbered_heading(text) is not None
