"""Numbers that go on counting pages whose numbers stand alone amid the prose of a text.

What stands behind the last figure of a row may be a page's number or half of a figure that was cut. Where numbers amid sentences count the
pages, and this one is the next, it is the page's. Belongs here: whether numbers go on with such a count. Does not belong here: lone numbers
that count pages by themselves (pages.py), and what becomes of a row that holds one (places/intruded.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import ascii_width
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.sections import numbered_heading

# How a sentence ends: a label or a heading does not.
_SENTENCE = re.compile(r"[。；：.;:]$")
# A page has as many lines.
_LEAST_LINES = 8


def go_on_counting(ends: Sequence[tuple[int, int]], lines: Sequence[str]) -> bool:
    """Whether numbers, each with its line, go on counting pages of which one at least has its number amid sentences.

    A number right above the heading of a section may be a page's, too, or the last figure of a table.
    """
    sure, maybe = _amid_prose(lines)
    if not sure or not all(number for _, number in ends):
        return False
    first, last = ends[0], ends[-1]
    if any(b[1] != a[1] + 1 or b[0] - a[0] < _LEAST_LINES for a, b in pairwise(ends)):
        return False
    own = [*ends]
    while before := _next_to(own[0], -1, [*sure, *maybe]):
        own.insert(0, before)
    while after := _next_to(own[-1], 1, [*sure, *maybe]):
        own.append(after)
    in_step = all((n < first[0]) == (number < first[1]) for n, number in sure if not first[0] <= n <= last[0])
    return in_step and any(page in own for page in sure)


def _next_to(page: tuple[int, int], step: int, among: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The nearest of some numbers that is the one before a page (step -1) or behind it (1)."""
    line, number = page
    found = [(n, m) for n, m in among if m == number + step and (n - line) * step >= _LEAST_LINES]
    return min(found, key=lambda other: abs(other[0] - line), default=None)


def _amid_prose(lines: Sequence[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The numbers alone on their lines right below a sentence, or a heading, and above words; and others above headings."""
    written = [(n, text) for n, line in enumerate(lines, 1) if (text := line.strip())]
    sure: list[tuple[int, int]] = []
    maybe: list[tuple[int, int]] = []
    for at in range(1, len(written) - 1):
        n, text = written[at]
        if not PAGE_NUMBER.fullmatch(number := ascii_width(text)):
            continue
        above, below = written[at - 1][1], written[at + 1][1]
        if _SENTENCE.search(above) and not below[0].isdecimal():
            sure.append((n, int(number)))
        elif numbered_heading(below) is not None:
            maybe.append((n, int(number)))
    return sure, maybe
