"""Numbers with which the blocks of a text begin, a block a page."""

from __future__ import annotations

import pytest

from assets.extract.readers.plain.pageblocks import starts_of_blocks
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, status_of, wrong

VALUES = figures()


def _pages(numbers: tuple[str, ...] = ("1", "2", "3"), lacks: bool = False) -> list[str]:
    """A text of one cell a line in three pages, which end behind whole rows; the row at the end of the first may lack a cell."""
    lines = [line for line in report(printed(VALUES), one_a_line).split("\n") if line]
    first = lines.index("二、上年结转政府信息公开申请数量")
    second = next(n for n, line in enumerate(lines) if line.startswith("2.重复申请"))
    pages = [lines[:first], lines[first:second], lines[second:]]
    if lacks:
        pages[0].pop(-3)
    return [line for number, page in zip(numbers, pages, strict=True) for line in (number, *page, "")][:-1]


def test_numbers_that_begin_pages_right_below_figures() -> None:
    found = read("\n".join(_pages()))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_a_row_above_that_lacks_a_cell_is_not_filled_by_the_number() -> None:
    found = read("\n".join(_pages(lacks=True)))
    assert not wrong(found, VALUES)
    assert set(status_of(found, "3", "new_received", "natural_person", "total")).isdisjoint({"reported"})


@pytest.mark.parametrize("numbers", [("1", "2", "4"), ("1", "0", "3"), ("2", "3", "4")])
def test_numbers_that_count_no_blocks_stay(numbers: tuple[str, ...]) -> None:
    lines = _pages(numbers)
    assert not starts_of_blocks([(n, text) for n, text in enumerate(lines, 1) if text])


def test_a_number_above_figures_is_no_page() -> None:
    lines = _pages()
    lines[1] = "7"
    assert not starts_of_blocks([(n, text) for n, text in enumerate(lines, 1) if text])
