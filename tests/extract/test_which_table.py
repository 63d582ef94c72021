"""Of several tables, captions, annexes and reports in one text: which counts, and what is doubted where nothing says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.odd import (
    FOURTH,
    KINDS,
    LAYOUTS,
    NAMES,
    PARTS,
    THIRD,
    THIRD_OF_OTHER,
    VALUES,
    instead_of,
    some_layouts,
    whole,
)
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    TITLE,
    Figures,
    Part,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn


def under(caption: str, part: Part) -> Part:
    return replace(part, header=[[caption, *[""] * (len(part.header[0]) - 1)], *part.header])


@in_turn
@some_layouts
@pytest.mark.parametrize(
    "caption",
    [
        "附：2021年度收到和处理政府信息公开申请情况（供对比）",
        "表2 上年度政府信息公开申请情况",
        "附件2 云溪镇人民政府2022年政府信息公开工作情况统计表",
    ],
)
def test_a_table_that_is_anothers_by_its_caption(layout: str, caption: str) -> None:
    whole(instead_of("3", THIRD, under(caption, THIRD_OF_OTHER)), layout, but=7)
    own = under("表1 2022年度政府信息公开申请情况", THIRD)
    whole(instead_of("3", under(caption, THIRD_OF_OTHER), own), layout, but=7)
    alone = read(report(instead_of("3", under(caption, THIRD_OF_OTHER)), LAYOUTS[layout]))
    assert not reported(alone, "3")
    assert "table-of-another" in codes(alone)


def captioned_below(*prints: tuple[Part, str], layout: str) -> str:
    """The report with several prints of table 3, each with a caption below it."""
    rows = [[*part.header, *part.rows, [caption]] for part, caption in prints]
    parts = instead_of("3", *(Part("3", [], each) for each in rows))
    return report(parts, LAYOUTS[layout])


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "html", "running"])
@pytest.mark.parametrize(
    ("of_other", "own"),
    [
        ("表：2021年度", "表：2022年度"),
        ("（2021年度申请情况）", "（2022年度申请情况）"),
        ("附表：局属单位", "附表：局机关及局属单位合计"),
    ],
)
def test_captions_below_their_tables(layout: str, of_other: str, own: str) -> None:
    for prints in ([(THIRD_OF_OTHER, of_other), (THIRD, own)], [(THIRD, own), (THIRD_OF_OTHER, of_other)]):
        reading = read(captioned_below(*prints, layout=layout))
        assert not wrong(reading, VALUES)
        assert reported(reading) == set(VALUES)


def test_a_caption_with_nothing_below_it_does_not_move_the_others() -> None:
    """Table 2 stands in the same section, and the report's own table 3 is a picture."""
    text = report(
        instead_of("3", Part("3", [], [["表：2021年度"], *THIRD_OF_OTHER.header, *THIRD_OF_OTHER.rows])),
        LAYOUTS["tsv"],
    )
    text = text.replace(HEADINGS["3"], "").replace(HEADINGS["4"], "表：2022年度\n" + HEADINGS["4"])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@in_turn
@some_layouts
@pytest.mark.parametrize("caption", ["供参考", "2021—2022年对比", "有关单位情况"])
def test_two_tables_of_which_nothing_says_which_counts(layout: str, caption: str) -> None:
    parts = instead_of("3", THIRD, under(caption, THIRD_OF_OTHER))
    reading = read(report(parts, LAYOUTS[layout]))
    assert not reported(reading, "3")
    assert "table-repeated" in codes(reading)


@some_layouts
def test_a_heading_copied_from_last_year_is_no_caption(layout: str) -> None:
    text = report(PARTS, LAYOUTS[layout])
    old = text.replace("三、收到和处理政府信息公开申请情况", "三、2021年收到和处理政府信息公开申请情况")
    assert reported(read(old), "3") == reported(read(text), "3")


# --- rows whose label is that of another


