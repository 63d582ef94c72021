"""Headers of plain text that a program printed from cell to cell: the upper level with the group's name, then the group's columns.

There the words of a line do not stand beside each other, and their places tell nothing. Where two labels that lines break stand one
whole behind the other (社会公益, 组织, 法律服务, 机构), the text goes from cell to cell, too: read by lines, the page would mix them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.plainheaders.labelstream import tiled
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
    """Whether such a header has two labels of the group side by side that each break within their cell.

    The group's own label must stand above the note in the corner, which ends right before the first label: so it is of a row above theirs.
    Elsewhere it may tell that the group stands elsewhere.
    """
    labels = tiled(lines, table, columns)
    members = [c.key for c in columns if c.group]
    upper = [c.key for c in columns if not c.group]
    if not members or not table.note or [label.key for label in labels] != [*upper, *members]:
        return False
    names = {squash(w) for g in table.groups for w in g.wordings}
    texts = [squash(line) for line in lines[: labels[0].first]]
    at = next((n for n, text in enumerate(texts) if text in names), None)
    if at is None:
        return False
    note = "".join(texts[at + 1 :]) + squash(lines[labels[0].first].split()[0])
    is_note = bool(note) and squash(table.note).endswith(note)
    return is_note and any(
        a.lines > 1 < b.lines and a.last < b.first for a, b in pairwise(labels[len(upper) :])
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
