"""Reading a table whose rows are printed side by side (table 4): one row of figures under three groups of columns.

Some texts print it as rows with labels after all; then it is read like the other tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading, read_cell
from assets.extract.columns import is_cut
from assets.extract.headerlacks import lacking
from assets.extract.labels import squash, squash_lines
from assets.extract.memory import remembering, remembering_header
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.padded import doubt_padded_row
from assets.extract.plainheader import header_words
from assets.extract.readers.pages import is_furniture
from assets.extract.rowtable import read_row_table
from assets.extract.runfigures import apart
from assets.extract.sideways import Order, grid_order, plain_order
from assets.extract.splitrow import read_split_row
from assets.extract.turned import read_turned_table
from assets.extract.yearrows import one_year_each
from schemas.form import CellKey, Form, Table

_HEADER_LINES = 90
_NEAR = 8
# Figures of a row below that may be the last digits of those above; more are a row of their own.
_MOST_LOOSE = 4
# So many cells of a row may be blank.
_MOST_BLANK = 3
# So many figures on either side of the end of a page.
_LEAST_CUT = 3
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
# So many rows of labels that are numbered say that rows are.
_LEAST_NUMBERED = 2


def read_one_row_table(items: list[Item], lines: list[str], form: Form, table_no: str) -> TableReading:
    """Find the table among the items and read its cells."""
    table = form.table(table_no)
    width = sum(len(block.rows) * len(block.columns) for block in table.blocks)
    found: list[tuple[Item, list[Cell], Order]] = []
    cut: set[int] = set()
    floor = 0
    as_printed, items = items, one_year_each(_one_row_each(items), width)
    for index, item in enumerate(items):
        if isinstance(item, GridRow | Run):
            above = lines[max(floor, item.line_start - 1 - _HEADER_LINES) : item.line_start - 1]
            bare = _without_gap(items, index, width, table) or _without_index(items, index, width)
            figures = _figures(bare, width, table, above, lines)
            ends_in_figure = looks_like_figure(_last_written(item))
            under_header = (figures is not None or ends_in_figure) and (
                _is_header(above, table)
                or (figures is not None and _is_header(_cells_above(items, index), table))
            )
            if figures is not None and under_header:
                if _has_loose_figures_below(items, index):
                    figures = []
                cut = cut if found else _may_be_cut(items, index, figures)
                found.append((item, figures, _order(items, index, lines, floor, table)))
            if ends_in_figure and not under_header:
                floor = item.line_end
    labelled = read_row_table(as_printed, lines, form, table_no)
    complete = len(labelled.cells) == width and all(c.status == "reported" for c in labelled.cells.values())
    if complete and (not found or isinstance(found[0][2], str) or len(found[0][1]) != width):
        return labelled
    if not found:
        return (
            read_split_row(items, lines, table)
            or (None if labelled.cells else read_turned_table(items, lines, form, table_no))
            or labelled
        )
    reading = TableReading(table_no)
    item, figures, order = found[0]
    reading.layout = item.layout  # type: ignore[union-attr]
    reading.lines.update(range(item.line_start, item.line_end + 1))
    keys = [(row, column) for block in table.blocks for row in block.rows for column in block.columns]
    if isinstance(order, str) or len(figures) != width:
        unclear = isinstance(order, str)
        code = "header-unclear" if unclear else "table-unreadable"
        reading.note(code, line=item.line_start, detail=order if unclear else f"{len(figures)}/{width}")
        doubt = CellReading("uncertain", line_start=item.line_start, line_end=item.line_end, reason=code)
        reading.cells = {CellKey(table_no, row.key, column.key): doubt for row, column in keys}
        return reading
    figure_of = dict(zip(order, figures, strict=True))
    in_doubt = {order[i] for i in cut}
    for row, column in keys:
        read = read_cell(figure_of[row.key, column.key], column)
        if (row.key, column.key) in in_doubt:
            where = {"line": read.line_start, "row": row, "column": column}
            reading.note("digits-split", row_key=row.key, col_key=column.key, **where)
            read = CellReading(
                "uncertain", line_start=item.line_start, line_end=item.line_end, reason="digits-split"
            )
        reading.cells[CellKey(table_no, row.key, column.key)] = read
        reading.note_unparsed(row, column, read)
    doubt_padded_row(item, reading)
    _confront(reading, found[1:], keys, width)
    if len(labelled.cells) == width:
        _confront_labelled(reading, labelled)
    return reading


def _last_written(item: GridRow | Run) -> str:
    if isinstance(item, GridRow):
        return item.cells[item.written[-1]].text if item.written else ""
    return next((c.text for c in item.cells[::-1] if c.text.strip()), "")


def _one_row_each(items: list[Item]) -> list[Item]:
    """The items, where blocks whose lines are no rows are put in order.

    A block may be one stream of cells that was wrapped at spaces: its first line starts with a text, the others with
    the bar before their first cell, and none but the last ends with a bar. What stands after the last word of it is the row.
    A block in which every line starts with a bare tab has no first column.
    """
    blocks: dict[int, list[GridRow]] = {}
    for item in items:
        if isinstance(item, GridRow) and item.layout in ("pipes", "tsv"):
            blocks.setdefault(item.block, []).append(item)
    changed: dict[int, list[Item]] = {}
    for rows in (rows for rows in blocks.values() if len(rows) > 1):
        indented = [not row.cells[0].text.strip() for row in rows]
        if rows[0].layout == "tsv":
            if all(indented):
                changed |= {id(row): [replace(row, cells=row.cells[1:])] for row in rows if row.cells[1:]}
        elif not indented[0] and all(indented[1:]) and all(r.cells[-1].text.strip() for r in rows[:-1]):
            cells = [*rows[0].cells, *(cell for row in rows[1:] for cell in row.cells[1:])]
            words = [i for i, c in enumerate(cells) if c.text.strip() and not looks_like_figure(c.text)]
            cut = words[-1] + 1 if words else 0
            parts: list[Item] = [replace(rows[0], cells=part) for part in (cells[:cut], cells[cut:]) if part]
            changed |= {id(row): [] for row in rows[1:]} | {id(rows[0]): parts}
    return [new for item in items for new in changed.get(id(item), [item])]


def _confront(reading: TableReading, others: list, keys: list, width: int) -> None:  # type: ignore[type-arg]
    """A second print of the table that differs makes the cells in question uncertain."""
    for item, figures, order in others:
        if isinstance(order, str) or len(figures) != width:
            continue
        figure_of = dict(zip(order, figures, strict=True))
        for row, column in keys:
            key = CellKey(reading.table_no, row.key, column.key)
            mine, other = reading.cells[key], read_cell(figure_of[row.key, column.key], column)
            if (mine.status, mine.value) != (other.status, other.value):
                reading.doubt(key, "table-repeated", item.line_start)
    doubted = [cell.line_start for cell in reading.cells.values() if cell.reason == "table-repeated"]
    if doubted:
        reading.note("table-repeated", line=doubted[0])


def _confront_labelled(reading: TableReading, labelled: TableReading) -> None:
    """The table printed once as the form does and once as rows with labels: where they differ, neither is given."""
    again = {key: cell for key, cell in labelled.cells.items() if cell.status == "reported"}
    differ = [key for key, cell in again.items() if cell.value != reading.cells[key].value]
    for key in differ:
        line = reading.cells[key].line_start or min(reading.lines)
        reading.cells[key] = CellReading("uncertain", line_start=line, line_end=line, reason="table-repeated")
    if differ:
        reading.note("table-repeated", line=min(labelled.lines))


def _has_loose_figures_below(items: list[Item], index: int) -> bool:
    """Whether figures without words stand right below: perhaps the last digits of those in the row."""
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if not isinstance(below, Run) or below.head or below.before:
        return False
    return len(below.cells) > 1 and below.line_start - item.line_end <= _NEAR


def _may_be_cut(items: list[Item], index: int, figures: list[Cell]) -> set[int]:
    """The figures that one digit or a few right below may belong to: the longest, since the others were not too wide.

    A digit in a row of blank cells is one of the table; one on a line by itself may be the number of the page, too, but
    not so right below the row.
    """
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if not isinstance(item, GridRow) or not isinstance(below, GridRow | Run):
        return set()
    written = [cell.text.strip() for cell in below.cells if cell.text.strip()]
    gap = below.line_start - item.line_end
    if isinstance(below, Run):
        is_loose = not below.head and not below.before and gap == 1
    else:
        is_loose = gap <= _NEAR and len(written) < len(below.cells)
    if not is_loose or not 0 < len(written) <= _MOST_LOOSE or not all(map(str.isdecimal, written)):
        return set()
    lengths = {i: len(cell.text.strip()) for i, cell in enumerate(figures) if looks_like_figure(cell.text)}
    return {i for i, length in lengths.items() if length == max(lengths.values())}


def _order(items: list[Item], index: int, lines: list[str], floor: int, table: Table) -> Order:
    """Which cell each figure of an item is, by the header above it."""
    item = items[index]
    if isinstance(item, GridRow):
        nearest = items[max(0, index - _HEADER_LINES) : index]
        above = [row for row in nearest if isinstance(row, GridRow) and row.line_start > floor]
        own = [row for row in above if row.block == item.block]
        if cells := [cell.text for row in own for cell in row.cells]:
            order = _order_of_cells(tuple(cells), table)
            return (
                _displaced(order, [row for row in own if len(row.cells) == len(item.cells)], table) or order
            )
    header = lines[max(floor, item.line_start - 1 - _HEADER_LINES) : item.line_start - 1]
    return _order_of_lines(tuple(header), table)


def _displaced(order: Order, rows: list[GridRow], table: Table) -> str | None:
    """The label over a figure to which another order than the form's gives another column; None where there is none."""
    key_of = {squash(w): c.key for c in table.columns for w in c.wordings}
    standard = [(row.key, c.key) for row in table.rows for c in table.columns]
    if isinstance(order, str) or sorted(order) != sorted(standard) or not rows:
        return None
    columns = [column for _, column in order]
    if columns == [column for _, column in standard] or len(rows[-1].cells) != len(columns):
        return None
    for cell, column in zip(rows[-1].cells, columns, strict=True):
        if key_of.get(squash(cell.text), column) != column:
            return squash(cell.text)
    return None


