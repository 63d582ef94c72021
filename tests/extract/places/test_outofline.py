"""Rows of aligned text with as many figures as columns, one of which stands where the others have none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.model import Cell, Run
from assets.extract.places.edges import columns_of, edges
from assets.extract.places.outofline import in_lines
from assets.extract.places.positions import display_width
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import CellKey, forms
from tests.extract.printed import (
    Part,
    Rows,
    aligned,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
NAMES = [key.col_key for key in VALUES if key.table_no == "3" and key.row_key == "granted"]
KEYS = [row.key for row in forms()["2021"].table("3").rows]
Damage = dict[int, tuple[int, int, str]]


def _small() -> dict[CellKey, str]:
    """Figures of one to five digits, as reports have them."""
    sizes = (1, 1, 3, 1, 2, 1, 5, 1, 4)
    return {
        key: "9" if key.table_no != "3" else str(10 ** (sizes[n % 9] - 1) + n % 9)
        for n, key in enumerate(VALUES)
    }


def _table(damage: Damage, values: dict[CellKey, str] = VALUES) -> tuple[list[Part], dict[CellKey, str]]:
    """Table 3; of each row in `damage` a cell is blank, and another one stands in the place given, or in that with its figure."""
    parts, values = printed(values), dict(values)
    part = next(p for p in parts if p.table_no == "3")
    rows: Rows = []
    for n, (key, row) in enumerate(zip(part.keys, part.rows, strict=True)):
        cells = [*row, ""]
        if n in damage:
            blank, at, text = damage[n]
            cells[blank] = ""
            values[CellKey("3", key, NAMES[blank - 1])] = ""
            if at <= len(NAMES):
                values[CellKey("3", key, NAMES[at - 1])] = ""
            cells[at] = f"{cells[at]}{text}"
        rows.append(cells)
    return [Part("3", part.header, rows, part.keys) if p is part else p for p in parts], values


def _left(rows: Rows) -> list[str]:
    """Columns in line by characters, each as wide as its widest cell and a space, as text browsers set them."""
    return _columns(rows, len, lambda cell, size: cell + " " * (size - len(cell)), 1)


def _right(rows: Rows) -> list[str]:
    return _columns(rows, display_width, lambda cell, size: " " * (size - display_width(cell)) + cell, 2)


def _middle(rows: Rows) -> list[str]:
    def centred(cell: str, size: int) -> str:
        before = (size - display_width(cell)) // 2
        return " " * before + cell + " " * (size - display_width(cell) - before)

    return _columns(rows, display_width, centred, 2)


def _columns(
    rows: Rows, width: Callable[[str], int], cell: Callable[[str, int], str], between: int
) -> list[str]:
    most = max(len(row) for row in rows)
    whole = [[*row, *[""] * (most - len(row))] for row in rows]
    sizes = [max(width(row[n]) for row in whole) for n in range(most)]
    return [
        (row[0] + " " * (sizes[0] - width(row[0]) + between))
        + (" " * between)
        .join(cell(text, size) for text, size in zip(row[1:], sizes[1:], strict=True))
        .rstrip()
        for row in whole
    ]


STYLES = [aligned, _left, _right, _middle]


@in_turn
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", ["0", "见附件"])
@pytest.mark.parametrize("blank", [1, 4])
def test_a_figure_behind_a_row_with_a_blank(
    style: Callable[[Rows], list[str]], blank: int, text: str
) -> None:
    parts, values = _table(dict.fromkeys((3, 9, 17), (blank, 8, text)))
    reading = read(report(parts, style))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) >= 22 * 7 - 3


@in_turn
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("at", "text"), [(2, " 0"), (3, " 5"), (6, " 0")])
def test_two_figures_in_a_cell(style: Callable[[Rows], list[str]], at: int, text: str) -> None:
    blank = 5 if at != 6 else 7
    parts, values = _table(dict.fromkeys((0, 4, 12, 20), (blank, at, text)), _small())
    reading = read(report(parts, style))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) >= 21 * 7


def test_rows_with_a_blank_of_their_own() -> None:
    damage = {2: (2, 8, "7"), 9: (4, 8, "7"), 17: (6, 8, "7")}
    parts, values = _table(damage)
    assert not wrong(read(report(parts, aligned)), values)


def test_rows_with_blanks_in_a_table_with_a_column_more() -> None:
    """Nobody knows which of eight columns is blank, for no row has the form's seven."""
    damage = {n: (1 + n % 7, 8, str(n)) for n in range(25)}
    parts, values = _table(damage)
    assert not wrong(read(report(parts, _left)), values)


