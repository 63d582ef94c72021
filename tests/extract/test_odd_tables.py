"""Tables that a filer or a converter made odd, but that a careful human reads without doubt; and those one does not.

Each oddity is printed in every layout. Beside each stands the text that a careless reading of it would get wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    TITLE,
    Part,
    Rows,
    aligned,
    cells_of,
    codes,
    figures,
    one_line,
    printed,
    read,
    report,
    reported,
    wrong,
)

VALUES, OTHER = figures(), figures(first=1501)
PARTS = printed(VALUES)
LAYOUTS = {**GRIDS, **PLAIN, "aligned": aligned}
TABLE_3 = forms()["2021"].table("3")
NAMES = [column.zh for column in forms()["2021"].table("4").columns]
KINDS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
(THIRD,) = [p for p in PARTS if p.table_no == "3"]
(THIRD_OF_OTHER,) = [p for p in printed(OTHER) if p.table_no == "3"]
(FOURTH,) = [p for p in PARTS if p.table_no == "4"]
FIGURES = FOURTH.rows[0]
HEADER = THIRD.header[0]

every_layout = pytest.mark.parametrize("layout", LAYOUTS)
# One of each kind: the others share their code.
SOME = ("tsv", "tab_cells", "closed", "pipe_cells", "semicolons", "html", "running", "one_a_line", "aligned")
some_layouts = pytest.mark.parametrize("layout", SOME)


def instead_of(table_no: str, *parts: Part) -> list[Part]:
    """The report's parts with other ones in the place of a table."""
    at = next(i for i, p in enumerate(PARTS) if p.table_no == table_no)
    rest = [p for p in PARTS if p.table_no != table_no]
    return [*rest[:at], *parts, *rest[at:]]


def fourth(header: Rows, rows: Rows) -> list[Part]:
    return instead_of("4", Part("4", header, rows))


def third(header: Rows, rows: Rows) -> list[Part]:
    return instead_of("3", Part("3", header, rows))


def whole(parts: list[Part], layout: str, but: int = 0) -> None:
    """Nothing is wrong and, but for so many cells, everything is read."""
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) >= len(VALUES) - but


def doubted(parts: list[Part], layout: str, table_no: str) -> None:
    """Nothing is wrong and nothing of the table is read."""
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.table_no != table_no})


ROWS_OF_FOURTH = [[kind, *FIGURES[5 * i : 5 * i + 5]] for i, kind in enumerate(KINDS)]


@some_layouts
@pytest.mark.parametrize("corner", ["类别", "项目", "", "情形分类"])
def test_table_4_as_rows_under_any_corner(layout: str, corner: str) -> None:
    whole(fourth([[corner, *NAMES]], ROWS_OF_FOURTH), layout)


@every_layout
def test_table_4_as_rows_behind_a_column_of_groups(layout: str) -> None:
    groups = ["行政复议", "行政诉讼", ""]
    rows = [
        [group, *(row[:1] if group != row[0] else [""]), *row[1:]]
        for group, row in zip(groups, ROWS_OF_FOURTH, strict=True)
    ]
    whole(fourth([["类别", "", *NAMES]], rows), layout)


TURNED = [[name, *FIGURES[i::5]] for i, name in enumerate(NAMES)]


@every_layout
@pytest.mark.parametrize(
    "header", [[["项目", *KINDS]], [["项目", KINDS[0], "行政诉讼", ""], ["", "", *KINDS[1:]]]]
)
def test_table_4_turned(layout: str, header: Rows) -> None:
    whole(fourth(header, TURNED), layout)


@some_layouts
@pytest.mark.parametrize("header", [[], [["项目", "一", "二", "三"]], [["项目", KINDS[0], KINDS[1], "其他"]]])
def test_table_4_turned_without_its_header(layout: str, header: Rows) -> None:
    doubted(fourth(header, TURNED), layout, "4")


@every_layout
def test_table_4_turned_with_its_columns_exchanged(layout: str) -> None:
    header = [["项目", KINDS[0], KINDS[2], KINDS[1]]]
    rows = [[row[0], row[1], row[3], row[2]] for row in TURNED]
    assert not wrong(read(report(fourth(header, rows), LAYOUTS[layout])), VALUES)


def spread(label: str, width: int = 5) -> list[str]:
    return [label, *[""] * (width - 1)]


REVIEW = Part("4", [spread("行政复议"), NAMES], [FIGURES[:5]])
DIRECT = Part("4", [spread(KINDS[1]), NAMES], [FIGURES[5:10]])
AFTER = Part("4", [spread(KINDS[2]), NAMES], [FIGURES[10:]])
SUITS = Part("4", [spread("行政诉讼", 10), [*spread(KINDS[1]), *spread(KINDS[2])], NAMES * 2], [FIGURES[5:]])