@remembering_header
def _order_of_cells(cells: tuple[str, ...], table: Table) -> Order:
    return _lacks([cells], table) or grid_order(cells, table)


@remembering_header
def _order_of_lines(lines: tuple[str, ...], table: Table) -> Order:
    return _lacks([line.split() for line in lines], table) or plain_order(lines, table)


def _lacks(words: Sequence[Sequence[str]], table: Table) -> str | None:
    """The columns that the header does not name for any row, though it names others."""
    return lacking(words, table.columns, header_words(table, table.columns))


def _figures(
    item: GridRow | Run, width: int, table: Table, above: list[str], lines: list[str]
) -> list[Cell] | None:
    """The row of figures in an item, blanks included; None where it is not such a row."""
    if isinstance(item, Run):
        if not item.head and len(item.cells) == 1:
            return apart(item.cells[0], width)
        if item.head or not width - 3 <= len(item.cells) <= width + 2:
            return None
        if any(is_cut(cell) for cell in item.cells) or item.maybe_page is not None:
            return []
        counts = {len(line) for line in item.lines}
        if len(item.cells) == width and _is_cut_by_page(item, lines):
            return item.cells
        if counts in ({width}, {len(table.columns)}, {1}):
            return item.cells
        # lines of another length go on from left to right only under a header that names each column for each row
        under_all = squash_lines(above).count(table.columns[-1].zh) >= len(table.rows)
        return item.cells if len(counts) == 1 and under_all else []
    if len(item.cells) == width + 1 and squash(item.cells[0].text) == table.columns[-1].zh:
        return item.cells[1:]  # the last label of the header in front of the figures
    written = item.written
    if not written or item.words:
        return None
    # with an empty cell before it, a first figure is no number of the row
    many = len(written) == width or (len(written) >= width - _MOST_BLANK and written[0] > 0)
    if many and written[-1] - written[0] == width - 1:
        return item.cells[written[0] : written[-1] + 1]
    if len(item.cells) >= width - 3 and len(written) > 0:
        return _trim(item.cells, width)
    return None


