"""A year in front of a heading of the form's tables that is not the report's: `三、2021年收到和处理政府信息公开申请情况`.

Mostly a slip copied from last year above this year's figures, now and then last year's table as well: the figures stay, and a
finding says that somebody should look. Does not belong here: years in brackets and captions, which set a table aside (notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.sections import Section
from schemas.whose import WORDS, any_of

_LONGEST = 60
_NUMBER = r"\(?[一二三四五六七0-9]{1,2}[\).、,]+"
_LED_BY = re.compile(
    rf"(?:{_NUMBER})?(?:({YEAR})年度?|{any_of(WORDS.in_captions(WORDS.last_year))}年?度?)(?!结转|项目)"
)


def headings_of_other_years(sections: Sequence[Section], taken: set[int], year: int) -> list[Section]:
    """The sections that hold lines of tables, which are `taken`, under a heading of another year than the report's."""
    starts = [*(section.line_start for section in sections), max(taken, default=0) + 1]
    return [
        section
        for section, (start, end) in zip(sections, pairwise(starts), strict=True)
        if section.heading
        and is_of_other_year(section.heading, year)
        and not taken.isdisjoint(range(start, end))
    ]


def is_of_other_year(heading: str, year: int) -> bool:
    """Whether a heading as printed is led by another year than the report's, or by 上年度."""
    if len(heading) > _LONGEST:
        return False
    led = _LED_BY.match(squash(heading))
    return led is not None and (led[1] is None or to_year(led[1]) != year)
