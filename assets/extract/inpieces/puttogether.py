"""One reading of a table from the small ones that it is printed as.

A cell that two of them print differently is in doubt, and so is all that comes behind words that nobody understands: they may say that
what follows is another's. Asked for only where the usual reading left cells open. Does not belong here: what one small table
says (smalltables.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assets.extract.cells import CellReading, TableReading, read_cell, uncertain
from assets.extract.inpieces.columnpieces import read_column_pieces
from assets.extract.inpieces.smallcells import Named, last_group, named_cells, said_above
from assets.extract.inpieces.smallnames import SmallNames, is_prose, small_names
from assets.extract.inpieces.smallrows import SmallRow, small_rows
from assets.extract.inpieces.smalltables import COLUMN, ROW, SmallTable, small_tables
from assets.extract.inpieces.turnedgrid import read_turned_grid
from assets.extract.model import Item
from assets.extract.sections import headings
from schemas.form import CellKey, Column, Form, Table

# So many tables whose captions name what their cells lack are no chance; so many names make a table a turned one.
_LEAST_CAPTIONED, _LEAST_TURNED = 2, 3
# So many cells that small tables tell are no chance.
_LEAST_CELLS = 8
# A header that is printed again on each page is not printed so often.
_LEAST_HEADERS = 8

# Why a cell is in doubt that is printed twice, or below words that may say that it is another's.
_CONFLICT, _UNCLEAR = "row-repeated", "header-unclear"
# Why those of a row are whose figures may go on elsewhere.
_SPLIT = "row-split"


def read_small_tables(  # noqa: PLR0913 - the reading and its context
    reading: TableReading,
    items: Sequence[Item],
    lines: list[str],
    form: Form,
    table: Table,
    several: Mapping[int, str],
) -> TableReading:
    """The reading of a table, with what small tables say where it does not know; the reading itself where there are none.

    `several` are the words that return in rows, by their lines: none may be anything but names.
    """
    if table.one_row or len(table.blocks) > 1:
        return reading
    if reading.is_whole(table.cells) and not _is_named_often(lines, table):
        return reading
    first, end = _section(lines, table)
    names = small_names(form.id, table.no)
    returning = {word for line, words in several.items() if first <= line < end for word in words.split("、")}
    if not all(map(names.is_of_small, returning)):
        return reading
    rows = small_rows(items, lines, first, end, names)
    pieces = read_column_pieces(rows, items, form, table, names)
    pieces = pieces or read_turned_grid(rows, items, form, table, names)
    if pieces and (not reading.lines or _is_within(reading.lines, pieces.lines)):
        return _joined(reading, pieces, table)
    tables, behind = small_tables(rows, names)
    tables = [each for each in tables if each.axis_of_labels or each.axis_of_header]
    if not _are_pieces(tables, names, table):
        return reading
    found = _cells(tables, behind, form, table)
    if reading.lines and found.lines and not _is_within(reading.lines, found.lines):
        return reading  # the table itself stands elsewhere, and these are of something else
    told = [key for key, cell in found.cells.items() if cell.status != "uncertain"]
    for key in told if len(told) < _LEAST_CELLS else ():
        found.doubt(key, _UNCLEAR, found.cells[key].line_start)
    return _joined(reading, found, table) if found.cells else reading


def _is_named_often(lines: Sequence[str], table: Table) -> bool:
    """Whether lines name a column again and again, as headers of small tables do; a label above each may say more than that."""
    name = max((column.zh for column in table.columns), key=len)
    return len([line for line in lines if name in line]) >= _LEAST_HEADERS


def _is_within(lines: set[int], others: set[int]) -> bool:
    """Whether lines lie between the first and the last of others."""
    return min(others) <= min(lines) and max(lines) <= max(others)


def _section(lines: list[str], table: Table) -> tuple[int, int]:
    """The first line of the section of a table and the one behind its last; all lines where it has no heading."""
    heads = headings(lines, set())
    for at, (line, no) in enumerate(heads):
        if str(no) == table.no:
            return line + 1, heads[at + 1][0] if at + 1 < len(heads) else len(lines) + 1
    return 1, len(lines) + 1


def _are_pieces(tables: Sequence[SmallTable], names: SmallNames, table: Table) -> bool:
    """Whether small tables are pieces of one: by their captions, by being turned, or by the columns that each of them lacks."""
    captioned = Counter(each.from_caption for each in tables if each.from_caption)
    if captioned and max(captioned.values()) >= _LEAST_CAPTIONED:
        return True
    if _share_columns([each for each in tables if each.is_usual], names, table):
        return True
    return any(
        (each.axis_of_labels, each.axis_of_header) == (COLUMN, ROW)
        and each.header is not None
        and min(len(each.rows), len(each.header.cells)) >= _LEAST_TURNED
        for each in tables
    )


def _share_columns(tables: Sequence[SmallTable], names: SmallNames, table: Table) -> bool:
    """Whether tables with the form's rows have some of its columns each, no two of them the same."""
    columns = [
        {names.column(cell.text) for cell in each.header.cells} - {None} for each in tables if each.header
    ]
    seen = {key for own in columns for key in own}
    is_apart = sum(map(len, columns)) == len(seen)
    return (
        len(columns) >= _LEAST_CAPTIONED
        and is_apart
        and min(len(each.rows) for each in tables) > len(table.rows) / 2
    )


