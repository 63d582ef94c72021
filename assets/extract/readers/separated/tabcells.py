"""Tab cells: what Apache Tika makes of Word tables.

A blank line starts a row, a tab starts each cell, lines without a tab continue the cell. Where a program took all
blank lines out, so that nothing tells the rows apart, the tabs are taken off: the text has a cell a line then
(running.py).
"""

from __future__ import annotations

import re
from itertools import islice, pairwise, takewhile

from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import below_page, is_furniture, is_page_mark
from assets.extract.sections import numbered_heading, whole_heading

LAYOUT = "tab_cells"
# No row of any form has so many cells.
_MORE_THAN_A_ROW = 24
# Cells of a page's frame: its head, its body, what stands below.
_MOST_FRAMES = 4
# What may stand on a line that is blank to the eye; a no-break space may be what a cell holds.
_BLANK = " \r\f\u3000"
_NOTE = re.compile(r"\s*(?:说明|备?注)\s*[:：]")


@remembering
def _opens_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].rstrip()


def without_tabs_of_lost_rows(lines: list[str]) -> list[str]:
    """The lines without the tab before each cell, where the blank lines between rows are gone.

    They are where more cells follow each other than a row can have, and no blank line stands between two cells. The tabs
    stay where they know more than lines do: a cell without text, or one with a figure on several lines.
    """
    begun = [n for n, line in enumerate(lines) if line[:1] == "\t"]
    if 0 < len(begun) <= _MOST_FRAMES and not any("\t" in line[1:] for line in lines):
        return [line.removeprefix("\t") for line in lines] if _is_page(lines, begun) else lines
    if len(begun) <= _MORE_THAN_A_ROW or any("\t" in line[1:] for line in lines):
        return lines
    if any(not lines[n].strip() for n in begun):
        return lines
    longest = length = 1
    for at, after in pairwise(begun):
        goes_on = [line.strip() for line in lines[at + 1 : after]]
        if "" in goes_on and len(goes_on) == 1:
            return lines
        if looks_like_figure(lines[at].strip()) and any(map(looks_like_figure, goes_on)):
            return lines
        length = length + 1 if after == at + 1 else 1
        longest = max(longest, length)
    if longest <= _MORE_THAN_A_ROW:
        return lines
    return [line.removeprefix("\t") for line in lines]


def _is_page(lines: list[str], begun: list[int]) -> bool:
    """Whether the few cells of a text hold what a page does, tables and sections, a line each: they are its frame."""
    for at, after in pairwise([*begun, len(lines)]):
        held = list(takewhile(str.strip, lines[at:after]))
        # more lines than a row has cells, sections and figures among them
        if (
            len(held) > _MORE_THAN_A_ROW
            and sum(map(looks_like_figure, map(str.strip, held))) > _MORE_THAN_A_ROW
        ):
            return len({whole_heading(line) for line in held} - {None}) > 1
    return False


def starts(lines: list[str], index: int) -> bool:
    """A line that is one leading tab and a text, where the lines around it are not TSV."""
    return _opens_cell(lines[index])


def _is_heading(line: str) -> bool:
    """Whether a line heads a section of the report: it does not go on with a cell, though no blank line is before it."""
    return not line.isascii() and numbered_heading(line) is not None


def _is_below_figure(lines: list[str], index: int) -> bool:
    """Whether a line below a figure is no part of its cell: the heading of a section without number, or a note below the table."""
    line = lines[index]
    if not _opens_cell(lines[index - 1]) or not looks_like_figure(lines[index - 1].strip()):
        return False
    if whole_heading(line) is not None:
        return True
    follows = next((below for below in islice(lines, index + 1, None) if below.strip()), "")
    return _NOTE.match(line) is not None and not _opens_cell(follows)


def end(lines: list[str], index: int) -> int:
    """A row ends at the first blank line, the block at a heading; it goes on while rows follow."""
    count = len(lines)
    while index < count and _opens_cell(lines[index]):
        index += 1
        while (
            index < count
            and lines[index].strip(_BLANK)
            and (
                _opens_cell(lines[index])
                or (
                    "\t" not in lines[index].strip()
                    and not _is_heading(lines[index])
                    and not _is_below_figure(lines, index)
                )
            )
        ):
            index += 1
        if beyond := _beyond_page(lines, index):
            index = beyond
            continue
        after_blanks = index
        while after_blanks < count and not lines[after_blanks].strip(_BLANK):
            after_blanks += 1
        if after_blanks > index + 1 or after_blanks >= count or not _opens_cell(lines[after_blanks]):
            return index
        index = after_blanks
    return index


def _beyond_page(lines: list[str], index: int) -> int:
    """The next cell, where nothing but the mark of a page and the blank lines about it stands from a line on; 0 where more does."""
    stop = below_page(lines, index)
    if stop == len(lines) or not _opens_cell(lines[stop]):
        return 0
    # the mark may stand right below a cell, too
    return stop if any(map(is_page_mark, lines[max(0, index - 1) : stop])) else 0


def _where_row_goes_on(cells: list[Cell], lines: list[str], index: int) -> int:
    """The cell with which a row goes on behind the end of a page, 0 where none does: no row begins with a figure, but one below words may."""
    beyond = _beyond_page(lines, index)
    if not beyond or not looks_like_figure(cells[-1].text.strip()):
        return 0
    return beyond if looks_like_figure(lines[beyond].strip()) else 0


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    rows: list[GridRow] = []
    cells: list[Cell] = []
    # a page mark inside a cell ends what the cell says: a running head may follow it
    beyond_page = False
    goes_on_at = 0
    for at, line in enumerate(lines):
        number = first_line + at
        if at < goes_on_at:
            continue
        if _opens_cell(line):
            beyond_page = False
            cells.append(Cell(line[1:], number, number))
        elif is_furniture(line):
            beyond_page = True
        elif line.strip(_BLANK) and cells and not beyond_page:
            last = cells[-1]
            cells[-1] = Cell(f"{last.text}\n{line}", last.line_start, number)
        elif cells and not line.strip():
            if goes_on_at := _where_row_goes_on(cells, lines, at):
                continue
            beyond_page = False
            rows.append(GridRow(cells, LAYOUT, block))
            cells = []
    if cells:
        rows.append(GridRow(cells, LAYOUT, block))
    return rows
