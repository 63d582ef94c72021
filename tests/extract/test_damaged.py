"""Plain layouts with damaged labels, headers and rows: what can be known is read, and what a careless reader would take is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
    change,
    closed,
    codes,
    figures,
    html,
    one_a_line,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    tab_cells,
    tsv,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
TABLE = forms()["2021"].table("3")
COLUMNS = [column.key for column in TABLE.columns]
NAMES = [column.zh for column in TABLE.columns]
CORNER, GROUP = "申请人情况", "法人或其他组织"
Render = Callable[[Rows], list[str]]
grids = pytest.mark.parametrize("render", [tsv, closed, html], ids=lambda f: f.__name__)
filled_up = pytest.mark.parametrize("render", [closed, html], ids=lambda f: f.__name__)


def third(change_row: Callable[[list[str]], list[str]], *header: list[str]) -> list[Part]:
    """The parts with every row of table 3 changed, under another header if one is given."""
    return [
        replace(p, rows=[change_row(row) for row in p.rows], header=list(header) or p.header)
        if p.table_no == "3"
        else p
        for p in PARTS
    ]


def text_of(parts: list[Part], render: Render = running) -> str:
    return report(parts, render)


# --- rows filled up or moved


@filled_up
def test_row_filled_up_behind_a_cell_that_vanished(render: Render) -> None:
    row = row_of(PARTS, "granted")
    for at in (1, 3, 6):
        short = [*row[:at], *row[at + 1 :], ""]
        reading = read(text_of(change(PARTS, "granted", short), render))
        assert set(status_of(reading, "3", "granted")) == {"uncertain"}
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES) - 7


@filled_up
def test_rows_moved_to_the_right(render: Render) -> None:
    parts = PARTS
    for key in ("granted", "unable_unclear"):
        row = row_of(PARTS, key)
        parts = change(parts, key, [row[0], "", *row[1:-1]])
    assert not wrong(read(text_of(parts, render)), VALUES)


@grids
def test_blank_totals_and_first_cells_that_stay_blanks(render: Render) -> None:
    """Where other cells are blank, too, or totals mostly, blanks are the filer's."""
    total, inner = row_of(PARTS, "granted"), row_of(PARTS, "rejected_repeat")
    parts = change(PARTS, "granted", [*total[:-1], ""])
    parts = change(parts, "rejected_repeat", [*inner[:3], "", *inner[4:]])
    reading = read(text_of(parts, render))
    assert len(reported(reading)) == len(VALUES) - 2
    assert not wrong(reading, VALUES)
    habit = read(text_of(third(lambda row: [*row[:-1], ""]), render))
    assert len(reported(habit, "3")) == 25 * 6
    once = read(text_of(change(PARTS, "granted", [total[0], "", *total[2:]]), render))
    assert len(reported(once, "3")) == 25 * 7 - 1
    noughts = read(text_of(change(PARTS, "granted", [total[0], *"000000", ""]), render))
    assert status_of(noughts, "3", "granted") == ["reported"] * 6 + ["blank"]


@filled_up
def test_only_row_filled_up(render: Render) -> None:
    (fourth,) = (p for p in PARTS if p.table_no == "4")
    row = fourth.rows[0]
    parts = [replace(p, rows=[[*row[:3], *row[4:], ""]]) if p is fourth else p for p in PARTS]
    assert not wrong(read(text_of(parts, render)), VALUES)


@pytest.mark.parametrize("render", [tsv, tab_cells], ids=lambda f: f.__name__)
def test_cells_behind_tabs_are_as_printed(render: Render) -> None:
    row = row_of(PARTS, "granted")
    parts = change(PARTS, "granted", [*row[:-1], ""])
    parts = [replace(p, rows=[[*p.rows[0][:-1], ""]]) if p.table_no == "4" else p for p in parts]
    reading = read(text_of(parts, render))
    assert len(reported(reading)) == len(VALUES) - 2
    assert not wrong(reading, VALUES)


# --- a page's number


@pytest.mark.parametrize("number", ["3", "３", "  3"])
def test_number_alone_is_no_fee(number: str) -> None:
    text = text_of(PARTS)
    key = CellKey("2", "fees", "fee_amount")
    label = "行政事业性收费"
    paged = text.replace(f"{label} {VALUES[key]}\n", f"{label}\n\n{number}\n")
    assert paged != text
    reading = read(paged)
    assert cells_of(reading)[key]["status"] == "uncertain"
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k != key})
    # right below its label a figure is the row's
    below = read(text.replace(f"{label} {VALUES[key]}\n", f"{label}\n{VALUES[key]}\n"))
    assert len(reported(below)) == len(VALUES)


