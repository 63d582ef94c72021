"""Tags of tables without their brackets are rows of cells; words, and rows that are not whole, are none."""

from __future__ import annotations

import pytest

from assets.extract.formats.baretags import with_tabs_for_bare_tags
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
PARTS = printed(VALUES)


def bare(rows: Rows) -> list[str]:
    return ["table", *("tr " + " ".join(f"td {cell} /td" for cell in row) + " /tr" for row in rows), "/table"]


def test_rows_are_read() -> None:
    reading = read(report(PARTS, bare))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_blank_cells_keep_their_places() -> None:
    rows = ["tr td 规章 /td td  /td td 3 /td /tr"] * 3
    assert with_tabs_for_bare_tags(rows) == ["规章\t\t3"] * 3


@pytest.mark.parametrize(
    "row",
    [
        "tr td colspan=2 0 /td td 3 /td /tr",
        "tr td 规章 /td td 3",
        "tr td 规章 td 3 /td /tr",
        "tr",
        "tr td 规章 /td 3 /tr",
    ],
)
def test_a_row_that_is_not_whole_leaves_all(row: str) -> None:
    lines = [*["tr td 规章 /td td 3 /td /tr"] * 3, row]
    assert with_tabs_for_bare_tags(lines) == lines


def test_words_are_none() -> None:
    lines = ["try this", "/trend", "tr td 规章 /td /tr"]
    assert with_tabs_for_bare_tags(lines) == lines
