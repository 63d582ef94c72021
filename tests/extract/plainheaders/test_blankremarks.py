"""A column of remarks that a plain header names and that no row fills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Rows,
    aligned,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}
NAMES = [column.zh for column in forms()["2021"].table("3").columns]
HEADER: Rows = [["申请人情况", "备注"], [NAMES[0], "法人或其他组织", NAMES[-1]], NAMES[1:-1]]
UPRIGHT: Rows = [["申请人情况"], [NAMES[0], "法人或其他组织", "备"], [*NAMES[1:-1], NAMES[-1], "注"]]


def text_of(header: Rows, remarks: dict[int, str], blanks: dict[int, int], render) -> str:  # type: ignore[no-untyped-def]
    """The report with remarks behind the figures of some rows and blank figures in some."""
    parts = printed(VALUES)
    (third,) = (p for p in parts if p.table_no == "3")
    rows = []
    for n, row in enumerate(third.rows):
        cells = [*row, remarks.get(n, "")]
        if n in blanks:
            cells[blanks[n]] = ""
        rows.append(cells)
    return report([replace(p, header=header, rows=rows) if p.table_no == "3" else p for p in parts], render)


@pytest.mark.parametrize("name", ["备注", "说明"])
@pytest.mark.parametrize("render", [running, one_a_line])
def test_no_row_has_a_remark(render, name: str) -> None:  # type: ignore[no-untyped-def]
    header = [["申请人情况", name], *HEADER[1:]]
    reading = read(text_of(header, {}, {}, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_its_name_stands_one_letter_above_the_other() -> None:
    reading = read(text_of(UPRIGHT, {}, {}, running))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_columns_aligned_by_spaces() -> None:
    header = [["申请人情况", *[""] * 7, "备注"], ["", *NAMES, ""]]
    reading = read(text_of(header, {}, {}, aligned))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


@pytest.mark.parametrize("render", [running, one_a_line])
@pytest.mark.parametrize("header", [HEADER, UPRIGHT])
def test_a_figure_for_a_remark(render, header: Rows) -> None:  # type: ignore[no-untyped-def]
    """Where a row has one, others may have it, too, and lack another figure."""
    reading = read(text_of(header, {3: "7", 8: "9"}, {8: 4}, render))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_rows_that_lack_figures() -> None:
    """Many rows have a blank, so that one with a remark may be as long as the others."""
    reading = read(text_of(HEADER, {2: "5"}, dict.fromkeys(range(2, 14), 3), running))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_another_column_beside_it() -> None:
    header = [["申请人情况", "备注"], HEADER[1], [*NAMES[1:-1], "小计"]]
    assert not reported(read(text_of(header, {}, {}, running)), "3")


def with_remarks(remarks: dict[str, str], render) -> str:  # type: ignore[no-untyped-def]
    """The report with a column of remarks behind those of each block of table 2."""
    parts = []
    for part in printed(VALUES):
        if part.table_no == "2":
            rows = [
                [*row, *([remarks[key]] if key in remarks else [])]
                for key, row in zip(part.keys, part.rows, strict=True)
            ]
            header = [*part.header[:-1], [*part.header[-1], "备注"]]
            part = replace(part, header=header, rows=rows)  # noqa: PLW2901
        parts.append(part)
    return report(parts, render)


@pytest.mark.parametrize("render", [running, one_a_line, aligned])
def test_behind_the_columns_of_short_blocks(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(with_remarks({}, render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("render", [running, one_a_line])
def test_a_figure_behind_those_of_a_short_block(render) -> None:  # type: ignore[no-untyped-def]
    """One row of the block has a figure for a remark: the other may have one, too, and lack its own."""
    reading = read(with_remarks({"penalties": "7"}, render))
    assert not wrong(reading, VALUES)
    assert not {key for key in reported(reading, "2") if key.row_key in ("penalties", "coercion")}


@pytest.mark.parametrize("mark", ["/", "无"])
def test_a_stroke_that_may_be_the_remark(mark: str) -> None:
    """`行政处罚 /`: the figure may be blank and the stroke stand for a remark."""
    values = VALUES | {key: mark for key in VALUES if key.row_key in ("penalties", "normative_docs")}
    parts = [
        replace(p, header=[*p.header[:-1], [*p.header[-1], "备注"]]) if p.table_no == "2" else p
        for p in printed(values)
    ]
    reading = read(report(parts, running))
    own = ("penalties", "coercion", "regulations", "normative_docs")
    assert not wrong(reading, values)
    assert not {key for key in reported(reading, "2") if key.row_key in own}
