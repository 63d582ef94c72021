"""Rows of cells that the header of the next part of a table has run into: nothing stood between the last figure and its title.

`规范性文件 | 0 | 0 | 36 | 第二十条第（五）项 | 信息内容 | 上一年项目数量 | …` is a row and the header of those below it. Belongs here: parting the two
where the clause that begins a part, or the word over its labels, stands behind figures. Does not belong here: headers of several rows.
"""

from __future__ import annotations

from functools import cache

from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from schemas.form import forms


@cache
def _begins() -> frozenset[str]:
    tables = [t for form in forms().values() for t in form.tables if len(t.blocks) > 1]
    return frozenset(
        [
            *(squash(b.clause.zh) for t in tables for b in t.blocks if b.clause),
            *(squash(t.header) for t in tables),
        ]
    )


def with_headers_apart(items: list[Item]) -> list[Item]:
    """The items, each such row in two."""
    out = items
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, GridRow) and (at := _header_at(item)):
            out = [*items] if out is items else out
            out[index : index + 1] = [
                GridRow(item.cells[:at], item.layout, item.block),
                GridRow(item.cells[at:], item.layout, item.block),
            ]
    return out


def _header_at(row: GridRow) -> int:
    """The cell with which the header begins, figures before it and words alone from there on; 0 for none."""
    if len(row.words) < 3 or row.starts:
        return 0
    at = next((at for at in row.words[1:] if squash(row.cells[at].text) in _begins()), 0)
    has_figures = any(looks_like_figure(row.cells[i].text) for i in row.written if i < at)
    return at if at and has_figures and all(i in row.words for i in row.written if i >= at) else 0
