"""Figures at the end of the names of columns, which slipped up by a row, and with them those of all rows below.

    信息内容,本年制发件数0,本年废止件数0,现行有效件数39
    规章,7,4,59
    行政规范性文件,,,

The figures of `规章` stand in the header, and the last row has none. They are set back to their rows where each row but the last is
whole. Where that is not certain, the rows are left out: no figure is known to be theirs. Numbers of columns or of notes behind
names (`现行有效件数1`) slip nothing where all rows below are whole.
Belongs here: rows of cells. Does not belong here: what the names of columns are (columnnames.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assets.extract.labels import normalize, squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import row_labels
from schemas.form import forms

_NAMED = re.compile(r"(?P<name>[^0-9]*[\u3400-\u9fff])(?P<figure>[-−]?[0-9][0-9,]*(?:\.[0-9]+)?)")
_LEAST_LETTERS = 2
# So many names of columns with a figure, or so many headers with one, are no note.
_LEAST = 2


@dataclass
class _Slipped:
    """A header at an index, the figures in its cells, and the indexes of the rows below."""

    at: int
    figures: dict[int, re.Match[str]]
    rows: range

    @property
    def may_number(self) -> bool:
        """Whether the figures may number the columns, or be marks of notes."""
        texts = [found["figure"] for found in self.figures.values()]
        return texts == [str(n) for n in range(1, len(texts) + 1)]


def with_figures_below(items: list[Item]) -> list[Item]:
    """The items with such figures in their rows, without the rows of which that is not certain."""
    found = [slipped for at in range(len(items)) if (slipped := _slipped(items, at)) is not None]
    if not found:
        return items
    are_sure = len(found) >= _LEAST or any(len(slipped.figures) >= _LEAST for slipped in found)
    out: list[Item | None] = list(items)
    for slipped in found:
        rows = [row for row in items[slipped.rows.start : slipped.rows.stop] if isinstance(row, GridRow)]
        if all(_is_whole(row, slipped) for row in rows) and (slipped.may_number or not are_sure):
            continue
        header = items[slipped.at]
        if not isinstance(header, GridRow):
            continue
        is_known = all(_is_whole(row, slipped) for row in rows[:-1]) and _is_blank(rows[-1], slipped)
        if is_known and are_sure and not slipped.may_number:
            bare = {
                at: replace(header.cells[at], text=named["name"]) for at, named in slipped.figures.items()
            }
            own = {
                at: replace(header.cells[at], text=named["figure"]) for at, named in slipped.figures.items()
            }
            out[slipped.at] = _with(header, bare)
            for at, row in zip(slipped.rows, rows, strict=True):
                out[at] = _with(row, own)
                own = {place: row.cells[place] for place in slipped.figures}
        else:
            out[slipped.rows.start : slipped.rows.stop] = [None] * len(rows)
    return [item for item in out if item is not None]


def _slipped(items: Sequence[Item], at: int) -> _Slipped | None:
    """The header at an index, if each name of a column in it ends in a figure and rows with labels follow."""
    header = items[at]
    if not isinstance(header, GridRow):
        return None
    found_in = map(_named, [header.cells[n].text for n in header.written])
    named = {n: found for n, found in zip(header.written, found_in, strict=True) if found}
    if not named or not any(cell.text[-1:].isdigit() for cell in header.cells):
        return None
    figures = {n: found for n, found in named.items() if _ends_a_name(found["name"])}
    others = [n for n in header.written if n not in figures]
    if not figures or len(others) > 1 or any(n > min(figures) for n in others):
        return None
    stop = at + 1
    while stop < len(items) and _is_row(items[stop], header, figures):
        stop += 1
    return _Slipped(at, figures, range(at + 1, stop)) if stop > at + 1 else None


@remembering
def _named(text: str) -> re.Match[str] | None:
    """The words of a cell and the figure at their end."""
    return None if text.isascii() else _NAMED.fullmatch(squash(text))


def _is_row(item: Item, header: GridRow, figures: dict[int, re.Match[str]]) -> bool:
    """Whether an item is a row below the header with a label to the letter, and nothing but figures or blanks behind it."""
    if not isinstance(item, GridRow) or item.block != header.block or len(item.cells) <= max(figures):
        return False
    label, *rest = item.written or [max(figures)]
    is_label = strip_numbering(squash(item.cells[label].text)) in row_labels()
    return is_label and label < min(figures) and all(looks_like_figure(item.cells[n].text) for n in rest)


def _is_whole(row: GridRow, slipped: _Slipped) -> bool:
    return all(row.cells[at].text.strip() for at in slipped.figures)


def _is_blank(row: GridRow, slipped: _Slipped) -> bool:
    return not any(row.cells[at].text.strip() for at in slipped.figures)


def _with(row: GridRow, cells: dict[int, Cell]) -> GridRow:
    return replace(row, cells=[cells.get(at, cell) for at, cell in enumerate(row.cells)])


def _ends_a_name(text: str) -> bool:
    own = normalize(text)
    return len(own) >= _LEAST_LETTERS and any(name.endswith(own) for name in _names())


@cache
def _names() -> frozenset[str]:
    """The names of the columns of tables with rows."""
    tables = [table for form in forms().values() for table in form.tables if not table.one_row]
    return frozenset(normalize(w) for table in tables for column in table.columns for w in column.wordings)
