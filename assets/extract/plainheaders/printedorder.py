"""What the order of labels in a plain header says of the columns, whatever lines break the labels into.

A program gives labels as the cells come, or by their places on the page: from the top, then from the left. A label that spans both
levels stands at half their height, the group's at the top. Cells of one level with as many lines stand at one height, so that they come
from left to right either way. Belongs here: the order that nothing else explains (`order_of_print`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.plainheaders.groupline import is_folded
from assets.extract.plainheaders.labelstream import GROUP, Label, tiled
from schemas.form import Column, Table


def order_of_print(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[str] | None:
    """The columns from left to right, where the labels of a header come from cell to cell; None where they do not, or may not."""
    labels = tiled(lines, table, columns)
    keys = [c.key for c in columns]
    upper = sorted(
        [*(c.key for c in columns if not c.group), *([GROUP] if any(c.group for c in columns) else [])]
    )
    lower = sorted(c.key for c in columns if c.group)
    if not lower:
        told = [label.key for label in labels]
        return told if sorted(told) == sorted(keys) and _in_step(labels) and _at_one_height(labels) else None
    above, below = labels[: len(upper)], labels[len(upper) :]
    if sorted(label.key for label in above) != upper:
        return None
    if sorted(label.key for label in below) == sorted(keys):
        # cells that span both levels are printed again on the lower one
        spread = [
            k
            for a in above
            for k in ([b.key for b in below if b.key in lower] if a.key == GROUP else [a.key])
        ]
        return spread if spread == [label.key for label in below] else None
    if sorted(label.key for label in below) != lower or above[0].key == GROUP:
        return None
    beside = [label for label in above if label.key != GROUP]
    if not _is_group_placed(above, [key for key in keys if key not in lower], lines, table):
        return None
    members = [c for c in columns if c.group]
    named = [c for label in below for c in members if c.key == label.key]
    if named != members and is_folded(named, members):
        return None
    shares = {label.first for label in above if label.key == GROUP} & {label.first for label in beside}
    if not _in_step(above if shares else beside):
        return None
    before = above[: [label.key for label in above].index(GROUP)]
    tallest = max(label.lines for label in below)
    # no taller than what stands below the group's label, they begin lower than that does
    by_cells = any(a.lines <= tallest and a.last < above[len(before)].first for a in before)
    standard = [key for key in keys if key not in lower]
    if not by_cells and [label.key for label in beside] != standard and not _at_one_height(beside):
        return None
    is_told = [label.key for label in below] == [k for k in keys if k in lower] or _at_one_height(below)
    if not by_cells and not (is_told and _in_step(below)):
        return None
    return [k for label in above for k in ([b.key for b in below] if label.key == GROUP else [label.key])]


def with_order_of_print(
    told: list[str] | None,
    conflict: str | None,
    lines: Sequence[str],
    table: Table,
    columns: Sequence[Column],
) -> tuple[list[str] | None, str | None]:
    """The order that a header tells, or the conflict, as far as the order of its print lets it stand."""
    printed = order_of_print(lines, table, columns)
    if printed is None:
        return _unless_by_height(told, conflict, tiled(lines, table, columns), columns)
    standard = [c.key for c in columns]
    if conflict is not None or told is None:
        return (None, conflict) if printed == standard else (printed, None)
    return (
        (told, None)
        if told == printed
        else (None, "、".join(c.zh for k in printed for c in columns if c.key == k))
    )


def _unless_by_height(
    told: list[str] | None, conflict: str | None, labels: Sequence[Label], columns: Sequence[Column]
) -> tuple[list[str] | None, str | None]:
    """The order that a header tells, unless its labels may stand in another than their cells.

    Where labels of one line keep the form's order and those of more lines do, one kind behind the other, they come from the page by
    their heights. Where a label of the upper level stands among the members of the group, by blocks of it.
    """
    members = [c.key for c in columns if c.group]
    named = [label for label in labels if label.key in members]
    if (
        told is None
        or told == [c.key for c in columns]
        or sorted(label.key for label in named) != sorted(members)
    ):
        return told, conflict
    amid = labels[labels.index(named[0]) : labels.index(named[-1]) + 1] if named else []
    if len(amid) > len(named):
        zh = {c.key: c.zh for c in columns}
        return None, "、".join(zh[label.key] for label in amid if label.key in zh)
    kinds = [[a.key for a in named if (a.lines > 1) is broken] for broken in (False, True)]
    turns = sum((a.lines > 1) is not (b.lines > 1) for a, b in pairwise(named))
    by_height = turns == 1 and all(kind == [k for k in members if k in kind] for kind in kinds)
    return (None, None) if by_height else (told, conflict)


def _is_group_placed(
    above: Sequence[Label], standard: Sequence[str], lines: Sequence[str], table: Table
) -> bool:
    """Whether the labels of the upper level stand as on the page, the group's among them.

    Those beside the group come in the form's order with the group's where it belongs; in any other order a page that prints them
    at the top of their cells gives them before the group's, wherever that stands. Only exchanged, all before it, below the words
    over the whole header, they are taken for a row of cells.
    """
    told = [label.key for label in above]
    if told == [*standard[:1], GROUP, *standard[1:]]:
        return True
    is_exchanged = told[-1] == GROUP and told[:-1] != list(standard)
    return is_exchanged and any(squash(table.header) in squash(line) for line in lines)


def _in_step(labels: Sequence[Label]) -> bool:
    """Whether labels of one level that are not broken stand all on one line, or each on its own.

    Where some share a line and others stand above or below it, a page that stands askew was read line by line.
    """
    lines = [label.first for label in labels if label.lines == 1]
    return len({*lines}) in (0, 1, len(lines))


def _at_one_height(labels: Sequence[Label]) -> bool:
    """Whether labels of one level cannot have been sorted by their upper or lower edges, or would come from left to right if they were."""
    sizes = [label.lines for label in labels]
    rises = {b > a for a, b in pairwise(sizes) if a != b}
    return len(rises) != 1
