"""Workbooks with a sheet for each report: tables 2, 3 and 4 as the official form prints them, and under them what does not hold.

Belongs here: one report on one sheet, and the list in front of them. Does not belong here: where the form prints what (layout.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from assets.warehouse.exports.layout import LABELS, Box, boxes
from assets.warehouse.exports.marks import Report
from assets.warehouse.exports.sheets import Book, comment, content, legend, put
from schemas.form import Table

# A workbook with more is slow to open, and its sheets are no longer found.
SHEETS = 100

# Of the columns: two for groups of labels, one for labels, and one for each figure of table 4, which has the most.
_WIDTHS = (9, 9, 44, *[9] * 15)
_LINE = 14.5  # points

_HEADINGS = {"2": "二、", "3": "三、", "4": "四、"}
_LIST = (
    ("工作表 / sheet", 34),
    ("机关 / agency", 34),
    ("年度 / year", 10),
    ("格式 / form", 10),
    ("结论 / verdict", 12),
    ("不成立 / failed", 12),
    ("文件 / source file", 60),
    ("报告 / report_id", 20),
)


def write_forms(reports: Iterable[Report], path: Path) -> None:
    """A workbook at `path` with a sheet for each report (at most SHEETS) and a list of them. Raises OSError."""
    book = Book(path, in_order=False)
    front = book.sheet("目录")
    row = legend(book, front, 0) + 1
    for column, (name, width) in enumerate(_LIST):
        front.set_column(column, column, width)
        put(front, row, column, name, book.style(bold=True, border=1, bg_color="#EEEEEE"))
    front.freeze_panes(row + 1, 0)
    for report in reports:
        row += 1
        about = report.row
        sheet = book.sheet(f"{about['agency'] or '机关不明'}{about['report_year'] or ''}")
        front.write_url(
            row, 0, f"internal:'{sheet.name}'!A1", book.style(font_color="#0563C1", underline=1), sheet.name
        )
        told = ("agency", "report_year", "form", "verdict", "rules_failed", "source_file", "report_id")
        for column, name in enumerate(told, start=1):
            put(front, row, column, about[name], book.style())
        _report(book, sheet, report)
    book.close()


def _report(book: Book, sheet: Worksheet, report: Report) -> None:
    about = report.row
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    name = f"{about['agency'] or '（机关不明）'} {about['report_year'] or '（年度不明）'}年政府信息公开工作年度报告"
    put(sheet, 0, 0, name, book.style(bold=True, font_size=14))
    told = f"{about['source_file']}　report_id {about['report_id']}　格式 / form {about['form'] or '不明 / unknown'}　结论 / verdict {about['verdict']}"
    put(sheet, 1, 0, told, book.style(font_color="#666666"))
    row = 3
    form = report.form
    if form is None:
        put(sheet, row, 0, "文本中没有可识读的表格 / the text has no tables that are known", book.style())
        row += 2
    for table in form.tables if form else ():
        row = _table(book, sheet, report, table, row) + 1
    _failures(book, sheet, report, row)
    # Beside table 2, which is narrow.
    legend(book, sheet, 3, LABELS + 8)


def _table(book: Book, sheet: Worksheet, report: Report, table: Table, top: int) -> int:
    """A table from row `top` on; the row after it."""
    put(sheet, top, 0, f"{_HEADINGS[table.no]}{table.zh}", book.style(bold=True, font_size=12))
    top += 1
    # Table 4 has no labels beside its figures: it stands under the figures of table 3.
    left = LABELS if table.one_row else 0
    placed, height = boxes(table)
    _heights(sheet, placed, top, left)
    for box in placed:
        first, last = top + box.row, top + box.row + box.rows - 1
        start, end = left + box.column, left + box.column + box.columns - 1
        if box.key is None:
            align = "left" if box.is_item else "center"
            style = book.style(border=1, text_wrap=True, align=align, bg_color="#F7F7F7")
            _merge(sheet, (first, start, last, end), box.label, style)
        else:
            _merge(
                sheet,
                (first, start, last, end),
                content(report, box.key),
                book.cell_style(report, box.key, text_wrap=True),
            )
            comment(sheet, first, start, report.why(box.key))
    return top + height


def _heights(sheet: Worksheet, placed: list[Box], top: int, left: int) -> None:
    """Make rows as high as their labels need, since Excel does not do so for merged cells."""
    lines: dict[int, int] = {}
    for box in placed:
        if box.rows == 1 and box.label:
            room = sum(_WIDTHS[left + box.column : left + box.column + box.columns]) - 1
            width = sum(2 if ord(c) > 0x2E80 else 1 for c in box.label)
            lines[box.row] = max(lines.get(box.row, 1), -(-width // room))
    for row, count in lines.items():
        if count > 1:
            sheet.set_row(top + row, _LINE * count)


def _merge(sheet: Worksheet, area: tuple[int, int, int, int], value: object, style: Any) -> None:
    first, start, last, end = area
    if (first, start) != (last, end):
        sheet.merge_range(first, start, last, end, "", style)
    put(sheet, first, start, value, style)


def _failures(book: Book, sheet: Worksheet, report: Report, row: int) -> None:
    """What does not hold, and what should stand instead, a line each."""
    lines = [
        f"第 {f['line'] or '?'} 行：{f['rule_zh']}（{f['place_zh'] or f['table_no']}）：{f['left_sum']:.15g} ≠ {f['right_sum']:.15g}，差 {f['difference']:.15g}"
        for f in report.failures
    ]
    lines += [
        f"第 {c['line'] or '?'} 行：{report.place(key)} 应为 {c['proposed_value']:.15g}：{c['reason_zh']}"
        for key, told in report.corrections.items()
        for c in told
        if c["status"] != "deduced"
    ]
    if lines:
        put(
            sheet,
            row,
            0,
            "不成立的勾稽关系与更正建议 / What does not hold, and what may be meant",
            book.style(bold=True, font_size=12),
        )
        for down, line in enumerate(lines, start=row + 1):
            put(sheet, down, 0, line, book.style())
