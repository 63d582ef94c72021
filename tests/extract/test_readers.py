"""Each structure by itself: exact cells and lines, from small texts."""

from __future__ import annotations

import pytest

from assets.extract.model import GridRow, Run
from assets.extract.readers import items
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from tests.extract.structures import grid, grid_rows, layouts, runs


def test_a_pipe_row_cut_at_a_pipe_goes_on_with_the_figures_below() -> None:
    lines = ["甲| 1| 2| 3", "乙| 4| 5|", "6", "丙| 7|", "8| 9", "丁| 1| 1| 1", "戊| 2| 2| 2"]
    rows = [item for item in items(lines) if isinstance(item, GridRow)]
    assert [[c.text.strip() for c in row.cells] for row in rows[1:3]] == [
        ["乙", "4", "5", "6"],
        ["丙", "7", "8", "9"],
    ]
    assert [(c.line_start) for c in rows[1].cells] == [2, 2, 2, 3]


def test_a_blank_last_cell_takes_no_page_number() -> None:
    for lines in (
        ["甲 | 1 | 2 |", "乙 | 4 | |", "6", "丙 | 7 | 8 |"],
        ["|甲|1|2|", "|乙|4||", "6", "|丙|7|8|"],
    ):
        rows = [item for item in items(lines) if isinstance(item, GridRow)]
        assert [c.text.strip() for c in rows[1].cells if c.text.strip()] == ["乙", "4"]


def test_tab_cells() -> None:
    text = "前言\n\n\t规章\n\t1\n\t\n\t3\n\n\t自\n然\n人\n\t4\n\n后语"
    assert grid(text) == [(["规章", "1", "", "3"], 3, 6), (["自\n然\n人", "4"], 8, 11)]
    assert layouts(text) == {"tab_cells"}


def test_tab_cells_leave_page_marks_out() -> None:
    assert grid("\t规章\n\t1\n— 4 —\n青岚县林业局\n\n\t文件\n\t2\n") == [
        (["规章", "1"], 1, 2),
        (["文件", "2"], 6, 7),
    ]


def test_tsv() -> None:
    assert grid("甲\t1\t\t3\n\t乙\t4\t5") == [(["甲", "1", "", "3"], 1, 1), (["", "乙", "4", "5"], 2, 2)]


def test_doubled_tabs() -> None:
    assert grid("甲\t\t1\t\t2\n乙\t\t3\t\t4") == [(["甲", "1", "2"], 1, 1), (["乙", "3", "4"], 2, 2)]
    assert grid("甲\t\t1\t\t2\n乙\t3\t4")[0][0] == ["甲", "", "1", "", "2"]


def test_csv() -> None:
    assert grid('甲,1,"1,113"\n乙,,3\n丙,4,5') == [
        (["甲", "1", "1,113"], 1, 1),
        (["乙", "", "3"], 2, 2),
        (["丙", "4", "5"], 3, 3),
    ]
    assert grid('"甲";"1";""\n"乙";"2";"3"\n"丙";"4";"5"')[0][0] == ["甲", "1", ""]


