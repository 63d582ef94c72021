"""Tables drawn without walls at their edges."""

from __future__ import annotations

import pytest

from assets.extract.places.positions import display_width
from assets.extract.undone.frames.openframes import with_edges_drawn
from tests.extract.printed import Rows, figures, printed, read, report, reported, row_of, status_of, wrong

KEY = "denied_third_party"


def open_frame(rows: Rows, signs: str = "╶─┼╴", *, edges: bool = True, every: bool = True) -> list[str]:
    """Rows with a rule between all of them, or below the first alone, the blanks at their ends cut off."""
    left, line, cross, right = signs
    wide = max(map(len, rows))
    rows = [[*row, *[""] * (wide - len(row))] for row in rows]
    widths = [max(display_width(row[at]) for row in rows) + 2 for at in range(wide)]
    rule = cross.join(line * width for width in widths)
    rule = left + rule[1:-1] + right
    own = [
        "│".join(
            f" {cell}" + " " * (width - 1 - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    lines = [f"{text}\n{rule}" if every or not at else text for at, text in enumerate(own)]
    lines = "\n".join(lines).split("\n")
    lines = lines[:-1] if every else lines
    above, below = (
        rule[:1].replace(left, " ") + "".join(sign if letter == cross else " " for letter in rule[1:])
        for sign in "╷╵"
    )
    return [line.rstrip() for line in ([above, *lines, below] if edges else lines)]


@pytest.mark.parametrize("edges", [True, False])
@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("signs", ["╶─┼╴", "╺━┿╸"])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_open_frames_are_boxes(form: str, signs: str, every: bool, edges: bool) -> None:
    values = figures(form)
    text = report(printed(values, form), lambda rows: open_frame(rows, signs, edges=edges, every=every))
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_blank_cell_keeps_its_place() -> None:
    values = figures()
    cell = row_of(printed(values), KEY)[4]
    text = report(printed(values), open_frame).replace(f" {cell} ", " " * (len(cell) + 2))
    reading = read(text)
    blank = next(key for key in values if key.row_key == KEY and key.col_key == "social_org")
    assert not wrong(reading, {key: value for key, value in values.items() if key != blank})
    assert reported(reading) == set(values) - {blank}


def test_a_row_that_lost_a_cell_is_in_doubt() -> None:
    """Its walls are not where those of the rules are: the table is no box."""
    values = figures()
    cell = row_of(printed(values), KEY)[4]
    lines = report(printed(values), open_frame).split("\n")
    at = next(n for n, line in enumerate(lines) if f" {cell} " in line)
    lines[at] = "│".join(text for text in lines[at].split("│") if cell not in text)
    reading = read("\n".join(lines))
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", KEY)


def test_rules_without_open_ends_are_left() -> None:
    lines = ["─────┼─────", " 规章│ 3", "─────┼─────"]
    assert with_edges_drawn(lines) == lines
