"""Blank rows that a program counted with the others: `0,,,,` above `1,规章,6,0,3`.

The number would be a figure of a row without a label. Only the number goes; every line keeps its own. Belongs here: rows in which
nothing else stands. Does not belong here: numbers beside cells (rownumbers.py, rowindex.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANK = re.compile(r"(\|?[ ]*)([0-9]{1,3})([ ]*([,\t|])(?:[ ]*\4){2,}[ ]*)")
_COUNTED = re.compile(r"\|?[ ]*([0-9]{1,3})[ ]*([,\t|])[ ]*([^\W\d_])?")
# So many rows below, or above, count on, and some begin with words.
_COUNTING = 2


def without_numbered_blanks(lines: list[str]) -> list[str]:
    """The lines, the number taken off each blank row that is counted as those around it are; the lines themselves where there is none."""
    out = lines
    for at, line in enumerate(lines):
        found = _BLANK.fullmatch(line.rstrip("\r"))
        if found is None:
            continue
        below, above = lines[at + 1 : at + 1 + _COUNTING], lines[max(0, at - _COUNTING) : at][::-1]
        if _count_on(below, found, 1) or _count_on(above, found, -1):
            out = list(lines) if out is lines else out
            out[at] = found[1] + found[3]
    return out


def _count_on(lines: Sequence[str], blank: re.Match[str], step: int) -> bool:
    rows = [_COUNTED.match(line) for line in lines]
    expected = [int(blank[2]) + step * n for n in range(1, _COUNTING + 1)]
    return [int(row[1]) for row in rows if row and row[2] == blank[4]] == expected and any(
        row and row[3] for row in rows
    )
