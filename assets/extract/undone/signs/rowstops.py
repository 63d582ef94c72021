"""Full stops that end the rows of a table whose cells semicolons part: `规章；0；0；0。`, one row a line.

A program that wrote rows as if they were sentences closed each of them so. Prose with semicolons has no figures alone between
them, and no blanks. Belongs here: such rows, several below each other, and their last sign. Does not belong here: the semicolons
(rarecells.py, delimited.py), and rows that name their columns (byname/rowsentences.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assets.extract.numbers import looks_like_figure, parse_figure

_SIGN, _STOP = "；", "。"
# So many rows below each other are no chance where more than such a share of them ends with a cell; so many figures alone are a row.
_LEAST_ROWS, _LEAST_SHARE, _LEAST_FIGURES = 3, 0.5, 4
_LONGEST = 90


def without_stops(lines: list[str]) -> list[str]:
    """The lines, the rows of such tables without the full stop at their end."""
    if not any(_is_row(line) for line in lines if line.rstrip().endswith(_STOP)):
        return lines
    out = list(lines)
    written = [at for at, line in enumerate(lines) if line.strip()]
    for is_run, group in groupby(written, lambda at: _is_row(lines[at])):
        run = list(group)
        if is_run and len(run) >= _LEAST_ROWS and _are_cells([_fields(lines[at]) for at in run]):
            for at in run:
                out[at] = lines[at].rstrip().removesuffix(_STOP)
    return out


def _is_row(line: str) -> bool:
    """Whether a line has the sign and one full stop, which ends it, and no field as long as a sentence."""
    text = line.strip()
    return (
        _SIGN in text
        and text.endswith(_STOP)
        and text.count(_STOP) == 1
        and all(len(field) <= _LONGEST for field in _fields(text))
    )


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.strip().removesuffix(_STOP).split(_SIGN)]


def _are_cells(rows: Sequence[list[str]]) -> bool:
    """Whether most rows have a figure or a blank cell last, or one of them has many figures and no word."""
    cells = [[_is_cell(field) for field in fields] for fields in rows]
    return sum(of_row[-1] for of_row in cells) > _LEAST_SHARE * len(cells) or any(
        all(of_row) and sum(map(looks_like_figure, fields)) >= _LEAST_FIGURES
        for of_row, fields in zip(cells, rows, strict=True)
    )


def _is_cell(field: str) -> bool:
    """Whether a field is a figure, a blank, or a sign in the place of one."""
    return looks_like_figure(field) or parse_figure(field).status in ("blank", "not_applicable")
