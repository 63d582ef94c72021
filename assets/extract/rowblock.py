"""A block of a table (rows under one set of column headers) in one text: its columns, and the reading of its rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from assets.extract.candidates import Candidate
from assets.extract.cells import CellReading, TableReading, read_cell
from assets.extract.chain import Link
from assets.extract.columns import Grids, Placed, Starts, grids_of, place, place_run, starts_of
from assets.extract.cutfigures import FullRow, cuts, room
from assets.extract.extracolumns import are_wider, printed_columns
from assets.extract.gridheader import UNIT_HEADERS, Header, column_matcher, grid_header
from assets.extract.headerplace import (
    HEADER_LINES,
    below_title,
    has_none,
    header_rows,
    label_line,
    money_header,
    words_above,
    words_below,
)
from assets.extract.headerwords import loose_order, strange_columns
from assets.extract.labels import squash, squash_lines
from assets.extract.loose import Beside
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.narrative import gainsaid
from assets.extract.numbers import UNITS
from assets.extract.plainheader import header_words, text_order
from assets.extract.positions import aligned, header_cells
from assets.extract.readers.pages import is_furniture
from assets.extract.repeated import one_each, repeated_columns
from assets.extract.stackedheader import Words
from schemas.form import Block, CellKey, Form, Row, Table

# So large a share of gaps of one size says that words are set apart by it, and columns by nothing.
_EVEN_SHARE = 0.95
# So many columns named between rows are a header.
_LEAST_NAMED = 3
# A piece of a label; a single letter may be a word for nothing.
_LETTERS = re.compile("[\u3400-\u9fff]{2,}")


class BlockReader:
    """The columns of one block of a table in this text, and the reading of its rows by them."""

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self, block: Block, links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
    ) -> None:
        self._block = block
        self._table = table
        own = {row.key for row in block.rows}
        mine = [link for link in links if table.rows[link.row].key in own]
        self._header = Header()
        self._order = [c.key for c in block.columns]
        self._conflict: str | None = None
        self._spans: list[Cell] | None = None
        self._form_id = form.id
        self._repeated: list[str] | None = None
        if mine:
            start = mine[0].candidate
            earlier = [link.candidate.line_end for link in links if link.candidate.index < start.index]
            above = max([start.line - HEADER_LINES, *earlier])
            self._read_header(items, lines, mine, above, form)
            if isinstance(start.item, Run):
                rows = [link.candidate.figures for link in mine if isinstance(link.candidate.item, Run)]
                floor = max([above, 0, *(item.line_end for item in items[: start.index][-1:])])
                header = lines[floor : label_line(start) - 1]
                wider = printed_columns(rows, header, table, block.columns)
                self._repeated = repeated_columns(
                    header, table, block.columns, column_matcher(form.id, table.no)
                )
                if wider:
                    self._order, self._conflict = wider, None
                elif self._repeated:
                    self._conflict = None
                elif are_wider(rows, len(block.columns)):
                    # a row with the form's count of figures is one with a blank, too
                    self._conflict = self._conflict or f"{len(rows[0])} > {len(block.columns)}"
                else:
                    self._conflict = self._conflict or self._strange(below_title(header, table))
            if (
                self._conflict is None
                and not self._header.order
                and self._order == [c.key for c in block.columns]
            ):
                self._conflict = loose_order(
                    words_above(items, lines, start, above, table), block.columns, self._words
                )
            if (
                len(table.blocks) == 1
                and self._conflict is None
                and has_none(items, lines, start, self._words)
            ):
                below = words_below(lines, mine[-1].candidate.line_end)
                self._conflict = loose_order(below, block.columns, self._words) or gainsaid(
                    lines[: start.line],
                    [link.candidate.figures for link in mine],
                    [c.zh for c in block.columns],
                )
            if table.one_row and self._conflict is None:
                # the form prints no such rows, so that nothing but a header says which column is which
                is_told = self._header.texts or self._header.order
                self._conflict = "—" if not is_told and has_none(items, lines, start, self._words) else None
        self._later = self._headers_below(items, [link.candidate for link in mine], form)
        self._plain_later = self._printed_again(mine, lines)
        self._starts: Starts = starts_of((link.candidate for link in mine), len(self._order))
        self._grids: Grids = grids_of((link.candidate for link in mine), len(self._order))
        self._lines = lines
        runs = [link.candidate for link in links if isinstance(link.candidate.item, Run)]
        self._starts_of_rows = sorted(c.line for c in runs)
        self._loose = sorted((cell for c in runs for cell in c.stray), key=lambda c: (c.line_start, c.x0))
        one_line = [
            link.candidate.figures
            for link in mine
            if isinstance(link.candidate.item, Run)
            and len(link.candidate.figures) == len(self._order)
            and len({c.line_start for c in link.candidate.figures}) == 1
        ]
        self._fit = cuts(
            [
                FullRow(dict(zip(self._order, c.figures, strict=True)), c.stray, c.item.layout == "aligned")
                for c in (link.candidate for link in mine)
                if isinstance(c.item, Run) and len(c.figures) == len(self._order)
            ],
            room(one_line, self._order),
        )
        self._full_rows = [figures for figures in one_line if aligned(figures)]
        if _evenly_spaced([link.candidate for link in mine]):
            self._full_rows, self._spans = [], None

    def _read_header(
        self, items: list[Item], lines: list[str], mine: list[Link], above: int, form: Form
    ) -> None:
        columns = self._block.columns
        start = mine[0].candidate
        rows = header_rows(items, start.index, above)
        if any(squash(cell.text) in UNIT_HEADERS for row in rows for cell in row.cells):
            for link in mine:
                _drop_unit(link.candidate)
        labels = (start.label_at, len(start.item.cells))
        self._header = grid_header(rows, form.id, self._table, columns, labels)
        if rows and start.item.layout == "pipe_cells" and len(self._header.order or "") != len(start.figures):
            # one cell a line: the header, too, is a text in reading order rather than rows of cells
            texts = [cell.text for row in rows for cell in row.cells][-HEADER_LINES:]
            order, self._conflict = text_order(texts, self._table, columns)
            self._order = order or self._order
        elif self._header.order:
            self._order = self._header.order
        elif self._header.conflict:
            self._conflict = self._header.conflict
        elif not self._header.texts:
            header_lines = below_title(lines[max(0, above) : start.line - 1], self._table)
            if isinstance(start.item, Run):
                header_lines = [*header_lines, start.item.head]  # the header may run into the first row
            self._spans = header_cells(header_lines, column_matcher(form.id, self._table.no), self._order)
            text = squash_lines(header_lines)
            order, self._conflict = text_order(header_lines, self._table, columns)
            self._order = order or self._order
            for column in columns:
                printed = money_header(text, column.zh) if column.money else None
                if printed:
                    self._header.texts[column.key] = printed

    def _headers_below(
        self, items: list[Item], mine: list[Candidate], form: Form
    ) -> list[tuple[int, Header, list[str], str | None]]:
        """Headers between rows that tell another order than the one before: item index, header, order, conflict."""
        found: list[tuple[int, Header, list[str], str | None]] = []
        order = self._order
        for above, below in pairwise(mine):
            rows = [r for r in items[above.index + 1 : below.index] if isinstance(r, GridRow)]
            if not rows or not isinstance(below.item, GridRow):
                continue
            labels = (below.label_at, len(below.item.cells))
            header = grid_header(rows, form.id, self._table, self._block.columns, labels)
            if len(header.texts) < min(_LEAST_NAMED, len(self._block.columns)):
                continue
            if (header.order and header.order != order) or (header.conflict and not header.order):
                order = header.order or order
                other = len(order) != len(self._order)
                found.append(
                    (below.index, header, order, header.conflict or ("、".join(order) if other else None))
                )
        return found

    def _strange(self, header: list[str]) -> str | None:
        """The columns named in the lines of a plain header that the form does not have."""
        columns, matcher = self._block.columns, column_matcher(self._form_id, self._table.no)
        return strange_columns(header, self._table, columns, self._words, matcher)

    def _printed_again(self, mine: list[Link], lines: list[str]) -> dict[int, str]:
        """By rows of plain text, the header above them, where one within the block says otherwise than the first."""
        wordings = {squash(w): c.key for c in self._block.columns for w in c.wordings}
        later: dict[int, str] = {}
        conflict: str | None = None
        for above, link in pairwise(mine):
            candidate = link.candidate
            between = lines[above.candidate.line_end : max(above.candidate.line_end, candidate.line - 1)]
            named = {wordings[w] for line in between for w in map(squash, line.split()) if w in wordings}
            if isinstance(candidate.item, Run) and len(named) >= _LEAST_NAMED:
                order, conflict = text_order(between, self._table, self._block.columns)
                conflict = conflict or self._strange(between)
                standard = [c.key for c in self._block.columns]
                told = order or (standard if named == set(standard) else self._order)
                if conflict is None and told != self._order:
                    conflict = "、".join(told)
            if conflict is not None:
                later[id(candidate)] = conflict
        return later

    def _label_among(self, figures: Sequence[Cell]) -> str | None:
        """The text of a cell that holds a piece of a column's label where figures belong: cells slipped down a row."""
        for cell in figures:
            text = "" if cell.text.isascii() else squash(cell.text)
            if _LETTERS.fullmatch(text) and text not in UNITS and self._words.columns_with(text):
                return text
        return None

    @cached_property
    def _words(self) -> Words:
        return header_words(self._table, self._block.columns)

    @cached_property
    def _breaks(self) -> list[int]:
        """Lines that end a page; needed only for rows that lack figures."""
        return [n for n, line in enumerate(self._lines, 1) if "\f" in line or is_furniture(line)]

    def _place(self, candidate: Candidate) -> Placed:
        below = [later for later in self._later if later[0] <= candidate.index]
        _, header, order, conflict = below[-1] if below else (0, self._header, self._order, self._conflict)
        if conflict is not None:
            return Placed(problem="header-unclear", detail=conflict)
        if isinstance(candidate.item, GridRow) and (piece := self._label_among(candidate.figures)):
            return Placed(problem="header-unclear", detail=piece)
        if below:
            return place(candidate, order, header, self._starts, self._grids)
        if isinstance(candidate.item, GridRow):
            return place(candidate, self._order, self._header, self._starts, self._grids)
        if self._repeated:
            once = one_each(candidate.figures, self._repeated)
            if once is None:
                short = len(candidate.figures) < len(self._repeated)
                return Placed(problem="row-short" if short else "row-long", found=len(candidate.figures))
            candidate = replace(candidate, figures=once)
        full = len(candidate.figures) >= len(self._order)
        breaks = [] if full else self._breaks
        beside = Beside() if full else self._beside(candidate)
        return place_run(candidate, self._order, self._full_rows, self._spans, breaks, beside, self._fit)

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
            end,
        )

    def read(self, link: Link, row: Row, reading: TableReading | None) -> dict[CellKey, CellReading]:
        """The cells of one row; `reading` takes the findings, if they are wanted."""
        candidate = link.candidate
        again = self._plain_later.get(id(candidate))
        if again is not None and self._conflict is None:
            placed = Placed(problem="header-unclear", detail=again)
        else:
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
            if reading is not None:
                reading.note_unparsed(row, column, cell)
        return cells


def _drop_unit(candidate: Candidate) -> None:
    """Take the unit that a column of units prints before or behind a row's figures for no figure."""
    written = [i for i, cell in enumerate(candidate.figures) if cell.text.strip()]
    if not written:
        return
    first, last = written[0], written[-1]
    if squash(candidate.figures[first].text) in UNITS:
        candidate.figures = candidate.figures[first + 1 :]
        candidate.label_at += first + 1
    elif squash(candidate.figures[last].text) in UNITS:
        candidate.figures = candidate.figures[:last] + candidate.figures[last + 1 :]


def _evenly_spaced(rows: Sequence[Candidate]) -> bool:
    """Whether one and the same gap stands between all words of the rows, labels included: then places tell nothing."""
    gaps: Counter[int] = Counter()
    for row in rows:
        if isinstance(row.item, Run) and len({cell.line_start for cell in row.figures}) == 1:
            first = row.figures[0]
            if row.item.head and row.item.head_line == first.line_start:
                gaps[first.x0 - row.item.head_x0 - len(row.item.head)] += 1
            gaps.update(b.x0 - a.x1 for a, b in pairwise(row.figures))
    return bool(gaps) and gaps.most_common(1)[0][1] >= _EVEN_SHARE * gaps.total()
