"""A row below the last of a table that says a part of it: `其中：网上申请 1 5 6 3 1 8 1` under 四、结转下年度继续办理.

Its label stands alone among figures, as a phrase does that says what the figures above are. It has as many of them as the row above it, and
so is a row that the filer added, and no caption. Belongs here: which lines are such rows. Does not belong here: phrases without
figures (phrasesalone.py), and rows whose label names a body, another year or figures of another kind, which say something of the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from schemas.form import Row
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_LABEL = re.compile(r"[#*—\-]{0,3}其中[:,]?(?P<what>[^:,。;]{1,30})")
# A body, by its kind or as the own; another year.
_OF_OTHERS = re.compile(
    rf"[本我]{any_of(WORDS.own_kinds)}|{any_of(WORDS.own_body, WORDS.under_body, WORDS.bodies)}|{any_of(WORDS.over_kinds)}(?:本?级|属)"
    rf"|20[0-9]{{2}}|{any_of(WORDS.last_year, WORDS.earlier_years, TURNS.other_years)}"
)
# What stands between the cells of a line, and nothing else.
_BETWEEN = re.compile(r"<[^<>]{1,300}>|[|│┃\s]+")
_LONGEST_LINE = 4000
# Lines below a label that may each hold a cell of its row, blank ones and all.
_MOST_LINES = 48


def part_told(text: str, above: Row) -> str | None:
    """What a label names behind 其中, without the label of the row above, of which it is a part.

    None where it has no such word, or names a body or another year.
    """
    found = _LABEL.fullmatch(text)
    if found is None or _OF_OTHERS.search(text):
        return None
    names = [name for wording in above.wordings if found["what"].startswith(name := squash(wording))]
    return found["what"].removeprefix(max(names, key=len, default=""))


def has_figures_of_row(lines: Sequence[str], number: int, last: int, width: int) -> bool:
    """Whether the label on a line (1-based) has as many figures as a row of `width`, or as are printed on the line `last`."""
    figures = _figures_of(lines, number)
    if not figures:
        return False
    above = _figures_of(lines, last)
    is_merged = width == 1 == len({*figures})  # the print of a merged cell in each of its columns
    return len(figures) == width or is_merged or (len(figures) == len(above) > width)


def without_figures(line: str) -> str:
    """The squashed words of a line without the figures behind them."""
    cells = _cells(line)
    while cells and looks_like_figure(cells[-1]):
        cells.pop()
    return squash("".join(cells))


def _cells(line: str) -> list[str]:
    return (
        [squash(cell) for cell in _BETWEEN.split(line) if cell.strip('," ')]
        if len(line) <= _LONGEST_LINE
        else []
    )


def _figures_of(lines: Sequence[str], number: int) -> list[str]:
    """The figures behind the words of a line; where none are, those on the lines below, each of which holds nothing else."""
    cells = _cells(lines[number - 1])
    words = [at for at, cell in enumerate(cells) if not looks_like_figure(cell)]
    behind = cells[words[-1] + 1 :] if words else cells
    if behind:
        return behind
    for line in lines[number : number + _MOST_LINES]:
        below = _cells(line)
        if not all(map(looks_like_figure, below)):
            break
        behind += below
    return behind
