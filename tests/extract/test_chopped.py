"""Drawn tables whose narrow cells were filled from their end: 199 as `1` above `99`, and the label beside it broken alike."""

from __future__ import annotations

import re

import pytest

from assets.extract.readers.drawn.chopped import figure_of, is_one_row
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong
from tests.extract.structures import grid as cells_of_text
from tests.turns import in_turn


def _width(text: str) -> int:
    return sum(2 if c > "\u2000" else 1 for c in text)


def _pieces(text: str, room: int) -> list[str]:
    """The text in lines that are filled from its end."""
    lines = [""] if text else []
    for char in reversed(text):
        if lines[-1] and _width(char + lines[-1]) > room:
            lines.append("")
        lines[-1] = char + lines[-1]
    return lines[::-1]


def _from_start(text: str, room: int) -> list[str]:
    lines = [""] if text else []
    for char in text:
        if lines[-1] and _width(lines[-1] + char) > room:
            lines.append("")
        lines[-1] += char
    return lines


WAYS = {"end": _pieces, "start": _from_start}


def chopped(rows: Rows, room: int, label: int = 7, way: str = "end") -> list[str]:
    columns = max(map(len, rows))
    rooms = [label, *[room] * (columns - 1)]
    border = "+" + "".join("-" * (width + 2) + "+" for width in rooms)
    lines = [border]
    for row in rows:
        cells = [*row, *[""] * (columns - len(row))]
        pieces = [WAYS[way](cell, width) for cell, width in zip(cells, rooms, strict=True)]
        for k in range(max(map(len, pieces))):
            texts = [p[k] if k < len(p) else "" for p in pieces]
            filled = [text + " " * (w - _width(text)) for text, w in zip(texts, rooms, strict=True)]
            lines.append("".join(f"| {text} " for text in filled) + "|")
        lines.append(border)
    return lines


def without_borders(lines: list[str]) -> list[str]:
    """The lines with the border below the first row of the table and those about it only."""
    borders = [at for at, line in enumerate(lines) if line.startswith("+")]
    kept = {borders[0], borders[1], borders[-1]}
    return [line for at, line in enumerate(lines) if at in kept or at not in borders]


def drawn(rows: Rows, room: int, bare: bool) -> list[str]:
    return without_borders(chopped(rows, room, 16)) if bare else chopped(rows, room)


def _values(form: str) -> dict:  # type: ignore[type-arg]
    """Figures of one to five digits."""
    return {
        key: str(int(said) ** 2 % 10 ** (1 + n % 5)) for n, (key, said) in enumerate(figures(form).items())
    }


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("room", [2, 3, 4])
def test_figures_filled_from_their_end(form: str, room: int) -> None:
    values = _values(form)
    reading = read(report(printed(values, form), lambda rows: chopped(rows, room)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("room", [2, 3])
def test_without_borders_between_the_rows_they_are_doubted(form: str, room: int) -> None:
    values = _values(form)
    text = report(printed(values, form), lambda rows: without_borders(chopped(rows, room)))
    reading = read(text)
    assert not wrong(reading, values)
    assert not [cell for cell in reading.cells if cell["status"] == "blank"]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("way", ["end", "start"])
@pytest.mark.parametrize(("room", "label"), [(1, 16), (2, 10), (2, 90)])
@pytest.mark.parametrize("step", [1, 4])
def test_figures_of_many_lines_are_no_rows(form: str, way: str, room: int, label: int, step: int) -> None:
    """Every border stands, or some: then a row may end where none does."""
    values = _values(form)

    def render(rows: Rows) -> list[str]:
        lines = chopped(rows, room, label, way)
        borders = [at for at, line in enumerate(lines) if line.startswith("+")]
        kept = {borders[0], borders[1], borders[-1], *borders[::step]}
        return [line for at, line in enumerate(lines) if at in kept or at not in borders]

    reading = read(report(printed(values, form), render))
    assert not wrong(reading, values)
    assert not [cell for cell in reading.cells if cell["status"] == "blank"]


ROWS = """\
+---------+----+----+
| 内容    | 甲 | 乙 |
+---------+----+----+
| 1       | 1  | 0  |
| .属于国 | 99 |    |
| 家秘密  |    |    |
+---------+----+----+
| 规章    | 1  | 2  |
| 行政许可| 99 | 10 |
+---------+----+----+
| 3.危及  | 1  | 2  |
| 4.保护第| 99 | 10 |
+---------+----+----+
| 后语    | 7  | 8  |
+---------+----+----+"""


def test_two_labels_are_two_rows() -> None:
    assert [cells for cells, _, _ in cells_of_text(ROWS + "\n\n后语")][1:] == [
        ["1\n.属于国\n家秘密", "199", "0"],
        ["规章", "1", "2"],
        ["行政许可", "99", "10"],
        ["3.危及", "1", "2"],
        ["4.保护第", "99", "10"],
        ["后语", "7", "8"],
    ]


def test_figures_that_fill_their_cells_below_each_other_are_two_where_both_have_labels() -> None:
    text = """\
+------------+------+------+
| 内容       | 甲   | 乙   |
+------------+------+------+
| 规章       | 6048 | 1234 |
| 规范性文件 | 9340 | 5678 |
+------------+------+------+
| 后语       | 7    | 8    |
+------------+------+------+
| 附记       | 7    | 8    |
+------------+------+------+"""
    rows = [cells for cells, _, _ in cells_of_text(text + "\n\n后语")]
    assert rows[1:3] == [["规章", "6048", "1234"], ["规范性文件", "9340", "5678"]]


def test_a_piece_that_begins_with_a_comma_is_doubted_without_borders() -> None:
    values = {key: f"{int(said):,}" for key, said in figures(first=19101).items()}
    plain = {key: said.replace(",", "") for key, said in values.items()}
    for room in (3, 4):
        for bare in (False, True):
            reading = read(
                report(printed(values), lambda rows, room=room, bare=bare: drawn(rows, room, bare))
            )
            assert not wrong(reading, plain)
            assert not [cell for cell in reading.cells if cell["status"] == "blank"]


@pytest.mark.parametrize(
    ("pieces", "room", "said"),
    [
        (["1", "99"], 2, "199"),
        (["1", "00", "00"], 2, "10000"),
        (["1", ",234"], 4, "1,234"),
        # a digit would have found room, too long a line, no figure, a line alone
        (["1", "99"], 3, None),
        (["1", "99"], 1, None),
        (["12", ",4"], 2, None),
        (["1", "-9"], 2, None),
        (["1"], 2, None),
    ],
)
def test_pieces_of_one_figure(pieces: list[str], room: int, said: str | None) -> None:
    assert figure_of(pieces, room) == said


@pytest.mark.parametrize(
    ("drawn", "is_one"),
    [
        ("1       1 0 3/.属于国 99 _ _/家秘密  _ _ _", True),
        # a figure where the first line has none, a label with room, a figure further below, one figure line alone
        ("1       1 _ 3/.属于国 99 0 _/家秘密  _ _ _", False),
        ("属于    1 0 3/国家    99 _ _/秘密    _ _ _", False),
        ("1       1 0 3/.属于国 _ _ _/家秘密  99 _ _", False),
        ("1       1 0 3/.属于国 _ _ _", False),
    ],
)
def test_lines_that_are_one_row(drawn: str, is_one: bool) -> None:
    lines = [
        {n: "" if word == "_" else word for n, word in enumerate(re.split(r" +", line))}
        for line in drawn.split("/")
    ]
    assert is_one_row(lines, {0: 7, 1: 2, 2: 2, 3: 2}, 1) is is_one
