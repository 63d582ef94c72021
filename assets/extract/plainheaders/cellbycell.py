"""Headers of plain text that a program printed from cell to cell: the upper level with the group's name, then the group's columns.

There the words of a line do not stand beside each other, and their places tell nothing. Where two labels that lines break stand one
whole behind the other (社会公益, 组织, 法律服务, 机构), the text goes from cell to cell, too: read by lines, the page would mix them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.plainheaders.labelstream import GROUP, tiled
from schemas.form import Column, Table


def is_cell_by_cell(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> bool:
    """Whether a header is all labels of the upper level, group and all, then those of the group, each whole and in order.

    So prints it who goes from cell to cell; where a line ends then tells nothing of what stands beside what.
    """
    labels = _cells(table, columns)
    text, whole = squash("".join(lines)), "".join(labels)
    return (
        any(c.group for c in columns)
        and whole in text
        and all(text.count(w) == whole.count(w) for w in labels)
    )


def breaks_within_cells(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> bool:
    """Whether such a header has two labels of the group side by side that each break within their cell; the group's own may be elsewhere."""
    labels = tiled(lines, table, columns)
    keys = [label.key for label in labels]
    members = [c.key for c in columns if c.group]
    at = keys.index(members[0]) if members and members[0] in keys else len(keys)
    upper = [key for key in keys[:at] if key != GROUP]
    if upper != [c.key for c in columns if not c.group] or keys[at:] != members or keys.count(GROUP) > 1:
        return False
    return any(a.lines > 1 < b.lines and a.last < b.first for a, b in pairwise(labels[at:]))


def is_on_one_line(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> bool:
    """Whether such a header is a single line: a page sets the group above its columns, and nothing of it beside them.

    Words of another table may stand above it, but no label on a line of its own, and below it nothing of a header.
    """
    labels = _cells(table, columns)
    at = next((n for n, line in enumerate(lines) if is_cell_by_cell([line], table, columns)), None)
    if at is None:
        return False
    return not any(squash(line) in labels for line in lines[:at]) and not any(
        label in squash(line) for line in lines[at + 1 :] for label in labels
    )


def _cells(table: Table, columns: Sequence[Column]) -> list[str]:
    """The labels of a header from cell to cell: the upper level, group and all, then the group's."""
    names = {g.key: squash(g.zh) for g in table.groups}
    upper = dict.fromkeys(names[c.group] if c.group else squash(c.zh) for c in columns)
    return [*upper, *(squash(c.zh) for c in columns if c.group)]
