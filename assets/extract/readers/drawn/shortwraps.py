"""A line that goes on with the words of the line above it, drawn by hand with a wall or two fewer behind them.

    ││（三）不予│1.属于国家秘密│0│0│0│0│0│0│0│
    ││公开││││││││

Only where the line above has all walls, and this one nothing but words in its first cells and blank cells of no width behind them: the walls
are put at its end. Does not belong here: cells that span columns, whose walls stand under those of the borders (boxes.py), and ends that
all lines lack (boxends.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.readers.drawn.boxblocks import WALL, WALLS, is_border

_MOST_LACKING = 2
_ENDS = re.compile(rf"[{re.escape(WALLS)}]{{3,}}$")
_DIGIT = re.compile(r"\d")


def with_walls_of_wraps(lines: Sequence[str], walls: int) -> list[str]:
    """The lines, each that goes on with words and lacks walls behind them with as many as the line above it."""
    out = list(lines)
    for at in range(1, len(out)):
        line = out[at].rstrip()
        count = len(WALL.findall(line))
        if not walls - _MOST_LACKING <= count < walls or _DIGIT.search(line) or is_border(line):
            continue
        above = out[at - 1].strip()
        if (
            len(WALL.findall(above)) == walls
            and above[:1] in WALLS
            and _ENDS.search(line)
            and not is_border(above)
        ):
            out[at] = line + line[-1] * (walls - count)
    return out
