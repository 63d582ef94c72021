"""Rules between rows of pipes, long runs of dashes, and bars behind a backslash."""

import time
from dataclasses import replace

import pytest

from assets.extract.readers.bars.pipes import _is_rule, read
from schemas.form import CellKey
from tests.extract import printed as p


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("|---|---|", True),
        ("| :-: | --- |", True),
        ("+===+===+", True),
        ("| - | - |", False),
        ("|---|1|", False),
        ("", False),
    ],
)
def test_what_is_a_rule(line: str, is_one: bool) -> None:
    assert _is_rule(line) is is_one


def test_dashes_that_end_in_something_else_cost_no_more_than_their_length() -> None:
    def seconds(length: int) -> float:
        lines = [f"|{'-' * length}x|"] * 3
        before = time.process_time()
        for _ in range(20):
            read(lines, 1, 0)
        return time.process_time() - before

    seconds(100)
    assert seconds(8_000) < 60 * seconds(800) + 0.05  # squared it would be 100 times, cubed a thousand


def test_a_bar_alone_below_a_row_in_two_lines_is_no_row() -> None:
    """A row without any cell, below one that is closed on its second line, once stopped the reader."""
    lines = ["| 其他处理 | 1.申请人", "逾期不补正 | 9 | 0 | 0 |", "|  ", "|  |  | 3.其他 | 0 | 0 | 0 |"]
    rows = read(lines, 1, 0)
    assert rows
    assert all(row.cells for row in rows)


# --- a backslash before a bar


def _backslashes(rows: list[list[str]]) -> list[str]:
    return ["|" + "|".join("\\" if cell == "-" else cell for cell in row) + "|" for row in rows]


@pytest.mark.parametrize("padded", [True, False])
def test_a_backslash_as_a_dash_before_a_bar(padded: bool) -> None:
    """It opens no new cell and takes none away: the figure behind it is not called blank."""
    values = p.figures()
    dash = [CellKey("2", "normative_docs", "repealed"), CellKey("2", "permits", "decisions")]
    parts = p.printed({**values, **dict.fromkeys(dash, "-")})
    if padded:
        width = 4
        parts = [
            replace(q, header=_filled(q.header, width), rows=_filled(q.rows, width))
            if q.table_no == "2"
            else q
            for q in parts
        ]
    reading = p.read(p.report(parts, _backslashes))
    assert p.reported(reading) == set(values) - set(dash)
    assert not p.wrong(reading, values)


def _filled(rows: list[list[str]], width: int) -> list[list[str]]:
    return [row + [""] * (width - len(row)) for row in rows]


def test_a_bar_within_a_label_opens_no_cell() -> None:
    values = p.figures()
    text = p.report(p.printed(values), p.GRIDS["compact"]).replace("|规章|", "|规章\\|规定|")
    reading = p.read(text)
    assert not p.wrong(reading, values)
    assert p.reported(reading) >= {key for key in values if key.row_key != "regulations"}
