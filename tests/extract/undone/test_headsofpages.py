"""Running heads of pages amid tables, in the words of the title; and lines like them that say whose the rows below are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.undone.pages.headsofpages import with_marks_for_heads
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    TITLE,
    Rows,
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
PARTS = printed(VALUES)
LAYOUTS = [running, *(GRIDS[name] for name in ("tsv", "closed", "tab_cells", "pipe_cells"))]
HEADS = [
    [TITLE],
    ["", "青岚县林业局政府信息公开工作年度报告（2022年）", ""],
    ["青岚县林业局                2022年度"],
    ["政府信息公开工作年度报告 第7页"],
]
# A figure within a row, the last one of a row, and the first.
AT = [("3", "denied_process_info", "research"), ("3", "granted", "total"), ("4", "suit_direct", "upheld")]
Layout = Callable[[Rows], list[str]]


def _value(place: tuple[str, str, str]) -> str:
    return next(v for k, v in VALUES.items() if (k.table_no, k.row_key, k.col_key) == place)


def _with_head(head: list[str], place: tuple[str, str, str], render: Layout) -> str:
    """The report, a head below the line on which a figure stands."""
    lines = report(PARTS, render).split("\n")
    value = _value(place)
    at = next(n for n, line in enumerate(lines) if value in line and not line.startswith("2022"))
    return "\n".join([*lines[: at + 1], *head, *lines[at + 1 :]])


@in_turn
@pytest.mark.parametrize("render", LAYOUTS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("place", AT)
def test_a_head_is_no_word_of_the_table(head: list[str], place: tuple[str, str, str], render: Layout) -> None:
    reading = read(_with_head(head, place, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["report_year"] == 2022


@pytest.mark.parametrize("render", [GRIDS["tab_cells"], GRIDS["pipe_cells"]])
@pytest.mark.parametrize("head", HEADS)
def test_within_a_row_of_a_figure_a_line(head: list[str], render: Layout) -> None:
    reading = read(_with_head(head, AT[0], render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "line",
    [
        "青岚县林业局2021年政府信息公开工作年度报告",
        "青岚县水务局 2022年度",
        "2021年度",
        "青岚县林业局",
        "2022年度",
        "青岚县林业局2022年度 12",
        "政府信息公开工作年度报告 12",
        "（上年同期）2022年政府信息公开工作年度报告",
    ],
)
def test_what_says_more_or_less_than_the_title_stays(line: str) -> None:
    lines = report(PARTS, GRIDS["pipe_cells"]).split("\n")
    at = next(n for n, each in enumerate(lines) if each.startswith(_value(AT[0]))) + 1
    lines[at:at] = [line]
    assert with_marks_for_heads(lines) == lines


@pytest.mark.parametrize(
    "other", ["青岚县林业局 2021年度", "青岚县水务局 2022年度", "所属事业单位 2022年度", "全县（2022年度）"]
)
def test_beside_such_a_line_of_another_the_own_tells_whose_rows_follow(other: str) -> None:
    lines = report(PARTS, GRIDS["pipe_cells"]).split("\n")
    at = lines.index(HEADINGS["3"]) + 1
    lines[at:at] = ["青岚县林业局 2022年度"]
    at = next(n for n, each in enumerate(lines) if each.startswith(_value(AT[0]))) + 1
    lines[at:at] = [other]
    assert with_marks_for_heads(lines) == lines


def test_a_title_below_which_the_report_begins_again_opens_a_second_print() -> None:
    once = report(PARTS, one_a_line).split("\n")
    cut = once.index("五、存在的主要问题及改进情况")
    lines = [*once[:cut], *once]
    assert with_marks_for_heads(lines) == lines


def test_a_title_over_table_3_printed_again_stays() -> None:
    once = report(PARTS, GRIDS["tsv"]).split("\n")
    third = [line for line in once[once.index(HEADINGS["3"]) + 1 : once.index(HEADINGS["4"])] if line]
    at = once.index(HEADINGS["4"])
    lines = [*once[:at], TITLE, *third, "", *once[at:]]
    assert with_marks_for_heads(lines) == lines


@pytest.mark.parametrize("head", HEADS)
def test_beside_a_bare_number_which_may_be_a_pages_a_head_stays(head: list[str]) -> None:
    """A figure vanished from the row, and with the number there are as many as the form has."""
    lines = _with_head(["12", *head], AT[0], one_a_line).split("\n")
    assert with_marks_for_heads(lines) == lines
    lines.remove(_value(("3", "denied_process_info", "commercial")))
    assert not wrong(read("\n".join(lines)), VALUES)


def test_the_title_itself_and_the_signature_stay() -> None:
    lines = report(PARTS, GRIDS["tsv"]).split("\n")
    assert with_marks_for_heads(lines) == lines