@pytest.mark.parametrize(
    "text",
    [
        "甲，1，2\n乙，3，4\n丙，5，6",
        "共5件,办结3件,结转2件。\n甲,1\n乙,2",
        "甲 1,113 2,226\n乙 3,339 4,452\n丙 5,565 6,678",
    ],
)
def test_commas_of_prose_and_of_large_figures(text: str) -> None:
    assert grid(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| 甲 | 1 | |\n| 乙 | | 2 |", [["甲", "1", ""], ["乙", "", "2"]]),
        ("|甲|1||\n|乙||2|", [["甲", "1", ""], ["乙", "", "2"]]),
        ("| 甲 | 1 |\n|:---|---:|\n| 乙 | 2 |", [["甲", "1"], ["乙", "2"]]),
        ("| 甲 | 1 | 2\n| 乙 | | 3", [["甲", "1", "2"], ["乙", "", "3"]]),
        ("甲 | 1 | 2 |\n乙 | | 3 |", [["甲", "1", "2"], ["乙", "", "3"]]),
        ("甲 | 1 | 2\n乙 | 3 | 4", [["甲", "1", "2"], ["乙", "3", "4"]]),
        ("｜甲｜１｜\n｜乙｜２｜", [["甲", "１"], ["乙", "２"]]),
        ("| **甲** | 1\\. |\n| 乙<br>丙 | \\- |", [["甲", "1."], ["乙\n丙", "-"]]),
    ],
)
def test_pipes(text: str, rows: list[list[str]]) -> None:
    found = grid(text)
    assert [cells for cells, _, _ in found] == rows
    assert found[0][1] == 1 and found[-1][2] == len(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "甲 |\n1 |\n |\n||\n乙 |\n2 |\n3 |\n||",
        "甲 |\n1 |\n0 ||\n乙 |\n2 |\n3 ||",
        "甲 |\n1 |\n |\n乙 |\n2 |\n3 |",
    ],
)
def test_one_cell_a_line(text: str) -> None:
    found = grid(text)
    assert [cells[:2] for cells, _, _ in found] == [["甲", "1"], ["乙", "2"]]
    assert layouts(text) == {"pipe_cells"}
    assert found[0][1] == 1


def test_html() -> None:
    text = (
        "<p>前言</p>\n<TABLE border=1>\n<tr><th rowspan=2>甲<th colspan=2>乙</tr>\n"
        "<tr><td>丙<td>&nbsp;</tr>\n<tr>\n<td>丁<br>戊</td>\n<td>1</td><td></td></tr>\n</TABLE>\n后语"
    )
    found = grid(text)
    assert [cells for cells, _, _ in found] == [["甲", "乙", ""], ["", "丙", ""], ["丁\n戊", "1", ""]]
    assert [line for _, line, _ in found] == [3, 4, 6]
    assert layouts(text) == {"html"}


@pytest.mark.parametrize(
    "text",
    [
        "<table>",
        "<table><tr><td>1",
        "<table></table></table>",
        "<table><tr></tr></table>",
        "<!DOCTYPE html><html><head><tit<table",  # found by fuzzing: a document without a body
        "<!DOCTYPE html><html><head><title><table border>",
    ],
)
def test_broken_html(text: str) -> None:
    assert grid(text) in ([], [(["1"], 1, 1)])


def test_running_text() -> None:
    assert runs("规章 1 2 3\n行政许可 5件 —") == [("规章", [["1", "2", "3"]]), ("行政许可", [["5件", "—"]])]
    assert runs("规章\n1\n2\n\n3\n行政许可") == [("", [["1"], ["2"], ["3"]])]
    assert runs("规章 12 件 3 万元") == [("规章", [["12 件", "3 万元"]])]


def test_words_about_a_run() -> None:
    (run,) = [i for i in items(["2.其他法律行政", "1 2", "法规禁止公开", ""]) if isinstance(i, Run)]
    assert [f.text for f in run.before] == ["2.其他法律行政"]
    assert [f.text for f in run.after] == ["法规禁止公开"]
    assert (run.line_start, run.line_end) == (2, 2)


def test_prose_is_no_run() -> None:
    assert runs("全年受理12件，办结5件。\n其中3件为重复申请。") == []


@pytest.mark.parametrize(
    "line",
    [
        "— 5 —",
        "-5-",
        "－５－",
        "第5页",
        "第 5 页 共 8 页",
        "5 / 8",
        "·5·",
        "Page 5 of 8",
        "Page 5 - 青岚县林业局2022年年报",
        "P. 5",
        "________",
    ],
)
def test_marks_of_a_page(line: str) -> None:
    assert is_furniture(line)
    assert runs(f"规章\n1\n{line}\n2") == [("", [["1"], ["2"]])]


@pytest.mark.parametrize("line", ["5", "0/0", "8/5", "-5", "—", "5件", "规章", "", "-5 -6", "P"])
def test_what_is_no_mark(line: str) -> None:
    assert not is_furniture(line)


