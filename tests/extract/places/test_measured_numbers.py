"""Numbers alone on their lines with their units below are no pages' numbers, even where they count on."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import codes, figures, one_a_line, printed, read, report, reported, wrong

# no unit stands in the cells of table 3, as in most reports
COUNTED = {"regulations": ("6", "84", "50"), "normative_docs": ("7", "57", "24")}
COLUMNS = ("issued", "repealed", "in_force")
VALUES = figures() | {
    CellKey("2", row, column): figure
    for row, own in COUNTED.items()
    for column, figure in zip(COLUMNS, own, strict=True)
}
PROSE = "全年工作平稳，各项制度得到落实。"
MORE = "\n各项工作均已落实。" * 12


def said(words: str) -> str:
    return "".join(f"\n共有\n{number}\n{words}{MORE}" for number in (3, 4, 5))


def text_of(prose: str, unit: str = "件") -> str:
    text = report(printed(VALUES), one_a_line).replace(PROSE, PROSE + prose, 1)
    for row in COUNTED.values():
        text = text.replace("\n" + "\n".join(row), "".join(f"\n{figure}\n{unit}" for figure in row), 1)
    return text


@pytest.mark.parametrize("words", ["场，", "个栏目，", "年，"])
def test_figures_with_their_units_below_are_no_pages(words: str) -> None:
    reading = read(text_of(said(words)))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.row_key in COUNTED} <= reported(reading)
    assert "page-number-doubt" not in codes(reading)


def test_numbers_that_go_on_with_others_that_count_nothing_may_be_pages() -> None:
    """A cell may hold the form's unit and no figure, right below a page's number."""
    reading = read(text_of(said("均已落实，")))
    assert not {key for key in reported(reading) if key.row_key == "regulations"}
    assert "page-number-doubt" in codes(reading)
