"""Rows and cells of XML under names that no format of ours has (assets/extract/formats/unknownelements.py)."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from assets.extract.formats.unknownelements import with_rows_of_unknown_names
from schemas.form import CellKey
from tests.extract.printed import Rows, cells_of, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()


def _named(row_name: str, cell_name: str, more: str = "") -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        return [
            f"<{row_name}>{''.join(f'<{cell_name}{more}>{cell}</{cell_name}>' for cell in row)}</{row_name}>"
            for row in rows
        ]

    return render


def _a_cell_a_line(rows: Rows) -> list[str]:
    lines = ["<Grid>"]
    for row in rows:
        lines += ["  <Line>", *(f"    <Value>{c}</Value>" if c else "    <Value/>" for c in row), "  </Line>"]
    return [*lines, "</Grid>"]


def _with_text_elements(rows: Rows) -> list[str]:
    cells = ("".join(f'<x:c style="a"><x:t>{cell}</x:t></x:c>' for cell in row) for row in rows)
    return ["<Table>", *(f"<x:r>{row}</x:r>" for row in cells), "</Table>"]


RENDERERS = [
    _named("row", "c"),
    _named("Zeile", "Feld"),
    _named("行", "格"),
    _a_cell_a_line,
    _with_text_elements,
]


@in_turn
@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_rows_are_read_whatever_their_names(render: Callable[[Rows], list[str]], form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), render))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_cells_know_their_lines() -> None:
    text = report(printed(VALUES), _a_cell_a_line)
    lines = text.split("\n")
    for cell in cells_of(read(text)).values():
        assert f"<Value>{cell['raw'].strip()}</Value>" in lines[cell["line_start"] - 1]


def test_a_blank_cell_keeps_its_place() -> None:
    keys = [CellKey("3", "granted", column) for column in ("research", "other_org")]
    values = {**VALUES, **dict.fromkeys(keys, "")}
    reading = read(report(printed(values), _a_cell_a_line))
    assert not wrong(reading, values)
    assert reported(reading) == set(VALUES) - set(keys)


def test_cells_that_say_where_they_stand_may_lack_those_between() -> None:
    """A sheet leaves blank cells out and counts the others: its rows are none of cells one behind the other."""
    text = '<row r="5"><c r="A5">规章</c><c r="C5">3</c></row>\n' * 5
    assert with_rows_of_unknown_names(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>规章</li><li>3</li></ul>\n" * 5,
        "<p><span>行政许可</span><span>3</span></p>\n" * 5,
        "<table>" + "<row><cell>行政许可</cell><cell>3</cell></row>\n" * 5 + "</table>",
        "<item><a1>行政许可</a1><a2>3</a2></item>\n" * 5,
        "<r><c>2021</c><c>3</c></r>\n" * 5,
    ],
)
def test_elements_that_are_no_such_rows_stay_as_they_are(text: str) -> None:
    assert with_rows_of_unknown_names(text) == text


@pytest.mark.parametrize("seed", range(8))
def test_damaged_elements_are_no_harm(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    lines = report(printed(VALUES), rng.choice(RENDERERS)).split("\n")
    for _ in range(12):
        at = rng.randrange(len(lines))
        begin = rng.randrange(len(lines[at]) + 1)
        lines[at] = (
            lines[at][:begin]
            + rng.choice(["", "<", ">", "</c>", "<c>", "/>"])
            + lines[at][begin + rng.randrange(3) :]
        )
    made = with_rows_of_unknown_names("\n".join(lines))
    assert made.count("\n") == len(lines) - 1


def test_much_that_is_never_closed_takes_no_long_time() -> None:
    text = "<r><c>行政许可</c>" * 20_000 + "</c></r>" * 3
    assert with_rows_of_unknown_names(text).count("行政许可") == 20_000
