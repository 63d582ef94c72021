"""Headers that run into the row below them because no figure stands in it: what they name is heeded all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    TITLE,
    Part,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
OTHERS = ["本年新制作数量", "本年新公开数量", "对外公开总数量"]
REVISED = ["本年制发件数", "本年修订件数", "现行有效件数"]
EXCHANGED = ["本年废止件数", "本年制发件数", "现行有效件数"]


def one_a_line(rows: Rows) -> list[str]:
    """Cells a line each, the bar behind them; a clause fills up no row, and nothing ends one."""
    return [f"{cell} |" for row in rows for cell in (row if any(row[1:]) or "条" not in row[0] else row[:1])]


def bars_below(rows: Rows) -> list[str]:
    return [text for line in one_a_line(rows) for text in line.rsplit(" ", 1) if text]


def blank_first(names: list[str] | None = None) -> list[Part]:
    """The report with 规章 left blank, under other heads if there are any."""
    first = PARTS[0]
    heads = [*first.header[:-1], [first.header[-1][0], *(names or first.header[-1][1:])]]
    rows = [[first.rows[0][0], "", "", ""], *first.rows[1:]]
    return [replace(first, header=heads, rows=rows), *PARTS[1:]]


def joined(parts: list[Part]) -> list[Part]:
    """The first row of the table on the line of its header."""
    first = parts[0]
    rows = [first.header[-1] + first.rows[0], *first.rows[1:]]
    return [replace(first, header=first.header[:-1], rows=rows), *parts[1:]]


BY_LINE = {"one_a_line": one_a_line, "bars_below": bars_below}


@pytest.mark.parametrize("layout", BY_LINE)
def test_a_blank_first_row_below_the_forms_heads_is_read(layout: str) -> None:
    reading = read(report(blank_first(), BY_LINE[layout]))
    known = {k: v for k, v in VALUES.items() if k.row_key != "regulations"}
    assert not wrong(reading, known)
    assert len(reported(reading)) == len(known)
    assert status_of(reading, "2", "regulations") == ["blank"] * 3


@in_turn
@pytest.mark.parametrize("layout", BY_LINE)
@pytest.mark.parametrize("names", [OTHERS, REVISED, EXCHANGED])
def test_heads_over_a_blank_first_row_are_heeded(layout: str, names: list[str]) -> None:
    text = report(blank_first(names), BY_LINE[layout])
    text = text.replace("二、主动公开政府信息情况", "二、主动公开政府信息情况\n本年行政处罚决定39件。")
    reading = read(text)
    first = {k: v for k, v in VALUES.items() if k.row_key == "normative_docs"}
    own = {k: v for k, v in VALUES.items() if k.row_key not in ("normative_docs", "regulations")}
    if names is REVISED:
        own |= {k: v for k, v in first.items() if k.col_key != "repealed"}
    if names is EXCHANGED:
        other = {"issued": "repealed", "repealed": "issued"}
        own |= {k: first[k._replace(col_key=other.get(k.col_key, k.col_key))] for k in first}
    assert not wrong(reading, own)


@in_turn
@pytest.mark.parametrize("layout", GRIDS)
@pytest.mark.parametrize("names", [REVISED, OTHERS])
def test_heads_on_the_line_of_the_first_row_are_heeded(layout: str, names: list[str]) -> None:
    first = PARTS[0]
    parts = [replace(first, header=[first.header[0], [first.header[1][0], *names]]), *PARTS[1:]]
    own = {
        k: v
        for k, v in VALUES.items()
        if k.row_key not in ("normative_docs", "regulations")
        or (names is REVISED and k.col_key != "repealed")
    }
    assert not wrong(read(report(joined(parts), GRIDS[layout])), own)


@pytest.mark.parametrize("layout", ["tsv", "closed", "trailing", "html", "python_lists"])
def test_the_first_row_on_the_line_of_its_header_is_read(layout: str) -> None:
    reading = read(report(joined(PARTS), GRIDS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)


def test_two_heads_of_another_meaning_in_cells_of_their_own_are_no_columns_of_the_form() -> None:
    values = figures("2019")
    parts = printed(values, "2019")
    fees = next(i for i, p in enumerate(parts) if p.keys == ("fees",))
    heads = [parts[fees].header[0], ["信息内容", "本年处理决定数量", "办结数量"]]
    parts[fees] = replace(parts[fees], header=heads)
    own = {k: v for k, v in values.items() if k.row_key != "fees"}
    for layout in (*BY_LINE.values(), PLAIN["one_a_line"]):
        reading = read(report(parts, layout, TITLE.replace("2022", "2020")))
        assert not wrong(reading, own)
        assert len(reported(reading)) >= len(own)


def test_a_record_that_names_its_column_before_its_row_is_no_header() -> None:
    from assets.extract.model import Cell, GridRow
    from assets.extract.readers.mended.headersinrows import with_own_headers_apart

    def row(*texts: str) -> GridRow:
        return GridRow([Cell(text, 1, 1) for text in texts], "tsv", 0)

    for honest in (
        row("第二十条第（一）项", "本年制发件数", "规章", "3"),
        row("第二十条第（一）项", "规章", "3", "4", "5"),
        row("信息内容", "规章", "行政规范性文件"),
        row("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "0", "0"),
        row("申请人情况", "自然人", "商业企业", "科研机构", "其他", "总计"),
    ):
        assert with_own_headers_apart([honest]) == [honest]
    (header, own) = with_own_headers_apart([row("信息内容", "本年制发件数", "修订", "规章", "", "")])
    assert isinstance(header, GridRow)
    assert isinstance(own, GridRow)
    assert [cell.text for cell in own.cells] == ["规章", "", ""]
