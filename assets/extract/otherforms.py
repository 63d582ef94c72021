"""Texts of another kind: the yearly form on government websites, the statistical annex of 2014 to 2018, a report explained.

Belongs here: where they stand. They are said to be there and not read; a report glued to one is read as ever.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash, squash_lines

# A title line of the form and nothing else, with whose and which year's it is.
_TITLES = {
    "website-form": re.compile(r"[^。;《》]{0,40}政府网站(?:工作)?年度(?:工作)?报表(?:\([^()]{0,12}\))?"),
    "old-annex": re.compile(r"[^。;《》]{0,40}政府信息公开(?:工作)?情况统计表(?:\([^()]{0,12}\))?"),
}
# What stands below the title, within so many lines, where it is the form itself and not a mention of it.
_MARKS = {
    "website-form": re.compile(r"填报单位|网站名称|首页网址|网站标识码"),
    "old-annex": re.compile(r"统计指标|统计数"),
}
# Headings of a text that explains a report, or how it came to be; two of them, as one may stand in any text.
_EXPLAINS = re.compile(r"[一二三四五六七八][、.](?:编制|制定|起草)(?:背景|依据|目的|意义|原则|过程|说明)")
_LEAST_EXPLAINED = 2
_WITHIN = 20
_LONGEST = 400


def other_forms(lines: Sequence[str]) -> list[tuple[int, str]]:
    """(line, finding code) of each such form, the first of each kind only."""
    found = []
    forms = [(number, line) for number, line in enumerate(lines, 1) if "表" in line and len(line) <= _LONGEST]
    for code, title in _TITLES.items():
        for number, line in forms:
            if not title.fullmatch(squash(line).strip("#*|")):
                continue
            if _MARKS[code].search(squash_lines(lines[number : number + _WITHIN])):
                found.append((number, code))
                break
    return sorted(found)


def explains_a_report(lines: Sequence[str]) -> bool:
    """Whether the text is headed as one that explains a report to readers: it names the report and is none."""
    headed = (
        squash(line).strip("#*|") for line in lines if "编制" in line or "制定" in line or "起草" in line
    )
    return sum(_EXPLAINS.fullmatch(heading) is not None for heading in headed) >= _LEAST_EXPLAINED
