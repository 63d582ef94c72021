"""Headers that leave some columns in doubt: those named whole in their own places are read, the others are not."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import GRIDS, PLAIN, Part, Rows, cells_of, figures, printed, read, report, wrong
from tests.turns import in_turn

VALUES = figures("2019")
LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "closed", "markdown", "pipe_cells", "html")}, **PLAIN}
MADE, PUBLISHED, TOTAL = "本年新制作数量", "本年新公开数量", "对外公开总数量"
KEYS = ("made", "published", "public_total")


def read_with(labels: list[str], layout: str) -> dict[CellKey, str]:
    """The status of the cells of 规章 and 规范性文件 below a header of these labels."""

    def header(part: Part) -> Rows:
        if MADE not in part.header[-1]:
            return part.header
        return [*part.header[:-1], [part.header[-1][0], *labels]]

    reading = read(report(printed(VALUES, "2019"), LAYOUTS[layout], header=header))
    assert not wrong(reading, VALUES)
    return {k: c["status"] for k, c in cells_of(reading).items() if k.col_key in KEYS and k.table_no == "2"}


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([MADE, MADE, TOTAL], {"public_total"}),
        ([MADE, PUBLISHED, PUBLISHED], {"made"}),
        ([MADE, PUBLISHED, TOTAL], set(KEYS)),
        ([MADE, TOTAL, TOTAL], {"made"}),
        # nothing stands in its own place, or one that is lost may have moved the others
        ([PUBLISHED, MADE, MADE], set()),
        ([TOTAL, TOTAL, TOTAL], set()),
    ],
)
def test_a_label_printed_twice_costs_its_own_columns(layout: str, labels: list[str], told: set[str]) -> None:
    found = read_with(labels, layout)
    assert {key.col_key for key, status in found.items() if status == "reported"} <= told
    if layout in ("tsv", "closed", "markdown", "html", "one_a_line"):
        assert {key.col_key for key, status in found.items() if status == "reported"} == told


def _numbered(labels: list[str]) -> dict[str, str]:
    """The status by column of a table 3 each of whose rows has a header of its own."""
    values = figures()
    parts = []
    for part in printed(values):
        if part.table_no != "3":
            parts.append(part)
            continue
        parts += [
            Part("3", [["类别", *labels]], [row], (key,))
            for key, row in zip(part.keys, part.rows, strict=True)
        ]
    reading = read(report(parts, GRIDS["closed"]))
    assert not wrong(reading, values)
    return {k.col_key: c["status"] for k, c in cells_of(reading).items() if k.table_no == "3"}


def test_columns_that_are_only_numbered() -> None:
    numbers = [f"数据{n}" for n in range(1, 7)]
    found = _numbered([*numbers, "总计"])
    assert {key for key, status in found.items() if status == "reported"} == {"total"}
    for labels in (["总计", *numbers], [*numbers, "合计数据"], [*numbers[:5], "数据5", "总计"]):
        assert "reported" not in _numbered(labels).values()
    assert (
        "reported"
        not in _numbered(["本年新收", "结转", "公开", "部分公开", "不予公开", "其他", "总计"]).values()
    )


@pytest.mark.parametrize("layout", ["running", "one_a_line"])
def test_rows_with_a_figure_too_many_are_of_no_column_named(layout: str) -> None:
    """One row lacks a figure, and has the form's count by chance."""
    values = figures()
    twice = ["自然人", "商业企业", "科研机构", "科研机构", "法律服务机构", "其他", "总计"]
    for labels in (twice, [*twice[:3], "社会公益组织", *twice[4:]]):
        parts = []
        for part in printed(values):
            if part.table_no == "3":
                rows = [[*row[:7], str(5000 + i), row[7]] for i, row in enumerate(part.rows)]
                rows[5] = [rows[5][0], *rows[5][2:]]
                part = Part("3", [["申请人情况", *labels]], rows, part.keys)  # noqa: PLW2901
            parts.append(part)
        found = cells_of(read(report(parts, LAYOUTS[layout])))
        assert not [k for k, c in found.items() if k.table_no == "3" and c["status"] == "reported"]
