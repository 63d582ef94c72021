"""Table 4 as a filer or a converter turned, split or captioned it; test_odd_tables.py has the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.odd import (
    FIGURES,
    FOURTH,
    KINDS,
    LAYOUTS,
    NAMES,
    PARTS,
    VALUES,
    doubted,
    every_layout,
    fourth,
    instead_of,
    some_layouts,
    whole,
)
from tests.extract.printed import (
    Part,
    Rows,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

ROWS_OF_FOURTH = [[kind, *FIGURES[5 * i : 5 * i + 5]] for i, kind in enumerate(KINDS)]


@in_turn
@some_layouts
@pytest.mark.parametrize("corner", ["类别", "项目", "", "情形分类"])
def test_table_4_as_rows_under_any_corner(layout: str, corner: str) -> None:
    whole(fourth([[corner, *NAMES]], ROWS_OF_FOURTH), layout)


@every_layout
def test_table_4_as_rows_behind_a_column_of_groups(layout: str) -> None:
    groups = ["行政复议", "行政诉讼", ""]
    rows = [
        [group, *(row[:1] if group != row[0] else [""]), *row[1:]]
        for group, row in zip(groups, ROWS_OF_FOURTH, strict=True)
    ]
    whole(fourth([["类别", "", *NAMES]], rows), layout)


TURNED = [[name, *FIGURES[i::5]] for i, name in enumerate(NAMES)]


@in_turn
@every_layout
@pytest.mark.parametrize(
    "header", [[["项目", *KINDS]], [["项目", KINDS[0], "行政诉讼", ""], ["", "", *KINDS[1:]]]]
)
def test_table_4_turned(layout: str, header: Rows) -> None:
    whole(fourth(header, TURNED), layout)


@in_turn
@some_layouts
@pytest.mark.parametrize("header", [[], [["项目", "一", "二", "三"]], [["项目", KINDS[0], KINDS[1], "其他"]]])
def test_table_4_turned_without_its_header(layout: str, header: Rows) -> None:
    doubted(fourth(header, TURNED), layout, "4")


@every_layout
def test_table_4_turned_with_its_columns_exchanged(layout: str) -> None:
    header = [["项目", KINDS[0], KINDS[2], KINDS[1]]]
    rows = [[row[0], row[1], row[3], row[2]] for row in TURNED]
    assert not wrong(read(report(fourth(header, rows), LAYOUTS[layout])), VALUES)


def spread(label: str, width: int = 5) -> list[str]:
    return [label, *[""] * (width - 1)]


REVIEW = Part("4", [spread("行政复议"), NAMES], [FIGURES[:5]])
DIRECT = Part("4", [spread(KINDS[1]), NAMES], [FIGURES[5:10]])
AFTER = Part("4", [spread(KINDS[2]), NAMES], [FIGURES[10:]])
SUITS = Part("4", [spread("行政诉讼", 10), [*spread(KINDS[1]), *spread(KINDS[2])], NAMES * 2], [FIGURES[5:]])


@in_turn
@every_layout
@pytest.mark.parametrize("parts", [(REVIEW, SUITS), (SUITS, REVIEW), (REVIEW, DIRECT, AFTER)])
def test_table_4_as_several_tables(layout: str, parts: tuple[Part, ...]) -> None:
    reading = read(report(instead_of("4", *parts), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    if layout != "one_a_line":
        assert len(reported(reading, "4")) == 15


@every_layout
def test_several_tables_of_which_one_is_short_or_unnamed(layout: str) -> None:
    known = {
        k: v for k, v in VALUES.items() if (k.table_no, k.row_key) in {("2", k.row_key), ("3", k.row_key)}
    }
    known |= {k: v for k, v in VALUES.items() if (k.table_no, k.row_key) == ("4", "review")}
    short = read(report(instead_of("4", REVIEW, replace(SUITS, rows=[FIGURES[5:14]])), LAYOUTS[layout]))
    # where a grid is drawn the figure that is wanting is a blank cell in its place
    assert not wrong(short, VALUES if layout in ("grid", "box") else known)
    unnamed = read(report(instead_of("4", REVIEW, replace(SUITS, header=[NAMES * 2])), LAYOUTS[layout]))
    assert not wrong(unnamed, known)


def gap_after(at: int, *rows: list[str]) -> list[list[str]]:
    """Rows with an empty column."""
    return [[*row[:at], "", *row[at:]] for row in rows]


@pytest.mark.parametrize("layout", ["closed", "tsv", "html"])
def test_an_empty_column_between_two_groups(layout: str) -> None:
    top = ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]
    groups = [*NAMES, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    header = gap_after(5, top, groups, [*[""] * 5, *NAMES * 2])
    whole(fourth(header, gap_after(5, FIGURES)), layout)


@pytest.mark.parametrize("layout", ["closed", "tsv", "html"])
def test_a_blank_cell_and_a_figure_too_many_are_no_empty_column(layout: str) -> None:
    groups = [*NAMES, "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", "", ""]
    row = [*FIGURES[:5], "", *FIGURES[6:], "7", "8"]
    reading = read(report(fourth([groups, [*NAMES * 3, ""]], [row[:16]]), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")


def test_line_breaks_of_markdown_behind_a_table_are_no_figures() -> None:
    text = report(PARTS, LAYOUTS["closed"])
    broken = text.replace("|\n\n", "|\n\n\\\n\\\n\n")
    assert broken != text
    assert len(reported(read(broken))) == len(reported(read(text))) == len(VALUES)


@pytest.mark.parametrize("at", [0, 15])
def test_an_empty_column_at_either_end_is_read_as_before(at: int) -> None:
    reading = read(report(fourth(FOURTH.header, gap_after(at, FIGURES)), LAYOUTS["closed"]))
    assert not wrong(reading, VALUES)


# --- cells that say something else than a figure


@in_turn
@every_layout
@pytest.mark.parametrize("texts", [("O",), ("26→27", "同上"), ("零", "O", "见上")])
def test_odd_cells_in_the_row_cost_themselves_alone(layout: str, texts: tuple[str, ...]) -> None:
    row = list(FIGURES)
    places = dict(zip((3, 7, 14), texts, strict=False))
    for at, text in places.items():
        row[at] = text
    parts = [replace(part, rows=[row]) if part.table_no == "4" else part for part in PARTS]
    reading = read(report(parts, LAYOUTS[layout]))
    keys = [key for key in VALUES if key.table_no == "4"]
    noughts = {keys[at]: "0" for at, text in places.items() if text in ("O", "零")}
    assert not wrong(reading, {**VALUES, **noughts})
    if layout in ("tsv", "closed", "html"):
        odd = {keys[at] for at in places} - set(noughts)
        assert reported(reading, "4") == set(keys) - odd


@pytest.mark.parametrize(
    "texts", [{0: "数量"}, {4: "总计"}, {5: "行政诉讼"}, {1: "约", 2: "约", 3: "约", 4: "约"}]
)
def test_words_of_labels_or_too_many_are_no_cells_of_the_row(texts: dict[int, str]) -> None:
    row = list(FIGURES)
    for at, text in texts.items():
        row[at] = text
    parts = [replace(part, rows=[row]) if part.table_no == "4" else part for part in PARTS]
    assert not reported(read(report(parts, LAYOUTS["tsv"])), "4")


@pytest.mark.parametrize("layout", ["tab_cells", "closed", "html"])
def test_an_odd_cell_costs_itself_alone_beside_a_blank_one(layout: str) -> None:
    row = list(FIGURES)
    row[4], row[5] = "", "40%"
    parts = [replace(part, rows=[row]) if part.table_no == "4" else part for part in PARTS]
    reading = read(report(parts, LAYOUTS[layout]))
    keys = [key for key in VALUES if key.table_no == "4"]
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == set(keys) - {keys[4], keys[5]}
