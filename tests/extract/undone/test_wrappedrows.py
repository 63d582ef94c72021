"""Rows of tabs wrapped within their figures, and page numbers parted from their dashes."""

from __future__ import annotations

import pytest

from assets.extract.undone.lines.wrappedrows import with_page_marks_whole, with_rows_whole
from schemas.form import forms
from tests.extract.printed import figures, printed, read, report, reported, row_of, tsv, wrong

VALUES = figures()
TEXT = report(printed(VALUES), tsv)
SHORT_TEXT = report(printed(VALUES)[:-1], tsv)  # without the widest line, which is a header
ROW = "\t".join(row_of(printed(VALUES), "unable_not_held"))
LABEL = forms()["2021"].table("3").rows[13].zh


@pytest.mark.parametrize("at", [2, 3, 5])
def test_a_row_wrapped_within_its_figures(at: int) -> None:
    cells = ROW.split("\t")
    text = TEXT.replace(ROW, "\t".join(cells[: at + 1]) + "\n" + "\t".join(cells[at + 1 :]) + "\n")
    assert text != TEXT
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("rest", ["8\t9\t7", "8", "8\t9\n第二行\t1\t2"])
def test_other_figures_below_a_short_row(rest: str) -> None:
    """Too many, one that may be a page's number, and two with another row right below."""
    short = "\t".join(ROW.split("\t")[:6])
    lines = TEXT.replace(ROW, f"{short}\n{rest}\n").split("\n")
    assert with_rows_whole(lines) is lines or with_rows_whole(lines) == lines


def _among_full_lines(row: str, width: int) -> str:
    """The report, its longest row with the last figure on the next line, and a paragraph that was wrapped at so many bytes."""
    short, last = row.rsplit("\t", 1)
    full = "\n".join(["设" * (width // 3)] * 6)
    return SHORT_TEXT.replace(row, f"{short}\n{last}\n").replace("全年工作", f"{full}\n全年工作", 1)


def test_the_last_figure_of_a_row_wrapped_as_all_lines_are() -> None:
    row = max((line for line in SHORT_TEXT.split("\n") if "\t" in line), key=lambda line: len(line.encode()))
    width = len(row.encode())
    reading = read(_among_full_lines(row, width - 1))
    assert not wrong(reading, VALUES)
    assert reported(reading) == {key for key in VALUES if key.table_no != "4"}
    assert row in with_rows_whole(_among_full_lines(row, width - 1).split("\n"))
    # on its line was room
    assert row not in with_rows_whole(_among_full_lines(row, width + 3).split("\n"))


def test_a_page_below_a_row_without_its_last_cell_is_no_figure_of_it() -> None:
    short, _ = ROW.rsplit("\t", 1)
    reading = read(TEXT.replace(ROW, f"{short}\n7\n"))
    assert not wrong(reading, VALUES)


def test_a_number_between_dashes() -> None:
    """It stands amid a label of two lines; dashes that count nothing are cells that say none."""
    first, rest = ROW.replace(LABEL, LABEL[:6], 1), LABEL[6:]
    other = "\t".join(row_of(printed(VALUES), "rejected_repeat"))
    text = TEXT.replace(other, f"—\t1\t—\n{other}").replace(ROW, f"{first}\n{rest}\n—\t2\t—")
    assert with_page_marks_whole(["—\t2\t—", "—\t3\t—", "a"]) == ["—2—", "—3—", "a"]
    for lines in (["—\t2\t—", "—\t2\t—"], ["—\t2\t—"], ["—\t0\t—", "—\t1\t—"], ["1\t2\t—", "—\t3\t—"]):
        assert with_page_marks_whole(lines) is lines
    assert not wrong(read(text), VALUES)
