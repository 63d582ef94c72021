"""What speaks against columns that stand as in the form, or that a header names so.

Belongs here: one question after the other, of the words over the rows, beside them and below. Does not belong here: what the header
itself says (blockheader.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assets.extract.headers.aroundblock import Around
from assets.extract.headers.figuresfirst import figures_above
from assets.extract.headers.gridheader import Header
from assets.extract.headers.headerlost import is_in_place
from assets.extract.headers.headerplace import (
    below_title,
    cells_over,
    has_none,
    label_line,
    words_above,
    words_below,
    words_of,
)
from assets.extract.headers.headersaid import gainsaid_by, print_said
from assets.extract.headers.narrative import gainsaid
from assets.extract.headers.orderabove import another_order, group_elsewhere
from assets.extract.headers.yearcolumns import years_named
from assets.extract.labels import squash
from assets.extract.model import GridRow, Run
from assets.extract.plainheaders.headertorn import torn_apart
from assets.extract.plainheaders.headerwords import loose_order
from assets.extract.plainheaders.upperline import upper_line_against

# So many rows with as many figures as columns, and at least half of all: none is lacking.
_LEAST_FULL = 8


def spoken_against(  # noqa: PLR0913 - the whole context of a header
    around: Around,
    header: Header,
    order: Sequence[str],
    plain_words: Sequence[str],
    above: int,
    is_wrapped: Callable[[], bool],
) -> str | None:
    """What speaks against columns that no header proves or contradicts: loose words, or words elsewhere.

    `is_wrapped` tells, where it is needed, whether lines of wrapped cells show the form's order for all that their words seem to say.
    """
    table, columns, start = around.table, around.block.columns, around.rows[0]
    if told := figures_above(around.items, start, columns):
        return told
    if told := _short_of_last(around, header):
        return told
    if not header.order and order == around.standard:
        is_grid = isinstance(start.item, GridRow)
        rows = around.header_rows if is_grid else []
        words = words_of(rows) if is_grid else words_above(around.items, around.lines, start, above, table)
        words = [*words, *around.on_line]
        in_place = is_in_place(cells_over(rows, around.rows, len(columns)), columns, around.words)
        counts = [sum(bool(cell.text.strip()) for cell in row.figures) for row in around.rows]
        is_most = counts.count(len(columns)) >= max(_LEAST_FULL, len(counts) / 2)
        full = is_most and max(counts) == len(columns)
        told = gainsaid_by(tuple(map(tuple, words)), table, around.block, in_place, full) or (
            _against_print(around, words) if is_grid else _against_print_above(around, above)
        )
        if told and not is_wrapped():
            return told
        if told := None if is_grid else _torn_apart(around, plain_words):
            return told
    over = below_title(around.lines[max(0, above) : start.line - 1], table)
    told = years_named(over) if order == around.standard != header.order else None
    if told is None and isinstance(start.item, Run) and order == around.standard:
        told = upper_line_against(over, table, columns)
    if told is not None:
        return told
    if isinstance(start.item, Run):
        told = group_elsewhere(plain_words, table, columns, order)
    elif order == around.standard != header.order:
        told = another_order(around.items[: start.index], columns, around.words.by_wording)
    if told is not None:
        return told
    is_bare = (len(table.blocks) == 1 or table.one_row) and has_none(
        around.items, around.lines, start, around.words
    )
    if is_bare and len(table.blocks) == 1:
        below = words_below(around.lines, around.rows[-1].line_end)
        told = loose_order(below, columns, around.words) or gainsaid(
            around.lines[: start.line], [c.figures for c in around.rows], [c.zh for c in columns]
        )
        if told is not None:
            return told
    # the form of one row prints no such rows, so that nothing but a header says which column is which
    is_told = header.texts or header.order
    return "—" if table.one_row and is_bare and not is_told else None


def _against_print(around: Around, words: Sequence[Sequence[str]]) -> str | None:
    """What in the words of header rows is in no row of the form."""
    lines = tuple([" ".join(map(squash, row)) for row in words])
    return print_said(lines, around.table, around.block)


def _against_print_above(around: Around, above: int) -> str | None:
    """What in the lines above a run is of no page in the form's order."""
    start = around.rows[0]
    floor = max(above, around.last_row_of_others(above))
    header = around.words_over(around.as_printed, floor, label_line(start) - 1)
    return print_said(tuple(header), around.table, around.block)


def _torn_apart(around: Around, plain_words: Sequence[str]) -> str | None:
    """What of the header stands above the first row, and what below it, against the form's order."""
    columns, start = around.block.columns, around.rows[0]
    if len(start.figures) == len(columns):
        return None
    whole = next((row for row in around.rows if len(row.figures) == len(columns)), None)
    if whole is None:
        return None
    below = around.lines[start.line - 1 : label_line(whole) - 1]
    return torn_apart(plain_words, below, around.table, columns)


def _short_of_last(around: Around, header: Header) -> str | None:
    """The count of cells of rows of which all have one less than their header, where both end in a blank one.

    That is the mark at the end of rows, and no column: one of the form's was left out of all rows, nobody knows which.
    """
    over = around.header_rows[-1] if around.header_rows else None
    if not header.order or over is None or over.cells[-1].text.strip():
        return None
    rows = [row.item for row in around.rows if isinstance(row.item, GridRow) and row.item.written]
    short = [row for row in rows if len(row.cells) == len(over.cells) - 1 and not row.cells[-1].text.strip()]
    is_short = len(rows) >= _LEAST_FULL and len(short) == len(rows)
    return f"{len(short[0].cells)} < {len(over.cells)}" if is_short else None
