"""What the readers made of a text, as cells and lines to compare."""

from __future__ import annotations

from assets.extract.model import GridRow, Prose, Run
from assets.extract.readers import items


def grid(text: str) -> list[tuple[list[str], int, int]]:
    """(cells, first line, last line) of every row of a grid."""
    rows = [item for item in items(text.split("\n")) if isinstance(item, GridRow)]
    return [([cell.text.strip() for cell in row.cells], row.line_start, row.line_end) for row in rows]


def layouts(text: str) -> set[str]:
    return {item.layout for item in items(text.split("\n")) if not isinstance(item, Prose)}


def runs(text: str) -> list[tuple[str, list[list[str]]]]:
    found = [item for item in items(text.split("\n")) if isinstance(item, Run)]
    return [(run.head, [[cell.text for cell in line] for line in run.lines]) for run in found]


def grid_rows(text: str) -> list[GridRow]:
    return [item for item in items(text.split("\n")) if isinstance(item, GridRow)]
