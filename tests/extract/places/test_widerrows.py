"""A column that no label names, with figures: rows that lack one of theirs have as many as the form."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    aligned,
    change,
    closed,
    csv_rows,
    figures,
    html,
    json_lists,
    printed,
    read,
    report,
    reported,
    row_of,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()


def _unnamed(at: int, blanks: dict[int, int], label: str = "") -> tuple[list[Part], set[CellKey]]:
    """Table 3 with a column more at `at`; the cells of `blanks` (row: place) blank, and the keys whose figures are printed."""
    parts, lost = printed(VALUES), set()
    n = next(k for k, part in enumerate(parts) if part.table_no == "3")
    part = parts[n]
    header = [[*row[:at], label, *row[at:]] for row in part.header]
    rows: Rows = []
    names = [key.col_key for key in VALUES if key.table_no == "3" and key.row_key == "granted"]
    for number, (key, row) in enumerate(zip(part.keys, part.rows, strict=True)):
        cells = [*row[:at], "9", *row[at:]]
        if number in blanks:
            cells[blanks[number]] = ""
            column = blanks[number] - 1 - (blanks[number] > at)
            lost.add(CellKey("3", key, names[column]))
        rows.append(cells)
    parts[n] = Part("3", header, rows, part.keys)
    return parts, lost


@in_turn
@pytest.mark.parametrize("name", [name for name in GRIDS if name not in ("pipe_cells", "doubled_tabs")])
@pytest.mark.parametrize("at", [1, 5])
def test_rows_that_lack_a_total(name: str, at: int) -> None:
    parts, lost = _unnamed(at, {2: 8, 7: 8, 11: 8, 16: 8, 20: 7})
    reading = read(report(parts, GRIDS[name]))
    assert not wrong(reading, {key: "" if key in lost else value for key, value in VALUES.items()})


@pytest.mark.parametrize("render", [tsv, csv_rows, html])
def test_under_a_header_cut_short(render) -> None:  # type: ignore[no-untyped-def]
    parts, lost = _unnamed(3, {2: 8, 7: 8, 11: 8, 16: 8, 20: 7})
    parts = [
        Part("3", [[cell for cell in row if cell] for row in p.header], p.rows, p.keys)
        if p.table_no == "3"
        else p
        for p in parts
    ]
    reading = read(report(parts, render))
    assert not wrong(reading, {key: "" if key in lost else value for key, value in VALUES.items()})


def test_plain_rows_in_columns() -> None:
    parts, lost = _unnamed(1, dict.fromkeys(range(0, 25, 2), 5))
    reading = read(report(parts, aligned))
    assert not wrong(reading, {key: "" if key in lost else value for key, value in VALUES.items()})


@pytest.mark.parametrize("render", [tsv, csv_rows, html])
def test_one_row_with_a_figure_too_many_leaves_the_others(render) -> None:  # type: ignore[no-untyped-def]
    values = {
        key: "" if (key.row_key, key.col_key) == ("granted", "total") else v for key, v in VALUES.items()
    }
    parts = [
        Part("3", [[*row, ""] for row in p.header], [[*row, ""] for row in p.rows], p.keys)
        if p.table_no == "3"
        else p
        for p in printed(values)
    ]
    row = row_of(parts, "carried_over")
    reading = read(report(change(parts, "carried_over", [*row[:-1], "9"]), render))
    assert not wrong(reading, values)
    assert {key.row_key for key in reported(reading, "3")} >= {"new_received", "total_handled"}


@pytest.mark.parametrize("render", [csv_rows, json_lists])
def test_rows_cut_short_where_others_keep_their_ends(render) -> None:  # type: ignore[no-untyped-def]
    """Rows of one cell less than a header that repeats its labels, in a text whose other rows end in blank cells."""
    assert not reported(read(report(_cut_short(True), render)), "3")


@pytest.mark.parametrize("render", [csv_rows, tsv])
def test_rows_cut_short_where_all_are(render) -> None:  # type: ignore[no-untyped-def]
    """Blank ends of lines may have been cut off, or any one of the columns been hidden."""
    assert not reported(read(report(_cut_short(False), render)), "3")


def _cut_short(keeps_ends: bool) -> list[Part]:
    """Table 3 with no totals, its rows a cell shorter than a header with merged labels repeated; table 2 with blank ends or without."""
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            names = part.header[-1]
            group = ["法人或其他组织"] * 5
            header = [
                [names[0], *["申请人情况"] * 7],
                [names[0], names[1], *group, names[-1]],
                names,
            ]
            parts.append(Part("3", header, [row[:-1] for row in part.rows], part.keys))
        elif keeps_ends and part.table_no == "2":
            rows = [[*row, *[""] * (4 - len(row))] for row in part.rows]
            header = [[*row, *[""] * (4 - len(row))] for row in part.header]
            parts.append(Part("2", header, rows, part.keys))
        elif part.table_no == "2":
            header = [[cell for cell in row if cell] for row in part.header]
            parts.append(Part("2", header, part.rows, part.keys))
        else:
            header = [
                [*row[:10], *["复议后起诉" if n else "行政诉讼"] * 5] for n, row in enumerate(part.header[:2])
            ]
            parts.append(Part("4", [*header, part.header[-1]], part.rows, part.keys))
    return parts


def test_the_mark_at_the_end_of_rows_is_no_blank_total() -> None:
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            names = part.header[-1]
            header = [
                [names[0], "申请人情况"],
                ["", names[1], "法人或其他组织", names[-1]],
                ["", *names[2:-1]],
            ]
            parts.append(Part("3", header, [row[:-1] for row in part.rows], part.keys))
        else:
            parts.append(part)

    def marked(rows: Rows) -> list[str]:
        return [line + "|" for line in trailing(rows)]

    assert not reported(read(report(parts, marked)), "3")


def test_a_label_amid_the_columns_over_rows_of_a_cell_less() -> None:
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            corner, first, company, *others, total = part.header[-1]
            header = [
                [corner, first, "法人或其他组织", "占比", "法人或其他组织", "", "", "", total],
                ["", "", company, "", *others, ""],
            ]
            rows = [[*row[:3], "12%", row[3], *row[5:]] for row in part.rows]
            parts.append(Part("3", header, rows, part.keys))
        else:
            parts.append(part)
    assert not reported(read(report(parts, trailing)), "3")


def test_full_rows_in_other_cells_than_one_another() -> None:
    """One has a figure in the column without a label and a blank beside it, another a blank in another place."""
    values = {
        key: ""
        if (key.row_key, key.col_key) in (("regulations", "repealed"), ("normative_docs", "issued"))
        else v
        for key, v in VALUES.items()
    }
    parts = printed(VALUES)
    own = parts[0]
    header = [[*row[:2], "", *row[2:]] for row in own.header]
    (first, *a), (second, *b) = own.rows
    parts[0] = Part("2", header, [[first, a[0], "9", "", a[2]], [second, "", "9", *b[1:]]], own.keys)
    for render in (tsv, csv_rows, trailing, html):
        assert not wrong(read(report(parts, render)), values)


@pytest.mark.parametrize("render", [tsv, csv_rows, closed])
def test_figures_beside_the_columns_of_their_header(render) -> None:  # type: ignore[no-untyped-def]
    """A program that went by the lines of a page made a column of its own for figures, the same in all rows."""
    parts = printed(VALUES)
    own = parts[0]
    header = [[*row[:2], "", *row[2:]] for row in own.header]
    rows = [[label, "", first, *rest] for label, first, *rest in own.rows]
    parts[0] = Part("2", header, rows, own.keys)
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert reported(reading, "2") == {key for key in VALUES if key.table_no == "2"}
