"""Pieces of print with the corners of their boxes: pages are set anew, however askew they lie."""

from __future__ import annotations

import pytest

from assets.extract.formats.boxedpieces import with_boxes_on_lines
from tests.extract.printed import (
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

KEY = "denied_third_party"
PITCH, HEIGHT, WIDTH = 44, 26, 16
FIRST, STEP = 640, 76
Piece = tuple[float, float, str]


def cells(rows: Rows) -> list[str]:
    return ["\t".join(row) for row in rows]


def pieces(text: str, slope: float = 0.0) -> list[Piece]:
    """Left edge, top and text of each piece: labels flush right before the figures, as far down as the page is askew."""
    found: list[Piece] = []
    for at, line in enumerate(line for line in text.split("\n") if line.strip()):
        label, *own = line.split("\t")
        if own and not any(
            cell.isdigit() for cell in own
        ):  # words of a header, wider than columns of figures
            own = [cell[:4] for cell in own]
        left = FIRST - 40 - WIDTH * len(label) if own else 60
        places = [(left, label), *((FIRST + STEP * n, cell) for n, cell in enumerate(own))]
        found += [(x, 40 + PITCH * at + slope * x, cell) for x, cell in places if cell]
    return found


def listed(found: list[Piece], form: str = "[[{box}], '{text}', 0.99]") -> str:
    """In the order of their heights, to ten points: those that lie higher come first."""
    lines = []
    for x, y, text in sorted(found, key=lambda piece: (piece[1] // 10, piece[0])):
        right = x + WIDTH * len(text) if not text.isdigit() else x + 14 * len(text)
        corners = ((x, y), (right, y), (right, y + HEIGHT), (x, y + HEIGHT))
        box = ", ".join(f"[{a:.1f}, {b:.1f}]" for a, b in corners)
        lines.append(form.format(box=box, text=text))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "form",
    [
        "[[{box}], '{text}', 0.99]",
        "[[{box}], ('{text}', 0.99)]",
        "([{box}], '{text}', 0.9981)",
        "[[{box}], \"{text}\", '0.98'],",
    ],
)
def test_pieces_are_set_to_lines(form: str) -> None:
    values = figures()
    reading = read(listed(pieces(report(printed(values), cells)), form))
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading)
    assert reading.reports[0]["agency"] == "青岚县林业局"


@pytest.mark.parametrize("slope", [-0.02, -0.012, 0.012, 0.02])
def test_a_page_askew_keeps_the_figures_of_a_row_in_order(slope: float) -> None:
    values = figures()
    text = listed(pieces(report(printed(values), cells), slope))
    row = row_of(printed(values), KEY)
    at = [text.index(f"'{cell}'") for cell in row[1:]]
    assert (at == sorted(at)) == (slope > 0)  # where the right end lies higher, the list begins with it
    reading = read(text)
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading)


def test_a_figure_that_stands_between_two_rows_is_given_to_neither() -> None:
    values = figures()
    found = pieces(report(printed(values), cells))
    cell = row_of(printed(values), KEY)[3]
    shifted = [(x, y + PITCH / 2 if text == cell else y, text) for x, y, text in found]
    reading = read(listed(shifted))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", KEY, "research")


def test_a_blank_cell_is_none_of_its_neighbours() -> None:
    values = figures()
    row = list(row_of(printed(values), KEY))
    row[4] = ""
    parts = change(printed(values), KEY, row)
    reading = read(listed(pieces(report(parts, cells), -0.012)))
    blank = next(key for key in values if key.row_key == KEY and key.col_key == "social_org")
    assert not wrong(reading, {key: value for key, value in values.items() if key != blank})
    assert cells_of(reading)[blank]["status"] != "reported"


def test_lists_that_are_no_boxes_are_left() -> None:
    for text in ("[[1, 2], 'a', 3]\n" * 30, "[[[1, 2], [3, 4]], 'a', 0.5]\n" * 5):
        assert with_boxes_on_lines(text) == (text, None)
