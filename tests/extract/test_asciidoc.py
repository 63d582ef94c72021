"""Tables of AsciiDoc with merged cells: the number of columns is said above the fence, and cells fill the rows."""

from __future__ import annotations

import pytest

from assets.extract.reading import Reading
from schemas.form import forms
from tests.extract.printed import read
from tests.turns import in_turn

HEAD = [
    "青岚县林业局2022年政府信息公开工作年度报告",
    "",
    "一、总体情况",
    "三、收到和处理政府信息公开申请情况",
    "",
]
FENCE = ['[width="99%",cols="10%,10%,10%,10%,10%,10%,10%,10%,10%,10%",options="header",]', "|==="]
COLUMNS = [
    "3.3+|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 7+|申请人情况",
    ".2+|自然人 5+|法人或其他组织 .2+|总计",
    "|商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他",
    "",
]
COLUMNS_OF_FIGURES = tuple(c.key for b in forms()["2021"].table("3").blocks for c in b.columns)
BLANK = {("new", "total"), ("carried_in", "social_org"), ("granted", "other_org")}
# Every cell has a figure of its own.
FIGURES = {
    (row.key, column): "" if (row.key, column) in BLANK else str(100 + 10 * no + at)
    for no, row in enumerate(forms()["2021"].table("3").rows)
    for at, column in enumerate(COLUMNS_OF_FIGURES)
}


def _rows() -> list[str]:
    """As pandoc writes them: long rows over two lines, a label down two rows, line breaks within it."""
    lines = []
    for no, row in enumerate(forms()["2021"].table("3").rows):
        cells = [f"|{FIGURES[row.key, column]} " for column in COLUMNS_OF_FIGURES]
        above = [".2+|三 +", "、 +", f"本年度办理结果 2+|{row.zh}"] if no == 2 else []
        label = f"2+|{row.zh}" if no == 3 else f"3+|{row.zh}"
        lines += [*(above or [label]), "".join(cells[:5]).strip(), "".join(cells[5:]).strip(), ""]
    return lines


ROWS = _rows()


def _text(rows: list[str], fence: list[str] = FENCE) -> str:
    return "\n".join([*HEAD, *fence, *COLUMNS, *rows, "|===", "", "五、存在的主要问题及改进情况", ""])


def _values(reading: Reading) -> dict[tuple[str, str], float]:
    return {
        (c["row_key"], c["col_key"]): c["value"]
        for c in reading.cells
        if c["table_no"] == "3" and c["status"] == "reported"
    }


def test_a_last_bar_opens_a_blank_cell_where_the_columns_are_said() -> None:
    assert _values(read(_text(ROWS))) == {key: float(printed) for key, printed in FIGURES.items() if printed}


@pytest.mark.parametrize("lost", ["|100 ", "|112 ", "|135 ", "3+|", "2+|"])
def test_a_lost_cell_moves_none_into_another_row_or_column(lost: str) -> None:
    rows = [row.replace(lost, "") for row in ROWS]
    for key, value in _values(read(_text(rows))).items():
        assert FIGURES[key] == str(int(value))


@pytest.mark.parametrize("columns", ["9", "11", "20", "64"])
def test_a_wrong_number_of_columns_is_not_believed(columns: str) -> None:
    for key, value in _values(read(_text(ROWS, [f'[cols="{columns}*"]', "|==="]))).items():
        assert FIGURES[key] == str(int(value))


def test_the_line_of_a_cell_is_where_it_stands() -> None:
    text = _text(ROWS)
    lines = text.split("\n")
    for cell in read(text).cells:
        if cell["status"] == "reported":
            assert cell["raw"] in lines[cell["line_start"] - 1]


def _apart(each: str = "\n") -> list[str]:
    """Rows of a table that does not say its columns: a blank line above each, the cells on lines of their own or on one."""
    rows = [[mark for mark in row.split(" ") if mark] for row in COLUMNS if row]
    for no, row in enumerate(forms()["2021"].table("3").rows):
        label = (
            [".2+|三、本年度办理结果", f"2+|{row.zh}"]
            if no == 2
            else [f"{'2' if no == 3 else '3'}+|{row.zh}"]
        )
        rows.append([*label, *(f"|{FIGURES[row.key, column]}" for column in COLUMNS_OF_FIGURES)])
    return [line for row in rows for line in ["", *each.join(row).split("\n")]]


def _said(rows: list[str]) -> str:
    return "\n".join([*HEAD, "|===", *rows, "|===", "", "五、存在的主要问题及改进情况", ""])


@in_turn
@pytest.mark.parametrize("each", ["\n", " "])
@pytest.mark.parametrize("mark", ["", "^", ".^"])
def test_merged_cells_without_a_number_of_columns(each: str, mark: str) -> None:
    rows = [line.replace("+|", f"+{mark}|") for line in _apart(each)]
    assert _values(read(_said(rows))) == {key: float(printed) for key, printed in FIGURES.items() if printed}


def test_rows_of_a_line_each_need_no_blank_lines() -> None:
    rows = [line for line in _apart(" ") if line]
    assert _values(read(_said(rows))) == {key: float(printed) for key, printed in FIGURES.items() if printed}


@pytest.mark.parametrize("lost", ["|100", "|112", "|135", "|204", "3+|四、结转下年度继续办理"])
def test_a_lost_cell_of_rows_that_blank_lines_part_moves_none(lost: str) -> None:
    rows = [line for line in _apart() if line != lost]
    for key, value in _values(read(_said(rows))).items():
        assert FIGURES[key] == str(int(value))
