"""Tables drawn with + - | or with box characters: grid tables of pandoc, psql and friends.

Cells are found by the display columns of their borders, so that texts of several lines and cells that span rows
or columns stay whole. East Asian wide characters count two columns, as the programs that draw such tables count.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from assets.extract.model import Cell, GridRow

_BORDER = re.compile(r"^\s*[+┌├└╔╠╚┏┣┗╒╞╘][-=+:─━═┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛╤╪╧╕╡╛|│┃║\s]*$")
_VERTICAL = "|│┃║"
_CORNERS = "+┌├└╔╠╚┏┣┗╒╞╘┬┼┴┐┤┘╦╬╩╗╣╝┳╋┻┓┫┛╤╪╧╕╡╛"
_HORIZONTAL = set("-=:─━═") | set(_CORNERS)


def starts(lines: list[str], index: int) -> bool:
    """A line that draws a horizontal border with corners."""
    line = lines[index]
    return bool(_BORDER.match(line)) and any(c in "-=─━═" for c in line) and len(line.strip()) > 2


def end(lines: list[str], index: int) -> int:
    """The block is the run of lines that start with a border."""
    while index < len(lines) and lines[index].strip()[:1] and lines[index].strip()[0] in _VERTICAL + _CORNERS:
        index += 1
    return index


def _columns(line: str) -> list[tuple[int, str]]:
    """The characters of a line with their display columns."""
    placed, at = [], 0
    for char in line:
        placed.append((at, char))
        at += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return placed


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`.

    A cell is closed where a border is drawn under it; each border line starts a new row of the grid.
    """
    edges = sorted({at for line in lines if starts([line], 0) for at, c in _columns(line) if c in _CORNERS})
    if len(edges) < 2:
        return []
    open_cells: dict[int, list[tuple[str, int]]] = {}
    placed: list[tuple[int, int, Cell]] = []
    row = 0
    for number, line in enumerate(lines, first_line):
        chars = _columns(line)
        is_border_line = any(_is_border(chars, a, b) for a, b in itertools.pairwise(edges))
        if is_border_line:
            row += 1
        for left, right, text, border in _pieces(chars, edges):
            del right
            if border:
                _close(open_cells, left, placed)
            else:
                open_cells.setdefault(left, []).append((text, number))
                if len(open_cells[left]) == 1:
                    open_cells[left] = [(str(row), -1), (text, number)]
    for left in list(open_cells):
        _close(open_cells, left, placed)
    rows: dict[int, dict[int, Cell]] = {}
    for at_row, left, cell in placed:
        rows.setdefault(at_row, {})[left] = cell
    return [
        GridRow(
            [
                cells.get(
                    left,
                    Cell(
                        "",
                        min(c.line_start for c in cells.values()),
                        min(c.line_start for c in cells.values()),
                    ),
                )
                for left in edges[:-1]
            ],
            "grid",
            block,
            spans=True,
        )
        for _, cells in sorted(rows.items())
    ]


def _is_border(chars: list[tuple[int, str]], left: int, right: int) -> bool:
    inside = [c for at, c in chars if left < at < right]
    return bool(inside) and all(c in _HORIZONTAL for c in inside) and any(c in "-=─━═" for c in inside)


def _pieces(chars: list[tuple[int, str]], edges: list[int]) -> list[tuple[int, int, str, bool]]:
    """The line cut at the edges where a border stands; (left, right, text, is border)."""
    by_column = dict(chars)
    walls = [e for e in edges if by_column.get(e, "") in set(_VERTICAL + _CORNERS) and by_column.get(e)]
    pieces = []
    for left, right in itertools.pairwise(walls):
        inside = "".join(c for at, c in chars if left < at < right)
        border = bool(inside) and all(c in _HORIZONTAL for c in inside) and any(c in "-=─━═" for c in inside)
        if border:
            pieces += [(e, right, "", True) for e in edges if left <= e < right]
        else:
            pieces.append((left, right, inside.strip(), False))
    return pieces


def _close(
    open_cells: dict[int, list[tuple[str, int]]], left: int, placed: list[tuple[int, int, Cell]]
) -> None:
    if left not in open_cells:
        return
    (row, _), *texts = open_cells.pop(left)
    written = [(t, n) for t, n in texts if t]
    lines = written or texts
    placed.append((int(row), left, Cell("\n".join(t for t, _ in written), lines[0][1], lines[-1][1])))
