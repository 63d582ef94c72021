"""Reading a table whose rows carry labels (tables 2 and 3): from a chain of labels to cells in their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from assets.extract.candidates import Candidate, candidates
from assets.extract.cells import CellReading, TableReading, read_cell
from assets.extract.chain import Link, chain
from assets.extract.columns import (
    Header,
    Placed,
    Starts,
    column_matcher,
    grid_header,
    place,
    place_run,
    starts_of,
    text_order,
)
from assets.extract.labels import normalize, squash
from assets.extract.model import Cell, GridRow, Item, Prose, Run
from assets.extract.positions import aligned, header_cells
from assets.extract.readers.pages import is_furniture
from schemas.form import Block, CellKey, Form, Row, Table

_STRONG = 0.95
_HEADER_LINES = 45
_NEAR = 2
_NEAR_OVER_PAGE = 12
_LEAST_WHOLE = 0.5


def read_row_table(items: list[Item], lines: list[str], form: Form, table_no: str) -> TableReading:
    """Find table `table_no` of the form among the items and read its cells."""
    table = form.table(table_no)
    rows = table.rows
    block_of = {row.key: block for block in table.blocks for row in block.rows}
    widths = {i: len(block_of[row.key].columns) for i, row in enumerate(rows)}
    found = [c for c in candidates(items, form.id, table) if not _is_weak_blank(c)]
    prose = sorted(item.line for item in items if isinstance(item, Prose))
    reading = TableReading(table_no)
    links = chain(found, widths, prose)
    if not _is_table(links, table, lines):
        return reading
    links = _complete(links, found, rows, widths)
    _note_strangers(links, found, reading)
    _leave_loose_ends(links, found, widths)
    _leave_loose_runs(links, items)
    readers = {id(block): _BlockReader(block, links, items, lines, form, table) for block in table.blocks}
    rivals = _rivals(links, found, widths, prose, table, lines)
    for link in links:
        row = rows[link.row]
        block = block_of[row.key]
        cells = readers[id(block)].read(link, row, reading)
        rival = rivals.get(link.row)
        if rival is not None:
            cells = _confront(cells, readers[id(block)].read(rival, row, None), row, rival, reading)
        reading.cells.update(cells)
        reading.lines.update(range(link.candidate.line, link.candidate.line_end + 1))
    _doubt_scrambled(links, reading, len(rows))
    layouts = Counter(link.candidate.item.layout for link in links)
    reading.layout = max(layouts, key=lambda k: (layouts[k], k))
    return reading


def _doubt_scrambled(links: list[Link], reading: TableReading, rows: int) -> None:
    """One figure a line, and the count of figures cannot be trusted: then no row of such a text can.

    That is so where most rows lack the figures they need, and where some have too few (blanks vanish) and others too
    many (digits are split, page numbers slip in): then the right count may be a chance.
    """
    by_line = [link for link in links if link.candidate.item.layout == "cell_per_line"]
    if len(by_line) * 2 < len(links):
        return
    whole = {key.row_key for key, cell in reading.cells.items() if cell.status != "uncertain"}
    problems = {code for code, _ in reading.findings}
    if len(whole) >= _LEAST_WHOLE * rows and not {"row-short", "row-long"} <= problems:
        return
    line = links[0].candidate.line
    reading.note("table-unreadable", line=line, detail=f"{len(whole)}/{rows}")
    for key, cell in reading.cells.items():
        if cell.status != "uncertain":
            reading.cells[key] = CellReading(
                "uncertain",
                line_start=cell.line_start or line,
                line_end=cell.line_end or line,
                reason="table-unreadable",
            )


def _is_weak_blank(candidate: Candidate) -> bool:
    """A row without any figure whose label is only alike: the rest of a row that was cut, not a row of blanks."""
    return not _has_figures(candidate) and bool(candidate.options) and candidate.options[0][1] < _STRONG


def _is_table(links: Sequence[Link], table: Table, lines: list[str]) -> bool:
    """Whether a chain is the table: it holds a good part of its rows, and its column labels stand about it."""
    if len(links) < max(2, len(table.rows) // 3):
        return False
    if len(links) >= len(table.rows) - 2 and len(links) > 2:
        return True
    about = squash(
        "".join(lines[max(0, links[0].candidate.line - _HEADER_LINES) : links[-1].candidate.line_end])
    )
    return sum(any(squash(w) in about for w in c.wordings if len(w) > 2) for c in table.columns) >= 2


def _complete(
    links: list[Link], found: list[Candidate], rows: Sequence[Row], widths: dict[int, int]
) -> list[Link]:
    """Add rows whose place is certain although the chain passed them over.

    Such are a row printed out of order under its own plain label, and a row whose label is lost or damaged that
    stands alone between two rows which have exactly one row of the form between them.
    """
    taken = {id(link.candidate) for link in links}
    placed = {link.row for link in links}
    first, last = links[0].candidate.index, links[-1].candidate.index
    out = list(links)
    for candidate in found:
        if id(candidate) in taken or not first - 2 <= candidate.index <= last + 2 or not candidate.options:
            continue
        row, score = candidate.options[0]
        if row not in placed and score >= _STRONG and _has_figures(candidate):
            out.append(Link(candidate, row, score))
            placed.add(row)
            taken.add(id(candidate))
    in_text = sorted(out, key=lambda link: (link.candidate.index, link.candidate.line))
    for before, after in pairwise(in_text):
        if after.row - before.row != 2 or before.row + 1 in placed:
            continue
        row = before.row + 1
        between = [
            c
            for c in found
            if id(c) not in taken
            and (before.candidate.index, before.candidate.line) < (c.index, c.line)
            and (c.index, c.line) < (after.candidate.index, after.candidate.line)
            and _has_figures(c)
        ]
        if len(between) == 1 and _may_be(between[0], rows[row], widths[row]):
            out.append(Link(between[0], row, 0.5))
            placed.add(row)
            taken.add(id(between[0]))
    return sorted(out, key=lambda link: (link.candidate.index, link.candidate.line))


def _has_figures(candidate: Candidate) -> bool:
    return any(cell.text.strip() for cell in candidate.figures)


def _may_be(candidate: Candidate, row: Row, width: int) -> bool:
    """Whether a row without a known label can be this one: no label, or a damaged piece of the right one."""
    if len(candidate.figures) < width:
        return False
    label = normalize(candidate.label)
    return not label or (fuzz.partial_ratio(label, normalize(row.zh)) >= 75 and len(label) >= 2)


def _leave_loose_ends(links: list[Link], found: list[Candidate], widths: dict[int, int]) -> None:
    """A grid row of a few figures without a label, right below a row, may hold the last digits of its figures."""
    taken = {id(link.candidate): link for link in links}
    for above, below in pairwise(found):
        link = taken.get(id(above))
        if link is None or id(below) in taken or not isinstance(below.item, GridRow) or below.label.strip():
            continue
        written = [cell for cell in below.figures if cell.text.strip()]
        near = below.line - above.line_end <= _NEAR_OVER_PAGE
        if written and len(written) < max(2, widths[link.row]) and near:
            above.stray += written


def _leave_loose_runs(links: list[Link], items: list[Item]) -> None:
    """Figures right above or below a row that belong to no row themselves may be a part of it."""
    placed = {link.candidate.index: link.candidate for link in links}
    for index, (upper, lower) in enumerate(pairwise(items)):
        if not isinstance(upper, Run) or not isinstance(lower, Run):
            continue
        if lower.line_start - upper.line_end > _NEAR:
            continue
        if index in placed and index + 1 not in placed and lower.cells[0] not in placed[index].stray:
            placed[index].stray += lower.cells
        elif index + 1 in placed and index not in placed:
            placed[index + 1].stray += upper.cells


def _note_strangers(links: list[Link], found: list[Candidate], reading: TableReading) -> None:
    """Rows of figures inside the table whose label is not the form's."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate.index, links[-1].candidate.index
    for candidate in found:
        strange = not candidate.options and candidate.label.strip() and _has_figures(candidate)
        if id(candidate) not in taken and first < candidate.index < last and strange:
            reading.note("row-unknown", line=candidate.line, label=squash(candidate.label)[:60])


