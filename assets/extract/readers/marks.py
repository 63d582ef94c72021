"""Marks that a program or a mail set into the lines of a text, undone line by line before anything else is read.

The sign of quoting before every line of a forwarded text, bars as a scanner reads them (a broken bar, the letter 丨), and
the control character behind every cell of a Word table. Every line keeps its number. Does not belong here: characters
written as escapes (escapes.py) and lines that were folded (unfold.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"[ \u3000]?(?:[>＞]+[ \u3000]?)+")
# So large a share of the written lines is quoted where the whole text is.
_LEAST_SHARE, _LEAST_LINES = 0.95, 10
_BARS = "¦丨∣￨"
# So many lines with so many of one of these are rows of a table.
_LEAST_ROWS, _LEAST_BARS = 5, 2
_CELL_END = "\x07"


def without_marks(lines: Sequence[str]) -> list[str]:
    """The lines without quoting, with plain bars, and with a tab for the end of a Word cell."""
    found = list(lines)
    written = [line for line in found if line.strip()]
    quoted = sum(line.lstrip(" \u3000").startswith((">", "＞")) for line in written)
    if len(written) >= _LEAST_LINES and quoted >= _LEAST_SHARE * len(written):
        found = [_QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line for line in found]
    for bar in _BARS:
        if sum(line.count(bar) >= _LEAST_BARS for line in found if bar in line) >= _LEAST_ROWS:
            found = [line.replace(bar, "|") for line in found]
    if any(_CELL_END in line for line in found):
        found = [line.replace(_CELL_END, "\t") for line in found]
    return found
