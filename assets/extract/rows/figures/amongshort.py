"""Full rows among rows that lost their blank cells, where each cell is a paragraph: what they hold is theirs.

A web page without its table has one cell a paragraph, and some programs leave the blank ones out. A row with
a figure for each column is whole however many others are short, unless one of its figures numbers a page or two of them may be
the parted digits of one. Does not belong here: texts with one cell a line, where figures may split (rowtable.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import squash, strip_numbering
from assets.extract.model import Run
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.chain import STRONG, Link
from assets.extract.sections import numbered_heading
from schemas.form import Table

# Rows may be short and nothing else: none too long, none cut, no figures about them.
_SHORT = {"row-short", "row-absent"}
# What may number a page, and the headings of the prose with which a report ends.
_NUMBER = re.compile(r"[1-9][0-9]?")
_PROSE = {5, 6}
# So many rows of a table are full where it is no chance.
_LEAST_FULL = 2


def full_among_short(
    links: Sequence[Link], reading: TableReading, lines: Sequence[str], table: Table
) -> frozenset[str]:
    """The keys of the rows that are full, where labels of all rows of the table stand whole and in order; else none.

    Figures that stand above their labels would be the row's before: then some stand above the first label, or none
    below the last.
    """
    if not {code for code, _ in reading.findings} <= _SHORT or not _is_whole(links, lines, table):
        return frozenset()
    last = (
        min(links, key=lambda link: link.candidate.index),
        max(links, key=lambda link: link.candidate.index),
    )
    if not all(link.candidate.figures for link in last) or _has_figure_above(last[0], lines):
        return frozenset()
    first_line, last_line = last[0].candidate.line, last[1].candidate.line_end
    between = lines[first_line - 1 : last_line]
    if any("\f" in line or (line.strip() and is_furniture(line)) for line in between):
        return frozenset()
    numbered = not _ends_without_number(lines)
    widths = {row.key: len(block.columns) for block in table.blocks for row in block.rows}
    full = {
        key
        for link in links
        if len(link.candidate.figures) == widths[key := table.rows[link.row].key]
        and _is_in_paragraphs(link, lines)
        and not (numbered and any(_NUMBER.fullmatch(cell.text.strip()) for cell in link.candidate.figures))
        and not _may_be_one([cell.text for cell in link.candidate.figures])
    }
    return frozenset(full) if len(full) >= _LEAST_FULL else frozenset()


def _may_be_one(figures: Sequence[str]) -> bool:
    """Whether two neighbours may be the digits of one figure that a clerk's line break parted: none begins with a nought.

    In a row that lost a blank cell they make up for it, and nothing tells.
    """
    return any(
        a[:1].isdecimal() and a[:1] != "0" and b[:1].isdecimal() for a, b in pairwise(map(squash, figures))
    )


def _is_whole(links: Sequence[Link], lines: Sequence[str], table: Table) -> bool:
    """Whether each row has its label, in order, once, those without figures as well."""
    if any(not isinstance(link.candidate.item, Run) or link.score < STRONG for link in links):
        return False
    if any(link.candidate.stray or link.candidate.item.maybe_page for link in links):  # type: ignore[union-attr]
        return False
    by_index = sorted(links, key=lambda link: link.candidate.index)
    if [link.row for link in by_index] != sorted({link.row for link in links}):
        return False
    placed = {link.row for link in links}
    texts = {strip_numbering(squash(line)) for line in lines if line.strip()}
    return all(
        at in placed or any(strip_numbering(squash(w)) in texts for w in row.wordings)
        for at, row in enumerate(table.rows)
    )


def _has_figure_above(first: Link, lines: Sequence[str]) -> bool:
    """Whether a figure stands right above the label of the first row."""
    run = first.candidate.item
    label = run.before[-1].line if isinstance(run, Run) and run.before else first.candidate.line
    above = next((line for line in reversed(lines[: label - 1]) if line.strip()), "")
    return looks_like_figure(squash(above))


def _ends_without_number(lines: Sequence[str]) -> bool:
    """Whether the text goes on to the prose at a report's end, and no number stands alone there: pages are numbered at their foot."""
    at = max((n for n, line in enumerate(lines) if numbered_heading(line) in _PROSE), default=None)
    return at is not None and not any(line.strip().isdecimal() for line in lines[at:])


def _is_in_paragraphs(link: Link, lines: Sequence[str]) -> bool:
    """Whether each figure of a row is a paragraph by itself, and so is the line above the first."""
    run = link.candidate.item
    if not isinstance(run, Run) or run.head or any(len(line) > 1 for line in run.lines):
        return False
    first = run.lines[0][0].line_start
    return all(gap > 0 for gap in run.gaps) and first > 1 and not lines[first - 2].strip()