def _rivals(  # noqa: PLR0913 - the context of a table
    links: list[Link],
    found: list[Candidate],
    widths: dict[int, int],
    prose: list[int],
    table: Table,
    lines: list[str],
) -> dict[int, Link]:
    """Rows printed a second time: in a second copy of the table, or twice within it."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate.index, links[-1].candidate.index
    rest = [c for c in found if id(c) not in taken and _has_figures(c)]
    inside = [
        Link(c, c.options[0][0], c.options[0][1])
        for c in rest
        if first < c.index < last and c.options and c.options[0][1] >= _STRONG
    ]
    rivals = {link.row: link for link in inside if len(link.candidate.figures) >= widths[link.row]}
    second = chain([c for c in rest if not first < c.index < last], widths, prose)
    if len(second) * 2 > len(links) and _is_table(second, table, lines):
        rivals |= {link.row: link for link in second}
    return rivals


def _confront(
    cells: dict[CellKey, CellReading],
    others: dict[CellKey, CellReading],
    row: Row,
    rival: Link,
    reading: TableReading,
) -> dict[CellKey, CellReading]:
    """Two prints of one row: where they differ, neither is given."""
    differ = [
        key
        for key, cell in cells.items()
        if (cell.status, cell.value) != (others[key].status, others[key].value)
    ]
    if not differ:
        return cells
    line = next((c.line_start for c in cells.values() if c.line_start), rival.candidate.line)
    reading.note("row-repeated", line=line, row_key=row.key, row=row, other=rival.candidate.line)
    doubt = CellReading("uncertain", line_start=line, line_end=line, reason="row-repeated")
    return {key: doubt if key in differ else cell for key, cell in cells.items()}


class _BlockReader:
    """The columns of one block of a table in this text, and the reading of its rows by them."""

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self, block: Block, links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
    ) -> None:
        self._block = block
        self._table = table
        self._keys = {row.key: i for i, row in enumerate(table.rows)}
        mine = [link for link in links if table.rows[link.row] in block.rows]
        self._header = Header()
        self._order = [c.key for c in block.columns]
        self._conflict: str | None = None
        self._spans: list[Cell] | None = None
        if mine:
            start = mine[0].candidate
            earlier = [link.candidate.line_end for link in links if link.candidate.index < start.index]
            above = max([start.line - _HEADER_LINES, *earlier])
            self._read_header(items, lines, start, above, form)
        self._starts: Starts = starts_of((link.candidate for link in mine), len(self._order))
        self._breaks = [n for n, line in enumerate(lines, 1) if "\f" in line or is_furniture(line)]
        self._full_rows = [
            link.candidate.figures
            for link in mine
            if not isinstance(link.candidate.item, GridRow)
            and _is_full_line(link.candidate, len(self._order))
        ]

    def _read_header(
        self, items: list[Item], lines: list[str], start: Candidate, above: int, form: Form
    ) -> None:
        columns = self._block.columns
        rows = [
            item for item in items[: start.index] if isinstance(item, GridRow) and item.line_start > above
        ]
        self._header = grid_header(rows, form.id, self._table, columns)
        if self._header.order:
            self._order = self._header.order
        elif self._header.conflict:
            self._conflict = self._header.conflict
        elif not self._header.texts:
            header_lines = lines[max(0, above) : start.line - 1]
            self._spans = header_cells(header_lines, column_matcher(form.id, self._table.no), self._order)
            text = squash("".join(header_lines))
            order, self._conflict = text_order(header_lines, self._table, columns)
            self._order = order or self._order
            for column in columns:
                printed = _money_header(text, column.zh) if column.money else None
                if printed:
                    self._header.texts[column.key] = printed

    def _place(self, candidate: Candidate) -> Placed:
        if isinstance(candidate.item, GridRow):
            return place(candidate, self._order, self._header, self._starts)
        return place_run(candidate, self._order, self._full_rows, self._spans, self._breaks)

    def read(self, link: Link, row: Row, reading: TableReading | None) -> dict[CellKey, CellReading]:
        """The cells of one row; `reading` takes the findings, if they are wanted."""
        candidate = link.candidate
        placed = Placed(problem="header-unclear") if self._conflict is not None else self._place(candidate)
        if placed.problem is not None:
            if reading is not None:
                reading.note(
                    placed.problem,
                    line=candidate.line,
                    row_key=row.key,
                    row=row,
                    found=placed.found,
                    expected=len(self._block.columns),
                    detail=self._conflict,
                    raw=getattr(getattr(candidate.item, "maybe_page", None), "text", None),
                )
            doubt = CellReading(
                "uncertain", line_start=candidate.line, line_end=candidate.line_end, reason=placed.problem
            )
            return {CellKey(self._table.no, row.key, c.key): doubt for c in self._block.columns}
        cells: dict[CellKey, CellReading] = {}
        for column in self._block.columns:
            cell = read_cell(placed.cells[column.key], column, self._header.texts.get(column.key))
            if column.key in placed.doubtful:
                cell = CellReading(
                    "uncertain", None, None, cell.unit, cell.line_start, cell.line_end, "digits-split"
                )
                if reading is not None:
                    reading.note(
                        "digits-split",
                        line=cell.line_start,
                        row_key=row.key,
                        col_key=column.key,
                        row=row,
                        column=column,
                    )
            cells[CellKey(self._table.no, row.key, column.key)] = cell
            if cell.status == "unparsed" and reading is not None:
                reading.note(
                    "cell-unparsed",
                    line=cell.line_start,
                    row_key=row.key,
                    col_key=column.key,
                    row=row,
                    column=column,
                    raw=(cell.raw or "")[:80],
                )
        return cells


def _is_full_line(candidate: Candidate, width: int) -> bool:
    figures = candidate.figures
    return len(figures) == width and len({c.line_start for c in figures}) == 1 and aligned(figures)


def _money_header(text: str, label: str) -> str | None:
    """The header of a money column in a squashed text, with the unit that follows it."""
    stem = squash(label).split("(")[0]
    at = text.find(stem)
    return text[at : at + len(stem) + 12] if at >= 0 else None
