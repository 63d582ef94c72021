"""Reading a table whose rows are printed side by side (table 4): one row of figures under three groups of columns.

Some texts print it as rows with labels after all; then it is read like the other tables. Does not belong here: which cells of
an item are the row of figures (figurerow.py), and what the header above says of them (overonerow.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import Cell, GridRow, Item, Prose, Run, has_figure
from assets.extract.numbers import looks_like_figure
from assets.extract.places.padded import doubt_padded_row
from assets.extract.rows.blocks.rowtable import read_row_table
from assets.extract.sidebyside.countedcolumns import without_column_numbers
from assets.extract.sidebyside.fewerfourth import read_fewer_columns
from assets.extract.sidebyside.figurerow import (
    NEAR,
    figures_in,
    has_figures_beside,
    has_loose_figures_below,
    has_row_above,
    may_be_cut,
)
from assets.extract.sidebyside.headsagainst import order_of_all_labels
from assets.extract.sidebyside.namedrow import without_name_of_row
from assets.extract.sidebyside.onemorecell import without_one_more
from assets.extract.sidebyside.overonerow import HEADER_LINES, order_over
from assets.extract.sidebyside.printedbelow import is_printed_below
from assets.extract.sidebyside.rowmargins import (
    begins_behind_labels,
    unwrapped,
    without_gap,
    without_index,
    without_margin,
)
from assets.extract.sidebyside.sideways import Order
from assets.extract.sidebyside.splitrow import read_split_row
from assets.extract.sidebyside.stackedfourth import order_of_stacks
from assets.extract.sidebyside.sumcolumn import without_sum
from assets.extract.sidebyside.topsplaces import order_of_equal_groups
from assets.extract.sidebyside.turned import read_turned_table
from assets.extract.sidebyside.underlabels import under_label_cells
from assets.extract.sidebyside.yearrows import one_year_each
from schemas.form import CellKey, Column, Form, Row, Table

# Rows of labels over the figures: those of the groups, of the suits, of the columns.
_LABEL_ROWS = 3
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_NO_LETTER = re.compile(r"\W")


def read_one_row_table(items: list[Item], lines: list[str], form: Form, table_no: str) -> TableReading:
    """Find the table among the items and read its cells."""
    table = form.table(table_no)
    width = sum(len(block.rows) * len(block.columns) for block in table.blocks)
    found: list[tuple[Item, list[Cell], Order]] = []
    cut: set[int] = set()
    floor = 0
    as_printed, items = items, _rows_of_figures(items, width, table)
    for index, item in enumerate(items):
        again = (
            bool(found)
            and found[-1][0] is items[index - 1]
            and is_printed_below(items, index - 1, found[-1][1])
        )
        if not isinstance(item, Prose) and not again:
            above = lines[max(floor, item.line_start - 1 - HEADER_LINES) : item.line_start - 1]
            own = _under_own_labels(items, index, table) or without_one_more(items, index, width, table)
            bare = own or without_margin(
                without_gap(items, index, width, table)
                or without_name_of_row(items, index, width, table)
                or without_index(items, index, width),
                item,
                as_printed,
                width,
                table,
            )
            figures = figures_in(bare, width, table, above, lines)
            ends_in_figure = looks_like_figure(_last_written(item))
            under_header = (figures is not None or ends_in_figure) and (
                names_columns(above, table)
                or (figures is not None and names_columns(_cells_above(items, index), table))
            )
            stacked = figures and isinstance(item, Run) and order_of_stacks(above, figures, table)
            if figures is not None and (under_header or stacked):
                if (
                    (has_loose_figures_below(items, index) and not is_printed_below(items, index, figures))
                    or has_figures_beside(items, index, figures)
                    or begins_behind_labels(figures, item, as_printed, table)
                    or (not found and has_row_above(items, index, lines, table))
                ):
                    figures = []
                cut = cut if found else may_be_cut(items, index, figures)
                order = stacked or order_over(items, index, lines, floor, table)
                order = order_of_equal_groups(order, [cell.text.strip() for cell in figures], table)
                found.append((item, figures, order))
            elif ends_in_figure and not under_header:
                floor = item.line_end
    labelled = read_row_table(as_printed, lines, form, table_no)
    _doubt_blank(labelled, as_printed)
    complete = len(labelled.cells) == width and all(c.status == "reported" for c in labelled.cells.values())
    if complete and (not found or isinstance(found[0][2], str) or len(found[0][1]) != width):
        return labelled
    if not found:
        return (
            read_split_row(items, lines, table)
            or read_fewer_columns(items, table)
            or (None if labelled.cells else read_turned_table(items, lines, form, table_no))
            or labelled
        )
    item, figures, order = found[0]
    reading = TableReading(table_no, layout=item.layout)  # type: ignore[union-attr]
    reading.lines.update(range(item.line_start, item.line_end + 1))
    keys = [(row, column) for block in table.blocks for row in block.rows for column in block.columns]
    if isinstance(order, str) or len(figures) != width:
        fewer = read_fewer_columns(items, table) if len(found) == 1 else None
        return fewer or _in_doubt(reading, item, order, f"{len(figures)}/{width}", keys)
    keys_of_form = [(row.key, column.key) for row, column in keys]
    left_open = None
    if order == keys_of_form:
        order, left_open = order_of_all_labels(items, item, figures, lines, table) or (order, None)
    _read_figures(reading, item, dict(zip(order, figures, strict=True)), {order[i] for i in cut}, keys)
    doubt_padded_row(item, reading, items)
    if left_open:
        _doubt_rows(reading, item, *left_open)
    _doubt_named_below(reading, item, lines, table)
    _confront(reading, found[1:], keys, width)
    if len(labelled.cells) == width:
        _confront_labelled(reading, labelled)
    return reading


def _read_figures(
    reading: TableReading,
    item: Item,
    figure_of: Mapping[tuple[str, str], Cell],
    cut: Collection[tuple[str, str]],
    keys: list[tuple[Row, Column]],
) -> None:
    """The cells of the figures, those in doubt that may lack digits."""
    for row, column in keys:
        read = read_cell(figure_of[row.key, column.key], column)
        if (row.key, column.key) in cut:
            where = {"line": read.line_start, "row": row, "column": column}
            reading.note("digits-split", row_key=row.key, col_key=column.key, **where)
            read = uncertain("digits-split", item.line_start, item.line_end)
        reading.cells[CellKey(reading.table_no, row.key, column.key)] = read
        reading.note_unparsed(row, column, read)


def _rows_of_figures(items: list[Item], width: int, table: Table) -> list[Item]:
    """The items without cells, rows and years about the row that are none of it."""
    return without_sum(one_year_each(unwrapped(without_column_numbers(items, table)), width), width, table)


def _in_doubt(reading: TableReading, item: Item, order: Order, count: str, keys: list) -> TableReading:  # type: ignore[type-arg]
    """All cells in doubt: for what the header says, or for `count`, the figures that there are of those of the form."""
    unclear = isinstance(order, str)
    code = "header-unclear" if unclear else "table-unreadable"
    reading.note(code, line=item.line_start, detail=order if unclear else count)
    doubt = uncertain(code, item.line_start, item.line_end)
    reading.cells = {CellKey(reading.table_no, row.key, column.key): doubt for row, column in keys}
    return reading


def _doubt_rows(reading: TableReading, item: Item, labels: str, rows: Collection[str]) -> None:
    """The cells of rows of which labels leave open which they are."""
    reading.note("header-unclear", line=item.line_start, detail=labels)
    for key in reading.cells:
        if key.row_key in rows:
            reading.doubt(key, "header-unclear", item.line_start)


def _doubt_blank(labelled: TableReading, items: Sequence[Item]) -> None:
    """Rows with labels are not known to be blank where figures stand right below them: the labels may be a header's."""
    blank = [key for key, cell in labelled.cells.items() if cell.status == "blank"]
    end = max(labelled.lines, default=0)
    below = [i for i in items if not isinstance(i, Prose) and end < i.line_start <= end + NEAR]
    figures = next((i for i in below if has_figure(i.cells)), None)
    if blank and figures is not None:
        labelled.note("table-unreadable", line=figures.line_start, detail="figures below labels")
        for key in blank:
            labelled.doubt(key, "table-unreadable", figures.line_start)


