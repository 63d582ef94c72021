"""Cells below a tab that stands alone on its line: what Apache Tika makes of pages whose cells hold paragraphs.

A cell begins with a line that holds a tab and spaces at most, its text is on the lines right below. Between rows stands one
blank line more than between cells. A label goes on in another paragraph, which stands as far off as a row or what follows the table: so
it does only if both are letters alone, as no figure and no heading is. Does not belong here: text behind its tab (tabcells.py).
"""

from __future__ import annotations

import re
from itertools import islice, takewhile

from assets.extract.model import Cell, GridRow
from assets.extract.readers.plain.pages import is_furniture

LAYOUT = "tab_cells"
# So many cells in a row of the text prove that they are printed so.
_LEAST = 4
# Blank lines after a cell, and lines of its text, paragraphs of it included.
_MOST_BLANK, _MOST_LINES = 4, 12
# A piece of a label.
_PIECE = re.compile(r"\s*[\u4e00-\u9fff]{1,8}\s*")


def starts(lines: list[str], index: int) -> bool:
    """A bare tab with a text or nothing below, and more of them after it, before any tab with text behind it."""
    if not _is_bare(lines[index]):
        return False
    openers = _openers(lines, index, _LEAST)
    return len(openers) == _LEAST and any(_text(lines, at) for at in openers)


def end(lines: list[str], index: int) -> int:
    """The line after the text of the last such cell."""
    while (following := _next(lines, index)) is not None:
        index = following
    return index + 1 + len(_text(lines, index))


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    openers = _openers(lines, 0, len(lines))
    cells: list[Cell] = []
    blanks: list[int] = []
    for at, after in zip(openers, [*openers[1:], len(lines)], strict=True):
        written = [n for n in range(at + 1, after) if lines[n].strip() and not is_furniture(lines[n])]
        last = written[-1] if written else at
        text = "\n".join(lines[n].strip() for n in written)
        cells.append(Cell(text, first_line + (written[0] if written else at), first_line + last))
        blanks.append(after - 1 - last)
    inner = list(zip(cells, blanks, strict=True))[:-1]  # nothing is known of what follows the last
    between = {
        has_text: min((n for cell, n in inner if bool(cell.text) is has_text), default=_MOST_BLANK)
        for has_text in (True, False)
    }
    between[False] = min(between[False], between[True] + 1)  # an empty paragraph is a blank line
    rows: list[list[Cell]] = [[]]
    for cell, count in zip(cells, blanks, strict=True):
        rows[-1].append(cell)
        if count > between[bool(cell.text)]:
            rows.append([])
    return [GridRow(row, LAYOUT, block) for row in rows if row]


def _is_bare(line: str) -> bool:
    return "\t" in line and not line.strip()


def _text(lines: list[str], at: int) -> list[str]:
    """The lines of text right below the bare tab at `at`."""
    below = islice(lines, at + 1, at + 1 + _MOST_LINES)
    return list(takewhile(lambda line: line.strip() and "\t" not in line, below))


def _next(lines: list[str], at: int) -> int | None:
    """The next bare tab, with the text of a cell at most between; None where the table ends."""
    blank, above = 0, ""
    for number in range(at + 1, min(at + 2 + _MOST_LINES + _MOST_BLANK, len(lines))):
        line = lines[number]
        if _is_bare(line):
            return number
        if "\t" in line or (blank > 1 and line.strip() and not _goes_on(above, line)):
            return None  # a heading, or another paragraph than of this cell
        blank, above = (0, line) if line.strip() else (blank + 1, above)
        if blank > _MOST_BLANK:
            return None
    return None


def _goes_on(above: str, line: str) -> bool:
    """Whether a paragraph may be the rest of a label that another opens."""
    return bool(_PIECE.fullmatch(above) and _PIECE.fullmatch(line))


def _openers(lines: list[str], index: int, most: int) -> list[int]:
    found = [index]
    while len(found) < most and (following := _next(lines, found[-1])) is not None:
        found.append(following)
    return found
