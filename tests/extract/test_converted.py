"""What common converters make of tables: more columns than the form, headers broken in their cells, rows left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    Part,
    Rows,
    cells_of,
    change,
    csv_rows,
    figures,
    html,
    markdown,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tab_cells,
    wrong,
)

COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")


def _third(parts: list[Part]) -> Part:
    return next(part for part in parts if part.table_no == "3")


def _with_third(parts: list[Part], third: Part) -> list[Part]:
    return [third if part.table_no == "3" else part for part in parts]


def _cut_down(keys: tuple[str, ...]) -> list[Part]:
    parts = printed(figures())
    third = _third(parts)
    rows = [row for key, row in zip(third.keys, third.rows, strict=True) if key in keys]
    return _with_third(parts, replace(third, rows=rows, keys=keys))


# --- headers of one cell a line


def _broken(rows: Rows) -> list[str]:
    """One cell a line; a label of the header broken on two, others with spaces where lines were broken."""
    pieces = {
        "法律服务机构": ["法律服", "务机构"],
        "商业企业": ["商业  企业"],
        "社会公益组织": ["社会公 益组织"],
    }
    return [piece for row in rows for cell in row if cell for piece in pieces.get(cell, [cell])]


def test_a_label_broken_in_its_cell_where_each_cell_has_its_line() -> None:
    reading = read(report(printed(figures()), _broken))
    assert not wrong(reading, figures())
    assert len(reported(reading, "3")) == 175


def test_pieces_of_labels_in_another_order_are_not_joined() -> None:
    """Where the second pieces stand below all first ones, nothing is put together that is not one label."""
    text = report(printed(figures()), _broken).replace("法律服\n务机构\n其他\n", "法律服\n其他\n务机构\n")
    assert not wrong(read(text), figures())


# --- grids of more columns


def _far(rows: Rows) -> list[str]:
    """Twenty blank columns between labels and figures, as where all tables of a text share one grid."""
    return csv_rows([[row[0], *[""] * 20, *row[1:]] for row in rows])


def _in_columns(rows: Rows) -> list[str]:
    """Labels of rows in the seventh column."""
    return csv_rows([["", "", "", "", "", "", *row] for row in rows])


@pytest.mark.parametrize("render", [_far, _in_columns])
def test_labels_and_figures_far_apart(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(printed(figures()), render))
    assert not wrong(reading, figures())
    assert len(reported(reading, "3")) == 175


def test_a_row_of_blanks_whose_label_stands_far_right() -> None:
    parts = change(printed(figures()), "denied_internal_affairs", ["5.属于三类内部事务信息", *[""] * 7])
    reading = read(report(parts, _in_columns))
    assert status_of(reading, "3", "denied_internal_affairs") == ["blank"] * 7


def test_a_remark_behind_the_figures_is_no_label() -> None:
    """2.重复申请 behind blank cells is what a clerk remarks, and the row is that of its own label."""
    parts = change(
        printed(figures()), "rejected_petition", ["1.信访举报投诉类申请", *["7"] * 7, "2.重复申请", "3"]
    )
    reading = read(report(parts, csv_rows))
    assert status_of(reading, "3", "rejected_repeat") == ["reported"] * 7
    assert not {key.row_key for key in wrong(reading, figures())} - {"rejected_petition"}


def _merged(rows: Rows) -> list[str]:
    """Every cell of a wide grid printed three times, and a label nine times."""
    return csv_rows([[*[row[0]] * 9, *[cell for cell in row[1:] for _ in range(3)]] for row in rows])


def test_merged_cells_printed_again_and_again() -> None:
    parts = [part for part in printed(figures()) if part.table_no == "3"]
    reading = read(report(parts, _merged))
    assert not wrong(reading, figures())
    assert len(reported(reading, "3")) == 175


WIDE_HEADER = "| 信息内容 | 本年制发件数 |  |  | 本年废止件数 |  | 现行有效件数 |  |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"


def _wide(regulations: str, normative: str) -> str:
    table = f"{WIDE_HEADER}| 规章 {regulations} |\n| 行政规范性文件 {normative} |\n"
    parts = [part for part in printed(figures()) if part.table_no != "2"]
    text = report(parts, markdown)
    return text.replace(
        HEADINGS["3"], f"{HEADINGS['2']}\n\n第二十条第（一）项\n\n{table}\n{HEADINGS['3']}", 1
    )


def test_figures_beside_the_columns_of_their_header() -> None:
    reading = read(_wide("|  | 11 |  | 12 |  |  | 13", "|  | 21 |  | 22 |  |  | 23"))
    found = cells_of(reading)
    for row, first in (("regulations", 11), ("normative_docs", 21)):
        for n, column in enumerate(("issued", "repealed", "in_force")):
            assert found[CellKey("2", row, column)]["value"] == first + n


def test_a_figure_too_few_beside_its_column_is_not_given_to_any() -> None:
    reading = read(_wide("|  | 11 |  |  | 12 |  |", "|  | 21 |  | 22 |  |  | 23"))
    assert "reported" not in status_of(reading, "2", "regulations")


def test_figures_of_a_column_without_a_name_are_no_neighbours() -> None:
    """Where the named columns stand side by side, a figure behind them is of a column that the header does not name."""
    text = _wide("| 11 | 12 |  | 13", "| 21 | 22 | 23 | 24").replace(
        WIDE_HEADER,
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |  |\n| --- | --- | --- | --- | --- |\n",
    )
    assert "reported" not in status_of(read(text), "2", "regulations", "in_force")


# --- rows too many and too few


def test_one_row_with_a_figure_too_many_among_whole_rows() -> None:
    values = figures()
    parts = printed(values)
    label = row_of(parts, "granted")[0]
    # shorter than others of its column, so not cut; no page near it has its number
    short = [str(n) for n in range(21, 28)]
    parts = change(parts, "granted", [label, *short[:3], "20", *short[3:]])
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", "granted")
    assert len(reported(reading, "3")) == 168


def test_a_row_that_may_hold_the_number_of_the_next_page_stays_in_doubt() -> None:
    """20 in a row too long may be a page's; 21 further down, in a row that lacks a figure, the next page's."""
    values = figures()
    parts = printed(values)
    label, *_ = row_of(parts, "granted")
    parts = change(parts, "granted", [label, "31", "32", "20", "33", "34", "35", "36", "37"])
    label, *cells = row_of(parts, "unable_unclear")
    parts = change(parts, "unable_unclear", [label, *cells[:2], "21", *cells[3:]])
    reading = read(report(parts, one_a_line))
    assert "reported" not in status_of(reading, "3", "unable_unclear")
    assert status_of(reading, "3", "rejected_repeat") == ["reported"] * 7


def test_a_figure_that_may_be_cut_leaves_all_rows_in_doubt() -> None:
    """105 and 2 may be 1052, and then other rows may be cut and short by a blank."""
    parts = printed(figures())
    label, *cells = row_of(parts, "granted")
    parts = change(parts, "granted", [label, *cells[:3], "2", *cells[3:]])
    reading = read(report(parts, one_a_line))
    assert "reported" not in status_of(reading, "3", "rejected_repeat")


ENDS = ("new_received", "carried_over", "total_handled", "carried_forward")


@pytest.mark.parametrize("render", [one_a_line, tab_cells])
def test_only_the_rows_at_both_ends_were_left(render) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(_cut_down(ENDS), render))
    assert not wrong(reading, figures())
    assert {key.row_key for key in reported(reading, "3")} == set(ENDS)
    assert len(reported(reading, "3")) == 28


def test_rows_left_out_of_the_second_table_put_the_others_in_no_doubt() -> None:
    parts = []
    for part in printed(figures()):
        keep = [at for at, key in enumerate(part.keys) if key in ("normative_docs", "fees")]
        if part.table_no != "2":
            parts.append(part)
        elif keep:
            parts.append(
                replace(part, rows=[part.rows[at] for at in keep], keys=tuple(part.keys[at] for at in keep))
            )
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, figures())
    assert {key.row_key for key in reported(reading, "2")} == {"normative_docs", "fees"}


def test_letters_of_labels_below_each_other_in_a_page() -> None:
    """自<br/>然<br/>人: tags of the page stand between the letters, and few rows were left to tell the table by."""
    parts = _cut_down(
        (
            "new_received",
            "carried_over",
            "granted",
            "denied_state_secret",
            "unable_not_held",
            "rejected_repeat",
            "total_handled",
            "carried_forward",
            "denied_admin_inquiry",
        )
    )
    third = _third(parts)
    tall = [["".join(f"<span>{c}</span><br/>" for c in cell) for cell in row] for row in third.header]
    reading = read(report(_with_third(parts, replace(third, header=tall)), html, TITLE))
    assert not wrong(reading, figures())
    assert len(reported(reading, "3")) == 63


# --- explanations and changes

EXPLAINED = """二、主动公开政府信息情况

                     第二十条第（一）项

    信息内容       本年新制作数量        本年新公开数量    对外公开总数量

     规章            1               0        0

    规范性文件        1               1        1

                     第二十条第（五）项

                            本年增/减（指项目数
    信息内容       上一年项目数量      量比上年增减，减用    处理决定数量
                            负值表示，如-8）

    行政许可         1                4         39

 其他对外管理服务事项      2                5         3

                     第二十条第（六）项

    信息内容       上一年项目数量      本年增/减    处理决定数量

    行政处罚         3           增0/减0       6

    行政强制         7           增1/减1       8