@every_layout
@pytest.mark.parametrize("parts", [(REVIEW, SUITS), (SUITS, REVIEW), (REVIEW, DIRECT, AFTER)])
def test_table_4_as_several_tables(layout: str, parts: tuple[Part, ...]) -> None:
    reading = read(report(instead_of("4", *parts), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "one_a_line":
        assert len(reported(reading, "4")) == 15


@every_layout
def test_several_tables_of_which_one_is_short_or_unnamed(layout: str) -> None:
    known = {
        k: v for k, v in VALUES.items() if (k.table_no, k.row_key) in {("2", k.row_key), ("3", k.row_key)}
    }
    known |= {k: v for k, v in VALUES.items() if (k.table_no, k.row_key) == ("4", "review")}
    short = read(report(instead_of("4", REVIEW, replace(SUITS, rows=[FIGURES[5:14]])), LAYOUTS[layout]))
    # where a grid is drawn the figure that is wanting is a blank cell in its place
    assert not wrong(short, VALUES if layout in ("grid", "box") else known)
    unnamed = read(report(instead_of("4", REVIEW, replace(SUITS, header=[NAMES * 2])), LAYOUTS[layout]))
    assert not wrong(unnamed, known)


@every_layout
def test_table_3_turned(layout: str) -> None:
    header = [["项目", *(row.zh for row in TABLE_3.rows)]]
    rows = [[column.zh, *(row[1 + i] for row in THIRD.rows)] for i, column in enumerate(TABLE_3.columns)]
    reading = read(report(third(header, rows), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "one_a_line":
        assert len(reported(reading, "3")) == len(TABLE_3.rows) * 7
    doubted(third([], rows), layout, "3")


def inserted(at: int, label: str, figure: Callable[[int], str]) -> list[Part]:
    return third(
        [[*HEADER[:at], label, *HEADER[at:]]],
        [[*row[:at], figure(i), *row[at:]] for i, row in enumerate(THIRD.rows)],
    )


@some_layouts
@pytest.mark.parametrize("at", [2, 7])
def test_a_subtotal_of_the_organisations(layout: str, at: int) -> None:
    parts = inserted(at, "小计", lambda i: str(5000 + i))
    if layout == "aligned":  # labels of the header run into each other
        doubted(parts, layout, "3")
    else:
        whole(parts, layout)


@some_layouts
@pytest.mark.parametrize("at", [1, 2, 7, 8])
def test_a_column_without_a_header(layout: str, at: int) -> None:
    rows = [[*row[:at], str(5000 + i), *row[at:]] for i, row in enumerate(THIRD.rows)]
    doubted(third([HEADER], rows), layout, "3")


def test_a_subtotal_under_labels_that_are_cut() -> None:
    """w3m sets each label over its figures and cuts it where the column ends."""
    at = [50, 56, 64, 72, 82, 92, 96, 100]

    def line(row: list[str]) -> str:
        text = row[0]
        for x, cell in zip(at, row[1:], strict=True):
            wide = sum(2 if ord(c) > 0x2E7F else 1 for c in text)
            text += (" " * (x - wide) + cell) if cell else ""
        return text

    header = [
        line(["", "申请人情况", *[""] * 7]),
        line(["", "自然", "法人或其他组织", *[""] * 5, "总"]),
        line(["", "人", "商业企", "科研机", "社会公益", "法律服务", "其", "小", "计"]),
        line(["", "", "业", "构", "组织", "机构", "他", "计", ""]),
    ]
    rows = [[r[0][:24], *r[1:7], str(500 + i), r[7]] for i, r in enumerate(THIRD.rows)]
    plain = report(PARTS, aligned).split("\n")
    first = next(i for i, text in enumerate(plain) if text.startswith(HEADER[0]))
    text = "\n".join([*plain[:first], *header, *map(line, rows), *plain[first + 1 + len(rows) :]])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) > 150
    mute = "\n".join([*plain[:first], *map(line, rows), *plain[first + 1 + len(rows) :]])
    assert not reported(read(mute), "3")


@every_layout
def test_last_year_beside_this_year(layout: str) -> None:
    parts = [
        replace(
            part,
            header=[[*part.header[0], ""], [*part.header[1], part.header[1][1].replace("本年", "上年")]],
            rows=[[*row, str(9000 + i)] for i, row in enumerate(part.rows)],
        )
        if part.table_no == "2" and len(part.header[1]) == 2
        else part
        for part in PARTS
    ]
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "aligned":
        assert len(reported(reading)) == len(VALUES)


@every_layout
def test_a_column_of_units(layout: str) -> None:
    whole(inserted(1, "单位", lambda i: "件"), layout, but=14)


def test_numbered_rows_and_columns_of_a_program() -> None:
    """pandas prints the number of each row and of each column."""

    def numbered(rows: Rows) -> list[str]:
        head = ",".join(["", *map(str, range(len(rows[0])))])
        return [head, *(",".join([str(i), *row]) for i, row in enumerate(rows))]

    text = report(PARTS, numbered)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "4")) == 15


HALVES = {
    "in the middle": (HEADER[:4], [HEADER[0], *HEADER[4:]], 4),
    "before the total": (HEADER[:7], [HEADER[0], *HEADER[7:]], 7),
}


@some_layouts
@pytest.mark.parametrize("where", HALVES)
def test_a_table_cut_in_two_side_by_side(layout: str, where: str) -> None:
    left, right, at = HALVES[where]
    one = replace(THIRD, header=[left], rows=[row[:at] for row in THIRD.rows])
    two = replace(THIRD, header=[right], rows=[[row[0], *row[at:]] for row in THIRD.rows])
    reading = read(report(instead_of("3", one, two), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 7 * (len(THIRD.rows) - 3)
    bare = [replace(one, header=[]), replace(two, header=[])]
    doubted(instead_of("3", *bare), layout, "3")
    doubted(instead_of("3", one, replace(two, header=[left])), layout, "3")


@pytest.mark.parametrize("layout", ["tsv", "closed", "html", "running"])
def test_a_row_that_stands_twice_in_a_half(layout: str) -> None:
    rows = [*THIRD.rows[:5], [THIRD.rows[4][0], *["9"] * 7], *THIRD.rows[5:]]
    one = replace(THIRD, header=[HEADER[:4]], rows=[row[:4] for row in rows], keys=())
    two = replace(THIRD, header=[[HEADER[0], *HEADER[4:]]], rows=[[row[0], *row[4:]] for row in THIRD.rows])
    reading = read(report(instead_of("3", one, two), LAYOUTS[layout]))
    left = {c.key for c in TABLE_3.columns[:3]}
    row = TABLE_3.rows[4].key
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != row or k.col_key not in left})
    assert {c["reason"] for k, c in cells_of(reading).items() if k.row_key == TABLE_3.rows[4].key} >= {
        "row-repeated"
    }


# --- another year's table, another agency's


def under(caption: str, part: Part) -> Part:
    return replace(part, header=[[caption, *[""] * (len(part.header[0]) - 1)], *part.header])


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


@some_layouts
@pytest.mark.parametrize("caption", ["供参考", "2021—2022年对比", "其他单位情况"])
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


@some_layouts
def test_the_last_row_under_the_label_of_the_first(layout: str) -> None:
    rows = [*THIRD.rows[:-1], [THIRD.rows[0][0], *THIRD.rows[-1][1:]]]
    in_doubt = {"new_received", "carried_forward"}
    for printed_rows in (rows, rows[1:]):
        reading = read(report(third(THIRD.header, printed_rows), LAYOUTS[layout]))
        assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key not in in_doubt})


