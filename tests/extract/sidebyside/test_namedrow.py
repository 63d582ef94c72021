"""A name in front of the one row of figures of table 4, and rows of which such a name does not tell enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import GRIDS, Part, figures, printed, read, report, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
OTHERS = {key for key in VALUES if key.table_no != "4"}


def _with(*rows: list[str], corner: str = "项目", header_too: bool = True) -> list[Part]:
    """The report with rows under the header of table 4, which has a first column of its own."""

    def changed(part: Part) -> Part:
        if part.table_no != "4":
            return part
        header = part.header
        if header_too:
            header = [[corner if n == 0 else "", *row] for n, row in enumerate(part.header)]
        return replace(part, header=header, rows=[[row[0], *(row[1:] or part.rows[0])] for row in rows])

    return [changed(part) for part in PARTS]


@in_turn
@pytest.mark.parametrize("kind", sorted(GRIDS))
@pytest.mark.parametrize("name", ["件数", "数量", "本年度", "合计", "本年数量（件）"])
def test_a_name_in_front_of_the_only_row(kind: str, name: str) -> None:
    found = read(report(_with([name]), GRIDS[kind]))
    assert not wrong(found, VALUES)
    assert reported(found) >= OTHERS
    # cells behind tabs are not in columns: 合计 may be the last name of the header
    if kind in ("tsv", "markdown", "grid", "html") or (kind == "tab_cells" and name != "合计"):
        assert reported(found) == set(VALUES)


@pytest.mark.parametrize("corner", ["", "类别", "案件类型"])
def test_the_corner_may_be_blank(corner: str) -> None:
    found = read(report(_with(["件数"], corner=corner), GRIDS["tsv"]))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


@pytest.mark.parametrize("kind", ["tsv", "tab_cells", "markdown", "html"])
def test_a_sum_of_rows_and_other_rows_are_not_the_row(kind: str) -> None:
    rows = [["市本级", *map(str, range(501, 516))], ["所属单位", *map(str, range(521, 536))], ["合计"]]
    found = read(report(_with(*rows), GRIDS[kind]))
    assert not wrong(found, VALUES)
    for name in ("上年", "2021年", "涉案人数", "其中：败诉"):
        other = read(report(_with([name, *map(str, range(501, 516))]), GRIDS[kind]))
        assert not wrong(other, VALUES)


def test_a_name_over_which_no_column_stands() -> None:
    found = read(report(_with(["件数"], header_too=False), GRIDS["tsv"]))
    assert not wrong(found, VALUES)
    assert "reported" not in status_of(found, "4", "review")


def test_a_figure_that_is_lost_leaves_the_row_unknown() -> None:
    part = next(part for part in PARTS if part.table_no == "4")
    row = ["件数", *part.rows[0][:6], *part.rows[0][7:]]
    assert not wrong(read(report(_with(row), GRIDS["tsv"])), VALUES)
