"""Headers over figures that are printed, and name other columns than the form's or the form's in another order."""

from __future__ import annotations

import pytest

from assets.extract.reading import read_text
from schemas.form import forms

_LABELS = tuple((row.key, row.zh) for row in forms()["2021"].table("3").rows)
_FORM = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_KEYS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")
_TITLE = "海棠县民政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"


def _cells(text: str) -> dict[tuple[str, str, str], float | str | None]:
    cells = read_text(text, "r.txt", "0" * 32).cells
    return {
        (c["table_no"], c["row_key"], c["col_key"]): c["value"] if c["status"] == "reported" else c["status"]
        for c in cells
    }


def _pipes(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(header: list[str], rows: list[tuple[str, list[str]]]) -> str:
    return "\n".join([_pipes(["项目", *header]), *(_pipes([label, *figures]) for label, figures in rows)])


_ROWS = [(label, [str(10 * n + i) for i in range(7)]) for n, (_, label) in enumerate(_LABELS, 1)]


@pytest.mark.parametrize(
    "header",
    [
        ["春季", "夏季", "秋季", "冬季", "前半年", "后半年", "总计"],
        ["自然人", "医生", "农民", "军人", "退休人员", "外籍", "总计"],
        ["局机关", "甲街道", "乙街道", "丙街道", "丁街道", "戊街道", "合计"],
    ],
)
def test_columns_with_foreign_names_are_not_the_forms(header: list[str]) -> None:
    got = _cells(_TITLE + _table(header, _ROWS))
    assert {got["3", row, key] for row, _ in _LABELS for key in _KEYS[1:6]} == {"uncertain"}


@pytest.mark.parametrize("damaged", ["商业企亚", "商业企", "商 业 企 业", "企业"])
def test_a_damaged_name_is_no_foreign_one(damaged: str) -> None:
    got = _cells(_TITLE + _table([*_FORM[:1], damaged, *_FORM[2:]], _ROWS))
    assert [got["3", "granted", key] for key in _KEYS] == [30, 31, 32, 33, 34, 35, 36]


def test_a_second_header_between_rows_gives_the_columns_of_the_rows_below() -> None:
    turned = [(label, figures[::-1]) for label, figures in _ROWS[12:]]
    text = _table(list(_FORM), _ROWS[:12]) + "\n— 3 —\n" + _table(list(_FORM[::-1]), turned)
    got = _cells(_TITLE + text)
    for n, (row, _) in enumerate(_LABELS, 1):
        assert [got["3", row, key] for key in _KEYS] == [10 * n + i for i in range(7)]


def test_a_second_header_with_foreign_names_puts_the_rows_below_in_doubt() -> None:
    foreign = ["自然人", "医生", "农民", "军人", "其他", "外籍", "总计"]
    text = _table(list(_FORM), _ROWS[:12]) + "\n— 3 —\n" + _table(foreign, _ROWS[12:])
    got = _cells(_TITLE + text)
    assert [got["3", "granted", key] for key in _KEYS] == [30, 31, 32, 33, 34, 35, 36]
    assert {got["3", "total_handled", key] for key in _KEYS} == {"uncertain"}


def test_the_keys_of_a_record_decide_its_columns() -> None:
    lines = []
    for n, (label, figures) in enumerate(_ROWS):
        named = list(zip(_FORM, figures, strict=True))
        named = named[n % 7 :] + named[: n % 7]
        lines.append('{"项目": "' + label + '", ' + ", ".join(f'"{k}": {v}' for k, v in named) + "}")
    got = _cells(_TITLE + "\n".join(lines))
    for n, (row, _) in enumerate(_LABELS, 1):
        assert [got["3", row, key] for key in _KEYS] == [10 * n + i for i in range(7)]


def test_header_cells_with_line_breaks_in_tab_rows_are_joined() -> None:
    wrapped = "\t\t合\n计\t其\n他\t法律服务\n机构\t社会公益\n组织\t科研\n机构\t商业\n企业\t自然\n人\n"
    rows = "\n\n".join("\t" + "\t".join([label, label, *figures[::-1]]) for label, figures in _ROWS)
    got = _cells(_TITLE + wrapped.replace("合\n计", "总\n计") + "\n" + rows)
    assert [got["3", "granted", key] for key in _KEYS] == [30, 31, 32, 33, 34, 35, 36]


def test_a_group_is_expanded_where_it_stands() -> None:
    text = _pipes(["", "总计", "自然人", "法人或其他组织"]) + "\n"
    text += _pipes(["", "其他", "法律服务机构", "社会公益组织", "科研机构", "商业企业"]) + "\n"
    order = [6, 0, 5, 4, 3, 2, 1]
    text += "\n".join(_pipes([label, *(figures[i] for i in order)]) for label, figures in _ROWS)
    got = _cells(_TITLE + text)
    assert [got["3", "granted", key] for key in _KEYS] == [30, 31, 32, 33, 34, 35, 36]


def test_columns_of_last_year_are_not_this_years() -> None:
    text = (
        "海棠县民政局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
        "| 第二十条第（一）项 |\n| 信息内容 | 上年有效件数 | 本年制发件数 | 本年废止件数 |\n| 规章 | 3 | 0 | 1 |\n"
        "| 行政规范性文件 | 35 | 7 | 4 |\n| 第二十条第（五）项 |\n| 信息内容 | 上年处理决定数量 |\n| 行政许可 | 520 |\n"
        "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 11 |\n| 行政强制 | 4 |\n"
        "| 第二十条第（八）项 |\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 12.5 |\n"
    )
    got = _cells(text)
    assert {got["2", "regulations", key] for key in ("issued", "repealed", "in_force")} == {"uncertain"}
    assert got["2", "permits", "decisions"] == "uncertain"
    assert got["2", "penalties", "decisions"] == 11


def test_results_by_quarter_are_no_results() -> None:
    text = (
        _TITLE + _table(list(_FORM), _ROWS) + "\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
        "| 类别 | 春季 | 夏季 | 秋季 | 冬季 | 全年 |\n| 行政复议 | 8 | 1 | 0 | 2 | 11 |\n"
        "| 未经复议直接起诉 | 5 | 3 | 2 | 4 | 14 |\n| 复议后起诉 | 4 | 1 | 2 | 3 | 10 |\n"
    )
    assert not [v for k, v in _cells(text).items() if k[0] == "4" and isinstance(v, float)]


def test_names_cut_behind_their_first_letters_still_tell_another_order() -> None:
    text = _pipes(["", "自然人", "法人或其他组织", "", "", "", "", "总计"]) + "\n"
    text += _pipes(["", "", "商业企", "科研机", "社会公", "其他", "法律服", ""]) + "\n"
    text += "— 2 —\n" + _pipes(["之和）", "", "业", "构", "益组织", "", "务机构", ""]) + "\n"
    got = _cells(_TITLE + text + "\n".join(_pipes([label, *figures]) for label, figures in _ROWS))
    assert not {got["3", "granted", key] for key in ("legal_service", "other_org")} & {34.0, 35.0}
