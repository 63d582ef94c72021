"""Numbers of rows in a text of one cell a line, amid the rows and below the table."""

from __future__ import annotations

import pytest

from tests.extract.printed import HEADINGS, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}


def scattered(*, below: tuple[int, ...] = (8, 9, 14, 22), name: str = "序\n号", wrong_one: int = 0) -> str:
    """A report with the number of each row of table 3 behind the figures of the row above, those of some rows below the table."""
    lines = [line for line in report(printed(VALUES), one_a_line).split("\n") if line]
    first = next(n for n, line in enumerate(lines) if line.startswith("一、本年新收"))
    last = lines.index(HEADINGS["4"])
    rows = [lines[at : at + 8] for at in range(first, last, 8)]
    out = [
        *lines[:first],
        *rows[0],
        *rows[1],
        *name.split("\n"),
        "（本列数据的勾稽关系）",
        "1",
        "2",
        "总计",
        "3",
    ]
    for number, row in enumerate(rows[2:], 4):
        out += row
        if number not in below and number <= len(rows):
            out.append(str(number + (number == wrong_one)))
    return "\n".join([*out, "（三）不予公开", *map(str, below), *lines[last:]])


@pytest.mark.parametrize("name", ["序\n号", "序号", "行次"])
def test_they_are_no_figures(name: str) -> None:
    reading = read(scattered(name=name))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


@pytest.mark.parametrize(
    "text",
    [
        scattered(name="代号"),
        scattered(wrong_one=12),
        scattered(below=(8, 9)).replace("（三）不予公开\n8\n", "（三）不予公开\n"),
    ],
)
def test_what_does_not_count_all_rows_is_left_as_it_is(text: str) -> None:
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) < len(THIRD)


def test_a_row_that_lacks_a_figure() -> None:
    """With the number of the next row it would count as whole."""
    lines = scattered().split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("2.其他法律"))
    lost = VALUES[next(k for k in THIRD if k.row_key == "denied_other_law" and k.col_key == "research")]
    assert lines[at + 3] == lost
    reading = read("\n".join([*lines[: at + 3], *lines[at + 4 :]]))
    assert not wrong(
        reading, {key: text for key, text in VALUES.items() if key.row_key != "denied_other_law"}
    )
