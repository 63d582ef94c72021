"""The running head of a page amid the tables of a report (`青岚县林业局 2022年度`, `政府信息公开工作年度报告 第7页`) becomes the mark of a page.

A program leaves it where the page began, between two rows or within one, and it looks like the end of a cell. It says nothing but what
the report's title says: agency and year, or the title's words with one of these or with the number of the page. The marks of pages are known to
all who read rows (readers/plain/pages.py); the line keeps its place. Beside a bare number, which may be a page's or a figure, heads stay. Where the same stretch names another year or another body so, such lines
tell whose the rows below are, and stay. Belongs here: which lines are heads, by their words and the sections about them. Does not belong
here: bare numbers and heads beside them (readers/plain/headedpages.py, runningheads.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.sections import headings, numbered_heading
from assets.extract.whose.titles import ORG, titles

SIGNS = ("年", "报告")
_SHORTEST, _LONGEST = 4, 60
# Sections that have tables, and the one before which they end.
_TABLES, _AFTER = (2, 3, 4), 5
_PAGE = re.compile(r"第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?$|[-—–]{1,2}[0-9]{1,4}[-—–]{1,2}$")
_YEAR = re.compile(rf"\(?({YEAR})年度?\)?")
_SUBJECT = re.compile(
    r"(?:关于)?政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报)"
)
# What names whose the rows below are, as the own name may.
_OF_YEAR = re.compile(rf"[^()]{{2,}}\(?{YEAR}年度?\)?")
_NO_HEAD = re.compile(r"[。;:!?|<>\t月]")
_HAN = re.compile("[\u4e00-\u9fff]")
_BARE = re.compile(r"[ \u3000\f\r]*[0-9]{1,3}[ \u3000\f\r]*")
_MARK = "- {} -"
# Words of the second row of table 3.
_SECOND_ROW = "上年结转"


def with_marks_for_heads(lines: list[str]) -> list[str]:
    """The lines, each running head within the sections of the tables as the mark of a page."""
    # alone on its line, in no cell that a sign opens or closes, such a head names a year or a report
    short = [(at, line) for at, line in enumerate(lines) if _SHORTEST < len(line) <= 2 * _LONGEST]
    named = [(at, line) for at, line in short if "年" in line or "报告" in line]
    maybe = [at for at, line in named if not _NO_HEAD.search(line)]
    if len(maybe) < 2:  # the title is one
        return lines
    heads = headings(lines, set())
    first = next((line for line, no in heads if no in _TABLES), None)
    end = next((line for line, no in heads if no >= _AFTER), None)
    if first is None or end is None:
        return lines
    within = [at for at in maybe if first <= at < end - 1]
    if not within:
        return lines
    title = next((t for t in titles(lines[: first - 1]) if t.agency and t.year), None)
    if title is None or title.agency is None or title.year is None:
        return lines
    found: list[int] = []
    for at in within:
        said = _said(lines[at], title.agency, title.year)
        if said is None:
            return lines
        if said:
            found.append(at)
    if not found or _begins_again(lines, found) or any(_is_beside_number(lines, at) for at in found):
        return lines
    marked = list(lines)
    for page, at in enumerate(found, 1):
        marked[at] = _MARK.format(page)
    return marked


def _said(line: str, agency: str, year: int) -> bool | None:
    """Whether a line says nothing but what the title does; None where it names another year or a body beside the own."""
    text = squash(line)
    if len(text) > _LONGEST:
        return False
    rest, pages = _PAGE.subn("", text)
    years = {to_year(found) for found in _YEAR.findall(rest)}
    rest = _YEAR.sub("", rest, count=1)
    rest, subjects = _SUBJECT.subn("", rest, count=1)
    bare = rest.replace(agency, "", 1)
    has_agency = bare != rest
    is_of_others = not has_agency and not subjects and _OF_YEAR.fullmatch(text)
    if years - {year} or (years and (_is_body(bare) or is_of_others)):
        return None
    told = bool(subjects) + bool(years) + has_agency
    return (
        not _HAN.search(bare) and not any(map(str.isdigit, bare)) and (told > 1 or bool(subjects and pages))
    )


def _is_body(text: str) -> bool:
    return bool(ORG.search(text.strip("()、的-—_ ")))


def _is_beside_number(lines: Sequence[str], at: int) -> bool:
    """Whether the next written line above or below is a bare number, which may be a page's: the head beside it tells (plain/pages.py)."""
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return bool(_BARE.fullmatch(above) or _BARE.fullmatch(below))


def _begins_again(lines: Sequence[str], found: Sequence[int]) -> bool:
    """Whether the report, or its table 3, begins again below such a line, which is the title of a second print then."""
    sections = [(at, no) for at, line in enumerate(lines) if (no := numbered_heading(line))]
    rows = [at for at, line in enumerate(lines) if _SECOND_ROW in line]
    for at in found:
        above = max((no for other, no in sections if other < at), default=0)
        if any(other > at and no <= above for other, no in sections):
            return True
        if any(other < at for other in rows) and any(other > at for other in rows):
            return True
    return False
