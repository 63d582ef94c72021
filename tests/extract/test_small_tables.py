"""Tables that are printed as several small ones, or turned, and tables like them that are not the report's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest

from schemas.form import CellKey, Column, Row, forms
from tests.extract.printed import (
    HEADINGS,
    Rows,
    closed,
    figures,
    html,
    markdown,
    one_a_line,
    printed,
    read,
    report,
    reported,
    tab_cells,
    tsv,
    wrong,
)
from tests.turns import in_turn

FORM = "2021"
VALUES = figures(FORM)
TABLE = forms()[FORM].table("3")
ROWS, COLUMNS = TABLE.rows, TABLE.columns
GROUPS = {group.key: group.zh for group in TABLE.groups if group.key != "results"}
ALL = {key for key in VALUES if key.table_no == "3"}
Render = Callable[[Rows], list[str]]


def spaced(rows: Rows) -> list[str]:
    return [" ".join(cell for cell in row if cell) for row in rows]


RENDERERS: list[Render] = [tsv, tab_cells, markdown, closed, html, spaced, one_a_line]


def value(row: Row, column: Column, add: int = 0) -> str:
    return str(int(VALUES[CellKey("3", row.key, column.key)]) + add)


def path(row: Row) -> str:
    return GROUPS.get(row.parent or "", "") + row.zh


def by_requester(render: Render, columns: Sequence[Column] = COLUMNS, add: int = 0) -> list[str]:
    """A table for each kind of requester under its name: each item and its figure."""
    lines = []
    for at, column in enumerate(columns, 1):
        rows = [["办理情况", "数量"], *[[path(row), value(row, column, add)] for row in ROWS]]
        name = f"法人或其他组织——{column.zh}" if column.group else column.zh
        lines += [f"（{at}）{name}", *render(rows), ""]
    return lines


def by_item(render: Render, add: int = 0) -> list[str]:
    """A table for each item under its label, groups above their first one: each requester and its figure."""
    lines, group = [], ""
    for row in ROWS:
        above = GROUPS.get(row.parent or "", "")
        lines += [above] if above and above != group else []
        group = above
        lines += [row.zh, *render([[c.zh for c in COLUMNS], [value(row, c, add) for c in COLUMNS]]), ""]
    return lines


def item_down(render: Render) -> list[str]:
    """A table for each item, the requesters down its side."""
    lines = []
    for row in ROWS:
        rows = [["申请人", "数量"], *[[c.zh, value(row, c)] for c in COLUMNS]]
        lines += [path(row), *render(rows), ""]
    return lines


def turned(render: Render, size: int = len(ROWS), add: int = 0, first: Sequence[str] = ()) -> list[str]:
    """Items along the top in pieces of a width, requesters down the side; `first` is said of each of them."""
    lines = []
    for start in range(0, len(ROWS), size):
        own = ROWS[start : start + size]
        header = ["申请人", *["年度" for _ in first], *map(path, own)]
        lines += render([header, *[[c.zh, *first, *[value(r, c, add) for r in own]] for c in COLUMNS]])
        lines += [""]
    return lines


def in_three(render: Render) -> list[str]:
    """A table for natural persons, one for all organisations, one of totals."""
    organisations = [c for c in COLUMNS if c.group]
    lines = []
    for caption, own in (
        ("（一）自然人申请情况", COLUMNS[:1]),
        ("（二）法人或其他组织申请情况", organisations),
        ("（三）总计", COLUMNS[-1:]),
    ):
        header = ["项目", *([c.zh for c in own] if len(own) > 1 else ["件数"])]
        lines += [caption, *render([header, *[[r.zh, *[value(r, c) for c in own]] for r in ROWS]]), ""]
    return lines


def by_columns(render: Render) -> list[str]:
    """Some of the columns each, under headers that name them."""
    lines = []
    for own in (COLUMNS[:3], COLUMNS[3:5], COLUMNS[5:]):
        rows = [["项目", *[c.zh for c in own]], *[[r.zh, *[value(r, c) for c in own]] for r in ROWS]]
        lines += [*render(rows), ""]
    return lines


def text_with(third: Sequence[str]) -> str:
    """A report with its tables 2 and 4 as the form has them, and these lines in the place of table 3."""
    lines = ["青岚县林业局2022年政府信息公开工作年度报告", "", "一、总体情况", "全年工作平稳。", ""]
    at = ""
    for part in printed(VALUES):
        if part.table_no == "3":
            lines += ["", HEADINGS["3"], *third] if at != "3" else []
        else:
            lines += ["", HEADINGS[part.table_no], ""] if part.table_no != at else []
            lines += closed(part.header + part.rows)
        at = part.table_no
    lines += [
        "",
        "五、存在的主要问题及改进情况",
        "业务培训还不够经常。",
        "",
        "六、其他需要报告的事项",
        "无。",
    ]
    return "\n".join(lines) + "\n"


def known(third: Sequence[str]) -> set[CellKey]:
    """The cells of table 3 that are read, none of them with another figure than that of the report."""
    reading = read(text_with(third))
    assert not wrong(reading, VALUES)
    return reported(reading, "3")


@in_turn
@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize(
    "layout", [by_requester, by_item, item_down, turned, in_three, by_columns], ids=lambda f: f.__name__
)
def test_small_tables_are_read_together(layout: Callable[[Render], list[str]], render: Render) -> None:
    assert known(layout(render)) == ALL


@pytest.mark.parametrize("size", [4, 9, 13])
def test_a_turned_table_may_be_cut_into_pieces(size: int) -> None:
    assert known(turned(markdown, size)) == ALL


def test_a_caption_may_have_a_number_and_a_unit_about_its_name() -> None:
    lines = by_requester(tsv)
    named = [
        f"表3-1 {line[3:]}申请办理情况（单位：件）" if line.startswith("（1）") else line for line in lines
    ]
    assert named != lines
    assert known(named) == ALL


def test_an_item_that_the_form_does_not_have_is_left_out() -> None:
    extra = ["9.属于工作秘密", *tsv([[c.zh for c in COLUMNS], ["9001"] * len(COLUMNS)]), ""]
    lines = by_item(tsv)
    at = lines.index("（四）无法提供")
    assert known([*lines[:at], *extra, *lines[at:]]) == ALL


def test_the_sum_of_some_columns_is_no_column() -> None:
    lines = []
    for row in ROWS:
        header = ["自然人", "小计", *[c.zh for c in COLUMNS[1:]]]
        own = [value(row, COLUMNS[0]), "9001", *[value(row, c) for c in COLUMNS[1:]]]
        lines += [path(row), *markdown([header, own]), ""]
    assert known(lines) == ALL


def test_a_blank_cell_of_a_grid_is_blank_and_one_of_plain_text_is_not_known() -> None:
    first, second = CellKey("3", "granted", "natural_person"), CellKey("3", "granted", "commercial")
    for render, blank in ((tsv, True), (spaced, False)):
        lines = by_requester(render)
        lines = [
            line.replace(VALUES[first], "") if line.rstrip().endswith(VALUES[first]) else line
            for line in lines
        ]
        cells = {
            CellKey(c["table_no"], c["row_key"], c["col_key"]): c["status"]
            for c in read(text_with(lines)).cells
        }
        assert cells[first] == ("blank" if blank else "uncertain")
        assert cells[second] == "reported"


def test_a_line_with_too_few_figures_under_a_header_is_not_known() -> None:
    lines = by_item(spaced)
    short = [
        line.removesuffix(f" {value(ROWS[2], COLUMNS[-1])}")
        if line.startswith(value(ROWS[2], COLUMNS[0]))
        else line
        for line in lines
    ]
    assert short != lines
    assert known(short) == {key for key in ALL if key.row_key != ROWS[2].key}


def test_cells_that_two_tables_print_differently_are_not_known() -> None:
    lines = [*by_requester(tsv), *by_requester(tsv, COLUMNS[:1], add=5000)]
    assert known(lines) == {key for key in ALL if key.col_key != "natural_person"}


@in_turn
@pytest.mark.parametrize("render", [tsv, markdown, spaced])
@pytest.mark.parametrize("said", ["2021年情况", "上年同期", "上半年", "县教育局", "其中：所属单位"])
def test_tables_below_words_of_another_year_or_body_are_not_read(said: str, render: Render) -> None:
    for layout in (by_requester, by_item, turned):
        assert not known([said, *layout(render, add=5000)])  # type: ignore[operator]


def test_what_follows_such_words_is_not_read_though_captions_name_it() -> None:
    lines = [*by_requester(tsv, COLUMNS[:2]), "去年情况", *by_requester(tsv, COLUMNS[2:], add=5000)]
    assert {key.col_key for key in known(lines)} <= {"natural_person", "commercial"}


def test_a_caption_that_names_a_year_beside_the_requester_is_none() -> None:
    lines = [
        f"{line[:-1]}，2021年" if line.startswith("（") and line.endswith("人") else line
        for line in by_requester(tsv, add=5000)
    ]
    assert not known(["（2021年）", *lines])


@pytest.mark.parametrize("render", [tsv, markdown, tab_cells])
def test_names_below_their_tables_are_not_taken_for_those_of_the_next(render: Render) -> None:
    lines = []
    for column in COLUMNS:
        rows = [["项目", "数量"], *[[row.zh, value(row, column, 5000)] for row in ROWS]]
        lines += [*render(rows), column.zh, ""]
    assert not known(lines)


@pytest.mark.parametrize("render", [tsv, markdown, spaced])
def test_figures_by_channel_are_no_figures_by_requester(render: Render) -> None:
    rows = [["渠道", "数量"], ["当面", "3001"], ["邮寄", "3002"], ["网络", "3003"], ["总计", "9006"]]
    assert not known([line for row in ROWS for line in [path(row), *render(rows), ""]])
    rows = [["当面", "邮寄", "网络", "其他", "总计"], ["3001", "3002", "3003", "3004", "3005"]]
    assert not known([line for row in ROWS for line in [path(row), *render(rows), ""]])


def test_two_columns_of_years_are_not_one_of_figures() -> None:
    lines = []
    for column in COLUMNS:
        rows = [["项目", "本年", "上年"], *[[row.zh, "", value(row, column, 5000)] for row in ROWS]]
        lines += [column.zh, *markdown(rows), ""]
    assert not known(lines)


@pytest.mark.parametrize("first", ["2021年", "县教育局"])
def test_a_year_or_a_body_beside_each_requester_makes_a_turned_table_anothers(first: str) -> None:
    assert not known(turned(markdown, add=5000, first=[first]))


def test_a_year_in_one_cell_of_a_turned_table_is_this_cells() -> None:
    key = CellKey("3", "granted", "natural_person")
    lines = [line.replace(f"| {VALUES[key]} |", "| 2021年 |") for line in turned(markdown)]
    assert known(lines) == ALL - {key}


def test_a_table_of_all_columns_elsewhere_is_the_reports_own() -> None:
    rows = [["项目", *[c.zh for c in COLUMNS]], *[[r.zh, *[value(r, c) for c in COLUMNS]] for r in ROWS]]
    rows[3] = rows[3][:-2]
    lines = [*markdown(rows), "", *by_requester(tsv, add=5000)]
    assert "granted" not in {key.row_key for key in known(lines)} or known(lines) <= ALL


def test_a_heading_right_below_a_tab_cell_ends_it() -> None:
    tables = [part for part in printed(VALUES) if part.table_no == "2"]
    second = [line for part in tables for line in tab_cells(part.header + part.rows)]
    while not second[-1].strip():
        second.pop()
    text = text_with(turned(tab_cells))
    start, end = text.index(HEADINGS["2"]), text.index(HEADINGS["3"])
    text = text[:start] + "\n".join([HEADINGS["2"], *second]) + "\n" + text[end:]
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) >= {*ALL, *(key for key in VALUES if key.table_no == "2")}


@pytest.mark.parametrize("seed", range(8))
def test_figures_that_run_into_each_other_are_no_small_tables(seed: int) -> None:
    """Below a header whose labels stand on lines of their own the last of them names no table, though rows have one figure each."""
    chance = Random(seed)  # noqa: S311 - a fixed draw
    values = figures()
    third = [part for part in printed(values) if part.table_no == "3"]
    header = ["申请人情况", "自然人", "法人或其他组织", "总计", *(c.zh for c in COLUMNS if c.group)]
    rows = [
        [row[0], "".join(c for c in row[1:] if chance.random() < 0.3)] for part in third for row in part.rows
    ]
    text = report([part for part in printed(values) if part.table_no != "3"], tsv)
    cells = [[cell for row in half for cell in row] for half in (rows[:8], rows[8:])]
    lines = [*header, *cells[0], *header, *cells[1]]
    text = text.replace(HEADINGS["4"], "\n".join([HEADINGS["3"], *filter(None, lines), HEADINGS["4"]]))
    reading = read(text)
    assert not {key for key, (said, _) in wrong(reading, values).items() if said > 999}