@pytest.mark.parametrize("style", STYLES)
def test_figures_of_many_lengths_are_read(style: Callable[[Rows], list[str]]) -> None:
    reading = read(report(printed(_small()), style))
    assert not wrong(reading, _small())
    assert len(reported(reading, "3")) == 175


@pytest.mark.parametrize("by", [1, 3, 5])
@pytest.mark.parametrize("blank", [False, True])
def test_a_row_moved_as_one_is_read(by: int, blank: bool) -> None:
    """Letters of another width before figures move all of them by as much."""

    def moved(rows: Rows) -> list[str]:
        lines = aligned(rows, step=11)
        return [
            line[:60] + " " * by + line[60:] if n in {5, 11, 19} and len(rows) > 20 else line
            for n, line in enumerate(lines)
        ]

    parts, values = _table({8: (3, 8, ""), 14: (2, 8, "")} if blank else {}, _small())
    reading = read(report(parts, moved))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 175 - 2 * blank


def _cells(line: str, number: int = 1, at: int = 0) -> list[Cell]:
    found = []
    for word in line[at:].split():
        x0 = line.index(word, at)
        at = x0 + len(word)
        found.append(Cell(word, number, number, x0, at, x0))
    return found


def _rows(lines: list[str]) -> list[Candidate]:
    rows = []
    for n, line in enumerate(lines, 1):
        head = line.split()[0]
        cells = _cells(line, n, len(head))
        rows.append(Candidate(n, Run([cells], head, n, 0), head, cells))
    return rows


@pytest.mark.parametrize(
    ("line", "is_out"),
    [
        ("label     1     2     3     4     5     6     7", False),
        ("labels-as-long  1  2  3     4     5     6     7", False),
        ("label      1     2     3     4     5     6     7", False),
        ("label           2     3     4     5     6     7     8", True),
        ("label     1 0         3     4     5     6     7", True),
        ("label     1     2     3           5     6     7   8", True),
    ],
)
def test_rows_moved_and_pushed_are_in_line(line: str, is_out: bool) -> None:
    others = ["name      1     2     3     4     5     6     7"] * 5
    blank = "name      1     2           4     5           7"
    rows = _rows([*others, line, blank, blank, blank, blank, blank, blank])
    assert in_lines(rows, 7, list).out == ({id(rows[5].figures)} if is_out else set())


@pytest.mark.parametrize("step", [5, 10])
def test_rows_in_line_are_read(step: int) -> None:
    reading = read(report(printed(VALUES), lambda rows: aligned(rows, step=step)))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_full_rows_out_of_line_with_one_another_are_read() -> None:
    """A list of figures behind labels of many lengths stands in no columns."""

    def spread(rows: Rows) -> list[str]:
        return [("  " if n % 3 else "   ").join(filter(None, row)) for n, row in enumerate(rows)]

    reading = read(report(printed(VALUES), spread))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_a_page_with_other_columns_is_read() -> None:
    def pages(rows: Rows) -> list[str]:
        if len(rows) < 20:
            return aligned(rows)
        return [*aligned(rows[:20]), "", "- 3 -", "", *aligned(rows[20:], step=14, label=95)]

    reading = read(report(printed(VALUES), pages))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def _merged(parts: list[Part]) -> list[Part]:
    """Rows whose label follows that of their group in a column of its own, so that their figures stand a column further on."""
    return [
        Part("3", p.header, [_behind(row) for row in p.rows], p.keys) if p.table_no == "3" else p
        for p in parts
    ]


def _behind(row: list[str]) -> list[str]:
    return ["（三）不予公开", *row] if row[0].startswith("1.") else row


def _spaced(rows: Rows) -> list[str]:
    return aligned(rows, step=44, label=100) if len(rows) > 20 else aligned(rows)


def test_rows_moved_by_merged_labels_are_read() -> None:
    parts, values = _table({8: (3, 8, ""), 14: (2, 8, "")})
    reading = read(report(_merged(parts), _spaced))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) >= 173 - 7


def test_columns_stand_by_the_edge_that_is_in_line() -> None:
    right = [_cells(line) for line in ("    5   131", "12345     7", "  700    25", "    1     0")]
    assert columns_of(edges(right), 3) == [10, 22]
    left = [_cells(line) for line in ("5     131", "12345 7", "700   25", "1     0")]
    assert columns_of(edges(left), 3) == [0, 12]
