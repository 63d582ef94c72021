"""Workbooks of a year for sorting and filtering: a row for each report, a column for each cell of the form, headers merged as on the form.

A sheet for each table and form that the year's reports print, a list of the reports, and a list of what does not hold. The last header row
has the names of the columns in the views `wide_*`. Does not belong here: one report on one sheet (formsheets.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from assets.warehouse.exports.marks import KINDS, Report
from assets.warehouse.exports.sheets import Book, comment, content, legend, put
from schemas.form import CellKey, Column, Form, Row, Table, forms
from schemas.tables import Reports, ReportTrust, meaning

# Reports in a workbook, so that Excel opens it in reasonable time: some 4 million cells. A year with more has several.
REPORTS = 20_000
# Comments on a sheet; Excel is slow with more. The others' words stand on the sheet of what does not hold.
COMMENTS = 1_000
_LINES = 1_000_000

_TABLES = {"2": "表二", "3": "表三", "4": "表四"}
_IDS = ("agency", "report_year", "verdict", "report_id", "source_file")
_LISTED = (
    "agency",
    "report_year",
    "form",
    "verdict",
    "rules_failed",
    "rules_not_assessable",
    "culprits",
    "candidates",
    *("cells", "reported", "blank", "not_applicable", "unparsed", "absent", "uncertain"),
    *("published_on", "title", "report_id", "source_file"),
)
_WRONG = (
    ("机关", "agency"),
    ("年度", "year"),
    ("行号", "line"),
    ("表", "table"),
    ("何处", "where"),
    ("标记", "mark"),
    ("说明", "what"),
    ("说明（英文）", "what, in English"),
    ("所印", "printed"),
    ("应为／另一边", "proposed, or the other side"),
    ("文件", "source file"),
    ("报告", "report_id"),
)


@dataclass(frozen=True)
class Field:
    """A column of a sheet: a cell of the form, or (`of`) the `unit` or the `value_yuan` of an amount."""

    key: CellKey
    row: Row
    column: Column
    above: str
    of: str = "value"

    @property
    def name(self) -> str:
        """As the views wide_* name it."""
        return f"{self.key.row_key}__{self.key.col_key}" + ("" if self.of == "value" else f"__{self.of}")

    @property
    def label(self) -> str:
        """The column as the form prints it."""
        return {"value": self.column.zh, "unit": "单位", "value_yuan": "折合元"}[self.of]


def fields(table: Table) -> list[Field]:
    """The columns of the sheet of a table, in printed order. Amounts of money come with their unit, and in yuan where it is known."""
    found = []
    for block in table.blocks:
        for row in block.rows:
            above = [block.clause.zh] if block.clause else [g.zh for g in reversed(table.ancestors(row.key))]
            for column in block.columns:
                for of in ("value", "unit", "value_yuan") if column.money else ("value",):
                    key = CellKey(table.no, row.key, column.key)
                    found.append(Field(key, row, column, " › ".join(above), of))
    return found


def write_yearbook(reports: Iterable[Report], printed: Sequence[str], path: Path) -> None:
    """A workbook at `path` of the reports; `printed`: the ids of the forms that any of them prints. Raises OSError."""
    book = Book(path, in_order=True)
    listed = _list(book)
    tables = [_Grid(book, forms()[form], table) for form in printed for table in forms()[form].tables]
    wrong = _Wrong(book)
    for row, report in enumerate(reports, start=listed[1]):
        for column, name in enumerate(_LISTED):
            put(listed[0], row, column, report.row[name])
        for grid in tables:
            if grid.form is report.form:
                grid.add(report)
        wrong.add(report)
    for grid in tables:
        grid.close()
    book.close()


def _list(book: Book) -> tuple[Worksheet, int]:
    """The list of reports, with its header; and its first free row."""
    sheet = book.sheet("报告")
    meanings = {**meaning(ReportTrust), **meaning(Reports)}
    first = legend(book, sheet, 0) + 1
    head = book.style(bold=True, bg_color="#EEEEEE", text_wrap=True)
    for down, words in enumerate(([_short(meanings[name][0]) for name in _LISTED], _LISTED)):
        for column, word in enumerate(words):
            put(sheet, first + down, column, word, head)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(_LISTED) - 4, 13)
    sheet.set_column(len(_LISTED) - 3, len(_LISTED) - 1, 40)
    sheet.freeze_panes(first + 2, 1)
    return sheet, first + 2


def _short(meant: str) -> str:
    """The first words of a column's meaning, for a header."""
    return re.split("[：（]", meant)[0]


