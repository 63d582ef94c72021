"""Tables in memory that a program writes out as one record of lists: the names of the columns, the numbers of the rows, the rows.

    {"columns": [["行政复议", "结果维持"], ["行政复议", "结果纠正"]], "index": [0], "data": [[0, 1]]}

Names are paths where the header has several rows, and one that comes again has a number behind it (`本年增/减.1`), as no two
columns may be called the same. The numbers of the rows are no row of the table. Does not belong here: lists and records of all
other kinds (lists.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure

_LEAST_PATHS, _MOST_LEVELS = 3, 4
_AGAIN = re.compile(r"(.+)\.[1-9][0-9]?")


@dataclass
class Listed:
    """A list in the making: its own cells, the keys of a record, and the key whose value is next."""

    cells: list[Cell] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    labelled: bool = False
    key: str | None = None


def of_frame(lists: list[Listed]) -> list[Listed]:
    """The lists, names of columns as rows one above the other, without the numbers of rows."""
    rows = [made for made in _with_paths_down(lists) if not _numbers_rows(made)]
    return [_as_named(made) for made in rows]


def _with_paths_down(lists: list[Listed]) -> list[Listed]:
    at = next((n for n, made in enumerate(lists) if made.labelled and made.cells[0].text == "columns"), 0)
    paths = lists[:at]
    levels = len(paths[0].cells) if paths else 0
    if (
        len(paths) < _LEAST_PATHS
        or len(lists[at].cells) != 1
        or not 1 < levels <= _MOST_LEVELS
        or any(made.labelled or made.keys or len(made.cells) != levels for made in paths)
        or _has_figure([cell for made in paths for cell in made.cells])
    ):
        return lists
    return [*(Listed([made.cells[n] for made in paths]) for n in range(levels)), *lists[at + 1 :]]


def _numbers_rows(made: Listed) -> bool:
    texts = [cell.text for cell in made.cells[1:]]
    return made.labelled and made.cells[0].text == "index" and texts == [str(n) for n in range(len(texts))]


def _as_named(made: Listed) -> Listed:
    """A row of names without the numbers of those that come again."""
    texts = [cell.text for cell in made.cells]
    again = [_AGAIN.fullmatch(text) for text in texts]
    if made.keys or not any(again) or _has_figure(made.cells):
        return made
    cells = [
        replace(cell, text=found[1]) if found and found[1] in texts else cell
        for cell, found in zip(made.cells, again, strict=True)
    ]
    return replace(made, cells=cells)


def _has_figure(cells: Sequence[Cell]) -> bool:
    return any(looks_like_figure(cell.text) for cell in cells if cell.text)
