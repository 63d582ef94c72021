"""Rows whose merged cells are printed once, and which are filled up at their right end to one width: the blanks that fill them go.

The header shows it: the label behind that of a group stands next to it, though the group's own labels below reach beyond it. So the
figures of a row stand right behind its label, as many as the header has columns, and what is behind them is no cell of the
form. Does not belong here: rows that end early (rowends.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.words.brokenlabels import is_label

_WORDS = re.compile("[\u3400-\u9fff]{2}")
_LEAST_BELOW, _LEAST_LETTERS = 3, 5


def without_fillings(items: list[Item]) -> list[Item]:
    """The items, such rows of figures without the blank cells behind their own."""
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and not item.spans:
            blocks.setdefault(item.block, []).append(item)
    cut: dict[int, GridRow] = {}
    for rows in blocks.values():
        header = list(takewhile(lambda row: row.written == row.words, rows))
        columns = next((n for pair in pairwise(header) if (n := _columns(*pair))), 0)
        if columns and len({len(row.cells) for row in rows}) == 1:
            cut |= dict(_cut(rows[len(header) :], columns))
    return [cut.get(id(item), item) for item in items] if cut else items


def _columns(upper: GridRow, lower: GridRow) -> int:
    """How many columns a header has whose labels stand side by side whatever they cover; 0 where it does not show that."""
    if len(upper.written) < 2:
        return 0
    first, group, last = upper.written[0], upper.written[-2], upper.written[-1]
    below = lower.written
    if last != group + 1 or len(below) < _LEAST_BELOW or below != list(range(group, group + len(below))):
        return 0
    is_beyond = below[-1] > last and len(upper.cells) > below[-1]
    return group - first + len(below) + 1 if is_beyond else 0


def _cut(rows: Sequence[GridRow], columns: int) -> Iterator[tuple[int, GridRow]]:
    """The rows to be cut, each by its identity."""
    for row in rows:
        end = _end_of_labels(row) + columns
        if columns < end < len(row.cells) and not any(cell.text.strip() for cell in row.cells[end:]):
            yield id(row), replace(row, cells=row.cells[:end])


def _end_of_labels(row: GridRow) -> int:
    """The index behind the label of a row, which only blank cells and those of groups precede; 0 where it is unsure."""
    blank = len(list(takewhile(lambda cell: not cell.text.strip(), row.cells)))
    words = [cell.text for cell in takewhile(lambda cell: _is_words(cell.text), row.cells[blank:])]
    known = [at for at, text in enumerate(words, 1) if is_label(text)]
    if known:
        return blank + known[-1]
    return blank + len(words) if words and len(words[-1].strip()) >= _LEAST_LETTERS else 0


def _is_words(text: str) -> bool:
    return bool(_WORDS.search(text)) and not looks_like_figure(text)
