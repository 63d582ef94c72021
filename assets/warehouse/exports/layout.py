"""Where the official form prints what: its tables as boxes in a grid of rows and columns.

Belongs here: places and labels, derived from schemas.forms. Does not belong here: figures, colours, spreadsheets (formsheets.py, yearbook.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.form import Block, CellKey, Column, Label, Row, Table

# Labels of table 3 stand in three columns: group, subgroup, item.
LABELS = 3


@dataclass(frozen=True)
class Box:
    """A box at (row, column), from 0, over `rows` x `columns`: a label, of a single row of figures if `is_item`, or the place of a cell."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    label: str = ""
    key: CellKey | None = None
    is_item: bool = False


def boxes(table: Table) -> tuple[list[Box], int]:
    """(the boxes of a table as the form prints it, its height in rows)."""
    if table.one_row:
        return _side_by_side(table)
    if any(block.clause for block in table.blocks):
        return _by_clause(table)
    return _nested(table)


def _cell(table: Table, row: Row, column: Column, place: tuple[int, int], columns: int = 1) -> Box:
    return Box(*place, columns=columns, key=CellKey(table.no, row.key, column.key))


def _by_clause(table: Table) -> tuple[list[Box], int]:
    """Table 2: under each clause its columns and rows; the last column is as wide as it takes to fill the table."""
    width = max(len(block.columns) for block in table.blocks)
    found: list[Box] = []
    line = 0
    for block in table.blocks:
        spans = [1] * (len(block.columns) - 1) + [width - len(block.columns) + 1]
        clause = block.clause.zh if block.clause else ""
        found += [
            Box(line, 0, columns=LABELS + width, label=clause),
            Box(line + 1, 0, columns=LABELS, label=table.header),
        ]
        for number, column in enumerate(block.columns):
            found.append(Box(line + 1, LABELS + number, columns=spans[number], label=column.zh))
        for down, row in enumerate(block.rows, start=line + 2):
            found.append(Box(down, 0, columns=LABELS, label=row.zh, is_item=True))
            found += [
                _cell(table, row, column, (down, LABELS + number), spans[number])
                for number, column in enumerate(block.columns)
            ]
        line += 2 + len(block.rows)
    return found, line


def _nested(table: Table) -> tuple[list[Box], int]:
    """Table 3: three header rows, and labels of groups beside the rows they span."""
    [block] = table.blocks
    heads = _heads(table, block)
    found = [
        Box(0, 0, 3, LABELS, table.note or ""),
        Box(0, LABELS, 1, len(block.columns), table.header),
        *heads,
    ]
    above = {row.key: tuple(reversed(table.ancestors(row.key))) for row in block.rows}
    opened: set[str] = set()
    for down, row in enumerate(block.rows, start=3):
        groups = above[row.key]
        for depth, group in enumerate(groups):
            if group.key not in opened:
                opened.add(group.key)
                spanned = sum(group in chain for chain in above.values())
                found.append(Box(down, depth, spanned, 1, group.zh))
        found.append(Box(down, len(groups), 1, LABELS - len(groups), row.zh, is_item=True))
        found += [_cell(table, row, column, (down, LABELS + n)) for n, column in enumerate(block.columns)]
    return found, 3 + len(block.rows)


def _heads(table: Table, block: Block) -> list[Box]:
    """The column headers of table 3: a group above its columns, any other column over both rows."""
    groups = {group.key: group for group in table.groups}
    found: list[Box] = []
    for number, column in enumerate(block.columns, start=LABELS):
        if column.group is None:
            found.append(Box(1, number, 2, 1, column.zh))
            continue
        if not any(box.label == groups[column.group].zh for box in found):
            spanned = sum(other.group == column.group for other in block.columns)
            found.append(Box(1, number, 1, spanned, groups[column.group].zh))
        found.append(Box(2, number, 1, 1, column.zh))
    return found


def _side_by_side(table: Table) -> tuple[list[Box], int]:
    """Table 4: its rows one beside the other, in one printed row of figures under three header rows."""
    [block] = table.blocks
    width = len(block.columns)
    found: list[Box] = []
    opened: set[str] = set()
    for number, row in enumerate(block.rows):
        left = number * width
        groups: list[Label] = list(reversed(table.ancestors(row.key)))
        for group in groups:
            if group.key not in opened:
                opened.add(group.key)
                spanned = sum(other.parent == row.parent for other in block.rows)
                found.append(Box(0, left, 1, spanned * width, group.zh))
        depth = len(groups)
        found.append(Box(depth, left, 1, width, row.zh))
        for along, column in enumerate(block.columns, start=left):
            found.append(Box(depth + 1, along, 2 - depth, 1, column.zh))
            found.append(_cell(table, row, column, (3, along)))
    return found, 4