def test_bare_page_numbers() -> None:
    body = ["正文若干字"] * 9
    lines = [*body, "3", *body, "4", *body, "5", *body]
    assert bare_pages(lines).lines == {10, 20, 30}
    gap = bare_pages([*body, "3", *body, "4", *body, "6", *body])
    assert gap.may_hide("5", 25) and not gap.may_hide("5", 15) and not gap.may_hide("4", 25)
    assert bare_pages([*body, "3", *body, "9", *body, "2", *body]).lines == frozenset()
    assert bare_pages(["正文", "3", "\f正文"]).lines == {2}


TRIMMED = """
（本列数据）\t\t申请人情况
\t\t自然人\t法人或其他组织\t\t总计
\t\t\t商业企业\t其他
一、本年新收\t\t1\t2\t3\t6
二、上年结转\t\t1\t0\t0
三、办理结果\t（一）予以公开\t0\t\t1\t1"""


def test_blank_cells_that_were_cut_off_line_ends_are_put_back() -> None:
    rows = grid_rows(TRIMMED)
    assert {len(row.cells) for row in rows} == {6}
    assert [c.text for c in rows[4].cells] == ["二、上年结转", "", "1", "0", "0", ""]


@pytest.mark.parametrize(
    "text",
    [
        TRIMMED + "\n四、结转\t\t1\t0\t0\t",  # blank cells at line ends are kept: what is short lost a cell
        TRIMMED.replace("（本列数据）\t\t申请人情况", "（本列数据）\t申请人情况\t\t"),
        TRIMMED + "\n四、结转\t\t1\t0\t0\t1\t2",  # the table is no wider than its header
        "一、本年新收\t\t1\t2\t3\t6\n二、上年结转\t\t1\t0\t0",
    ],
)
def test_a_short_row_stays_short_where_it_may_have_lost_a_cell(text: str) -> None:
    (row,) = (row for row in grid_rows(text) if row.cells[0].text.startswith("二"))
    assert len(row.cells) == 5


def test_a_cell_in_quotes_may_have_line_breaks() -> None:
    text = '规章\t1\t2\n\t"（二）部分公开\n（区分处理的）"\t3\t4\n"甲ab""c"\t"5"\t"6"\n"丙\t7\t8'
    rows = grid_rows(text)
    assert [[c.text for c in row.cells] for row in rows] == [
        ["规章", "1", "2"],
        ["", "（二）部分公开\n（区分处理的）", "3", "4"],
        ['甲ab"c', "5", "6"],
        ['"丙', "7", "8"],
    ]
    assert [c.line_start for c in rows[1].cells] == [2, 2, 3, 3]


def test_columns_printed_as_records_are_turned() -> None:
    text = '{"0": {"0": "规章", "1": "行政处罚"}, "1": {"0": 3, "1": null}, "2": {"0": 5, "1": 6}}'
    assert [[c.text for c in row.cells] for row in grid_rows(text)] == [
        ["规章", "3", "5"],
        ["行政处罚", "", "6"],
    ]
    # not under numbers, or not the same ones: what is a row is not known
    assert [c.text for c in grid_rows(text.replace('"2": {"0": 5, "1"', '"2": {"0": 5, "7"'))[0].cells] != [
        "规章",
        "3",
        "5",
    ]


def test_a_list_of_names_under_a_programs_key_is_a_header() -> None:
    rows = grid_rows(
        '{"columns": ["项目", "自然人", "总计"], "rows": [["规章", 3, 5], ["行政处罚", 4, 6]], "v": [1, 2, 3]}'
    )
    cells = [[c.text for c in row.cells] for row in rows]
    assert cells[0] == ["项目", "自然人", "总计"]
    assert cells[1] == ["规章", "3", "5"]
    # figures keep theirs: without it they would be a row whose label is lost
    assert cells[-1] == ["v", "1", "2", "3"]


def test_the_breaks_of_a_page_are_no_lines_of_its_source() -> None:
    lines = ["<table><tr><td>结<br/>果<br/>维<br/>持</td></tr>", "<tr><td>1<br/>", "2</td></tr></table>"]
    assert [(row.line_start, row.line_end) for row in items(lines)] == [(1, 1), (2, 3)]
