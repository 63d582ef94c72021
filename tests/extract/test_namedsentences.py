"""Tables printed as sentences: a row, and each figure behind the name of its column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, Figures, figures, read, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
_ROWS = {"4": {"suit_direct": "行政诉讼（未经复议直接起诉）", "suit_after_review": "行政诉讼（复议后起诉）"}}

Order = Callable[[list[str]], list[str]]


def sentences(
    values: Figures,
    form: str = "2021",
    order: Order = list,
    behind: str = "",
    clause_of: Callable[[str, str], str] = lambda clause, row: clause,
) -> str:
    """A report whose rows are sentences; `order` sets the columns of a row, `behind` stands between name and figure."""
    lines = [TITLE, "一、总体情况", "全年工作平稳。"]
    for table in forms()[form].tables:
        lines.append(HEADINGS[table.no])
        for block in table.blocks:
            for n, row in enumerate(block.rows):
                names = {c.key: c.zh.split("（")[0] for c in block.columns}
                if "other_org" in names:
                    names["other_org"] = "其他组织" if n % 2 else "其他"
                unit = "件" if table.no != "2" else ""
                said = [
                    f"{names[key]}{behind}{values[CellKey(table.no, row.key, key)]}{unit}"
                    for key in order(list(names))
                ]
                clause = clause_of(block.clause.zh, row.key) if block.clause else ""
                label = clause + _ROWS.get(table.no, {}).get(row.key, row.zh)
                lines.append(f"{label}：{'、'.join(said)}。")
    lines += ["五、存在的主要问题及改进情况", "仍有不足。", "六、其他需要报告的事项", "无。"]
    return "\n".join(lines) + "\n"


def _turned(names: list[str]) -> list[str]:
    return names[::-1]


def _last_first(names: list[str]) -> list[str]:
    return [names[-1], *names[:-1]]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("behind", ["", "：", " "])
@pytest.mark.parametrize("order", [list, _turned, _last_first])
def test_rows_below_their_clause_and_columns_in_any_order(form: str, behind: str, order: Order) -> None:
    values = figures(form)
    reading = read(sentences(values, form, order, behind))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@in_turn
@pytest.mark.parametrize("behind", ["", "：", " "])
@pytest.mark.parametrize("columns", [["total"], ["commercial", "research", "social_org"], ["natural_person"]])
def test_a_name_with_nothing_but_a_unit_is_a_blank_cell(behind: str, columns: list[str]) -> None:
    values = {k: "" if k.table_no == "3" and k.col_key in columns else v for k, v in VALUES.items()}
    reading = read(sentences(values, behind=behind))
    assert not wrong(reading, values)
    assert reported(reading) == {k for k, v in values.items() if v}
    assert {*status_of(reading, "3", "granted", *columns)} <= {"blank", "uncertain"}


@pytest.mark.parametrize("column", ["自然人", "科研机构", "总计"])
def test_a_row_that_names_fewer_columns_than_the_others_is_in_doubt(column: str) -> None:
    lines = sentences(VALUES).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("2.重复申请"))
    lines[at] = "、".join(said for said in lines[at].split("、") if column not in said)
    if column == "自然人":
        lines[at] = "2.重复申请：" + lines[at]
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert {*status_of(reading, "3", "rejected_repeat")} <= {"uncertain", "absent"}


def test_words_in_place_of_a_figure_move_none_of_the_others() -> None:
    text = sentences(VALUES, behind=" ")
    figure = VALUES[CellKey("3", "granted", "natural_person")]
    said = text.replace(f"自然人 {figure}件", "自然人 详见附件")
    left = {k: v for k, v in VALUES.items() if v != figure}
    assert not wrong(read(said), left)


def test_a_row_below_another_clause_is_nobodys() -> None:
    def moved(clause: str, row: str) -> str:
        return "第二十条第（五）项" if row == "coercion" else clause

    reading = read(sentences(VALUES, clause_of=moved))
    assert not wrong(reading, VALUES)
    assert not {key for key in reported(reading) if key.row_key == "coercion"}


def test_figures_of_the_year_before_are_not_asked_for() -> None:
    lines = sentences(VALUES).split("\n")
    former = [line.replace("：", "（上年）：", 1) for line in lines if line.startswith("（一）予以公开")]
    at = next(n for n, line in enumerate(lines) if line.startswith("（一）予以公开"))
    lines[at] = former[0]
    reading = read("\n".join(lines))
    assert not {key for key in reported(reading) if key.row_key == "granted"}
