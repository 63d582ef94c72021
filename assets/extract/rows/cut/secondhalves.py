"""Rows of cells that the end of a page cut in two: the second half has no label, and figures where the first has blank cells.

    2.重复申请 | 3 | 376 | 2 |     |   |    |
    — 4 —
              |   |     |   | 263 | 3 | 若干 | 672

The two are one row, so the blank cells of the first are not blank, and the second is not the row of the form that comes next. Belongs
here: finding second halves among the rows of cells. What they hold is loose beside their row, which is in doubt then. Does
not belong here: labels that are cut in two (cutrows.py), and rows without a label that begin where rows do (links.complete).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering
from assets.extract.model import GridRow, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.links import NEAR_OVER_PAGE
from assets.extract.sections import numbered_heading
from schemas.form import forms

# Letters of what is said in a cell in place of a figure.
LONGEST_SAID = 12


def take_up_second_halves(found: list[Candidate], items: Sequence[Item]) -> list[Candidate]:
    """The candidates without those that are the second half of the row above, whose figures are loose beside that one."""
    gone: set[int] = set()
    for candidate in found:
        row = candidate.item
        if not isinstance(row, GridRow) or not row.words or candidate.index in gone:
            continue
        # said in place of a figure, words may have been taken for the label
        label_at = candidate.label_at if candidate.options else row.words[0]
        blank = set(range(label_at + 1, len(row.cells))).difference(row.written)
        index = candidate.index
        while blank and (below := row_below(items, index)) is not None:
            half = items[below]
            if not isinstance(half, GridRow) or not _is_half(half, row, label_at, blank):
                break
            written = {at for at in half.written if at > label_at}
            candidate.stray += [half.cells[at] for at in sorted(written)]
            gone.add(below)
            blank, index = blank - written, below
    return [c for c in found if c.index not in gone] if gone else found


def row_below(items: Sequence[Item], index: int) -> int | None:
    """The row of cells right below one, with nothing between them but the end of a page."""
    row = items[index]
    for at in range(index + 1, len(items)):
        item = items[at]
        is_of_block = isinstance(item, GridRow) and isinstance(row, GridRow) and item.block == row.block
        if not is_of_block and item.line_start - row.line_end > NEAR_OVER_PAGE:
            return None
        if isinstance(item, GridRow):
            if _is_of_page(item):
                continue
            return at
        if isinstance(item, Prose) and numbered_heading(item.text) is not None:
            return None
        if isinstance(item, Run) and len(item.cells) > 1:
            return None
    return None


def _is_of_page(row: GridRow) -> bool:
    """Whether all that a row holds is the number or the running head of a page, and none of the form's words."""
    texts = {row.cells[at].text for at in row.written}
    if len(texts) != 1 or row.written[0]:
        return False
    (text,) = texts
    if numbered_heading(text.strip(' \t\n"')) is not None:
        return False
    return is_furniture(text) or (len(row.words) == len(row.written) and not _is_of_label(normalize(text)))


@remembering
def _is_of_label(text: str) -> bool:
    """Whether letters hold a label of a form, or are some of one's."""
    return any(text in name or name in text for name in labels_of_forms())


def _is_half(half: GridRow, row: GridRow, label_at: int, blank: Set[int]) -> bool:
    """Whether a row without a label has something in blank cells of another, and in no other cells.

    A row that holds a whole one below a label without any figure is no half.
    """
    if len(half.cells) <= label_at or half.cells[label_at].text.strip():
        return False
    if len(half.cells) != len(row.cells):
        # the cells that it lacks are its last ones, where it opens with more blank ones than the label's
        first = half.written[0] if half.written else 0
        if len(half.cells) > len(row.cells) or first <= label_at + 1:
            return False
    if any(half.cells[at].text.strip() and not _is_same(half, row, at) for at in range(label_at)):
        return False
    written = [at for at in half.written if at > label_at]
    if not written or not blank >= {*written}:
        return False
    if len(written) == len(row.cells) - label_at - 1:
        return False
    texts = [squash(half.cells[at].text) for at in written]
    return any(map(looks_like_figure, texts)) or not any(map(_is_of_table, texts))


def _is_same(half: GridRow, row: GridRow, at: int) -> bool:
    return squash(half.cells[at].text) == squash(row.cells[at].text)


def _is_of_table(text: str) -> bool:
    """Whether words are a header's, or longer than what is said in place of a figure."""
    return len(text) > LONGEST_SAID or text in _names()


@cache
def labels_of_forms() -> frozenset[str]:
    """What the tables of all forms call anything, without numbers and signs."""
    tables = [table for form in forms().values() for table in form.tables]
    clauses = {block.clause.zh for table in tables for block in table.blocks if block.clause}
    return frozenset(filter(None, map(normalize, _names() | clauses)))


@cache
def _names() -> frozenset[str]:
    """What the tables of all forms call their columns, rows and groups."""
    tables = [table for form in forms().values() for table in form.tables]
    labels = [label for table in tables for label in (*table.columns, *table.rows, *table.groups)]
    return frozenset(squash(wording) for label in labels for wording in label.wordings)
