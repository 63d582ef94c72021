"""A count that is the report's year in a row of figures: amid those that stand one a line, where no page ends, and in a column."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import (
    aligned,
    change,
    codes,
    figures,
    one_a_line,
    printed,
    read,
    report,
    row_of,
    status_of,
    wrong,
)

ROW = "total_handled"
COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")


def with_year(*at: int, row: str = ROW) -> tuple[dict[CellKey, str], str]:
    """A report of 2022 with that number in so many places of a row, a cell a line."""
    values = dict(figures())
    for column in at:
        values[CellKey("3", row, COLUMNS[column])] = "2022"
    return values, report(printed(values), one_a_line)


@pytest.mark.parametrize("at", range(1, 6))
def test_a_year_amid_a_row_is_its_figure(at: int) -> None:
    values, text = with_year(at)
    assert wrong(found := read(text), values) == {}
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}


@pytest.mark.parametrize("at", [0, 6])
def test_a_year_at_the_edge_of_a_row_may_be_the_head_of_a_page(at: int) -> None:
    _, text = with_year(at)
    assert "page-number-doubt" in codes(found := read(text))
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"uncertain"}


def test_a_year_that_comes_again_alone_may_head_pages() -> None:
    _, text = with_year(3)
    again = text.replace("五、", "2022\n五、", 1)
    assert set(status_of(read(again), "3", ROW, *COLUMNS)) == {"uncertain"}
    _, text = with_year(2, 4)
    assert set(status_of(read(text), "3", ROW, *COLUMNS)) == {"uncertain"}


def test_a_year_in_the_place_of_a_lost_figure_leaves_the_row_in_doubt() -> None:
    """Six figures with the year amid, and one figure too many: neither is a whole row."""
    _, text = with_year(3)
    lines = text.split("\n")
    at = lines.index("2022")
    for changed in (lines[: at - 1] + lines[at:], [*lines[:at], "7", *lines[at:]]):
        assert set(status_of(read("\n".join(changed)), "3", ROW, *COLUMNS)) == {"uncertain"}
    apart = [*lines[:at], "", lines[at], "", *lines[at + 1 :]]
    assert set(status_of(read("\n".join(apart)), "3", ROW, *COLUMNS)) == {"uncertain"}


def in_two_rows(
    at: int, other: int, rows: tuple[str, str] = ("new_received", ROW)
) -> tuple[dict[CellKey, str], str]:
    """A report of 2022 with that number in one place of each of two rows, a cell a line."""
    values = dict(figures())
    for row, column in zip(rows, (at, other), strict=True):
        values[CellKey("3", row, COLUMNS[column])] = "2022"
    return values, report(printed(values), one_a_line)


@pytest.mark.parametrize("at", [0, 1, 5])
def test_the_same_year_in_one_column_of_two_rows_is_a_count(at: int) -> None:
    values, text = in_two_rows(at, at)
    assert wrong(found := read(text), values) == {}
    for row in ("new_received", ROW):
        assert set(status_of(found, "3", row, *COLUMNS)) == {"reported"}


@pytest.mark.parametrize(("at", "other"), [(0, 1), (6, 6), (0, 6)])
def test_the_same_year_in_two_columns_or_behind_rows_may_head_pages(at: int, other: int) -> None:
    _, text = in_two_rows(at, other)
    for row in ("new_received", ROW):
        assert set(status_of(read(text), "3", row, *COLUMNS)) == {"uncertain"}


def test_heads_of_pages_between_label_and_figures() -> None:
    """A third page has its head elsewhere, or another row lacks a figure: the rows with the heads may lack one, too."""
    _, text = in_two_rows(0, 0)
    _, own = row_of(printed(figures()), "denied_process_info")[:2]
    lines = text.split("\n")
    at = lines.index(own)
    for other in (text.replace("五、", "2022\n五、", 1), "\n".join([*lines[:at], *lines[at + 1 :]])):
        found = read(other)
        for row in ("new_received", ROW):
            assert set(status_of(found, "3", row, *COLUMNS)) == {"uncertain"}
    label = row_of(printed(figures()), ROW)[0]
    apart = text.replace(f"\n{label}\n", f"\n{label}\n\n", 1)
    assert set(status_of(read(apart), "3", ROW, *COLUMNS)) == {"uncertain"}


@pytest.mark.parametrize("label", ["", "“"])
@pytest.mark.parametrize("year", ["2022", "2023"])
def test_a_year_at_the_end_of_a_row_in_line_with_whole_ones_is_its_total(year: str, label: str) -> None:
    """A sign in the label as wide as two letters on the page moves its figures, all of them alike."""
    values = dict(figures()) | {CellKey("3", ROW, "total"): year}
    text = report(printed(values), aligned)
    if label:
        name = row_of(printed(values), ROW)[0]
        (line,) = [line for line in text.split("\n") if line.startswith(name)]
        text = text.replace(line, line.replace(" ", "", 3), 1)
    assert wrong(found := read(text), values) == {}
    assert set(status_of(found, "3", ROW, *COLUMNS)) == {"reported"}


@pytest.mark.parametrize("step", [3, 17])
def test_a_year_behind_six_figures_and_in_no_column_may_be_a_notes(step: int) -> None:
    parts = printed(figures())
    row = row_of(parts, ROW)
    text = report(change(parts, ROW, [*row[:-1], ""]), aligned)
    (line,) = [line for line in text.split("\n") if line.startswith(row[0])]
    found = read(text.replace(line, line + " " * step + "2022", 1))
    assert "reported" not in status_of(found, "3", ROW, *COLUMNS)


def test_a_year_behind_a_row_that_runs_on_may_be_a_notes() -> None:
    """Set apart by even gaps a row shows no columns: one of its figures may have vanished."""
    parts = printed(figures())
    row = row_of(parts, ROW)
    lost = [*row[:3], *row[4:], "2022"]
    text = report(change(parts, ROW, lost), lambda rows: ["   ".join(filter(None, r)) for r in rows])
    assert set(status_of(read(text), "3", ROW, *COLUMNS)) == {"uncertain"}
