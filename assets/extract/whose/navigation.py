"""Lists by year that pages print around a report: 2025年, 2024年, 2023年 below the name of their column, or a link for each year.

Belongs here: which lines and titles are such a list, so that none of its years is taken for the report's. Does not belong
here: which title is the report's (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from assets.extract.dates import YEAR

if TYPE_CHECKING:
    from assets.extract.whose.titles import Title

_ONLY_YEAR = re.compile(rf"\W?{YEAR}(?:年度?)?\W?")
_YEAR = re.compile(YEAR)
_LONGEST = 12
# What a column of a site is called that holds the reports of all years.
_COLUMN = re.compile(r"(?:法定)?(?:主动公开)?(?:政府)?信息公开(?:工作)?(?:年度报告|年报|报告)(?:专栏|栏目)?")


def listed_years(texts: Sequence[tuple[int, str]]) -> set[int]:
    """Indexes of the lines that only say a year and stand in a list; `texts` are the written lines with their indexes.

    Two different years one below the other are a list, and so is one right below the name of the column.
    """
    found: set[int] = set()
    for (above, name), (at, text) in pairwise(texts):
        if len(text) > _LONGEST or not _ONLY_YEAR.fullmatch(text):
            continue
        if _COLUMN.fullmatch(name):
            found.add(at)
        elif len(name) <= _LONGEST and _ONLY_YEAR.fullmatch(name) and _year(name) != _year(text):
            found |= {above, at}
    return found


def not_listed(found: Sequence[Title], written: Sequence[int]) -> list[Title]:
    """The titles without those of a list: alike but for their years, which rise or fall from one line to the next.

    `written` are the indexes of the lines that are not blank.
    """
    place = {at: n for n, at in enumerate(written)}
    listed: set[int] = set()
    was = 0
    for title, below in pairwise(found):
        step = (below.year or 0) - (title.year or 0)
        goes_on = (
            title.year is not None
            and below.year is not None
            and place.get(below.first, 0) - place.get(title.last, 0) == 1
            and _YEAR.sub("", title.text) == _YEAR.sub("", below.text)
            and step * (was or step) > 0
        )
        if goes_on:
            listed |= {title.first, below.first}
        was = step if goes_on else 0
    return [title for title in found if title.first not in listed]


def _year(text: str) -> str:
    found = _YEAR.search(text)
    return found[0] if found else ""
