"""Tab cells out of which a program took every blank line: nothing but labels and counts tells the rows apart."""

from __future__ import annotations

import pytest

from assets.extract.readers.separated.tabcells import without_tabs_of_lost_rows
from assets.extract.reading import read_text
from schemas.form import forms

_TITLE, _HEADING = "青岚县林业局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"
_HEADER = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
_TABLE = forms()["2021"].table("3")
_ROWS = {row.key: [str(10 * at + n) for n in range(7)] for at, row in enumerate(_TABLE.rows, 1)}


def _text(rows: dict[str, list[str]]) -> str:
    labels = {row.key: row.zh for row in _TABLE.rows}
    cells = [*_HEADER, *(cell for key, figures in rows.items() for cell in (labels[key], *figures))]
    return "\n".join([_TITLE, _HEADING, *("\t" + cell for cell in cells), "四、其他情况", "无。"])


def _reported(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for cell in read_text(text, "x.txt", "0" * 64).cells:
        if cell["table_no"] == "3" and cell["status"] == "reported":
            found.setdefault(cell["row_key"], []).append(f"{cell['value']:g}")
    return found


def test_rows_of_full_count_are_read() -> None:
    assert _reported(_text(_ROWS)) == _ROWS


def test_a_row_that_lost_a_blank_cell_is_not_read() -> None:
    found = _reported(_text(_ROWS | {"granted": ["30", "0", "0", "1", "0", "4"]}))
    assert found == {key: figures for key, figures in _ROWS.items() if key != "granted"}


def test_figures_on_two_lines_of_one_cell_do_not_make_a_row_full() -> None:
    """A blank cell is gone, and the rest of another cell's figure stands below: seven figures by chance."""
    text = _text(_ROWS | {"granted": ["30", "0", "0", "9998", "0", "4"]}).replace("\t9998\n", "\t999\n8\n")
    assert "granted" not in _reported(text)


@pytest.mark.parametrize(
    "lines",
    [
        ["\t规章", "\t1", ""] * 20,
        ["\t规章", "\t1", "\t"] * 20,
        ["\t规章\t1"] * 40,
        ["\t规章", "\t1", "\t2"],
        ["\t规章", "\t1", "正文。", "正文。"] * 20,
    ],
)
def test_tabs_stay_where_they_tell_more(lines: list[str]) -> None:
    assert without_tabs_of_lost_rows(lines) == lines