"""


def test_an_explanation_on_three_lines_of_a_header_names_no_column() -> None:
    text = f"{TITLE}\n\n一、总体情况\n全年工作平稳。\n\n{EXPLAINED}\n五、存在的主要问题\n没有。\n"
    found = cells_of(read(text))
    got = [found[CellKey("2", "permits", c)]["value"] for c in ("prev_items", "change", "decisions")]
    assert got == [1, 4, 39]
    got = [found[CellKey("2", "other_services", c)]["value"] for c in ("prev_items", "change", "decisions")]
    assert got == [2, 5, 3]


def test_a_change_both_ways_has_a_cell_and_no_reading() -> None:
    found = cells_of(
        read(f"{TITLE}\n\n一、总体情况\n全年工作平稳。\n\n{EXPLAINED}\n五、存在的主要问题\n没有。\n")
    )
    for row, prev, decisions in (("penalties", 3, 6), ("coercion", 7, 8)):
        assert found[CellKey("2", row, "prev_items")]["value"] == prev
        assert found[CellKey("2", row, "change")]["status"] == "unparsed"
        assert found[CellKey("2", row, "decisions")]["value"] == decisions


def test_the_name_of_a_column_alone_in_its_row_is_no_row_of_blanks() -> None:
    """总计 over the last column of a wide grid, and the row 总计 not printed."""
    parts = _cut_down(tuple(key for key in _third(printed(figures())).keys if key != "total_handled"))
    text = report(parts, _in_columns).replace(HEADINGS["3"], f"{HEADINGS['3']}\n\n{',' * 13}总计", 1)
    assert not {"reported", "blank"} & set(status_of(read(text), "3", "total_handled"))
