"""Forms of another kind in the texts: the yearly form on government websites, the statistical annex of 2014 to 2018.

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
