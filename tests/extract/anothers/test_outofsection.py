"""Rows of a table that are printed once more below the heading of another section."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, figures, printed, read, report, reported, running, status_of, wrong

OWN = figures()


def _prose_amid_rows(lines: list[str], own: str) -> str:
    """Table 2 as names with figures behind them, and lines of a page's other column between the rows of table 3."""
    parts = printed(OWN)
    third = next(part for part in parts if part.table_no == "3")
    strange = [*lines, *([""] * len(third.rows))]
    rows = [row for pair in zip(third.rows, ([line] for line in strange), strict=False) for row in pair]
    second = [part for part in parts if part.table_no == "2"]
    said = [[f"{row[0]}:{own.join(row[1:])}"] for part in second for row in part.rows]
    fourth = [part for part in parts if part.table_no == "4"]
    return report([Part("2", [], said), Part("3", third.header, rows), *fourth], running)


@pytest.mark.parametrize("between", ["，", "、", "；"])
def test_the_row_between_those_of_another_table_does_not_count(between: str) -> None:
    text = _prose_amid_rows(["行政许可 35", "规章 0 0 3", "行政处罚 7"], between)
    reading = read(text)
    assert not wrong(reading, OWN)
    assert "reported" not in status_of(reading, "2", "regulations", "issued", "repealed", "in_force")


def test_the_same_row_said_again_is_read() -> None:
    parts = printed(OWN)
    rows = [row for part in parts if part.table_no == "2" for row in part.rows]
    text = report(parts, running).replace("五、存在", "\n".join([" ".join(rows[0]), "五、存在"]))
    assert reported(read(text)) == set(OWN)


def test_figures_of_the_story_leave_the_table_alone() -> None:
    text = report(printed(OWN), running)
    text = text.replace("业务培训还", "行政许可 35件，行政处罚 7件。业务培训还")
    assert reported(read(text)) == set(OWN)
