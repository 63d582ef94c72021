"""A whole table that a program printed as one paragraph, a bar before each cell, and wrapped at spaces as it wraps words.

    一、本年新收政府信息公开申请数量 | |18 |4 |0 |0 |0 |0 |22 |
    |二、上年结转政府信息公开申请数量 | |0 |0 |0 |0
    |0 |0 |0 | |三、本年度办理结果 …

No line is a row: each is as long as the width of the page allows, and only the words that follow tell where a row ends. So each
line but the last must have had no room for the first word of the next. The paragraph goes on one line, which onelinetable.py
cuts; every other line of it is left blank. Does not belong here: rows wrapped within their figures (wrappedrows.py).
"""

from __future__ import annotations

import re
from itertools import pairwise

from assets.extract.places.positions import display_width

# So many lines and bars are no chance.
_LEAST_LINES, _LEAST_BARS = 3, 12
# No page is so narrow.
_LEAST_WIDTH = 50
# A bar with a space before it, and none or one behind it.
_BAR = re.compile(r"(?:^|(?<= ))\|(?! {2})")


def with_paragraphs_whole(lines: list[str]) -> list[str]:
    """The lines, such a paragraph on its first one and the others blank."""
    out = lines
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and " |" in f" {lines[stop]}":
            stop += 1
        if stop - start >= _LEAST_LINES and _is_wrapped(lines[start:stop]):
            out = list(lines) if out is lines else out
            whole = " ".join(line.rstrip(" ") for line in lines[start:stop])
            out[start:stop] = [whole, *[""] * (stop - start - 1)]
        start = max(stop, start + 1)
    return out


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph that was wrapped at the width of a page."""
    bars = sum(line.count("|") for line in lines)
    if bars < _LEAST_BARS or lines[0].startswith("|") or any("  " in line for line in lines):
        return False
    if sum(len(_BAR.findall(line)) for line in lines) != bars or not any("| |" in line for line in lines):
        return False
    widths = [display_width(line) for line in lines]
    room = max(widths)
    if room < _LEAST_WIDTH or len({line.count("|") for line in lines}) == 1:
        return False
    following = [display_width(below.split()[0]) for _, below in pairwise(lines)]
    return len(set(widths)) > 1 and all(
        width + 1 + word > room for width, word in zip(widths[:-1], following, strict=True)
    )
