"""What a report appends below its last section: the table of the year before, for comparison.

Belongs here: which lines open it, and how far it, or a table for comparison, reaches. Does not belong here: whether a caption's year is another than
the report's (others.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.whose import WORDS, any_of

APPENDED = re.compile(r"^[\[(【]?附[件表录]?[0-9一二三四五六七八九十]*[\])】]?[::、.)]*")
# Here 上年 alone says it: a column of the form that it heads is not appended.
_LAST_YEAR = re.compile(any_of(WORDS.last_year))
_YEAR = re.compile(YEAR)
# A line that opens what the report says of its own year: 2022年工作情况如下。
_OPENS_YEAR = re.compile(
    rf"({YEAR})年度?[\u4e00-\u9fff]{{0,16}}(?:情况|工作|数据)[\u4e00-\u9fff]{{0,6}}[。:]?"
)
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十0-9]{1,2}[)）.、,]")


def appends_last_year(text: str) -> bool:
    """Whether a line opens what is appended of the year before, whatever it calls it."""
    return bool(APPENDED.match(text) and _LAST_YEAR.search(text))


def opening_line(row: GridRow) -> str:
    """The line of an appendix that a reader took for the first of a header's first cell: nothing parts them; empty where there is none."""
    first = row.cells[row.written[0]] if row.written else row.cells[0]
    line, _, rest = first.text.partition("\n")
    return line if rest and first.line_end > first.line_start and appends_last_year(squash(line)) else ""


def speaks_of_last_year(line: str) -> bool:
    """Whether a line above a table says that what follows is the year before's."""
    return bool(_LAST_YEAR.search(line))


def end_of(number: int, text: str, stops: Sequence[int], lines: Sequence[str]) -> int:
    """The line before which the table under a caption ends, of the first stop behind it.

    What is appended may have the heading of a section as its title, in the line below the caption.
    """
    behind = [stop for stop in stops if stop > number]
    if behind and APPENDED.match(text) and not any(line.strip() for line in lines[number : behind[0] - 1]):
        title = lines[behind[0] - 1].strip()
        if not _NUMBERED.match(title) and not _YEAR.search(title):
            behind = behind[1:]
    return behind[0] if behind else len(lines) + 1


def own_year_begins(lines: Sequence[str], numbers: range, years: Set[int]) -> int:
    """The first of the lines (1-based) that opens what is said of the report's own year; the end of the range where none does."""
    for number in numbers:
        line = squash(lines[number - 1]).strip("#*_")
        if "年" in line and (opened := _OPENS_YEAR.fullmatch(line)) and to_year(opened[1]) in years:
            return number
    return numbers.stop