def test_page_between_label_and_row() -> None:
    row = row_of(PARTS, "rejected_repeat")
    figures_ = " ".join(row[1:])
    text = text_of(PARTS).replace(f"{row[0]} {figures_}\n", f"{row[0]}\n\n5\n\n{figures_}\n")
    reading = read(text)
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)
    # with a figure less the number may be the row's own, and right above it digits of its first figure
    rest = " ".join(row[2:])
    for printed_ in (f"{row[0]}\n\n5\n\n{rest}\n", f"{row[0]}\n5\n{figures_}\n"):
        doubted = read(text_of(PARTS).replace(f"{row[0]} {figures_}\n", printed_))
        assert not wrong(doubted, {k: v for k, v in VALUES.items() if k.row_key != "rejected_repeat"})
        assert set(status_of(doubted, "3", "rejected_repeat")) == {"uncertain"}


# --- headers


CUT = [["申请人情况"], ["自然人", GROUP], ["商业企业", "科研机构", "社会公益组", "法律服务机"]]


def test_header_whose_ends_were_cut_off() -> None:
    reading = read(text_of(third(list, *CUT)))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "order",
    [[1, 0, 2, 3, 4, 5, 6], [0, 2, 1, 3, 4, 5, 6], [6, 0, 1, 2, 3, 4, 5]],
    ids=["first two", "in the group", "total first"],
)
def test_exchanged_columns_below_a_cut_header(order: list[int]) -> None:
    """The header names the columns as they stand, all but the last letters."""
    names = [NAMES[i] for i in order]
    cut = [[CORNER, *[name[:-1] if len(name) > 4 else name for name in names[:-2]]]]
    reading = read(text_of(third(lambda row: [row[0], *(row[1 + i] for i in order)], *cut)))
    assert not wrong(reading, VALUES)


def test_cut_header_over_rows_that_lack_a_figure() -> None:
    reading = read(text_of(third(lambda row: row[:-1], *CUT)))
    assert not wrong(reading, VALUES)


# --- fewer columns


@pytest.mark.parametrize("render", [running, closed, tab_cells, html], ids=lambda f: f.__name__)
def test_organisations_in_one_column(render: Render) -> None:
    reading = read(text_of(third(lambda r: [*r[:2], "77", r[-1]], ["项目", "自然人", GROUP, "总计"]), render))
    assert {key.col_key for key in reported(reading, "3")} == {"natural_person", "total"}
    assert len(reported(reading, "3")) == 50
    assert not wrong(reading, VALUES)
    assert "header-unclear" in codes(reading)


@pytest.mark.parametrize("render", [running, closed], ids=lambda f: f.__name__)
def test_only_totals(render: Render) -> None:
    reading = read(text_of(third(lambda r: [r[0], r[-1]], ["项目", "数量（件）"]), render))
    assert {key.col_key for key in reported(reading, "3")} == {"total"}
    assert len(reported(reading, "3")) == 25
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        (["项目", "自然人", GROUP, "总计"], [1, 7]),  # a cell of each row vanished
        (["项目", "总计", GROUP, "自然人"], [1, 3, 7]),
        (["项目", "自然人", "总计", GROUP], [1, 3, 7]),
        (["项目", *NAMES], [1, 3, 7]),
        (["项目", *NAMES], [7]),
        (["项目", "总计"], [1]),
        (["项目", "自然人"], [7]),
    ],
)
@pytest.mark.parametrize("render", [running, closed, one_a_line], ids=lambda f: f.__name__)
def test_fewer_columns_that_no_header_proves(header: list[str], kept: list[int], render: Render) -> None:
    reading = read(text_of(third(lambda r: [r[0], *(r[i] for i in kept)], header), render))
    assert not wrong(reading, VALUES)


def test_no_total_column() -> None:
    header = [[CORNER], ["自然人", GROUP], NAMES[1:6]]
    reading = read(text_of(third(lambda r: r[:-1], *header)))
    assert len(reported(reading, "3")) == 25 * 6
    assert not wrong(reading, VALUES)
    # a header that names the total says that a figure is lacking in each row
    named = read(text_of(third(lambda r: r[:-1], [CORNER], ["自然人", GROUP, "总计"], NAMES[1:6])))
    assert not reported(named, "3")


