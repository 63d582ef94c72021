"""A label of a column printed once more under the label of the next one, by programs that fill each merged cell from the cell beside it.

    | 自然人 | 法人或其他组织 | 法人或其他组织 | 总计 |
    | 自然人 | 商业企业       | 其他           | 其他 |

总计 reaches down over both rows, and the last 其他 is but a copy. Belongs here: giving such a place to the label above it. Does not
belong here: copies of labels side by side on one row (gridheader.py).
"""

from __future__ import annotations

from itertools import pairwise

from assets.extract.headers.columnnames import UNKNOWN, Named
from assets.extract.labels import squash
from assets.extract.model import GridRow


def without_copies_beside(named: Named) -> list[tuple[GridRow, list[tuple[int, str | None]]]]:
    """The rows of a header, in which a copy of the label to its left, under the label of another column, names that column."""
    out = list(named)
    for n, (upper, (row, names)) in enumerate(pairwise(named), 1):
        out[n] = (row, _named_above(upper, row, names))
    return out


def _named_above(
    upper: tuple[GridRow, list[tuple[int, str | None]]], row: GridRow, names: list[tuple[int, str | None]]
) -> list[tuple[int, str | None]]:
    over_row, over = upper
    if len(over_row.cells) != len(row.cells):
        return names
    tops = dict(over)
    found = list(names)
    for i, ((before, _), (at, key)) in enumerate(pairwise(names), 1):
        top = tops.get(at)
        # the label to the left is of a group, which ends there
        if top in (None, UNKNOWN, key) or before != at - 1 or tops.get(before, "") is not None:
            continue
        if squash(row.cells[at].text) == squash(row.cells[before].text) and key is not None:
            found[i] = (at, top)
    return found
