"""Figures that are named one by one: each stands beside its row and its column, or at the end of a path of names.

So print tables in long form (row, column, figure), YAML, `row: column figure, column figure` and paths. From such leaves rows
are made under a header of the names as they are printed, and these are read like any others: a name that is no column
stays in the header, a column that is named twice begins another row, and what contradicts itself is seen there. Belongs here: telling
that leaves name rows and columns of the form. Does not belong here: finding leaves in plain lines (keyed.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assets.extract.byname.clauselabels import without_clause
from assets.extract.byname.joinednames import names_apart
from assets.extract.byname.leaves import (
    GLOSS,
    OTHER_YEAR,
    SURE,
    Leaf,
    block_of,
    columns_of,
    in_order,
    is_column,
    is_of_another_year,
    usual_columns,
)
from assets.extract.headers.columnnames import group_matcher, other_header_matcher
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, has_figure
from assets.extract.numbers import UNITS, looks_like_figure
from schemas.form import Form, Table

# So many rows and figures of one table are no chance.
_LEAST_ROWS, _LEAST_LEAVES = 3, 5
# So large a share of the rows of a long table must name a row and a column; so large a one the other way round is doubt.
_LEAST_SHARE, _DOUBT = 0.9, 0.5
# A longer text in the place of a figure is prose.
_LONGEST_WORD = 16
# Parts of a path: the names of columns have some of these in them.
_PARTS = re.compile(r"[/\\>→»|_:：·.\-—–]{1,2}")


@dataclass
class _Row:
    """The leaves of one row; last year's are not asked for, and nobody else is to read them.

    `is_sure` tells that its label is one to the letter.
    """

    table: str
    label: str
    leaves: list[Leaf]
    is_asked_for: bool = True
    is_sure: bool = True

    @property
    def names(self) -> list[str]:
        """The names of its figures, in an order that does not go by that of the text."""
        return sorted(squash(leaf.name.text) for leaf in self.leaves)


def rows_of(named: Sequence[Leaf], form: Form, layout: str, block: int) -> tuple[list[GridRow], set[int]]:
    """Headers and rows made of the leaves that name rows of the form, and the lines that they stand on."""
    rows: list[GridRow] = []
    used: set[int] = set()
    found = _rows(named, form)
    sizes = Counter(row.table for row in found)
    figures = Counter(row.table for row in found for _ in row.leaves)
    header: list[str] = []
    at = ""
    tables = {table.no: table for table in form.tables}
    for row in found:
        row.leaves = in_order(row.leaves, form, tables[row.table])
    of_rows = [
        (block_of(row.label, form, tables[row.table]), columns_of(row.leaves, form, tables[row.table]))
        for row in found
    ]
    usual = usual_columns(of_rows)
    for row, (of_block, columns) in zip(found, of_rows, strict=True):
        if sizes[row.table] < _LEAST_ROWS or figures[row.table] < _LEAST_LEAVES:
            continue
        used |= {line for leaf in row.leaves for line in leaf.lines}
        if not row.is_asked_for:
            continue
        leaves = row.leaves
        if columns != usual[of_block]:
            # a name that others have is not there, or not told from a figure: whose its figures are is not sure
            first, last = leaves[0].figure, leaves[-1].figure
            words = " ".join(f"{leaf.name.text} {leaf.figure.text}" for leaf in leaves)
            said = Cell(words, first.line_start, last.line_end)
            label = Cell(row.label, first.line_start, first.line_start)
            rows.append(GridRow([label, said], layout, block))
            continue
        names = [squash(leaf.name.text) for leaf in leaves]
        if row.table != at or names != header:
            header, at = names, row.table
            first = leaves[0].name
            blank = Cell("", first.line_start, first.line_end)
            rows.append(GridRow([blank, *(leaf.name for leaf in leaves)], layout, block))
        first = leaves[0].figure
        cells = [leaf.figure for leaf in leaves]
        rows.append(GridRow([Cell(row.label, first.line_start, first.line_start), *cells], layout, block))
    return rows, used


def _rows(leaves: Iterable[Leaf], form: Form) -> list[_Row]:
    """The leaves by the row that is named above them; a column that is named again begins another row."""
    found: list[_Row] = []
    open_rows: dict[tuple[str, tuple[str, ...]], _Row] = {}
    tables = {table.no: table for table in form.tables}
    for leaf in leaves:
        is_sure = (place := _place(leaf.path, leaf.name.text, form)) is not None
        if place is None and (place := _damaged(leaf.path, leaf.name.text, form)) is None:
            continue
        table, path = place
        row = open_rows.get(place)
        if row is None or any(squash(other.name.text) == squash(leaf.name.text) for other in row.leaves):
            asked_for = not any(is_of_another_year(part, tables[table]) for part in path[:-1])
            row = open_rows[place] = _Row(table, path[-1], [], asked_for, is_sure)
            found.append(row)
        row.leaves.append(leaf)
    sure = {(row.table, *row.names) for row in found if row.is_sure}
    return [
        row
        for row in found
        if (row.table, *row.names) in sure
        and sum(is_column(x.name.text, form, tables[row.table]) for x in row.leaves) >= len(row.leaves) / 2
    ]


def _place(path: tuple[str, ...], name: str, form: Form) -> tuple[str, tuple[str, ...]] | None:
    """The table and the path down to the row, where nothing but labels over columns stands between it and the name.

    A path that several tables have a row for is of the one that has the column.
    """
    places: list[tuple[bool, str, tuple[str, ...]]] = []
    for table in form.tables:
        own = (*path[:-1], without_clause(path[-1], form, table)) if path else path
        own = _without_groups(own, form, table)
        if own and _is_row(own[-1], form, table):
            places.append((is_column(name, form, table), table.no, own))
    places.sort(key=lambda place: not place[0])
    return places[0][1:] if places else None


def _damaged(path: tuple[str, ...], name: str, form: Form) -> tuple[str, tuple[str, ...]] | None:
    """The place of a leaf whose row has a label that lost letters; no place where another year is named."""
    for table in form.tables if path else ():
        down = _without_groups(path, form, table)
        label = down[-1] if down and is_column(name, form, table) else ""
        match = row_matcher(form.id, table.no).match(label) if label else None
        if match is None:
            continue
        own = next(row for row in table.rows if row.key == match.key)
        of_others = set(OTHER_YEAR.findall(label)) - set(OTHER_YEAR.findall("".join(own.wordings)))
        return None if of_others else (table.no, down)
    return None


def _without_groups(path: tuple[str, ...], form: Form, table: Table) -> tuple[str, ...]:
    """The path without the labels over columns at its end."""
    while path and not _is_row(path[-1], form, table) and _is_over_columns(path[-1], form, table):
        path = path[:-1]
    return path


def _is_over_columns(text: str, form: Form, table: Table) -> bool:
    return bool(
        group_matcher(form.id, table.no).match(text) or other_header_matcher(form.id, table.no).match(text)
    )


def _is_row(text: str, form: Form, table: Table) -> bool:
    match = row_matcher(form.id, table.no).match(text)
    return match is not None and match.score >= SURE and not GLOSS.search(text)


def cut_path(text: str, form: Form) -> tuple[str, str] | None:
    """A path cut before the name of a column at its end."""
    for found in _PARTS.finditer(text):
        head, tail = text[: found.start()].strip(), text[found.end() :].strip()
        if head and any(is_column(tail, form, table) for table in form.tables):
            return head, tail
    return None


def without_long_form(items: list[Item], form: Form) -> list[Item]:
    """The items, rows of a label, a column's name and one figure made into rows of the form."""
    out: list[Item] = []
    for _, group in groupby(
        items, key=lambda item: (type(item), item.block if isinstance(item, GridRow) else 0)
    ):
        block = list(group)
        grid = [item for item in block if isinstance(item, GridRow)]
        out += (_from_long(grid, form) if len(grid) >= _LEAST_LEAVES else None) or block
    return out


