"""Rows of one figure a line that may be whole by chance: a blank cell vanished, and a narrow cell broke a figure in two.

The header shows how narrow the columns are: all its long labels are broken into pieces of few letters, and a letter is as wide as two
digits. A figure that fills such a cell may go on in the line below, which then counts as a figure of its own; where other rows show that
blank cells vanish, nothing tells such a row from a whole one. Does not belong here: digits beside rows that are whole without
them (cutfigures.py), and figures too many (intruded.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.headers.headerplace import HEADER_LINES
from assets.extract.labels import ascii_width, squash
from assets.extract.model import Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

_DIGIT = re.compile(r"[0-9]")
# Labels with fewer letters are whole in narrow columns, too; pieces of more letters leave room for any figure.
_LEAST_LETTERS, _MOST_LETTERS = 4, 3
# Digits as wide as a letter.
_DIGITS = 2


def may_be_broken(links: Sequence[Link], lines: Sequence[str], table: Table) -> list[Link]:
    """Rows with as many figures as columns of which one fills its narrow cell, so that the next may be its rest."""
    width = len(table.columns)
    if len(table.blocks) != 1 or table.one_row or not links:
        return []
    runs = [(link, item) for link in links if isinstance(item := link.candidate.item, Run)]
    by_line = [(link, run) for link, run in runs if run.layout == "cell_per_line" and not run.head]
    if not any(len(run.cells) < width for _, run in by_line):
        return []
    room = _room(lines[max(0, links[0].candidate.line - HEADER_LINES) : links[0].candidate.line - 1], table)
    longest = max(_length(cell.text) for _, run in by_line for cell in run.cells)
    if longest != room:
        return []
    return [link for link, run in by_line if len(run.cells) == width and _has_full(run, room)]


def _has_full(run: Run, room: int) -> bool:
    """Whether a figure fills its cell and the next one stands right below it."""
    return any(_length(cell.text) == room and not gap for cell, gap in zip(run.cells, run.gaps, strict=False))


def _room(above: Sequence[str], table: Table) -> int:
    """The digits that a line of a narrow cell holds; 0 where a long label of the header stands whole on a line, or nowhere."""
    words = {squash(word) for line in above for word in line.split()}
    longest = 0
    for column in table.columns:
        label = squash(column.zh)
        if len(label) < _LEAST_LETTERS:
            continue
        pieces = [len(word) for word in words if word in label]
        if not pieces or max(pieces) > _MOST_LETTERS:
            return 0
        longest = max(longest, *pieces)
    return _DIGITS * longest


def _length(text: str) -> int:
    return len(_DIGIT.findall(ascii_width(text)))
