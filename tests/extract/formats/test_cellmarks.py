"""Tables in marks of their cells that nothing opens or closes."""

from __future__ import annotations

import pytest

from assets.extract.formats.cellmarks import with_ends_of_tables
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()


def _row(row: list[str]) -> str:
    return "".join(f"<fcel>{text}" if text else "<ecel>" for text in row) + "<nl>"


def a_line(rows: Rows) -> list[str]:
    return ["".join(map(_row, rows))]


def a_row_a_line(rows: Rows) -> list[str]:
    return [*map(_row, rows)]


def with_blank_lines(rows: Rows) -> list[str]:
    return "\n\n".join(map(_row, rows)).split("\n")


@pytest.mark.parametrize("write", [a_line, a_row_a_line, with_blank_lines])
def test_tables_that_nothing_opens(write) -> None:  # type: ignore[no-untyped-def]
    reading = read(report(printed(VALUES), write))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_table_that_is_opened_beside_one_that_is_not() -> None:
    lines = ["<fcel>规章<fcel>0<nl>", "文字", "<otsl><fcel>规章<nl>", "<fcel>0<nl></otsl>", "一<nl", "文字"]
    assert with_ends_of_tables(lines) == ["<otsl><fcel>规章<fcel>0<nl></otsl>", *lines[1:]]


def test_figures_keep_their_lines() -> None:
    reading = read(report(printed(VALUES), a_row_a_line))
    starts = {cell["line_start"] for cell in reading.cells if cell["table_no"] == "3"}
    assert len(starts) > 20