def _from_long(rows: list[GridRow], form: Form) -> list[GridRow] | None:
    figures = [cells for row in rows if (cells := _named_figure(row))]
    if len(figures) < _LEAST_SHARE * len(rows) - 1 or len(figures) < _LEAST_LEAVES:
        return None
    figures = _with_words(rows, figures, form)
    taken = {cells[-1].line_start for cells in figures}
    rest = [row for row in rows if row.cells[-1].line_start not in taken]
    if OTHER_YEAR.search(" ".join(cell.text for row in rest for cell in row.cells)):
        return None
    apart = names_apart(figures, lambda text: _is_name(text, form))
    # a path is cut before the name of its column, so that labels over columns stand where they are known as such
    paths = _as_path(figures, form)
    is_path = all(len(names) == 1 for *names, _ in figures) and len(paths) >= _LEAST_SHARE * len(figures)
    others = (_column_first,) if is_path else (_as_path, _row_first, _column_first)
    orders = [leaves for order in others if (leaves := order(apart, form))]
    orders = [paths, *orders] if is_path else orders
    known = [(len(_known(leaves, form)) / len(figures), n) for n, leaves in enumerate(orders)]
    known.sort(reverse=True)
    if not known or known[0][0] < _LEAST_SHARE or (known[1:] and known[1][0] > _DOUBT):
        return None
    made, _ = rows_of(orders[known[0][1]], form, rows[0].layout, rows[0].block)
    return made or None


