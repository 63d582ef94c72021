"""The columns of one block of a table, decided from its header: their order, or why it is not known.

Belongs here: asking everything that a text says of the columns, the surest first. What a header of cells or of plain
words says is read elsewhere (gridheader.py, plainheader.py, headerwords.py), what speaks against it in againstheader.py, and rows
are placed by it in rowblock.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from assets.extract.headers.acrosspages import made_whole
from assets.extract.headers.againstheader import spoken_against
from assets.extract.headers.anyorder import is_standard, names_all
from assets.extract.headers.aroundblock import Around
from assets.extract.headers.columnsbeside import with_columns_beside
from assets.extract.headers.corners import UNIT_HEADERS
from assets.extract.headers.gridheader import Header
from assets.extract.headers.headeragain import printed_again
from assets.extract.headers.headerbelow import order_below
from assets.extract.headers.headerbreaks import cells_put_together, rows_put_together
from assets.extract.headers.headerplace import (
    HEADER_LINES,
    first_line_of,
    header_rows,
    label_line,
    title_line,
)
from assets.extract.headers.headersaid import (
    cells_said,
    lines_said,
    order_said,
    said_again,
    strange_below_title,
)
from assets.extract.headers.headerscale import is_beside_figures
from assets.extract.headers.laterheaders import headers_below
from assets.extract.headers.leftout import columns_left_out
from assets.extract.headers.membersapart import with_members
from assets.extract.headers.ownleaf import names_each
from assets.extract.headers.partialheader import fewer_named, named_in_place
from assets.extract.headers.remarks import leave_remarks
from assets.extract.headers.serialcolumn import drop_counted, numbers_rows
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import UNITS
from assets.extract.plainheaders.blankremarks import without_blank_remarks
from assets.extract.plainheaders.damagedheader import mended
from assets.extract.plainheaders.extracolumns import are_wider, last_year_beside, printed_columns
from assets.extract.plainheaders.extralabels import label_beside
from assets.extract.plainheaders.headerwords import pieces_apart
from assets.extract.plainheaders.joinedlabels import joined_labels
from assets.extract.plainheaders.onaline import settled_order
from assets.extract.plainheaders.spacedlabels import whole_labels
from assets.extract.plainheaders.subtotals import SUBTOTAL, Subtotal, taken_out
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Block, Form, Table
from schemas.whose import WORDS

_BARS = re.compile(r"[|｜]")


class BlockHeader:
    """What a text says of the columns of one block.

    `order` are the column keys from left to right (UNKNOWN for a strange one), `conflict` tells why they are not known,
    `header` what rows of cells say, `spans` where labels of a plain header stand, `plain_words` its lines, `words` what it may print,
    `repeated` the column of each place where plain figures of one cell are printed several times. `later` are headers between rows of cells, and
    `names_each` tells that it names every column of its rows, one of the text's own among them. `printed_again` tells, by the identity of candidates in plain text, of a header above them that says otherwise.
    """

    def __init__(  # noqa: PLR0913 - the whole context of a block
        self, block: Block, links: list[Link], items: list[Item], lines: list[str], form: Form, table: Table
    ) -> None:
        own = {row.key for row in block.rows}
        self._rows = [link.candidate for link in links if table.rows[link.row].key in own]
        self._around = Around(block, self._rows, items, lines, form, table)
        self._around.lines, self._subtotal = self._pieces_apart(lines)
        self.order = self.standard = self._around.standard
        self.header = Header()
        self.conflict: str | None = None
        self.names_each = False
        self.spans: list[Cell] | None = None
        self.plain_words: Sequence[str] = ()
        self.words = self.ruler_words = self._around.words
        self.repeated: list[str] | None = None
        if self._rows:
            start = self._rows[0]
            earlier = [link.candidate for link in links if link.candidate.index < start.index]
            top = self._around.top
            if isinstance(start.item, GridRow) and start.item.spans:
                # a table with marks of its own says where it begins, however many lines its cells have
                top = min(top, first_line_of(start.item.block, items) - 1)
            above = self._above = max([top, *(row.line_end for row in earlier)])
            self._read(above, max([row.index for row in earlier], default=-1))
            if isinstance(start.item, Run):
                self._count_columns(above)
                if self.conflict is None:
                    self.order = settled_order(self.order, self.standard, self.plain_words, block.columns)
            if self.conflict is None:
                self.conflict = spoken_against(
                    self._around, self.header, self.order, self.plain_words, above, lambda: self._is_wrapped
                )
            if self._subtotal is not None:
                self._insert(self._subtotal)
            elif not table.one_row:
                named = named_in_place(self._around, above) if self.conflict is not None else None
                fewer = fewer_named(self._around, above) if len(table.blocks) == 1 else None
                if told := fewer or named:
                    self.order, self.conflict, self.header, self.spans = told, None, Header(), None
        self.later = headers_below(self._around, self.header, self.order)
        if self._rows and self.conflict is None and self.order == self._around.standard != self.header.order:
            self.conflict = order_below(self._around, self.later)
        self.printed_again = printed_again(
            self._rows, self._around.lines, self.order, self._subtotal, form, table, block
        )

    @cached_property
    def names_all(self) -> bool:
        """Whether the header has the letters of the form's columns and no others, in whatever order."""
        return bool(self._rows) and names_all(self._around, self._above)

    @cached_property
    def _is_wrapped(self) -> bool:
        """Whether lines of wrapped cells show the form's order, whatever their words one behind the other seem to say."""
        is_plain = all(isinstance(row.item, Run) for row in self._rows)
        return is_plain and self._subtotal is None and is_standard(self._around, self._above)

    def _pieces_apart(self, lines: list[str]) -> tuple[list[str], Subtotal | None]:
        """The lines, with pieces of labels above a plain first row set apart, and without the word for the sum of some columns."""
        if not self._rows or not isinstance(self._rows[0].item, Run):
            return lines, None
        start, end = self._around.top, self._rows[0].line - 1
        columns = self._around.block.columns
        joined = joined_labels(lines[start:end], self._around.table, columns)
        whole = mended(whole_labels(joined, columns, self._around.table.groups), self._around.table, columns)
        labels = tuple([squash(c.zh) for c in columns])
        header, subtotal = self._without_subtotal(start, [*map(pieces_apart(labels), whole)])
        return (lines if header == lines[start:end] else [*lines[:start], *header, *lines[end:]]), subtotal

    def _without_subtotal(self, start: int, header: list[str]) -> tuple[list[str], Subtotal | None]:
        """The lines of a header, the first behind line `start`, without a subtotal, and this."""
        if not any(c.group for c in self._around.block.columns):
            return header, None
        first, table = self._rows[0], self._around.table
        floor = max(0, self._around.last_figures - start)
        title = title_line(header, table)
        top = floor + max(0, title_line(header[floor:], table) - 1)
        # figures of rows that are not known may stand between the header and the first that is
        tops = [top, title - 1] if 0 < title <= floor else [top]
        return taken_out(header, tops, label_line(first) - 1 - start, table, self._around.block)

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
        title = floor + title_line(self._around.lines[floor : start.line - 1], self._around.table)
        rows = header_rows(self._around.items, start.index, max(above, title - 1), behind)
        rows = made_whole(rows, start, self._around.lines, self._around.table, self._around.block.columns)
        self._around.header_rows = rows
        if any(squash(cell.text) in UNIT_HEADERS for row in rows for cell in row.cells):
            for candidate in self._rows:
                _drop_unit(candidate)
        labels = (start.label_at, len(start.item.cells))
        self.header = cells_said(rows, self._around.form_id, self._around.table, self._around.block, labels)
        if not self.header.order and not self._around.is_named_anew():
            fewer = columns_left_out(
                rows, self._around.form_id, self._around.table, self._around.block.columns, self._rows
            )
            self.header = fewer or self._with_breaks(max(above, title - 1), labels) or self.header
        self.header = with_members(self.header, rows, self._around, labels)
        self.header = leave_remarks(
            rows, self.header, self._rows, self._around.table, len(self._around.block.columns)
        )
        self.header = with_columns_beside(self.header, self._rows)
        self.header = replace(self.header, layout=rows[-1].layout if rows else "")
        self.names_each = names_each(rows, self.header, self._around.table, self._around.block.columns)
        is_torn = self.header.conflict and self.header.width and not self.header.places
        is_list = start.item.layout == "pipe_cells" and not is_torn
        if rows and is_list and len(self.header.order or "") != len(start.figures):
            # one cell a line: the header, too, is a text in reading order rather than rows of cells
            pieces = tuple(self._pieces(rows)[-HEADER_LINES:])
            order, self.conflict = order_said(pieces, self._around.table, self._around.block)
            if order is None and self.conflict is None and len(self._around.table.blocks) > 1:
                # no label spans others there, so that the cells are one row over the figures
                told = self._in_one_row(rows, labels) or self.header
                order, self.conflict = told.order, told.conflict
            self.order = order or self.order
            written = [[cell for cell in row.figures if cell.text.strip()] for row in self._rows]
            if self.conflict is None and are_wider(written, len(self.order)):
                # a row with the form's count of figures lacks one
                self.conflict = f"{len(start.figures)} > {len(self.order)}"
        elif self.header.order:
            self.order = self.header.order
        elif self.header.conflict:
            self.conflict = self.header.conflict
        elif broken := cells_put_together(
            self._around.lines, max(above, title), self._rows, self._around.block.columns
        ):
            order, self.conflict = order_said(tuple(broken), self._around.table, self._around.block)
            self.order = order or self.order
        elif not self.header.texts:
            self._read_words(above)

    def _with_breaks(self, above: int, labels: tuple[int, int]) -> Header | None:
        """What rows of cells with line breaks say, put together; None where they do not tell the order."""
        around = self._around
        rows = rows_put_together(around.lines, above, self._rows, around.table.header)
        told = rows and cells_said(rows, around.form_id, around.table, around.block, labels)
        return told if told and told.order else None

    def _in_one_row(self, rows: list[GridRow], labels: tuple[int, int]) -> Header | None:
        """What cells of a row each say, as many behind the word over the labels as the block has columns, as one row; None without such."""
        around = self._around
        cells = [row.cells[at] for row in rows for at in row.written]
        start = next((at for at, c in enumerate(cells) if squash(c.text) == around.table.header), len(cells))
        if any(len(row.written) > 1 for row in rows) or len(cells) - start - 1 != len(around.block.columns):
            return None
        row = GridRow(cells[start:], "pipe_cells", rows[0].block)
        return cells_said([row], around.form_id, around.table, around.block, labels)

    def _pieces(self, rows: list[GridRow]) -> list[str]:
        """What a header of one cell a line prints, in reading order, also on lines that close no cell."""
        first, last = rows[0].line_start, self._rows[0].line - 1
        return [piece for line in self._around.lines[first - 1 : last] for piece in _BARS.split(line)]

    def _read_words(self, above: int) -> None:
        start = self._rows[0]
        above = max(above, self._around.last_row_of_others(above))
        words = self._around.words_over(self._around.lines, max(0, above), start.line - 1)
        printed = self._around.words_over(self._around.as_printed, max(0, above), start.line - 1)
        if isinstance(start.item, Run):
            # the header may run into the first row
            head = " ".join(start.item.head.split())
            words.append(head)
            printed.append(head)
        self.plain_words = words
        said = lines_said(
            tuple(words), tuple(printed), self._around.form_id, self._around.table, self._around.block
        )
        self.spans, self.conflict = said.spans, said.conflict
        if said.conflict and self._is_wrapped:
            self.spans = self.conflict = None
            return
        self.order = said.order or self.order
        if (
            said.order
            and said.order != self._around.standard
            and is_beside_figures(words, said.order, self._rows, self.words)
        ):
            self.conflict = "、".join(
                c.zh for key in said.order for c in self._around.block.columns if c.key == key
            )
        if said.units:
            self.header = replace(self.header, texts={**self.header.texts, **said.units})

    def _count_columns(self, above: int) -> None:
        """Confront a plain header with the rows: columns that the form lacks, and cells printed several times."""
        table, columns, start = self._around.table, self._around.block.columns, self._rows[0]
        floor = max(above, self._around.last_figures)
        words = (*self._around.lines[floor : label_line(start) - 1], *map(" ".join, self._around.on_line))
        drop_counted(words, self._rows, len(columns))
        rows = [c.figures for c in self._rows if isinstance(c.item, Run)]
        wider = printed_columns(rows, words, table, columns)
        self.repeated = said_again(words, self._around.form_id, table, self._around.block)
        if self._subtotal is not None:
            return
        words = without_blank_remarks(words, rows, len(columns))
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
                or numbers_rows(words, rows)
                or label_beside(words, table, columns)
                or (
                    None
                    if self._is_wrapped
                    else strange_below_title(words, self._around.form_id, table, self._around.block)
                )
            )


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
