"""Header rows of which each cell holds the labels of all levels: `('申请人情况', '法人或其他组织', '商业企业')`.

So prints a program the names of columns that have several levels; a name that comes again has a number behind it. Each level becomes a
row of its own. Belongs here: such rows, whatever parts their cells. Does not belong here: what the labels say (gridheader.py).
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow, Item

_QUOTED = r"(?:'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\")"
_LEVELS = re.compile(rf"\(\s*+{_QUOTED}(?:\s*+,\s*+{_QUOTED})++\s*+,?\s*+\)")
_NAME = re.compile(_QUOTED)
_AGAIN = re.compile(r"(?<!\d)\.\d{1,2}$")
_UNNAMED = "Unnamed:"
# Cells of a header.
_LEAST = 2


def with_levels_apart(items: list[Item]) -> list[Item]:
    """The items, each such row as so many rows as its labels have levels."""
    out = items
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if isinstance(item, GridRow) and (rows := _levels(item)):
            out = [*items] if out is items else out
            out[at : at + 1] = rows
    return out


def _levels(row: GridRow) -> list[GridRow]:
    """The rows of a header's levels; none where a cell is no such list, or they differ in their levels."""
    if len(row.written) < _LEAST or not row.cells[row.written[0]].text.lstrip().startswith("("):
        return []
    texts = [cell.text.strip() for cell in row.cells]
    if not all(_LEVELS.fullmatch(text) for text in texts if text):
        return []
    names = [[_AGAIN.sub("", name[1:-1]) for name in _NAME.findall(text)] for text in texts]
    depths = {len(of) for of in names if of}
    if len(depths) != 1:
        return []
    (depth,) = depths
    return [
        GridRow(
            [
                Cell(_plain(of[level]) if of else "", cell.line_start, cell.line_end)
                for of, cell in zip(names, row.cells, strict=True)
            ],
            row.layout,
            row.block,
            starts=row.starts,
        )
        for level in range(depth)
    ]


def _plain(name: str) -> str:
    return "" if name.startswith(_UNNAMED) else name
