"""Columns that a rule above them or their own figures set flush."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.places.positions import display_width
from tests.extract.structures import grid, layouts

PANDOC_SIMPLE = """\
  ---------- ------ --- ---
  信息内容   甲         乙
  行政许可   12         3
  行政处罚          —   4
  ---------- ------ --- ---"""


PANDOC_MULTILINE = """\
  -------------------------
  信息内容   甲         乙
  ---------- ------ --- ---
  行政       12         3
  许可

  行政处罚   1      —   4
             5
  -------------------------"""


RST = """\
========  ====  ====
信息内容  甲    乙
========  ====  ====
行政许可  12    3
..        1
========  ====  ===="""


BY_CHARACTERS = """\
信息内容    甲    乙
------  ---  ---
行政许可    12
收费            3"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (PANDOC_SIMPLE, [["行政许可", "12", "", "3"], ["行政处罚", "", "—", "4"]]),
        (PANDOC_MULTILINE, [["行政\n许可", "12", "", "3"], ["行政处罚", "1\n5", "—", "4"]]),
        (RST, [["行政许可", "12", "3"], ["", "1", ""]]),
        (BY_CHARACTERS, [["行政许可", "12", ""], ["收费", "", "3"]]),
        (PANDOC_SIMPLE.replace(" ", "\u00a0"), [["行政许可", "12", "", "3"], ["行政处罚", "", "—", "4"]]),
    ],
)
def test_columns_under_a_rule(text: str, rows: list[list[str]]) -> None:
    assert [cells for cells, _, _ in grid(text + "\n\n后语")][1:] == rows
    assert layouts(text) == {"ruled"}


@pytest.mark.parametrize(
    "text",
    [
        # a figure that stands between two columns, or in both
        "--- --- ---\n甲   1   2\n乙 345\n--- --- ---",
        # nothing below the rule, nothing that closes it
        "甲 乙\n-- --",
        "-- --\n甲 1",
    ],
)
def test_a_rule_that_the_lines_do_not_keep_to(text: str) -> None:
    assert grid(text) == []


def flush_right(rows: list[list[str]], size: Callable[[str], int]) -> str:
    widths = [max(size(row[i]) for row in rows) for i in range(len(rows[0]))]
    pad = [[" " * (w - size(c)) + c for c, w in zip(row, widths, strict=True)] for row in rows]
    return "\n".join(" ".join(cells) for cells in pad)


@pytest.mark.parametrize("size", [len, display_width])
def test_columns_flush_right(size: Callable[[str], int]) -> None:
    rows = [
        ["信息内容", "甲甲甲", "乙"],
        ["规章", "12", ""],
        ["行政事业性收费", "", "3"],
        ["文件", "1113", "—"],
    ]
    assert [cells for cells, _, _ in grid(flush_right(rows, size))] == rows
    assert layouts(flush_right(rows, size)) == {"flush"}
    printed = flush_right([[c or "NaN" for c in row] for row in rows], size).split("\n")
    indexed = "\n".join(f"{n}  {line}" for n, line in enumerate(printed))
    assert [cells for cells, _, _ in grid(f"前言\n\n{indexed}")] == rows


@pytest.mark.parametrize(
    "text",
    [
        # labels flush left: lines of a page, whose labels may be wrapped
        "规章          12   3\n规范性文件     1   4\n行政许可      15   6",
        # centred figures
        " 规章  12   3\n规范性  1   4\n  许可 115  6",
        "甲 1 2\n乙 3 4",
    ],
)
def test_what_is_not_flush_is_no_grid(text: str) -> None:
    assert grid(text) == []


@pytest.mark.parametrize("size", [len, display_width])
@pytest.mark.parametrize("head", [False, True])
def test_rows_that_a_program_numbered_need_no_blank_line(size: Callable[[str], int], head: bool) -> None:
    rows = [
        ["信息内容", "甲甲甲", "乙"],
        ["规章", "12", "NaN"],
        ["行政事业性收费", "NaN", "3"],
        ["文件", "1113", "7"],
    ]
    numbered = [[str(n), *row] for n, row in enumerate(rows)]
    if head:
        numbered = [["", "0", "1", "2"], *numbered]
    text = "\n".join(["前言", "二、情况", flush_right(numbered, size), "三、后语", "后语二"])
    found = [[cell.replace("NaN", "") for cell in row] for row in rows]
    assert [cells for cells, _, _ in grid(text)] == found


@pytest.mark.parametrize("above", [1, 2, 3])
def test_numbers_of_rows_below_several_lines_of_a_header(above: int) -> None:
    """A data frame whose columns have names on several levels: the number of its only row is no figure."""
    rows = [["行政复议", "", ""], ["结果", "未经复议直接", "复议"], ["维持", "结果纠正", "总计"]][3 - above :]
    rows += [["", "34", "35"]]
    numbered = [["", *row] if n < above else [str(n - above), *row] for n, row in enumerate(rows)]
    if above < 2:
        numbered, rows = [*numbered, ["1", "7", "", "6"]], [*rows, ["7", "", "6"]]
    figures = [row for row in rows if row[-1].isdigit()]
    found = [cells for cells, _, _ in grid(flush_right(numbered, display_width))]
    assert [cells for cells in found if cells[-1].isdigit()] == figures


def test_columns_under_a_rule_that_counts_ideographic_spaces_as_one() -> None:
    figures = ["0123456", "7890123"]
    rows = [[*["维持"] * 6, "总计"], *[["\u3000" + c for c in of] for of in figures]]

    def width(text: str) -> int:
        return display_width(text) - text.count("\u3000")

    size = [5] * 7
    body = ["  " + " ".join(c + " " * (w - width(c)) for c, w in zip(of, size, strict=True)) for of in rows]
    rule = "  " + " ".join("-" * w for w in size)
    text = "\n".join([rule, body[0], rule, *body[1:], rule])
    assert [cells for cells, _, _ in grid(text + "\n\n后语")][1:] == [[*of] for of in figures]


def test_two_figures_under_one_stretch_of_a_rule() -> None:
    """The line is out of step, and what stands under no figure is not blank."""
    text = "---- ---- ----\n甲    1     2\n乙    3   4\n---- ---- ----".replace(
        "乙    3   4", "乙         3  4"
    )
    assert grid(text.replace("---- ---- ----", "---- --- ------")) == []


@pytest.mark.parametrize("at", [1, 2])
def test_rows_with_a_line_of_words_among_them_are_not_numbered(at: int) -> None:
    """The columns end nowhere, and what is above and below belongs to the block or not."""
    rows = [["0", "信息内容", "甲甲甲", "乙"], ["1", "规章", "12", "5"], ["2", "行政事业性收费", "8", "3"]]
    lines = flush_right(rows, len).split("\n")
    lines.insert(at, "（以下为有关情况的说明文字）")
    assert grid("\n".join(["前言", "前言", "前言", *lines, "后语"])) == []
