"""Cells whose text a program chopped where the column was too narrow: 199 as `1` above `99`, a label as `1` above `.属于国`.

Some fill the lines of a cell from the end and leave the rest to the first, so that a first line with room to spare is no sign of a
cell of its own. Belongs here: whether the lines of a region without borders are one row that was chopped so. Does not belong here:
other signs of where rows begin (frames.py), one cell (gridcells.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.drawn.widths import columns_of
from schemas.form import forms

# What a piece of a figure may be made of, and the whole of one.
_PIECE = re.compile(r"[0-9０-９,，.]+")
_FIGURE = re.compile(r"[0-9０-９]++(?:[,，][0-9０-９]{3})*+(?:\.[0-9０-９]++)?")
# The number of a label, and its first letter.
NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十0-9]{1,2}[.．、)）])\s*[\u3400-\u9fff“\"]"
)
_OPENING = ("（", "(")
# Its number alone, which a space parts from its words.
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,2}[.．、)）]?")

# So many labels of columns on a line are a header.
_LEAST_NAMES = 4

# A line of a region: its texts by column.
Line = Mapping[int, str]


def width(text: str, wide: int) -> int:
    """The display columns of a text; `wide` is the width of ambiguous characters."""
    return columns_of(f"{text} ", wide)[-1][0]


def is_filled_from_end(pieces: Sequence[str], room: int, wide: int = 1) -> bool:
    """Whether each line but the first had no room for the last letter of the line above it.

    A wide letter stands alone where the column has no room for it.
    """
    return room > 0 and all(
        len(above) > 0
        and room - width(above[-1], wide) < width(below, wide)
        and (width(below, wide) <= room or len(below) == 1)
        for above, below in pairwise(pieces)
    )


def is_filled_from_start(pieces: Sequence[str], room: int, wide: int = 1) -> bool:
    """Whether each line but the last had no room for the first letter of the line below it."""
    return room > 0 and all(
        len(below) > 0
        and room - width(below[0], wide) < width(above, wide)
        and (width(above, wide) <= room or len(above) == 1)
        for above, below in pairwise(pieces)
    )


_WAYS = (is_filled_from_end, is_filled_from_start)


def figure_of(pieces: Sequence[str], room: int, wide: int = 1) -> str | None:
    """The figure of which a cell's lines are the pieces, chopped so; None where they are not."""
    if len(pieces) < 2 or not all(map(_PIECE.fullmatch, pieces)) or width(pieces[0], wide) > room:
        return None
    said = "".join(pieces)
    return said if is_filled_from_end(pieces, room, wide) and _FIGURE.fullmatch(said) else None


def is_of_figure(text: str) -> bool:
    """Whether a text is a figure, or a piece of one: `,945`."""
    return _PIECE.fullmatch(text) is not None or looks_like_figure(text)


def labels_go_on(above: Line, below: Line, room: Mapping[int, int], wide: int) -> bool:
    """Whether no words of a line stand under others beside which there was room for them."""
    return all(
        _goes_on(above[column], text, room.get(column, 0), wide)
        for column, text in below.items()
        if column in above and not is_of_figure(text)
    )


def may_go_on(above: Line, below: Line, room: Mapping[int, int], wide: int) -> bool:
    """Whether a line may be the rest of the one right above it: its figures leave no room for the last digits above, or those for its first.

    Not where both have a whole label of their own.
    """
    figures = [column for column, text in below.items() if is_of_figure(text)]
    if not figures or not any(
        all(
            _PIECE.fullmatch(above.get(column, ""))
            and is_filled([above[column], below[column]], room.get(column, 0), wide)
            for column in figures
        )
        for is_filled in _WAYS
    ):
        return False
    return not have_labels(above, below)


def have_labels(above: Line, below: Line) -> bool:
    """Whether both lines have a whole label of a row: they are two rows then."""
    return all({squash(text) for text in line.values()} & _labels() for line in (above, below))


def is_one_row(lines: Sequence[Line], room: Mapping[int, int], wide: int) -> bool:
    """Whether lines between two borders are one row for certain: figures stand under others, and all was chopped so.

    Each figure goes on from the first line, and so do the labels beside it, line by line. Below the figures words may end where
    there was room, as a space parted them.
    """
    texts = [{column: text for column, text in line.items() if text} for line in lines]
    texts = [line for line in texts if line]
    with_figures = [at for at, line in enumerate(texts) if any(map(looks_like_figure, line.values()))]
    if len(with_figures) < 2 or with_figures != list(range(len(with_figures))):
        return False
    last = with_figures[-1]
    if not all(may_go_on(above, below, room, wide) for above, below in pairwise(texts[: last + 1])):
        return False
    return all(
        column in texts[0]
        and (_goes_on(above.get(column, ""), text, room.get(column, 0), wide) if at <= last else True)
        and not (NUMBERED.match(text) and above.get(column) not in _OPENING)
        for at, (above, below) in enumerate(pairwise(texts), 1)
        for column, text in below.items()
    )


def _goes_on(over: str, text: str, room: int, wide: int) -> bool:
    """Whether a text is the rest of a word or figure above it, or of a label after its number."""
    if not over:
        return False
    is_chopped = any(is_filled([over, text], room, wide) for is_filled in _WAYS)
    return is_chopped or _NUMBER.fullmatch(over) is not None


@cache
def _labels() -> frozenset[str]:
    """The labels of all rows of the forms."""
    rows = (
        row
        for form in forms().values()
        for table in form.tables
        for block in table.blocks
        for row in block.rows
    )
    return frozenset(squash(wording) for row in rows for wording in row.wordings)


def names_columns(line: Line) -> bool:
    """Whether a line is a header of table 2: the words over its labels, whole, and behind them nothing but whole names of columns."""
    texts = [squash(text) for text in line.values()]
    corners, names = _headers()
    return len(texts) > 1 and texts[0] in corners and names.issuperset(texts[1:])


def stand_below_names(above: Line, below: Line) -> bool:
    """Whether nothing but figures stands right below nothing but whole names of columns, several of them."""
    names = [squash(text) for text in above.values()]
    return (
        len(names) >= _LEAST_NAMES
        and _headers()[1].issuperset(names)
        and all(map(looks_like_figure, below.values()))
    )


@cache
def _headers() -> tuple[frozenset[str], frozenset[str]]:
    """What stands over the labels of tables, and the labels of all columns of the forms."""
    tables = [table for form in forms().values() for table in form.tables]
    names = (squash(w) for table in tables for b in table.blocks for c in b.columns for w in c.wordings)
    return frozenset(squash(table.header) for table in tables if table.header), frozenset(names)
