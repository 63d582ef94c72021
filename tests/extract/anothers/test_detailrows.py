"""A row `其中：…` below the last of a table, with as many figures, is a part of it; the same words alone are a caption."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    Rows,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
CELLS = {no: {key for key in VALUES if key.table_no == no} for no in ("2", "3", "4")}
COUNT = {"2": 3, "3": 7}
LAYOUTS = [running, one_a_line, *(GRIDS[name] for name in ("tsv", "closed", "html", "pipe_cells", "grid"))]
Layout = Callable[[Rows], list[str]]


def _with_row(row: list[str], no: str, render: Layout) -> str:
    parts = printed(VALUES)
    last = max(at for at, part in enumerate(parts) if part.table_no == no)
    parts[last].rows.append(row)
    return report(parts, render)


@in_turn
@pytest.mark.parametrize("render", LAYOUTS)
@pytest.mark.parametrize("label", ["其中：网上申请", "其中：本年新增", "其中：通过信函提交", "#其中来访"])
def test_a_row_with_a_part_of_the_row_above(label: str, render: Layout) -> None:
    reading = read(_with_row([label, *"5630181"], "3", render))
    assert not wrong(reading, VALUES)
    assert "table-of-another" not in codes(reading)
    assert reported(reading, "3") >= {key for key in CELLS["3"] if key.row_key != "carried_forward"}


@in_turn
@pytest.mark.parametrize("render", [running, *(GRIDS[name] for name in ("tsv", "closed"))])
@pytest.mark.parametrize("label", ["其中：线上办理", "其中：行政事业性收费（简易程序）", "其中涉企"])
def test_so_it_is_of_one_figure(label: str, render: Layout) -> None:
    reading = read(_with_row([label, "5"], "2", render))
    assert not wrong(reading, VALUES)
    assert "table-of-another" not in codes(reading)


@in_turn
@pytest.mark.parametrize("render", [running, GRIDS["tsv"]])
@pytest.mark.parametrize(
    "row",
    [
        ["其中：本局机关数据", *"5630181"],
        ["其中：下属单位", *"5630181"],
        ["其中：测试数据", *"5630181"],
        ["其中：2021年数据", *"5630181"],
        ["其中延期答复的部分"],
        ["其中延期答复的部分", "5", "6"],
    ],
)
def test_what_such_a_line_says_of_the_figures_stays_in_doubt(row: list[str], render: Layout) -> None:
    alone = f"{' '.join(row) if render is running else chr(9).join(row)}\n\n{HEADINGS['4']}"
    reading = read(report(printed(VALUES), render).replace(HEADINGS["4"], alone, 1))
    assert not reported(reading, "3")


def test_a_phrase_below_such_a_row_still_counts() -> None:
    text = _with_row(["其中：网上申请", *"5630181"], "3", GRIDS["tsv"])
    reading = read(text.replace(HEADINGS["4"], f"检察公开的数据\n{HEADINGS['4']}", 1))
    assert not reported(reading, "3")
