"""Figures whose commas of thousands stand bare among the commas that part cells: `行政许可,,86,380,0` under four columns.

Which commas are which nobody can tell, so such a row is not cut. Two things show that there are any: a group of three digits that
begins with a nought, which no figure does, and a row with more fields than its header, and than other rows have beyond theirs, which may have such
a figure: a blank field in it is no stray one then. Does not belong here: where rows begin and end (delimited.py),
and rows that are too long though all their fields are filled (a remark behind them).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.numbers import looks_like_figure

# The first digits of a figure and three more.
_HEAD, _GROUP = re.compile(r"[-+]?[1-9][0-9]{0,2}|[0-9]{3}"), re.compile(r"[0-9]{3}")
_NUMBERED = re.compile(r"[1-9][.．、]\s*[\u3400-\u9fff]|[(（][一二三四五六七][)）]")
# So many rows that end alike are no chance.
_LEAST_ALIKE = 3


def uncut(rows: Sequence[list[str]], quoted: Sequence[bool]) -> list[list[str]]:
    """The rows, with the figures of those in one cell that may have a comma of thousands without quotes around it.

    `quoted` tells of each row whether quotes stand in it.
    """
    bare = [None if is_quoted else row for row, is_quoted in zip(rows, quoted, strict=True)]
    may_have = [row is not None and any(_may_be_thousands(a, b) for a, b in pairwise(row)) for row in bare]
    if not any(may_have):
        return list(rows)
    everywhere = any(
        _may_be_thousands(a, b) and b.strip()[0] == "0" for row in bare if row for a, b in pairwise(row)
    )
    longer = set() if everywhere else _longer(rows, may_have)
    return [
        _in_one_cell(row) if has and (everywhere or at in longer) else row
        for at, (row, has) in enumerate(zip(rows, may_have, strict=True))
    ]


def _may_be_thousands(before: str, group: str) -> bool:
    return bool(_HEAD.fullmatch(before.strip()) and _GROUP.fullmatch(group.strip()))


def _in_one_cell(row: list[str]) -> list[str]:
    start = next(
        i for i, field in enumerate(row) if _HEAD.fullmatch(field.strip()) or field.strip().isdecimal()
    )
    return [*row[:start], " ".join(row[start:])]


def _is_blank_row(row: Sequence[str]) -> bool:
    """Whether the last text of a row is a label with its number: such a row is no header."""
    return bool(_NUMBERED.match(next((field for field in reversed(row) if field.strip()), "").strip()))


def _longer(rows: Sequence[list[str]], may_have: Sequence[bool]) -> set[int]:
    """The rows with more fields than their header, and than those without such figures have beyond theirs."""
    have = [any(field.strip() and looks_like_figure(field.strip()) for field in row) for row in rows]
    widths = Counter(len(row) for row, has in zip(rows, have, strict=True) if has)
    header = widths.most_common(1)[0][0]
    heads: set[int] = set()
    is_ragged = was_header = False
    beyond: dict[int, int] = {}
    for at, row in enumerate(rows):
        if _is_blank_row(row):
            continue  # a row of the table, whose blank cells may be gone from its end
        if have[at]:
            beyond[at] = len(row) - header
        else:
            heads = {*heads, len(row)} if was_header else {len(row)}
            header = max(heads)
            is_ragged = is_ragged or len(heads) > 1
        was_header = not have[at]
    told = [more for at, more in beyond.items() if not may_have[at]]
    if not told and is_ragged:  # a header that lacks its blank cells tells nothing
        told = [more for more, count in Counter(beyond.values()).items() if count >= _LEAST_ALIKE]
    usual = max(0, min(told, default=0))
    return {at for at, more in beyond.items() if more > usual and not all(map(str.strip, rows[at]))}
