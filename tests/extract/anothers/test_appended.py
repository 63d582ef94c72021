"""Last year's table appended to a report: none of its figures is the report's, and the report's own are read."""

from __future__ import annotations

import pytest

from assets.extract.anothers.titlerows import titles_below
from assets.extract.readers import items
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    aligned,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES, LAST_YEAR = figures(), figures(first=5001)
CAPTIONS = [
    "附：上年度（2021年）收到和处理政府信息公开申请情况",
    "附：上年度收到和处理政府信息公\n开申请情况",
    "（附：2021年政府信息公开申请情况）",
    "附件2：2021年度收到和处理政府信息公开申请情况统计表",
    "附：去年相关数据",
    "附：2021年\n收到和处理政府信息公开申请情况",
    "【附】　上年同期情况",
    "附件：\n上年度（2021年）收到和处理政府信息公开申请情况",
    "上年度（2021年）收到和处理政府信息公开申请情况",
    "七、上年度（2021年）收到和处理政府信息公开申请情况",
    "2021年度情况（供参考）",
]


def table_3(values):
    return [part for part in printed(values) if part.table_no == "3"]


def header_in_one_line(rows):
    """Data frames print the words over the labels and the names of columns in one line, wide gaps between."""
    lines = aligned(rows)
    names = "  ".join(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", *rows[0]])
    return [names, *lines[1:]]


def with_appended(parts, render, caption, said=""):
    appended = [row for part in table_3(LAST_YEAR) for row in (*part.header, *part.rows)]
    text = report(parts, render)
    body = "\n".join([caption, *([said] if said else []), "", *render(appended), ""])
    return text.replace("青岚县林业局\n2023年1月20日", f"{body}\n青岚县林业局\n2023年1月20日")


@in_turn
@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("render", [GRIDS["tsv"], GRIDS["compact"], PLAIN["running"], header_in_one_line])
def test_last_year_s_table_below_the_report(render, caption):
    parts = printed(VALUES)
    reading = read(with_appended(parts, render, caption))
    assert not wrong(reading, VALUES)
    assert reported(reading) == reported(read(report(parts, render)))


@in_turn
@pytest.mark.parametrize("caption", CAPTIONS[:2])
@pytest.mark.parametrize("render", [*GRIDS.values(), *PLAIN.values(), aligned])
def test_in_every_layout(render, caption):
    parts = printed(VALUES)
    reading = read(with_appended(parts, render, caption))
    assert not wrong(reading, VALUES)
    assert reported(reading) == reported(read(report(parts, render)))


@in_turn
@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("said", ["", "说明：以下为上年度数据，供比较。"])
@pytest.mark.parametrize("render", [GRIDS["tsv"], header_in_one_line])
def test_a_report_whose_own_table_is_a_picture(render, said, caption):
    parts = [part for part in printed(VALUES) if part.table_no != "3"]
    reading = read(with_appended(parts, render, caption, said))
    assert not reported(reading, "3")
    assert {c["status"] for key, c in cells_of(reading).items() if key.table_no == "3"} <= {
        "uncertain",
        "absent",
    }
    assert reported(reading, "2")


@in_turn
@pytest.mark.parametrize("render", [GRIDS["compact"], GRIDS["leading"], GRIDS["trailing"]])
@pytest.mark.parametrize("bar", ["|", "｜"])
def test_rows_do_not_go_over_headings(render, bar):
    """The last row of table 4 and the first of what is appended, with blank lines between rows and little prose between the two."""

    def spaced(rows):
        return [line.replace("|", bar) for row in render(rows) for line in (row, "")]

    reading = read(with_appended(printed(VALUES), spaced, CAPTIONS[0]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_file_of_another_year_above_a_report_without_headings_takes_no_table():
    text = report(printed(VALUES), GRIDS["tsv"])
    for heading in ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"):
        text = text.replace(heading, "")
    linked = "附件：2021年部门决算.doc\n\n" + text
    assert reported(read(linked)) == reported(read(text))


def of_paragraphs(rows):
    """Cells whose paragraphs are lines, a tab on a line of its own between two cells, as a browser gives a page's text."""
    lines = []
    for row in rows:
        for at, cell in enumerate(row):
            lines += [*(["\t"] if at else []), "", cell, ""]
        lines.append("")
    return lines


@pytest.mark.parametrize(
    "caption",
    [
        "附：2021年收到和处理政府信息公开申请情况表（上年数据，供对比）",
        "附：上年度收到和处理政府信息公开申请情况",
        "附件2：上年数据",
    ],
)
def test_a_caption_that_no_line_parts_from_the_first_cell(caption):
    parts = printed(VALUES)
    text = with_appended(parts, of_paragraphs, caption).replace(f"{caption}\n\n\n", f"{caption}\n\n")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == reported(read(report(parts, of_paragraphs))) != set()


def _wiki(rows):
    return ["|= " * len(rows[0]), *("|" + " |".join(row) for row in rows)]


def test_a_title_in_the_first_row_of_the_appended_table_begins_no_other() -> None:
    def rows(values, table_no):
        return [row for p in printed(values) if p.table_no == table_no for row in [*p.header, *p.rows]]

    appended = rows(LAST_YEAR, "3")
    titled = [["收到和处理政府信息公开申请情况表", *[""] * (len(appended[0]) - 1)], *appended]
    below = ["附表：2021年度收到和处理政府信息公开申请情况（上年数据，供对比）", "", *_wiki(titled), ""]
    below += ["附表2：下属单位清水水库管理所2022年主动公开政府信息情况", "", *_wiki(rows(LAST_YEAR, "2")), ""]
    own = report(printed(VALUES), _wiki)
    reading = read(own.replace("没有其他事项。\n", "\n".join(["没有其他事项。", "", *below])))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_such_a_title_below_figures_begins_the_next_table() -> None:
    lines = ["附：2021年情况", "| 规章 | 3 |", "| 收到和处理情况表 | |", "| 规章 | 4 |"]
    assert titles_below(items(lines), lines, [1, 3]) == set()
    assert titles_below(items(lines[:1] + lines[2:]), lines[:1] + lines[2:], [1, 2]) == {2}
