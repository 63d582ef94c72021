"""The header of a table of one row between bars that end cells, a line for each paragraph of a cell, its figures behind the last name.

    结果
    维持 |结果
    纠正 |其他
    ...
    审结 |总计 | |0 |1 |12 |0 |13 |0 |14 |0 |0 |14 |13 |0 |15 |0 |28 | |

A program that gives up drawing a wide table prints its cells one behind the other. Header and figures are put on a line each, where all
pieces above the figures make up names of the form, those of all columns in its order. Every line keeps its number. Belongs here:
that print. Does not belong here: rows that a bar opens (readers/bars/brokenrows.py), names broken where no bar stands (plainheaders/).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from schemas.form import Table, forms

_BAR = "|"
# A header has so many lines at most, blank ones among them.
_MOST_LINES = 80


def with_names_unfolded(lines: list[str]) -> list[str]:
    """The lines with such a header whole on its first line, its figures on their own, what is between blank."""
    out = lines
    for table in _tables():
        columns = [
            squash(column.zh) for block in table.blocks for _ in block.rows for column in block.columns
        ]
        for at, line in enumerate(lines):
            if line.count(_BAR) <= len(columns) or not (found := _figures(line, len(columns))):
                continue
            top, header = _header(lines, at, found[0], table)
            names = [cell for cell in header if cell and cell not in _rows(table)]
            if names == columns and top < at:
                out = [*lines] if out is lines else out
                out[top : at + 1] = [_row(header), *[""] * (at - top - 1), _row(found[1])]
    return out


def _figures(line: str, width: int) -> tuple[list[str], list[str]] | None:
    """The cells before the figures of a line and these, blank cells about them left out; None where they are not so many."""
    cells = [cell.strip() for cell in line.split(_BAR)]
    while cells and not cells[-1]:
        cells.pop()
    names, figures = cells[:-width], cells[-width:]
    if len(names) == 0 or not all(map(looks_like_figure, figures)):
        return None
    while names and not names[-1]:
        names.pop()
    return (names, figures) if names and not looks_like_figure(names[-1]) else None


def _header(lines: Sequence[str], at: int, own: list[str], table: Table) -> tuple[int, list[str]]:
    """The first line of the header above, and its cells, as far as its pieces are of names."""
    words = {squash(column.zh) for column in table.columns} | _rows(table)
    top, kept = at, own
    for n in range(at - 1, max(-1, at - _MOST_LINES), -1):
        cells = [squash(cell) for cell in lines[n].split(_BAR)]
        if not all(any(cell in word for word in words) for cell in cells):
            break
        if any(cells):
            top, kept = n, [*cells[:-1], cells[-1] + squash(kept[0]), *kept[1:]]
    return top, [squash(cell) for cell in kept]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


@cache
def _tables() -> tuple[Table, ...]:
    """The tables of one row; forms share them."""
    return tuple({table.no: table for table in _one_row()}.values())


def _one_row() -> Iterator[Table]:
    return (table for form in forms().values() for table in form.tables if table.one_row)


def _rows(table: Table) -> frozenset[str]:
    """The names of rows and of their groups."""
    return frozenset(squash(name) for part in (table.rows, table.groups) for name in (p.zh for p in part))
