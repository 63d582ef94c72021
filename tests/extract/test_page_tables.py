"""What programs make of pages whose cells hold paragraphs: cells below a bare tab, marks left in cells, rows of XML."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.extract.printed import (
    GRIDS,
    TITLE,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)
from tests.turns import in_turn

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def paragraphs(rows: Rows) -> list[str]:
    """A blank line after each cell, one more after each row; an empty paragraph is a blank line."""
    return [line for row in rows for line in [*(x for cell in row for x in ("\t", cell, "")), ""]]


def indented(rows: Rows) -> list[str]:
    """Cells on lines of their own in the source of the page; a line of spaces ends a row."""
    lines = []
    for row in rows:
        for number, cell in enumerate(row):
            lines += [("" if number == 0 else "      ") + "\t", *([" " * 8 + cell] if cell else [])]
        lines.append("      ")
    return lines


def tags(rows: Rows) -> list[str]:
    """A pipe table whose cells still hold the marks of a page."""
    return [
        "| " + " | ".join(f'<span style="color:#000">{c}</span>' if c else "" for c in row) + " |"
        for row in rows
    ]


def xml(rows: Rows) -> list[str]:
    lines = ["<table>"]
    for row in rows:
        lines += [
            "  <row>",
            *(f"    <cell>\n      <p>{c}</p>\n    </cell>" if c else "    <cell/>" for c in row),
            "  </row>",
        ]
    return "\n".join([*lines, "</table>"]).split("\n")


RENDER = pytest.mark.parametrize("render", [paragraphs, indented, tags, xml])


@FORMS
@RENDER
def test_every_cell_is_read(render: Callable[[Rows], list[str]], form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), render))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    lines = report(printed(values, form), render).split("\n")
    assert all(values[k] in lines[c["line_start"] - 1] for k, c in cells_of(reading).items())


@in_turn
@FORMS
@RENDER
@pytest.mark.parametrize("seed", range(3))
def test_blank_cells_keep_their_places(render: Callable[[Rows], list[str]], form: str, seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    values = {key: "" if rng.random() < 0.25 else figure for key, figure in figures(form).items()}
    reading = read(report(printed(values, form), render))
    assert not wrong(reading, values)
    read_3 = reported(reading, "3")
    assert len(read_3) > 0.9 * sum(bool(v) for k, v in values.items() if k.table_no == "3")


def test_a_box_beside_other_text() -> None:
    """A page shows its menu left of the table, line by line beside it."""
    values = figures()
    menu = iter(["导航", "机构职能", "年报 2021 | 2022"] * 3)

    def beside(rows: Rows) -> list[str]:
        lines = [" " * 29 + line for line in GRIDS["box"](rows)]
        for n in (3, 4, 7):
            words = next(menu)
            lines[n] = words + lines[n][sum(2 if ord(c) > 0x2E7F else 1 for c in words) :]
        return lines

    reading = read(report(printed(values), beside))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_words_left_of_the_corner_are_no_column() -> None:
    """A table for the layout of the page puts its text before the first cell of table 2."""
    values = figures()
    cells = [
        cell
        for part in printed(values)[:4]
        for row in [*part.header, *part.rows]
        for cell in [*filter(None, row), ""]
    ]
    prose = "根据条例编制本报告。一、总体情况 全年工作平稳。二、主动公开政府信息情况"
    reading = read("\n".join([TITLE, "|".join(["", prose, *cells])]))
    assert not wrong(reading, values)


def with_named_columns(rows: Rows) -> list[str]:
    """The first row of a page's table is the header of the Markdown; a column without a name is called by its place."""
    named = [cell or f"Col{place}" for place, cell in enumerate(rows[0], 1)]
    return [f"|{'|'.join(named)}|", "|" + "---|" * len(named), *(f"|{'|'.join(row)}|" for row in rows[1:])]


def test_columns_named_by_their_places_are_blank() -> None:
    """Also where a page begins with a row of figures, a blank one among them."""
    values = figures()
    parts = printed(values)
    first, *rest = next(part.rows for part in parts if part.table_no == "3")
    page = [[f"{first[0][4:]}<br>{first[0][:4]}", "", "", *first[1:3], "", *first[4:]]]
    third = [*with_named_columns([*next(p.header for p in parts if p.table_no == "3")]), ""]
    third += with_named_columns(page + [[row[0], "", "", *row[1:]] for row in rest])
    text = report(parts, lambda rows: third if first in rows else GRIDS["closed"](rows))
    assert f"|Col2|Col3|{first[1]}|{first[2]}|Col6|" in text
    reading = read(text)
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 174


def test_a_name_that_is_not_of_its_place_is_no_blank() -> None:
    values = figures()
    text = report(printed(values), lambda rows: [f"|{'|'.join(row)}|" for row in rows])
    key = next(key for key in values if key.row_key == "granted")
    reading = read(text.replace(f"|{values[key]}|", "|Col7|"))
    assert not wrong(reading, {k: v for k, v in values.items() if k != key})
    assert cells_of(reading)[key]["status"] != "blank"


def test_a_wall_through_labels() -> None:
    """A table whose columns another one's walls cut: what is a label only with both cells is read with both."""

    def cut(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return GRIDS["closed"](rows)
        return GRIDS["closed"]([[row[0][:6], row[0][6:], *row[1:]] for row in rows])

    values = figures()
    reading = read(report(printed(values), cut))
    assert not wrong(reading, values)
    own = {"new_received", "carried_over", "carried_forward"}
    assert {key for key in values if key.row_key in own} <= reported(reading, "3")


def test_a_wall_through_labels_and_figures() -> None:
    """What is cut off a figure stands in the next cell, before or instead of its own figure: such a row is not read."""
    values = figures()
    parts = printed(values)

    def cut(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return GRIDS["closed"](rows)
        walls = [
            [r[0][:6], r[0][6:], r[1], f"{r[2]} {r[3][:1]}", r[3][1:], *r[4:]]
            if r[1].isdecimal()
            else [*r, ""]
            for r in rows
        ]
        return GRIDS["closed"](walls)

    reading = read(report(parts, cut))
    assert not wrong(reading, values)
    assert not [key for key in reported(reading, "3") if key.row_key in ("new_received", "carried_over")]


def test_a_remark_holds_no_cell() -> None:
    """`<!-- 5 -->` may be a figure that its author took back, and bars in a remark may be those of cells."""
    values = figures()
    for remark in ("<!-- 5 -->", "<!-- | -->"):
        text = report(printed(values), GRIDS["closed"])
        key = next(key for key in values if key.row_key == "granted")
        assert not wrong(read(text.replace(f"| {values[key]} |", f"| {values[key]} {remark} |")), values)


def test_words_of_a_merged_cell_are_said_of_all_its_columns() -> None:
    """What stands over three columns is no text of the first and blanks of the others; a blank merged cell is blank."""
    for said, status in (("本单位无权制作规章", "unparsed"), ("", "blank")):
        text = report(printed(figures()), GRIDS["html"])
        row = "<td>规章</td>" + "".join(f"<td>{figure}</td>" for figure in ("101", "102", "103"))
        assert row in text
        reading = read(text.replace(row, f'<td>规章</td><td colspan="3">{said}</td>'))
        assert status_of(reading, "2", "regulations") == [status] * 3
