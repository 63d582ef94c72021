"""Words beside a label that make it another one, and those that leave it what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.headers.otherlabels import is_anothers
from assets.extract.labelmatcher import row_matcher
from assets.extract.reading import read_text
from schemas.form import forms
from schemas.meaning import TURNS
from schemas.whose import WORDS
from tests.extract.printed import (
    HASH,
    Part,
    aligned,
    csv_rows,
    figures,
    grid,
    html,
    markdown,
    one_a_line,
    pipe_cells,
    printed,
    report,
    running,
    tab_cells,
    trailing,
    tsv,
)
from tests.turns import in_turn

_ALL = [tsv, csv_rows, markdown, trailing, pipe_cells, tab_cells, grid, html, running, aligned]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("2", "上年行政许可"),
        ("2", "全县：行政处罚"),
        ("2", "行政强制（计划）"),
        ("2", "规章（较上年增加）"),
        ("2", "行政规范性文件（下属单位）"),
        ("2", "行政许可撤销"),
        ("2", "申请法院行政强制"),
        ("2", "行政规范性文件解读"),
        ("2", "非行政事业性收费"),
        ("3", "予以公开比例"),
        ("3", "2.非重复申请"),
        ("3", "一、上年新收政府信息公开申请数量"),
        ("3", "二、前年结转政府信息公开申请数量"),
        ("3", "四、结转下季度继续办理"),
        ("3", "5.属于三类内部事务信息（上年度）"),
        ("3", "总计（不予公开）"),
        ("3", "（一）、（二）总计"),
        ("3", "9.其他"),
        ("3", "8.属于业务咨询查询事项"),
        ("3", "1.信访举报投诉咨询查询类申请"),
        ("4", "行政复议（非公开类）"),
        ("4", "行政诉讼-复议前起诉"),
    ],
)
def test_a_word_makes_a_label_another(table: str, text: str) -> None:
    assert row_matcher("2021", table).match(text) is None


_WORDS = sorted(
    {
        *(*TURNS.other_years, *TURNS.compared, *TURNS.planned, *TURNS.of_all, *TURNS.turned),
        *(*TURNS.of_other_kinds, *WORDS.last_year, *WORDS.earlier_years, *WORDS.under_body),
    }
)


def test_each_word_is_heard_before_a_label_and_behind_it() -> None:
    for word in _WORDS:
        for text in (f"{word}行政规范性文件", f"{word}：行政规范性文件", f"行政规范性文件{word}"):
            assert row_matcher("2021", "2").match(text) is None, text
        for text in (f"{word}保护第三方合法权益", f"4.保护第三方合法权益{word}"):
            assert row_matcher("2021", "3").match(text) is None, text


@pytest.mark.parametrize("behind", ["", *TURNS.of_figures])
def test_each_word_is_heard_alone_in_brackets(behind: str) -> None:
    words = [*TURNS.other_years, *TURNS.compared, *TURNS.planned, *TURNS.of_all]
    assert not [w for w in words if row_matcher("2021", "2").match(f"行政许可（{w}{behind}）") is not None]


@pytest.mark.parametrize("word", [*TURNS.counted_besides, *(f"{w}上年" for w in TURNS.in_front)])
def test_what_else_is_counted_is_heard_in_brackets(word: str) -> None:
    assert row_matcher("2021", "3").match(f"（七）总计（{word}）") is None


def test_words_that_leave_a_label_what_it_is() -> None:
    match = row_matcher("2021", "2").match
    before = [match(f"{word}行政规范性文件") for word in TURNS.leave_it_before]
    behind = [match(f"行政规范性文件{word}") for word in TURNS.leave_it_behind]
    found = [m for m in (*before, *behind) if m is not None]
    assert len(found) == len(before) + len(behind)
    assert {m.key for m in found} == {"normative_docs"}


@pytest.mark.parametrize("word", TURNS.explanations)
def test_an_explanation_may_hold_any_word(word: str) -> None:
    match = row_matcher("2021", "3").match(f"5.要求行政机关确认或重新出具已获取信息{word}网上申请")
    assert match is not None
    assert match.key == "rejected_reconfirm"


@pytest.mark.parametrize(
    ("form", "table", "text", "key"),
    [
        ("2021", "2", "规章（设区的市以上人民政府填报）", "regulations"),
        ("2021", "2", "规章（制度）", "regulations"),
        ("2021", "2", "行政规范性文件（含党委政府联合发文）", "normative_docs"),
        ("2021", "2", "行政许可数量", "permits"),
        ("2021", "2", "本年行政许可", "permits"),
        ("2019", "2", "其他对外管理服务事项（指行政许可以外的政务服务事项）", "other_services"),
        ("2021", "3", "四、结转下年度继续办理含网上申请", "carried_forward"),
        ("2019", "2", "其他对外管理服务事项 第二十条第（六）项", "other_services"),
        ("2021", "3", "二、去年结转政府信息公开申请数量", "carried_over"),
        ("2021", "3", "二、上年结转政府信息公开申请数量（上年）", "carried_over"),
        ("2021", "3", "四、结转下年度继续办理（截至12月31日尚未办结）", "carried_forward"),
        ("2021", "3", "1.信访举报投诉类申请", "rejected_petition"),
        ("2021", "3", "1.属于国家秘密（不予公开）", "denied_state_secret"),
        ("2021", "3", "（二）部分公开（区分处理的，只计这一情况，不计其他情形）", "partially_granted"),
        ("2021", "3", "8.属于行政咨询查询事项", "denied_admin_inquiry"),
        ("2019", "3", "属于行政咨询查询事项", "denied_admin_inquiry"),
        ("2021", "3", "3.其他", "other_misc"),
        ("2021", "3", "19.其他", "other_misc"),
        ("2021", "3", "（七）总计", "total_handled"),
        ("2021", "4", "行政诉讼（复议后起诉）", "suit_after_review"),
    ],
)
def test_a_gloss_leaves_a_label_what_it_is(form: str, table: str, text: str, key: str) -> None:
    match = row_matcher(form, table).match(text)
    assert match is not None
    assert match.key == key


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("decisions", "处理决定数量（上年度）", True),
        ("decisions", "全系统处理决定数量", True),
        ("decisions", "处理决定数量（指2020年办件量）", False),
        ("change", "本年增/减（与上年相比）", False),
        ("change", "本年增/减（指项目数量比上年增减，减用负值表示，如-8）", False),
        ("change", "本年增/减（下属单位）", True),
        ("prev_items", "上一年项目数量（上年）", False),
        ("prev_items", "上一年项目数量（同比增加）", True),
        ("public_total", "对外公开总数量（历史累计）", False),
    ],
)
def test_columns_are_asked_the_same(key: str, text: str, expected: bool) -> None:
    column = next(c for c in forms()["2019"].table("2").columns if c.key == key)
    assert is_anothers(text, column) is expected


def _with_labels(parts: list[Part], labels: dict[str, str | None]) -> list[Part]:
    """The parts with other labels of rows, None for rows left out."""
    out = []
    for part in parts:
        rows = zip(part.keys, part.rows, strict=True)
        kept = [(key, [labels.get(key, row[0]), *row[1:]]) for key, row in rows]
        kept = [(key, row) for key, row in kept if row[0] is not None]
        out.append(replace(part, rows=[row for _, row in kept], keys=tuple(k for k, _ in kept)))  # type: ignore[misc]
    return out


def _read(text: str) -> dict[tuple[str, str, str], object]:
    cells = read_text(text, "r.txt", HASH).cells
    return {
        (c["table_no"], c["row_key"], c["col_key"]): c["value"] if c["status"] == "reported" else c["status"]
        for c in cells
    }


_OTHERS: dict[str, str | None] = {
    "permits": "上年行政许可",
    "penalties": "行政处罚撤销",
    "granted": "予以公开比例",
    "denied_internal_affairs": "5.属于三类内部事务信息（上年度）",
    "unable_needs_creation": "预计：2.没有现成信息需要另行制作",
    "rejected_repeat": "2.非重复申请",
}


@pytest.mark.parametrize("render", [*_ALL, one_a_line])
def test_rows_of_others_are_not_read_and_all_else_is(render: object) -> None:
    values = figures()
    got = _read(report(_with_labels(printed(values), _OTHERS), render))  # type: ignore[arg-type]
    lost = 0
    for key, figure in values.items():
        if key.row_key in _OTHERS:
            assert got[key] in ("uncertain", "absent"), key
        elif got[key] != float(figure):
            assert got[key] in ("uncertain", "absent"), key
            lost += 1
    # labels that stand apart from their figures leave the rows about them in doubt
    assert lost == 0 or render in (one_a_line, running, aligned)
    assert lost <= len(values) // 2


@pytest.mark.parametrize("render", [tsv, markdown, grid, html, csv_rows])
def test_columns_of_others_are_not_read_and_all_else_is(render: object) -> None:
    values = figures()
    names = {"自然人": "自然人以外", "商业企业": "商业企业增减", "总计": "总计（上年）"}
    parts = [
        replace(p, header=[[names.get(cell, cell) for cell in row] for row in p.header])
        if p.table_no == "3"
        else p
        for p in printed(values)
    ]
    got = _read(report(parts, render))  # type: ignore[arg-type]
    for key, figure in values.items():
        if key.table_no == "3" and key.col_key in ("natural_person", "commercial", "total"):
            assert got[key] in ("uncertain", "absent"), key
        else:
            assert got[key] == float(figure), key


@pytest.mark.parametrize("render", [tsv, markdown, html, aligned, running])
def test_the_one_column_of_a_clause_may_be_anothers(render: object) -> None:
    values = figures()
    parts = [
        replace(
            p, header=[[cell.replace("本年处理决定", "上年度处理决定") for cell in row] for row in p.header]
        )
        if p.keys == ("permits",)
        else p
        for p in printed(values)
    ]
    got = _read(report(parts, render))  # type: ignore[arg-type]
    assert got["2", "permits", "decisions"] in ("uncertain", "absent")
    assert got["2", "penalties", "decisions"] == float(values[next(k for k in values if k[1] == "penalties")])


@in_turn
@pytest.mark.parametrize("render", [tsv, markdown, html, aligned])
@pytest.mark.parametrize("label", ["总计", "（三）总计", "总计（不予公开）"])
def test_a_sum_of_other_rows_is_not_the_lost_total(render: object, label: str) -> None:
    values = figures()
    parts = _with_labels(printed(values), {"total_handled": None})
    (third,) = [p for p in parts if p.table_no == "3"]
    sums = [label, *(str(901 + n) for n in range(7))]
    rows = [*third.rows[:12], sums, *third.rows[12:]]
    parts = [replace(p, rows=rows) if p is third else p for p in parts]
    got = _read(report(parts, render))  # type: ignore[arg-type]
    assert {got["3", "total_handled", c.key] for c in forms()["2021"].table("3").columns} <= {
        "uncertain",
        "absent",
    }


def test_the_total_at_its_place_needs_no_number() -> None:
    values = figures()
    got = _read(report(_with_labels(printed(values), {"total_handled": "总计"}), markdown))
    assert all(got[key] == float(figure) for key, figure in values.items())


@pytest.mark.parametrize("render", [tsv, markdown, html])
@pytest.mark.parametrize("number", ["8", "9"])
def test_a_row_more_with_a_label_like_its_neighbours_is_not_read_for_it(render: object, number: str) -> None:
    values = figures()
    parts = []
    for part in printed(values):
        if "denied_admin_inquiry" in part.keys:
            at = part.keys.index("denied_admin_inquiry")
            more = [f"{number}.属于行政咨询查询事项", *(str(n) for n in range(901, 908))]
            rows, keys = [*part.rows], [*part.keys]
            rows.insert(at + 1, more)
            keys.insert(at + 1, "more")
            parts.append(replace(part, rows=rows, keys=tuple(keys)))
        else:
            parts.append(part)
    got = _read(report(parts, render))  # type: ignore[arg-type]
    for key, figure in values.items():
        assert got[key] in (float(figure), "uncertain"), key


def test_figures_right_under_a_groups_label_are_no_row_of_it() -> None:
    values = figures()
    lines = []
    for line in report(_with_labels(printed(values), {"denied_state_secret": None}), one_a_line).split("\n"):
        if line.startswith("2.其他法律"):
            lines += ["（三）不予公开", *(str(901 + n) for n in range(7))]
        lines.append(line)
    got = _read("\n".join(lines))
    columns = [c.key for c in forms()["2021"].table("3").columns]
    assert {got["3", "denied_state_secret", key] for key in columns} <= {"uncertain", "absent"}
    assert got["3", "denied_other_law", "total"] == float(
        values[next(k for k in values if k[1:] == ("denied_other_law", "total"))]
    )


def test_the_forms_own_word_for_the_total_counts_in_a_turned_table() -> None:
    values = figures()
    table = forms()["2021"].table("3")
    rows = [["申请人", *(r.zh for r in table.rows)]]
    for column in table.columns:
        if column.key == "total":
            rows.append(["合计", *(str(900 + n) for n in range(len(table.rows)))])
        own = [values[k] for k in table.cells if k.col_key == column.key]
        rows.append([column.zh, *own])
    parts = [Part("3", rows[:1], rows[1:]) if p.table_no == "3" else p for p in printed(values)]
    got = _read(report(parts, tsv))
    assert all(got[key] == float(figure) for key, figure in values.items())
