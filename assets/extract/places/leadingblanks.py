"""Blank cells between a label and its first figure: whether anything says that they are no cells of columns.

    | 规章           |    | 308 | 16 | 12 |
    | 行政规范性文件 | 19 | 295 |    |

As many figures as the form has columns are in the first row, behind a blank cell that no column is left for. It may be the rest of a
merged label, as such cells are in tables whose other rows show it; or the first column is blank, and the last figure is one too many.
Where the label of another row, of the same level, has a figure right behind it, the blank is that of a column. A label
that stands further left than the others of its level may have moved the whole row (a rowspan too short by a row), if the row's
last cells are blank. Blanks that the label's own merged cell covers are none of a column, if all columns have their figures behind it.
Does not belong here: which cell is whose (columns.py), and rows with a cell too few (padded.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.gridheader import Header
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.places.placed import Placed
from assets.extract.records import record
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many rows of more columns than the form's are no slips.
_LEAST_WIDER = 2
# So many rows of its level at least show where a label stands.
_LEAST_OF_LEVEL = 2
# So many rows with the same blanks outnumber one with fewer.
_OUTNUMBERED = 5
# So many blocks at least has a table whose rows a program drew apart.
_LEAST_APART = 5


@record
class _Row:
    """A row of a block: its part of the form's table, the cell of its label, how many groups are above that, and where its first and last figures stand."""

    index: int
    part: int
    level: int
    label_at: int
    size: int
    first: int
    last: int

    @property
    def blanks(self) -> int:
        """The cells between its label and its first figure."""
        return self.first - self.label_at - 1


class LeadingBlanks:
    """What the rows of a table show of the blank cells behind their labels."""

    def __init__(self, links: Sequence[Link], table: Table) -> None:
        self._links, self._table = links, table
        self._blocks: Mapping[int, Sequence[_Row]] | None = None

    def are_columns(self, candidate: Candidate, placed: Placed, order: Sequence[str], header: Header) -> bool:
        """Whether a row was read without blank cells behind its label that may be those of its first columns."""
        row = candidate.item
        if not isinstance(row, GridRow) or candidate.label_at < 0 or not placed.cells:
            return False
        key = next((key for key in order if key != UNKNOWN), None)
        cell = placed.cells.get(key or "")
        blank = next((n for n, c in enumerate(candidate.figures) if c.text.strip() or c is cell), 0)
        if cell is None or not blank or candidate.figures[blank - 1] is cell:
            return False
        start = next((n for n, c in enumerate(candidate.figures) if c is cell), 0) - order.index(key or "")
        if _is_covered(candidate, row, cell) and all(c.text.strip() for c in placed.cells.values()):
            return False
        if start <= 0 or self._is_only_one(candidate, row, order, header):
            return False
        if self._is_moved(candidate, row):
            return True
        return not self._is_told(candidate, row, candidate.label_at + 1 + start, order, header)

    def _is_moved(self, candidate: Candidate, row: GridRow) -> bool:
        """Whether a label stands left of others of its level, in a row that ends in as many blanks and is as long."""
        rows = self._rows_of(row.block)
        own = next((other for other in rows if other.index == candidate.index), None)
        if own is None:
            return False
        others = [o for o in rows if o is not own and (o.level, o.part) == (own.level, own.part)]
        right = [o for o in others if o.label_at > own.label_at]
        if len(right) < max(_LEAST_OF_LEVEL, _OUTNUMBERED * (len(others) - len(right))):
            return False
        moved = min(o.label_at for o in right) - own.label_at
        return own.size - 1 - own.last >= moved and all(o.size == own.size for o in right)

    def _is_only_one(self, candidate: Candidate, row: GridRow, order: Sequence[str], header: Header) -> bool:
        """Whether the only figure of a row stands in a table of one column that is as wide: the name may be cut in cells."""
        figures = sum(1 for cell in candidate.figures if cell.text.strip())
        return len(order) == figures == 1 and len(row.cells) <= header.width

    def _is_told(
        self, candidate: Candidate, row: GridRow, start: int, order: Sequence[str], header: Header
    ) -> bool:
        """Whether the header or other rows show that the first column begins in cell `start`."""
        named_at = header.places.get(order[0], [header.at.get(order[0], -1)])[0]
        if named_at == start and (len(row.cells) == header.width or not header.width):
            return True
        rows = self._rows_of(row.block)
        own = next((other for other in rows if other.index == candidate.index), None)
        if own is None:
            return True
        others = [other for other in rows if other is not own]
        alike = [o for o in others if o.level == own.level]
        if not alike and self._blocks and len(self._blocks) >= _LEAST_APART:
            # a program set rows apart, as tables of their own
            rows = [row for of_block in self._blocks.values() for row in of_block]
            others = [other for other in rows if other is not own]
            alike = [o for o in others if o.level == own.level and o.blanks == own.blanks]
        blanks = start - own.label_at - 1
        if any(o.part == own.part for o in alike):  # rows of other columns have their figures elsewhere
            alike = [o for o in alike if o.part == own.part]
        against = sum(
            o.blanks < blanks and (o.first < start or (o.size != own.size and o.label_at == own.label_at))
            for o in alike
        )
        # a row or two that a program set otherwise say nothing against all others
        if sum((o.blanks, o.first) == (blanks, start) for o in alike) < _OUTNUMBERED * against:
            return False
        if self._are_wider(rows, len(order)):
            return False
        # words behind the figures may be the cell too many in each of several rows
        ends_in_figure = looks_like_figure(row.cells[row.written[-1]].text)
        if ends_in_figure and any(_is_as_long(o, own) for o in alike):
            return True
        if any(o.size > own.size for o in alike):
            return False  # the blanks at its end are gone, and its last figure need not be that of the last column
        return any(not o.blanks and o.first == start and o.size == own.size for o in others)

    def _are_wider(self, rows: Sequence[_Row], width: int) -> bool:
        """Whether several rows have a figure right behind their label and another further from it than the last column is."""
        return sum(not o.blanks and o.last - o.first >= width for o in rows) >= _LEAST_WIDER

    def _rows_of(self, number: int) -> Sequence[_Row]:
        """The rows of a block with a figure."""
        if self._blocks is None:
            blocks: dict[int, list[_Row]] = {}
            parts = {row.key: n for n, block in enumerate(self._table.blocks) for row in block.rows}
            for link in self._links:
                row, label_at = link.candidate.item, link.candidate.label_at
                if not isinstance(row, GridRow) or label_at < 0:
                    continue
                at = [n for n in row.written if n > label_at and looks_like_figure(row.cells[n].text)]
                if at:
                    key = self._table.rows[link.row].key
                    level, part = len(self._table.ancestors(key)), parts[key]
                    found = _Row(link.candidate.index, part, level, label_at, len(row.cells), at[0], at[-1])
                    blocks.setdefault(row.block, []).append(found)
            self._blocks = blocks
        return self._blocks.get(number, ())


def _is_covered(candidate: Candidate, row: GridRow, first: Cell) -> bool:
    """Whether the cell of a row's label reaches to its first figure."""
    behind = next((at for at in row.starts if at > candidate.label_at), None)
    return behind is not None and candidate.label_at in row.starts and row.cells[behind] is first


def _is_as_long(row: _Row, other: _Row) -> bool:
    """Whether two rows are of as many cells behind their labels, or of as many with figures behind as many blanks."""
    if row.blanks == other.blanks and row.last - row.label_at == other.last - other.label_at:
        return True
    return row.size - row.label_at == other.size - other.label_at
