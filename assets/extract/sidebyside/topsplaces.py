"""The labels over the groups of table 4, of which a page gives the group's before that of the row beside it, since this stands lower.

The cell of 行政复议 is as high as those of 行政诉讼 and of the two suits below it; its label stands in the middle. Where places are kept they tell
which is left. Belongs here: whether they do. Does not belong here: the order of labels as the text gives it (sideways.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.places.positions import display_width
from assets.extract.sidebyside.sideways import Order
from schemas.form import Table

# Lines within which the labels of both levels stand.
_NEAR = 8


def with_tops_by_places(lines: Sequence[str], table: Table) -> Sequence[str]:
    """The lines, the group's label and the row's exchanged where each is alone on its line and the row's stands left of all the group's."""
    tops = [squash(row.zh) for row in table.rows if row.parent is None]
    groups = {squash(group.zh) for group in table.groups}
    if len(tops) != 1 or len(groups) != 1:
        return lines
    for at, line in enumerate(lines):
        if squash(line) not in groups:
            continue
        near = range(at + 1, min(at + _NEAR, len(lines)))
        top = next((n for n in near if lines[n].strip()), None)
        if top is None or squash(lines[top]) != tops[0]:
            continue
        below = next((n for n in near if n > top and lines[n].strip()), None)
        first = squash(next(row.zh for row in table.rows if row.parent is not None))
        if below is None or not lines[below].split() or squash(lines[below].split()[0]) != first:
            continue
        end = display_width(lines[top].rstrip())
        if end <= _start(line) and end <= _start(lines[below]):
            out = list(lines)
            out[at], out[top] = out[top], out[at]
            return out
    return lines


def _start(line: str) -> int:
    """Where the first word of a line stands."""
    return len(line) - len(line.lstrip())


def order_of_equal_groups(order: Order, texts: Sequence[str], table: Table) -> Order:
    """The form's order where only that of the groups is in doubt and each group has the same figures; else `order`."""
    width = len(table.columns)
    groups = [[*texts[at : at + width]] for at in range(0, len(texts), width)]
    if not isinstance(order, str) or len(groups) != len(table.rows) or any(g != groups[0] for g in groups):
        return order
    if sorted(order.split("、")) != sorted(row.key for row in table.rows):
        return order
    return [(row.key, c.key) for row in table.rows for c in table.columns]
