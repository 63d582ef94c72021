"""Empty lines for blank cells in a text of one cell a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    HEADINGS,
    Rows,
    figures,
    one_a_line,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
ROWS = [key.row_key for key in VALUES if key.table_no == "3" and key.col_key == "total"]


def text_of(
    blanks: dict[str, int], behind: int = 2, between: int = 0, shown: bool = True
) -> tuple[str, dict]:  # type: ignore[type-arg]
    """A report with the figure of one column blank in some rows of table 3, and its values.

    `behind` are the empty lines at the end of rows, `between` those between their figures.
    """
    values = dict(VALUES)
    parts = []
    for part in printed(VALUES):
        rows = [list(row) for row in part.rows]
        for key, at in blanks.items() if part.table_no == "3" else ():
            column = [k for k in VALUES if k.table_no == "3" and k.row_key == key][at]
            values[column] = ""
            rows[part.keys.index(key)][at + 1] = ""
        parts.append(replace(part, rows=rows))

    def render(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            if len(row) != 8 or (not row[-2:][0].isdigit() and not row[-1].isdigit()):
                lines += one_a_line([row])
                continue
            cells = [cell for cell in row if shown or cell]
            lines += [line for cell in cells for line in [cell, *[""] * between]] + [""] * behind
        return lines

    return report(parts, render), values


@pytest.mark.parametrize("at", [0, 2, 5])
def test_a_blank_cell_within_a_row(at: int) -> None:
    text, values = text_of({"denied_other_law": at, "rejected_repeat": at})
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, text in values.items() if text}
    assert status_of(reading, "3", "denied_other_law")[at] == "blank"


def test_a_blank_cell_at_the_end_of_a_row() -> None:
    text, values = text_of({"denied_other_law": 6, "denied_process_info": 3, "rejected_repeat": 2})
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, text in values.items() if text}
    assert status_of(reading, "3", "denied_other_law")[6] == "blank"


@pytest.mark.parametrize("at", [0, 3, 6])
def test_a_cell_that_vanished(at: int) -> None:
    text, values = text_of({"denied_other_law": at}, shown=False)
    reading = read(text)
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", "denied_other_law")) == {"uncertain"}


@pytest.mark.parametrize("at", [2, 5])
def test_empty_lines_between_all_cells_are_none(at: int) -> None:
    text, values = text_of({"denied_other_law": at}, between=1)
    reading = read(text)
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", "denied_other_law")) == {"uncertain"}


def test_an_empty_line_that_is_one_too_many() -> None:
    """Of two empty lines in a row that lacks one figure either may be the cell."""
    text, values = text_of({"denied_other_law": 2})
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("2.其他法律"))
    assert HEADINGS["3"] in lines
    reading = read("\n".join([*lines[: at + 2], "", *lines[at + 2 :]]))
    assert not wrong(reading, values)
    assert set(status_of(reading, "3", "denied_other_law")) == {"uncertain"}


@pytest.mark.parametrize("columns", [(3,), (1, 2, 3, 4, 5), (3, 4)])
def test_columns_that_are_blank_in_all_rows(columns: tuple[int, ...]) -> None:
    """No row is full then; empty lines and figures of each are as many as the columns."""
    blanks = [dict.fromkeys(ROWS, at) for at in columns]
    text, values = text_of(blanks[0], behind=0)
    lines = text.split("\n")
    for more in blanks[1:]:
        for row, at in more.items():
            key = [k for k in VALUES if k.table_no == "3" and k.row_key == row][at]
            lines[lines.index(VALUES[key])], values[key] = "", ""
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    told = {key for key in VALUES if key.table_no == "3" and values[key]}
    assert reported(reading, "3") == told
    column = status_of(reading, "3", "granted")
    assert [at for at, status in enumerate(column) if status == "blank"] == list(columns)


def test_columns_whose_blank_cells_vanished() -> None:
    for between in (0, 1):
        text, values = text_of(dict.fromkeys(ROWS, 3), behind=0, between=between, shown=False)
        reading = read(text)
        assert not wrong(reading, values)
        assert not reported(reading, "3")
