"""Headers of plain text that a program printed from cell to cell: the upper level with the group's name, then the group's columns.

There the words of a line do not stand beside each other, and their places tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
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
