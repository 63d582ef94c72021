"""Numbers that end, or begin, every block of a text, one more each: a program that leaves blank lines only between pages prints them so.

Belongs here: telling them as page numbers, one that stands right below the figures of a row, too. Does not belong here: numbers alone
among lines of words, and form feeds (pages.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile("[1-9][0-9]{0,2}")
# Pages are many lines long, so that a text of many blocks has none.
_LEAST_BLOCKS, _LEAST_LINES = 2, 20


def ends_of_blocks(lines: Sequence[str], written: Sequence[tuple[int, str]]) -> set[int]:
    """The lines of the numbers with which the blocks of a text end; none where one block does not, or where they do not count on.

    One of them at least stands below a sentence, as no figure of a table does. `written` are the lines with text, stripped.
    """
    if not written or not _NUMBER.fullmatch(written[-1][1]):
        return set()
    ends = [at for at, ((n, _), (m, _)) in enumerate(pairwise(written)) if m > n + 1]
    ends.append(len(written) - 1)
    if len(ends) < _LEAST_BLOCKS or len(written) < _LEAST_LINES * len(ends):
        return set()
    numbers = [int(text) if _NUMBER.fullmatch(text := written[at][1]) else 0 for at in ends]
    if not numbers[0] or any(b - a != 1 for a, b in pairwise(numbers)):
        return set()
    if not any(at and written[at - 1][1].endswith("。") for at in ends):
        return set()
    return {written[at][0] for at in ends}


def starts_of_blocks(written: Sequence[tuple[int, str]]) -> set[int]:
    """The lines of the numbers with which the blocks of a text begin: 1 above its first words, and one more for each block below.

    None where a block begins otherwise; the words below the first are the title's, so that it is no cell of a row. A page gives its
    head before its text, though below the figures of a row that ended the page before.
    """
    if len(written) < _LEAST_LINES or written[0][1] != "1" or _NUMBER.fullmatch(written[1][1]):
        return set()
    starts = [0, *(at + 1 for at, ((n, _), (m, _)) in enumerate(pairwise(written)) if m > n + 1)]
    if len(starts) < _LEAST_BLOCKS or len(written) < _LEAST_LINES * len(starts):
        return set()
    if [written[at][1] for at in starts] != [*map(str, range(1, len(starts) + 1))]:
        return set()
    return {written[at][0] for at in starts}
