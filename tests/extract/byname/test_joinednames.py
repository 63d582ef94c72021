"""Names that a long table joins to one."""

from __future__ import annotations

import pytest

from assets.extract.byname.joinednames import names_apart
from assets.extract.model import Cell
from schemas.form import CellKey
from tests.extract.printed import TITLE, figures, printed, read, reported, row_of, wrong
from tests.turns import in_turn

_INNER = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


def _long(sign: str, parts: list, column_first: bool = False) -> str:  # type: ignore[type-arg]
    lines = [TITLE, "", "表名,指标,项目,数值" if column_first else "表名,项目,指标,数值"]
    for part in parts:
        rows, header = part.rows, part.header[-1][1:]
        if part.table_no == "4":
            labels = ("行政复议", f"行政诉讼{sign}未经复议直接起诉", f"行政诉讼{sign}复议后起诉")
            header = part.header[-1][:5]
            rows = [[label, *part.rows[0][5 * n : 5 * n + 5]] for n, label in enumerate(labels)]
        for label, *cells in rows:
            above = f"三、本年度办理结果{sign}（三）不予公开{sign}" if label[0].isdigit() else ""
            for name, cell in zip(header, cells, strict=True):
                column = f"法人或其他组织{sign}{name}" if part.table_no == "3" and name in _INNER else name
                names = [column, above + label] if column_first else [above + label, column]
                lines.append(f"表{part.table_no},{','.join(names)},{cell}")
    return "\n".join(lines) + "\n"


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("sign", [" > ", "-", "/", "->", "—", "|", "：", "."])
def test_names_joined_by_a_sign(sign: str, form: str) -> None:
    values = figures(form)
    reading = read(_long(sign, printed(values, form)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_columns_before_rows() -> None:
    values = figures()
    reading = read(_long("/", printed(values), column_first=True))
    assert not wrong(reading, values)


def test_a_word_in_the_place_of_a_figure_is_no_end_of_the_row() -> None:
    values = figures()
    parts = printed(values)
    row_of(parts, "carried_over")[3] = "约30"
    reading = read(_long(" > ", parts))
    values[CellKey("3", "carried_over", "research")] = ""
    assert not wrong(reading, values)
    assert CellKey("3", "carried_over", "total") in reported(reading)


def test_rows_that_are_left_out_put_none_beside_them_in_doubt() -> None:
    values = figures()
    parts = printed(values)
    for part in parts:
        part.rows[:] = [row for row in part.rows if not row[0].startswith("（二）部分公开")]
    reading = read(_long(" > ", parts))
    assert not wrong(reading, values)
    assert {key.row_key for key in set(values) - reported(reading)} == {"partially_granted"}


def test_a_name_with_the_sign_in_it_stays_whole() -> None:
    known = {"本年增/减", "规章", "文件", "许可"}
    figures_ = [
        [Cell(f"甲/{name}", 1, 1), Cell("本年增/减", 1, 1), Cell("3", 1, 1)]
        for name in ("规章", "文件", "许可")
    ]
    found = names_apart(figures_, known.__contains__)
    assert [cell.text for cell in found[0]] == ["甲", "规章", "本年增/减", "3"]


def test_two_names_that_happen_to_stand_so_are_not_parted() -> None:
    figures_ = [[Cell("甲/规章", 1, 1), Cell("数量", 1, 1), Cell("3", 1, 1)]]
    assert names_apart(figures_, {"规章"}.__contains__) == figures_
