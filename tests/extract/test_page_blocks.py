"""Numbers that end the blocks between the only blank lines of a text, one more each: those of its pages."""

from __future__ import annotations

from schemas.form import CellKey
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
_ROW = "denied_three_securities"


def _pages(first: str, last: str, tail: str = "本报告在青岚县门户网站下载。") -> str:
    """A report without blank lines but behind a first page, which ends below a whole row of figures."""
    lines = [line for line in report(printed(VALUES), one_a_line).split("\n") if line.strip()]
    at = lines.index(VALUES[CellKey("3", _ROW, "total")]) + 1
    return "\n".join([*lines[:at], first, "", *lines[at:], tail, last, ""])


def test_a_page_may_end_below_the_figures_of_a_row() -> None:
    found = read(_pages("1", "2"))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_numbers_that_do_not_count_on_are_of_the_row() -> None:
    for text in (_pages("1", "3"), _pages("1", "2", "下载")):
        found = read(text)
        assert not wrong(found, VALUES)
        assert not {key for key in reported(found) if key.row_key == _ROW}
