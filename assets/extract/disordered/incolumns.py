"""Reading a table whose columns were printed one after the other: a column's name, then its figures one a line.

Programs that follow the columns of a page leave table 2 so: all labels in one place, then each column as a paragraph
of its own. It is read only where the text proves it: the labels stand in the order of the form without a strange one
among them, every block that has a column of this name shows it, and each paragraph holds exactly as many figures as
its block has rows. A blank vanishes and leaves a column one short: then that name's columns are not read at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assets.extract.cells import TableReading, read_cell
from assets.extract.disordered.amonglabels import among_labels
from assets.extract.disordered.shiftedcolumns import in_step
from assets.extract.labels import ascii_width, squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.places.positions import display_width
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.wordlines import word_lines
from schemas.form import Block, CellKey, Column, Form, Table, forms

LAYOUT = "columns"
_UNIT = re.compile(r"\((?:单位:)?(?:亿元|万元|元)\)$")
# A page's number, whose words a program may set on two lines.
_PAGE = re.compile(r"第[0-9]{1,4}(?:页共[0-9]{1,4}页?)?")


def read_columns(reading: TableReading, lines: list[str], form: Form) -> None:
    """Add to a reading the cells of columns that stand by themselves, where they are proved and nothing is known."""
    table = form.table(reading.table_no)
    headers = _headers(table)
    found = _columns(lines, headers)
    if not found or not _labels_are_whole(lines, form, table, headers):
        return
    rows = among_labels(lines, table)
    found = in_step(found, lines, form, table, lambda line: headers.get(_column_name(line)))
    for column in {c.key: c for block in table.blocks for c in block.columns}.values():
        blocks = [block for block in table.blocks if column in block.columns]
        groups = found.get(column.key, [])
        if [len(group) - 1 for group in groups] == [len(block.rows) for block in blocks]:
            for block, group in zip(blocks, groups, strict=True):
                if rows and not rows.isdisjoint(cell.line_start for cell in group[1:]):
                    continue  # they may be a row, with its label below
                _add(reading, block, column, group)


@cache
def _headers(table: Table) -> dict[str, str]:
    """The column of each name."""
    return {_name(w): c.key for block in table.blocks for c in block.columns for w in c.wordings}


def _add(reading: TableReading, block: Block, column: Column, group: list[Cell]) -> None:
    header, *figures = group
    for row, figure in zip(block.rows, figures, strict=True):
        key = CellKey(reading.table_no, row.key, column.key)
        cell = read_cell(figure, column, header.text)
        if reading.is_open(key):
            reading.cells[key] = cell
            reading.note_unparsed(row, column, cell)
        elif ((known := reading.cells[key]).status, known.value) != (cell.status, cell.value):
            reading.doubt(key, "row-repeated", cell.line_start)
            reading.note(
                "row-repeated", line=known.line_start, row_key=row.key, row=row, other=cell.line_start
            )
    reading.layout = reading.layout or LAYOUT
    reading.lines.update(range(header.line_start, figures[-1].line_end + 1))


def _columns(lines: list[str], headers: dict[str, str]) -> dict[str, list[list[Cell]]]:
    """Column key -> its paragraphs, each the header and the figures right below it.

    A name that stands anywhere else than over such a paragraph counts too, as a paragraph without figures.
    """
    found: dict[str, list[list[Cell]]] = {}
    for at, name in _named(lines):
        key, line = headers.get(name), lines[at]
        if key is None:
            continue
        group = [Cell(line.strip(), at + 1, at + 1)]
        if not at or not lines[at - 1].strip() or lines[at - 1].strip()[0].isdigit():
            group += _figures_below(lines, at)
        found.setdefault(key, []).append(group)
    return found if any(len(group) > 1 for groups in found.values() for group in groups) else {}


def _figures_below(lines: list[str], at: int) -> list[Cell]:
    """The figures below a header up to an empty line or the next name; none where a figure may have been cut.

    The header fits its column in one line, so a figure that is narrower was not cut.
    """
    width = display_width(ascii_width(lines[at].strip()))
    cells: list[Cell] = []
    for number, line in enumerate(lines[at + 1 :], at + 2):
        text = line.strip()
        if not text or not looks_like_figure(text):
            return cells if not text or not text[0].isdigit() else []
        if display_width(text) >= width:
            return []
        cells.append(Cell(text, number, number))
    return cells


def _labels_are_whole(lines: list[str], form: Form, table: Table, headers: dict[str, str]) -> bool:
    """Whether each block's rows stand together, in order, with no other words before the next block or table."""
    printed = [
        squash(line)
        for line in lines
        if line.strip() and not looks_like_figure(line.strip()) and not is_furniture(line)
    ]
    often = Counter(printed)
    clauses = [w for block in table.blocks if block.clause for w in map(squash, block.clause.wordings)]
    corner = squash(table.header)
    kept = {corner, *clauses, *(squash(w) for row in table.rows for w in row.wordings)}
    # a name of a column has its figures below it; a line that returns without being a label is a running head
    text = "".join(w for w in printed if _name(w) not in headers and (often[w] < 2 or w in kept))
    text = _PAGE.sub("", text)
    others = [other for other in form.tables if other is not table]
    titles = [w for other in others for w in (other.zh, other.header, *other.aliases)]
    after = "|".join(map(re.escape, [corner, *clauses, *headers, *map(squash, titles)]))
    for block in table.blocks:
        rows = "".join("(?:" + "|".join(re.escape(squash(w)) for w in r.wordings) + ")" for r in block.rows)
        if len(re.findall(rf"{re.escape(corner)}{rows}(?=(?:[一二三四五六][、.])?(?:{after})|$)", text)) != 1:
            return False
    return True


@remembering_lines
def _named(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines that are the name of a column of any form, as (index, name)."""
    return [(number - 1, name) for number, line in word_lines(lines) if (name := _column_name(line))]


@remembering
def _column_name(line: str) -> str:
    """The name of a column that a line is; empty where it is none."""
    name = _name(line)
    return name if name in _column_names() else ""


@cache
def _column_names() -> frozenset[str]:
    return frozenset().union(*(_headers(table) for form in forms().values() for table in form.tables))


@remembering
def _name(header: str) -> str:
    """A column's name without the unit of money behind it."""
    return _UNIT.sub("", squash(header))
