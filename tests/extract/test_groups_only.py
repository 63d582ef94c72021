"""Table 3 cut down to its groups: the rows that stand in no group are known, and the sums of groups are no rows of the form."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    GRIDS,
    Part,
    cells_of,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    running,
    status_of,
    wrong,
)

VALUES = figures()
KEPT = ("new_received", "carried_over", "granted", "partially_granted", "total_handled", "carried_forward")
GROUPS = ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")


def cut_down(parts: list[Part]) -> list[Part]:
    """Table 3 with one row, of other figures, for each group."""
    for part in parts:
        if part.table_no == "3":
            rows = dict(zip(part.keys, part.rows, strict=True))
            sums = [[group, *(str(9000 + 10 * n + i) for i in range(7))] for n, group in enumerate(GROUPS)]
            part.rows[:] = [*(rows[key] for key in KEPT[:4]), *sums, *(rows[key] for key in KEPT[4:])]
    return parts


@pytest.mark.parametrize("name", ["markdown", "tsv", "csv_rows", "tab_cells", "html"])
def test_rows_outside_groups_are_known(name: str) -> None:
    reading = read(report(cut_down(printed(VALUES)), GRIDS[name]))
    assert not wrong(reading, VALUES)
    assert {key.row_key for key in reported(reading, "3")} == set(KEPT)
    assert len(reported(reading, "3")) == 7 * len(KEPT)


def test_in_running_text_nothing_is_taken_from_the_sums() -> None:
    reading = read(report(cut_down(printed(VALUES)), running))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("lost", [0, 1, -1, -2])
def test_without_one_of_its_ends_it_is_no_table(lost: int) -> None:
    parts = cut_down(printed(VALUES))
    for part in parts:
        if part.table_no == "3":
            del part.rows[lost]
    assert not wrong(read(report(parts, markdown)), VALUES)


def test_without_its_columns_it_is_no_table() -> None:
    parts = cut_down(printed(VALUES))
    text = report(
        parts, markdown, header=lambda p: p.header if p.table_no != "3" else [["项目", *"甲乙丙丁戊己庚"]]
    )
    reading = read(text)
    assert not reported(reading, "3")
    assert set(status_of(reading, "3", "granted")) <= {"uncertain", "absent"}
    assert cells_of(reading)
