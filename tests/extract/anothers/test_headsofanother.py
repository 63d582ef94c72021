"""Clauses of table 2 under the heads of another form, and rows that run into each other."""

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    cells_of,
    codes,
    figures,
    pipe_cells,
    printed,
    read,
    report,
    running,
    status_of,
    tsv,
    wrong,
)
from tests.turns import in_turn

ALL = {**GRIDS, **PLAIN}


def clauses(form, first):
    return [part for part in printed(figures(form, first), form) if part.table_no == "2"]


def hybrid(head, rest):
    """A report of form `rest` with clause （一） as in form `head`, and the figures of what is of `rest`."""
    values = figures(rest, 501)
    parts = printed(values, rest)
    parts[0] = clauses(head, 101)[0]
    own = {key: v for key, v in values.items() if key.row_key not in ("regulations", "normative_docs")}
    return parts, own


@in_turn
@pytest.mark.parametrize("render", ALL.values(), ids=ALL)
@pytest.mark.parametrize(("head", "rest"), [("2019", "2021"), ("2021", "2019")])
def test_figures_under_heads_of_another_form_are_none_of_this_one(head, rest, render):
    parts, own = hybrid(head, rest)
    reading = read(report(parts, render))
    assert reading.reports[0]["form"] == rest
    assert not wrong(reading, own)
    assert {"regulations", "normative_docs"}.isdisjoint(
        key.row_key for key, cell in cells_of(reading).items() if cell["status"] == "blank"
    )


@pytest.mark.parametrize("render", [pipe_cells, running, tsv])
def test_the_other_clauses_are_read(render):
    parts, _ = hybrid("2019", "2021")
    reading = read(report(parts, render))
    for row in ("permits", "penalties", "coercion", "fees"):
        assert status_of(reading, "2", row) == ["reported"]
    assert set(status_of(reading, "2", "regulations")) == {"uncertain"}
    assert "header-unclear" in codes(reading)


def test_heads_in_narrow_cells_are_another_forms_too():
    parts, own = hybrid("2019", "2021")
    text = report(parts, running).replace(
        "信息内容 本年新制作数量 本年新公开数量 对外公开总数量",
        "本年新 本年新 对外公\n信息内容 制作数 公开数 开总数\n量 量 量",
    )
    assert not wrong(read(text), own)


def test_prose_above_the_table_is_no_head():
    values = figures("2021", 501)
    text = report(printed(values), running).replace(
        "二、主动公开政府信息情况\n",
        "二、主动公开政府信息情况\n本年新制作、新公开信息不少，对外公开总量上升。\n",
    )
    assert status_of(read(text), "2", "regulations") == ["reported"] * 3


def test_most_clauses_tell_the_form_of_a_cut_text():
    parts, _ = hybrid("2019", "2021")
    third = next(part for part in parts if part.table_no == "3")
    cut = [*(p for p in parts if p.table_no == "2"), replace(third, rows=third.rows[:7], keys=third.keys[:7])]
    reading = read(report(cut, tsv).replace("本年收费金额", "本年度收费金额"))
    assert reading.reports[0]["form"] == "2021"
    assert status_of(reading, "2", "fees") == ["reported"]
    assert set(status_of(reading, "3", "new_received")) == {"reported"}


def test_clauses_of_2019_whose_heads_are_broken_are_of_2019():
    parts = [p for p in printed(figures("2019"), "2019") if p.table_no == "2"]
    text = report(parts, tsv).replace("上一年项目数量", "上一年项 目数里").replace("采购总金额", "采购总额金")
    assert read(text).reports[0]["form"] == "2019"


ABOVE = ["第二十条第（一）项 |", "|||", "信息内容 |", "本年制发件数 |", "本年废止件数 |", "现行有效件数 |"]


def without_repeated(lines):
    """Figures printed once only, as programs leave that drop lines they have seen."""
    parts = printed(figures("2021"), "2021")
    text = report(parts, pipe_cells)
    start, end = text.index("第二十条第（一）项"), text.index("第二十条第（五）项")
    return text[:start] + "\n".join([*ABOVE, *lines]) + "\n" + text[end:]


def test_a_rows_label_is_no_cell_of_the_row_above():
    reading = read(without_repeated(["规章 |", "0 |", "行政规范性文件 |", "30 |"]))
    assert "reported" not in status_of(reading, "2", "regulations")
    assert "blank" not in status_of(reading, "2", "regulations")


def test_whole_rows_of_the_same_notation_are_read():
    lines = ["规章 |", "0 |", "1 |", "2 |", "行政规范性文件 |", "30 |", "4 |", "5 |"]
    reading = read(without_repeated(lines))
    assert status_of(reading, "2", "regulations") == ["reported"] * 3
    assert status_of(reading, "2", "normative_docs") == ["reported"] * 3


def test_words_of_a_clerk_are_no_rows_label():
    lines = ["规章 |", "0 |", "本单位未制作规章 |", "2 |", "行政规范性文件 |", "30 |", "4 |", "5 |"]
    reading = read(without_repeated(lines))
    assert status_of(reading, "2", "regulations") == ["reported", "unparsed", "reported"]
