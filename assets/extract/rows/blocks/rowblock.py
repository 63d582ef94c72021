"""A block of a table (rows under one set of column headers) in one text: its columns, and the reading of its rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from assets.extract.cells import CellReading, TableReading, read_cell, uncertain
from assets.extract.headers.anyorder import all_alike
from assets.extract.headers.blockheader import BlockHeader
from assets.extract.headers.laterheaders import Later
from assets.extract.headers.notborneout import is_not_borne_out
from assets.extract.headers.repeated import one_each
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import UNITS
from assets.extract.places.columns import order_of_figures, place
from assets.extract.places.cutfigures import FullRow, by_line, cuts, room
from assets.extract.places.emptylines import EmptyLines
from assets.extract.places.evengaps import evenly_spaced
from assets.extract.places.leadingblanks import LeadingBlanks
from assets.extract.places.loose import Beside, letters_of
from assets.extract.places.numbercolumn import drop_numbers
from assets.extract.places.outofline import in_lines
from assets.extract.places.placed import Placed
from assets.extract.places.positions import aligned, stands_apart
from assets.extract.places.rowshapes import shown_by, written_in
from assets.extract.places.runcolumns import only_longer, place_run
from assets.extract.places.signsabove import sign_above, with_sign
from assets.extract.places.yearsinrows import counts_alike
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.blocks.endmarks import ends_in_marks
from assets.extract.rows.blocks.pagerulers import PageRulers
from assets.extract.rows.figures.countedrows import may_lack_figures
from assets.extract.rows.figures.rowwithin import row_within
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Block, CellKey, Form, Row, Table

# So many columns named between rows are a header.
_LEAST_NAMED = 3
# A piece of a label; a single letter may be a word for nothing.
_LETTERS = re.compile("[\u3400-\u9fff]{2,}")


class BlockReader:
    """The reading of the rows of one block of a table in this text."""

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self, block: Block, links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
    ) -> None:
        self._block, self._table, self._lines, self._items = block, table, lines, items
        self._marked: dict[int, bool] = {}
        self._columns = BlockHeader(block, links, items, lines, form, table)
        self._order = self._columns.order
        own = {row.key for row in block.rows}
        mine = [link.candidate for link in links if table.rows[link.row].key in own]
        if self._columns.conflict is None:
            drop_numbers(mine, self._order)
        self._rows = mine
        self._shown = shown_by(mine, len(self._order))
        self._leading = LeadingBlanks(links, table)
        runs = [link.candidate for link in links if isinstance(link.candidate.item, Run)]
        self._starts_of_rows = sorted(c.line for c in runs)
        self._loose = sorted((cell for c in runs for cell in c.stray), key=lambda c: (c.line_start, c.x0))
        full = [c for c in mine if isinstance(c.item, Run) and len(c.figures) == len(self._order)]
        one_line = [c.figures for c in full if len({cell.line_start for cell in c.figures}) == 1]
        self._fit = cuts(
            [
                FullRow(dict(zip(self._order, c.figures, strict=True)), c.stray, c.item.layout == "aligned")
                for c in full
            ],
            room(one_line, self._order),
        )
        self._runs = [c for c in mine if isinstance(c.item, Run)]
        too_many = [c for c in self._runs if len(c.figures) > len(self._order)]
        self._above_too_many = {c.index - 1 for c in too_many if len(by_line(c.figures)) > 1}
        is_even = evenly_spaced(mine)
        self._rulers = None if is_even else PageRulers(self._runs, self._columns, lines, lambda: self._breaks)
        self._in_lines = in_lines([] if is_even else self._runs, len(self._order), lambda: self._breaks)
        full_rows = [] if is_even else [f for f in one_line if aligned(f) and id(f) not in self._in_lines.out]
        is_odd_one = stands_apart(full_rows, [c.figures for c in self._runs])
        self._only_longer = {id(row) for row in only_longer(mine, len(self._order))}
        self.header_places = None if is_even or is_odd_one else self._columns.spans
        self._full_rows = [] if is_odd_one else full_rows

    @property
    def figures(self) -> list[list[Cell]]:
        """The figures of its rows of plain text."""
        return [run.figures for run in self._runs]

    @property
    def order(self) -> Sequence[str]:
        """The keys of the columns from left to right."""
        return self._order

    @property
    def is_told(self) -> bool:
        """Whether a header of cells tells the order of the columns."""
        return self._columns.header.order is not None

    @property
    def first_named_at(self) -> int | None:
        """Where rows of cells that name all columns have the first one."""
        header = self._columns.header
        return header.at.get(self._order[0]) if header.order or header.places else None

    @property
    def first_place(self) -> Cell | None:
        """The label of the first column where columns are set by spaces."""
        return self._columns.spans[0] if self._columns.spans else None

    def _label_among(self, figures: Sequence[Cell]) -> str | None:
        """The text of a cell that holds a piece of a column's label where figures belong: cells slipped down a row."""
        for cell in figures:
            if cell.text.isascii():
                continue
            text = squash(cell.text)
            if _LETTERS.fullmatch(text) and text not in UNITS and self._columns.words.columns_with(text):
                return text
        return None

    @cached_property
    def _empty_lines(self) -> EmptyLines:
        return EmptyLines(self._runs, self._lines, len(self._order))

    @cached_property
    def _breaks(self) -> list[int]:
        """Lines that end a page; needed only for rows that lack figures."""
        return [n for n, line in enumerate(self._lines, 1) if "\f" in line or is_furniture(line)]

    @cached_property
    def _years(self) -> set[int]:
        """The runs of which what may be the head of a page is a count."""
        return counts_alike(self._runs, self._lines, len(self._order))

    def _place(self, candidate: Candidate) -> Placed:
        told: BlockHeader | Later = self._columns
        for later in self._columns.later:
            if later.index <= candidate.index:
                told = later
        conflict = told.conflict or self._columns.printed_again.get(id(candidate))
        if conflict is not None:
            return self._in_any_order(candidate, conflict)
        if isinstance(candidate.item, GridRow) and (piece := self._label_among(candidate.figures)):
            return Placed(problem="header-unclear", detail=piece)
        is_grid = isinstance(candidate.item, GridRow)
        if is_grid and is_not_borne_out(told.header, told.order, self._columns.standard, self._rows):
            return Placed(problem="header-unclear", detail="")
        if isinstance(candidate.item, GridRow) or told is not self._columns:
            placed = place(candidate, told.order, told.header, self._shown)
            if self._ends_in_mark(candidate, placed):
                return Placed(problem="row-short", found=len(candidate.figures) - 1)
            if self._leading.are_columns(
                candidate, placed, order_of_figures(candidate, told.order), told.header
            ):
                return Placed(problem="row-long", found=len(candidate.figures))
            if row_within(candidate.figures, placed.cells.values(), self._table):
                return Placed(problem="row-split", found=len(candidate.figures))
            return placed
        if id(candidate) in self._only_longer:
            size = len(candidate.figures)
            return Placed(problem="header-unclear", found=size, detail=f"{size}/{size - 1}")
        if self._columns.repeated:
            once = one_each(candidate.figures, self._columns.repeated)
            if once is None:
                short = len(candidate.figures) < len(self._columns.repeated)
                return Placed(problem="row-short" if short else "row-long", found=len(candidate.figures))
            candidate = replace(candidate, figures=once)
        return self._place_run(candidate)

    @property
    def _names_each(self) -> bool:
        """Whether one header of cells names every figure of these rows."""
        return self._columns.names_each and not self._columns.later and self._columns.conflict is None

    def _place_run(self, candidate: Candidate) -> Placed:
        """The place of each figure of a row of plain text under a header that is understood."""
        full = len(candidate.figures) >= len(self._order)
        run = candidate.item
        if isinstance(run, Run) and run.maybe_page is not None and id(run) in self._years:
            candidate = replace(candidate, item=replace(run, maybe_page=None))
        if not full and (shown := self._empty_lines.placed(candidate, self._order)):
            return shown
        if not full and candidate.index in self._above_too_many:
            # figures that it lacks may be among those of the row below, which stand down the page
            return Placed(problem="row-short", found=len(candidate.figures))
        is_out = id(candidate.figures) in self._in_lines.out
        if is_out or may_lack_figures(candidate.figures, len(self._order), self.figures, self._items):
            return Placed(problem="row-short", found=len(candidate.figures))
        breaks = [] if full else self._breaks
        beside = Beside() if full else self._beside(candidate)
        marks = None if full or self._rulers is None else self._rulers.at(candidate.line)
        rows = self._full_rows if full else self._in_lines.of_kind(candidate.figures, self._full_rows)
        return place_run(candidate, self._order, rows, self.header_places, breaks, beside, self._fit, marks)

    def _in_any_order(self, candidate: Candidate, conflict: str) -> Placed:
        """A row under a header with a conflict, which is read where all its columns say the same."""
        if conflict == self._columns.conflict and self._columns.names_all:
            alike = all_alike(candidate.figures, self._columns.standard)
            if alike is not None:
                return alike
        return Placed(problem="header-unclear", detail=conflict)

    def _ends_in_mark(self, candidate: Candidate, placed: Placed) -> bool:
        """Whether the blank cell of the last column is but the mark with which rows of its block end."""
        row, last = candidate.item, placed.cells.get(self._order[-1])
        if not isinstance(row, GridRow) or last is not row.cells[-1] or last.text.strip():
            return False
        if row.block not in self._marked:
            self._marked[row.block] = ends_in_marks(self._items, row.block)
        return self._marked[row.block]

    def _beside(self, candidate: Candidate) -> Beside:
        """The loose figures between this row and its neighbours."""
        starts = self._starts_of_rows
        before = bisect_left(starts, candidate.line)
        top = starts[before - 1] if before else 0
        after = bisect_right(starts, candidate.line)
        end = starts[after] if after < len(starts) else len(self._lines) + 1
        low = bisect_left(self._loose, top, key=lambda cell: cell.line_start)
        high = bisect_left(self._loose, end, key=lambda cell: cell.line_start)
        near = [cell for cell in self._loose[low:high] if cell not in candidate.figures]
        return Beside(
            [cell for cell in near if cell.line_start < candidate.line],
            [cell for cell in near if cell.line_start >= candidate.line],
            self._lines,
            top,
            end,
            letters_of(self._table),
        )

    def read(self, link: Link, row: Row, reading: TableReading | None) -> dict[CellKey, CellReading]:
        """The cells of one row; `reading` takes the findings, if they are wanted."""
        candidate = link.candidate
        placed = self._place(candidate)
        if placed.problem is not None:
            page = candidate.item.maybe_page if isinstance(candidate.item, Run) else None
            if reading is not None:
                reading.note(
                    placed.problem,
                    line=candidate.line,
                    row_key=row.key,
                    row=row,
                    found=placed.found,
                    expected=len(self._block.columns),
                    detail=placed.detail,
                    raw=page.text if page else None,
                )
            doubt = uncertain(placed.problem, candidate.line, candidate.line_end)
            return {CellKey(self._table.no, row.key, c.key): doubt for c in self._block.columns}
        if (
            reading is not None
            and self._names_each
            and len(written_in(candidate.figures)) == len(self._order)
        ):
            reading.named.add(row.key)
        cells: dict[CellKey, CellReading] = {}
        texts = self._columns.header.texts
        for column, key in zip(self._block.columns, self._table.keys_of[row.key], strict=True):
            if column.key not in placed.cells:
                cells[key] = self._not_printed(candidate, reading)
                continue
            printed = placed.cells[column.key]
            is_plain = column.signed and isinstance(candidate.item, Run) and printed.x0 >= 0
            if is_plain and (sign := sign_above(printed, self._lines)):
                printed = with_sign(printed, sign, self._lines) or printed
                placed.doubtful |= {column.key} if printed is placed.cells[column.key] else set()
            cell = read_cell(printed, column, texts.get(column.key))
            if column.key in placed.doubtful:
                cell = CellReading(
                    "uncertain", None, None, cell.unit, cell.line_start, cell.line_end, placed.doubt
                )
                if reading is not None:
                    reading.note(
                        placed.doubt,
                        line=cell.line_start or candidate.line,
                        found=placed.found,
                        expected=len(self._block.columns),
                        row_key=row.key,
                        col_key=column.key,
                        row=row,
                        column=column,
                    )
            cells[key] = cell
            if reading is not None and cell.status == "unparsed":
                reading.note_unparsed(row, column, cell)
        return cells

    def _not_printed(self, candidate: Candidate, reading: TableReading | None) -> CellReading:
        """A cell in a column that the table does not have (fewercolumns.py), which is said once."""
        code = "header-unclear"
        if reading is not None and not any(noted == code for noted, _ in reading.findings):
            lost = [c.zh for c in self._block.columns if c.key not in self._order]
            reading.note(code, line=candidate.line, detail="、".join(lost))
        return uncertain(code, candidate.line, candidate.line_end)
