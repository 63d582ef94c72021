"""Cells without a paragraph among cells that hold one, where a program printed a blank line behind each paragraph.

Behind `0` in its paragraph stands a blank line in its row and two at the row's end; behind a space that is no paragraph none
and one. Pages that a word processor saved are so. Does not belong here: taking the blank lines out (spacing.py).
"""

from __future__ import annotations

from collections import defaultdict

from assets.extract.numbers import looks_like_figure

_IN_ROW, _AT_END = 1, 2
_LEAST_WRITTEN, _LEAST_BARE = 20, 2


def bare_cells(lines: list[str], gaps: list[tuple[int, int]]) -> set[str]:
    """The lines, a tab and white space at most, behind which a blank line ends the row; `gaps` are neighbouring cells.

    Sure where two of them follow each other at once, or where a single blank line stands behind all of them and words,
    never a figure or another blank cell, are what follows it.
    """
    if all(map(str.strip, {lines[a] for a, _ in gaps})):
        return set()
    behind: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for a, b in gaps:
        line = lines[a]
        if line[:1] == "\t":
            behind["" if line.strip() else line].append((a, b))
    written = [b - a - 1 for a, b in behind.pop("", [])]
    if len(written) < _LEAST_WRITTEN or min(written) != _IN_ROW or _AT_END not in written:
        return set()
    return {line for line, pairs in behind.items() if _has_no_paragraph(lines, pairs)}


def _has_no_paragraph(lines: list[str], pairs: list[tuple[int, int]]) -> bool:
    counts = [b - a - 1 for a, b in pairs]
    if min(counts) < _IN_ROW:
        return True
    inside = [b for (_, b), count in zip(pairs, counts, strict=True) if count == _IN_ROW]
    return (
        len(inside) >= _LEAST_BARE
        and _AT_END not in counts
        and all(lines[b].strip() and not looks_like_figure(lines[b].strip()) for b in inside)
    )
