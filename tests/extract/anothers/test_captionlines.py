"""Years among the cells of a row, which are no captions."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    closed,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
TEXT = report(printed(VALUES), one_a_line)
LINES = TEXT.split("\n")
FIRST = LINES.index("二、上年结转政府信息公开申请数量") + 1
WHOLE = 175


@pytest.mark.parametrize("at", [1, 3, 5])
@pytest.mark.parametrize("year", ["2021年", "2019年度"])
def test_a_year_in_a_cell_of_a_row(at: int, year: str) -> None:
    text = "\n".join([*LINES[: FIRST + at], year, *LINES[FIRST + at + 1 :]])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "carried_over")) == {"uncertain"}
    assert len(reported(reading, "3")) >= WHOLE - 14


def test_a_year_above_a_table_is_its_caption() -> None:
    own = LINES.index("三、收到和处理政府信息公开申请情况")
    text = "\n".join([*LINES[: own + 1], "2021年度", *LINES[own + 1 :]])
    assert not reported(read(text), "3")


def test_years_between_two_rows_of_a_label() -> None:
    row = [*LINES[FIRST : FIRST + 7]]
    for years in (("2022年", "2021年"), ("2021年", "2022年")):
        cells = (
            [years[0], *row, years[1], *["9"] * 7]
            if years[0] == "2022年"
            else [years[0], *["9"] * 7, years[1], *row]
        )
        assert not wrong(read("\n".join([*LINES[:FIRST], *cells, *LINES[FIRST + 7 :]])), VALUES)


def _named_by(above: list[str], name: str) -> str:
    """A report whose table 2 is a grid below lines, its first row a name for its columns."""
    text = report(printed(VALUES), closed)
    heading = "二、主动公开政府信息情况"
    return text.replace(heading + "\n", "\n".join([*above, heading, "", f"|{name}|Col2|Col3|Col4|"]) + "\n")


def test_a_row_that_is_the_lines_above_it_in_one_is_no_caption() -> None:
    """A program that looks for names of columns takes the lines above a table, the day of the signature, too."""
    above = ["青岚县林业局", "2023年1月20日", "附表"]
    found = read(_named_by(above, "青岚县林业局 2023年1月20日 附表 二、主动公开政府信息情况"))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_a_row_that_says_more_than_the_lines_above_it_is_one() -> None:
    text = _named_by(["青岚县林业局", "附表"], "附表2021年度主动公开政府信息情况")
    assert not reported(read(text), "2")
