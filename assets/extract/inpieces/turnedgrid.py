"""A turned table as a grid: the form's rows along the top under the labels of their groups, its columns down the side.

Each label along the top stands below that of its group, or right of where this begins; blank cells are blank, and items may be in any
order, or left out. Nothing is taken from a grid in which anything is not understood. Does not belong here: turned tables whose cells are
not all in the text (turned.py), or in several pieces (smallcells.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.inpieces.columnpieces import group_of, merged_or_lost, texts_of
from assets.extract.inpieces.smallnames import SmallNames, is_prose, may_be_anothers
from assets.extract.inpieces.smallrows import SmallRow
from assets.extract.inpieces.turnednested import read_turned_nested
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from schemas.form import CellKey, Form, Table

_MOST_HEADER = 4


def read_turned_grid(
    rows: Sequence[SmallRow], items: Sequence[Item], form: Form, table: Table, names: SmallNames
) -> TableReading | None:
    """The table from a turned grid; None where there is none, or not all of it is understood."""
    grid = [row for row in rows if row.is_grid and row.written]
    if len(grid) < len(table.columns) or len({row.block for row in grid}) != 1:
        return None
    if any(_may_say_more(row) for row in rows if not row.is_grid and row.line < grid[0].line):
        return None
    end = next((at for at, row in enumerate(grid) if _label(row, names)), 0)
    if not 0 < end <= _MOST_HEADER or any(row.figures for row in grid[:end]):
        return None
    if all(row.cells[0].text.strip() and row.cells[-1].text.strip() for row in grid[:end]):
        return read_turned_nested(grid, end, form, table, names)
    widths = {len(row.cells) for row in grid[end:]}
    if len(widths) != 1 or max(len(row.cells) for row in grid[:end]) > max(widths):
        return None
    places = _places(grid[:end], form, table, names)
    if not places or len(places) <= len(table.rows) / 2:
        return None
    found: dict[str, SmallRow] = {}
    for row in grid[end:]:
        texts = texts_of(row)[: min(places)]
        label = next((text for text in reversed(texts) if text), "")
        key = names.column(label)
        if any(map(looks_like_figure, texts)) or key in found or not (key or names.is_place(label)):
            return None
        found |= {key: row} if key else {}
    if found.keys() != {column.key for column in table.columns}:
        return None
    return _read(found, places, items, table)


def _may_say_more(word: SmallRow) -> bool:
    text = " ".join(cell.text for cell in word.cells)
    return bool(word.figures) or (not is_prose(text) and may_be_anothers(text))


def _label(row: SmallRow, names: SmallNames) -> bool:
    """Whether a row has figures, or begins with the name of a column."""
    return bool(row.figures) or bool(names.column(texts_of(row)[0]))


def _places(
    header: Sequence[SmallRow], form: Form, table: Table, names: SmallNames
) -> Mapping[int, str] | None:
    """The row that each place along the top names, below its groups; None where one is not understood."""
    width = max(len(row.cells) for row in header)
    # cells at the end of a line, below a label that spans lines, may not be in the text
    levels = [[*texts_of(row), *[""] * (width - len(row.cells))] for row in header]
    places: dict[int, str] = {}
    for at in range(len(levels[0])):
        level = next((n for n in reversed(range(len(levels))) if levels[n][at]), None)
        text = levels[level][at] if level is not None else ""
        key = names.row(text) if text else None
        if level is None or key is None:
            if (places and not names.is_item(text)) or (text and not places and not names.is_frame(text)):
                return None
            continue
        above = [next((t for t in reversed(upper[: at + 1]) if t), "") for upper in levels[:level]]
        groups = [group_of(each, form, table) for each in above if each != text]
        if key in places.values() or not {*groups} <= {group.key for group in table.ancestors(key)}:
            return None
        places[at] = key
    return places if places and min(places) > 0 else None


def _read(
    found: Mapping[str, SmallRow], places: Mapping[int, str], items: Sequence[Item], table: Table
) -> TableReading:
    of = {id(item.cells[0]): item for item in items if isinstance(item, GridRow)}
    columns = {column.key: column for column in table.columns}
    reading = TableReading(table.no)
    for key, row in found.items():
        reading.layout = reading.layout or row.layout
        reading.lines.update(range(row.line, row.cells[-1].line_end + 1))
        unsure = merged_or_lost(row, of.get(id(row.cells[0])), places.keys(), min(places))
        for at, row_key in places.items():
            reading.cells[CellKey(table.no, row_key, key)] = (
                uncertain("row-short", row.line, row.line)
                if at in unsure
                else read_cell(row.cells[at], columns[key])
            )
    return reading
