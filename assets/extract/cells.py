"""What is read of a form's cells, and the account of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.model import Cell
from assets.extract.numbers import Figure, is_compared, parsed, without_all_years
from assets.extract.records import record
from schemas.form import CellKey, Column, Row
from schemas.meaning import TURNS
from schemas.whose import WORDS

# Letters of a cell's text that a finding shows.
_LONGEST_SHOWN = 80


@record
class CellReading:
    """One cell; fields as in schemas.tables.Cells."""

    status: str
    value: float | None = None
    raw: str | None = None
    unit: str | None = None
    line_start: int | None = None
    line_end: int | None = None
    reason: str | None = None


def uncertain(reason: str, line_start: int | None, line_end: int | None) -> CellReading:
    """A cell that is not given, for a reason, with the lines on which it would stand."""
    return CellReading("uncertain", line_start=line_start, line_end=line_end, reason=reason)


@dataclass
class TableReading:
    """What was read of one table: its cells, the layout, the lines it takes up, and findings in the making.

    A finding is (code, arguments of schemas.findings.finding). `named` are rows each of whose figures stands under a head of its own
    in a header of cells, the form's under theirs, one under the text's own.
    """

    table_no: str
    cells: dict[CellKey, CellReading] = field(default_factory=dict)
    layout: str | None = None
    lines: set[int] = field(default_factory=set)
    findings: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def note(self, code: str, **values: Any) -> None:
        """Add a finding about this table."""
        self.findings.append((code, {"table_no": self.table_no, **values}))

    def is_open(self, key: CellKey) -> bool:
        """Whether nothing is known of a cell: it was not found, or is in doubt."""
        cell = self.cells.get(key)
        return cell is None or cell.status == "uncertain"

    def known(self, keys: Iterable[CellKey]) -> list[CellKey]:
        """Those of some cells of which something is known."""
        cells = self.cells
        return [key for key in keys if key in cells and cells[key].status != "uncertain"]

    def is_whole(self, keys: Iterable[CellKey]) -> bool:
        """Whether something is known of every one of these cells."""
        statuses = [cell.status if cell else "uncertain" for cell in map(self.cells.get, keys)]
        return "uncertain" not in statuses

    def doubt(self, key: CellKey, code: str, line: int | None) -> None:
        """Put a cell in doubt that was read; `line` is where it stands, if it is blank."""
        cell = self.cells[key]
        if cell.status != "uncertain":
            lines = cell.line_start or line, cell.line_end or line
            self.cells[key] = CellReading("uncertain", None, None, cell.unit, *lines, code)

    def doubt_said(self, keys: Iterable[CellKey], code: str, line: int, label: str) -> None:
        """Put those of the cells in doubt that are known, with one finding of the words on a line that say something of them."""
        known = self.known(keys)
        if known:
            self.note(code, line=line, label=label)
        for key in known:
            self.doubt(key, code, line)

    def note_unparsed(self, row: Row, column: Column, cell: CellReading) -> None:
        """Add the finding that a cell's text has no one reading, if it has none."""
        if cell.status == "unparsed":
            self.note(
                "cell-unparsed",
                line=cell.line_start,
                row_key=row.key,
                col_key=column.key,
                row=row,
                column=column,
                raw=(cell.raw or "")[:_LONGEST_SHOWN],
            )


def printed_unit(header_text: str | None) -> str | None:
    """The unit of money that a header prints, such as 本年收费金额（单位：万元）."""
    text = squash(header_text or "")
    for unit in ("亿元", "万元", "元"):
        if unit in text:
            return unit
    return None


def read_cell(cell: Cell, column: Column, header_text: str | None = None) -> CellReading:
    """Read one printed cell of a column; the unit is the one printed, else the header's, else the form's."""
    raw = cell.text.strip()
    if cell.of_rows:
        return uncertain("row-split", cell.line_start, cell.line_end)
    told = without_all_years(raw) if _is_of_all_years(column.zh) else raw
    figure = parsed(told, column.signed, column.money, not column.money)
    status = figure.status
    if ("(" in raw or "（" in raw) and is_compared(raw) and _tells_last_year(column):
        figure, status = Figure("unparsed"), "unparsed"
    unit = figure.unit or (printed_unit(header_text) if column.money else None) or column.unit
    if status == "blank":
        return CellReading("blank", None, None, unit)
    reason = "cell-unparsed" if status == "unparsed" else None
    return CellReading(status, figure.value, raw, unit, cell.line_start, cell.line_end, reason)


@remembering
def _is_of_all_years(name: str) -> bool:
    """Whether a column asks for all years together."""
    return any(word in name for word in TURNS.of_all_years)


def _tells_last_year(column: Column) -> bool:
    """Whether a column asks for last year's figures or for the change since then: a note about last year's may be the figure."""
    return column.signed or any(word in column.zh for word in WORDS.last_year)
