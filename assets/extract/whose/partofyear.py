"""Reports on a part of the year, which use the words of the yearly form: 2022年上半年政府信息公开工作报告, a month's table.

Belongs here: whether a text is one by its title, its period or the names of its columns. Their figures are not the year's. Does not
belong here: what is said right beside one table of a yearly report (notown.py), columns for parts of the year (yearcolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from assets.extract.dates import YEAR
from assets.extract.labels import joined, squash
from assets.extract.sections import numbered_heading
from assets.extract.whose.reportyear import period_in
from assets.extract.whose.titles import LINK, bare, titles
from schemas.whose import WORDS, any_of

# In so many written lines a text says what it is.
_HEAD = 40
_LINES_OF_PERIOD = 400
_LONGEST = 60
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_QUARTER = "[一二三四1-4]"
_TO = r"[至到—–－~～-]{1,2}"
_WHOLE = rf"(?:1|01|一)月?份?{_TO}(?:12|十二)月|第?[一1]{_TO}第?[四4]个?季度|前[四4]个?季度"
_PART = (
    rf"(?!{_WHOLE})(?:{any_of(WORDS.half_years)}|前?第?{_QUARTER}(?:{_TO}第?{_QUARTER})?个?季度"
    rf"|前{_MONTH}个月|{_MONTH}月?份?{_TO}{_MONTH}月份?|(?<=年){_MONTH}月份?)"
)
_TITLE = re.compile(
    rf"[^。;|]{{0,40}}?(?:{YEAR}年度?[^。;|]{{0,16}}?)?{_PART}的?[^。;|年]{{0,10}}?(?:政府信息|政务|信息|申请|主动)公开"
    rf"[^。;|]{{0,14}}?(?:报告|总结|小结|汇报|报表|情况|(?:统计|情况|汇总|一览)表)(?:\([^()]{{0,12}}\))?"
)
# A yearly report may have the month in its title in which it was made, or all months of its year.
_OF_YEAR = re.compile(rf"{YEAR}年{_MONTH}月(?![-至到—–－~～]).*(?:年度报告|年报)|(?<![0-9])0?1月.{{0,8}}12月")
_OF_PART = re.compile(_PART)
_PERIOD = re.compile(
    rf"(?:期限|期间|时段|时间|范围|周期|日期)[^。;0-9]{{0,8}}({YEAR})年0?(1|4|7|10)月0?1日起?(?:{_TO})(?:{YEAR}年)?(?:0?3月31|0?6月30|0?9月30|12月31)日"
)
# Days of which each period of a part has one.
_ENDS = ("3月31日", "6月30日", "9月30日", "7月1日", "10月1日")
_WHOLE_PERIOD = re.compile("年0?1月0?1日.*12月31日")
# A column of the form, named for a part of the year.
_COLUMN = re.compile(
    rf"(?:{any_of(WORDS.half_years)}|第?{_QUARTER}季度)(?:新)?(?:制发|制作|公开|废止|处理决定|收费|新收|采购)[^。]{{0,8}}(?:件数|数量|金额)(?:\([^()]{{0,10}}\))?"
)
_LINES_OF_HEADER = 12
_CELLS = re.compile(r"[|\t]")
_OF_THE_YEAR = re.compile(rf"{any_of(WORDS.this_year)}|全年")


def entitled_of_a_part(lines: Sequence[str]) -> int | None:
    """The number of the line, at a text's head, that entitles it a part of the year's; None where none does.

    No title of a yearly report stands beside it, and no period of a whole year in the text.
    """
    head = list(islice((i for i, line in enumerate(lines) if line.strip()), _HEAD))
    for index in head:
        text = lines[index]
        if "公开" not in text or not ("半年" in text or "季" in text or "月" in text) or len(text) > 200:
            continue
        text = bare(text)
        if (
            len(text) <= _LONGEST
            and not LINK.match(text)
            and _TITLE.fullmatch(text)
            and not _OF_YEAR.search(text)
        ):
            of_year = (t for t in titles(list(lines[: head[-1] + 1])) if not _OF_PART.search(t.text))
            if any(title.year or title.agency for title in of_year) or period_in(list(lines)):
                return None
            return index + 1
    return None


def said_of_a_part(lines: Sequence[str], taken: Collection[int]) -> str | None:
    """What says that a table's figures, over the lines `taken` (from 1), are a part of the year's: the text's period, or its columns."""
    if taken and (period := _period_of_a_part(lines[: min(taken) - 1])):
        return period
    of_part, of_year = None, False
    for line in (line for line in _with_header(lines, taken) if "|" in line or "\t" in line):
        of_year = of_year or bool(_OF_THE_YEAR.search(line))
        if of_part is None and ("半年" in line or "季度" in line):
            cells = (squash(cell) for cell in _CELLS.split(line))
            of_part = next((cell for cell in cells if _COLUMN.fullmatch(cell)), None)
    return None if of_year else of_part


def _with_header(lines: Sequence[str], taken: Collection[int]) -> Sequence[str]:
    """The lines of a table from its heading, or so many above its first row, to its last."""
    first = min(taken, default=1)
    above = range(first - 1, max(0, first - _LINES_OF_HEADER), -1)
    top = next(
        (n for n in above if numbered_heading(lines[n - 1]) is not None), max(1, first - _LINES_OF_HEADER)
    )
    return lines[top - 1 : max(taken, default=0)]


def _period_of_a_part(lines: Sequence[str]) -> str | None:
    """The period that a text says above its first table; what is said below that one's heading is of one table."""
    if not any(day in line for line in lines[:_LINES_OF_PERIOD] if "月" in line for day in _ENDS):
        return None
    end = next((n for n, line in enumerate(lines) if (numbered_heading(line) or 0) > 1), len(lines))
    found = _PERIOD.search(joined(list(lines[: min(end, _LINES_OF_PERIOD)]))[0])
    if found is None or _WHOLE_PERIOD.search(found[0]) or period_in(list(lines)):
        return None
    return found[0]
