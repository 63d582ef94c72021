"""Notations that few programs write: characters by number, rare delimiters, tabs between words, cells as wide as they please.

Each stands beside the text that a careless reading of it would get wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assets.extract.formats.escapes import with_characters
from assets.extract.undone.signs.rarecells import with_tabs
from assets.extract.undone.spaces.wordtabs import without_tabs_of_words
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    Rows,
    change,
    codes,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)


# --- characters by number


def numbered(text: str, form: str) -> str:
    return "".join(c if c.isascii() else form.format(ord(c)) for c in text)


@in_turn
@pytest.mark.parametrize("form", ["&#{};", "&#x{:X};", "&amp;#{};"])
@pytest.mark.parametrize("render", ["html", "tsv"])
def test_characters_by_number(render: str, form: str) -> None:
    reading = read(numbered(report(PARTS, GRIDS[render]), form))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_one_character_by_number_in_a_plain_text() -> None:
    reading = read(report(PARTS, PLAIN["running"]).replace("林", "&#26519;"))
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_a_number_makes_no_tag_and_no_line() -> None:
    assert (
        with_characters("&#60;td&#62; &#10; &#8232; &#xD800; &#38; 7")
        == "&#60;td&#62; &#10; &#8232; \ufffd &#38; 7"
    )
    assert with_characters("&#19968;&#x4E8C;&#1114112;") == "一二&#1114112;"


# --- rare delimiters


def apart_by(mark: str) -> Callable[[Rows], list[str]]:
    return lambda rows: [mark.join(row) for row in rows]


def counted(rows: Rows) -> list[str]:
    return [f"第{n}行：{'；'.join(row)}" for n, row in enumerate(rows, 1)]


@pytest.mark.parametrize("mark", ["；", "^", "#", "@", " ^ ", "¤"])
def test_a_rare_delimiter(mark: str) -> None:
    reading = read(report(PARTS, apart_by(mark)))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_rows_with_their_count() -> None:
    reading = read(report(PARTS, counted))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_counts_with_a_gap_are_no_counts() -> None:
    lines = report(PARTS, counted).split("\n")
    text = "\n".join(line for line in lines if not line.startswith("第9行"))
    assert not wrong(read(text), VALUES)


@pytest.mark.parametrize("blank", [1, 4, 7])
def test_a_blank_cell_keeps_its_place_beside_a_rare_delimiter(blank: int) -> None:
    row = row_of(PARTS, "granted")
    text = report(change(PARTS, "granted", [*row[:blank], "", *row[blank + 1 :]]), apart_by("；"))
    left = {key: value for key, value in VALUES.items() if value != row[blank]}
    reading = read(text)
    assert not wrong(reading, left)
    assert len(reported(reading)) >= len(VALUES) - 7


def test_signs_for_a_blank_cell_are_no_delimiter() -> None:
    lines = [
        "一、本年新收 3 / 4 / 5 / 6 / 7",
        "二、上年结转 3 - 4 - 5 - 6",
        "三、结转 1、2、3、4、5、6",
        "编号 1:2:3:4:5",
    ] * 8
    assert with_tabs(lines) == lines


def test_prose_keeps_its_semicolons() -> None:
    table = [f"（{n}）予以公开；3；4；5；6；7；8；33" for n in "一二三四五六七八九"]
    prose = ["问题：一是更新不够及时；二是解读形式单一；三是3；4；5；6。", "", "建议：甲；乙；丙"]
    assert with_tabs([*prose, "三、收到和处理情况", *table])[: len(prose)] == prose


# --- tabs between the words of a page's lines


def words_by_tab(rows: Rows) -> list[str]:
    """Long labels stand in two pieces, above and below their figures."""
    lines = []
    for label, *cells in rows:
        figures_ = "\t".join(cell for cell in cells if cell)
        if len(label) > 12 and cells[0].isdecimal():
            lines += [label[:-3], figures_, label[-3:]]
        else:
            lines.append("\t".join(text for text in (label, figures_) if text))
    return lines


def test_labels_around_figures_by_tab() -> None:
    reading = read(report(PARTS, words_by_tab))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize(
    "lines",
    [
        # a row that slid against its label: what stands below is a label of its own
        ["三、本年度办理结果", "213\t20\t5\t6\t7\t8\t259", "（一）予以公开"],
        # a tab for a blank cell
        [
            "二、上年结转政府信息公开申请",
            "3\t4\t5\t6\t7\t8\t33",
            "数量",
            "（一）予以公开\t3\t\t5\t6\t7\t8\t29",
        ],
        # one row of a table without labels
        ["行政复议\t行政诉讼", "\t".join(map(str, range(15))), "五、存在的主要问题"],
    ],
)
def test_tabs_of_cells_stay(lines: list[str]) -> None:
    assert without_tabs_of_words(lines) == lines


# --- cells as wide as they please


def spanned(widths: tuple[int, ...], rows: Rows) -> list[str]:
    """Table 3 with a header of two grid columns each, and figures of the given widths behind labels of four columns."""
    heads, *body = rows
    lines = ["<table>", '<tr><td colspan="4">' + heads[0] + "</td>"]
    lines += [*(f'<td colspan="2">{cell}</td>' for cell in heads[1:]), "</tr>"]
    for label, *cells in body:
        lines.append(f'<tr><td colspan="4">{label}</td>')
        lines += [f'<td colspan="{w}">{c}</td>' for w, c in zip(widths, cells, strict=False)] + ["</tr>"]
    return [*lines, "</table>"]


def third() -> list[Part]:
    return [part for part in PARTS if part.table_no == "3"]


WHOLE = {key: value for key, value in VALUES.items() if key.table_no == "3"}


@pytest.mark.parametrize("widths", [(1, 2, 2, 2, 2, 2, 3), (3, 2, 2, 2, 2, 2, 1), (2, 2, 2, 2, 2, 2, 2)])
def test_seven_cells_each_under_a_part_of_its_label(widths: tuple[int, ...]) -> None:
    reading = read(report(third(), lambda rows: spanned(widths, rows)))
    assert reported(reading) == set(WHOLE)
    assert not wrong(reading, WHOLE)


@pytest.mark.parametrize("widths", [(1, 1, 1, 2, 3, 3, 3), (1, 2, 2, 2, 2, 5), (4, 2, 2, 2, 2, 1, 1)])
def test_cells_under_labels_of_others_are_withheld(widths: tuple[int, ...]) -> None:
    reading = read(report(third(), lambda rows: spanned(widths, rows)))
    assert not wrong(reading, WHOLE)
    assert not reported(reading)


# --- headers and rows of one grid


def slid(part: Part) -> Rows:
    """The header of table 3 without two blank cells above the labels."""
    if part.table_no != "3":
        return part.header
    return [["", *row[1:], "", ""] for row in part.header]


def in_three(parts: list[Part]) -> list[Part]:
    """Table 3 with labels over three columns: numbered ones in the last of them, others in the first."""
    made = []
    for part in parts:
        rows = part.rows
        if part.table_no == "3":
            rows = [["", "", *row] if row[0][0].isdigit() else [row[0], "", "", *row[1:]] for row in rows]
        made.append(replace(part, rows=rows))
    return made


def test_a_header_left_of_its_rows() -> None:
    reading = read(report(in_three(PARTS), GRIDS["closed"], header=slid))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("blank", [(0,), (3,), (5, 6), (0, 1, 2, 3, 4, 5)])
def test_blanks_under_a_header_left_of_its_rows(blank: tuple[int, ...]) -> None:
    row = row_of(PARTS, "granted")
    gone = {row[1 + at] for at in blank}
    parts = change(PARTS, "granted", [cell if cell not in gone else "" for cell in row])
    reading = read(report(in_three(parts), GRIDS["closed"], header=slid))
    assert not wrong(reading, {key: value for key, value in VALUES.items() if value not in gone})


def test_a_header_of_another_table_is_no_second_print() -> None:
    """总计 is a row of table 3 and a column of table 4, whose header may stand right below."""
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    parts = [replace(p, header=[names, names]) if p.table_no == "4" else p for p in PARTS]
    lines = report(parts, GRIDS["json_lists"])
    reading = read(lines)
    assert "row-repeated" not in codes(reading)
    assert not wrong(reading, VALUES)


def double_bars(rows: Rows) -> list[str]:
    return ["||" + "||".join(f"  {cell}  " for cell in row) + "||" for row in rows]


def test_double_bars() -> None:
    reading = read(report(PARTS, double_bars))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("blank", [0, 7, 14])
def test_a_blank_between_double_bars(blank: int) -> None:
    fourth = next(part for part in PARTS if part.table_no == "4")
    row = [cell if at != blank else "" for at, cell in enumerate(fourth.rows[0])]
    reading = read(report([replace(p, rows=[row]) if p is fourth else p for p in PARTS], double_bars))
    assert not wrong(reading, {k: v for k, v in VALUES.items() if v != fourth.rows[0][blank]})


def on_one_line(rows: Rows) -> list[str]:
    """Table 4 as a reader of Word files prints it: two tabs end a row."""
    if len(rows[0]) < 15:
        return GRIDS["tsv"](rows)
    return ["\t\t".join("\t".join(row) for row in rows) + "\t\t"]


@pytest.mark.parametrize("blank", [None, 0, 7, 14])
def test_the_row_behind_its_header_on_one_line(blank: int | None) -> None:
    fourth = next(part for part in PARTS if part.table_no == "4")
    row = [cell if at != blank else "" for at, cell in enumerate(fourth.rows[0])]
    parts = [replace(p, rows=[row]) if p is fourth else p for p in PARTS]
    reading = read(report(parts, on_one_line))
    assert not wrong(
        reading, {k: v for k, v in VALUES.items() if blank is None or v != fourth.rows[0][blank]}
    )
    assert len(reported(reading, "4")) == (15 if blank is None else len(reported(reading, "4")))
