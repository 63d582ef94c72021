"""Columns that a program did not tell apart: cells in which the figures of two columns stand, `| 17 | 6 0 | 92 |`.

Belongs here: the proof that a cell holds several figures and not one, and giving each a cell of its own. Does not belong
here: whether a row then has a figure for each column (columns.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from schemas.form import forms

# Thousands may be set apart by a space: two such figures are no proof that there are two.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_BRACKETS = ("(", "（")
_BREAK = re.compile(r"\n+")
# So many rows with figures at the same places are no chance.
_LEAST_ROWS = 3
# Lines below a row in which the ends of its figures stand, and the letters of a unit among them.
_NEAR, _LONGEST_UNIT = 4, 2

# How many figures stand in each cell of a row.
_Shape = tuple[int, ...]


def part_shared(items: list[Item]) -> list[Item]:
    """The items, each figure of a cell that several columns share in a cell of its own.

    That several stand there is proved by the header of the block, which has as many words in that cell, and where a header
    proved it once, in blocks below the end of a page by rows of one shape in which it cannot be one figure. A row of such a block that has not as many figures there is left without columns:
    nobody can tell whose they are.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and item.layout == "pipes":
            blocks.setdefault(item.block, []).append(item)
    proved = _proved(list(blocks.values()))
    if not proved:
        return items
    below = dict(zip(map(id, items), items[1:], strict=False))
    parted: dict[int, GridRow] = {}
    for rows in blocks.values():
        shapes = {shape for row in rows if (shape := _shape(row)) in proved}
        shared = {(len(shape), at, count) for shape in shapes for at, count in enumerate(shape) if count > 1}
        counts = {(width, at): count for width, at, count in shared}
        if not shared:
            continue
        if len(counts) < len(shared) or not all(_fits(_shape(row), counts) for row in rows):
            return items
        parted |= {id(row): _parted(row, counts, below.get(id(row))) for row in rows}
    return [parted.get(id(item), item) for item in items]


def _fits(shape: _Shape, counts: dict[tuple[int, int], int]) -> bool:
    """Whether no cell of a row has more figures than its column: where one has, walls between columns cut figures in two."""
    return all(count <= counts.get((len(shape), at), 1) for at, count in enumerate(shape))


def _proved(blocks: Sequence[Sequence[GridRow]]) -> set[_Shape]:
    """The shapes of rows with cells that are sure to hold several figures."""
    told: set[_Shape] = set()
    seen: Counter[_Shape] = Counter()
    denied: set[_Shape] = set()
    for rows in blocks:
        words: dict[tuple[int, int], int] = {}
        for row in rows:
            shape = _shape(row)
            if not any(shape):
                for at, cell in enumerate(row.cells):
                    place = len(row.cells), at
                    words[place] = max(words.get(place, 0), _words_beside(cell.text))
            elif shared := [at for at, count in enumerate(shape) if count > 1]:
                over = [words.get((len(shape), at), 0) for at in shared]
                if all(over):
                    (told if over == [shape[at] for at in shared] else denied).add(shape)
                elif not any(_may_be_one(row.cells[at].text) for at in shared):
                    seen[shape] += 1
    alike = {shape for shape, rows in seen.items() if rows >= _LEAST_ROWS} if told else set()
    return (told | alike) - denied


def _shape(row: GridRow) -> _Shape:
    return tuple(map(_count, [cell.text for cell in row.cells]))


@remembering
def _count(text: str) -> int:
    """How many figures a cell holds; none where it holds words."""
    words = text.split()
    return len(words) if all(map(looks_like_figure, words)) else 0


def _may_be_one(text: str) -> bool:
    """Whether what stands in a cell may be one figure: its thousands are set apart, or it goes on after a line break."""
    first, *rest = _BREAK.split(text.strip())
    return bool(_THOUSANDS.fullmatch(text.strip())) or bool(rest and first.isdigit() and first != "0")


def _words_beside(text: str) -> int:
    """How many columns a cell of the header names: words side by side, or on lines of which each is a whole label.

    The words of one label, and lines that it was broken into, are one.
    """
    lines = _BREAK.split(text.strip())
    if squash(text) in _labels():
        return 1
    if len(lines) > 1 and _labels().issuperset(map(squash, lines)):
        return len(lines)
    counts = {sum(not word.startswith(_BRACKETS) for word in line.split()) for line in lines}
    return counts.pop() if len(counts) == 1 else 0


@cache
def _labels() -> frozenset[str]:
    """The labels of all columns of the forms."""
    columns = (column for form in forms().values() for table in form.tables for column in table.columns)
    return frozenset(squash(wording) for column in columns for wording in column.wordings)


def _parted(row: GridRow, counts: dict[tuple[int, int], int], below: Item | None) -> GridRow:
    """The row with as many cells in each shared column as figures stand there in others; all in one where it has fewer.

    So, too, where digits stand right below it: columns that narrow cut figures, and nobody can tell whose end they are.
    """
    if any(_shape(row)) and _is_loose(below, row):
        return replace(row, cells=_in_one(row.cells))
    cells: list[Cell] = []
    for at, cell in enumerate(row.cells):
        count = counts.get((len(row.cells), at), 1)
        words = cell.text.split() if count > 1 else [cell.text]
        if len(words) > count or (len(words) < count and _count(cell.text)):
            return replace(row, cells=_in_one(row.cells))
        words += [""] * (count - len(words))
        cells += [Cell(text, cell.line_start, cell.line_end) for text in words]
    return replace(row, cells=cells)


def _is_loose(item: Item | None, row: GridRow) -> bool:
    """Whether digits without a label stand near below a row."""
    if not isinstance(item, Run) or item.head or item.line_start - row.line_end > _NEAR:
        return False
    return all(len(fragment.text) <= _LONGEST_UNIT for fragment in item.before)


def _in_one(cells: Sequence[Cell]) -> list[Cell]:
    """The cells with all figures in the last, and without the blank ones among them, which would count as columns."""
    figures = [cell for cell in cells if _count(cell.text)]
    if not figures:
        return list(cells)
    text = " ".join(cell.text for cell in figures)
    words = [at for at, cell in enumerate(cells) if cell.text.strip() and not _count(cell.text)]
    label = words[0] if words else 0
    kept = [cell for at, cell in enumerate(cells) if at < label or at in words]
    return [*kept, Cell(text, figures[0].line_start, figures[-1].line_end)]
