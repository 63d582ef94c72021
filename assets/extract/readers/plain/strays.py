"""Figures of plain text that may be none of the table's: cut off a heading, a date or a clause, a year, a page's number.

Belongs here: what the lines about a figure say of it. Does not belong here: page numbers that count the pages of a text or
are marked as such (pages.py), and figures too many in a row (intruded.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import ascii_width
from assets.extract.memory import remembering
from assets.extract.model import Cell, Run
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.readers.plain.pages import Pages

# The number of a label whose words stand below it.
_NUMBER = re.compile(r"[1-9][0-9]?[.、]")
_DIGITS = re.compile(r"[0-9]{1,4}")
# What goes on with a number that the line above ends in, and what such a number follows.
_GOES_ON = r"\s*[.、,)]\s*[^\s\d]|\s*条第"
_BEHIND_YEAR, _BEHIND_DAY = re.compile(rf"{_GOES_ON}|\s*年"), re.compile(rf"{_GOES_ON}|\s*[月日页]")
_DIGITS_OF_YEAR = 4
# What stands below the number of a label: words, and no digit.
_WORDS = re.compile(r"[^0-9]+\Z")
# How 无法提供 begins where a narrow column prints it letter by letter.
_DOWNWARD, _DOWN = "无", re.compile(r"法\Z")
_BEFORE = ("第", "〔", "[")
# Letters of such a line.
_LONGEST = 4
# A row of so many figures may have a number of the page at its end.
_LEAST = 5
# So many figures in a row, and numbers on, are more likely a chance in a table of many rows.
_WIDE = 10
# So many single figures beside words show where this text has them.
_LEAST_BESIDE = 2
# Pages between two whose numbers stand alone.
_MOST_SKIPPED = 3


def cut_off(written: Sequence[tuple[int, str]]) -> set[int]:
    """The numbers of lines that hold nothing but a number, or 无, which the words around it belong to.

    `written` are the lines with a text, without the spaces about it.
    """
    found = set()
    texts = [text for _, text in written]
    for at, goes_on in enumerate(map(_goes_on, texts)):
        if goes_on is None:
            continue
        before = ascii_width(texts[at - 1]) if at else ""
        after = ascii_width(texts[at + 1]) if at + 1 < len(texts) else ""
        is_number = goes_on is _BEHIND_YEAR or goes_on is _BEHIND_DAY
        if goes_on.match(after) or (is_number and before.endswith(_BEFORE)):
            found.add(written[at][0])
    return found


@remembering
def _goes_on(text: str) -> re.Pattern[str] | None:
    """What the line below begins with where a line without spaces about it belongs to words; None for one that never does."""
    line = ascii_width(text) if len(text) <= _LONGEST else ""
    if line == _DOWNWARD:
        return _DOWN
    if _NUMBER.fullmatch(line):
        return _WORDS
    if not _DIGITS.fullmatch(line):
        return None
    return _BEHIND_YEAR if len(line) == _DIGITS_OF_YEAR else _BEHIND_DAY


def strange_end(run: Run, pages: Pages) -> Cell | None:
    """The first or last figure of a run that may be a year or the number of a page; None where neither is.

    So is a year of the text behind a row, a number one a line that stands apart where the others do not, and one
    that goes on counting two numbers that stand alone elsewhere.
    """
    cells = run.cells
    if len(cells) < _LEAST:
        return None
    if _is_year(cells[-1].text.strip(), pages):
        return cells[-1]
    if run.layout != "cell_per_line":
        return None
    for cell, gap, rest in ((cells[-1], run.gaps[-1], run.gaps[:-1]), (cells[0], run.gaps[0], run.gaps[1:])):
        text = ascii_width(cell.text).strip()
        if not PAGE_NUMBER.fullmatch(text):
            continue
        if len(set(rest)) == 1 and gap > rest[0]:
            return cell
        if len(cells) > _WIDE and _counts_on(int(text), run, pages):
            return cell
    return None


def alone(runs: Sequence[Run]) -> list[Run]:
    """Runs of one number between blank lines, which may be a page's: other single figures stand beside their words."""
    single = [run for run in runs if len(run.cells) == 1]
    bare = [run for run in single if not run.head]
    if len(single) - len(bare) < max(_LEAST_BESIDE, 2 * len(bare)):
        return []
    return [
        run
        for run in bare
        if PAGE_NUMBER.fullmatch(ascii_width(run.cells[0].text).strip())
        and all(f.line < run.line_start - 1 for f in run.before)
        and all(f.line > run.line_end + 1 for f in run.after)
    ]


def _is_year(text: str, pages: Pages) -> bool:
    """Whether a figure is a year that the text names, or the one after it, in which the report is made."""
    return len(text) == 4 and text.isdecimal() and not pages.years.isdisjoint((text, str(int(text) - 1)))


def _counts_on(number: int, run: Run, pages: Pages) -> bool:
    """Whether two numbers that stand alone above a run count up to this one, and one below goes on."""
    above = [lone for lone in pages.lone if lone[0] < run.line_start][-2:]
    after = min((lone for lone in pages.lone if lone[0] > run.line_end), default=None)
    counted = [*(value for _, value in above), number, *([after[1]] if after else [])]
    return len(above) == 2 and all(0 < b - a <= _MOST_SKIPPED for a, b in pairwise(counted))
