"""Table 4 on one line, a blank cell behind each of its rows, labels of the upper row with one cell each."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.closedrows import closed_rows
from schemas.form import CellKey
from tests.extract.printed import Rows, closed, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
UPPER = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"]


def _text(values: dict[CellKey, str], top: tuple[str, ...] = (), lost: int = 0) -> str:
    """`top` are labels over all of the table; so many cells of the figures are not there."""

    def render(rows: Rows) -> list[str]:
        if rows[0][0] != "行政复议":
            return closed(rows)
        own = [list(top)] if top else []
        lower = [*[""] * 5, *rows[2][5:]]
        cells = [cell for row in (*own, UPPER, lower, rows[3][lost:]) for cell in (*row, "")]
        return [" |".join([*cells, "五、存在的主要问题及改进情况"])]

    return report(printed(values), render)


@pytest.mark.parametrize("top", [(), ("行政复议", "行政诉讼")])
def test_rows_are_counted_from_the_end(top: tuple[str, ...]) -> None:
    reading = read(_text(VALUES, top))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


def test_blank_cells_are_counted() -> None:
    blank = {"upheld", "total"}
    values = {k: "" if k.table_no == "4" and k.col_key in blank else v for k, v in VALUES.items()}
    reading = read(_text(values))
    assert not wrong(reading, values)
    assert len(reported(reading, "4")) == 9
    assert status_of(reading, "4", "review", *blank) == ["blank", "blank"]


@pytest.mark.parametrize("lost", [1, 2, 5])
def test_where_a_cell_is_lost_nothing_is_counted(lost: int) -> None:
    values = {
        k: "" if k.table_no == "4" and k.col_key in ("upheld", "other") else v for k, v in VALUES.items()
    }
    assert not wrong(read(_text(values, lost=lost)), values)


def test_more_above_the_header_is_no_such_table() -> None:
    lower = [*[""] * 5, *[*UPPER[:5], *UPPER[:5]], ""]
    assert closed_rows(["一", "二", "三", "四", "", *UPPER, "", *lower, *map(str, range(15)), ""]) == []