def _is_cut_by_page(run: Run, lines: list[str]) -> bool:
    """Whether a page ends, by its mark, between the two lines of a row: digits cut off its figures stand on one page."""
    if len(run.lines) != 2 or min(map(len, run.lines)) < _LEAST_CUT:
        return False
    between = [line for line in lines[run.line_start : run.line_end - 1] if line.strip()]
    return bool(between) and all(map(is_furniture, between))


def _without_index(items: list[Item], index: int, width: int) -> GridRow | Run:
    """The item without the number of its row, where the rows above, without figures themselves, are numbered too."""
    item = items[index]
    if not isinstance(item, GridRow) or len(item.cells) != width + 1:
        return item  # type: ignore[return-value]
    above = [row for row in items[max(0, index - _LEAST_NUMBERED) : index] if isinstance(row, GridRow)]
    rows = [row for row in above if row.block == item.block and len(row.cells) == width + 1]
    counted = [row.cells[0].text.strip() for row in [*rows, item]]
    bare = not any(looks_like_figure(c.text) for row in rows for c in row.cells[1:] if c.text.strip())
    if len(rows) < _LEAST_NUMBERED or not bare or not all(text.isdecimal() for text in counted):
        return item
    if any(int(b) != int(a) + 1 for a, b in pairwise(counted)):
        return item
    return GridRow(item.cells[1:], item.layout, item.block, item.spans)


