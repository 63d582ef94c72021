"""Tables copied out of a browser whose cells hold paragraphs: what Chromium's innerText makes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.readers.separated.copied import read as rows_of
from assets.extract.readers.separated.copied import starts
from tests.extract.printed import (
    HEADINGS,
    PLAIN,
    TITLE,
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
    tab_cells,
    wrong,
)
from tests.pipelines.ui import CHROMIUM, INSTALL
from tests.turns import in_turn

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])
# Breaks that a <div> and a <p> ask for before and behind them.
BREAKS = pytest.mark.parametrize("breaks", [1, 2])


def copied(breaks: int) -> Callable[[Rows], list[str]]:
    """The text of such a table; a cell that the header's labels cover is none, a blank one holds an empty paragraph."""
    around = "\n" * breaks

    def render(rows: Rows) -> list[str]:
        is_head = [not any(cell.isdecimal() for cell in row) for row in rows]
        kept = [[c for c in row if c] if head else row for row, head in zip(rows, is_head, strict=True)]
        text = "\n".join(around + f"{around}\t{around}".join(row) + around for row in kept)
        return text.strip("\n").split("\n")

    return render


@FORMS
@BREAKS
def test_every_cell_is_read(breaks: int, form: str) -> None:
    values = figures(form)
    text = report(printed(values, form), copied(breaks)).replace("\n\n" + HEADINGS["3"], "\n" + HEADINGS["3"])
    reading = read(text)
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    lines = text.split("\n")
    assert all(values[k] == lines[c["line_start"] - 1] for k, c in cells_of(reading).items())


@BREAKS
@pytest.mark.parametrize("blank", [1, 3, 7])
def test_a_blank_cell_keeps_its_place(breaks: int, blank: int) -> None:
    values = figures()
    parts = printed(values)
    row = list(row_of(parts, "granted"))
    row[blank] = ""
    reading = read(report(change(parts, "granted", row), copied(breaks)))
    assert not wrong(reading, values)
    statuses = status_of(reading, "3", "granted")
    assert [s for s in statuses if s != "reported"] in (["blank"], ["uncertain"] * 7)
    assert len(reported(reading)) >= len(values) - 7


# Breaks before and behind each tab, where a program leaves out some that blocks ask for.
UNEVEN = pytest.mark.parametrize("breaks", [(1, 0), (0, 1), (2, 1), (2, 0)])


def unevenly(breaks: tuple[int, int]) -> Callable[[Rows], list[str]]:
    """Rows without a tab before them, a break more apart than cells."""
    before, after = ("\n" * n for n in breaks)

    def render(rows: Rows) -> list[str]:
        kept = [row if any(map(str.isdecimal, row)) else list(filter(None, row)) for row in rows]
        return (before + after + "\n").join(f"{before}\t{after}".join(row) for row in kept).split("\n")

    return render


@in_turn
@FORMS
@UNEVEN
def test_every_cell_is_read_where_breaks_are_left_out(breaks: tuple[int, int], form: str) -> None:
    values = figures(form)
    text = report(printed(values, form), unevenly(breaks))
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
    lines = text.split("\n")
    assert all(values[k] == lines[c["line_start"] - 1].strip() for k, c in cells_of(reading).items())


@in_turn
@UNEVEN
@pytest.mark.parametrize("at", [1, 3, 7])
@pytest.mark.parametrize("kept", [True, False])
def test_a_blank_or_a_lost_cell_where_breaks_are_left_out(
    breaks: tuple[int, int], at: int, kept: bool
) -> None:
    values = figures()
    parts = printed(values)
    row = list(row_of(parts, "granted"))
    row[at : at + 1] = [""] * kept
    reading = read(report(change(parts, "granted", row), unevenly(breaks)))
    assert not wrong(reading, values)
    statuses = status_of(reading, "3", "granted")
    assert [s for s in statuses if s != "reported"] in (["blank"], ["uncertain"] * 7)
    assert len(reported(reading, "3")) >= 24 * 7


def test_a_label_of_two_paragraphs() -> None:
    values = figures()
    text = report(printed(values), copied(2)).replace("一、本年新收政府信息", "一、本年新收\n\n政府信息")
    assert reported(read(text)) == set(values)


def test_the_heading_below_is_no_cell() -> None:
    lines = ["\n\n\t\n\n".join(["规章", "3", "4", "5"]), "", HEADINGS["3"], "", "申请人情况"]
    rows = rows_of("\n".join(lines).split("\n"), 1, 0)
    assert [cell.text for cell in rows[0].cells] == ["规章", "3", "4", "5"]
    reading = read("\n".join([TITLE, "", HEADINGS["2"], "", *lines]))
    assert [s["section_no"] for s in reading.sections][-1] == 3


@pytest.mark.parametrize("render", [tab_cells, PLAIN["one_a_line"]])
def test_other_texts_are_left_to_others(render: Callable[[Rows], list[str]]) -> None:
    lines = report(printed(figures()), render).split("\n")
    assert not any(starts(lines, index) for index in range(len(lines)))


def test_what_a_browser_copies() -> None:
    if CHROMIUM is None:
        pytest.skip(f"no chromium: {INSTALL}")
    sync_api = pytest.importorskip("playwright.sync_api")
    values = figures()
    parts = printed(values)
    row = list(row_of(parts, "granted"))
    row[2] = ""

    def page(rows: Rows) -> list[str]:
        cells = ["".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows]
        return ["<table>", *(f"<tr>{cell}</tr>" for cell in cells), "</table>"]

    html = "<body>" + "".join(
        line if line.startswith("<") else f"<p>{line}</p>"
        for line in report(change(parts, "granted", row), page).split("\n")
        if line
    )
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_content(html)
        text = tab.inner_text("body")
        browser.close()
    assert "\n\n\t\n\n" in text
    reading = read(text)
    assert not wrong(reading, values)
    assert len(reported(reading)) == len(values) - 1


def test_rows_on_one_line_with_a_line_of_blank_cells_below_each() -> None:
    """Cells filled up with spaces: the tab between two lines of blanks parts no cells of two rows."""

    def padded(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            size = max(at for at, cell in enumerate(row, 1) if cell)
            lines += ["\t".join(cell.ljust(24) for cell in row[:size]), "\t".join([" " * 24] * size)]
        return lines

    values = figures()
    reading = read(report(printed(values), padded))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
