"""The report's title at the head of each page, amid the cells of a row."""

from __future__ import annotations

import pytest

from assets.extract.readers.plain.runningheads import running_heads
from tests.extract.printed import TITLE, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
PAGE = 37


def with_pages(mark: str, head: str, step: int = PAGE) -> str:
    """A text of one cell a line, cut into pages, the number and the head between two cells of a row now and then."""
    lines = [line for line in report(printed(VALUES), one_a_line).split("\n") if line]
    first = next(n for n, line in enumerate(lines) if line.startswith("三、收到")) + 20
    out = lines[:first]
    for number, start in enumerate(range(first, len(lines), step), 1):
        out += [*lines[start : start + step], mark.format(number), head]
    return "\n".join(out)


@pytest.mark.parametrize("mark", ["— {} —", "第 {} 页"])
def test_within_a_row(mark: str) -> None:
    reading = read(with_pages(mark, TITLE))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("head", ["其他需要报告的事项", "青岚县林业局", "本页无正文"])
def test_other_words_part_a_row(head: str) -> None:
    reading = read(with_pages("— {} —", head))
    assert not wrong(reading, VALUES)
    assert reported(reading) < set(VALUES)


def test_a_title_is_one_where_it_stands_beside_marked_numbers_of_pages_only() -> None:
    assert running_heads([TITLE, "", "一、总体情况", "— 1 —", "", TITLE, "0", "- 2 -", TITLE]) == {6, 9}
    assert not running_heads([TITLE, "1", TITLE, "0", "2", TITLE])
    assert not running_heads([TITLE, "- 1 -", "0", "- 2 -", TITLE.replace("林业", "水利")])