def _without_gap(items: list[Item], index: int, width: int, table: Table) -> GridRow | None:
    """The row without an empty column between two of its groups; None where there is none.

    The header must have it, too: blank between the last column of one group and the label of the next.
    """
    item = items[index]
    if not isinstance(item, GridRow) or len(item.cells) != width + 1 or len(item.written) != width:
        return None
    (gap,) = set(range(width + 1)) - set(item.written)
    if not 0 < gap < width or gap % len(table.columns):
        return None
    last, names = table.columns[-1].zh, [row.zh for row in table.rows]
    for row in items[max(0, index - _NEAR) : index]:
        if not isinstance(row, GridRow) or row.block != item.block or len(row.cells) != width + 1:
            continue
        before, blank, after = (squash(cell.text) for cell in row.cells[gap - 1 : gap + 2])
        if before == last and not blank and after in names:
            return GridRow([*item.cells[:gap], *item.cells[gap + 1 :]], item.layout, item.block, item.spans)
    return None


def _trim(cells: list[Cell], width: int) -> list[Cell]:
    """Blank cells beyond the width are taken from the end, if the row starts with a figure."""
    cells = list(cells)
    while len(cells) > width and cells[0].text.strip() and not cells[-1].text.strip():
        cells.pop()
    return cells


def _cells_above(items: list[Item], index: int) -> list[str]:
    """The texts of the cells above a row in its block, where a label may stand on several lines."""
    item = items[index]
    if not isinstance(item, GridRow):
        return []
    near = [row for row in items[max(0, index - _NEAR) : index] if isinstance(row, GridRow)]
    return [cell.text for row in near if row.block == item.block for cell in row.cells]


def _is_header(above: list[str], table: Table) -> bool:
    """Whether the lines above name the table's columns or its rows."""
    letters = "".join(map(_letters, above))
    rows = sum(row.zh in letters for row in table.rows)
    return rows >= 2 or (rows > 0 and sum(column.zh in letters for column in table.columns) >= 3)


@remembering
def _letters(line: str) -> str:
    """The letters of a line, without the tags of a page between them."""
    return re.sub(r"[^\w]", "", squash(_TAG.sub("", line)))
