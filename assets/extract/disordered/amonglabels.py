"""Figures among the labels of their rows, where a program took a table's cells in an order of its own.

`19`, `23`, `规章`, `0`, `13`, `行政规范性文件` may be two columns of two rows, or two rows each before its label: with as many
columns as rows nothing tells. Belongs here: which lines may be rows. Does not belong here: columns below their names (incolumns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from schemas.form import Block, Table

# So many lines may lie between the labels of two rows.
_FARTHEST = 24


def among_labels(lines: Sequence[str], table: Table) -> set[int]:
    """The lines of figures that stand between the labels of two rows of one part of the table, and right above such labels."""
    found: set[int] = set()
    for block in table.blocks:
        if len(block.rows) > 1 and len(block.columns) > 1:
            for above, below in pairwise(_labels(lines, block)):
                if below - above <= _FARTHEST and (between := _figures(lines, above + 1, below)):
                    found.update(between, _figures_above(lines, above))
    return found


def _labels(lines: Sequence[str], block: Block) -> list[int]:
    """The lines that are the label of a row of a part, by index."""
    names = {squash(wording) for row in block.rows for wording in row.wordings}
    longest = 2 * max(map(len, names))
    return [at for at, line in enumerate(lines) if 0 < len(line) <= longest and squash(line) in names]


def _figures(lines: Sequence[str], start: int, stop: int) -> list[int]:
    return [at + 1 for at in range(start, stop) if looks_like_figure(lines[at].strip())]


def _figures_above(lines: Sequence[str], label: int) -> list[int]:
    start = label
    while start and looks_like_figure(lines[start - 1].strip()):
        start -= 1
    return _figures(lines, start, label)
