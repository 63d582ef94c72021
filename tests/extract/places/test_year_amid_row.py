"""A count that is the report's year, amid the figures of a row that stand one a line: no page ends there."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import codes, figures, one_a_line, printed, read, report, status_of, wrong

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
