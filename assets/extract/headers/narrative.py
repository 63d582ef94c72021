"""What the prose of a report says against the columns of a table that has no header.

Belongs here: figures that a sentence gives to a column by its name (自然人174件) and that stand in another one. Used only
where no header says which column is which; nothing is added up, and no figure is taken from prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import ascii_width
from assets.extract.model import Cell

# Figures below this stand in any column by chance.
_LEAST = 10
_LEAST_LETTERS = 3


def _said_of(names: Sequence[str]) -> re.Pattern[str]:
    return _said(tuple(name for name in names if len(name) >= _LEAST_LETTERS))


@cache
def _said(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, names))})[^0-9,.，。；;、]{{0,8}}([0-9]+)件")


def speaks_of_columns(lines: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words of prose give a figure to any column."""
    pattern = _said_of(names)
    return any(pattern.search(ascii_width(line)) for line in lines if "件" in line)


def gainsaid(lines: Sequence[str], rows: Sequence[Sequence[Cell]], names: Sequence[str]) -> str | None:
    """Words of prose that give a figure of `rows` to another column than where it stands; None where there are none.

    `names` are the labels of the columns in the order in which the full rows `rows` are thought to have them.
    """
    full = [[cell.text.strip() for cell in row] for row in rows if len(row) == len(names)]
    pattern = _said_of(names)
    for line in lines:
        for said in pattern.finditer(ascii_width(line)) if "件" in line else ():
            at, figure = names.index(said[1]), said[2]
            if int(figure) < _LEAST or any(row[at] == figure for row in full):
                continue
            if any(figure in row for row in full):
                return said[0]
    return None