WEBSITE = "政府网站工作年度报表\n（2022年度）\n填报单位：青岚县林业局\n网站名称\t青岚林业\n信息发布总数\t3163\n行政规范性文件\t7\n"
ANNEX = "云溪镇人民政府2017年政府信息公开工作年度报告\n\n一、概述\n全年平稳。\n附件：\n政府信息公开情况统计表\n（2017年度）\n统计指标\t单位\t统计数\n（一）主动公开政府信息数\t条\t302\n"


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("other", [WEBSITE, ANNEX])
def test_a_form_of_another_kind_glued_to_a_report(other: str, before: bool) -> None:
    text = report(PARTS, GRIDS["tsv"])
    reading = read(f"{other}\n{text}" if before else f"{text}\n{other}")
    assert {"website-form" if other is WEBSITE else "old-annex"} <= codes(reading)
    ours = next(r for r in reading.reports if r["title"] == TITLE)
    cells = [c for c in reading.cells if c["report_id"] == ours["report_id"]]
    assert ours["report_year"] == 2022
    assert {c["status"] for c in cells} == {"reported"}
    assert all(float(VALUES[CellKey(c["table_no"], c["row_key"], c["col_key"])]) == c["value"] for c in cells)


def test_a_volume_of_a_countys_departments() -> None:
    names = ["民政", "财政", "教育", "水务", "林业"]
    layouts = ["tsv", "running", "tab_cells", "closed", "aligned"]
    text = "青岚县2022年政府信息公开工作年度报告汇编\n\n"
    for i, (name, layout) in enumerate(zip(names, layouts, strict=True)):
        one = report(printed(figures(first=1000 * i + 1)), LAYOUTS[layout])
        text += one.replace("青岚县林业局", f"青岚县{name}局")
    reading = read(text)
    assert [r["agency"] for r in reading.reports] == [f"青岚县{name}局" for name in names]
    for i, found in enumerate(reading.reports):
        values = figures(first=1000 * i + 1)
        cells = [c for c in reading.cells if c["report_id"] == found["report_id"]]
        for cell in cells:
            key = CellKey(cell["table_no"], cell["row_key"], cell["col_key"])
            assert cell["status"] != "reported" or cell["value"] == float(values[key])
        assert sum(c["status"] == "reported" for c in cells) == len(values)


@some_layouts
def test_another_table_of_reviews_and_suits_as_rows_beside_table_4(layout: str) -> None:
    rows = [[kind, *(str(700 + 5 * i + j) for j in range(5))] for i, kind in enumerate(KINDS)]
    text = report(instead_of("4", FOURTH, Part("4", [["类别", *NAMES]], rows)), LAYOUTS[layout])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert "table-repeated" in codes(reading)


@pytest.mark.parametrize("layout", ["running", "one_a_line"])
def test_a_gloss_that_names_another_year_and_is_wrapped_is_no_caption(layout: str) -> None:
    text = report(PARTS, LAYOUTS[layout])
    assert "行政许可" in text
    read_as = read(text.replace("行政许可", "行政许可（指2019年度\n作出的许可决定）\n"))
    assert not wrong(read_as, VALUES)
    assert len(reported(read_as, "2")) == len(reported(read(text), "2"))


def test_a_caption_of_another_year_that_is_wrapped_is_one() -> None:
    (fourth,) = [p for p in printed(figures(first=1501)) if p.table_no == "4"]
    text = report(PARTS, LAYOUTS["running"])
    at = text.index("四、政府信息公开行政复议")
    other = "\n".join(LAYOUTS["running"](fourth.header + fourth.rows))
    text = f"{text[:at]}行政复议、行政诉讼情况（2019年度\n供对照）\n{other}\n{text[at:]}"
    assert not wrong(read(text), VALUES)


# Rows as a narrow column wraps them, the group's label in front: some of these lines say 本年度 and 申请, too.
WRAPPED = {
    "granted": "三、本年度\n办理结果\n{}",
    "other_overdue_fee": "其他处2.申请人逾期未按收费\n理 通知要求缴纳费用、行政机关\n不再处理其政府信息公开\n申请",
}


def wrapped(values: Figures, caption: str = "") -> str:
    """Table 3 as a page prints it, some labels over several lines, under its caption."""
    (part,) = [p for p in printed(values) if p.table_no == "3"]
    rows = []
    for key, (label, *row) in zip(part.keys, part.rows, strict=True):
        rows.append(" ".join([WRAPPED.get(key, "{}").format(label), *row]))
    return "\n".join([caption, *(" ".join(row) for row in part.header), *rows])


