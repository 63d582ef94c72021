"""Rows of cells with more figures than the form has columns, and the others beside them, which may be of those with a blank.

    | 一、本年新收 | 12 | 3 | 0 | 4 | 0 | 0 | 0 | 19 |
    | 二、上年结转 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |   |

Where several rows show a column that no label names, a row with as many figures as the form has columns is no full one: only a
header that stands over its cells tells them apart. Does not belong here: rows of plain text (extracolumns.py), and columns that the
header names (gridheader.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.candidates import Candidate

# So many rows, and so large a share of those with figures, are no slips.
_LEAST, _LEAST_SHARE = 3, 0.2
_BARS = "pipe_cells"
# So many rows with a sign that is no cell of the form are no slips.
_LEAST_SIGNS = 2


def wider_blocks(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which several rows have more figures than columns."""
    counts: dict[int, list[int]] = {}
    for row in candidates:
        if isinstance(row.item, GridRow) and (count := count_of(row)):
            counts.setdefault(row.item.block, []).append(count)
    found = {block: sum(count > width for count in own) for block, own in counts.items()}
    return frozenset(
        block for block, often in found.items() if often >= max(_LEAST, _LEAST_SHARE * len(counts[block]))
    )


def rows_with_one_more(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The few rows with as many figures as columns and a blank cell behind them, beside rows that end in the blank one of the last column.

    A cell of theirs is too many: a stray one, and the last column is blank in all rows.
    """
    rows = [row for row in candidates if isinstance(row.item, GridRow) and row.figures]
    rows = [
        row for row in rows if row.item.layout != _BARS
    ]  # whose bars at the ends of rows are cells now and then
    blank = [row for row in rows if not row.figures[-1].text.strip()]
    written = [[at for at, cell in enumerate(row.figures) if cell.text.strip()] for row in blank]
    usual = sum(len(row.figures) == width and own[:1] == [0] for row, own in zip(blank, written, strict=True))
    more = frozenset(
        row.index
        for row, own in zip(blank, written, strict=True)
        if len(row.figures) == width + 1 and own == [*range(width)]
    )
    return more if usual >= _LEAST and usual > len(more) else frozenset()


def uneven_blocks(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which a row has more figures than columns, or full rows have them in other cells than one another."""
    wider: set[int] = set()
    places: dict[int, set[tuple[int, ...]]] = {}
    for row in candidates:
        if not isinstance(row.item, GridRow):
            continue
        figures = [
            at for at, cell in enumerate(row.figures, row.label_at + 1) if looks_like_figure(cell.text)
        ]
        if len(figures) > width:
            wider.add(row.item.block)
        elif len(figures) == width:
            places.setdefault(row.item.block, set()).add(tuple(figures))
    return frozenset(wider | {block for block, found in places.items() if len(found) > 1})


def written_places(candidates: Sequence[Candidate]) -> dict[int, frozenset[int]]:
    """The cells behind the label that are written in any of the rows with so many cells."""
    written: dict[int, set[int]] = {}
    for row in candidates:
        if isinstance(row.item, GridRow):
            places = {at for at in row.item.written if at > row.label_at}
            written.setdefault(len(row.item.cells), set()).update(places)
    return {size: frozenset(places) for size, places in written.items()}


def signs_before(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which several rows have a sign for nothing (`/`) before as many figures as there are columns.

    That sign is none of the form's: a row that begins with it has as many cells as others by chance where it has blank ones.
    """
    often: Counter[int] = Counter()
    for row in candidates:
        if not isinstance(row.item, GridRow) or len(row.figures) <= width:
            continue
        texts = [cell.text.strip() for cell in row.figures[: width + 1]]
        if all(texts) and not texts[0][-1].isdigit() and looks_like_figure(texts[0]):
            often[row.item.block] += 1
    return frozenset(block for block, count in often.items() if count >= _LEAST_SIGNS)


def count_of(row: Candidate) -> int:
    """How many figures a row has."""
    return sum(map(looks_like_figure, [cell.text for cell in row.figures]))