def _cells(
    tables: Sequence[SmallTable], behind: Sequence[SmallRow], form: Form, table: Table
) -> TableReading:
    names = small_names(form.id, table.no)
    reading = TableReading(table.no)
    columns = {column.key: column for column in table.columns}
    layouts: Counter[str] = Counter()
    in_doubt, group = False, ""
    unnamed = {
        each.from_caption for each in tables if each.from_caption and _lacks_caption(each, form, table)
    }
    if tables[-1].from_caption and _names_what_is_above(behind, tables[-1].from_caption, names):
        unnamed.add(tables[-1].from_caption)
    for each in tables:
        found, is_strange = named_cells(each, names, group)
        group = last_group(each.captions, names, group)
        in_doubt = in_doubt or is_strange
        is_sure = not in_doubt and each.from_caption not in unnamed
        is_loose = any(row.is_loose for row in each.rows) and any(n.cell is None for n in found)
        for named in found:
            key = CellKey(table.no, named.row, named.column)
            new = _read(named, key, columns, is_sure=is_sure and not is_loose)
            old = reading.cells.get(key)
            if old is not None and (old.status, old.value) != (new.status, new.value):
                new = uncertain(_CONFLICT, named.line, named.line)
            reading.cells[key] = new
        if found:
            layouts.update(row.layout for row in each.rows)
            for row in (*each.rows, *([each.header] if each.header else [])):
                reading.lines.update(range(row.line, row.cells[-1].line_end + 1))
    if layouts:
        reading.layout = max(layouts, key=lambda k: (layouts[k], k))
    return reading


def _names_what_is_above(behind: Sequence[SmallRow], axis: str, names: SmallNames) -> bool:
    """Whether the words behind the last table end with a name that its cells lack: captions may stand below their tables.

    Labels may stand behind such a name: those of a table whose figures were all blank.
    """
    for word in reversed(behind):
        text = word.cells[0].text
        row, column = names.row(text), names.column(text)
        if column if axis == COLUMN else row:
            return True
        if row or column:
            return False
    return False


def _lacks_caption(each: SmallTable, form: Form, table: Table) -> bool:
    """Whether nothing above a small table says what its cells lack: then captions may stand below their tables."""
    names = small_names(form.id, table.no)
    said, _ = said_above(each.captions, each.from_caption, names, "")
    texts = [word.cells[0].text for word in each.captions]
    return said is None and all(
        (names.is_frame(text) and not names.is_group(text)) or is_prose(text) for text in texts
    )


def _read(named: Named, key: CellKey, columns: Mapping[str, Column], *, is_sure: bool) -> CellReading:
    if named.cell is None or not is_sure:
        return uncertain("row-short" if named.cell is None else _UNCLEAR, named.line, named.line)
    return read_cell(named.cell, columns[key.col_key])


def _joined(reading: TableReading, found: TableReading, table: Table) -> TableReading:
    """Both readings in one; where they say different things, neither is given."""
    known = {key: cell for key, cell in reading.cells.items() if cell.status != "uncertain"}
    joined = TableReading(table.no, dict(reading.cells), found.layout, reading.lines | found.lines)
    if known:
        joined.findings = list(reading.findings)
        joined.layout = reading.layout
    for key, cell in found.cells.items():
        old = known.get(key)
        is_split = key in reading.cells and reading.cells[key].reason == _SPLIT
        if old is None and is_split and cell.status == "blank":
            continue  # what stands in it may be below the end of a page
        if old is None:
            joined.cells[key] = cell
        elif (old.status, old.value) != (cell.status, cell.value) and (
            cell.status != "uncertain" or cell.reason in (_CONFLICT, _UNCLEAR)
        ):
            joined.doubt(key, cell.reason or _CONFLICT, old.line_start)
    rows, columns = {r.key: r for r in table.rows}, {c.key: c for c in table.columns}
    for key, cell in joined.cells.items():
        if key not in known:
            joined.note_unparsed(rows[key.row_key], columns[key.col_key], cell)
    return joined
