"""Cells set apart by pipes: Markdown, closed, leading, trailing or compact rows, and one cell a line (`0 |`)."""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow

_PIPES = re.compile(r"[|｜]")
_RULE = re.compile(r"^[\s|｜:+=-]*[-=]{2,}[\s|｜:+=-]*$")
_ONE_CELL = re.compile(r"^[^|｜]*[|｜]\s*$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def starts(lines: list[str], index: int) -> bool:
    """A line with a pipe."""
    return bool(_PIPES.search(lines[index]))


def end(lines: list[str], index: int) -> int:
    """The block is the run of such lines."""
    while index < len(lines) and starts(lines, index):
        index += 1
    return index


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    one_cell = [line for line in lines if _ONE_CELL.match(line)]
    if len(lines) > 3 and len(one_cell) > 0.6 * len(lines):
        return _one_cell_a_line(lines, first_line, block)
    rows = []
    for number, line in enumerate(lines, first_line):
        if not _RULE.match(line):
            rows.append(GridRow([Cell(text, number, number) for text in _split(line)], "pipes", block))
    return rows


def _split(line: str) -> list[str]:
    """The cells of a row; the borders of a closed row are not cells."""
    line = _BREAK.sub("\n", line.replace("\\|", "/"))
    parts = _PIPES.split(line)
    if not parts[0].strip() and len(parts) > 1 and line.lstrip()[:1] in "|｜":
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return parts


def _one_cell_a_line(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Each line closes a cell; a row goes on until pipes without text close it, or a text follows figures."""
    rows: list[GridRow] = []
    cells: list[Cell] = []
    for number, line in enumerate(lines, first_line):
        parts = [Cell(text, number, number) for text in _PIPES.split(line)[:-1]]
        texts = [part for part in parts if part.text.strip()]
        starts_row = any(not _is_short_figure(part.text) for part in texts) and any(
            _is_short_figure(cell.text) for cell in cells
        )
        if cells and starts_row:
            rows.append(GridRow(cells, "pipe_cells", block))
            cells = []
        cells += parts
    if cells:
        rows.append(GridRow(cells, "pipe_cells", block))
    return rows


def _is_short_figure(text: str) -> bool:
    stripped = text.strip()
    return not stripped or (
        stripped[0].isdigit() and len(stripped) < 20 and not re.search(r"[、.．]\D", stripped)
    )