def _with_words(rows: list[GridRow], figures: list[list[Cell]], form: Form) -> list[list[Cell]]:
    """The figures, among them the short words that stand in the place of one beside the name of a column."""
    by_line = {cells[-1].line_start: cells for cells in figures}
    width = Counter(len(cells) for cells in figures).most_common(1)[0][0]
    for row in rows:
        cells = row.cells
        if cells[-1].line_start in by_line or len(cells) != width or len(cells[-1].text) > _LONGEST_WORD:
            continue
        parts = [_PARTS.split(cell.text)[-1].strip() for cell in cells[-3:-1]]
        if any(is_column(part, form, table) for part in parts for table in form.tables):
            by_line[cells[-1].line_start] = list(cells)
    return [by_line[line] for line in sorted(by_line)]


def _is_name(text: str, form: Form) -> bool:
    return any(is_column(text, form, table) or _is_row(text, form, table) for table in form.tables)


def _known(leaves: list[Leaf], form: Form) -> list[Leaf]:
    return [leaf for row in _rows(leaves, form) for leaf in row.leaves]


def _named_figure(row: GridRow) -> list[Cell] | None:
    """The names of a row and its only figure, or the blank in its place; a unit behind it is left out."""
    cells = row.cells
    while len(cells) > 1 and squash(cells[-1].text) in UNITS:
        cells = cells[:-1]
    if cells[-1].text.strip() and not looks_like_figure(cells[-1].text):
        return None
    texts = map(str.strip, [cell.text for cell in cells[:-1]])
    names = [cell for cell, text in zip(cells[:-1], texts, strict=True) if text]
    if not names or has_figure(names[-2:]):
        return None
    return [*names, cells[-1]]


def _as_path(figures: list[list[Cell]], form: Form) -> list[Leaf]:
    leaves = []
    for *names, figure in figures:
        if cut := cut_path(names[-1].text, form):
            name = Cell(cut[1], names[-1].line_start, names[-1].line_end)
            leaves.append(Leaf((*(n.text for n in names[:-1]), cut[0]), name, figure))
    return leaves


def _row_first(figures: list[list[Cell]], _form: Form) -> list[Leaf]:
    return [Leaf(tuple(n.text for n in names), name, figure) for *names, name, figure in figures if names]


def turned(leaves: Iterable[Leaf]) -> list[Leaf]:
    """The leaves whose columns are named above their rows, with the row above."""
    return [
        Leaf(
            (*leaf.path[:-1], leaf.name.text),
            Cell(leaf.path[-1], leaf.name.line_start, leaf.name.line_end),
            leaf.figure,
        )
        for leaf in leaves
        if leaf.path
    ]


def _column_first(figures: list[list[Cell]], _form: Form) -> list[Leaf]:
    return [
        Leaf((*(n.text for n in names), label.text), name, figure)
        for *names, name, label, figure in (cells for cells in figures if len(cells) > 2)
    ]
