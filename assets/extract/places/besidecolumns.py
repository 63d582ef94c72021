"""Rows with a figure for each column of which some stand in the column of another: whole by chance.

                     自然人   商业企业   科研机构   …
    5.属于三类内部事务    30         5         4
    6.属于四类过程性      未
                      统计         7       9 14
                                                    15

A cell lost its figure, or says in several lines what none of the row's figures is, and another has two figures, or one that stands
behind the row; counted, they fill the row. Where the columns are is shown by the whole rows above and below. Does not belong here:
rows with fewer figures than columns (positions.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from assets.extract.model import Run
from assets.extract.places.positions import APART, CHARACTERS, DISPLAY, aligned, span
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many whole rows show the columns, of so many near by on the page.
_LEAST_ROWS, _MOST_ROWS, _FARTHEST = 3, 8, 60
# A label pushes all figures of its row as far to the right, or to the left, but for so much (in halves of a letter).
_EVENLY = 6
# So much farther right a label stands behind the room for another.
_ROOM = 8
# So many rows near by show where labels begin.
_LEAST_ABOUT = 2
# So many blank lines end a page.
_BLANK = 3

# So many times as far as any other figure of its row stands one that is none of it.
_FAR = 3

_Span = tuple[int, int]
_MEASURES = (CHARACTERS, DISPLAY)


def beside_columns(links: Sequence[Link], lines: Sequence[str], table: Table) -> list[Link]:
    """The whole rows of one line with a figure that most rows near by have in no place of its column, but of another."""
    found: list[Link] = []
    for block in table.blocks if not table.one_row else ():
        width, keys = len(block.columns), {row.key for row in block.rows}
        whole = [
            link
            for link in links
            if isinstance(link.candidate.item, Run)
            and table.rows[link.row].key in keys
            and len(link.candidate.figures) == width > 2
            and len({cell.line_start for cell in link.candidate.figures}) == 1
        ]
        if len(whole) > _LEAST_ROWS:
            rows = [
                (link, tuple([[span(c, m) for c in link.candidate.figures] for m in _MEASURES]))
                for link in whole
            ]
            if any(_are_columns([there[n] for _, there in rows]) for n in range(len(_MEASURES))):
                continue
            beside = [at for at in range(len(rows)) if _is_beside(at, rows, ())]
            ends = _ends_of_pages(lines, rows) if beside else ()
            found += [rows[at][0] for at in beside if _is_beside(at, rows, ends)]
    return found


_Row = tuple[Link, tuple[list[_Span], ...]]


def _has_two_labels(link: Link, rows: Sequence[_Row]) -> bool:
    """Whether the label of the row's group, or the room for it, stands before its own: some programs set such rows beside all others."""
    heads = [row.candidate.item for row, _ in rows if isinstance(row.candidate.item, Run)]
    run = link.candidate.item
    if not isinstance(run, Run):
        return False
    return len(APART.findall(run.head)) > 1 or run.head_x0 >= min(each.head_x0 for each in heads) + _ROOM


def _begins_among_labels(link: Link, near: Sequence[_Row]) -> bool:
    """Whether all figures of a row stand one column to the left, the first where labels of the rows about it begin.

    Its label spans two columns of labels, and the program took it for one. None stands in the last column, and none but the first
    where no other row has a figure, so that they are in their order.
    """
    run, figures = link.candidate.item, link.candidate.figures
    begin = sum(
        isinstance(item := row.candidate.item, Run) and abs(item.head_x0 - figures[0].x0) <= 1
        for row, _ in near
    )
    if not isinstance(run, Run) or len(run.cells) != len(figures) or begin < _LEAST_ABOUT:
        return False
    return any(
        all(
            _meet(span(figures[k + 1], m), there[n][k])
            and not _meet(span(figures[k + 1], m), there[n][k + 1])
            for _, there in near
            for k in range(len(figures) - 1)
        )
        for n, m in enumerate(_MEASURES)
    )


def _ends_of_pages(lines: Sequence[str], rows: Sequence[_Row]) -> list[int]:
    """The lines between the rows at which a page ends: its marks, and blank lines one after the other."""
    first, last = (f(link.candidate.line for link, _ in rows) for f in (min, max))
    return [
        n
        for n in range(first, last)
        if "\f" in lines[n] or not any(map(str.strip, lines[n : n + _BLANK])) or is_furniture(lines[n])
    ]


def _is_beside(at: int, rows: Sequence[_Row], ends: Sequence[int]) -> bool:
    link, own = rows[at]
    line = link.candidate.line
    near = [
        rows[n]
        for n in sorted(range(len(rows)), key=lambda n: abs(n - at))
        if n != at and abs(rows[n][0].candidate.line - line) <= _FARTHEST
    ][:_MOST_ROWS]
    near = [row for row in near if aligned(row[0].candidate.figures)]
    if len(near) >= _LEAST_ROWS and any(
        _ends_far_behind(spans, [there[measure] for _, there in near]) for measure, spans in enumerate(own)
    ):
        return True
    near = [row for row in near if not _are_parted(line, row[0].candidate.line, ends)]
    if len(near) < _LEAST_ROWS or _has_two_labels(link, rows):
        return False
    found = []
    for measure, spans in enumerate(own):
        others = [there[measure] for _, there in near]
        votes = sum(_has_stranger(spans, other) for other in others)
        found.append((votes >= _LEAST_ROWS and votes * 2 > len(near), others))
    if not any(is_stranger for is_stranger, _ in found) or _begins_among_labels(link, near):
        return False
    told = [is_stranger for is_stranger, others in found if _agree(others)]
    return bool(told) and all(told)


def _are_parted(one: int, other: int, ends: Sequence[int]) -> bool:
    low, high = min(one, other), max(one, other)
    return any(low <= end < high for end in ends)


def _ends_far_behind(figures: Sequence[_Span], others: Sequence[Sequence[_Span]]) -> bool:
    """Whether the last figure stands far behind the others, the last of which stands where other rows have theirs."""
    gaps = [b[0] - a[1] for a, b in pairwise(figures)]
    if gaps[-1] <= _FAR * max(1, *gaps[:-1]):
        return False
    return sum(_meet(figures[-2], row[-1]) for row in others) * 2 > len(others)


def _agree(rows: Sequence[Sequence[_Span]]) -> bool:
    """Whether most pairs of rows stand in the same columns: not so where one and the same gap sets all words apart."""
    pairs = [all(map(_meet, a, b)) for a, b in combinations(rows, 2)]
    return sum(pairs) * 2 > len(pairs)


def _has_stranger(figures: Sequence[_Span], columns: Sequence[_Span]) -> bool:
    """Whether a figure stands below or above one of another column and not below or above that of its own."""
    moved = [sum(a) - sum(b) for a, b in zip(figures, columns, strict=True)]
    return max(moved) - min(moved) > _EVENLY and any(
        not _meet(figure, columns[at]) and any(_meet(figure, column) for column in columns)
        for at, figure in enumerate(figures)
    )


def _are_columns(rows: Sequence[Sequence[_Span]]) -> bool:
    """Whether the figures of each column all stand over one place."""
    return all(
        max(start for start, _ in column) < min(end for _, end in column)
        for column in zip(*rows, strict=True)
    )


def _meet(figure: _Span, column: _Span) -> bool:
    return figure[0] < column[1] and column[0] < figure[1]