def _doubt_named_below(reading: TableReading, item: Item, lines: Sequence[str], table: Table) -> None:
    """Rows are not known to be blank whose labels stand only below the figures: theirs stand below those."""
    above = squash("".join(lines[max(0, item.line_start - HEADER_LINES) : item.line_start]))
    below = squash("".join(lines[item.line_end : item.line_end + NEAR]))
    for row, keys in table.keys:
        is_blank = all(reading.cells[key].status == "blank" for key in keys)
        if is_blank and squash(row.zh) in below and squash(row.zh) not in above:
            reading.note("table-unreadable", line=item.line_end, detail=row.zh)
            for key in keys:
                reading.doubt(key, "table-unreadable", item.line_end)


def _last_written(item: GridRow | Run) -> str:
    if isinstance(item, GridRow):
        return item.cells[item.written[-1]].text if item.written else ""
    return next((c.text for c in item.cells[::-1] if c.text.strip()), "")


def _confront(reading: TableReading, others: list, keys: list, width: int) -> None:  # type: ignore[type-arg]
    """A second print of the table that differs makes the cells in question uncertain."""
    for item, figures, order in others:
        if isinstance(order, str) or len(figures) != width:
            own = [reading.cells[CellKey(reading.table_no, row.key, c.key)].raw or "" for row, c in keys]
            if [cell.text.strip() for cell in figures] != own:
                for key in list(reading.cells):
                    reading.doubt(key, "table-repeated", item.line_start)
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
        reading.cells[key] = uncertain("table-repeated", line, line)
    if differ:
        reading.note("table-repeated", line=min(labelled.lines))


def _under_own_labels(items: list[Item], index: int, table: Table) -> GridRow | None:
    """The cells of a row under the labels of its block, where these stand in a grid of more columns (underlabels.py)."""
    item = items[index]
    if not isinstance(item, GridRow) or item.words:
        return None
    above = [row for row in items[max(0, index - NEAR) : index] if isinstance(row, GridRow)]
    own = [row for row in above if row.block == item.block]
    labels = [row for row in own if row.words == row.written]
    return under_label_cells(item, labels[-_LABEL_ROWS:], table)


def _cells_above(items: list[Item], index: int) -> list[str]:
    """The texts of the cells above a row in its block, where a label may stand on several lines."""
    item = items[index]
    if not isinstance(item, GridRow):
        return []
    near = [row for row in items[max(0, index - NEAR) : index] if isinstance(row, GridRow)]
    return [cell.text for row in near if row.block == item.block for cell in row.cells]


def names_columns(above: list[str], table: Table) -> bool:
    """Whether the lines above name the table's columns or its rows."""
    letters = "".join(map(_letters, above))
    rows = [row for row in table.rows if row.zh in letters]
    if len(rows) != 1:
        return len(rows) > 1
    return len([column for column in table.columns if column.zh in letters]) >= 3


@remembering
def _letters(line: str) -> str:
    """The letters of a line, without the tags of a page between them."""
    return _NO_LETTER.sub("", squash(_TAG.sub("", line)))
