"""Whether loose digits above or below a row can be the rest of a figure that a narrow column cut.

A column cuts a figure only where it is full: a figure that leaves room for another digit, as other figures of the same
column show, was not cut, nor was one that starts with 0. That holds where few rows have loose digits beside them and
each of these has a figure that it can belong to; elsewhere something else than full columns cuts figures, or labels
and figures are out of step, and all figures beside loose digits are in doubt. Belongs here: what may be a piece of a
figure. Does not belong here: which figures are loose (links.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from assets.extract.labels import ascii_width
from assets.extract.model import Cell
from assets.extract.places.positions import under
from assets.extract.records import record

_DIGITS = re.compile(r"[0-9]")
_STARTS_WITH_NOUGHT = re.compile(r"0+(?![0-9.,])")
# A line may end between groups of three.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
# So far from the column that it stands in may a digit be that is under no figure: its line is not to the scale of the row's.
_FAR = 3
# So large a share of the rows may have loose digits beside them.
_MOST_BESIDE = 0.25


def room(rows: Sequence[Sequence[Cell]], keys: Sequence[str]) -> dict[str, int]:
    """Digits that fit on a line of each column, as the second longest figure in it shows.

    `rows` are full rows, `keys` their columns. The longest may be two figures that ran into each other.
    """
    fit: dict[str, int] = {}
    for key, column in zip(keys, zip(*rows, strict=True), strict=True) if rows else ():
        lengths = sorted(len(_DIGITS.findall(cell.text)) for cell in column)
        fit[key] = lengths[-2] if len(lengths) > 1 else 0
    return fit


@record
class FullRow:
    """A row with a figure for each column, by column key, and the loose figures above and below it."""

    cells: Mapping[str, Cell]
    loose: Sequence[Cell]
    is_aligned: bool


def cuts(rows: Sequence[FullRow], fit: Mapping[str, int]) -> Mapping[str, int] | None:
    """What `doubted` may go by: `fit`, nothing but leading noughts (no columns), or nothing at all (None)."""
    beside = [row for row in rows if row.loose]
    if len(beside) > _MOST_BESIDE * len(rows):
        return None
    has_host: dict[Cell, bool] = {}
    for row in beside:
        for line in by_line(row.loose):
            is_row = _is_row(row.cells, line, fit)
            for other in line:
                near = [k for k, c in row.cells.items() if not row.is_aligned or under(other, c)]
                joins = any(_joins(row.cells[key], key, other, fit, _fills) for key in near)
                has_host[other] = has_host.get(other, False) or is_row or joins
    return fit if all(has_host.values()) else {}


def by_line(loose: Sequence[Cell]) -> list[list[Cell]]:
    """Loose figures line by line."""
    lines: dict[int, list[Cell]] = {}
    for cell in loose:
        lines.setdefault(cell.line_start, []).append(cell)
    return list(lines.values())


def may_be_one(first: str, rest: str, fit: int) -> bool:
    """Whether two texts, one above the other, may be one figure cut in a column that has room for `fit` digits."""
    return _fills(first, rest, fit) or bool(_THOUSANDS.fullmatch(f"{first.strip()} {rest.strip()}"))


def _fills(first: str, rest: str, fit: int) -> bool:
    """Whether the first piece leaves no room for a digit of the rest."""
    first, rest = ascii_width(first).strip(), ascii_width(rest).strip()
    if not rest[:1].isdigit() or first.endswith((",", ".")):
        return True
    return len(first) >= fit and not _STARTS_WITH_NOUGHT.match(first)


def doubted(
    cells: Mapping[str, Cell], line: Sequence[Cell], fit: Mapping[str, int] | None, *, is_aligned: bool
) -> set[str]:
    """The columns of a full row whose figures may be pieces, with the loose figures on one line above or below it.

    Where one of them may be a piece, the line is the row's, and whatever stands at a loose figure is in doubt.
    """
    beside = [o for o in line if is_aligned and not any(under(o, cell, 0) for cell in cells.values())]
    near = {
        key: [o for o in line if not is_aligned or under(o, cell) or (o in beside and under(o, cell, _FAR))]
        for key, cell in cells.items()
    }
    if fit is None:
        return {key for key in cells if near[key]}
    if _is_row(cells, line, fit):
        return set()
    if not any(_joins(cell, key, o, fit) for key, cell in cells.items() for o in near[key]):
        return set()
    return {key for key, cell in cells.items() if any(_joins(cell, key, o, {}) for o in near[key])}


def _is_row(cells: Mapping[str, Cell], line: Sequence[Cell], fit: Mapping[str, int]) -> bool:
    """Whether loose figures are a row of their own: as many as the row has, but not pieces of all of its figures."""
    return len(line) == len(cells) and not all(
        _joins(cell, key, other, fit) for (key, cell), other in zip(cells.items(), line, strict=True)
    )


def _joins(
    cell: Cell,
    key: str,
    other: Cell,
    fit: Mapping[str, int],
    test: Callable[[str, str, int], bool] = may_be_one,
) -> bool:
    first, rest = (other, cell) if other.line_start < cell.line_start else (cell, other)
    return test(first.text, rest.text, fit.get(key, 0))
