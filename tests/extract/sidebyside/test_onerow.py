"""Table 4: fifteen figures under three groups, however they are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    PLAIN,
    Part,
    Rows,
    aligned,
    cells_of,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
KEYS = [key for key in VALUES if key.table_no == "4"]
FIGURES = [VALUES[key] for key in KEYS]
TABLE = forms()["2021"].table("4")
NAMES = [column.zh for column in TABLE.columns]
RENDERERS = {**GRIDS, **PLAIN, "aligned": aligned}
SOME = ("tsv", "tab_cells", "closed", "compact", "pipe_cells", "running", "one_a_line")
OTHERS = {k: v for k, v in VALUES.items() if k.table_no != "4"}

damage = pytest.mark.parametrize("layout", SOME)


def with_fourth(header: Rows | None, rows: Rows) -> list[Part]:
    return [
        replace(p, header=p.header if header is None else header, rows=rows) if p.table_no == "4" else p
        for p in PARTS
    ]


def spread(*labels: tuple[str, int]) -> list[str]:
    return [cell for label, width in labels for cell in [label, *[""] * (width - 1)]]


@in_turn
@damage
@pytest.mark.parametrize("at", range(0, 15, 2))
def test_one_figure_less_or_more(layout: str, at: int) -> None:
    render = RENDERERS[layout]
    for row in (FIGURES[:at] + FIGURES[at + 1 :], [*FIGURES[:at], "9", *FIGURES[at:]]):
        reading = read(report(with_fourth(None, [row]), render))
        assert not wrong(reading, OTHERS)
        assert not reported(reading, "4")


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "tab_cells", "closed", "html", "box"])
@pytest.mark.parametrize("blanks", [(0,), (7,), (14,), (3, 9), (0, 14)])
def test_blanks_in_a_grid(layout: str, blanks: tuple[int, ...]) -> None:
    row = ["" if i in blanks else figure for i, figure in enumerate(FIGURES)]
    reading = read(report(with_fourth(None, [row]), RENDERERS[layout]))
    assert not wrong(reading, VALUES)
    found = cells_of(reading)
    for i in blanks:
        assert found[KEYS[i]]["status"] != "reported"


@damage
def test_the_suits_before_the_review(layout: str) -> None:
    header = [
        spread(("行政诉讼", 10), ("行政复议", 5)),
        spread(("未经复议直接起诉", 5), ("复议后起诉", 5), ("", 5)),
        NAMES * 3,
    ]
    text = report(with_fourth(header, [FIGURES[5:] + FIGURES[:5]]), RENDERERS[layout])
    assert not wrong(read(text), VALUES)


@pytest.mark.parametrize("layout", [*SOME, "html"])
def test_the_two_suits_exchanged(layout: str) -> None:
    header = [
        spread(("行政复议", 5), ("行政诉讼", 10)),
        spread(("", 5), ("复议后起诉", 5), ("未经复议直接起诉", 5)),
        NAMES * 3,
    ]
    text = report(with_fourth(header, [FIGURES[:5] + FIGURES[10:] + FIGURES[5:10]]), RENDERERS[layout])
    assert not wrong(read(text), VALUES)


@damage
def test_the_header_without_the_group(layout: str) -> None:
    header = [[row.zh for row in TABLE.rows for _ in NAMES], NAMES * 3]
    header[0] = spread(*[(row.zh, 5) for row in TABLE.rows])
    text = report(with_fourth(header, [FIGURES]), RENDERERS[layout])
    assert not wrong(read(text), VALUES)


@in_turn
@damage
@pytest.mark.parametrize("pair", [(0, 1), (1, 2), (3, 4)])
@pytest.mark.parametrize("groups", [(0, 5, 10), (5,)])
def test_columns_exchanged_with_their_headers(
    layout: str, pair: tuple[int, int], groups: tuple[int, ...]
) -> None:
    order = list(range(15))
    for start in groups:
        i, j = (start + at for at in pair)
        order[i], order[j] = order[j], order[i]
    top = next(p for p in PARTS if p.table_no == "4").header[:2]
    header = [*top, [(NAMES * 3)[i] for i in order]]
    text = report(with_fourth(header, [[FIGURES[i] for i in order]]), RENDERERS[layout])
    assert not wrong(read(text), VALUES)


def fourth_as(lines: list[str]) -> str:
    """A report in running text with the figures of table 4 as given, under the header of the form."""
    text = report(PARTS, PLAIN["running"])
    return text.replace(" ".join(FIGURES), "\n".join(lines))


def test_fifteen_lines() -> None:
    reading = read(fourth_as(FIGURES))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_five_lines_of_three_under_a_header_of_the_rows_alone() -> None:
    """Without the columns' labels three times over, such lines may run down the columns."""
    header = [["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"], NAMES]
    lines = [" ".join(FIGURES[i::5]) for i in range(5)]
    text = report(with_fourth(header, [FIGURES]), PLAIN["running"])
    reading = read(text.replace(" ".join(FIGURES), "\n".join(lines)))
    assert not wrong(reading, VALUES)


