"""Whole rows of short figures in a table whose long ones were cut by their narrow cells: which hold no piece of a cut figure.

    一、本年新收政府信息公开申请数量
    104
    0
    …
    135
    8
    二、上年结转政府信息公开申请数量
    0
    …

The end of such a figure counts as one of its own, and some programs print its beginning above the row's label, behind the row before. A row
that lost a blank cell looks whole with a piece in it. But what a cell cuts fills it: the beginning of a cut figure is as long as what stands uncut in
that column. So a row of shorter figures, below one that does not end in a longer, has no piece, where no row is short and every label of the
form has its figures. Sums are never looked at. Does not belong here: one row with a figure too many (onebeyond.py), what may be a page's
number by its line alone (intruded.py), and rows that look whole and may be cut where others are short (narrowcells.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import ascii_width, squash
from assets.extract.model import Cell, Run
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many rows are whole, and so many for each with figures too many.
_LEAST_WHOLE, _LEAST_FOR_EACH = 8, 4
# No page of a table of one figure a line has fewer lines; pages without a number stand at the front.
_LEAST_LINES, _MOST_UNNUMBERED = 10, 2


def clear_of_cut_figures(links: Sequence[Link], lines: Sequence[str], table: Table) -> set[str]:
    """The keys of the whole rows that hold neither a piece of a figure nor the number of a page."""
    width = len(table.columns)
    ordered = sorted(links, key=lambda link: link.candidate.index)
    runs = [item for link in ordered if isinstance(item := link.candidate.item, Run)]
    if len(runs) != len(table.rows) or [link.row for link in ordered] != [*range(len(table.rows))]:
        return set()
    if any(len(run.cells) < width or run.layout != "cell_per_line" or run.head for run in runs):
        return set()
    texts = [_texts(run) for run in runs]
    if not all(text.isascii() and text.isdecimal() for row in texts for text in row):
        return set()
    whole = [row for row in texts if len(row) == width]
    beyond = [row for row in texts if len(row) > width]
    if len(whole) < max(_LEAST_WHOLE, _LEAST_FOR_EACH * len(beyond)):
        return set()
    room = _room(texts, table)
    pages = _pages(lines, [run.cells[-1] for run in runs if len(run.cells) > width])
    known = all(
        _is_cut(row, width, room) or (len(row) == width + 1 and _is_page(run, -1, pages))
        for run, row in zip(runs, texts, strict=True)
        if len(row) > width
    )
    if not known:
        return set()
    return {
        table.rows[link.row].key
        for (above, link), (row_above, row), run in zip(
            pairwise(ordered), pairwise(texts), runs[1:], strict=True
        )
        if len(row) == len(link.candidate.figures) == width == len(row_above)
        and link.candidate.index == above.candidate.index + 1
        and not _may_be_cut(row_above[-1], room)
        and not any(_may_be_cut(text, room) for text in row)
        and not any(_is_page(run, at, pages) for at in range(width))
    }


def _texts(run: Run) -> list[str]:
    """The figures as printed: those of full width, which is that of two, can be told."""
    return [cell.text.strip(" ") for cell in run.cells]


def _room(rows: Sequence[Sequence[str]], table: Table) -> int:
    """The digits that stand uncut in a cell of the narrowest columns; those under one label are of one width.

    Where pieces of figures may stand in a row, its first and last ones may be other columns' than they seem; those amid the row
    are in any case of columns under the label that all but the first and the last share.
    """
    width = len(table.columns)
    shared = table.columns[width // 2].group
    if not shared or any(column.group != shared for column in table.columns[1:-1]):
        return 0
    kinds = dict.fromkeys([column.group or column.key for column in table.columns], 0)
    for at, row in enumerate(rows):
        beyond = len(row) - width
        if not beyond and at and len(rows[at - 1]) == width:
            for text, column in zip(row, table.columns, strict=True):
                kind = column.group or column.key
                kinds[kind] = max(kinds[kind], len(text))
        else:
            amid = row[1 + beyond : len(row) - 1 - max(1, beyond)]
            kinds[shared] = max([kinds[shared], *map(len, amid)])
    return min(kinds.values())


def _may_be_cut(text: str, room: int) -> bool:
    """Whether a figure fills its cell and so may go on in the next line; no figure of more digits begins with a nought."""
    return text[:1] != "0" and len(text) >= room


def _is_cut(row: Sequence[str], width: int, room: int) -> bool:
    """Whether as many figures may be beginnings of others as stand in a row beyond its columns."""
    return sum(_may_be_cut(text, room) for text in row) >= len(row) - width


def _pages(lines: Sequence[str], last: Sequence[Cell]) -> dict[int, int]:
    """The line from which on a page's number may stand: below those of the pages before it, each alone on a line.

    Those are all that are numbered, or, where a text begins amid pages, the one that the last figure of a row beyond its columns may be, or
    the one before.
    """
    earliest = dict.fromkeys(range(1, _MOST_UNNUMBERED + 1), 0)
    for cell in last:
        if PAGE_NUMBER.fullmatch(text := squash(cell.text)):
            earliest.setdefault(int(text), cell.line_start)
            earliest[int(text) - 1] = 0
    for at, line in enumerate(lines, 1):
        text = squash(ascii_width(line)).strip("-—–/第页")
        if PAGE_NUMBER.fullmatch(text) and at >= earliest.get(int(text), at + 1):
            earliest.setdefault(int(text) + 1, at + _LEAST_LINES)
    return earliest


def _is_page(run: Run, at: int, pages: dict[int, int]) -> bool:
    """Whether a figure of a row may be the number of a page."""
    cell = run.cells[at]
    text = squash(cell.text)
    return bool(PAGE_NUMBER.fullmatch(text)) and cell.line_start >= pages.get(int(text), cell.line_start + 1)
