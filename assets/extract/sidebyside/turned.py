"""A table printed with its rows as columns and its columns as rows: results down the side, kinds of case along the top.

No form prints a table so; hence nothing is taken for granted here. All its rows must stand together, each under its
own label and in full, and the header must name every column. Where it does not, the figures are uncertain.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.headers.gridheader import grid_header
from assets.extract.inpieces.smallnames import may_be_anothers
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Prose, has_figure
from assets.extract.numbers import looks_like_figure
from assets.extract.places.columns import place
from assets.extract.places.rowshapes import shown_by
from assets.extract.rows.finding.candidates import Candidate, candidates
from assets.extract.rows.finding.chain import STRONG
from assets.extract.sidebyside.sideways import HEADING
from schemas.form import TURNED, CellKey, Form, Table

_HEADER_LINES = 40
# Letters beside a label that are looked at.
_LONGEST_WORDS = 40


def read_turned_table(items: list[Item], lines: list[str], form: Form, table_no: str) -> TableReading | None:
    """Find the table among the items and read its cells; None where it is not there."""
    table = form.table(table_no + TURNED)
    (block,) = table.blocks
    found = [c for c in candidates(items, form.id, table) if c.options and c.options[0][1] >= STRONG]
    size = len(table.rows)
    starts = [i for i in range(len(found) - size + 1) if _is_whole(found[i : i + size], size)]
    if len(starts) != 1:
        return None
    rows = _by_own_labels(found, starts[0], table)
    if rows is None:
        return None
    reading = TableReading(table_no, layout=rows[0].item.layout)
    reading.lines.update(range(rows[0].line, rows[-1].line_end + 1))
    # a word in one cell is this cell's; those of a body or a year stand in most rows
    of_another = sum(may_be_anothers(_beside_label(c, table)) for c in rows) * 2 > len(rows)
    placed = None if of_another else _columns(items, lines, rows, form, table)
    for candidate in rows:
        row = table.rows[candidate.options[0][0]]
        cells = placed.get(row.key) if placed else None
        for column in block.columns:
            key = CellKey(table_no, column.key, row.key)
            reading.cells[key] = (
                read_cell(cells[column.key], column)
                if cells
                else uncertain(
                    "table-unreadable" if placed else "header-unclear", candidate.line, candidate.line_end
                )
            )
    problems = {cell.reason for cell in reading.cells.values() if cell.status == "uncertain"}
    for code in sorted(filter(None, problems)):
        reading.note(code, line=rows[0].line, detail=f"{size} × {len(block.columns)}")
    official = form.table(table_no)
    for row in official.rows:
        for column in official.columns:
            reading.note_unparsed(row, column, reading.cells[CellKey(table_no, row.key, column.key)])
    return reading


def _beside_label(candidate: Candidate, table: Table) -> str:
    """The words that a row has beside its label and that of its group: a body's name, or a year."""
    item = candidate.item
    cells = item.cells if isinstance(item, GridRow) else ()
    words = [squash(c.text) for c in cells if c.text.strip() and not looks_like_figure(c.text)]
    words = words or squash(getattr(item, "head", "")).split()
    own = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    return "".join(word for word in words if word not in own)[:_LONGEST_WORDS]


def _is_whole(rows: Sequence[Candidate], size: int) -> bool:
    """Whether the candidates are all rows of the table, one after the other in one block of the text."""
    together = all(b.index - a.index == 1 for a, b in pairwise(rows))
    blocks = {c.item.block if isinstance(c.item, GridRow) else None for c in rows}
    return together and len(blocks) == 1 and len({c.options[0][0] for c in rows}) == size


def _by_own_labels(found: Sequence[Candidate], start: int, table: Table) -> list[Candidate] | None:
    """The rows from a start on; where one right beside them is of the same label (合计 and 总计), the one with the form's own word.

    None where neither has it, or both.
    """
    size = len(table.rows)
    rows = list(found[start : start + size])
    beside = [
        *(c for c in found[max(0, start - 1) : start] if _are_next(c, rows[0])),
        *(c for c in found[start + size : start + size + 1] if _are_next(rows[-1], c)),
    ]
    for other in beside:
        at = next(n for n, row in enumerate(rows) if row.options[0][0] == other.options[0][0])
        own = squash(table.rows[other.options[0][0]].zh)
        is_own = [squash(c.label) == own for c in (rows[at], other)]
        if is_own.count(True) != 1:
            return None
        if is_own[1]:
            rows[at] = other
    return sorted(rows, key=lambda c: c.index)


def _are_next(above: Candidate, below: Candidate) -> bool:
    blocks = {c.item.block if isinstance(c.item, GridRow) else None for c in (above, below)}
    return below.index - above.index == 1 and len(blocks) == 1


def _columns(
    items: list[Item], lines: list[str], rows: list[Candidate], form: Form, table: Table
) -> dict[str, dict[str, Cell] | None] | None:
    """The figures of each row by column, None for a row in doubt; None altogether where the header does not tell."""
    (block,) = table.blocks
    first = rows[0]
    names = [table.rows[c.options[0][0]].key for c in rows]
    top = max((item.line_end for item in items[: first.index] if _has_figures(item)), default=0)
    top = max(top, first.line - 1 - _HEADER_LINES)
    if isinstance(first.item, GridRow):
        above = [i for i in items[: first.index] if isinstance(i, GridRow) and i.line_start > top]
        labels = (first.label_at, len(first.item.cells))
        header = grid_header(above, form.id, table, block.columns, labels)
        by_place = sorted(header.places, key=lambda key: header.places[key])
        order = header.order or by_place
        if header.conflict or not order or set(header.texts) != {c.key for c in block.columns}:
            return None
        shown = shown_by(rows, len(order))
        placed = [place(candidate, order, header, shown) for candidate in rows]
        return {n: p.cells if not p.problem else None for n, p in zip(names, placed, strict=True)}
    plain = _plain_order(lines[top : first.line - 1], table)
    if plain is None:
        return None
    return {
        n: dict(zip(plain, c.figures, strict=True)) if len(c.figures) == len(plain) and not c.stray else None
        for n, c in zip(names, rows, strict=True)
    }


def _has_figures(item: Item) -> bool:
    return not isinstance(item, Prose) and has_figure(item.cells)


def _plain_order(lines: Sequence[str], table: Table) -> list[str] | None:
    """The columns, where the lines name each once and whole, in the form's order, groups before what they span."""
    text = "".join(line for line in map(squash, lines) if not HEADING.search(line))
    groups = {g.key: squash(g.zh) for g in table.groups}
    wanted: list[str] = []
    for column in table.columns:
        group = groups.get(column.group or "")
        if group and group in text and group not in wanted:
            wanted.append(group)
        wanted.append(squash(column.zh))
    places = [text.find(label) for label in wanted]
    whole = all(text.count(label) == 1 for label in wanted)
    return [c.key for c in table.columns] if whole and places == sorted(places) else None