def test_sum_of_a_group_that_is_named_as_the_total_is() -> None:
    header = [[CORNER], ["自然人", GROUP, "总计"], [*NAMES[1:6], "总计"]]
    reading = read(text_of(third(lambda r: [*r[:-1], "88", r[-1]], *header)))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


# --- captions


def several(captions: list[str], own: int, render: Render) -> str:
    """Table 3 printed once under each caption, the one at `own` with the known figures."""
    other = printed(figures(first=901))
    parts = []
    for part in PARTS:
        if part.table_no != "3":
            parts.append(part)
            continue
        for at, caption in enumerate(captions):
            rows = part.rows if at == own else next(p.rows for p in other if p.table_no == "3")
            parts.append(replace(part, rows=rows, header=[[caption], *part.header]))
    text = report(parts, render)
    for caption in captions:
        text = re.sub(rf"(?m)^\W*{re.escape(caption)}\W*$", f"\n{caption}\n", text)
    return text


@pytest.mark.parametrize("render", [running, tab_cells], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("captions", "own"),
    [
        (["（一）局机关", "（二）局属事业单位", "（三）合计"], 2),
        (["上半年：", "下半年：", "全年："], 2),
        (["全局合计", "局机关", "下属单位"], 0),
        (["市水文站：", "市节水中心：", "局机关："], 2),
        (["青岚县林业局", "青岚县苗圃站"], 0),
    ],
)
def test_the_print_that_the_form_asks_for(captions: list[str], own: int, render: Render) -> None:
    reading = read(several(captions, own, render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)


@pytest.mark.parametrize("render", [running, tab_cells], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "captions",
    [
        ["上半年：", "下半年："],
        ["市水文站：", "市节水中心："],
        ["合计", "全局合计", "局机关"],
        ["本级", "局机关", "下属单位"],
    ],
)
def test_prints_of_which_none_is_plainly_asked_for(captions: list[str], render: Render) -> None:
    text = several(captions, 0, render)
    assert not wrong(read(text), {k: v for k, v in VALUES.items() if k.table_no != "3"})


def test_appended_tables_of_a_body() -> None:
    table = next(p for p in printed(figures(first=901)) if p.table_no == "3")
    rows = "\n".join(running([*table.header, *table.rows]))
    text = text_of(PARTS) + f"\n附件1 县苗圃站统计表\n\n{rows}\n"
    reading = read(text)
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


# --- labels and rows


def test_sums_of_groups_beside_their_labels() -> None:
    text = text_of(PARTS)
    label = row_of(PARTS, "denied_state_secret")[0]
    sums = text.replace(label, f"（三）不予公开 1 2 3 4 5 6 21\n{label}")
    reading = read(sums)
    assert sums != text
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)
    # where a row of the group lacks a figure the other may be its own
    row = row_of(PARTS, "denied_state_secret")
    lacking = sums.replace(" ".join(row), " ".join(row[:-1]))
    assert not wrong(read(lacking), VALUES)


@pytest.mark.parametrize("gloss", ["（第 15 条）", " （第 16 条第 1 款）", " (第15条)"])
def test_clause_in_brackets_behind_a_label(gloss: str) -> None:
    label = row_of(PARTS, "denied_third_party")[0]
    reading = read(text_of(PARTS).replace(label, label + gloss))
    assert len(reported(reading)) == len(VALUES)
    assert not wrong(reading, VALUES)


@grids
def test_label_with_several_wrong_letters(render: Render) -> None:
    row = row_of(PARTS, "unable_needs_creation")
    parts = change(PARTS, "unable_needs_creation", ["2.没有现存信息须另行制做", *row[1:]])
    assert len(reported(read(text_of(parts, render)))) == len(VALUES)


@grids
def test_label_of_another_row_with_the_number_of_this_one(render: Render) -> None:
    """A label copied from the row before: whose the figures are is not known."""
    row = row_of(PARTS, "rejected_repeat")
    parts = change(PARTS, "rejected_repeat", ["2.信访举报投诉类申请", *row[1:]])
    reading = read(text_of(parts, render))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if k.row_key != "rejected_repeat"})


@pytest.mark.parametrize("odd", ["3+2", "12→15", "2023年5件", "约5"])
def test_odd_first_cell_of_a_flat_row(odd: str) -> None:
    row = row_of(PARTS, "partially_granted")
    reading = read(text_of(change(PARTS, "partially_granted", [row[0], odd, *row[2:]])))
    assert status_of(reading, "3", "partially_granted") == ["unparsed", *["reported"] * 6]
    assert not wrong(reading, VALUES)


