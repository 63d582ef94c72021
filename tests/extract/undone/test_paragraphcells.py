"""Cells between tabs that keep the paragraphs of their page (assets/extract/undone/spaces/paragraphcells.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest

from assets.extract.undone.spaces.paragraphcells import with_cells_by_lines
from schemas.form import forms
from tests.extract.printed import Rows, cells_of, figures, printed, read, report, reported, tsv, wrong
from tests.turns import in_turn

SEEDS = range(6)
TABLE = forms()["2021"].table("3")
WIDTH = len(TABLE.columns) + 1


def _bare(rng: Random, rows: Rows) -> list[str]:
    """Rows begin without a tab; some cells hold a paragraph, with a break above it or below it."""
    out = ""
    for row in rows:
        cells = list(row)
        for n, cell in enumerate(cells):
            if cell.isdecimal() and rng.random() < 0.4:
                cells[n] = rng.choice(("\n{}", "{}\n", "\n{}\n")).format(cell)
        out += "\t".join(cells) + rng.choice(("\n", "\n\n"))
    return out.split("\n")


def _tabbed(rng: Random, rows: Rows) -> list[str]:
    """A tab before every cell, and breaks before some."""
    return "".join(
        "\n"
        + "".join(rng.choice(("\n\t", "\t", "\t")) + cell if n else "\t" + cell for n, cell in enumerate(row))
        for row in rows
    ).split("\n")


def _parted(rng: Random, rows: Rows) -> list[str]:
    """Two tabs, a break, or both between cells."""
    return [
        line
        for row in rows
        for line in "".join(
            rng.choice(("\t\t", "\n", "\n\t\t")) + cell if n else cell for n, cell in enumerate(row)
        ).split("\n")
    ]


HABITS: dict[str, Callable[[Random, Rows], list[str]]] = {"bare": _bare, "tabbed": _tabbed, "parted": _parted}


@in_turn
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("habit", HABITS)
def test_the_figures_of_a_row_are_put_together(habit: str, form: str, seed: int) -> None:
    values = figures(form)
    rng = Random(seed)  # noqa: S311 - a fixed draw
    reading = read(report(printed(values, form), lambda rows: HABITS[habit](rng, rows)))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key in values if key.table_no == "3"}


@in_turn
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("habit", HABITS)
def test_blank_cells_are_in_nobody_elses_way(habit: str, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a fixed draw
    values = {key: "" if rng.random() < 0.2 else figure for key, figure in figures().items()}
    reading = read(report(printed(values), lambda rows: HABITS[habit](rng, rows)))
    assert not wrong(reading, values)
    assert not [key for key, cell in cells_of(reading).items() if cell["status"] == "blank" and values[key]]


def test_blank_cells_between_tabs_are_counted() -> None:
    rng = Random(5)  # noqa: S311 - a fixed draw
    values = {key: figure if rng.random() < 0.5 else "" for key, figure in figures().items()}

    def render(rows: Rows) -> list[str]:
        return "\n".join("\t" + row[0] + "\t" + row[1] + "\n\t" + "\t".join(row[2:]) for row in rows).split(
            "\n"
        )

    reading = read(report(printed(values), lambda rows: render(rows) if len(rows[0]) > 4 else tsv(rows)))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) >= 0.9 * sum(
        bool(v) for key, v in values.items() if key.table_no == "3"
    )


@pytest.mark.parametrize("habit", HABITS)
def test_cells_know_their_lines(habit: str) -> None:
    values = figures()
    rng = Random(1)  # noqa: S311 - a fixed draw
    text = report(printed(values), lambda rows: HABITS[habit](rng, rows))
    lines = text.split("\n")
    cells = [cell for cell in cells_of(read(text)).values() if cell["status"] == "reported"]
    assert cells
    assert all(cell["raw"] in lines[cell["line_start"] - 1] for cell in cells)


def test_a_page_number_between_rows_is_no_cell() -> None:
    values = figures()
    rng = Random(3)  # noqa: S311 - a fixed draw

    def with_pages(rows: Rows) -> list[str]:
        lines = [_bare(rng, [row]) for row in rows]
        return [line for n, row in enumerate(lines) for line in ([*row, "- 7 -", ""] if n % 9 == 8 else row)]

    reading = read(report(printed(values), with_pages))
    assert not wrong(reading, values)


@pytest.mark.parametrize("seed", SEEDS)
def test_digits_of_a_figure_on_two_lines_are_no_two_cells(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a fixed draw
    values = {key: "" if rng.random() < 0.1 else figure for key, figure in figures().items()}

    def broken(figure: str) -> str:
        return f"{figure[0]}\n{figure[1:]}" if figure.isdecimal() and rng.random() < 0.2 else figure

    reading = read(
        report(printed(values), lambda rows: tsv([[broken(cell) for cell in row] for row in rows]))
    )
    assert not wrong(reading, values)


@pytest.mark.parametrize("render", [tsv])
def test_rows_on_one_line_each_stay_as_they_are(render: Callable[[Rows], list[str]]) -> None:
    lines = report(printed(figures()), render).split("\n")
    assert with_cells_by_lines(lines) == (lines, None)


@pytest.mark.parametrize("habit", ["bare", "tabbed"])
def test_a_number_that_counts_pages_fills_no_blank_cell(habit: str) -> None:
    for seed in range(8):
        rng = Random(seed)  # noqa: S311 - a fixed draw
        values = {key: "" if key.col_key == "total" else figure for key, figure in figures().items()}
        pages = iter(range(1, 20))

        def with_pages(rows: Rows, rng: Random = rng, pages: Iterator[int] = pages) -> list[str]:
            lines = [HABITS[habit](rng, [row]) for row in rows]
            return [
                line
                for n, row in enumerate(lines)
                for line in ([*row, str(next(pages))] if n % 9 == 8 else row)
            ]

        reading = read(report(printed(values), with_pages))
        assert not wrong(reading, values)


def test_blank_cells_beside_a_paragraph_are_cells() -> None:
    """Only the first figure of a row ends a paragraph, and all organisations are blank: no line has two figures."""
    organisations = {c.key for c in TABLE.columns if c.group}
    values = {key: "" if key.col_key in organisations else figure for key, figure in figures().items()}

    def render(rows: Rows) -> list[str]:
        return "\n\n".join("\n\t".join(["\t".join(row[:2]), "\t".join(row[2:])]) for row in rows).split("\n")

    reading = read(report(printed(values), lambda rows: render(rows) if len(rows[0]) == WIDTH else tsv(rows)))
    assert not wrong(reading, values)
    assert reported(reading, "3") == {key for key, v in values.items() if v and key.table_no == "3"}


def test_page_numbers_between_rows_that_open_with_a_tab_make_no_cells_of_lines() -> None:
    """Each cell follows a tab there; a number on a line without one is a page's."""
    values = figures("2021")

    def with_pages(rows: Rows) -> list[str]:
        lines: list[str] = []
        for n, row in enumerate(rows):
            # a blank cell stands where a merged label of a group reaches down
            lead = "\t\t" if row[0][1:2] == "." else "\t"
            pages = [[str(n % 9 + 1)], ["", str(n % 8 + 1), ""]][n % 2] if n % 3 == 1 or len(row) < 5 else []
            lines += [lead + "\t".join(row), *pages]
        return lines

    text = report(printed(values, "2021"), with_pages)
    reading = read(text)
    assert not wrong(reading, values)
    # the row above each number is in doubt at most
    assert len(reported(reading, "3")) >= 7 * 15