def test_three_lines_of_five() -> None:
    reading = read(fourth_as([" ".join(FIGURES[i : i + 5]) for i in (0, 5, 10)]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize(
    "labels", [["行政复议", "未经复议直接起诉", "复议后起诉"], ["复议", "直接起诉", "其后起诉"]]
)
def test_three_labelled_lines_of_five(labels: list[str]) -> None:
    lines = [f"{label} {' '.join(FIGURES[i : i + 5])}" for label, i in zip(labels, (0, 5, 10), strict=True)]
    reading = read(fourth_as(lines))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("widths", [(7, 8), (8, 7), (5, 4, 6)])
def test_fifteen_cut_unevenly(widths: tuple[int, ...]) -> None:
    rest, lines = list(FIGURES), []
    for width in widths:
        lines.append(" ".join(rest[:width]))
        rest = rest[width:]
    assert not wrong(read(fourth_as(lines)), VALUES)


def test_five_labelled_lines_of_three_are_not_read_across() -> None:
    lines = [f"{NAMES[i]} {' '.join(FIGURES[i::5])}" for i in range(5)]
    assert not wrong(read(fourth_as(lines)), VALUES)


def test_a_page_number_is_none_of_the_fifteen() -> None:
    for at in range(16):
        reading = read(fourth_as([*FIGURES[:at], "— 7 —", *FIGURES[at:]]))
        assert not wrong(reading, VALUES)


def test_printed_twice_with_different_figures() -> None:
    (fourth,) = [p for p in PARTS if p.table_no == "4"]
    other = [[*FIGURES[:3], "7", *FIGURES[4:]]]
    again = "\n".join(GRIDS["closed"](fourth.header + other)) + "\n\n"
    reading = read(report(PARTS, GRIDS["closed"]).replace("五、存在", again + "五、存在"))
    may = {k: v for k, v in VALUES.items() if k != CellKey("4", "review", "pending")}
    assert not wrong(reading, may)
    assert cells_of(reading)[CellKey("4", "review", "pending")]["reason"] == "table-repeated"


def stream(figures_: list[str]) -> Callable[[Rows], list[str]]:
    """Cells in one stream, wrapped at the spaces before bars."""

    def render(rows: Rows) -> list[str]:
        if rows[-1][:1] != figures_[:1]:
            return GRIDS["closed"](rows)
        words = [*NAMES, "未经复议直接起诉", "复议后起诉", "", *NAMES, *NAMES, ""]
        cells = [*words, *figures_, "", ""]
        return [" |".join(cells[:14]), "|" + " |".join(cells[14:30]), "|" + " |".join(cells[30:])]

    return render


def test_a_wrapped_stream_of_cells() -> None:
    reading = read(report(with_fourth([], [FIGURES]), stream(FIGURES)))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == set(KEYS)


@pytest.mark.parametrize("at", [0, 7, 14])
def test_a_wrapped_stream_with_a_blank_or_without_a_cell(at: int) -> None:
    for row in ([*FIGURES[:at], "", *FIGURES[at + 1 :]], FIGURES[:at] + FIGURES[at + 1 :]):
        reading = read(report(with_fourth([], [row]), stream(row)))
        assert not wrong(reading, VALUES)


@pytest.mark.parametrize("at", [0, 6, 13])
def test_a_tab_before_every_line(at: int) -> None:
    row = [c if i != at else "" for i, c in enumerate(FIGURES)]
    text = report(with_fourth(None, [row]), lambda rows: ["\t" + "\t".join(r) for r in rows])
    assert not wrong(read(text), VALUES)
    assert reported(read(text), "4") == set(KEYS) - {KEYS[at]}


def on_one_line(rows: Rows) -> list[str]:
    """All cells of the table behind each other, each with its bar."""
    return (
        [" |".join(cell for row in rows for cell in row) + " |"] if len(rows[-1]) == len(KEYS) else tsv(rows)
    )


def test_the_whole_table_on_one_line() -> None:
    reading = read(report(PARTS, on_one_line))
    assert not wrong(reading, VALUES)
    assert reported(reading, "4") == set(KEYS)


@pytest.mark.parametrize("at", [0, 7, 14])
def test_the_whole_table_on_one_line_with_a_blank_or_without_a_cell(at: int) -> None:
    for row in ([*FIGURES[:at], "", *FIGURES[at + 1 :]], [*FIGURES[:at], *FIGURES[at + 1 :]]):
        assert not wrong(read(report(with_fourth(None, [row]), on_one_line)), VALUES)


def test_the_whole_table_on_one_line_with_two_columns_exchanged() -> None:
    """The header says which figure is which, or nothing is read."""
    (fourth,) = (part for part in PARTS if part.table_no == "4")
    header = [*fourth.header[:2], [*NAMES[:2], NAMES[3], NAMES[2], NAMES[4]] * 3]
    order = [at + step for at in (0, 5, 10) for step in (0, 1, 3, 2, 4)]
    exchanged = {KEYS[at]: figure for at, figure in zip(order, FIGURES, strict=True)}
    assert not wrong(read(report(with_fourth(header, fourth.rows), on_one_line)), OTHERS | exchanged)


def test_a_header_below_table_3_is_no_row_of_it() -> None:
    """Right below the last row: 总计 is a column of the fourth table and a row of the third."""
    header = [spread(*((name, 1) for name in NAMES), ("未经复议直接起诉", 5), ("复议后起诉", 5))]
    header.append([*[""] * 5, *NAMES, *NAMES])
    reading = read(report(with_fourth(header, [FIGURES]), GRIDS["closed"]))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


def test_a_label_of_another_level_amid_those_of_the_columns_tells_no_order() -> None:
    """Two labels exchanged between the levels of a header: what it names is no longer in the order of the figures."""
    top = spread(("行政复议", 5), ("行政诉讼", 10))
    middle = [*NAMES, *spread(("未经复议直接起诉", 5), ("复议后起诉", 5))]
    last = ["", "", "", "", "", *NAMES, *NAMES]
    for one, other in (((0, 0), (1, 0)), ((1, 3), (1, 5))):
        header = [list(top), list(middle), list(last)]
        assert set(reported(read(report(with_fourth(header, [FIGURES]), GRIDS["closed"])), "4")) == set(KEYS)
        (i, j), (k, n) = one, other
        header[i][j], header[k][n] = header[k][n], header[i][j]
        reading = read(report(with_fourth(header, [FIGURES]), GRIDS["closed"]))
        assert not wrong(reading, OTHERS)
        assert not reported(reading, "4")


@pytest.mark.parametrize(
    ("between", "known"), [([], False), (["4"], False), (["4", "5"], False), (None, True)]
)
def test_rows_named_below_columns_and_a_page_number(between: list[str] | None, known: bool) -> None:
    """The table was turned, and printed column by column or row by row; headers of three groups name the columns last."""
    rows = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    below = ["类别", " ".join(NAMES), *(between or []), *rows]
    header = ["53", "1", *([*rows, *NAMES * 3] if between is None else below)]
    reading = read(report(with_fourth([header], [FIGURES]), RENDERERS["one_a_line"]))
    assert len(reported(reading, "4")) == (len(FIGURES) if known else 0)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("first", [True, False])
def test_labels_of_two_lines_beside_one_of_a_single_line_tell_no_other_order(first: bool) -> None:
    """A page gives the higher box first, whatever its place: 总计 may stand before the others or behind them."""
    values = figures()
    pieces = ["结果", "维持", "结果", "纠正", "其他", "结果", "尚未", "审结"]
    names = ["总计", *pieces] if first else [*pieces, "总计"]
    own = [text for key, text in values.items() if key.table_no == "4"]
    rows = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    parts = [part for part in printed(values) if part.table_no != "4"]
    table = "\n".join([HEADINGS["4"], *rows, *names * 3, *own])
    reading = read(report(parts, one_a_line).replace("五、存在", f"{table}\n五、存在"))
    assert not wrong(reading, values)
    assert bool(reported(reading, "4")) is not first
