"""Columns of the text's own, named beside the words over all columns of the form: 行次 before them, 上年总计 behind.

    （本列数据的勾稽关系为：…） | 行次 | 申请人情况
     |  | 自然人 | 法人或其他组织 | 总计

Each row has a cell for such a column. Where a figure of the form is blank, the row has as many figures as the form has columns,
and its first or its last is none of them. Belongs here: such columns of cells without places. Does not belong here: strange columns among
those that one row of the header names (gridheader.py), remarks in words (remarks.py), plain text (serialcolumn.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.corners import REMARKS
from assets.extract.headers.gridheader import Header
from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate

# A larger share of the rows is most of them.
_SHARE = 0.5


def with_columns_beside(header: Header, candidates: Sequence[Candidate]) -> Header:
    """The header with the strange columns at the ends of its order, where most rows have cells enough for all columns.

    Its order is not known where most rows open with a blank cell, and the strange columns end them: that may be the label's, and a
    strange column's lost. Nor is it where rows have only as many cells as the form has columns, and their first may be strange, and
    where another strange column stands among the form's and rows have too few cells for both.
    """
    before, behind = header.beside
    if not (before or behind) or header.order is None or header.places:
        return header
    rows = [candidate for candidate in candidates if isinstance(candidate.item, GridRow)]
    width = len(header.order) + len(before) + len(behind)
    if UNKNOWN in header.order:
        # one column of the text's own is told: of rows with no figure for the other, nobody knows which they lack
        are_words = all(squash(text) in REMARKS for text in (*before, *behind))
        if are_words or sum(len(row.figures) < width for row in rows) <= _SHARE * len(rows):
            return header
        return replace(header, order=None, conflict="、".join([*before, *behind]))
    if all(squash(text) in REMARKS for text in (*before, *behind)) and not any(
        len(row.figures) == width and any(map(str.isdigit, row.figures[-1].text)) for row in rows
    ):
        return header  # they are words
    # blank cells at the end of a row are no longer among its figures
    sizes = [max(len(row.figures), len(row.item.cells) - row.label_at - 1) for row in rows]
    most = _SHARE * len(rows)
    opens_blank = sum(len(row.figures) == width and not row.figures[0].text.strip() for row in rows) > most
    if sum(size >= width for size in sizes) > most and not (behind and opens_blank):
        return replace(header, order=[UNKNOWN] * len(before) + header.order + [UNKNOWN] * len(behind))
    if opens_blank or (before and sum(size == len(header.order) for size in sizes) > most):
        return replace(header, order=None, conflict="、".join([*before, *behind]))
    return header