@some_layouts
def test_group_rows_with_subtotals(layout: str) -> None:
    groups = {
        "granted": "三、本年度办理结果",
        "denied_state_secret": "（三）不予公开",
        "unable_not_held": "（四）无法提供",
        "rejected_petition": "（五）不予处理",
        "other_overdue_correction": "（六）其他处理",
    }
    rows: Rows = []
    for key, row in zip(THIRD.keys, THIRD.rows, strict=True):
        if key in groups:
            rows.append([groups[key], *(str(8000 + len(rows) * 10 + i) for i in range(7))])
        rows.append(row)
    reading = read(report(third(THIRD.header, rows), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)


# --- whole tables on one line


@pytest.mark.parametrize("blank", [None, 3])
def test_a_table_on_one_line(blank: int | None) -> None:
    parts = PARTS
    if blank is not None:
        rows = [[*r[:blank], "", *r[blank + 1 :]] if i == 6 else r for i, r in enumerate(THIRD.rows)]
        parts = third(THIRD.header, rows)
    reading = read(report(parts, one_line))
    values = dict(VALUES)
    if blank is not None:
        values.pop(CellKey("3", TABLE_3.rows[6].key, TABLE_3.columns[blank - 1].key))
    assert not wrong(reading, values)
    # table 4, one row under its header, is not told from a row of a table by its labels
    assert reported(reading) >= {key for key in values if key.table_no == "3"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "{'规章': {'本年制发件数': 3, '现行有效件数': None}}",
            [["", "本年制发件数", "现行有效件数"], ["规章", "3", ""]],
        ),
        (
            "[{'类别': '规章', '数': '3'}, {'类别': '乙', '数': '4'}]",
            [["类别", "数"], ["规章", "3"], ["乙", "4"]],
        ),
        ('{"一、本年新收": [1, 2, null]}', [["一、本年新收", "1", "2", ""]]),
        ("['（三）不予\\n公开', '1']\n['乙', 2]", [["（三）不予\n公开", "1"], ["乙", "2"]]),
        ("[1]", []),
        ("[见附件]", []),
        ("['甲', '1'", []),
    ],
)
def test_lists_of_rows(text: str, rows: Rows) -> None:
    from assets.extract.model import GridRow
    from assets.extract.readers import items

    found = [[c.text for c in item.cells] for item in items(text.split("\n")) if isinstance(item, GridRow)]
    assert found == rows


# --- forms of another kind, and several reports

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


def test_a_row_with_a_blank_among_rows_with_a_figure_too_many() -> None:
    """Seven figures in a table of eight columns are not those of the form's seven."""
    rows = [[*row[:7], str(5000 + i), row[7]] for i, row in enumerate(THIRD.rows)]
    rows[5] = [rows[5][0], *rows[5][2:]]
    text = report(third([HEADER], rows), PLAIN["running"])
    assert not reported(read(text), "3")
