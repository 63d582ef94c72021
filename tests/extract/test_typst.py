"""Tables of Typst whose cells fill the columns that the table says it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    Part,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    report,
    wrong,
)
from tests.extract.whole import read_whole, read_with_a_blank
from tests.turns import in_turn

_WRAP = 4


def _cells(rows: Rows) -> tuple[int, list[list[str]]]:
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    return width, [
        [f"[#strong[{c}];]" if n == 1 and c and not c.isdigit() else f"[{c}]" for n, c in enumerate(row)]
        for row in full
    ]


def _wrapped(rows: Rows) -> list[str]:
    """A row goes on below after some cells, the next one on a line of its own."""
    width, cells = _cells(rows)
    lines = ["    " + ", ".join(row[n : n + _WRAP]) + "," for row in cells for n in range(0, len(row), _WRAP)]
    head = f"    columns: ({', '.join(['25%'] * width)}),"
    return ["#figure(", "  align(center)[#table(", head, *lines, "  )]", "  , kind: table", "  )"]


def _headed(rows: Rows) -> list[str]:
    """The first two rows in one call, merged cells by their width, rules between rows."""
    width, cells = _cells(rows)
    first = ", ".join([f"table.cell(colspan: {width})[{rows[0][0]}]"] if not any(rows[0][1:]) else cells[0])
    lines = [f"  table.header({first}, {', '.join(cells[1])},),", "  table.hline(),"]
    lines += [f"  {', '.join(row)}," for row in cells[2:]]
    return [f"#table(columns: {width}, align: (left, right),", *lines, ")"]


def _all_on_one_line(rows: Rows) -> list[str]:
    width, cells = _cells(rows)
    return [f"#table(columns: (auto,) * {width},", "  " + ", ".join(c for row in cells for c in row), ")"]


def _a_cell_a_line(rows: Rows) -> list[str]:
    width, cells = _cells(rows)
    return [f"#table(columns: {width},", *(f"  {cell}," for row in cells for cell in row), ")"]


def _broken_within(rows: Rows) -> list[str]:
    """Every cell in bold letters with a space that does not break behind them, words of headers on two lines."""
    width, _ = _cells(rows)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = []
    for row in full:
        said = [f"{c[:2]} \\\n    {c[2:]}" if 4 <= len(c) <= 6 and not c.isdigit() else c for c in row]
        lines += ("    " + ", ".join(f"[#strong[{c}]~]" if c else "[]" for c in said) + ",").split("\n")
    return ["#figure(", "  align(center)[#table(", f"    columns: {width},", *lines, "  )]", "  )"]


_WAYS = [_broken_within, _a_cell_a_line, _wrapped, _headed, _all_on_one_line]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", _WAYS)
def test_cells_fill_the_columns(way: Callable[[Rows], list[str]], form: str) -> None:
    values = figures(form)
    read_whole(report(printed(values, form), way), values)


def test_a_blank_cell_and_lines_of_the_file() -> None:
    lines: list[str] = []

    def write(parts: list[Part]) -> str:
        lines[:] = report(parts, _wrapped).split("\n")
        return "\n".join(lines)

    reading = read_with_a_blank(write)
    key = CellKey("3", "granted", "total")
    line = next(n for n, line in enumerate(lines, 1) if f"[{figures()[key]}]" in line)
    assert cells_of(reading)[key]["line_end"] == line


@pytest.mark.parametrize("lost", ["  )]", "25%, "])
def test_damage_makes_no_wrong_figure(lost: str) -> None:
    values = figures()
    assert not wrong(read(report(printed(values), _wrapped).replace(lost, "", 1)), values)


def test_a_cell_left_out_moves_none() -> None:
    values = figures()
    key = CellKey("3", "granted", "research")
    text = (
        report(printed(values), _wrapped)
        .replace(f"[{values[key]}], ", "", 1)
        .replace(f"[{values[key]}],", "", 1)
    )
    assert not wrong(read(text), values)
