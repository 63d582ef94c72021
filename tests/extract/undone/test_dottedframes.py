"""Tables framed with dots and colons, without lines between their rows."""

from __future__ import annotations

import pytest

from assets.extract.undone.frames.dottedframes import with_bars_for_colons
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn


def _width(text: str) -> int:
    return sum(2 if c > "\u2000" else 1 for c in text)


def _pieces(text: str, room: int) -> list[str]:
    lines = [""]
    for char in text:
        if _width(lines[-1] + char) > room:
            lines.append("")
        lines[-1] += char
    return lines


def dotted(rows: Rows, room: int) -> list[str]:
    columns = max(map(len, rows))
    cells = [[_pieces(cell, room) for cell in [*row, *[""] * (columns - len(row))]] for row in rows]
    rooms = [max(_width(piece) for row in cells for piece in row[at]) for at in range(columns)]
    lines = []
    for row in cells:
        for k in range(max(map(len, row))):
            texts = [pieces[k] if k < len(pieces) else "" for pieces in row]
            filled = [text + " " * (w - _width(text)) for text, w in zip(texts, rooms, strict=True)]
            lines.append(": " + " : ".join(filled) + " :")
    border = "." * _width(lines[0])
    return [border, *lines, border]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("room", [8, 14, 30])
def test_rows_within_dots(form: str, room: int) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), lambda rows: dotted(rows, room)))
    assert not wrong(reading, values)
    assert len(reported(reading)) > len(values) * 0.8


@pytest.mark.parametrize("room", [8, 14])
def test_rows_with_blank_cells(room: int) -> None:
    values = {k: "" if k.col_key in ("commercial", "research") else v for k, v in figures().items()}
    reading = read(report(printed(values), lambda rows: dotted(rows, room)))
    assert not wrong(reading, values)
    assert not [
        c for c in reading.cells if c["status"] == "blank" and c["col_key"] not in ("commercial", "research")
    ]
    assert len(reported(reading, "3")) > 25 * 4


def test_colons_of_words_are_no_walls() -> None:
    lines = [
        "..............",
        ": 甲:乙 : 12 :",
        ": 丙    : 3  :",
        "..............",
    ]
    assert with_bars_for_colons(lines) == [
        "+-------+----+",
        "| 甲:乙 | 12 |",
        "| 丙    | 3  |",
        "+-------+----+",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["..............", "甲: 乙 : 12 :", ".............."],
        ["..............", ": 甲 : 12 :", ": 丙丁 : 3  :", ".............."],
        ["..............", ": 甲 : 12 :", "后语"],
        ["一、总体情况..............1", ": 甲 : 12 :", ".............."],
    ],
)
def test_what_is_no_such_table(lines: list[str]) -> None:
    assert with_bars_for_colons(lines) == lines
