"""Cells of drawn grids with a block of their own, or with a figure longer than the column."""

from __future__ import annotations

import pytest

from assets.extract.model import Cell
from assets.extract.readers.drawn.gridcells import as_said
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong


def narrow(rows: Rows, digits: int, contained: str = "") -> list[str]:
    """A grid each of whose columns holds so many characters; every third cell in a block of reStructuredText."""
    width = max(map(len, rows))
    border = "+" + ("-" * (digits + 2) + "+") * width
    lines = [border]
    for n, row in enumerate(rows):
        cells = [*row, *[""] * (width - len(row))]
        pieces = []
        for at, cell in enumerate(cells):
            broken = [cell[i : i + digits] for i in range(0, len(cell), digits)]
            block = [contained[i : i + digits] for i in range(0, len(contained), digits)]
            pieces.append([*block, "", *broken] if contained and cell and (n + at) % 3 == 0 else broken)
        for k in range(max(map(len, pieces))):
            texts = [p[k] if k < len(p) else "" for p in pieces]
            lines.append("".join(f"| {text:<{digits}} " for text in texts) + "|")
        lines.append(border)
    return lines


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("digits", [1, 2])
def test_a_figure_in_a_column_of_less_digits(form: str, digits: int) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), lambda rows: narrow(rows, digits)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("digits", [4, 14])
def test_cells_in_containers(form: str, digits: int) -> None:
    values = figures(form)
    text = report(printed(values, form), lambda rows: narrow(rows, digits, ".. container::"))
    assert not wrong(read(text), values)
    assert reported(read(text)) == set(values)


@pytest.mark.parametrize(
    ("text", "lines", "room", "said"),
    [
        (".. container::\n-3", 4, 17, "-3"),
        ("..\ncon\ntain\ner::\nend-\nnote\n规章", 9, 4, "规章"),
        (".. container:: in\n0", 3, 17, "0"),
        (".\n.\nc\no\nn\nt\na\ni\nn\ne\nr\n:\n:\n2", 16, 1, "2"),
        ("12\n3", 2, 2, "123"),
        # room is left, a line lies between, more than digits, no room known, the last is too long
        ("12\n3", 2, 3, "12\n3"),
        ("12\n3", 3, 2, "12\n3"),
        ("12\n-3", 2, 2, "12\n-3"),
        ("12\n3", 2, 0, "12\n3"),
        ("1\n23", 2, 1, "1\n23"),
        (".. contains:\n3", 2, 17, ".. contains:\n3"),
    ],
)
def test_what_a_cell_says(text: str, lines: int, room: int, said: str) -> None:
    assert as_said(Cell(text, 7, 7 + lines - 1), room).text == said
