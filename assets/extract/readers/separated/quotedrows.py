"""Rows of cells set apart by tabs, some of them in quotes with line breaks in them, as a copied sheet has them.

Belongs here: where such a row ends, and its cells. Does not belong here: rows without such cells (delimited.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.model import Cell

# Lines of a row, and of one that no tab tells on its first line; letters on a line of that one's first cell.
MOST_QUOTED = 40
_MOST_ALONE, _LONGEST_ALONE = 6, 40


def quoted_row(lines: Sequence[str], index: int) -> int:
    """The end of a row whose last cell on this line is in quotes that close on a line below: 0 where there is none.

    On the line where it closes, the last cell may open again.
    """
    rest, stop = lines[index], 0
    if '"' not in rest:
        return 0
    is_alone = "\t" not in rest
    if is_alone and len(rest) > _LONGEST_ALONE:
        return 0
    end = min(index + (_MOST_ALONE if is_alone else MOST_QUOTED), len(lines))
    while _opens(rest):
        at = _closing(lines, stop or index + 1, end)
        if not at:
            return 0
        rest, stop = lines[at - 1].partition('"')[2], at
        if is_alone and not rest.startswith("\t"):
            return 0
        end = min(index + MOST_QUOTED, len(lines))
        is_alone = False
    return stop


def _opens(text: str) -> bool:
    cell = text.rpartition("\t")[2]
    return cell.startswith('"') and cell.count('"') % 2 == 1


def _closing(lines: Sequence[str], start: int, end: int) -> int:
    """The line behind that on which quotes close; 0 where none close a cell."""
    for number in range(start, end):
        rest, quote, behind = lines[number].partition('"')
        if quote:
            return number + 1 if "\t" not in rest and (not behind.strip() or behind[0] == "\t") else 0
        if "\t" in rest:
            return 0
    return 0


def cells_of(lines: Sequence[str], first_line: int, joint: str) -> list[Cell]:
    """The cells of a row, in their quotes."""
    cells: list[Cell] = []
    is_open = False
    for number, line in enumerate(lines, first_line):
        own = line.split(joint)
        if is_open:
            before = cells.pop()
            cells.append(Cell(f"{before.text}\n{own.pop(0)}", before.line_start, number))
            if '"' not in line:
                continue
        cells += [Cell(text, number, number) for text in own]
        is_open = number < first_line + len(lines) - 1
    return cells
