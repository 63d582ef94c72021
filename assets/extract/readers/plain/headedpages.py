"""Bare page numbers right above the running head of the next page, whose words do not say that they are the report's title.

Where the numbers that are known to count the pages all have the same line below them, a number that is missing among them is the
one above that line, though it stands right below figures. Belongs here: such numbers. Does not belong here: numbers that count by
themselves (pages.py), heads that are the report's title (runningheads.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# So many numbers above a line show that it is the head of a page.
_LEAST_HEADED = 2

# A number that must stand between two lines.
_Unseen = tuple[int, int, int]


def above_heads(
    written: Sequence[tuple[int, str]], known: Sequence[int], unseen: Sequence[_Unseen]
) -> dict[_Unseen, int]:
    """The lines on which missing numbers stand; `known` are the lines of the others, `written` all that are not blank."""
    if not unseen:
        return {}
    below = {n: text for (n, _), (_, text) in pairwise(written)}
    heads = [below[line] for line in known if line in below]
    usual = {head for head in heads if heads.count(head) >= _LEAST_HEADED and not head[:1].isdigit()}
    if len(usual) != 1:
        return {}
    (head,) = usual
    found: dict[_Unseen, int] = {}
    for number, low, high in unseen:
        above = [(n, text) for n, text in written if low < n < high and below.get(n) == head]
        if [text for _, text in above] == [str(number)]:
            found[number, low, high] = above[0][0]
    return found
