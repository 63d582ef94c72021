"""Running heads of pages: the report's title printed again beside the marked number of each page.

They stand wherever a page ended, within a row of one cell a line, too, and are no words of the table. Belongs here: heads that are
the same on several pages, each next to a number that is marked as a page's. A head beside a bare number is another matter (pages.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.readers.plain.pages import is_furniture

_HEAD_END, _LONGEST, _LEAST_PAGES = "报告", 45, 2
_TITLE = re.compile(f"信息公开[^。，；]{{0,8}}{_HEAD_END}$")
_DIGIT = re.compile("[0-9０-９]")


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """The lines of such heads, counted from 1."""
    ends = [
        at
        for at, line in enumerate(lines)
        if _HEAD_END in line and len(line) < _LONGEST * 2 and line.rstrip().endswith(_HEAD_END)
    ]
    if len(ends) < _LEAST_PAGES:
        return frozenset()
    found: dict[str, list[int]] = {}
    for at in ends:
        text = squash(lines[at])
        if (
            len(text) <= _LONGEST
            and _TITLE.search(text)
            and any(_is_mark(lines, at, step) for step in (-1, 1))
        ):
            found.setdefault(text, []).append(at + 1)
    return frozenset(n for places in found.values() if len(places) >= _LEAST_PAGES for n in places)


def _is_mark(lines: Sequence[str], at: int, step: int) -> bool:
    """Whether the next written line above or below is a page's number, marked as one."""
    at += step
    while 0 <= at < len(lines) and not lines[at].strip():
        at += step
    return 0 <= at < len(lines) and bool(_DIGIT.search(lines[at])) and is_furniture(lines[at])
