"""Lines of a drawn table whose end is not in the text: a program stripped the closing wall, or a row was broken by a line end.

Where no line has its closing wall, all get it. Where some end before the table does, the cells behind them are not blank: the row
has no more cells than its lines show whole. Does not belong here: where the walls stand (boxes.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.readers.drawn.chopped import width
from assets.extract.readers.drawn.widths import columns_of


def closed(lines: list[str], edges: Sequence[int], walls: str, wide: int) -> list[str]:
    """The lines with a closing wall where none of those with text has one; `edges` are the columns of the borders' corners."""
    drawn = [at for at, line in enumerate(lines) if line.strip()[:1] and line.strip()[0] in walls]
    if len(edges) < 2 or not drawn or any(_last_wall(lines[at], walls, wide) >= edges[-1] for at in drawn):
        return lines
    ends = {at: width(lines[at].rstrip(), wide) for at in drawn}
    # the last cell of one line at least stands behind the wall before it
    if not any(edges[-2] < ends[at] <= edges[-1] and lines[at].rstrip()[-1] not in walls for at in drawn):
        return lines
    found = list(lines)
    for at in drawn:
        found[at] = lines[at].rstrip() + " " * (edges[-1] - ends[at]) + walls[0]
    return found


def whole_columns(line: str, edges: Sequence[int], walls: str, wide: int) -> int | None:
    """How many columns a line shows whole, where it ends before the table does; None where it does not."""
    if len(edges) < 2:
        return None
    last = _last_wall(line, walls, wide)
    if 2 * last > edges[-2] + edges[-1]:
        return None
    return sum(2 * last > left + right for left, right in pairwise(edges))


def _last_wall(line: str, walls: str, wide: int) -> int:
    return max((at for at, char in columns_of(line, wide) if char in walls), default=-1)
