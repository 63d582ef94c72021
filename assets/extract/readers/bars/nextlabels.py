"""Blank cells at the end of a row that stand before the next row's label: those that merged labels cover, one cell a line.

    （二）部分公开 | 0 | 0 | 3 | 0 | 0 | 0 | 3 |
     |
    1.属于国家秘密 | …

Where no bar ends rows such a cell looks like the last of the row above, and a row that lacks a cell would borrow it. How many there are
follows from the number of the label below: rows above a label of that level have so many cells more than those above a label
of the highest. Does not belong here: where rows end (pipecells.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell, has_figure

# The numbers of labels, by their level; the highest has no cell before it.
_LEVELS = (
    re.compile("[一二三四五六七八九]、"),
    re.compile("[(（][一二三四五六七八九][)）]"),
    re.compile(r"[1-9][.．、]"),
)
# So many rows above labels of a level, all but few of them alike, show how many cells they have.
_LEAST_ROWS, _LEAST_SHARE = 2, 0.6


def without_next_labels(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """The rows, without the blank cells at their ends that belong to the label below."""
    levels = [_level_below(row, rows[at + 1]) for at, row in enumerate(rows[:-1])]
    if len(set(levels) - {None}) < 2:
        return list(rows)
    sizes: dict[int, Counter[int]] = {}
    for row, level in zip(rows, levels, strict=False):
        if level is not None:
            sizes.setdefault(level, Counter())[_size(row)] += 1
    usual = {level: size for level, counts in sizes.items() if (size := _usual(counts)) is not None}
    # where the highest level is not known, the next tells at least how many cells a lower one has more
    least = min(usual.values(), default=0)
    covered = {level: size - least for level, size in usual.items() if size - least <= level}
    return [
        _without(row, covered.get(level, 0) if level is not None else 0)
        for row, level in zip(rows, [*levels, None], strict=True)
    ]


def _level_below(row: Sequence[Cell], below: Sequence[Cell]) -> int | None:
    """The level of the label that follows a row of figures; None for another text."""
    if not has_figure(row) or not below:
        return None
    text = squash(below[0].text)
    return next((level for level, number in enumerate(_LEVELS) if number.match(text)), None)


def _size(row: Sequence[Cell]) -> int:
    """How many cells stand behind the label of a row."""
    words = [at for at, cell in enumerate(row) if cell.text.strip() and not has_figure([cell])]
    return len(row) - 1 - max(words, default=-1)


def _usual(counts: Counter[int]) -> int | None:
    size, count = counts.most_common(1)[0]
    return size if count >= _LEAST_ROWS and count >= _LEAST_SHARE * counts.total() else None


def _without(row: list[Cell], blank: int) -> list[Cell]:
    """The row without so many cells at its end, if they are blank and there are any."""
    if not blank or any(cell.text.strip() for cell in row[-blank:]):
        return row
    return row[:-blank]
