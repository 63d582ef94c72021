"""Labels that line breaks in their cells set on several lines, in rows whose other cells are set apart by tabs or bars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.labelmatcher import row_matcher
from assets.extract.undone.words.brokenlabels import with_whole_labels
from tests.extract.printed import (
    GRIDS,
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.extract.structures import grid_rows
from tests.turns import in_turn

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def broken(render: Callable[[Rows], list[str]], letters: int) -> Callable[[Rows], list[str]]:
    """Words of more letters go on below, as a break in a cell is copied."""

    def cut(text: str) -> str:
        return "\n".join(text[at : at + letters] for at in range(0, len(text), letters)) if text else ""

    def lines(rows: Rows) -> list[str]:
        with_breaks = [row if not any(map(str.isdecimal, row)) else [cut(row[0]), *row[1:]] for row in rows]
        return "\n".join(render(with_breaks)).split("\n")

    return lines


def cut_words(render: Callable[[Rows], list[str]], letters: int) -> Callable[[Rows], list[str]]:
    """All words of all cells go on below, those of headers, too."""

    def cut(text: str) -> str:
        pieces = [text[at : at + letters] for at in range(0, len(text), letters)]
        return text if not text or text.isdecimal() else "\n".join(pieces)

    return lambda rows: "\n".join(render([[cut(cell) for cell in row] for row in rows])).split("\n")


def commas(rows: Rows) -> list[str]:
    return [",".join(f'"{cell}"' for cell in row) for row in rows]


@in_turn
@FORMS
@pytest.mark.parametrize("letters", [4, 7])
@pytest.mark.parametrize(
    "render", [*(GRIDS[n] for n in ("tsv", "trailing", "compact", "pipe_cells", "semicolons")), commas]
)
def test_all_words_are_broken(render: Callable[[Rows], list[str]], letters: int, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), cut_words(render, letters)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@in_turn
@pytest.mark.parametrize("name", ["tsv", "leading"])
@pytest.mark.parametrize(
    "pieces",
    [
        ("社会公益组", "织"),
        ("社会公益", "组织", "法律服务", "机构"),
        ("社会公益组", "织", "法律", "服务机构"),
    ],
)
def test_a_header_broken_behind_its_corner_turns_no_columns_round(name: str, pieces: tuple[str, ...]) -> None:
    """What stands beside the corner is the first piece of a row, and no column that has its place behind the others."""
    values = figures("2019")
    text = report(printed(values, "2019"), GRIDS[name])
    for first, rest in zip(pieces[::2], pieces[1::2], strict=True):
        text = text.replace(first + rest, f"{first}\n{rest}", 1)
    assert not wrong(read(text), values)


@in_turn
@pytest.mark.parametrize("cell", ["2.\n重复申请", "2\n.重复申请", "2.重\n复申请", "2.\n重复\n申请"])
@pytest.mark.parametrize("name", ["tsv", "trailing"])
def test_a_number_that_its_label_left_above(name: str, cell: str) -> None:
    values = figures()
    row = row_of(printed(values), "rejected_repeat")
    text = report(change(printed(values), "rejected_repeat", [cell, *row[1:]]), GRIDS[name])
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n3.其他", None),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n（三）不予公开\n1.属于国家秘密", None),
        ("（七）总计\n四、结转下年度继续办理", None),
        ("5.要求行政机关确认或重新出具已获取信息\n4.无正当理由大量反复申请", None),
        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n", "other_overdue_fee"),
        ("四、结转下年度继续办理（件）", "carried_forward"),
        ("四、结转下一年度继续办理", "carried_forward"),
        ("一、本年新收政府信息公开申请数量（不含上年结转政府信息公开申请数量）", "new_received"),
    ],
)
def test_two_whole_labels_in_one_cell_are_none(text: str, key: str | None) -> None:
    match = row_matcher("2021", "3").match(text)
    assert (match.key if match else None) == key


@FORMS
@pytest.mark.parametrize("letters", [4, 7])
@pytest.mark.parametrize("name", ["tsv", "trailing"])
def test_every_cell_is_read(name: str, letters: int, form: str) -> None:
    values = figures(form)
    text = report(printed(values, form), broken(GRIDS[name], letters))
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}
    lines = text.split("\n")
    assert all(
        values[k] in lines[c["line_start"] - 1] for k, c in cells_of(reading).items() if c["line_start"]
    )


@FORMS
@pytest.mark.parametrize("letters", [4, 7])
def test_lines_that_open_with_bars(letters: int, form: str) -> None:
    """Each piece of a label is a row of its own: `| 一、本年新收 |`, `| 申请数量 | 3 | 0 |`."""

    def barred(rows: Rows) -> list[str]:
        lines = broken(GRIDS["trailing"], letters)(rows)
        return [f"| {line if line.rstrip().endswith('|') else line + ' |'}" for line in lines]

    values = figures(form)
    text = report(printed(values, form), barred)
    assert "\n| 一、本年" in text
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}


def test_a_row_of_its_own_lends_no_label() -> None:
    """Words alone above figures alone, and a row of figures above one whose label is cut, are what they are."""
    for lines in (
        ["| 2.重复申请 |", "|  | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"],
        ["| 2.重复 | 1 |", "| 申请 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"],
        ["2.重复", "| 申请 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"],
    ):
        assert with_whole_labels(lines) == lines


def test_a_label_in_the_second_cell() -> None:
    lines = ["三、本年度办", "理结果\t（一）予以公", "开\t0\t0\t13\t13\t0\t0\t26"]
    assert with_whole_labels(lines) == ["三、本年度办", "理结果\t", "（一）予以公开\t0\t0\t13\t13\t0\t0\t26"]


@pytest.mark.parametrize(
    "above",
    [
        ["2.其他法律", "3\t0\t0\t4"],  # figures between
        ["2.其他法律", ""],
        ["2.其他法律", "行政许可"],
        ["2.其他法律行政法规", "规章\t1"],
        ["2.其他法律\t", "行政法规\t"],
        ["其他法律是什么，本年度没有更多的情况需要在这里向社会公众作出进一步的详细说明"],
    ],
)
def test_what_makes_no_label_stays(above: list[str]) -> None:
    lines = [*above, "禁止公开\t5\t0\t0\t0\t0\t0\t5"]
    assert with_whole_labels(lines) == lines


def test_a_row_that_lost_its_figures_gives_its_label_to_none() -> None:
    values = figures()
    parts = change(
        printed(values), "denied_state_secret", [row_of(printed(values), "denied_state_secret")[0]]
    )
    reading = read(report(parts, broken(GRIDS["tsv"], 5)))
    assert not wrong(reading, values)
    lost = {key for key in values if key.row_key == "denied_state_secret"}
    assert not lost & reported(reading)


def test_a_row_between_bars_stays_in_its_table() -> None:
    """Of a row that stood alone, the bars before a blank first cell and at a blank last one would be taken for borders."""
    lines = [
        " |  | 3.其他 | 171 | 172",
        " | （七",
        "）总计 |  |  | 179 | ",
        "四、",
        "结转下年度继续办理 |  |  | 185 | 186",
    ]
    text = "\n".join(with_whole_labels(lines))
    rows = grid_rows(text)
    assert {row.block for row in rows} == {rows[0].block}
    assert [[cell.text.strip() for cell in row.cells] for row in rows] == [
        ["", "", "3.其他", "171", "172"],
        ["", "（七）总计", "", "", "179", ""],
        ["四、结转下年度继续办理", "", "", "185", "186"],
    ]
