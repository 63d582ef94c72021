"""Pages a line each, their pieces of print joined by one space: gaps come to be three spaces, ends of lines two."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.pageitems import with_items_on_lines
from tests.extract.printed import (
    Rows,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    wrong,
)

GAP, END = "   ", "  "
KEY = "denied_third_party"
LABEL = "保 护 第 三 方 合 法 权 益"


def with_gaps(rows: Rows) -> list[str]:
    return [GAP.join(cell for cell in row if cell) for row in rows]


def apart(text: str) -> str:
    """A line of print, each letter a piece, digits with digits."""
    return GAP.join(
        "".join(
            f" {letter}" if at and not (letter.isdigit() and part[at - 1].isdigit()) else letter
            for at, letter in enumerate(part)
        )
        for part in text.split(GAP)
    )


def pages(form: str = "2021", spaced: bool = True, first: dict[str, str] | None = None) -> tuple[str, dict]:  # type: ignore[type-arg]
    values = figures(form)
    for key in values:
        values[key] = (first or {}).get(key.col_key, values[key])  # type: ignore[index]
    lines = [line for line in report(printed(values, form), with_gaps).split("\n") if line]
    lines = [apart(line) if spaced else line for line in lines]
    half = len(lines) // 2
    return "\n".join((END.join(lines[:half]), END.join(lines[half:]))) + "\n", values


@pytest.mark.parametrize("spaced", [True, False])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_pages_a_line_each_are_read(form: str, spaced: bool) -> None:
    text, values = pages(form, spaced)
    reading = read(text)
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_signs_and_points_are_pieces_of_their_figure() -> None:
    text, values = pages("2019", first={"change": "-58", "purchase_amount": "230.16"})
    assert "- 58" in text
    assert "230 . 16" in text
    reading = read(text)
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_sign_may_be_a_dash_where_figures_stand_apart_by_one_space() -> None:
    text, values = pages("2019", first={"change": "-58"})
    row = row_of(printed(values, "2019"), "granted")
    together = text.replace(GAP.join(row[-2:]), " ".join(row[-2:]))
    assert together != text
    reading = read(together)
    changes = [cell for key, cell in cells_of(reading).items() if key.col_key == "change"]
    assert changes
    assert "reported" not in {cell["status"] for cell in changes}


def test_a_figure_in_two_pieces_is_in_doubt() -> None:
    text, values = pages()
    cell = row_of(printed(values), KEY)[4]
    at = text.index(cell, text.index(LABEL))
    text = text[:at] + f"{cell[0]} {cell[1:]}" + text[at + len(cell) :]
    reading = read(text)
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", KEY, "social_org")


def test_a_blank_cell_leaves_its_row_in_doubt() -> None:
    text, values = pages()
    cell = row_of(printed(values), KEY)[4]
    at = text.index(cell, text.index(LABEL))
    reading = read(text[:at] + text[at + len(cell) + len(GAP) :])
    assert not wrong(reading, values)
    assert "reported" not in status_of(reading, "3", KEY)


def test_lines_where_words_stand_behind_figures_are_left() -> None:
    """Two spaces between cells, three between rows: the ends of lines are not where they seem to be."""
    text, _ = pages(spaced=False)
    turned = text.replace(GAP, "\0").replace(END, GAP).replace("\0", END)
    assert with_items_on_lines(turned.split("\n"))[1] is None


def test_lines_with_a_row_each_are_left() -> None:
    for render in (with_gaps, running):
        lines = report(printed(figures()), render).split("\n")
        assert with_items_on_lines(lines) == (lines, None)
