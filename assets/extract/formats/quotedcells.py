"""Rows in which every cell is in quotes, between them a sign (`"规章"|"0"|"0"`): the sign becomes a tab, the quotes stay.

Quotes leave no doubt where a cell ends, so the sign may be any that no sentence sets between two quoted words; of cells over
several lines each line keeps its number. Does not belong here: commas and semicolons, and what quotes mean (delimited.py).
"""

from __future__ import annotations

import re
from collections import Counter

_ROW = re.compile(r"""\s*"[^"]*+"(?:([^\w\s,;:="'、，；：]{1,3})"[^"]*+")(?:\1"[^"]*+")*\s*""")
_LEAST_ROWS = 8


def with_quotes_by_tabs(lines: list[str]) -> list[str]:
    """The lines, in rows of quoted cells with tabs in place of the sign."""
    quoted = [line for line in lines if line.count('"') > 2]
    if len(quoted) < _LEAST_ROWS:
        return lines
    found = Counter(row[1] for row in map(_ROW.fullmatch, quoted) if row)
    ((sign, count),) = found.most_common(1) or [("", 0)]
    if count < _LEAST_ROWS:
        return lines
    between, by_tab = f'"{sign}"', '"\t"'
    return [line.replace(between, by_tab) for line in lines]
