"""A page on one line: bars of what stands around its text part no cells, and bars that part cells still do."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, change, figures, printed, read, report, reported, row_of, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
AROUND = [
    "首页 政务公开 | 互动交流 > 政府信息公开年报 {}",
    "{} 打印本页 | 关闭窗口",
    "首页 | 公开 | 服务 {} 打印 | 关闭",
]


def _cells(rows: Rows) -> list[str]:
    return [cell for row in rows for cell in row if cell]


@in_turn
@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("between", [" ", "\t"])
def test_bars_around_a_page_part_no_cells(around: str, between: str) -> None:
    text = around.format(between.join(report(PARTS, _cells).split("\n")))
    reading = read(text + "\n")
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


@pytest.mark.parametrize("around", AROUND)
def test_a_row_that_lacks_a_figure_there_stays_in_doubt(around: str) -> None:
    row = row_of(PARTS, "granted")
    parts = change(PARTS, "granted", [*row[:4], *row[5:]])
    reading = read(around.format(" ".join(report(parts, _cells).split("\n"))) + "\n")
    assert not wrong(reading, {k: v for k, v in VALUES.items() if v != row[4]})
    assert not {key for key in reported(reading) if key.row_key == "granted"}


def test_bars_that_part_the_cells_of_a_page_keep_their_blanks() -> None:
    values = {k: "" if k.col_key == "research" else v for k, v in VALUES.items()}

    def barred(rows: Rows) -> list[str]:
        return ["|".join(cell for row in rows for cell in row)]

    reading = read(" ".join(report(printed(values), barred).split("\n")) + "\n")
    assert not wrong(reading, values)
