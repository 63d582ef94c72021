"""Rows and columns of tables 2 and 3 damaged in every way that converters and filers do: never a wrong figure.

Each case prints a report in which every cell has a figure of its own, damages it, and gives what may be reported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Figures,
    Part,
    aligned,
    cells_of,
    change,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)
from tests.turns import in_turn

FORM = "2021"
VALUES = figures(FORM)
PARTS = printed(VALUES, FORM)
ROWS = [row.key for row in forms()[FORM].table("3").rows]
COLUMNS = [column.key for column in forms()[FORM].table("3").columns]
RENDERERS = {**GRIDS, **PLAIN, "aligned": aligned}
# One of each kind: the others share their code.
SOME = ("tsv", "tab_cells", "closed", "compact", "pipe_cells", "csv_rows", "html", "running", "one_a_line")
WITH_PLACES = ("tsv", "tab_cells", "closed", "compact", "pipe_cells", "csv_rows", "html", "box", "aligned")
ROW = "denied_third_party"

damage = pytest.mark.parametrize("layout", SOME)


def without(*rows: str) -> Figures:
    """The figures that may be reported where some rows cannot be known."""
    return {k: v for k, v in VALUES.items() if not (k.table_no == "3" and k.row_key in rows)}


def each_row(part: Part, act: Callable[[list[str]], list[str]], header: bool = True) -> Part:
    if part.table_no != "3":
        return part
    top = [act(row) for row in part.header] if header else part.header
    return replace(part, header=top, rows=[act(row) for row in part.rows])


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("layout", RENDERERS)
def test_a_whole_report(layout: str, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), RENDERERS[layout]))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
    assert reading.reports[0]["form"] == form


@in_turn
@damage
@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_row_short_of_a_figure_is_uncertain(layout: str, at: int) -> None:
    row = row_of(PARTS, ROW)
    reading = read(report(change(PARTS, ROW, row[:at] + row[at + 1 :]), RENDERERS[layout]))
    assert not wrong(reading, without(ROW))
    assert set(status_of(reading, "3", ROW)) == {"uncertain"}
    assert len(reported(reading)) == len(VALUES) - 7
    assert {c["reason"] for k, c in cells_of(reading).items() if k.row_key == ROW} <= codes(reading)


@in_turn
@pytest.mark.parametrize("layout", WITH_PLACES)
@pytest.mark.parametrize("at", [(1,), (4,), (6, 7), (1, 2), (3, 6), (2, 3, 4, 5, 6)])
def test_blanks_whose_places_are_printed(layout: str, at: tuple[int, ...]) -> None:
    row = ["" if i in at else cell for i, cell in enumerate(row_of(PARTS, ROW))]
    reading = read(report(change(PARTS, ROW, row), RENDERERS[layout]))
    true = [("blank" if i in at else "reported") for i in range(1, 8)]
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", ROW) == true


@in_turn
@pytest.mark.parametrize("layout", WITH_PLACES)
@pytest.mark.parametrize("at", [1, 3, 7])
@pytest.mark.parametrize("header", [True, False])
def test_a_blank_column(layout: str, at: int, header: bool) -> None:
    parts = [each_row(p, lambda row: [*row[:at], "", *row[at + 1 :]], header=False) for p in PARTS]
    if not header:
        parts = [replace(p, header=[]) if p.table_no == "3" else p for p in parts]
    reading = read(report(parts, RENDERERS[layout]))
    may = {k: v for k, v in VALUES.items() if not (k.table_no == "3" and k.col_key == COLUMNS[at - 1])}
    assert not wrong(reading, may)


@in_turn
@damage
@pytest.mark.parametrize("at", [1, 4, 7, 8])
def test_a_stray_figure_in_a_row(layout: str, at: int) -> None:
    row = row_of(PARTS, ROW)
    reading = read(report(change(PARTS, ROW, [*row[:at], "9", *row[at:]]), RENDERERS[layout]))
    # behind a full row of a grid the stray cell is outside the table; in plain text nothing tells
    may = VALUES if at == 8 and layout not in PLAIN else without(ROW)
    assert not wrong(reading, may)


@pytest.mark.parametrize("layout", ["tsv", "tab_cells", "closed", "compact", "csv_rows"])
def test_a_stray_figure_behind_a_row_with_a_blank(layout: str) -> None:
    row = [*row_of(PARTS, ROW), "9"]
    row[3] = ""
    reading = read(report(change(PARTS, ROW, row), RENDERERS[layout]))
    assert not wrong(reading, without(ROW))


@damage
def test_a_row_of_blanks(layout: str) -> None:
    for row in ([row_of(PARTS, ROW)[0]], [row_of(PARTS, ROW)[0], *[""] * 7]):
        reading = read(report(change(PARTS, ROW, row), RENDERERS[layout]))
        assert not wrong(reading, without(ROW))
        assert "reported" not in status_of(reading, "3", ROW)


@damage
def test_a_blank_label_with_one_place(layout: str) -> None:
    reading = read(report(change(PARTS, ROW, ["", *row_of(PARTS, ROW)[1:]]), RENDERERS[layout]))
    assert not wrong(reading, VALUES)
    if layout in GRIDS:
        assert status_of(reading, "3", ROW) == ["reported"] * 7


@damage
def test_a_blank_label_with_two_places(layout: str) -> None:
    following = ROWS[ROWS.index(ROW) + 1]
    parts = change(PARTS, following, ["", *row_of(PARTS, following)[1:]])
    parts = [
        replace(
            p,
            rows=[r for k, r in zip(p.keys, p.rows, strict=True) if k != ROW],
            keys=tuple(k for k in p.keys if k != ROW),
        )
        for p in parts
    ]
    reading = read(report(parts, RENDERERS[layout]))
    assert not wrong(reading, without(ROW, following))


@in_turn
@damage
@pytest.mark.parametrize("other", ["denied_internal_affairs", "rejected_repeat", "granted"])
def test_a_row_under_the_label_of_another(layout: str, other: str) -> None:
    parts = change(PARTS, ROW, [row_of(PARTS, other)[0], *row_of(PARTS, ROW)[1:]])
    reading = read(report(parts, RENDERERS[layout]))
    assert not wrong(reading, without(ROW, other))
    assert "row-repeated" in codes(reading)


@in_turn
@damage
@pytest.mark.parametrize("other", ["denied_internal_affairs", "rejected_repeat", "carried_over"])
def test_two_rows_exchanged_with_their_labels(layout: str, other: str) -> None:
    parts = change(change(PARTS, ROW, row_of(PARTS, other)), other, row_of(PARTS, ROW))
    reading = read(report(parts, RENDERERS[layout]))
    assert not wrong(reading, VALUES)


def exchange(row: list[str], i: int, j: int) -> list[str]:
    row = list(row)
    row[i], row[j] = row[j], row[i]
    return row


@in_turn
@pytest.mark.parametrize("layout", [n for n in SOME if n != "one_a_line"])
@pytest.mark.parametrize("pair", [(1, 2), (2, 3), (3, 4), (5, 6), (6, 7), (1, 7)])
def test_columns_exchanged_with_their_headers(layout: str, pair: tuple[int, int]) -> None:
    parts = [each_row(p, lambda row: exchange(row, *pair)) for p in PARTS]
    reading = read(report(parts, RENDERERS[layout]))
    assert not wrong(reading, VALUES)
    if layout in GRIDS:
        assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("pair", [(2, 3), (3, 4), (5, 6)])
def test_columns_of_a_group_exchanged_one_cell_a_line(pair: tuple[int, int]) -> None:
    parts = [each_row(p, lambda row: exchange(row, *pair)) for p in PARTS]
    assert not wrong(read(report(parts, PLAIN["one_a_line"])), VALUES)


@in_turn
@damage
@pytest.mark.parametrize("at", [2, 4, 7, 8])
@pytest.mark.parametrize(("label", "figure"), [("小计", "9"), ("备注", ""), ("小计", "")])
def test_a_column_the_form_does_not_have(layout: str, at: int, label: str, figure: str) -> None:
    parts = [
        replace(
            p,
            header=[[*h[:at], label, *h[at:]] for h in p.header],
            rows=[[*r[:at], figure, *r[at:]] for r in p.rows],
        )
        if p.table_no == "3"
        else p
        for p in PARTS
    ]
    assert not wrong(read(report(parts, RENDERERS[layout])), VALUES)


@in_turn
@damage
@pytest.mark.parametrize("at", [1, 3, 7])
@pytest.mark.parametrize("header", [True, False])
def test_a_column_that_is_not_there(layout: str, at: int, header: bool) -> None:
    parts = [each_row(p, lambda row: row[:at] + row[at + 1 :]) for p in PARTS]
    if not header:
        parts = [replace(p, header=[]) if p.table_no == "3" else p for p in parts]
    may = {k: v for k, v in VALUES.items() if k.table_no != "3"}
    if header:
        may |= {k: v for k, v in VALUES.items() if k.table_no == "3" and k.col_key != COLUMNS[at - 1]}
    assert not wrong(read(report(parts, RENDERERS[layout])), may)


@damage
def test_a_table_printed_twice(layout: str) -> None:
    (third,) = [p for p in PARTS if p.table_no == "3"]
    render = RENDERERS[layout]
    again = "\n".join(["", "附：", *render(third.header + third.rows), ""])
    text = report(PARTS, render)
    same = read(text.replace("五、存在", again + "\n五、存在"))
    assert not wrong(same, VALUES)
    row = row_of(PARTS, ROW)
    other = again.replace(row[1], "7")
    differs = read(text.replace("五、存在", other + "\n五、存在"))
    assert not wrong(differs, {k: v for k, v in VALUES.items() if k != CellKey("3", ROW, "natural_person")})
    assert "table-repeated" in codes(differs) or "row-repeated" in codes(differs)


DISTRACTORS = [
    [["事项", "一季度", "二季度", "全年"], ["行政许可", "7", "8", "15"], ["行政处罚", "1", "2", "3"]],
    [["渠道", "自然人", "法人或其他组织"], ["网上", "5", "6"], ["信函", "7", "8"]],
    [["类别", "结果维持", "结果纠正", "总计"], ["行政复议", "1", "2", "3"]],
    [["指标", "数量"], ["予以公开", "9"], ["部分公开", "8"], ["不予公开", "7"]],
]


@in_turn
@damage
@pytest.mark.parametrize("table", DISTRACTORS)
def test_tables_that_only_look_like_ours(layout: str, table: list[list[str]]) -> None:
    render = RENDERERS[layout]
    text = report(PARTS, render)
    for place in ("二、主动公开", "五、存在"):
        extra = "\n".join(render(table)) + "\n\n"
        assert not wrong(read(text.replace(place, extra + place, 1)), VALUES)


@in_turn
@damage
@pytest.mark.parametrize("label", ["其他主动公开文件", "行政检查", "行政确认", "行政裁决"])
def test_rows_the_form_does_not_have(layout: str, label: str) -> None:
    parts = [
        replace(p, rows=[[label, "9"], *p.rows], keys=("strange", *p.keys)) if "penalties" in p.keys else p
        for p in PARTS
    ]
    assert not wrong(read(report(parts, RENDERERS[layout])), VALUES)


@in_turn
@pytest.mark.parametrize("layout", ["running", "one_a_line"])
@pytest.mark.parametrize("page", ["— 5 —", "-5-", "第5页 共8页", "5 / 8", "·5·"])
def test_page_marks_between_rows(layout: str, page: str) -> None:
    label = row_of(PARTS, ROW)[0]
    text = report(PARTS, RENDERERS[layout]).replace(label, f"{page}\n青岚县林业局年度报告\n{label}", 1)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES)


def test_bare_page_numbers_among_single_cells() -> None:
    lines = report(PARTS, PLAIN["one_a_line"]).split("\n")
    for page, row in enumerate(("granted", "denied_third_party", "rejected_repeat", "carried_forward"), 3):
        lines.insert(lines.index(row_of(PARTS, row)[0]), str(page))
    assert not wrong(read("\n".join(lines)), VALUES)


@pytest.mark.parametrize("layout", ["running", "aligned"])
def test_the_last_digit_of_a_figure_on_a_line_of_its_own(layout: str) -> None:
    render, label = RENDERERS[layout], row_of(PARTS, ROW)[0]
    row = row_of(PARTS, ROW)
    lines = report(change(PARTS, ROW, [row[0], row[1], row[2], row[3][:-1], *row[4:]]), render).split("\n")
    at = next(i for i, line in enumerate(lines) if label in line)
    lines.insert(at + 1, " " * lines[at].index(row[3][:-1] + " ") + row[3][-1])
    may = {k: v for k, v in VALUES.items() if k != CellKey("3", ROW, "research")}
    assert not wrong(read("\n".join(lines)), may)


def test_a_row_cut_unevenly() -> None:
    row = row_of(PARTS, ROW)
    text = report(PARTS, PLAIN["running"])
    cut = text.replace(" ".join(row), " ".join(row[:4]) + "\n" + " ".join(row[4:]))
    reading = read(cut)
    assert not wrong(reading, VALUES)
    assert "row-split" in codes(reading)


@pytest.mark.parametrize("layout", ["tsv", "closed", "running", "aligned"])
def test_lines_and_text_of_a_cell(layout: str) -> None:
    text = report(PARTS, RENDERERS[layout])
    lines = text.split("\n")
    for key, cell in cells_of(read(text)).items():
        assert cell["line_start"] == cell["line_end"]
        assert VALUES[key] in lines[cell["line_start"] - 1]
        assert cell["raw"] == VALUES[key]


def test_a_table_cut_by_a_page_and_shifted() -> None:
    """The second half of the table has lost its first, empty column."""
    rows = [["", *row] for p in PARTS if p.table_no == "3" for row in p.rows]
    (third,) = [p for p in PARTS if p.table_no == "3"]
    header = [["", *third.header[0]]]
    top, bottom = rows[:12], [row[1:] for row in rows[12:]]
    for values in (bottom, [[*r[:3], "", *r[4:]] for r in bottom]):
        part = replace(third, header=header, rows=[*top, ["— 3 —"], *third.header, *values], keys=())
        reading = read(report([part if p.table_no == "3" else p for p in PARTS], GRIDS["tsv"]))
        assert not wrong(reading, VALUES)


def test_labels_wrapped_about_their_figures() -> None:
    row = row_of(PARTS, "denied_other_law")
    text = report(PARTS, aligned)
    line = next(x for x in text.split("\n") if row[0] in x)
    bare = " " * len(row[0]) + line[len(row[0]) :]
    wrapped = text.replace(line, f"2.其他法律行政\n{bare}\n法规禁止公开")
    assert wrapped != text
    assert not wrong(read(wrapped), VALUES)


@in_turn
@pytest.mark.parametrize("layout", ["closed", "compact", "leading", "tsv"])
@pytest.mark.parametrize("letters", [5, 7, 9])
def test_a_label_and_its_figure_wrapped_together(layout: str, letters: int) -> None:
    row = row_of(PARTS, ROW)
    wrapped = [
        [row[0][:letters], row[1][:2], *row[2:]],
        [row[0][letters:], row[1][2:], *[""] * 6],
    ]
    parts = [
        replace(p, rows=[r for old in p.rows for r in (wrapped if old is row else [old])], keys=())
        for p in PARTS
    ]
    reading = read(report(parts, RENDERERS[layout]))
    assert not wrong(reading, without(ROW))
    assert set(status_of(reading, "3", ROW)) == {"uncertain"}
