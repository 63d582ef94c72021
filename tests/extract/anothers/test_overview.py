"""A table like one of the form's in the overview: the form's own is read below its heading, and only there."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    HEADINGS,
    closed,
    codes,
    figures,
    markdown,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)

VALUES, OTHERS = figures(), figures(first=5001)
PARTS, OF_OTHERS = printed(VALUES), printed(OTHERS)
OVERVIEW = "一、总体情况"


def lines_of(table_no: str, render: object = markdown) -> list[str]:
    """Another print of a table, with other figures."""
    return [line for p in OF_OTHERS if p.table_no == table_no for line in render([*p.header, *p.rows])]  # type: ignore[operator]


def with_table(table_no: str, behind: str) -> str:
    text = report(PARTS, markdown)
    return text.replace(behind, "\n".join([behind, "", *lines_of(table_no), ""]), 1)


@pytest.mark.parametrize("table_no", ["2", "3", "4"])
def test_the_table_below_its_heading_counts(table_no: str) -> None:
    reading = read(with_table(table_no, OVERVIEW))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("mark", ['= {} {{{{id name="{}" /}}}}=', "## {} {{#{}}}", "**{}**"])
def test_headings_with_marks_and_names_to_link_to(mark: str) -> None:
    text = with_table("3", OVERVIEW)
    for heading in (OVERVIEW, *HEADINGS.values()):
        text = text.replace(heading, mark.format(heading, heading.replace("、", "")))
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_comparison_with_the_rows_of_table_2() -> None:
    """Last year, this year and the change under the form's labels of rows: no column of it is one of the form's."""
    keys = [key for part in PARTS if part.table_no == "2" for key in part.rows]
    rows = [["指标", "上年", "本年", "增减"], *([row[0], "7001", "7002", "7003"] for row in keys)]
    text = report(PARTS, tsv).replace(OVERVIEW, "\n".join([OVERVIEW, *closed(rows), ""]), 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("behind", [HEADINGS["3"], "六、其他需要报告的事项"])
def test_two_tables_in_its_section_or_behind_it_are_in_doubt(behind: str) -> None:
    reading = read(with_table("3", behind))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")
    assert "table-repeated" in codes(reading)


def test_without_a_heading_of_its_own_both_are_in_doubt() -> None:
    reading = read(with_table("3", OVERVIEW).replace(HEADINGS["3"], ""))
    assert not reported(reading, "3")


def test_a_table_that_is_not_whole_below_its_heading_is_in_doubt() -> None:
    """Then the one of the overview may be the better print, and which counts is not known."""
    lost = ("7.属于行政执法案卷", "8.属于行政查询事项")
    text = with_table("3", OVERVIEW)
    head, heading, rest = text.partition(HEADINGS["3"])
    kept = [line for line in rest.split("\n") if not any(label in line for label in lost)]
    reading = read(head + heading + "\n".join(kept))
    assert {v for v in reported(reading, "3") if v.row_key == "denied_state_secret"} == set()


def test_a_table_in_the_overview_only() -> None:
    """Nothing stands against it."""
    text = report([p for p in PARTS if p.table_no != "4"], markdown)
    lines = [line for p in PARTS if p.table_no == "4" for line in markdown([*p.header, *p.rows])]
    reading = read(text.replace(OVERVIEW, "\n".join([OVERVIEW, "", HEADINGS["4"][2:], *lines, ""]), 1))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4")
