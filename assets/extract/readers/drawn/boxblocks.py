"""Where a table drawn with + - | or with box characters begins and ends, and what it is drawn with.

Does not belong here: its rows and cells (boxes.py).
"""

from __future__ import annotations

import re

from assets.extract.readers.drawn.chopped import width
from assets.extract.readers.drawn.widths import LONGEST_REMEMBERED, columns_of
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.sections import numbered_heading

WALLS = "|│┃║┆┊"
WALL = re.compile(f"[{WALLS}]")
# All box characters that turn or cross, round corners among them.
CORNERS = "+" + "".join(map(chr, [*range(0x250C, 0x254C), *range(0x2552, 0x2571)]))
RULES = "=─━═╌╍┄┅┈┉-"
# Walls that are no letters of other notations, and what begins a border between two rows.
_DRAWN, _INNER = tuple("│┃║┆┊"), tuple("├┠┣╞╟╠")
_CLOSING = ("└", "╰", "╚", "┗", "╙", "╘")
# Lines between two pages.
_MOST_BETWEEN, _LONGEST_BETWEEN = 8, 40
_PAGE = re.compile("[1-9][0-9]{0,2}")
RULE_CHARS = set(RULES + ":" + CORNERS)
RULED = re.compile(f"[{RULES}]{{2}}")
BORDER = re.compile(rf"^\s*[{CORNERS}][:{CORNERS}{WALLS}\s{RULES}]*$")
# A border inside the table, which begins at its wall.
INNER_BORDER = re.compile(rf"^\s*[{WALLS}][:{CORNERS}{WALLS}\s{RULES}]*$")


def starts(lines: list[str], index: int) -> bool:
    """A line that draws a horizontal border with corners, or the row above an inner one of a table without an upper border.

    A wall alone is the end of a line that was too long, and no row.
    """
    if is_border(lines[index]):
        return True
    row, below = lines[index].strip(), lines[index + 1 : index + 2]
    return (
        len(row) > 1
        and row.startswith(_DRAWN)
        and row.endswith(_DRAWN)
        and any(line.strip().startswith(_INNER) and is_border(line) for line in below)
    )


def is_border(line: str) -> bool:
    """Whether a line is a border: corners, rules and walls, and nothing else."""
    return bool(BORDER.match(line)) and any(c in RULES for c in line) and len(line.strip()) > 2


def end(lines: list[str], index: int) -> int:
    """The block is the run of lines that start with a border or a wall, or have one below the first with text before it.

    A table that is closed right above one of another width is a block of its own. The number of a page and the like may stand
    between two of its lines.
    """
    left = indent(lines[index])
    first = index
    while index < len(lines):
        if from_wall(lines[index], left) is None:
            further = _beyond_page(lines, index)
            if index == first or further is None:
                break
            index = further
        if index > first and _is_another(lines[index - 1].strip(), lines[index].strip()):
            break
        index += 1
    return index


def _beyond_page(lines: list[str], index: int) -> int | None:
    """Where a table that is not closed goes on, drawn as wide, below a few lines without walls; None where it does not.

    A whole border may close the table: then a row stands below it, and no border, with which another table begins, and between
    the two what is the page's and nothing else. So it is in tables of plus signs and bars, whose lines other notations have, too.
    """
    above = lines[index - 1].rstrip()
    if above.strip().startswith(_CLOSING):
        return None
    is_closed = bool(above.strip()) and set(above.strip()) <= RULE_CHARS
    is_drawn = any(c in WALLS + CORNERS for c in above if c not in "|+")
    is_of_page = True
    for further in range(index, min(index + _MOST_BETWEEN, len(lines))):
        below = lines[further].rstrip()
        if _is_of_table(below):
            is_as_wide = any(width(below, wide) == width(above, wide) for wide in (0, 1, 2))
            goes_on = below.strip().startswith((*WALLS, *_INNER)) and indent(below) == indent(above)
            is_page = is_of_page or (is_drawn and not is_closed)
            is_row = is_page and (not is_closed or below.strip().startswith(tuple(WALLS)))
            return further if is_as_wide and goes_on and is_row else None
        if numbered_heading(below.strip()) or len(below.strip()) > _LONGEST_BETWEEN:
            return None
        is_of_page = is_of_page and _is_of_page(below, lines)
    return None


def _is_of_page(line: str, lines: list[str]) -> bool:
    """Whether a line is blank, the number of a page, or a head that the text has elsewhere, too."""
    text = line.strip()
    return not text or is_furniture(text) or bool(_PAGE.fullmatch(text)) or lines.count(line) > 1


def _is_of_table(line: str) -> bool:
    """Whether a line has a wall or a corner of a table; bars and plus signs within other text are none."""
    text = line.strip()
    return any(c in WALLS + CORNERS for c in text if c not in "|+") or (
        text.startswith(("|", "+")) and text.endswith(("|", "+")) and len(text) > 1
    )


def _is_another(border: str, following: str) -> bool:
    """Whether the last border of a table stands above the first one of a table with other columns."""
    if border.startswith("+") and following.startswith("+") and is_border(following):
        ends, begins = ({at for at, c in enumerate(line) if c == "+"} for line in (border, following))
        return bool(ends) and not (ends <= begins or begins <= ends)
    closed = border.startswith(_CLOSING) and border.endswith(("┘", "╯", "╝"))
    return closed and following.startswith(("┌", "╭", "╔")) and len(border) != len(following)


def indent(line: str) -> int:
    """How many spaces stand before a line's first letter."""
    return len(line) - len(line.lstrip())


def from_wall(line: str, left: int) -> str | None:
    """The line with space for what stands beside the table, which begins in column `left`; None where it has no wall."""
    if line.strip()[:1] and line.strip()[0] in WALLS + CORNERS:
        return line
    for wide in (1, 2) if left and len(line) <= LONGEST_REMEMBERED else ():
        for index, (at, char) in enumerate(columns_of(line, wide)):
            if at == left and char in WALLS + CORNERS:
                return " " * left + line[index:]
    return None
