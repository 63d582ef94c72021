"""Blank cells at the end of rows of one line, whose bars stand alone below them."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, Rows, change, figures, printed, read, report, reported, row_of, wrong


def below(rows: Rows) -> list[str]:
    """Rows that end with a bar, blank cells on lines of their own, and what stands behind them on a new line."""
    lines = []
    for row in rows:
        line = ""
        for cell in row:
            if cell:
                line += f"{cell} | "
                continue
            if line:
                lines.append(line.strip())
            lines.append("|")
            line = ""
        if line:
            lines.append(line.strip())
    return lines


def bare(parts: list[Part]) -> list[Part]:
    """The parts without the blank cells of merged ones."""
    return [Part(p.table_no, [[c for c in row if c] for row in p.header], p.rows, p.keys) for p in parts]


@pytest.mark.parametrize(
    ("form", "table_no", "row", "columns"),
    [
        ("2019", "2", "coercion", ["decisions"]),
        ("2019", "2", "permits", ["change", "decisions"]),
        ("2021", "2", "regulations", ["in_force"]),
        ("2021", "3", "denied_state_secret", ["other_org", "total"]),
    ],
)
def test_blank_cells_at_the_end_are_the_rows(form: str, table_no: str, row: str, columns: list[str]) -> None:
    parts = bare(printed(figures(form), form))
    cells = row_of(parts, row, table_no)
    size = len(columns)
    reading = read(report(change(parts, row, [*cells[:-size], *[""] * size]), below))
    left = {
        k: v
        for k, v in figures(form).items()
        if (k.table_no, k.row_key) != (table_no, row) or k.col_key not in columns
    }
    assert not wrong(reading, left)
    assert reported(reading) == set(left)


@pytest.mark.parametrize("bars", [1, 2])
def test_bars_below_whole_rows_fill_these_up(bars: int) -> None:
    """A row that lost a blank cell then has none in what fills it up."""
    parts = bare(printed(figures("2019"), "2019"))
    row = row_of(parts, "permits", "2")
    gone = {("2", "permits", key) for key in ("prev_items", "change", "decisions")}
    left = {k: v for k, v in figures("2019").items() if (k.table_no, k.row_key, k.col_key) not in gone}
    short = change(parts, "permits", [row[0], *row[2:]])
    filled = [
        Part(
            p.table_no,
            p.header,
            [[*r, *[""] * bars] for r in p.rows] if p.table_no == "2" else p.rows,
            p.keys,
        )
        for p in short
    ]
    assert not wrong(read(report(filled, below)), left)


@pytest.mark.parametrize("at", [1, 2, 5])
def test_a_blank_cell_within_a_row_moves_no_figure(at: int) -> None:
    parts = bare(printed(figures()))
    row = row_of(parts, "granted")
    blank = [*row[:at], "", *row[at + 1 :]]
    left = {k: v for k, v in figures().items() if v != row[at]}
    assert not wrong(read(report(change(parts, "granted", blank), below)), left)
