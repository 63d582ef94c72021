"""Rows of a cell a line that all have one number of cells, told by the places of their labels: the number of a label says its column.

    一、本年新收 | | | 3 | … | （一）予以公开 | | 3 | … | | | 2.其他 | 3 | …

Where each merged cell left blank ones for what it covers, a label `一、` begins its row, one `（一）` stands in the second cell and one `1.` in
the third. So from any label to any other there are whole rows, and how long these are is what all distances share. What a label
covers is left out: behind it stand the columns. Belongs here: rows told so, without a doubt. Does not belong here: rows that all words
of a table tell (equalrows.py), and rows that their ends tell (pipecells.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import gcd

from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES, Line
from assets.extract.undone.words.brokenlabels import is_group, is_label

_LEVELS = (
    re.compile("[一二三四五六七八九]、"),
    re.compile("[(（][一二三四五六七八九][)）]"),
    re.compile(r"[1-9][.、．]"),
)
# So many labels that agree are no chance; rows have so many cells, labels included.
_LEAST_LABELS, _NARROWEST, _WIDEST = 8, 8, 16


def levelled_rows(lines: Sequence[Line]) -> tuple[int, int, list[list[Cell]]] | None:
    """The first line of such rows, the one behind them, and their cells; None where there are none."""
    if any(len(PIPES.findall(line)) != 1 for line, _, _ in lines):
        return None
    cells = [Cell(PIPES.split(line)[0], first, last) for line, first, last in lines]
    levels = {at: level for at, cell in enumerate(cells) if (level := _level(cell.text)) is not None}
    if len(levels) < _LEAST_LABELS or len(set(levels.values())) < len(_LEVELS):
        return None
    starts = [at - level for at, level in levels.items()]
    width = gcd(*(at - starts[0] for at in starts))
    end = min(max(starts) + width, len(cells))
    rows = [cells[at : min(at + width, end)] for at in range(starts[0], end, width)]
    is_told = _NARROWEST <= width <= _WIDEST and starts[0] >= 0 and all(map(_is_row, rows))
    if is_told and (above := _header_rows(cells[: starts[0]], width)):
        return 0, end, [*above, *map(list, rows)]
    return (starts[0], end, list(map(_without_covered, rows))) if is_told else None


def _header_rows(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """The rows above those of the labels, where they are as wide, so that no row need do without its blank cells; else none."""
    if not cells or len(cells) % width or any(map(_is_figure, [cell.text.strip() for cell in cells])):
        return []
    return [list(cells[at : at + width]) for at in range(0, len(cells), width)]


def _level(text: str) -> int | None:
    """The column of a label of the form, by its number; None for other texts."""
    text = squash(text)
    if not text or not (is_label(text) or is_group(text)):
        return None
    return next((level for level, number in enumerate(_LEVELS) if number.match(text)), None)


def _is_row(cells: Sequence[Cell]) -> bool:
    """Whether words stand only in the columns of labels, and figures only behind them."""
    texts = [cell.text.strip() for cell in cells]
    labels, figures = texts[: len(_LEVELS)], texts[len(_LEVELS) :]
    return any(labels) and not any(map(_is_figure, labels)) and all(not t or _is_figure(t) for t in figures)


def _is_figure(text: str) -> bool:
    return bool(text) and looks_like_figure(squash(text))


def _without_covered(cells: list[Cell]) -> list[Cell]:
    """The cells of a row without the blank ones between its label and its columns; behind a group's that is its own label, lost."""
    label = max(at for at, cell in enumerate(cells[: len(_LEVELS)]) if cell.text.strip())
    if is_group(squash(cells[label].text)):
        return list(cells)
    return [*cells[: label + 1], *cells[len(_LEVELS) :]]
