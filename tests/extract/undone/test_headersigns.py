"""Small tables whose cells a sign parts that only the labels of the header tell."""

from __future__ import annotations

import pytest

from assets.extract.undone.headersigns import with_tabs_of_headers
from tests.extract.printed import GRIDS, Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
PARTS = printed(VALUES)


def parted(sign: str, width: int = 0) -> str:
    """A report whose small tables have their cells between a sign, the others between tabs."""

    def write(rows: Rows) -> list[str]:
        full = [[*row, *[""] * (width - len(row))] for row in rows]
        return [("\t" if len(rows[-1]) == 8 else sign).join(row) for row in full]

    return report(PARTS, write)


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
        ["信息内容/本年制发件数/本年废止件数/现行有效件数", "规章/0/1/2"],
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
