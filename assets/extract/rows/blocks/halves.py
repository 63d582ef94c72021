"""A table too wide for its page, printed as two or three tables side by side in reading order: labels repeated, columns not.

Belongs here: finding such parts and proving by their headers that together they hold each column once. What a header
does not name outright is not guessed: then the table is left to the reading that calls its rows short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.headers.columnnames import column_matcher
from assets.extract.headers.gridheader import Header, grid_header
from assets.extract.headers.headerplace import HEADER_LINES, header_rows
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.places.columns import place
from assets.extract.places.placed import Placed
from assets.extract.places.rowshapes import Shown, shown_by
from assets.extract.plainheaders.plainheader import text_order
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import STRONG, Link, chain
from assets.extract.rows.finding.links import has_figures, is_table
from assets.extract.rows.outofstep.looseends import leave_loose_ends, leave_loose_runs
from schemas.form import CellKey, Column, Form, Table

_MOST_PARTS = 3
# Parts are looked for where no more of the rows than this are full.
_MOST_FULL = 0.2


@dataclass
class _Part:
    links: list[Link]
    order: list[str]
    header: Header


def may_be_cut(links: Sequence[Link], table: Table) -> bool:
    """Whether nearly all rows lack figures."""
    if len(table.blocks) != 1 or table.one_row:
        return False
    width = len(table.columns)
    full = sum(len([c for c in link.candidate.figures if c.text.strip()]) >= width for link in links)
    return full <= _MOST_FULL * len(links)


def read_parts(  # noqa: PLR0913 - the context of a table
    found: Sequence[Candidate],
    widths: dict[int, int],
    prose: list[int],
    items: Sequence[Item],
    lines: list[str],
    form: Form,
    table: Table,
) -> TableReading | None:
    """The table from its parts; None where they do not prove to be the whole of it."""
    rest = [c for c in found if has_figures(c)]
    chains: list[list[Link]] = []
    while len(chains) <= _MOST_PARTS:
        links = chain(rest, widths, prose)
        if not is_table(links, table, lines):
            break
        chains.append(links)
        taken = {id(link.candidate) for link in links}
        rest = [c for c in rest if id(c) not in taken]
    chains.sort(key=lambda links: links[0].candidate.index)
    if not 1 < len(chains) <= _MOST_PARTS:
        return None
    if any(a[-1].candidate.index >= b[0].candidate.index for a, b in pairwise(chains)):
        return None
    parts = [_part(links, items, lines, form, table) for links in chains]
    named = [key for part in parts if part for key in part.order]
    if None in parts or sorted(named) != sorted(column.key for column in table.columns):
        return None
    reading = TableReading(table.no, layout=chains[0][0].candidate.item.layout)
    for part in parts:
        if part is not None:
            again = {c.options[0][0]: c.line for c in rest if _is_again(c, part)}
            leave_loose_ends(part.links, list(found), widths, lines, form, table)
            leave_loose_runs(part.links, list(items), lines, table)
            _read(part, table, reading, again)
    return reading


def _part(
    links: list[Link], items: Sequence[Item], lines: list[str], form: Form, table: Table
) -> _Part | None:
    """The links with the columns that the header above them names; None where it names none for certain."""
    first = links[0].candidate
    above = max(
        [first.line - HEADER_LINES, *(i.line_end for i in items[: first.index] if isinstance(i, Run))]
    )
    if isinstance(first.item, GridRow):
        rows = header_rows(items, first.index, above)
        matcher = column_matcher(form.id, table.no)
        keys = {match.key for row in rows for cell in row.cells if (match := matcher.match(cell.text))}
        columns = [column for column in table.columns if column.key in keys]
        labels = (first.label_at, len(first.item.cells))
        header = grid_header(rows, form.id, table, columns, labels) if columns else Header()
        if header.conflict or not (header.order or header.places):
            return None
        order = header.order or sorted(header.places, key=lambda key: header.places[key])
        return _Part(links, order, header) if set(order) == {c.key for c in columns} else None
    named = _named_once(lines[max(0, above) : first.line - 1], table)
    told, conflict = text_order(lines[max(0, above) : first.line - 1], table, named)
    if not named or conflict:
        return None
    return _Part(links, told or [column.key for column in named], Header())


def _named_once(lines: Sequence[str], table: Table) -> list[Column]:
    """The columns that lines of a plain header name; none where one is named twice or out of order."""
    text = "".join(map(squash, lines))
    for wording in [w for group in table.groups for w in group.wordings] + [table.note or "", table.zh]:
        text = text.replace(squash(wording), "|") if wording else text
    counts = {column.key: text.count(squash(column.zh)) for column in table.columns}
    named = [c for c in table.columns if counts[c.key]]
    for level in (True, False):
        places = [text.find(squash(c.zh)) for c in named if bool(c.group) is level]
        if places != sorted(places):
            return []
    return named if max(counts.values()) == 1 else []


def _is_again(candidate: Candidate, part: _Part) -> bool:
    """Whether a row that no part has taken stands in this one, or right beside it."""
    first, last = part.links[0].candidate.index, part.links[-1].candidate.index
    written = [c.text for c in candidate.figures if c.text.strip()]
    return (
        first - 1 <= candidate.index <= last + 1
        and bool(candidate.options)
        and candidate.options[0][1] >= STRONG
        and len(written) == len(part.order)
        and all(map(looks_like_figure, written))
    )


def _read(part: _Part, table: Table, reading: TableReading, again: dict[int, int]) -> None:
    """Read the rows of a part; `again` are rows (and lines) whose label stands a further time in the text."""
    columns = {column.key: column for column in table.columns}
    shown = shown_by([link.candidate for link in part.links], len(part.order))
    for link in part.links:
        row, candidate = table.rows[link.row], link.candidate
        placed = Placed(problem="row-repeated") if link.row in again else _place(candidate, part, shown)
        reading.lines.update(range(candidate.line, candidate.line_end + 1))
        if placed.problem:
            width = len(part.order)
            reading.note(
                placed.problem,
                line=candidate.line,
                row_key=row.key,
                row=row,
                found=placed.found,
                expected=width,
                other=again.get(link.row),
            )
        for key in part.order:
            cell = (
                uncertain(placed.problem, candidate.line, candidate.line_end)
                if placed.problem
                else read_cell(placed.cells[key], columns[key])
            )
            reading.cells[CellKey(table.no, row.key, key)] = cell
            reading.note_unparsed(row, columns[key], cell)


def _place(candidate: Candidate, part: _Part, shown: Shown) -> Placed:
    if isinstance(candidate.item, GridRow):
        return place(candidate, part.order, part.header, shown)
    figures: list[Cell] = candidate.figures
    if len(figures) != len(part.order) or candidate.stray or candidate.item.maybe_page in figures:
        return Placed(
            problem="row-short" if len(figures) < len(part.order) else "row-long", found=len(figures)
        )
    return Placed(dict(zip(part.order, figures, strict=True)))
