"""The number of a printed row is no figure of the table, whatever blank it fills up."""

from __future__ import annotations

import pytest

from tests.extract.odd import FIGURES, FOURTH, PARTS, VALUES
from tests.extract.printed import Part, read, report, reported, wrong


def _numbered(lost: int | None, first: int) -> str:
    """Table 4 as a program prints it that numbers its rows and sets the columns flush right."""
    heads = [FOURTH.header[0], FOURTH.header[1], FOURTH.header[2], FIGURES]
    filled = [
        [
            cell or next(c for c in row[at::-1] if c) if any(row[: at + 1]) else "行政复议"
            for at, cell in enumerate(row)
        ]
        for row in heads[:3]
    ]
    figures = ["" if at == lost else cell for at, cell in enumerate(FIGURES)]
    lines = [
        f"{first + n} " + " ".join(f"{cell:>10}" for cell in row) for n, row in enumerate([*filled, figures])
    ]
    parts = [part for part in PARTS if part.table_no != "4"]
    text = report([*parts, Part("4", [["此处"]], [])], lambda rows: ["\t".join(row) for row in rows])
    return text.replace("此处", "\n".join(lines))


@pytest.mark.parametrize("lost", [0, 5, 7, 14])
@pytest.mark.parametrize("first", [0, 1])
def test_a_blank_that_the_number_fills_up(lost: int, first: int) -> None:
    assert not wrong(read(_numbered(lost, first)), VALUES)


@pytest.mark.parametrize("first", [0, 1])
def test_a_whole_row_behind_its_number(first: int) -> None:
    reading = read(_numbered(None, first))
    assert not wrong(reading, VALUES) and reported(reading, "3")
