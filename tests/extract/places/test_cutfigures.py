"""Loose digits beside rows: which figures they may belong to, and which they cannot."""

from __future__ import annotations

import pytest

from assets.extract.places.cutfigures import may_be_one
from schemas.form import CellKey, forms
from tests.extract.printed import (
    PLAIN,
    aligned,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    wrong,
)

VALUES = figures("2021")
PARTS = printed(VALUES, "2021")
ROWS = [row.key for row in forms()["2021"].table("3").rows]
RENDERERS = {"running": PLAIN["running"], "aligned": aligned}
ROW, NEXT = ROWS[7], ROWS[8]


def of_row(row: str) -> set[CellKey]:
    return {key for key in VALUES if key.table_no == "3" and key.row_key == row}


@pytest.mark.parametrize(
    ("first", "rest", "fit", "one"),
    [
        ("300", "1", 3, True),
        ("30", "1", 3, False),  # the column had room for the digit
        ("0", "1", 1, False),  # no figure begins with 0
        ("0.", "5", 3, True),
        ("3,", "100", 5, True),
        ("1", "113", 4, True),  # 1 113, cut at the space
        ("1", "1134", 4, False),
        ("12", "件", 3, True),
    ],
)
def test_pieces(first: str, rest: str, fit: int, one: bool) -> None:
    assert may_be_one(first, rest, fit) is one


@pytest.mark.parametrize("layout", ["running", "aligned"])
def test_a_line_without_a_label_is_no_rest_of_the_row_above(layout: str) -> None:
    row = row_of(PARTS, ROW)
    short = [row[0], "0", *row[2:]]
    lost = row_of(PARTS, NEXT)
    text = report(change(change(PARTS, ROW, short), NEXT, ["", *lost[1:]]), RENDERERS[layout])
    reading = read(text)
    values = VALUES | {CellKey("3", ROW, "natural_person"): "0"}
    assert not wrong(reading, values)
    assert of_row(ROW) <= set(reported(reading))


def test_a_line_of_last_digits_as_long_as_the_row_is_its_rest() -> None:
    """Every figure of the row is cut: the line below has as many figures as a row."""
    row = row_of(PARTS, ROW)
    lines = report(PARTS, RENDERERS["running"]).split("\n")
    at = next(i for i, line in enumerate(lines) if row[0] in line)
    lines.insert(at + 1, " ".join("5" for _ in row[1:]))
    assert not wrong(read("\n".join(lines)), {k: v for k, v in VALUES.items() if k not in of_row(ROW)})


@pytest.mark.parametrize("layout", ["running", "aligned"])
def test_the_row_below_a_cut_figure_is_known(layout: str) -> None:
    """1601 in a column that holds three digits: the 1 below it cannot be the start of 4670 in the next row."""
    render, row, below = RENDERERS[layout], row_of(PARTS, ROW), row_of(PARTS, NEXT)
    lines = report(change(PARTS, NEXT, [below[0], "4670", *below[2:]]), render).split("\n")
    at = next(i for i, line in enumerate(lines) if row[0] in line)
    lines.insert(at + 1, " " * lines[at].index(row[1]) + "1")
    reading = read("\n".join(lines))
    values = VALUES | {CellKey("3", NEXT, "natural_person"): "4670"}
    assert not wrong(reading, {k: v for k, v in values.items() if k != CellKey("3", ROW, "natural_person")})
    assert CellKey("3", NEXT, "natural_person") in reported(reading)


def test_digits_that_no_full_figure_explains_leave_all_in_doubt() -> None:
    """The last digit of each long figure on a line below: no narrow column cuts so."""
    lines = report(PARTS, aligned).split("\n")
    row = row_of(PARTS, ROW)
    at = next(i for i, line in enumerate(lines) if row[0] in line)
    x = lines[at].index(row[1])
    lines[at] = lines[at].replace(row[1], row[1][0] + "  ", 1)
    lines.insert(at + 1, " " * x + row[1][1:])
    values = {k: v for k, v in VALUES.items() if k != CellKey("3", ROW, "natural_person")}
    assert not wrong(read("\n".join(lines)), values)


@pytest.mark.parametrize("wide", [True, False])
def test_digits_of_two_widths_tell_no_places(wide: bool) -> None:
    """Below a row with full-width digits the rest of its last figure stands under another one."""
    lines = report(PARTS, RENDERERS["aligned"]).split("\n")
    at = next(i for i, line in enumerate(lines) if row_of(PARTS, ROW)[0] in line)
    last = lines[at].rstrip().split(" ")[-1]
    start = lines[at].rstrip().rindex(last)
    figure = "".join(chr(ord(c) - ord("0") + ord("０")) for c in last) if wide else last
    lines[at] = lines[at][:start] + figure
    lines.insert(at + 1, " " * (start - 9) + ("５" if wide else "5"))
    total = CellKey("3", ROW, "total")
    assert (total in reported(read("\n".join(lines)))) is not wide
