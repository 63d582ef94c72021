"""Units on lines of their own below figures, where others stand beside theirs."""

from __future__ import annotations

import pytest

from assets.extract.undone.words.unitsalone import with_units_beside
from schemas.form import CellKey
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, running, wrong

VALUES = figures()
_ROW = "denied_enforcement_file"
_UNITS = {key: f"{value} 件" if key.table_no == "3" else value for key, value in VALUES.items()}


def _wrapped(column: str) -> str:
    """A report with units, where that of one cell stands on the next line and the rest of the row below it."""
    lines = report(printed(_UNITS), running).split("\n")
    own = _UNITS[CellKey("3", _ROW, column)]
    at = next(n for n, line in enumerate(lines) if f" {own}" in line and "执法案卷" in line)
    head, rest = lines[at].split(own)
    lines[at : at + 1] = [part for part in (head + own.removesuffix(" 件"), "件", rest.strip()) if part]
    return "\n".join(lines)


@pytest.mark.parametrize("column", ["natural_person", "total"])
def test_a_unit_below_its_figure(column: str) -> None:
    found = read(_wrapped(column))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_where_all_stand_below_they_stay() -> None:
    cells = {key: f"{value}\n件" for key, value in VALUES.items()}
    lines = report(printed(cells), one_a_line).split("\n")
    assert with_units_beside(lines) is lines


def test_a_whole_row_below_a_unit_is_another() -> None:
    row = "0 件 0 件 0 件 375 件 0 件 12 件 387 件"
    assert with_units_beside(["属于行政执法案卷 33", "件", row, row]) == [
        "属于行政执法案卷 33件",
        "",
        row,
        row,
    ]
