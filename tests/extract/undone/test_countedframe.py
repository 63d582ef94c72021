"""The numbers of columns and rows that a program prints of a sheet in memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.undone.numbering.countedframe import without_counts
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

_VALUES = figures()


def _wide(rows: Rows) -> Rows:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _commas(rows: Rows) -> list[str]:
    rows = _wide(rows)
    return [
        "," + ",".join(map(str, range(len(rows[0])))),
        *(f"{n},{','.join(row)}" for n, row in enumerate(rows)),
    ]


def _bars(rows: Rows) -> list[str]:
    rows = _wide(rows)
    cells = [
        ["", *map(str, range(len(rows[0])))],
        *([str(n), *(t or "nan" for t in row)] for n, row in enumerate(rows)),
    ]
    drawn = [f"| {' | '.join(row)} |" for row in cells]
    return [drawn[0], f"|{'---:|' * len(cells[0])}", *drawn[1:]]


@pytest.mark.parametrize("render", [_commas, _bars])
def test_sheets_counted_from_nought_are_read(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(printed(_VALUES), render))
    assert not wrong(reading, _VALUES)
    assert len(reported(reading)) == len(_VALUES)


def test_rows_that_are_not_counted_keep_their_first_cell() -> None:
    lines = [",0,1,2", "3,规章,0,0", "9,行政许可,0,0", "1,行政处罚,0,0"]
    assert without_counts(lines) == lines