class _Grid:
    """The sheet of a table: a row for each report that prints it."""

    def __init__(self, book: Book, form: Form, table: Table) -> None:
        self.form, self.fields = form, fields(table)
        self._sheet = book.sheet(f"{_TABLES[table.no]}（{form.zh}）")
        self._styles = {
            kind.key: book.style(**({"bg_color": kind.fill} if kind.fill else {})) for kind in KINDS.values()
        }
        self._plain = book.style()
        self._comments = 0
        self._next = self._header(book, table)

    def _header(self, book: Book, table: Table) -> int:
        sheet, left = self._sheet, len(_IDS)
        head = book.style(bold=True, bg_color="#EEEEEE", border=1, text_wrap=True)
        small = book.style(bg_color="#EEEEEE", border=1, font_size=8, font_color="#666666")
        put(sheet, 0, 0, f"{table.zh}（{self.form.zh}，{self.form.instrument}）", book.style(bold=True))
        sheet.set_row(2, 60)
        sheet.set_row(3, 45)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 2, 9)
        sheet.set_column(left, left + len(self.fields) - 1, 9)
        columns = list(enumerate(self.fields, start=left))
        # One row of headers after the other: rows cannot be gone back to.
        for row in (1, 2):
            for words, group in groupby(columns, key=lambda c: (c[1].above, c[1].row.zh)[:row]):
                spanned = [column for column, _ in group]
                if len(spanned) > 1:
                    sheet.merge_range(row, spanned[0], row, spanned[-1], "", head)
                put(sheet, row, spanned[0], words[-1], head)
        for column, of in columns:
            put(sheet, 3, column, of.label, head)
        for column, name in enumerate((*_IDS, *(of.name for of in self.fields))):
            put(sheet, 4, column, name, small)
        sheet.freeze_panes(5, 1)
        return 5

    def add(self, report: Report) -> None:
        """Write a report's row."""
        row, sheet = self._next, self._sheet
        self._next += 1
        for column, name in enumerate(_IDS):
            put(sheet, row, column, report.row[name], self._plain)
        for column, of in enumerate(self.fields, start=len(_IDS)):
            if of.of != "value":
                put(sheet, row, column, report.cells.get(of.key, {}).get(of.of), self._plain)
                continue
            mark = report.mark(of.key)
            put(sheet, row, column, content(report, of.key), self._styles[mark])
            if mark in ("culprit", "candidate") and self._comments < COMMENTS:
                self._comments += 1
                comment(sheet, row, column, report.why(of.key))

    def close(self) -> None:
        """Make the header a filter of the rows that came."""
        self._sheet.autofilter(4, 0, max(self._next - 1, 4), len(_IDS) + len(self.fields) - 1)


class _Wrong:
    """The list of what does not hold, and what should stand instead."""

    def __init__(self, book: Book) -> None:
        self._sheet = book.sheet("不成立")
        head = book.style(bold=True, bg_color="#EEEEEE")
        for down in (0, 1):
            for column, words in enumerate(_WRONG):
                put(self._sheet, down, column, words[down], head)
        self._sheet.set_column(0, 0, 30)
        self._sheet.set_column(4, 4, 34)
        self._sheet.set_column(6, 7, 50)
        self._sheet.set_column(9, 10, 30)
        self._sheet.set_column(11, 11, 20)
        self._sheet.freeze_panes(2, 1)
        self._next = 2

    def add(self, report: Report) -> None:
        """Write the broken equations of a report and the corrections proposed, a row each."""
        about = report.row
        for f in report.failures:
            said = (f["rule_zh"], f["rule_en"], f["left_sum"], f["right_sum"])
            self._line(about, f["line"], f["table_no"], f["place_zh"], "suspect", said)
        for key, told in report.corrections.items():
            for c in told:
                if c["status"] == "deduced":
                    continue
                said = (c["reason_zh"], c["reason_en"], c["raw"], c["proposed_value"])
                mark = "culprit" if c["status"] == "proposed" else "candidate"
                self._line(about, c["line"], key.table_no, report.place(key), mark, said)

    def _line(  # noqa: PLR0913 - the columns of a line
        self,
        about: dict[str, object],
        line: int | None,
        table: str,
        where: str,
        mark: str,
        said: tuple[object, ...],
    ) -> None:
        if self._next > _LINES:
            return
        if self._next == _LINES:
            said, mark = (
                (
                    "此后从略，全部见 rule_results 与 corrections",
                    "the rest is in rule_results and corrections",
                ),
                "",
            )
        values = (about["agency"], about["report_year"], line, table, where, mark, *said)
        for column, value in enumerate((*values, about["source_file"], about["report_id"])):
            put(self._sheet, self._next, column, value)
        self._next += 1