def test_letter_for_nought() -> None:
    noughts = VALUES | {CellKey("3", "granted", c): "0" for c in COLUMNS[1:4]}
    row = row_of(PARTS, "granted")
    for letter in ("o", "O", "〇"):
        for render in (running, tsv):
            parts = change(PARTS, "granted", [*row[:2], *[letter] * 3, *row[5:]])
            reading = read(text_of(parts, render))
            assert len(reported(reading)) == len(VALUES)
            assert not wrong(reading, noughts)
    # before a line it is a mark, and a row of nothing else is none of noughts
    marked = read(text_of(PARTS).replace("\n规章", "\no 规章").replace("\n行政许可", "\no\n行政许可"))
    assert not wrong(marked, VALUES)


def test_year_in_brackets_behind_each_label() -> None:
    years = [("（2021年）", printed(figures(first=901))), ("（2022年）", PARTS)]
    parts = [
        replace(
            p,
            rows=[
                [row[0] + year, *row[1:]]
                for at in range(len(p.rows))
                for year, of in years
                for row in [next(q for q in of if q.table_no == "3").rows[at]]
            ],
        )
        if p.table_no == "3"
        else p
        for p in PARTS
    ]
    reading = read(text_of(parts))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)


# --- table 4


(FOURTH,) = (part for part in PARTS if part.table_no == "4")
ROW = FOURTH.rows[0]
LAST = [str(int(cell) + 400) for cell in ROW]


def fourth(rows: Rows, header: Rows | None = None) -> list[Part]:
    return [
        replace(p, rows=rows, header=p.header if header is None else header) if p is FOURTH else p
        for p in PARTS
    ]


@pytest.mark.parametrize("render", [running, closed, tsv], ids=lambda f: f.__name__)
@pytest.mark.parametrize(("last", "this"), [("2021", "2022"), ("2021年", "2022年"), ("上年", "本年")])
def test_row_of_this_year_and_of_the_last(last: str, this: str, render: Render) -> None:
    header = [["", *row] for row in FOURTH.header]
    for rows in ([[last, *LAST], [this, *ROW]], [[this, *ROW], [last, *LAST]]):
        reading = read(text_of(fourth(rows, header), render))
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES)
    # a row less: a blank vanished, or what is not said to be of a year
    for rows in ([[last, *LAST], [this, *ROW[1:]]], [["合计", *LAST], [this, *ROW]]):
        assert not wrong(read(text_of(fourth(rows, header), render)), VALUES)


def test_three_tables_under_captions() -> None:
    names = FOURTH.header[-1][:5]
    parts = [
        ("（一）行政复议", ROW[:5]),
        ("（二）未经复议直接起诉", ROW[5:10]),
        ("（三）复议后起诉", ROW[10:]),
    ]

    def text(captions: list[str]) -> str:
        tables = "\n\n".join(
            "\n".join([caption, "", *closed([names, row])])
            for caption, (_, row) in zip(captions, parts, strict=True)
        )
        rest = [p for p in PARTS if p is not FOURTH]
        heading = "四、政府信息公开行政复议、行政诉讼情况"
        return report(rest, closed).replace("五、存在", f"{heading}\n\n{tables}\n\n五、存在")

    reading = read(text([caption for caption, _ in parts]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)
    for captions in (
        ["行政复议", "行政复议", "复议后起诉"],
        ["", "", ""],
        ["行政复议", "行政诉讼", "复议后起诉"],
    ):
        assert not reported(read(text(captions)), "4")


def test_row_cut_by_the_end_of_a_page() -> None:
    text = text_of(PARTS)
    row = " ".join(ROW)

    def cut(at: int, between: str) -> str:
        return text.replace(row, "\n".join([" ".join(ROW[:at]), between, " ".join(ROW[at:])]))

    for at in (3, 8, 12):
        reading = read(cut(at, "\n- 6 -\n"))
        assert not wrong(reading, VALUES)
        assert len(reported(reading)) == len(VALUES)
    # one or two figures below may be digits cut off those above, and so may any without a page between
    for at, between in ((13, "- 6 -"), (14, "- 6 -"), (8, ""), (8, "6")):
        assert not reported(read(cut(at, between)), "4")
