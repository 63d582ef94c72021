"""Small tables whose cells a sign parts that only the labels of the header tell."""

from __future__ import annotations

import pytest

from assets.extract.undone.signs.headersigns import with_tabs_of_headers
from tests.extract.printed import GRIDS, Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)


def parted(sign: str, width: int = 0) -> str:
    """A report whose small tables have their cells between a sign, the others between tabs."""

    def write(rows: Rows) -> list[str]:
        full = [[*row, *[""] * (width - len(row))] for row in rows]
        return [("\t" if len(rows[-1]) == 8 else sign).join(row) for row in full]

    return report(PARTS, write)


@in_turn
@pytest.mark.parametrize("width", [0, 4])
@pytest.mark.parametrize("sign", ["^", "#", "‖", "∣", "︱", "=", "&", "$"])
def test_the_labels_of_a_header_tell_the_sign(sign: str, width: int) -> None:
    reading = read(parted(sign, width))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15
    assert len(reported(reading, "2")) == 10


@pytest.mark.parametrize("sign", ["~", "·"])
def test_as_many_signs_on_every_line_are_no_cells(sign: str) -> None:
    reading = read(parted(sign, 4))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15
    assert len(reported(reading, "2")) == 10


@in_turn
@pytest.mark.parametrize("sign", ["，", "、", "；", "/"])
@pytest.mark.parametrize("width", [0, 4])
def test_signs_of_sentences_with_nothing_but_labels_and_figures_between(sign: str, width: int) -> None:
    reading = read(parted(sign, width))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15
    if sign != "/" or not width:  # between two of it there may be a cell, or one of them is one
        assert len(reported(reading, "2")) == 10


@pytest.mark.parametrize("sign", [" · ", " / "])
def test_headers_of_other_widths(sign: str) -> None:
    """Rows of a header that lost the blanks of its merged cells."""
    text = parted(sign).replace(f"行政复议{sign * 5}行政诉讼{sign * 9}\n", f"行政复议{sign}行政诉讼\n")
    assert f"行政复议{sign}行政诉讼\n" in text
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


def test_a_label_that_holds_the_sign() -> None:
    lines = ["信息内容/上一年项目数量/本年增/减/处理决定数量", "行政许可/1/-3/2"]
    out = ["信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政许可\t1\t-3\t2"]
    assert with_tabs_of_headers(lines) == out


@pytest.mark.parametrize("sign", ["~", "·"])
def test_a_sign_that_is_also_a_cell_tells_nothing(sign: str) -> None:
    """Beside lines with as many signs a row with one more has it as a cell, or a cell too many."""
    line = sign.join(["规章", *[VALUES[k] for k in VALUES if k.row_key == "regulations"]])
    text = parted(sign, 4)
    assert line in text
    reading = read(text.replace(line, sign.join(["规章", sign, "102", "103"])))
    assert not {key for key in reported(reading, "2") if key.row_key == "regulations"}


@pytest.mark.parametrize(
    "lines",
    [
        ["! 信息内容 !! 本年制发件数 !! 本年废止件数 !! 现行有效件数", "|-", "| 规章 || 0 || 1 || 2"],
        ["信息内容#本年制发件数#本年废止件数#现行有效件数", "", "规章#0#1#2"],
        ["公开方式~本年制发件数~本年废止件数~现行有效件数的说明", "规章~0~1~2"],
        ["信息内容/本年制发件数/本年废止件数/现行有效件数", "规章/0//2"],
        ["信息内容/本年制发件数/本年废止件数/现行有效件数", "规章/0/1/2", "规范性文件/0/1"],
        ["信息内容，本年制发件数，本年废止件数", "规章，1，234，5"],
        ["信息内容，本年制发件数，本年废止件数", "规章，0，1件，均已公开"],
        ["规章、规范性文件", "规章、规范性文件、0"],
        ["、", "//", "信息内容，", "，，，"],
    ],
)
def test_lines_that_tell_no_sign_stay_as_they_are(lines: list[str]) -> None:
    assert with_tabs_of_headers(lines) is lines


@pytest.mark.parametrize("render", GRIDS.values(), ids=GRIDS)
def test_other_tables_stay_as_they_are(render: object) -> None:
    lines = report(PARTS, render).split("\n")  # type: ignore[arg-type]
    assert with_tabs_of_headers(lines) is lines


def test_a_row_of_two_labels_is_no_header() -> None:
    rows: Rows = [["信息内容", "本年处理决定数量"], ["行政许可", "7"]]
    lines = ["~".join(row) for row in rows]
    assert with_tabs_of_headers(lines) is lines
