"""The columns of one block of a table, decided from its header: their order, or why it is not known.

Belongs here: asking everything that a text says of the columns, the surest first. What a header of cells or of plain
words says is read elsewhere (gridheader.py, plainheader.py, headerwords.py), and rows are placed by it in rowblock.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from assets.extract.candidates import Candidate
from assets.extract.chain import Link
from assets.extract.corners import UNIT_HEADERS
from assets.extract.damagedheader import mended
from assets.extract.extracolumns import are_wider, last_year_beside, printed_columns
from assets.extract.fewercolumns import fewer_columns, without_padding
from assets.extract.figuresfirst import figures_above
from assets.extract.gridheader import Header
from assets.extract.headeragain import printed_again
from assets.extract.headerlost import is_in_place
from assets.extract.headerplace import (
    HEADER_LINES,
    below_title,
    cells_over,
    first_line_of,
    has_none,
    header_rows,
    header_start,
    label_line,
    last_line_of_figures,
    title_line,
    words_above,
    words_below,
    words_of,
)
from assets.extract.headersaid import (
    cells_said,
    gainsaid_by,
    lines_said,
    order_said,
    print_said,
    said_again,
    strange_below_title,
)
from assets.extract.headerscale import is_beside_figures
from assets.extract.headertorn import torn_apart
from assets.extract.headerwords import loose_order, pieces_apart
from assets.extract.joinedlabels import joined_labels
from assets.extract.labels import squash, squash_lines
from assets.extract.leftout import columns_left_out
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.narrative import gainsaid
from assets.extract.numbers import UNITS
from assets.extract.orderabove import another_order, group_elsewhere
from assets.extract.ownplaces import own_places
from assets.extract.plainheader import header_words
from assets.extract.remarks import leave_remarks
from assets.extract.spacedlabels import whole_labels
from assets.extract.stackedheader import Words
from assets.extract.subtotals import SUBTOTAL, Subtotal, taken_out
from assets.extract.yearcolumns import years_named
from schemas.form import Block, Form, Table
from schemas.whose import WORDS

# So many columns named between rows are a header.
_LEAST_NAMED = 3
# So many rows with as many figures as columns, and at least half of all: none is lacking.
_LEAST_FULL = 8
_BARS = re.compile(r"[|｜]")


@dataclass(frozen=True)
class Later:
    """A header between rows of cells, before item `index`, that tells another order than the one before."""

    index: int
    header: Header
    order: list[str]
    conflict: str | None


class BlockHeader:
    """What a text says of the columns of one block.

    `order` are the column keys from left to right (UNKNOWN for a strange one), `conflict` tells why they are not known,
    `header` what rows of cells say, `spans` where labels of a plain header stand, `plain_words` its lines, `repeated` the column of each place
    where plain figures of one cell are printed several times. `later` are headers between rows of cells, and
    `printed_again` tells, by the identity of candidates in plain text, of a header above them that says otherwise.
    """

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self, block: Block, links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
    ) -> None:
        self._block, self._table, self._form_id = block, table, form.id
        self._items = items
        own = {row.key for row in block.rows}
        self._rows = [link.candidate for link in links if table.rows[link.row].key in own]
        self._as_printed = lines
        self._lines, self._subtotal = self._pieces_apart(lines)
        self._standard = [c.key for c in block.columns]
        self._header_rows: list[GridRow] = []
        self.order = self._standard
        self.header = Header()
        self.conflict: str | None = None
        self.spans: list[Cell] | None = None
        self.plain_words: Sequence[str] = ()
        self.ruler_words = self.words
        self.repeated: list[str] | None = None
        if self._rows:
            start = self._rows[0]
            earlier = [link.candidate for link in links if link.candidate.index < start.index]
            top = self._top
            if isinstance(start.item, GridRow) and start.item.spans:
                # a table with marks of its own says where it begins, however many lines its cells have
                top = min(top, first_line_of(start.item.block, items) - 1)
            above = max([top, *(row.line_end for row in earlier)])
            self._read(above, max([row.index for row in earlier], default=-1))
            if isinstance(start.item, Run):
                self._count_columns(above)
            if self.conflict is None:
                self.conflict = self._gainsaid(above)
            if self._subtotal is not None:
                self._insert(self._subtotal)
            elif not table.one_row:
                named = self._own_places(above) if self.conflict is not None else None
                fewer = self._fewer(above) if len(table.blocks) == 1 else None
                if told := fewer or named:
                    self.order, self.conflict, self.header, self.spans = told, None, Header(), None
        self.later = self._headers_below()
        self.printed_again = printed_again(
            self._rows, self._lines, self.order, self._subtotal, form, table, block
        )

    @cached_property
    def words(self) -> Words:
        """What the header may print."""
        return header_words(self._table, self._block.columns)

    @cached_property
    def _top(self) -> int:
        """The line below which the header begins."""
        return header_start(self._as_printed, self._rows[0].line)

    @cached_property
    def _last_figures(self) -> int:
        """The line on which the last figures above the first row end."""
        return last_line_of_figures(self._items, self._rows[0], self._table)

    def _pieces_apart(self, lines: list[str]) -> tuple[list[str], Subtotal | None]:
        """The lines, with pieces of labels above a plain first row set apart, and without the word for the sum of some columns."""
        if not self._rows or not isinstance(self._rows[0].item, Run):
            return lines, None
        start, end = self._top, self._rows[0].line - 1
        columns = self._block.columns
        joined = joined_labels(lines[start:end], self._table, columns)
        whole = mended(whole_labels(joined, columns, self._table.groups), self._table, columns)
        header, subtotal = self._without_subtotal(start, [pieces_apart(line, columns) for line in whole])
        return (lines if header == lines[start:end] else [*lines[:start], *header, *lines[end:]]), subtotal

    def _without_subtotal(self, start: int, header: list[str]) -> tuple[list[str], Subtotal | None]:
        """The lines of a header, the first behind line `start`, without a subtotal, and this."""
        if not any(c.group for c in self._block.columns):
            return header, None
        first, table = self._rows[0], self._table
        floor = max(0, self._last_figures - start)
        title = title_line(header, table)
        top = floor + max(0, title_line(header[floor:], table) - 1)
        # figures of rows that are not known may stand between the header and the first that is
        tops = [top, title - 1] if 0 < title <= floor else [top]
        return taken_out(header, tops, label_line(first) - 1 - start, table, self._block)

    def _insert(self, subtotal: Subtotal) -> None:
        """Give the column of a subtotal its place among the others, or say that it is not known."""
        rows = [c.figures for c in self._rows if isinstance(c.item, Run)]
        whole = subtotal.within(self.order, self.words.lower, rows)
        if whole is None:
            self.conflict = self.conflict or SUBTOTAL
        elif self.conflict is None:
            self.spans = subtotal.among(self.spans, whole)
            self.order, self.plain_words = whole, subtotal.printed
            self.ruler_words = subtotal.known(self.words)

    def _read(self, above: int, behind: int) -> None:
        """Read the header, of cells or of plain words, over the first row, below line `above` and behind item `behind`."""
        start = self._rows[0]
        floor = max(0, above)
        title = floor + title_line(self._lines[floor : start.line - 1], self._table)
        rows = self._header_rows = header_rows(self._items, start.index, max(above, title - 1), behind)
        if any(squash(cell.text) in UNIT_HEADERS for row in rows for cell in row.cells):
            for candidate in self._rows:
                _drop_unit(candidate)
        labels = (start.label_at, len(start.item.cells))
        self.header = cells_said(rows, self._form_id, self._table, self._block, labels)
        if not self.header.order and not self._is_named_anew():
            fewer = columns_left_out(rows, self._form_id, self._table, self._block.columns, self._rows)
            self.header = fewer or self.header
        self.header = leave_remarks(rows, self.header, self._rows, self._table, len(self._block.columns))
        if rows and start.item.layout == "pipe_cells" and len(self.header.order or "") != len(start.figures):
            # one cell a line: the header, too, is a text in reading order rather than rows of cells
            pieces = tuple(self._pieces(rows)[-HEADER_LINES:])
            order, self.conflict = order_said(pieces, self._table, self._block)
            self.order = order or self.order
        elif self.header.order:
            self.order = self.header.order
        elif self.header.conflict:
            self.conflict = self.header.conflict
        elif not self.header.texts:
            self._read_words(above)

    def _pieces(self, rows: list[GridRow]) -> list[str]:
        """What a header of one cell a line prints, in reading order, also on lines that close no cell."""
        first, last = rows[0].line_start, self._rows[0].line - 1
        return [piece for line in self._lines[first - 1 : last] for piece in _BARS.split(line)]

    def _read_words(self, above: int) -> None:
        start = self._rows[0]
        above = max(above, self._last_row_of_others(above))
        words = self._above(self._lines, max(0, above), start.line - 1)
        printed = self._above(self._as_printed, max(0, above), start.line - 1)
        if isinstance(start.item, Run):
            # the header may run into the first row
            head = " ".join(start.item.head.split())
            words.append(head)
            printed.append(head)
        self.plain_words = words
        said = lines_said(tuple(words), tuple(printed), self._form_id, self._table, self._block)
        self.spans, self.conflict = said.spans, said.conflict
        self.order = said.order or self.order
        if (
            said.order
            and said.order != self._standard
            and is_beside_figures(words, said.order, self._rows, self.words)
        ):
            self.conflict = "、".join(c.zh for key in said.order for c in self._block.columns if c.key == key)
        if said.units:
            self.header = replace(self.header, texts={**self.header.texts, **said.units})

    def _last_row_of_others(self, above: int) -> int:
        """The line of the last figures above a header, whose labels are none of it: 其他 begins those of other tables, too."""
        last = self._last_figures
        below = squash_lines(self._lines[last : self._rows[0].line - 1])
        named = [c for c in self._block.columns if any(squash(w) in below for w in c.wordings)]
        return last if len(named) >= _LEAST_NAMED else above

    def _above(self, lines: list[str], floor: int, end: int) -> list[str]:
        """The words of the header in some lines, one space between them where no columns stand below."""
        words = below_title(lines[floor:end], self._table)
        is_running = all(isinstance(row.item, Run) and row.item.layout == "running" for row in self._rows)
        return [" ".join(line.split()) for line in words] if is_running else list(words)

    def _count_columns(self, above: int) -> None:
        """Confront a plain header with the rows: columns that the form lacks, and cells printed several times."""
        table, columns, start = self._table, self._block.columns, self._rows[0]
        rows = [c.figures for c in self._rows if isinstance(c.item, Run)]
        floor = max(above, self._last_figures)
        words = tuple(self._lines[floor : label_line(start) - 1])
        wider = printed_columns(rows, words, table, columns)
        self.repeated = said_again(words, self._form_id, table, self._block)
        if self._subtotal is not None:
            return
        if wider:
            self.order, self.conflict = wider, None
        elif self.repeated:
            self.conflict = None
        elif are_wider(rows, len(columns)):
            # a row with the form's count of figures is one with a blank, too
            self.conflict = self.conflict or f"{len(rows[0])} > {len(columns)}"
        else:
            self.conflict = (
                self.conflict
                or last_year_beside(words, table, columns)
                or _sum_of_parts(words)
                or strange_below_title(words, self._form_id, table, self._block)
            )

    def _gainsaid(self, above: int) -> str | None:
        """What speaks against columns that no header proves or contradicts: loose words, or words elsewhere."""
        table, columns, start = self._table, self._block.columns, self._rows[0]
        if told := figures_above(self._items, start, columns):
            return told
        if not self.header.order and self.order == self._standard:
            is_grid = isinstance(start.item, GridRow)
            rows = self._header_rows if is_grid else []
            words = words_of(rows) if is_grid else words_above(self._items, self._lines, start, above, table)
            in_place = is_in_place(cells_over(rows, self._rows, len(columns)), columns, self.words)
            counts = [sum(bool(cell.text.strip()) for cell in row.figures) for row in self._rows]
            is_most = counts.count(len(columns)) >= max(_LEAST_FULL, len(counts) / 2)
            full = is_most and max(counts) == len(columns)
            if told := gainsaid_by(tuple(map(tuple, words)), table, self._block, in_place, full):
                return told
            if told := self._against_print(words) if is_grid else self._against_print_above(above):
                return told
            if told := None if is_grid else self._torn_apart():
                return told
        over = below_title(self._lines[max(0, above) : start.line - 1], table)
        told = years_named(over) if self.order == self._standard != self.header.order else None
        if told is not None:
            return told
        if isinstance(start.item, Run):
            told = group_elsewhere(self.plain_words, table, columns, self.order)
        elif self.order == self._standard != self.header.order:
            told = another_order(self._items[: start.index], columns, self.words.by_wording)
        if told is not None:
            return told
        is_bare = (len(table.blocks) == 1 or table.one_row) and has_none(
            self._items, self._lines, start, self.words
        )
        if is_bare and len(table.blocks) == 1:
            below = words_below(self._lines, self._rows[-1].line_end)
            told = loose_order(below, columns, self.words) or gainsaid(
                self._lines[: start.line], [c.figures for c in self._rows], [c.zh for c in columns]
            )
            if told is not None:
                return told
        # the form of one row prints no such rows, so that nothing but a header says which column is which
        is_told = self.header.texts or self.header.order
        return "—" if table.one_row and is_bare and not is_told else None

    def _against_print(self, words: Sequence[Sequence[str]]) -> str | None:
        """What in the words of header rows is in no row of the form."""
        lines = tuple([" ".join(map(squash, row)) for row in words])
        return print_said(lines, self._table, self._block)

    def _against_print_above(self, above: int) -> str | None:
        """What in the lines above a run is of no page in the form's order."""
        start = self._rows[0]
        floor = max(above, self._last_row_of_others(above))
        header = self._above(self._as_printed, floor, label_line(start) - 1)
        return print_said(tuple(header), self._table, self._block)

    def _torn_apart(self) -> str | None:
        """What of the header stands above the first row, and what below it, against the form's order."""
        columns, start = self._block.columns, self._rows[0]
        if len(start.figures) == len(columns):
            return None
        whole = next((row for row in self._rows if len(row.figures) == len(columns)), None)
        if whole is None:
            return None
        below = self._lines[start.line - 1 : label_line(whole) - 1]
        return torn_apart(self.plain_words, below, self._table, columns)

    def _fewer(self, above: int) -> list[str] | None:
        """The columns of a table that has fewer than the form."""
        start, table, rows = self._rows[0], self._table, [row.figures for row in self._rows]
        if self._is_named_anew():
            return None
        if isinstance(start.item, GridRow):
            words = words_of(self._header_rows)
            rows = without_padding(self._rows, self._header_rows)
        else:
            words = words_above(self._items, self._lines, start, above, table)
        return fewer_columns(rows, words, table, self._block.columns)

    def _own_places(self, above: int) -> list[str] | None:
        """The columns that the header names in their own places, where it leaves others in doubt."""
        start, columns = self._rows[0], self._block.columns
        if any(sum(bool(cell.text.strip()) for cell in row.figures) > len(columns) for row in self._rows):
            return None  # a row with as many figures as columns is one that lacks another
        if not isinstance(start.item, GridRow):
            rows = words_above(self._items, self._lines, start, above, self._table)
            return own_places([word for row in rows for word in row], self._table, columns, self.words)
        if not self._header_rows or len(self._header_rows[-1].cells) != len(start.item.cells):
            return None
        texts = [cell.text for cell in self._header_rows[-1].cells[start.label_at :]]
        is_whole = len(texts) == len(columns) + 1
        return own_places(texts, self._table, columns, self.words) if is_whole else None

    def _is_named_anew(self) -> bool:
        """Whether rows of cells below the first row name other columns than those above it."""
        keys = self.words.by_wording
        named = {key for row in self._header_rows for c in row.cells if (key := keys.get(squash(c.text)))}
        for item in self._items[self._rows[0].index : self._rows[-1].index]:
            if isinstance(item, GridRow) and len(item.words) == len(item.written) >= _LEAST_NAMED:
                below = [keys.get(squash(item.cells[at].text)) for at in item.written]
                if len({key for key in below if key}) >= _LEAST_NAMED and not named >= {*below} - {None}:
                    return True
        return False

    def _headers_below(self) -> list[Later]:
        found: list[Later] = []
        order = self.order
        for above, below in pairwise(self._rows):
            if below.index - above.index < 2 or not isinstance(below.item, GridRow):
                continue
            rows = [r for r in self._items[above.index + 1 : below.index] if isinstance(r, GridRow)]
            if not rows:
                continue
            labels = (below.label_at, len(below.item.cells))
            header = cells_said(rows, self._form_id, self._table, self._block, labels)
            if len(header.texts) < min(_LEAST_NAMED, len(self._block.columns)):
                continue
            if len(self.order) < len(self._standard) and header.texts == self.header.texts:
                continue
            if (header.order and header.order != order) or (header.conflict and not header.order):
                order = header.order or order
                other = len(order) != len(self.order)
                conflict = header.conflict or ("、".join(order) if other else None)
                found.append(Later(below.index, header, order, conflict))
        return found


def _sum_of_parts(words: Sequence[str]) -> str | None:
    """The name of a column that the form does not have: rows with as many figures as the form lack one then."""
    return next(
        (word for line in words for word in map(squash, line.split()) if word in WORDS.sums_of_parts), None
    )


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
