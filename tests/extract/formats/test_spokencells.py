"""Cells that are read out with their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.spokencells import with_rows_of_places
from schemas.form import CellKey
from tests.extract.printed import (
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.turns import in_turn

_WAYS: dict[str, Callable[[int, int, str], str]] = {
    "第 1 行 第 1 列": lambda row, column, text: f"第 {row} 行 第 {column} 列 {text}",
    "第1行第1列：": lambda row, column, text: f"第{row}行第{column}列：{text}",
    "第1行，第1列": lambda row, column, text: f"  第{row}行，第{column}列 {text}",
    "行 1 列 1": lambda row, column, text: f"行 {row}  列 {column}  {text}",
    "row 1 column 1": lambda row, column, text: f"row {row} column {column} {text}",
    "Row 1, Column 1:": lambda row, column, text: f"Row {row}, Column {column}: {text}",
    "R1C1": lambda row, column, text: f"R{row}C{column}: {text}",
    "(1, 1)": lambda row, column, text: f"({row}, {column}): {text}",
    "[0,0]": lambda row, column, text: f"- [{row - 1},{column - 1}] {text}",
    "[0,0]=": lambda row, column, text: f"[{row - 1},{column - 1}]={text}",
    "第1行第1列“”": lambda row, column, text: f"第{row}行：第{column}列“{text}”。",
}


def _a_cell_a_line(way: str) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        return [
            _WAYS[way](n, m, cell) for n, row in enumerate(rows, 1) for m, cell in enumerate(row, 1) if cell
        ]

    return render


def _a_row_a_line(rows: Rows) -> list[str]:
    lines = [f"表格 有 {len(rows)} 行 {max(map(len, rows))} 列"]
    for n, row in enumerate(rows, 1):
        lines.append(f"第 {n} 行 " + " ".join(f"第 {m} 列 {cell}" for m, cell in enumerate(row, 1) if cell))
    return [*lines, "离开表格"]


def _in_quotes(rows: Rows) -> list[str]:
    return [
        f"第{n}行：" + "，".join(f"第{m}列“{cell}”" for m, cell in enumerate(row, 1) if cell) + "。"
        for n, row in enumerate(rows, 1)
    ]


def _with_signs(rows: Rows) -> list[str]:
    return [
        "; ".join(f"[{n},{m}]={cell.replace('“', '&ldquo;') or '(空)'}" for m, cell in enumerate(row))
        for n, row in enumerate(rows)
    ]


def _row_above(rows: Rows) -> list[str]:
    return [
        line
        for n, row in enumerate(rows, 1)
        for line in [f"第 {n} 行", *(f"第 {m} 列 {cell or '空白'}" for m, cell in enumerate(row, 1))]
    ]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", _WAYS)
def test_a_cell_a_line(way: str, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), _a_cell_a_line(way)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("render", [_a_row_a_line, _row_above, _in_quotes, _with_signs])
def test_rows_on_one_line_and_below_their_number(render: Callable[[Rows], list[str]]) -> None:
    values = figures()
    reading = read(report(printed(values), render))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_figures_keep_the_line_that_they_stand_on() -> None:
    values = figures()
    text = report(printed(values), _a_row_a_line)
    line = next(n for n, line in enumerate(text.split("\n"), 1) if "予以公开" in line)
    key = CellKey("3", "granted", "total")
    assert cells_of(read(text))[key]["line_start"] == line


def test_a_place_that_is_left_out_takes_no_other_figure() -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "granted")
    row[3] = ""
    reading = read(report(change(parts, "granted", row), _a_row_a_line))
    values[CellKey("3", "granted", "research")] = ""
    assert not wrong(reading, values)
    assert reported(reading) >= {CellKey("3", "granted", "total"), CellKey("3", "granted", "social_org")}


def test_a_cell_that_goes_on_below_is_one() -> None:
    values = figures()
    text = report(printed(values), _a_row_a_line).replace("正当理由大量反复", "正当理由\n大量反复")
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize(
    "text",
    [
        "第3行第2列的数据有误。",
        "第 1 行 第 2 列 甲\n第 3 行 第 1 列 乙",
        "（1）规章\n（2）文件\n（3）许可",
        "R1 规章\nR2 文件\nR3 许可",
    ],
)
def test_a_mention_of_a_place_is_no_table(text: str) -> None:
    lines = text.split("\n")
    assert with_rows_of_places(lines) == lines


def _text_below(rows: Rows) -> list[str]:
    return [
        line
        for n, row in enumerate(rows, 1)
        for line in [f"row {n}", *(line for m, cell in enumerate(row, 1) for line in (f"column {m}", cell))]
    ]


def test_the_text_of_the_last_cell_below_its_place() -> None:
    """What stands right below the last place of a table is that cell's, and no figure beside the table."""
    values = figures()
    reading = read(report(printed(values), _text_below))
    assert not wrong(reading, values)
    assert len(reported(reading)) == len(values)


@pytest.mark.parametrize(
    "below", ["五、存在的主要问题及改进情况", "本年度各项工作均已按照要求完成，没有其他情况。", "离开表格"]
)
def test_a_last_cell_that_is_blank(below: str) -> None:
    """Prose right below the place of a blank cell is none of the table's."""
    values = figures()
    row = [*row_of(printed(values), "all", "4")[:-1], ""]
    text = report(change(printed(values), "all", row), _text_below)
    last = CellKey("4", "suit_after_review", "total")
    lines = text.split("\n")
    at = max(n for n, line in enumerate(lines) if line.startswith("column"))
    reading = read("\n".join([*lines[: at + 1], below, *lines[at + 2 :]]))
    assert cells_of(reading)[last]["status"] in ("blank", "uncertain")
    assert not wrong(reading, {key: value for key, value in values.items() if key != last})


@in_turn
@pytest.mark.parametrize("joint", ["；", ";", "，", " | ", " "])
@pytest.mark.parametrize("sign", ["=", "＝", "："])
def test_columns_and_their_cells_with_signs_between(sign: str, joint: str) -> None:
    values = figures()

    def render(rows: Rows) -> list[str]:
        return [
            f"第{n}行：" + joint.join(f"第{m}列{sign}{cell}" for m, cell in enumerate(row, 1))
            for n, row in enumerate(rows, 1)
        ]

    reading = read(report(printed(values), render))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_sign_that_is_not_behind_each_cell_is_of_its_own() -> None:
    lines = [f"第{n}行：第1列=甲，乙；第2列=丙，；第3列=4，" for n in range(1, 5)]
    assert "<td>甲，乙</td><td>丙，</td><td>4，</td>" in with_rows_of_places(lines)[1]
