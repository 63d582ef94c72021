"""What all workbooks share: formats, safe names of sheets, cells that are never formulas, the legend.

Text goes in as text, whatever it begins with: a formula is only what is written as one, and nothing here is. Does not belong here: what
stands where (formsheets.py, yearbook.py).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assets.warehouse.exports.marks import KINDS, Report
from schemas.form import CellKey
from schemas.units import UNIT_IN_YUAN

# What Excel allows.
_NAME_UNITS, _TEXT_UNITS, _COMMENT_UNITS = 31, 32_767, 8_000
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f\ufffe\uffff]")


class Book:
    """A workbook under way."""

    def __init__(self, path: Path, *, in_order: bool) -> None:
        """`in_order`: rows are written from top to bottom, and memory stays as it is however many they are."""
        options = {
            "constant_memory": in_order,
            "tmpdir": str(path.parent),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": True,
        }
        self.book = Workbook(str(path), options)
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, wanted: str) -> Worksheet:
        """A new sheet, named as near to `wanted` as Excel allows."""
        return self.book.add_worksheet(sheet_name(wanted, self._names))

    def style(self, **properties: Any) -> Format:
        """A format; the same for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(
                {"font_name": "宋体", "font_size": 10, "valign": "vcenter", **properties}
            )
        return self._formats[key]

    def cell_style(self, report: Report, key: CellKey, **more: Any) -> Format:
        """The format of a cell of a form: the colour of its mark, and the unit of an amount behind the figure."""
        fill = KINDS[report.mark(key)].fill
        unit = report.cells.get(key, {}).get("unit")
        return self.style(
            border=1,
            align="right",
            **({"bg_color": fill} if fill else {}),
            **({"num_format": f'General"{unit}"'} if unit in UNIT_IN_YUAN else {}),
            **more,
        )

    def close(self) -> None:
        """Write the file. Raises OSError."""
        self.book.close()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes and that is none of `taken`, to which it is added (in lower case)."""
    name = " ".join(_FORBIDDEN.sub(" ", wanted).split())
    name = name or "未具名"
    for number in range(1, len(taken) + 3):
        end = "" if number == 1 else f"~{number}"
        found = _cut(name, _NAME_UNITS - len(end)).rstrip() + end
        # Excel keeps `History` for itself, and knows no case.
        if found.lower() not in taken and found.lower() != "history":
            break
    taken.add(found.lower())
    return found


def put(sheet: Worksheet, row: int, column: int, value: object, style: Format | None = None) -> None:
    """A number as a number, a date as ISO text, anything else as text; null leaves the cell empty."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, date | datetime):
        sheet.write_string(row, column, value.isoformat(), style)
    else:
        sheet.write_string(row, column, _cut(str(value), _TEXT_UNITS), style)


def content(report: Report, key: CellKey) -> float | str | None:
    """What a workbook shows of a cell: its figure, else its text as printed."""
    cell = report.cells.get(key)
    if cell is None:
        return None
    shown: float | str | None = cell["raw"] if cell["value"] is None else cell["value"]
    return shown


def comment(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A comment that shows when one points at the cell; none for an empty text."""
    if text:
        lines = sum(1 + len(line) // 24 for line in text.splitlines())
        sheet.write_comment(
            row,
            column,
            _cut(text, _COMMENT_UNITS),
            {"author": "gouji", "width": 330, "height": 18 + 17 * lines, "font_size": 9},
        )


def legend(book: Book, sheet: Worksheet, row: int, column: int = 0) -> int:
    """The colours and what they say, from `row` on; the row after them."""
    put(sheet, row, column, "颜色 / Colours", book.style(bold=True))
    for kind in KINDS.values():
        row += 1
        fill = {"bg_color": kind.fill} if kind.fill else {}
        put(sheet, row, column, None, book.style(border=1, **fill))
        put(sheet, row, column + 1, f"{kind.zh} / {kind.en}（{kind.key}）", book.style())
    return row + 1


def _cut(text: str, units: int) -> str:
    """As much of a text as fits into UTF-16 code units, which is how Excel counts."""
    if len(text) * 2 <= units or len(text.encode("utf-16-le", "surrogatepass")) <= units * 2:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore")