@pytest.mark.parametrize("before", [True, False])
def test_a_wrapped_label_does_not_end_the_table_of_last_year(before: bool) -> None:
    last = wrapped(figures(first=3001), "附件：2021年度收到和处理政府信息公开申请情况（供对照）")
    parts = [p for p in PARTS if p.table_no != "3"]
    both = (last, "2022年度收到和处理政府信息公开申请情况", wrapped(VALUES))
    text = report(parts, LAYOUTS["running"])
    heading = HEADINGS["4"]
    own = "\n".join([HEADINGS["3"], *(both if before else (wrapped(VALUES), last))])
    reading = read(text.replace(heading, f"{own}\n{heading}"))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("label", ["本年度政府信息公开申请情况", "三、本年度申请情况", "本机关2.申请情况"])
def test_a_caption_beside_the_words_of_a_label_is_one(label: str) -> None:
    """Figures of this year right behind those of last year: what says so is no label, however short."""
    last = wrapped(figures(first=3001), "附：2021年度收到和处理政府信息公开申请情况")
    parts = [p for p in PARTS if p.table_no != "3"]
    text = report(parts, LAYOUTS["running"])
    own = "\n".join([HEADINGS["3"], last, label, wrapped(VALUES)])
    assert not wrong(read(text.replace(HEADINGS["4"], f"{own}\n{HEADINGS['4']}")), VALUES)


def test_a_year_parted_from_the_words_of_a_caption() -> None:
    last = "\n".join(
        LAYOUTS["one_a_line"]([row for p in printed(figures(first=3001)) for row in p.rows][6:30])
    )
    text = report(PARTS, LAYOUTS["one_a_line"])
    parted = "附件\n：\n2021\n年收到和处理政府信息公开申请情况\n（供对照）"
    header = "\n".join(cell for p in printed(VALUES) if p.table_no == "3" for row in p.header for cell in row)
    reading = read(f"{text}\n{parted}\n{header}\n{last}\n")
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == len(reported(read(text), "3")) > 150


def test_a_date_whose_numbers_stand_alone_is_no_caption() -> None:
    text = report(PARTS, LAYOUTS["one_a_line"])
    dated = text.replace(HEADINGS["3"], f"发布时间：\n2023\n年\n1\n月\n18\n日\n{HEADINGS['3']}")
    assert reported(read(dated)) >= reported(read(text), "3")


# --- rows that only one of two differing tables has


def twice(first: Part, second: Part) -> str:
    """Table 3 printed twice, with nothing said of either."""
    return report(instead_of("3", first, second), LAYOUTS["tsv"])


def without_label(part: Part, row: int) -> Part:
    return replace(part, rows=[["", *own[1:]] if at == row else own for at, own in enumerate(part.rows)])


@pytest.mark.parametrize("is_first", [True, False])
def test_a_row_without_its_label_in_one_of_two_differing_tables_is_in_doubt(is_first: bool) -> None:
    tables = (
        (without_label(THIRD_OF_OTHER, 8), THIRD) if is_first else (THIRD, without_label(THIRD_OF_OTHER, 8))
    )
    reading = read(twice(*tables))
    assert not reported(reading, "3")
    assert codes(reading) & {"table-repeated", "row-repeated"}


def test_a_row_that_only_one_of_two_equal_prints_has_is_read() -> None:
    reading = read(twice(THIRD, without_label(THIRD, 8)))
    assert len(reported(reading, "3")) == len(reported(read(report(PARTS, LAYOUTS["tsv"])), "3"))


def test_a_small_table_of_some_labels_leaves_the_rest_of_table_2_as_it_was_read() -> None:
    """Rows of one kind are counted again, otherwise: documents stand in the table itself alone."""
    text = report(PARTS, LAYOUTS["tsv"])
    counted = ["行政许可\t31", "行政处罚\t32", "行政强制\t33", "行政事业性收费\t34"]
    reading = read(text + "\n本年度主动公开信息分类统计\n类别\t数量\n" + "\n".join(counted))
    known = {key.row_key for key in reported(reading, "2")}
    assert {"regulations", "normative_docs"} <= known
    assert not wrong(reading, VALUES)
