"""Heads of columns that say something else than the form's column in whose place they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    PLAIN,
    Part,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html", "box")}, **PLAIN}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)
FEES = "本年收费金额（单位：万元）"


def with_head(form: str, head: str, other: str, table_no: str) -> list[Part]:
    return [
        replace(p, header=[[other if cell == head else cell for cell in row] for row in p.header])
        if p.table_no == table_no
        else p
        for p in printed(figures(form), form)
    ]


@in_turn
@every_layout
@pytest.mark.parametrize(
    ("form", "head", "other", "column"),
    [
        ("2021", "本年制发件数", "拟制发件数", "issued"),
        ("2021", "本年制发件数", "本年公开件数", "issued"),
        ("2021", "本年废止件数", "拟废止件数", "repealed"),
        ("2021", "现行有效件数", "本年清理件数", "in_force"),
        ("2021", "本年处理决定数量", "未处理数量", "decisions"),
        ("2021", "本年处理决定数量", "本年撤销数量", "decisions"),
        ("2021", "本年处理决定数量", "累计处理决定数量", "decisions"),
        ("2021", "本年处理决定数量", "本年处理决定金额", "decisions"),
        ("2021", "现行有效件数", "现行失效件数", "in_force"),
        ("2021", "本年制发件数", "本年制发页数", "issued"),
        ("2019", "上一年项目数量", "下一年项目数量", "prev_items"),
        ("2019", "采购总金额", "采购总金额（千元）", "purchase_amount"),
        ("2021", FEES, "本年收费金额（单位：美元）", "fee_amount"),
        ("2021", FEES, "本年收费件数", "fee_amount"),
        ("2021", FEES, "本年退费金额（单位：万元）", "fee_amount"),
        ("2019", "本年新公开数量", "本年未公开数量", "published"),
        ("2019", "对外公开总数量", "不予公开总数量", "public_total"),
        ("2019", "采购项目数量", "流标项目数量", "purchase_items"),
        ("2019", "采购总金额", "节约资金", "purchase_amount"),
    ],
)
def test_heads_of_table_2(layout: str, form: str, head: str, other: str, column: str) -> None:
    reading = read(report(with_head(form, head, other, "2"), LAYOUTS[layout]))
    left = {key: value for key, value in figures(form).items() if key.col_key != column}
    assert not wrong(reading, left)
    assert reported(reading) >= {key for key in left if key.table_no != "2"}


@in_turn
@every_layout
@pytest.mark.parametrize(
    ("form", "head", "other"),
    [
        ("2021", "本年制发件数", "本年发件数"),
        ("2021", "本年制发件数", "本年制法件数"),
        ("2021", "本年制发件数", "本年度制定件数"),
        ("2021", "现行有效件数", "现行有效件数（历史累计）"),
        ("2021", "本年废止件数", "本年废止（失效）件数"),
        ("2021", "本年废止件数", "本年废止、失效件数"),
        ("2021", FEES, "本年收费金额（单位：万元，不足千元按千元计）"),
        ("2021", "本年处理决定数量", "本年度处理决定的数量"),
        ("2021", "本年处理决定数量", "本年处理数量"),
        ("2021", "本年处理决定数量", "数量"),
        ("2021", FEES, "本年收费全额（万元）"),
        ("2021", FEES, "收费金额"),
        ("2019", "本年新制作数量", "本年新制定数量"),
        ("2019", "本年增/减", "本年度增/减"),
        ("2019", "采购总金额", "采购总金额（单位：元）"),
    ],
)
def test_a_damaged_head_or_one_with_a_gloss_is_the_forms(
    layout: str, form: str, head: str, other: str
) -> None:
    before = read(report(printed(figures(form), form), LAYOUTS[layout]))
    reading = read(report(with_head(form, head, other, "2"), LAYOUTS[layout]))
    assert not any(c["reason"] == "header-unclear" for c in reading.cells) or layout in PLAIN
    assert len(reported(reading)) == len(reported(before)) or layout in PLAIN


@every_layout
def test_names_of_bodies_over_all_figures(layout: str) -> None:
    values = figures("2019")
    parts: list[Part] = []
    for part in printed(values, "2019"):
        if part.table_no != "2":
            parts.append(part)
            continue
        header = [] if any(p.table_no == "2" for p in parts) else [["信息内容", "局机关", "下属中心", "合计"]]
        parts.append(replace(part, header=header, rows=[[row[0], "7", "2", "9"] for row in part.rows]))
    reading = read(report(parts, LAYOUTS[layout]))
    assert not reported(reading, "2")


@in_turn
@every_layout
@pytest.mark.parametrize(
    ("table_no", "head", "other"), [("3", "自然人", "农村居民"), ("4", "总计", "上年总计")]
)
def test_heads_of_the_other_tables(layout: str, table_no: str, head: str, other: str) -> None:
    column = "natural_person" if table_no == "3" else "total"
    left = {k: v for k, v in figures().items() if (k.table_no, k.col_key) != (table_no, column)}
    assert not wrong(read(report(with_head("2021", head, other, table_no), LAYOUTS[layout])), left)


def test_lists_of_quoted_cells_are_no_brackets() -> None:
    def lists(rows: list[list[str]]) -> list[str]:
        return ["[", *(str(row).replace("'", '"') + "," for row in rows), "]"]

    reading = read(report(with_head("2021", "本年处理决定数量", "累计处理决定数量", "2"), lists))
    assert not wrong(reading, {k: v for k, v in figures().items() if k.col_key != "decisions"})


@pytest.mark.parametrize("layout", ["tsv", "closed", "pipe_cells"])
def test_no_head_of_table_3_is_the_forms(layout: str) -> None:
    others = {
        "自然人": "互联网",
        "商业企业": "信函",
        "科研机构": "当面",
        "社会公益组织": "传真",
        "法律服务机构": "电话",
    }
    parts = [
        replace(p, header=[[others.get(cell, cell) for cell in row] for row in p.header])
        if p.table_no == "3"
        else p
        for p in printed(figures())
    ]
    reading = read(report(parts, GRIDS[layout]))
    assert not wrong(
        reading, {k: v for k, v in figures().items() if k.table_no != "3" or k.col_key == "total"}
    )


def test_heads_that_all_stand_before_the_rows_are_none_of_another_block() -> None:
    """A page whose labels come first, then its rows, then the figures: the last block's heads are not over the first's rows."""
    values = figures()
    heads: list[str] = []
    labels: list[str] = []
    rows: list[str] = []
    parts = [part for part in printed(values) if part.table_no == "2"]
    for part in parts:
        heads += [cell for row in part.header for cell in row if cell]
        labels += [row[0] for row in part.rows]
        rows += [" ".join(["0"] * len(row[1:])) for row in part.rows]
    others = [part for part in printed(values) if part.table_no != "2"]
    second = "\n".join([*heads, *labels, *rows])
    text = report(others, running).replace("三、收到和处理", f"{HEADINGS['2']}\n{second}\n三、收到和处理", 1)
    assert {c["status"] for c in read(text).cells if c["table_no"] == "2"} == {"reported"}
