"""Rows of cells whose figures stand beside their header's columns: a program that went by the lines of a page made more columns.

    | 信息内容 | 上一年项目数量 |   |   | 本年增/减 |   | 处理决定数量 |   |
    | 行政许可 |              | 1 |   | 0        |   |             | 26 |

Each column of the form has one figure, between the labels of the columns beside it. Does not belong here: rows with a figure too few, which may be any
column's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure


def loose_places(row: GridRow, label_at: int, places: Mapping[str, Sequence[int]]) -> dict[str, Cell] | None:
    """The cell of each column of a header; None unless the header leaves columns without a label between others.

    Where it leaves none, a figure beside its columns is under none of them.
    """
    at = sorted((own[0], key) for key, own in places.items() if len(own) == 1)
    written = [n for n in row.written if n > label_at]
    if len(at) < len(places) or len(written) != len(at):
        return None
    labels = [place for place, _ in at]
    # a label alone, and nothing beside it in its header, stands over all columns
    if len(labels) > 1 and all(b == a + 1 for a, b in pairwise(labels)):
        return None
    if not all(looks_like_figure(row.cells[n].text) for n in written):
        return None
    left, right = [label_at, *labels[:-1]], [*labels[1:], len(row.cells)]
    if not all(a < n < b for a, n, b in zip(left, written, right, strict=True)):
        return None
    return {key: row.cells[n] for (_, key), n in zip(at, written, strict=True)}
